import { newestFirst, type LoggedEntry } from '../log/loggedEntry.ts';
import type { TrailerEntry } from '../log/trailerEntry.ts';
import { trailerKey } from '../log/trailers.ts';
import type { EntryType } from '../note/note.ts';
import { weekOf } from '../time/week.ts';
import type { Day } from '../time/day.ts';
import type { OutlineRow } from './outlineRow.ts';
import { plainLabel } from './plainLabel.ts';

/** How many entries are shown; what is older is found in its folder. */
const mostEntries = 200;

/**
 * A person's log for her own eyes: today, this week and earlier, newest first, with what her commits say and no note does
 * yet. Groups without anything are left out; an empty log has no rows.
 */
export function logRows(
  entries: readonly LoggedEntry[],
  trailers: readonly TrailerEntry[],
  today: Day,
): readonly OutlineRow[] {
  const newest = newestFirst(entries).slice(0, mostEntries);
  const all = [
    ...trailers.toReversed().map(trailer => ({ day: trailer.day, row: trailerRow(trailer) })),
    ...newest.map(entry => ({ day: entry.day, row: entryRow(entry) })),
  ].toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
  const week = weekOf(today);
  const groupOf = (day: Day) => (day >= today ? 'Today' : weekOf(day) === week ? 'This week' : 'Earlier');
  return ['Today', 'This week', 'Earlier'].flatMap(label => {
    const rows = all.filter(({ day }) => groupOf(day) === label).map(({ row }) => row);
    return rows.length > 0 ? [{ label, context: 'group', rows }] : [];
  });
}

function entryRow({ place, type, title, day, goal, isPrivate }: LoggedEntry): OutlineRow {
  const words = [typeWords[type], isPrivate ? 'private' : '', goal === undefined ? '' : `for ${goal}`];
  const detail = plainLabel(words.filter(word => word !== '').join(' · '));
  return {
    label: plainLabel(title) || typeWords[type] || 'learning',
    ...(detail !== '' && { detail }),
    tooltip: plainLabel(`${title} · ${day}`, 400),
    icon: isPrivate ? 'lock' : icons[type],
    opens: place,
    context: 'entry',
  };
}

/** Most are learnings: they need no word. */
const typeWords: Readonly<Record<EntryType, string>> = {
  learning: '',
  win: 'win',
  thanks: 'thanks',
  help: 'help wanted',
  experiment: 'experiment',
  'hard-moment': 'hard moment',
  waste: 'waste',
};

const icons: Readonly<Record<EntryType, string>> = {
  learning: 'lightbulb',
  win: 'star-empty',
  thanks: 'heart',
  help: 'question',
  experiment: 'beaker',
  'hard-moment': 'lock',
  waste: 'watch',
};

function trailerRow(trailer: TrailerEntry): OutlineRow {
  const { kind, text, commit } = trailer;
  const said = { learned: '', goal: 'goal: ', thanks: 'thanks: ' }[kind];
  return {
    label: plainLabel(said + text),
    detail: plainLabel(`from ${commit.repo} ${commit.hash.slice(0, 7)}`),
    tooltip: plainLabel(text, 400),
    icon: 'git-commit',
    context: 'trailer',
    key: trailerKey(trailer),
    answers: { key: trailerKey(trailer) },
  };
}
