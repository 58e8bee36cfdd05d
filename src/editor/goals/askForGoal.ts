import { l10n } from 'vscode';
import type { NewGoal } from '../../app/goal/createGoal.ts';
import type { GoalChoices } from '../../app/goal/goalChoices.ts';
import { skillNamed } from '../../core/skill/skill.ts';
import type { Answer, Frame } from './ask.ts';
import * as ask from './goalQuestions.ts';

/** A goal as far as it was said, and whether its vision shall go into her profile too. */
export interface GoalDraft extends NewGoal {
  readonly keepsVision?: boolean;
}

/** One question of several; its answer is added to what is there. */
interface Step {
  /** Whether it is asked at all, after what was said before. */
  readonly isAsked: (draft: GoalDraft) => boolean;
  readonly ask: (frame: Frame, draft: GoalDraft) => Promise<Answer<Partial<GoalDraft>>>;
}

/**
 * Asks for the rest of a goal, one question after the other. Enter passes an optional one over or takes what is offered first, Esc keeps what is
 * there; what was given is not asked.
 *
 * @returns `back` where she wants to say the title anew
 */
export async function askForRest(given: NewGoal, choices: GoalChoices): Promise<GoalDraft | 'back'> {
  const steps = stepsFor(given, choices);
  const drafts: { readonly draft: GoalDraft; readonly step: number }[] = [];
  let draft: GoalDraft = given;
  for (let at = 0; at < steps.length; at++) {
    const step = steps[at];
    if (!step?.isAsked(draft)) continue;
    const [before, after] = [drafts.length, steps.slice(at).filter(later => later.isAsked(draft)).length];
    const frame = { title: l10n.t('New Goal'), step: before + 2, of: before + after + 1, canGoBack: true };
    const answer = await step.ask(frame, draft);
    if (answer === 'stop') return draft;
    if (answer === 'back') {
      const last = drafts.pop();
      if (!last) return 'back';
      ({ draft } = last);
      at = last.step - 1;
    } else {
      drafts.push({ draft, step: at });
      draft = { ...draft, ...answer.value };
    }
  }
  return draft;
}

/** The questions in their order. */
function stepsFor(given: NewGoal, choices: GoalChoices): readonly Step[] {
  const isLevelled = ({ skill }: GoalDraft) => skill !== undefined && skillNamed(skill, choices.skills) !== undefined;
  return [
    { isAsked: () => given.kind === undefined, ask: async frame => named('kind', await ask.askKind(frame)) },
    { isAsked: () => given.due === undefined, ask: async frame => named('due', await ask.askDue(frame, choices)) },
    {
      isAsked: ({ kind }) => given.measure === undefined && kind !== 'okr',
      ask: async frame => named('measure', await ask.askMeasure(frame)),
    },
    {
      isAsked: ({ kind }) => given.keyResults === undefined && kind === 'okr',
      ask: async frame => named('keyResults', inList(await ask.askKeyResult(frame))),
    },
    {
      isAsked: () => given.skill === undefined,
      ask: async frame => named('skill', await ask.askSkill(frame, choices)),
    },
    {
      isAsked: draft => given.from === undefined && isLevelled(draft),
      ask: async (frame, { skill = '' }) => named('from', await ask.askFrom(frame, choices, skill)),
    },
    {
      isAsked: draft => given.target === undefined && isLevelled(draft) && draft.from !== 5,
      ask: async (frame, { skill = '', from = 0 }) =>
        named('target', await ask.askTarget(frame, choices, { skill, from })),
    },
    {
      isAsked: () => given.objective === undefined && choices.objectives.length > 0,
      ask: async frame => named('objective', await ask.askObjective(frame, choices)),
    },
    { isAsked: () => given.vision === undefined, ask: frame => visionAsked(frame, choices) },
  ];
}

/** A new vision is followed by the question whether others may read it in her profile. Esc there means: only here. */
async function visionAsked(frame: Frame, choices: GoalChoices): Promise<Answer<Partial<GoalDraft>>> {
  const answer = await ask.askVision(frame, choices);
  if (typeof answer === 'string' || answer.value === undefined || choices.visions.includes(answer.value))
    return named('vision', answer);
  const keeps = await ask.askToKeepVision(frame);
  if (keeps === 'back') return visionAsked(frame, choices);
  return { value: { vision: answer.value, keepsVision: keeps !== 'stop' && keeps.value === true } };
}

function named<K extends keyof GoalDraft>(key: K, answer: Answer<GoalDraft[K]>): Answer<Partial<GoalDraft>> {
  if (typeof answer === 'string') return answer;
  return { value: answer.value === undefined ? undefined : { [key]: answer.value } };
}

function inList(answer: Answer<string>): Answer<readonly string[]> {
  return typeof answer === 'string' || answer.value === undefined
    ? (answer as Answer<never>)
    : { value: [answer.value] };
}
