import { compareText } from '../note/compareText.ts';
import type { Note } from '../note/note.ts';
import type { Handle, SharedPath } from '../note/notePath.ts';
import { parseWeek, type Week } from '../time/week.ts';

/** Where a team's own layout for new weekly notes is, where it has one. */
export const layoutPath = 'templates/weekly.md' as SharedPath;

/** Where a person's note of a week goes: `people/ada/weekly/2026-W47-ada.md`. */
export function weeklyPath(week: Week, handle: Handle): SharedPath {
  return `people/${handle}/weekly/${week}-${handle}.md` as SharedPath;
}

/** A weekly note and the week it tells of. */
export interface WeeklyNote<N> {
  readonly note: N;
  readonly week: Week;
}

/** A person's weekly notes, the earliest first; renamed ones are known by their front matter. */
export function weeklyNotesOf<N extends Note & { readonly path: SharedPath }>(
  notes: readonly N[],
  handle: Handle,
): readonly WeeklyNote<N>[] {
  return notes
    .filter(({ path }) => path.startsWith(`people/${handle}/weekly/`))
    .flatMap((note): WeeklyNote<N>[] => {
      const week = weekNamed(note);
      return week === undefined ? [] : [{ note, week }];
    })
    .toSorted((a, b) => compareText(a.week, b.week));
}

function weekNamed({ path, head }: Note & { readonly path: SharedPath }): Week | undefined {
  const said = typeof head['week'] === 'string' ? parseWeek(head['week']) : undefined;
  return said ?? parseWeek(/\/(\d{4}-W\d{2})[^/]*$/.exec(path)?.[1] ?? '');
}
