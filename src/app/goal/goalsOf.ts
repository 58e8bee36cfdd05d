import { aliasesOf, readGoal, type Goal } from '../../core/goal/goal.ts';
import { slugOf, type Handle, type NotePath, type PrivatePath, type SharedPath } from '../../core/note/notePath.ts';
import { goalNamed, type Named } from '../../core/goal/matchGoals.ts';
import type { Desk } from '../desk.ts';
import { readIfThere } from '../notebook/readIfThere.ts';
import type { IndexedNote, Notebook, Shelf } from '../shelf.ts';

/** A person's goals as they are on the shelf others can read: only these may stand in a shared note. Sorted by path. */
export async function sharedGoalsOf(notebook: Notebook, handle: Handle): Promise<readonly Goal<SharedPath>[]> {
  const goals = await goalsOn(notebook.shared, 'shared', `people/${handle}/`);
  return goals.filter(({ isPrivate }) => !isPrivate);
}

/** The goals she keeps for herself. */
export function privateGoals(notebook: Notebook): Promise<readonly Goal<PrivatePath>[]> {
  return goalsOn(notebook.private, 'private', '');
}

/** All goals of the person at the desk: those others can read, then those she keeps for herself. */
export async function ownGoals({ notebook, me }: Pick<Desk, 'notebook' | 'me'>): Promise<readonly Goal[]> {
  const [shared, own] = await Promise.all([sharedGoalsOf(notebook, me.handle), privateGoals(notebook)]);
  return [...shared, ...own];
}

/** A goal one shelf has, by its slug or its title, without reading more notes than that one. */
export async function goalCalled<P extends NotePath>(
  shelf: Shelf<P>,
  folder: string,
  called: string,
): Promise<
  { readonly path: P; readonly slug: string; readonly title: string; readonly isPrivate: boolean } | undefined
> {
  return goalNamed(called, goalsNamedIn(await shelf.notes(), folder));
}

/** The goals below a folder with what they go by, as the index knows them. */
export function goalsNamedIn<P extends NotePath>(
  notes: readonly IndexedNote<P>[],
  folder: string,
): readonly (Required<Named> & { readonly path: P; readonly isPrivate: boolean })[] {
  return notes
    .filter(({ type, path }) => type === 'goal' && path.startsWith(folder))
    .map(({ path, title, isPrivate, head }) => ({
      ...{ path, title, isPrivate },
      slug: slugOf(path),
      aliases: aliasesOf(head),
    }));
}

async function goalsOn<P extends NotePath>(
  shelf: Shelf<P>,
  name: Goal['shelf'],
  folder: string,
): Promise<readonly Goal<P>[]> {
  const notes = (await shelf.notes()).filter(({ type, path }) => type === 'goal' && path.startsWith(folder));
  const goals = await Promise.all(
    notes.map(async note => {
      const text = await readIfThere(shelf, note.path);
      return text === undefined ? undefined : readGoal(note, text, name);
    }),
  );
  return goals.filter(goal => goal !== undefined);
}
