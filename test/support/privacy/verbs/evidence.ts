import { acceptEvidence } from '../../../../src/app/evidence/acceptEvidence.ts';
import { checkEvidence } from '../../../../src/app/evidence/checkEvidence.ts';
import { evidenceChoices } from '../../../../src/app/evidence/evidenceChoices.ts';
import { findMovedNote } from '../../../../src/app/evidence/findMovedNote.ts';
import { findReplacement } from '../../../../src/app/evidence/findReplacement.ts';
import { goalOfTrailer } from '../../../../src/app/evidence/goalTrailer.ts';
import { offeredCommits } from '../../../../src/app/evidence/offeredCommits.ts';
import { proposedEvidence } from '../../../../src/app/evidence/proposedEvidence.ts';
import { ownGoals, sharedGoalsOf } from '../../../../src/app/goal/goalsOf.ts';
import { tried, type MarkedDesk, type Verbs } from '../verb.ts';

/** The references of everybody's shared goals, with what is known of them. */
async function checkedOf(desk: MarkedDesk) {
  const goals = (
    await Promise.all([desk.me, desk.other].map(({ handle }) => sharedGoalsOf(desk.notebook, handle)))
  ).flat();
  const checked = await Promise.all(
    goals.map(async goal => {
      const text = await desk.notebook.shared.read(goal.path);
      return (await checkEvidence(desk, { ...goal, text })).map(ref => ({ goal, ref }));
    }),
  );
  return checked.flat();
}

export const evidence: Verbs = {
  'evidence/acceptEvidence': {
    does: async desk => {
      const offered = await Promise.all(
        (await ownGoals(desk)).map(async goal => ({ goal, lines: await evidenceChoices(desk, goal) })),
      );
      for (const { goal, lines } of offered)
        await tried(() =>
          acceptEvidence(
            desk,
            goal,
            lines.map(({ line }) => line),
          ),
        );
      for (const { goal, proposals } of await proposedEvidence(desk))
        await tried(() =>
          acceptEvidence(
            desk,
            goal,
            proposals.map(({ line }) => line),
          ),
        );
    },
  },
  'evidence/checkEvidence': { shows: checkedOf },
  'evidence/evidenceChoices': {
    forOthers: async desk =>
      Promise.all((await sharedGoalsOf(desk.notebook, desk.me.handle)).map(goal => evidenceChoices(desk, goal))),
  },
  'evidence/findMovedNote': {
    shows: async desk => Promise.all((await checkedOf(desk)).map(({ goal, ref }) => findMovedNote(desk, goal, ref))),
  },
  'evidence/findReplacement': {
    shows: async desk => Promise.all((await checkedOf(desk)).map(({ ref }) => findReplacement(desk, ref))),
  },
  'evidence/goalTrailer': {
    shows: desk =>
      Promise.all(
        [desk.me, desk.other].map(person =>
          goalOfTrailer(
            desk,
            { kind: 'goal', text: 'open', day: '2026-11-18', commit: { repo: 'shop', hash: 'abc1234' } },
            person,
          ),
        ),
      ),
  },
  'evidence/offeredCommits': { shows: desk => offeredCommits(desk) },
  'evidence/proposedEvidence': {
    forOthers: async desk =>
      (await proposedEvidence(desk)).filter(({ goal }) => goal.shelf === 'shared' && !goal.isPrivate),
  },
};
