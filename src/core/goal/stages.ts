import { skillSlug } from '../skill/skill.ts';
import { firstStep, type Goal } from './goal.ts';

/**
 * The six steps of self-directed learning (Knowles, "Self-Directed Learning", 1975), in his order: taking the initiative, diagnosing what
 * one needs, forming a goal, finding resources, choosing a strategy, evaluating what came of it.
 */
export const stages = ['initiative', 'diagnosis', 'goal', 'resources', 'strategy', 'evaluation'] as const;
export type Stage = (typeof stages)[number];

/** What is there around a goal, as far as its stages need it. Made once for all goals of a person; names are compared by their slugs. */
export interface StageContext {
  /** Skills an assessment of hers names. */
  readonly assessed: ReadonlySet<string>;
  /** Skills there is a book or an article for, or somebody who offers to teach them. */
  readonly resources: ReadonlySet<string>;
  /** Goals an entry of her log names. */
  readonly told: ReadonlySet<string>;
}

/** Where nothing is known but the goal's own note. */
export const nothingAround: StageContext = { assessed: new Set(), resources: new Set(), told: new Set() };

/** One stage, and whether what it asks for exists. Derived each time, never stored. */
export interface StageState {
  readonly stage: Stage;
  readonly isThere: boolean;
}

/** Every stage of a goal, in their order. A later one may be there before an earlier one. */
export function stagesOf(goal: Goal, context: StageContext = nothingAround): readonly StageState[] {
  return stages.map(stage => ({ stage, isThere: missing[stage](goal, context) === undefined }));
}

/** What a goal asks for next. */
export type Missing =
  'skill' | 'from' | 'due' | 'measure' | 'keyResult' | 'resource' | 'method' | 'evidence' | 'lesson';

/** The next step of a goal as an action: an invitation, the command that takes it, without `outloud.`, and what the command is given. */
export interface NextStage {
  readonly stage: Stage;
  readonly missing: Missing;
  /** `Say how you will know`. */
  readonly label: string;
  /** A codicon's name. */
  readonly icon: string;
  readonly command: string;
  readonly answers: Readonly<Record<string, unknown>>;
}

/**
 * The first stage of a goal that is still missing, as something to do. Undefined where all are there, and for a goal that rests or was dropped.
 * A done one is only asked what came of it.
 */
export function nextStage(goal: Goal, context: StageContext = nothingAround): NextStage | undefined {
  if (goal.status === 'parked' || goal.status === 'dropped') return undefined;
  const asked = goal.status === 'done' ? (['evaluation'] as const) : stages;
  for (const stage of asked) {
    const what = missing[stage](goal, context);
    if (what === undefined) continue;
    const { slug, shelf, path } = goal;
    const next = { stage, missing: what, ...invitations[what] };
    if (what === 'lesson') return { ...next, command: 'logLearning', answers: { goal: slug } };
    if (what === 'evidence') return { ...next, command: 'attachEvidence', answers: { goal: slug, shelf, path } };
    return { ...next, command: 'completeGoal', answers: { goal: slug, shelf, path, stage } };
  }
  return undefined;
}

/** What a stage of a goal still needs; undefined where it is there. */
export function missingIn(stage: Stage, goal: Goal, context: StageContext = nothingAround): Missing | undefined {
  return missing[stage](goal, context);
}

const invitations: Readonly<Record<Missing, { readonly label: string; readonly icon: string }>> = {
  skill: { label: 'Name the skill it grows', icon: 'mortar-board' },
  from: { label: 'Say where you are now', icon: 'location' },
  due: { label: 'Choose a day for it', icon: 'calendar' },
  measure: { label: 'Say how you will know', icon: 'law' },
  keyResult: { label: 'Say what will be different', icon: 'graph' },
  resource: { label: 'Find somebody or something to learn from', icon: 'book' },
  method: { label: 'Choose how to go about it', icon: 'map' },
  evidence: { label: 'Keep a first piece of evidence', icon: 'verified' },
  lesson: { label: 'Say what it taught you', icon: 'lightbulb' },
};

/** What a stage still needs; undefined where it is there. */
const missing: Readonly<Record<Stage, (goal: Goal, context: StageContext) => Missing | undefined>> = {
  initiative: () => undefined,
  diagnosis: ({ skill, from }, { assessed }) => {
    if (skill === undefined) return 'skill';
    return from !== undefined || assessed.has(skillSlug(skill)) ? undefined : 'from';
  },
  goal: goal => {
    if (!isMeasured(goal)) return goal.kind === 'okr' ? 'keyResult' : 'measure';
    return goal.due === undefined ? 'due' : undefined;
  },
  resources: ({ skill, allies, resources }, context) => {
    const isKnown = skill !== undefined && context.resources.has(skillSlug(skill));
    return allies.length > 0 || resources.length > 0 || isKnown ? undefined : 'resource';
  },
  strategy: ({ method, steps }) =>
    method !== undefined || steps.some(({ text }) => text !== firstStep) ? undefined : 'method',
  evaluation: ({ evidence, status, slug }, { told }) => {
    if (evidence.length > 0) return undefined;
    if (status !== 'done') return 'evidence';
    return told.has(slug.toLowerCase()) ? undefined : 'lesson';
  },
};

/** Whether one can tell that a goal is reached: by its measure, or by what its key results say. */
export function isMeasured({ kind, measure, keyResults }: Pick<Goal, 'kind' | 'measure' | 'keyResults'>): boolean {
  return kind === 'okr' ? keyResults.length > 0 : measure !== undefined || keyResults.length > 0;
}
