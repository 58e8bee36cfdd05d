import type { Goal } from '../goal/goal.ts';
import { nextStage, type StageContext } from '../goal/stages.ts';
import type { OutlineRow } from './outlineRow.ts';

/** What a goal asks for next, as an invitation to click. Undefined where nothing is missing. */
export function nextRow(goal: Goal, context: StageContext): OutlineRow | undefined {
  const next = nextStage(goal, context);
  if (!next) return undefined;
  const { label, icon, command, answers } = next;
  return { label: `${label}…`, kind: 'next step', icon, command, context: 'next', key: 'next', answers };
}
