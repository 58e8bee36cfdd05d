import type { Evidence, Goal, GoalStatus, Step } from '../goal/goal.ts';
import type { KeyResult } from '../goal/keyResult.ts';
import { isNamedBy, saidName, type SaidName } from '../goal/matchGoals.ts';
import { progressText, reachedText } from './progressText.ts';
import { refLabel } from '../evidence/printEvidence.ts';
import { readEvidence } from '../evidence/readEvidence.ts';
import type { LoggedEntry } from '../log/loggedEntry.ts';
import type { Day } from '../time/day.ts';
import { inlineText } from '../markdown/inlineText.ts';
import { dueText } from './dueText.ts';
import type { OutlineRow } from './outlineRow.ts';
import { plainLabel } from './plainLabel.ts';

/** What a goal is shown with. */
export interface GoalRowOptions {
  /** What is past its day is marked so. */
  readonly today?: Day;
  /** How many entries of her own log are about each goal; see {@link toldByGoal}. Not for others' eyes. */
  readonly told?: readonly Told[];
  /** Somebody else's goals are looked at only: they have no boxes, and no menu that writes. */
  readonly isMine?: boolean;
  /** Rows at the end of a goal, by its path: what others found out about it. */
  readonly proposed?: ReadonlyMap<string, readonly OutlineRow[]>;
  /** What is the next thing to do for a goal, as a row above all others. */
  readonly next?: (goal: Goal) => OutlineRow | undefined;
}

/**
 * One goal: what is next, what shall happen (key results), what she does for it (steps), what shows it (evidence). Each row of the
 * note gives a command the goal, its note, its line and its words.
 */
export function goalRow(goal: Goal, options: GoalRowOptions): OutlineRow {
  const { today, isMine = true, proposed, next } = options;
  const nextRow = isMine && mayAsk.includes(goal.status) ? next?.(goal) : undefined;
  const details = [
    goal.due === undefined || goal.status === 'done' ? '' : dueText(goal.due, today),
    reachedText(goal.keyResults),
    isMine ? entriesText(goal, options) : '',
  ].filter(detail => detail !== '');
  const rows = [
    ...(nextRow ? [nextRow] : []),
    ...goal.keyResults.map(result => keyResultRow(goal, result, isMine)),
    ...stepRows(goal, { today, isMine }),
    ...evidenceRows(goal, isMine),
    ...(proposed?.get(goal.path) ?? []),
  ];
  const label = plainLabel(goal.title) || goal.slug;
  return {
    label,
    ...(details.length > 0 && { detail: details.join(' · ') }),
    tooltip: [plainLabel(goal.title, 400) || goal.slug, ...details].join(' · '),
    kind: `${goal.isPrivate ? 'private ' : ''}goal${goal.status === 'active' ? '' : `, ${goal.status}`}`,
    icon: goal.isPrivate ? 'lock' : icons[goal.status],
    opens: { shelf: goal.shelf, path: goal.path },
    context: contextOf(['goal', goal.status, goal.isPrivate && 'private', isMine && 'mine']),
    key: `${goal.shelf} ${goal.path}`,
    answers: answersOf(goal),
    ...(rows.length > 0 && { rows }),
    ...(goal.status !== 'active' && { folded: true }),
  };
}

/** A goal that rests asks for nothing; one that is done may still tell what it taught. */
const mayAsk: readonly GoalStatus[] = ['active', 'done'];

const icons: Readonly<Record<GoalStatus, string>> = {
  active: 'target',
  parked: 'debug-pause',
  done: 'pass',
  dropped: 'circle-slash',
};

/** How many entries of a log tell of each goal they name: one walk for all goals. */
export function toldByGoal(entries: readonly Pick<LoggedEntry, 'goal'>[]): readonly Told[] {
  const told = new Map<string, number>();
  for (const { goal } of entries) if (goal !== undefined) told.set(goal, (told.get(goal) ?? 0) + 1);
  return [...told].map(([text, count]) => ({ name: saidName(text), count }));
}

/** One way a goal is named in a log, and in how many entries. */
export interface Told {
  readonly name: SaidName;
  readonly count: number;
}

function entriesText(goal: Goal, { told = [] }: GoalRowOptions): string {
  const isNamed = isNamedBy(goal);
  const learned = told.reduce((sum, { name, count }) => (isNamed(name) ? sum + count : sum), 0);
  return learned === 0 ? '' : `${learned} ${learned === 1 ? 'entry' : 'entries'}`;
}

/** What a command on a row of a goal is given to find the goal by. */
function answersOf({ slug, shelf, path }: Goal): Readonly<Record<string, unknown>> {
  return { goal: slug, shelf, path };
}

function contextOf(words: readonly (string | false)[]): string {
  return words.filter(word => word !== false).join(' ');
}

function keyResultRow(goal: Goal, result: KeyResult, isMine: boolean): OutlineRow {
  const { line, isReached, isTicked } = result;
  const words = plainLabel(result.text);
  const detail = plainLabel(progressText(result)) || 'key result';
  return {
    label: words || 'Key result',
    detail,
    tooltip: `${plainLabel(result.text, 400)} · ${detail}`,
    kind: detail === 'key result' ? '' : 'key result',
    icon: isReached === true ? 'pass' : 'graph',
    opens: { shelf: goal.shelf, path: goal.path, line },
    ...(isMine && isTicked !== undefined && { checked: isTicked }),
    context: contextOf([
      'keyResult',
      result.target !== undefined && 'figures',
      isTicked !== undefined && 'box',
      isMine && 'mine',
    ]),
    key: `keyResult ${result.text}`,
    answers: { ...answersOf(goal), keyResult: result.text, line },
  };
}

/** Steps with those indented below them. What moved on or was dropped is no step any more; what stands below it still is. */
function stepRows(goal: Goal, shown: { readonly today: Day | undefined; readonly isMine: boolean }): OutlineRow[] {
  const { steps } = goal;
  const rowsFrom = (start: number, depth: number): { readonly rows: OutlineRow[]; readonly end: number } => {
    const rows: OutlineRow[] = [];
    let at = start;
    for (let step = steps[at]; step && step.depth >= depth; step = steps[at]) {
      const below = rowsFrom(at + 1, step.depth + 1);
      if (step.state === 'moved' || step.state === 'dropped') rows.push(...below.rows);
      else rows.push(stepRow(goal, step, { ...shown, below: below.rows }));
      at = below.end;
    }
    return { rows, end: at };
  };
  return rowsFrom(0, 0).rows;
}

interface StepShown {
  readonly today: Day | undefined;
  readonly isMine: boolean;
  readonly below: readonly OutlineRow[];
}

function stepRow(goal: Goal, { state, text, due, line }: Step, { today, isMine, below }: StepShown): OutlineRow {
  const isDone = state === 'done';
  const detail = due === undefined || isDone ? '' : dueText(due, today);
  const words = plainWords(text);
  return {
    label: plainLabel(words) || 'Step',
    ...(detail !== '' && { detail }),
    tooltip: [plainLabel(words, 400) || 'Step', detail].filter(part => part !== '').join(' · '),
    kind: isDone ? 'step, done' : 'step',
    opens: { shelf: goal.shelf, path: goal.path, line },
    ...(isMine ? { checked: isDone } : { icon: isDone ? 'check' : 'circle-large-outline' }),
    context: contextOf(['step', isMine && 'mine']),
    key: `step ${text}`,
    answers: { ...answersOf(goal), step: text, line },
    ...(below.length > 0 && { rows: below }),
  };
}

/** So few lines of evidence are in sight by themselves: what was just attached is seen. */
const evidenceAtOnce = 3;

function evidenceRows(goal: Goal, isMine: boolean): OutlineRow[] {
  if (goal.evidence.length === 0) return [];
  const rows = goal.evidence.map(evidence => evidenceRow(goal, evidence, isMine));
  const context = contextOf(['group', 'evidenceGroup', isMine && 'mine']);
  const folded = rows.length > evidenceAtOnce;
  return [{ label: 'Evidence', kind: 'group', icon: 'verified', context, key: 'evidence', rows, folded }];
}

/** What it shows in the person's words, and where it is shown; a link by its words alone where she said nothing. */
function evidenceRow(goal: Goal, { text, line }: Evidence, isMine: boolean): OutlineRow {
  const { claim, refs } = readEvidence(text.slice(0, 2000));
  const words = plainLabel(plainWords(claim));
  const where = plainLabel(refs.map(refLabel).join(', '));
  return {
    label: words || where || plainLabel(plainWords(text)) || 'Evidence',
    ...(words !== '' && where !== '' && { detail: where }),
    tooltip: plainLabel(plainWords(text), 400),
    kind: 'evidence',
    icon: 'link',
    opens: { shelf: goal.shelf, path: goal.path, line },
    context: contextOf(['evidence', isMine && 'mine']),
    key: `evidence ${text}`,
    answers: { ...answersOf(goal), evidence: text, line },
  };
}

/** Words of a note without their markup: a link by its words. */
function plainWords(markdown: string): string {
  const same = (words: string) => words;
  return inlineText(markdown.slice(0, 2000), {
    text: same,
    bold: same,
    italic: same,
    struck: same,
    code: same,
    link: same,
  });
}
