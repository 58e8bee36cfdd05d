import type { Goal } from '../goal/goal.ts';
import { nextStage, stagesOf, type Stage, type StageContext } from '../goal/stages.ts';
import type { OutlineRow } from './outlineRow.ts';

/** What a goal asks for next, as an invitation to click that says where in the six stages it stands. Undefined where nothing is missing. */
export function nextRow(goal: Goal, context: StageContext): OutlineRow | undefined {
  const next = nextStage(goal, context);
  if (!next) return undefined;
  const { label, icon, command, answers } = next;
  const tooltip = `${label}: ${stagesText(goal, context, next.stage)}`;
  return { label: `${label}…`, tooltip, kind: 'next step', icon, command, context: 'next', key: 'next', answers };
}

/** The six stages of a goal: what is there, what is next, what comes later. */
function stagesText(goal: Goal, context: StageContext, next: Stage): string {
  const said = stagesOf(goal, context).map(({ stage, isThere }) => {
    const name = stageNames[stage];
    return isThere ? `✓ ${name}` : stage === next ? `→ ${name}` : name;
  });
  return said.join(' · ');
}

const stageNames: Readonly<Record<Stage, string>> = {
  initiative: 'take the initiative',
  diagnosis: 'know what you need',
  goal: 'set the goal',
  resources: 'find who and what helps',
  strategy: 'choose a way',
  evaluation: 'see what came of it',
};
