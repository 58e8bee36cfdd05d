import type { Goal } from '../goal/goal.ts';
import type { KeyResult } from '../goal/keyResult.ts';
import { goalNamed } from '../goal/matchGoals.ts';
import { shortened } from '../markdown/cleanText.ts';
import { listed } from '../markdown/listed.ts';
import { escapeText, link } from '../markdown/markdown.ts';
import { relativeHref } from '../markdown/relativeHref.ts';
import type { SharedPath } from '../note/notePath.ts';
import { weekOf } from '../time/week.ts';
import { goalMovers } from './goalMovers.ts';
import type { PartLine } from './part.ts';
import type { WeekReport } from './weekReport.ts';

/**
 * The goals the week touched, by work, by an entry of the log, by evidence or by a step: where they stand, what moved them, and which
 * steps are done.
 *
 * @example
 * - [Checkout](../goals/checkout.md) · reads reached · moved by [a partial index](../learning/index.md) · done: Find where the time goes
 */
export function goalLines(report: WeekReport): readonly PartLine[] {
  return report.goals.flatMap(goal => {
    const done = stepsOf(report, goal);
    const movers = goalMovers(report, goal);
    if (done.length === 0 && movers.length === 0 && !isNamed(report, goal)) return [];
    const told = [
      link(shortened(goal.title, 160), relativeHref(report.path, goal.path)),
      ...standingOf(goal),
      ...(movers.length === 0 ? [] : [`moved by ${listed(movers)}`]),
      ...(done.length === 0 ? [] : [`done: ${done.map(step => words(step)).join(', ')}`]),
    ];
    return [{ facts: [{ id: goal.path, markdown: `- ${told.join(' · ')}` }] }];
  });
}

/** Whether a commit of the week names it that is no piece of work told here. */
function isNamed({ trailers }: WeekReport, goal: Goal<SharedPath>): boolean {
  return trailers.some(({ kind, text }) => kind === 'goal' && goalNamed(text, [goal]) !== undefined);
}

function stepsOf({ week }: WeekReport, { steps }: Goal<SharedPath>): readonly string[] {
  return steps
    .filter(({ state, done }) => state === 'done' && done !== undefined && weekOf(done) === week)
    .map(step => step.text);
}

/** Where a goal's key results are, in words; two at most. */
export function standingOf({ keyResults }: Pick<Goal, 'keyResults'>): readonly string[] {
  const told = keyResults.flatMap(result => keyResultWords(result) ?? []).slice(0, 2);
  return told.length === 0 ? [] : [told.join(', ')];
}

function keyResultWords({ text, now, target, unit, isReached }: KeyResult): string | undefined {
  if (isReached === true) return `${words(text)} reached`;
  if (now === undefined || target === undefined) return undefined;
  return words(`${text} ${now} of ${target}${unit === undefined ? '' : unit === '%' ? '%' : ` ${unit.trim()}`}`);
}

function words(text: string): string {
  return escapeText(shortened(text, 100));
}
