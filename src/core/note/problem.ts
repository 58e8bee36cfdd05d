/** A stretch of a text, in UTF-16 code units from its beginning; `end` is not part of it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a goal is asked about. Each question can be turned off by this name. */
export const goalChecks = [
  'date',
  'pastDate',
  'measure',
  'keyResults',
  'figures',
  'objective',
  'objectiveGone',
  'objectiveOver',
  'vision',
  'focus',
  'softSkill',
  'untouched',
  'levels',
  'skill',
  'ally',
] as const;
export type GoalCheck = (typeof goalChecks)[number];

/** What an answer to somebody is asked. Each question can be turned off by this name. */
export const answerChecks = ['seenFirst', 'beforeAfter'] as const;
export type AnswerCheck = (typeof answerChecks)[number];

/** What is wrong with a note. The words for a person belong to `editor`. */
export type ProblemCode =
  | 'too-large'
  | 'not-utf8'
  | 'binary'
  | 'fence-language'
  | 'fence-open'
  | 'head-too-large'
  | 'head-too-deep'
  | 'yaml-syntax'
  | 'yaml-duplicate-key'
  | 'yaml-alias'
  | 'yaml-tag'
  | 'yaml-key'
  | 'not-a-mapping'
  | 'conflict'
  | 'body-conflict'
  | 'type-missing'
  | 'type-unknown'
  | 'key-shape'
  | 'template'
  | 'part-broken'
  | 'unreadable'
  | 'private-shared'
  | 'skill-level'
  | 'skill-twice'
  | 'skill-roles'
  | 'skill-unknown'
  | 'promise-day'
  | 'action-owner'
  | 'action-date'
  | 'action-many'
  | 'ask-type'
  | 'ask-day'
  | `goal-${GoalCheck}`
  | `answer-${AnswerCheck}`;

/** The check a problem comes from, where it is a question about a goal. */
export function checkOf(code: string): GoalCheck | undefined {
  return goalChecks.find(check => code === `goal-${check}`);
}

/** One problem of a text as data: what, where, and what was expected there instead. */
export interface Problem {
  readonly code: ProblemCode;
  readonly at: Span;
  /** What would have been right, as a short noun phrase: "a day such as 2026-11-22". */
  readonly expected: string;
  /** The parser's own words or the key in question, for the details. */
  readonly detail?: string;
}
