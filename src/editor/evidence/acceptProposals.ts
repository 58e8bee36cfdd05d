import { l10n, type Uri } from 'vscode';
import * as verb from '../../app/evidence/acceptEvidence.ts';
import type { Desk } from '../../app/desk.ts';
import { Failure } from '../../app/failure.ts';
import { proposedEvidence, type GoalProposals } from '../../app/evidence/proposedEvidence.ts';
import type { ProposedEvidence } from '../../core/evidence/proposals.ts';
import type { Goal } from '../../core/goal/goal.ts';
import { goalNamed } from '../../core/goal/matchGoals.ts';
import type { OutLoud } from '../outloud.ts';
import type { RecentWork } from './recentWork.ts';
import { Refusals } from './refusals.ts';

/** Which goal, and what of that which is proposed for it. A row of the goals gives all of it. */
export interface ProposalAnswers {
  /** Its slug or title. */
  readonly goal: string;
  readonly shelf: Goal['shelf'];
  readonly path: string;
  readonly key: string;
}

/**
 * What may be evidence for the active goals of the person at the desk, without what she refused.
 *
 * @param recent remembers what git said; else it is asked
 */
export function proposalsOf(outloud: OutLoud, desk: Desk, recent?: RecentWork): Promise<readonly GoalProposals[]> {
  const refusals = new Refusals(outloud.context.workspaceState);
  return proposedEvidence(desk, {
    isRefused: (goal, key) => refusals.has(goal, key),
    ...(recent && { worked: since => recent.since(desk, since) }),
  });
}

/** Writes one proposal into its goal's note. Answers the note. */
export async function acceptEvidence(outloud: OutLoud, answers: Partial<ProposalAnswers>): Promise<Uri | undefined> {
  return accept(outloud, answers, ({ key }) => key === answers.key);
}

/** Writes all that is proposed for a goal into its note, in one change. Answers the note. */
export async function acceptAllEvidence(outloud: OutLoud, answers: Partial<ProposalAnswers>): Promise<Uri | undefined> {
  return accept(outloud, answers, () => true);
}

/** Remembers that something is not for this goal: it is proposed no more. */
export async function refuse(outloud: OutLoud, answers: Partial<ProposalAnswers>): Promise<void> {
  const desk = await outloud.deskWithNotes();
  const found = desk && goalOf(await proposalsOf(outloud, desk), answers);
  if (found && answers.key !== undefined)
    await new Refusals(outloud.context.workspaceState).add(found.goal, answers.key);
}

async function accept(
  outloud: OutLoud,
  answers: Partial<ProposalAnswers>,
  isMeant: (proposal: ProposedEvidence) => boolean,
): Promise<Uri | undefined> {
  const desk = await outloud.deskWithNotes();
  if (!desk) return undefined;
  const found = goalOf(await proposalsOf(outloud, desk), answers);
  const meant = found?.proposals.filter(isMeant) ?? [];
  const [first] = meant;
  if (!found || !first) throw new Failure(l10n.t('That is no longer proposed. Look at the goal again.'));
  await verb.acceptEvidence(
    desk,
    found.goal,
    meant.map(({ line }) => line),
  );
  const uri = outloud.uriOf(desk.notebook, found.goal);
  outloud.tellMade({ what: 'evidence', title: first.title, uri });
  return uri;
}

function goalOf(all: readonly GoalProposals[], answers: Partial<ProposalAnswers>): GoalProposals | undefined {
  const { goal: called, shelf, path } = answers;
  const named =
    called === undefined
      ? undefined
      : goalNamed(
          called,
          all.map(({ goal }) => goal),
        );
  return all.find(({ goal }) => goal.path === path && goal.shelf === shelf) ?? all.find(({ goal }) => goal === named);
}
