import { compareText } from '../note/compareText.ts';
import type { Note } from '../note/note.ts';
import { slugOf, type Handle, type SharedPath } from '../note/notePath.ts';
import { isUnreadable } from '../note/readNote.ts';
import { parseWeek, type Week } from '../time/week.ts';
import { hasNews, type NoteState } from './noteState.ts';

/** A note that can be shared now. */
export interface NoteToShare {
  readonly path: SharedPath;
  readonly title: string;
  readonly type?: Note['type'];
  /** Of a weekly note. */
  readonly week?: Week;
  readonly change: 'new' | 'changed' | 'deleted';
  /** It is in a commit already, and only waits to be pushed. */
  readonly isCommitted: boolean;
}

/** Why a note stays where it is. */
export type KeptBackReason =
  'private' | 'unreadable' | 'refused' | 'conflict' | 'twin' | Exclude<NoteState['kept'], undefined | 'unmerged'>;

/** A note with news that is not shared, and why. */
export interface NoteKeptBack {
  readonly path: SharedPath;
  readonly title: string;
  readonly reason: KeptBackReason;
  /** What keeps it, as git names it: `.gitignore:3: notes/`. */
  readonly by?: string;
}

/** What would be shared now, and what would not. Both in the order of their paths. */
export interface SharePlan {
  readonly notes: readonly NoteToShare[];
  readonly keptBack: readonly NoteKeptBack[];
}

/** A note as the index knows it, and whether two versions meet in its text. */
export type PlannedNote = Note & { readonly path: SharedPath; readonly hasConflict?: boolean };

/** How many notes one share may delete without being asked about it. */
const mostDeleted = 10;

/** Whether a person may share a note: it lies below her own folder, or belongs to the team. */
export function isSharedBy(me: Handle, path: string): boolean {
  return !path.startsWith('people/') || path.startsWith(`people/${me}/`);
}

/** Compares where notes stand with what they are: what is private, or nobody can read, is kept back with its reason. */
export function planShare(states: readonly NoteState[], notes: ReadonlyMap<string, PlannedNote>): SharePlan {
  const news = states.filter(hasNews).toSorted((a, b) => compareText(a.path, b.path));
  const twins = twinsIn(states);
  const reasons = new Map(
    news.map(state => [
      state.path,
      reasonToKeep(state, notes.get(state.path)) ?? (twins.has(state.path) ? 'twin' : undefined),
    ]),
  );
  return {
    notes: news
      .filter(({ path }) => reasons.get(path) === undefined)
      .map(state => toShare(state, notes.get(state.path))),
    keptBack: news.flatMap(({ path, keptBy: by }) => {
      const reason = reasons.get(path);
      if (reason === undefined) return [];
      return [{ path, title: titleOf(path, notes.get(path)), reason, ...(by !== undefined && { by }) }];
    }),
  };
}

/** New notes whose name another note has but for capitals or accents' encoding: many machines can't hold both. */
function twinsIn(states: readonly NoteState[]): ReadonlySet<string> {
  const folded = (path: string) => path.normalize('NFC').toLowerCase();
  const there = states.filter(({ now }) => now !== undefined);
  const counts = new Map<string, number>();
  for (const { path } of there) counts.set(folded(path), (counts.get(folded(path)) ?? 0) + 1);
  const alike = there.filter(({ path }) => (counts.get(folded(path)) ?? 0) > 1);
  return new Set(alike.filter(({ committed }) => committed === undefined).map(({ path }) => path));
}

/** The notes a share would take away from everybody, where they are so many that it may be a mistake; else none. */
export function tooManyDeleted(notes: readonly NoteToShare[]): readonly NoteToShare[] {
  const deleted = notes.filter(({ change, isCommitted }) => change === 'deleted' && !isCommitted);
  return deleted.length > mostDeleted ? deleted : [];
}

/** Why a note must not be shared as it stands; undefined where nothing speaks against it. */
export function reasonToKeep(
  { kept, now }: Pick<NoteState, 'kept' | 'now'>,
  note: PlannedNote | undefined,
): KeptBackReason | undefined {
  if (kept === 'unmerged') return 'conflict';
  if (kept !== undefined) return kept;
  if (now === undefined) return undefined; // deleted: there is nothing to read
  if (note === undefined) return 'refused';
  if (note.hasConflict === true || note.problems.some(({ code }) => code === 'conflict')) return 'conflict';
  if (note.problems.some(({ code }) => refused.has(code))) return 'refused';
  if (note.problems.some(problem => isUnreadable(problem) && problem.code !== 'part-broken')) return 'unreadable';
  return note.isPrivate ? 'private' : undefined;
}

const refused: ReadonlySet<string> = new Set(['too-large', 'not-utf8', 'binary', 'unreadable']);

function toShare(state: NoteState, note: PlannedNote | undefined): NoteToShare {
  const week = weekIn(state.path);
  return {
    path: state.path,
    title: titleOf(state.path, note),
    type: note?.type ?? (week === undefined ? undefined : 'weekly'),
    ...(week !== undefined && { week }),
    change: changeOf(state),
    isCommitted: state.now === state.committed,
  };
}

function changeOf({ others, now }: NoteState): NoteToShare['change'] {
  if (now === undefined) return 'deleted';
  return others === undefined ? 'new' : 'changed';
}

function titleOf(path: SharedPath, note: PlannedNote | undefined): string {
  if (note) return note.title;
  return slugOf(path)
    .replace(/^\d{4}-\d{2}-\d{2}-(?=.)/, '')
    .replaceAll('-', ' ');
}

function weekIn(path: string): Week | undefined {
  const [, week = ''] = /\/weekly\/(\d{4}-W\d{2})-[^/]*$/.exec(path) ?? [];
  return parseWeek(week);
}
