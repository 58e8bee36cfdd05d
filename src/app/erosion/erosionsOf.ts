import { goalErosions, visionErosions, type Erosion } from '../../core/erosion/erosion.ts';
import { readGoal } from '../../core/goal/goal.ts';
import type { HeadReader } from '../../core/note/note.ts';
import { slugOf, type SharedPath } from '../../core/note/notePath.ts';
import { readNote } from '../../core/note/readNote.ts';
import { profilePath, readProfile } from '../../core/people/profile.ts';
import { calendarOf } from '../../core/time/calendar.ts';
import { addDays, type EpochSeconds } from '../../core/time/day.ts';
import type { Desk } from '../desk.ts';
import type { FileVersion } from '../ports.ts';
import { readIfThere } from '../notebook/readIfThere.ts';
import type { IndexedNote } from '../shelf.ts';

/** A note of hers that says less than it did, and what it said. */
export interface Shrunk {
  readonly path: SharedPath;
  readonly title: string;
  /** The goal's slug; undefined for the visions of her profile. */
  readonly goal?: string;
  readonly erosions: readonly Erosion[];
  /** The newest text that still had all of it; where there is none, the one that had the most. */
  readonly before: FileVersion;
}

/** How long a change is asked about, in days. */
const howLong = 90;

/**
 * What of her active goals and her visions became smaller in the last months, as git knows it. Only what others can read is in git,
 * so only that is compared; and only hers, whoever else may be looked at.
 */
export async function erosionsOf(desk: Desk, yaml: HeadReader): Promise<readonly Shrunk[]> {
  const { notebook, me, history, clock } = desk;
  if (!history) return [];
  const hers = (await notebook.shared.notes()).filter(note => isCompared(note, me.handle));
  const since = calendarOf(clock.zone).startOf(addDays(clock.today(), -howLong)); // once: a calendar costs milliseconds
  const found = await Promise.all(hers.map(note => shrunk(desk, note, { since, yaml })));
  return found.filter(each => each !== undefined);
}

function isCompared({ type, path, head, isPrivate }: IndexedNote<SharedPath>, me: string): boolean {
  if (isPrivate || !path.startsWith(`people/${me}/`)) return false;
  return type === 'goal' ? [undefined, null, 'active'].includes(head['status'] as null) : path === profilePath(me);
}

async function shrunk(
  { notebook, history }: Desk,
  note: IndexedNote<SharedPath>,
  { since, yaml }: { readonly since: EpochSeconds; readonly yaml: HeadReader },
): Promise<Shrunk | undefined> {
  const now = await readIfThere(notebook.shared, note.path);
  const versions = await history?.versionsOf(notebook.shared.locate(note.path), { since });
  if (now === undefined || versions === undefined) return undefined;
  const compared = versions
    .filter(({ text }) => text !== now)
    .map(version => ({ version, erosions: erosionsSince(note.path, { then: version.text, now, yaml }) }));
  const most = Math.max(0, ...compared.map(({ erosions }) => erosions.length));
  const shown = compared.find(({ erosions }) => erosions.length === most); // the newest comes first
  if (most === 0 || shown === undefined) return undefined;
  const named = note.type === 'goal' ? { title: note.title, goal: slugOf(note.path) } : { title: 'My vision' };
  return { path: note.path, ...named, erosions: shown.erosions, before: shown.version };
}

/** How one text of a note is smaller than an earlier one. A text that was private, or another note, is not compared. */
export function erosionsSince(
  path: SharedPath,
  { then, now, yaml }: { readonly then: string; readonly now: string; readonly yaml: HeadReader },
): readonly Erosion[] {
  const [older, newer] = [then, now].map(text => ({ ...readNote(path, text, yaml), path }));
  if (!older || !newer || older.type !== newer.type || older.isPrivate || newer.isPrivate) return [];
  if (newer.type === 'goal') return goalErosions(readGoal(older, then), readGoal(newer, now));
  if (newer.type !== 'profile') return [];
  const profile = readProfile(newer, now);
  return visionErosions(profile.handle, readProfile(older, then).visions, profile.visions);
}
