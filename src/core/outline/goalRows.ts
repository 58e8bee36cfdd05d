import type { Goal, GoalStatus, Step } from '../goal/goal.ts';
import type { KeyResult } from '../goal/keyResult.ts';
import type { LoggedEntry } from '../log/loggedEntry.ts';
import type { Day } from '../time/day.ts';
import { dueText } from './dueText.ts';
import type { OutlineRow } from './outlineRow.ts';
import { plainLabel } from './plainLabel.ts';

export interface GoalRowsOptions {
  /** What is past its day is marked so. */
  readonly today?: Day;
  /** Her own log: a goal shows how much of it is about the goal. Not for others' eyes. */
  readonly entries?: readonly LoggedEntry[];
}

/**
 * A person's goals as a tree: the vision they serve, the goals, their key results and steps. Active goals come first,
 * then the parked and the done; dropped ones are left out.
 */
export function goalRows(goals: readonly Goal[], options: GoalRowsOptions = {}): readonly OutlineRow[] {
  const shown = statuses.flatMap(status => goals.filter(goal => goal.status === status).toSorted(byDue));
  const visions = new Map<string, readonly Goal[]>();
  for (const goal of shown) {
    const vision = plainLabel(goal.vision ?? '');
    visions.set(vision, [...(visions.get(vision) ?? []), goal]);
  }
  return [...visions].flatMap(([vision, under]) => {
    const rows = under.map(goal => goalRow(goal, options));
    return vision === '' ? rows : [{ label: capital(vision), icon: 'eye', context: 'vision', rows }];
  });
}

const statuses: readonly GoalStatus[] = ['active', 'parked', 'done'];

function byDue(a: Goal, b: Goal): number {
  const [one, other] = [a.due ?? '9999', b.due ?? '9999'];
  return one < other ? -1 : one > other ? 1 : a.title.localeCompare(b.title, 'en');
}

function goalRow(goal: Goal, { today, entries = [] }: GoalRowsOptions): OutlineRow {
  const learned = entries.filter(entry => entry.goal?.toLowerCase() === goal.slug.toLowerCase()).length;
  const details = [
    goal.status === 'active' ? '' : goal.status,
    goal.due === undefined || goal.status === 'done' ? '' : dueText(goal.due, today),
    learned === 0 ? '' : `${learned} ${learned === 1 ? 'entry' : 'entries'}`,
  ].filter(detail => detail !== '');
  const rows = [
    ...goal.keyResults.map(result => keyResultRow(goal, result)),
    ...goal.steps.flatMap(step => stepRow(goal, step, today)),
  ];
  return {
    label: plainLabel(goal.title) || goal.slug,
    ...(details.length > 0 && { detail: details.join(' · ') }),
    icon: goal.isPrivate ? 'lock' : icons[goal.status],
    opens: { shelf: goal.shelf, path: goal.path },
    context: 'goal',
    key: goal.slug,
    ...(rows.length > 0 && { rows }),
  };
}

const icons: Readonly<Record<GoalStatus, string>> = {
  active: 'target',
  parked: 'debug-pause',
  done: 'pass',
  dropped: 'circle-slash',
};

function keyResultRow({ shelf, path }: Goal, result: KeyResult): OutlineRow {
  const { now, target, unit = '', isReached } = result;
  const figures = target === undefined ? '' : `${now === undefined ? '' : `${now} of `}${target}${unitText(unit)}`;
  const detail = [figures, isReached === true ? 'reached' : ''].filter(part => part !== '').join(' · ');
  return {
    label: plainLabel(result.text) || 'Key result',
    ...(detail !== '' && { detail: plainLabel(detail) }),
    icon: isReached === true ? 'pass' : 'graph',
    opens: { shelf, path, line: result.line },
    context: 'keyResult',
  };
}

function unitText(unit: string): string {
  return unit === '' || unit === '%' ? unit : ` ${unit}`;
}

/** What moved on or was dropped is no step any more. */
function stepRow({ shelf, path }: Goal, { state, text, due, line }: Step, today: Day | undefined): OutlineRow[] {
  if (state === 'moved' || state === 'dropped') return [];
  const isDone = state === 'done';
  return [
    {
      label: plainLabel(text) || 'Step',
      ...(due !== undefined && !isDone && { detail: dueText(due, today) }),
      opens: { shelf, path, line },
      checked: isDone,
      context: 'step',
    },
  ];
}

function capital(text: string): string {
  return text.replace(/^\p{Ll}/u, letter => letter.toUpperCase());
}
