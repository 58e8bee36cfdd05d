import { goalNamed, type Named } from '../goal/matchGoals.ts';
import { newestFirst, type LoggedEntry } from '../log/loggedEntry.ts';
import { typeIcons, typeWords } from '../log/typeWords.ts';
import type { TrailerEntry } from '../log/trailerEntry.ts';
import { trailerKey } from '../log/trailers.ts';
import { compareText } from '../note/compareText.ts';
import type { LogType } from '../note/note.ts';
import type { Day } from '../time/day.ts';
import { addWeeks, weekOf, type Week } from '../time/week.ts';
import { weekDays } from '../time/weekDays.ts';
import type { OutlineRow } from './outlineRow.ts';
import { plainLabel } from './plainLabel.ts';
import { withRowsLater } from './withRowsLater.ts';

/** What a log is shown with. */
export interface LogRowOptions {
  readonly today: Day;
  /** Goals that are called by their titles; any other as the entry names it. */
  readonly goals?: readonly Named[];
}

/**
 * A log by week, the newest first, with what her commits say and no note does yet. This week and the last are open, older ones wait
 * for a click; nothing is left out however old it is. Weeks without anything have no row, and an empty log has none at all.
 */
export function logRows(
  entries: readonly LoggedEntry[],
  trailers: readonly TrailerEntry[],
  { today, goals = [] }: LogRowOptions,
): readonly OutlineRow[] {
  const shown = { today, titleOf: titlesOf(goals) };
  const all = [
    ...trailers.toReversed().map(trailer => ({ day: trailer.day, row: () => trailerRow(trailer, shown) })),
    ...newestFirst(entries).map(entry => ({ day: entry.day, row: () => entryRow(entry, shown) })),
  ].toSorted((a, b) => compareText(b.day, a.day));
  const week = weekOf(today);
  const groups = [...byWeek(all)];
  return groups.map(([each, { rows }], index) => {
    const group = { ...weekRow(each, week), folded: index > 0 && each < addWeeks(week, -1) };
    const made = () => rows.map(({ row }) => row());
    return group.folded ? withRowsLater(group, made) : { ...group, rows: made() };
  });
}

interface Shown {
  readonly today: Day;
  readonly titleOf: (goal: string) => string;
}

/** What each goal is called. A log names the same few again and again. */
function titlesOf(goals: readonly Named[]): Shown['titleOf'] {
  const known = new Map<string, string>();
  return text => {
    const title = known.get(text) ?? goalNamed(text, goals)?.title ?? text;
    known.set(text, title);
    return title;
  };
}

interface Dated {
  readonly day: Day;
  readonly row: () => OutlineRow;
}

function byWeek(dated: readonly Dated[]): ReadonlyMap<Week, { readonly rows: readonly Dated[] }> {
  const weeks = new Map<Week, { readonly rows: Dated[] }>();
  let last: { readonly day: Day; readonly rows: Dated[] } | undefined;
  for (const one of dated) {
    if (one.day !== last?.day) {
      const week = weekOf(one.day);
      const { rows } = weeks.get(week) ?? { rows: [] };
      weeks.set(week, { rows });
      last = { day: one.day, rows };
    }
    last.rows.push(one);
  }
  return weeks;
}

function weekRow(week: Week, thisWeek: Week): OutlineRow {
  const common = { context: 'group', key: `week ${week}` };
  const days = weekDays(week);
  if (week === thisWeek) return { label: 'This week', tooltip: `${week} · ${days}`, ...common };
  if (week === addWeeks(thisWeek, -1)) return { label: 'Last week', tooltip: `${week} · ${days}`, ...common };
  return { label: week, detail: days, ...common };
}

function entryRow(entry: LoggedEntry, { today, titleOf }: Shown): OutlineRow {
  const { place, type, title, day, goal, isPrivate } = entry;
  const words = [typeWords[type], isPrivate ? 'private' : '', goal === undefined ? '' : `for ${titleOf(goal)}`];
  const detail = detailOf(day, today, words);
  return {
    label: plainLabel(title) || typeWords[type] || 'learning',
    ...(detail !== '' && { detail }),
    tooltip: tooltipOf(entry, titleOf),
    icon: isPrivate ? 'lock' : typeIcons[type],
    opens: place,
    context: !isPrivate && showsStrength.has(type) ? 'entry showsStrength' : 'entry',
    key: `${place.shelf} ${place.path}`,
    ...(!isPrivate && showsStrength.has(type) && { answers: { example: place.path } }),
  };
}

/** What can stand in a profile as the example of a strength. */
const showsStrength: ReadonlySet<LogType> = new Set(['win', 'learning']);

function detailOf(day: Day, today: Day, words: readonly string[]): string {
  return plainLabel([day === today ? 'today' : '', ...words].filter(word => word !== '').join(' · '));
}

function tooltipOf({ title, day, goal, skills, tags }: LoggedEntry, titleOf: Shown['titleOf']): string {
  const marks = [
    ...(goal === undefined ? [] : [`goal: ${titleOf(goal)}`]),
    ...skills.map(skill => `skill: ${skill}`),
    ...tags.map(tag => `#${tag}`),
  ];
  return plainLabel([title, day, ...marks].join(' · '), 400);
}

function trailerRow(trailer: TrailerEntry, { today, titleOf }: Shown): OutlineRow {
  const { kind, text, commit } = trailer;
  const said = { learned: text, goal: `Goal: ${titleOf(text)}`, thanks: `Thanks: ${text}` }[kind];
  return {
    label: plainLabel(said),
    detail: detailOf(trailer.day, today, [`from ${commit.repo} ${commit.hash.slice(0, 7)}`]),
    tooltip: plainLabel(said, 400),
    icon: 'git-commit',
    context: 'trailer',
    key: trailerKey(trailer),
    answers: { key: trailerKey(trailer) },
  };
}
