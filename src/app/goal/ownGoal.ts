import type { HeadReader } from '../../core/note/note.ts';
import { slugOf, type NotePath } from '../../core/note/notePath.ts';
import { isUnreadable } from '../../core/note/readNote.ts';
import type { Desk } from '../desk.ts';
import type { EditedNote } from '../notebook/editNote.ts';
import { Failure } from '../failure.ts';
import { goalCalled } from './goalsOf.ts';
import type { Notebook, Shelf } from '../shelf.ts';

/** What changing a goal needs: a desk, and a reader of front matter. */
export interface GoalDesk extends Pick<Desk, 'notebook' | 'me' | 'clock'> {
  readonly yaml: HeadReader;
}

/** How a command names a goal: by its slug or title, or exactly by its note, as a row of the tree does. */
export interface GoalName {
  readonly goal: string;
  readonly path: string;
  readonly shelf: 'shared' | 'private';
}

/** A goal of the person at the desk, to be changed. */
export interface OwnGoal extends EditedNote<NotePath> {
  readonly name: 'shared' | 'private';
  readonly slug: string;
  readonly title: string;
  readonly isPrivate: boolean;
}

/**
 * The goal that is named, of those the person may change: below her own folder, or on her own shelf. Of two with one name the one
 * others can read.
 *
 * @throws Failure where she has no such goal
 */
export async function ownGoal(desk: GoalDesk, name: Partial<GoalName>): Promise<OwnGoal> {
  const found = (await find(desk, name)) ?? (await findAgain(desk, name));
  if (found) return asOwn(desk, found);
  throw new Failure(
    name.path === undefined
      ? `There is no goal “${name.goal ?? ''}” of yours. Create it with “New Goal” first.`
      : 'That goal is no longer there, or it is somebody else’s. Look at the goals again.',
  );
}

/** A goal that came a moment ago, by a pull or from another program, may not have been heard of yet. */
function findAgain(desk: GoalDesk, name: Partial<GoalName>): Promise<Found | undefined> {
  desk.notebook.shared.changed();
  desk.notebook.private.changed();
  return find(desk, name);
}

async function find(
  { notebook, me }: GoalDesk,
  { goal = '', path, shelf = 'shared' }: Partial<GoalName>,
): Promise<Found | undefined> {
  if (path !== undefined) {
    const note = await shelfCalled(notebook, shelf).note(path as NotePath);
    const isHers = shelf === 'private' || path.startsWith(`people/${me.handle}/`);
    const isGoal = note?.type === 'goal' || note?.problems.some(isUnreadable) === true; // what is wrong with it is told when it is changed
    return note && isGoal && isHers ? { ...note, name: shelf } : undefined;
  }
  const shared = await goalCalled(notebook.shared, `people/${me.handle}/`, goal);
  if (shared) return { ...shared, name: 'shared' };
  const own = await goalCalled(notebook.private, '', goal);
  return own && { ...own, name: 'private' };
}

interface Found {
  readonly name: 'shared' | 'private';
  readonly path: NotePath;
  readonly title: string;
  readonly isPrivate: boolean;
}

function asOwn({ notebook, yaml }: GoalDesk, { name, path, title, isPrivate }: Found): OwnGoal {
  const shelf = shelfCalled(notebook, name);
  return { name, shelf, path, yaml, title, slug: slugOf(path), isPrivate: isPrivate || name === 'private' };
}

function shelfCalled(notebook: Notebook, name: 'shared' | 'private'): Shelf<NotePath> {
  return notebook[name]; // whoever names the shelf has the path from it
}
