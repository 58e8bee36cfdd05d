import type { Goal } from '../goal/goal.ts';
import type { KeyResult } from '../goal/keyResult.ts';
import { goalNamed, matchGoals } from '../goal/matchGoals.ts';
import { shortened } from '../markdown/cleanText.ts';
import { escapeText, link } from '../markdown/markdown.ts';
import { relativeHref } from '../markdown/relativeHref.ts';
import type { SharedPath } from '../note/notePath.ts';
import { weekOf } from '../time/week.ts';
import type { PartLine } from './part.ts';
import type { WeekReport } from './weekReport.ts';

/**
 * The goals the week touched, by work, by an entry of the log or by a step: where they stand, and which steps are done.
 *
 * @example
 * - [Checkout under 200 ms](../goals/checkout.md) · reads there, writes 640 of 300 ms · done: Find where the time goes
 */
export function goalLines(report: WeekReport): readonly PartLine[] {
  return report.goals.flatMap(goal => {
    const done = stepsOf(report, goal);
    if (done.length === 0 && !isTouched(report, goal)) return [];
    const steps = done.length === 0 ? [] : [`done: ${done.map(step => words(step)).join(', ')}`];
    const told = [link(shortened(goal.title, 160), relativeHref(report.path, goal.path)), ...standing(goal), ...steps];
    return [{ facts: [{ id: goal.path, markdown: `- ${told.join(' · ')}` }] }];
  });
}

function isTouched({ work, entries, trailers }: WeekReport, goal: Goal<SharedPath>): boolean {
  const pieces = [...(work?.pieces ?? []), ...(work?.also ?? [])];
  const called = [
    ...entries.map(entry => entry.goal),
    ...trailers.flatMap(({ kind, text }) => (kind === 'goal' ? [text] : [])),
  ];
  return (
    pieces.some(piece => matchGoals(piece, [goal]).length > 0) ||
    called.some(name => name !== undefined && goalNamed(name, [goal]) !== undefined)
  );
}

function stepsOf({ week }: WeekReport, { steps }: Goal<SharedPath>): readonly string[] {
  return steps
    .filter(({ state, done }) => state === 'done' && done !== undefined && weekOf(done) === week)
    .map(step => step.text);
}

/** Where its key results are, two at most. */
function standing({ keyResults }: Goal<SharedPath>): readonly string[] {
  const told = keyResults.flatMap(result => keyResultWords(result) ?? []).slice(0, 2);
  return told.length === 0 ? [] : [told.join(', ')];
}

function keyResultWords({ text, now, target, unit, isReached }: KeyResult): string | undefined {
  if (isReached === true) return `${words(text)} there`;
  if (now === undefined || target === undefined) return undefined;
  return words(`${text} ${now} of ${target}${unit === undefined ? '' : unit === '%' ? '%' : ` ${unit.trim()}`}`);
}

function words(text: string): string {
  return escapeText(shortened(text, 100));
}
