import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { answerCheckIn } from '../../../src/app/ally/answerCheckIn.ts';
import { checkIn } from '../../../src/app/ally/checkIn.ts';
import { heldGoalCalled, heldGoalsOf } from '../../../src/app/ally/heldGoalsOf.ts';
import type { Desk } from '../../../src/app/desk.ts';
import { acceptEvidence } from '../../../src/app/evidence/acceptEvidence.ts';
import { closeRequest } from '../../../src/app/feedback/closeRequest.ts';
import { declineFeedback } from '../../../src/app/feedback/declineFeedback.ts';
import { feedbackOf, requestCalled } from '../../../src/app/feedback/feedbackOf.ts';
import { addStep } from '../../../src/app/goal/addStep.ts';
import { changeGoal } from '../../../src/app/goal/changeGoal.ts';
import { moveByOne, moveStep } from '../../../src/app/goal/moveStep.ts';
import { ownGoal, type OwnGoal } from '../../../src/app/goal/ownGoal.ts';
import { tickStep } from '../../../src/app/goal/tickStep.ts';
import { updateKeyResult } from '../../../src/app/goal/updateKeyResult.ts';
import { carryPromise, declinePromise, keepPromise } from '../../../src/app/promise/settlePromise.ts';
import { takeAnotherWay } from '../../../src/app/promise/takeAnotherWay.ts';
import { publishLines } from '../../../src/app/meeting/publishLines.ts';
import { takeWords } from '../../../src/app/reword/rewordWork.ts';
import { assessSkills } from '../../../src/app/skill/assessSkills.ts';
import { addStrength } from '../../../src/app/strength/addStrength.ts';
import type { PrivatePath, SharedPath } from '../../../src/core/note/notePath.ts';
import type { OpenPromise } from '../../../src/core/promise/openPromises.ts';
import { ownSentences } from '../../../src/core/reword/ownSentences.ts';
import { closeSurvey } from '../../../src/app/survey/closeSurvey.ts';
import { yamlHead } from '../../../src/node/yamlHead.ts';
import { weeklyNote } from '../../core/reword/weekOf.ts';

const fast = 'people/ada/goals/checkout-under-200-ms.md';
const rust = 'people/ada/goals/async-rust.md';
const assessment = 'people/ada/assessments/2026-11-22-ada-ada.md';
const word = 'people/ada/allies/sam-flame-graphs-for-everyone.md';
const promises = 'people/ada/promises.md' as SharedPath;
/** As a row of the inbox knew it. */
const p99: OpenPromise = {
  ...{ by: 'ada', to: 'lin', text: 'The p99 of the write path', isPublished: true },
  place: { shelf: 'shared', path: promises, line: 7 },
};
const begun = 'people/ada/answers/flames-ada.md';
const question = 'people/ada/feedback/outbox.md';
const week = 'people/ada/weekly/2026-W01-ada.md' as SharedPath;
const step = { kind: 'step', text: 'One round trip less on writes' } as const;

/** Requests of both, an answer of hers that is begun, and a week nobody touched yet. */
export const notesBeside: Readonly<Record<string, string>> = {
  'people/sam/feedback/flames.md': '---\ntype: feedback-request\nto: ada\n---\n# Flames\n\n## Clear?\n',
  [begun]: '---\ntype: feedback-answer\nrequest: sam/flames\n---\n# Flames: Ada\n\n## Clear?\nYes.\n',
  [question]: '---\ntype: feedback-request\nto: sam\n---\n# The outbox\n\n## What did you see?\n',
  [week]: weeklyNote(['Reads stay under 200 ms']),
};

const survey = {
  path: 'surveys/2026-11-20-how-we-release.md' as SharedPath,
  slug: '2026-11-20-how-we-release',
  title: 'How we release',
  kind: 'retrospective',
} as const;
/** Puts a survey and the answers of three people into a notes folder. */
export function putSurvey(folder: string): void {
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  put(survey.path, '---\ntype: survey\n---\n# How we release\n\n## Why?\n');
  for (const handle of ['kim', 'tom', 'eve'])
    put(
      `people/${handle}/answers/${survey.slug}-${handle}.md`,
      `---\ntype: survey-answer\nsurvey: ${survey.slug}\n---\n# A\n\n## Why?\n- More pairs\n`,
    );
}

/** Somebody who changes a note by one verb. */
export interface Writer {
  readonly does: string;
  /** The note two write to. */
  readonly note: string;
  readonly write: (desk: Desk) => Promise<unknown>;
  /** What the note says afterwards. */
  readonly says: RegExp;
  /** Whether the note is made where it is not there. */
  readonly makes?: true;
}

const goalOf = (desk: Desk, path: string) => ownGoal({ ...desk, yaml: yamlHead }, { path });
const onGoal = (does: string, write: (goal: OwnGoal, desk: Desk) => Promise<unknown>, says: RegExp): Writer => ({
  does,
  note: fast,
  write: async desk => write(await goalOf(desk, fast), desk),
  says,
});
/** Gives Sam a word back. */
export const answer = async (desk: Desk, text: string) =>
  answerCheckIn(desk, heldGoalCalled('sam/flame-graphs-for-everyone', (await heldGoalsOf(desk)).asAlly), text);

/** Every verb that changes a note of hers which is there. */
export const writers: readonly Writer[] = [
  onGoal('ticks a step', goal => tickStep(goal, step, { done: '2026-11-22' }), /^- \[x\] One round trip less/m),
  onGoal('adds a step', goal => addStep(goal, 'Measure again'), /^- \[ \] Measure again$/m),
  onGoal('moves a step up', goal => moveByOne(goal, step, 'up'), /\[ \] One round trip.*\n- \[x\] One query/),
  onGoal(
    'moves a step to another goal',
    async (goal, desk) => moveStep(goal, step, { goal: await goalOf(desk, rust) }),
    /^(?![^]*One round trip)/,
  ),
  onGoal(
    'takes a step from another goal',
    async (goal, desk) =>
      moveStep(await goalOf(desk, rust), { kind: 'step', text: 'Replace the hand-made queue' }, { goal }),
    /^- \[ \] Replace the hand-made queue/m,
  ),
  onGoal(
    'updates a key result',
    goal => updateKeyResult(goal, { keyResult: 'p99 of writes', now: '310' }),
    /900 → 310 → 300 ms/,
  ),
  onGoal('parks the goal', goal => changeGoal(goal, { status: 'parked' }), /^status: parked$/m),
  onGoal(
    'accepts evidence',
    (goal, desk) =>
      acceptEvidence(desk, { shelf: 'shared', path: goal.path }, [{ claim: 'measured by hand', refs: [] }]),
    /^- measured by hand$/m,
  ),
  onGoal(
    'tells the allies',
    async (_, desk) =>
      checkIn(desk, heldGoalCalled('checkout-under-200-ms', (await heldGoalsOf(desk)).own), { said: 'a', did: 'b' }),
    /^- 2026-11-22 · said: a · did: b$/m,
  ),
  {
    does: 'sums up a survey',
    note: survey.path,
    write: desk => closeSurvey({ ...desk, yaml: yamlHead }, survey),
    says: /^closed: 2026-11-22$[^]*^- More pairs$/m,
  },
  {
    does: 'keeps a promise',
    note: promises,
    write: desk => keepPromise(desk, p99),
    says: /^- \[x\] The p99 of the write path .* ✅ 2026-11-22$/m,
  },
  {
    does: 'carries a promise',
    note: promises,
    write: desk => carryPromise(desk, p99, '2099-12-01'),
    says: /^- \[ \] The p99 of the write path · for @lin · since \S+ 📅 2099-12-01$/m,
  },
  {
    does: 'declines a promise',
    note: promises,
    write: desk => declinePromise(desk, p99, 'no time'),
    says: /^- \[-\] The p99 of the write path · for @lin · declined 2026-11-22: no time 📅 /m,
  },
  onGoal(
    'asks an ally along',
    (goal, desk) => takeAnotherWay(desk, { kind: 'ally', goal, ally: 'lin' }),
    /^allies: .*lin|^ {2}- lin$/m,
  ),
  {
    does: 'publishes a line of a private note as a need',
    note: 'people/ada/ada.md',
    write: async desk => {
      const from = 'one-on-ones/2026-11-21-ada-lin.md' as PrivatePath;
      const text = '---\ntype: one-on-one\nwith: lin\n---\n# Lin\n\n- A mentor\n';
      await desk.notebook.private.update(from, there =>
        there === undefined ? [{ at: { start: 0, end: 0 }, text }] : [],
      );
      return publishLines({ ...desk, yaml: yamlHead }, { from, words: ['A mentor'], to: 'need' });
    },
    says: /^ *- A mentor$/m,
    makes: true,
  },
  {
    does: 'adds a strength',
    note: 'people/ada/ada.md',
    write: desk => addStrength(desk, 'Measures first'),
    says: /^- Measures first$/m,
    makes: true,
  },
  {
    does: 'assesses skills on the same day',
    note: assessment,
    write: desk => assessSkills(desk, { skills: { Go: { level: 2 } } }),
    says: /^- Go: 2$/m,
    makes: true,
  },
  {
    does: 'declines what she had begun to answer',
    note: begun,
    write: async desk =>
      declineFeedback(desk, requestCalled(await feedbackOf(desk), 'sam/flames'), { why: 'No time', yaml: yamlHead }),
    says: /^declined: 2026-11-22$[^]*^No time$/m,
  },
  {
    does: 'closes a request',
    note: question,
    write: async desk => closeRequest(desk, requestCalled(await feedbackOf(desk), 'ada/outbox'), yamlHead),
    says: /^closed: 2026-11-22$/m,
  },
  {
    does: 'takes other words for her week',
    note: week,
    write: desk =>
      takeWords(
        { ...desk, yaml: yamlHead },
        week,
        ownSentences(weeklyNote(['Reads stay under 200 ms'])).map(sentence => ({
          sentence,
          words: 'Keep reads under 200 ms',
        })),
      ),
    says: /^- \*\*Keep reads under 200 ms\*\* · /m,
  },
  {
    does: 'answers an ally',
    note: word,
    write: desk => answer(desk, 'go on'),
    says: /: go on$/m,
    makes: true,
  },
];
