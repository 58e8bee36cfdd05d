import { knownAt, type NamedGoal, type Names } from '../../core/mention/names.ts';
import { typedName } from '../../core/mention/renamedName.ts';
import { editHead, HeadRefused } from '../../core/note/editHead.ts';
import { aliasesOf } from '../../core/goal/goal.ts';
import type { HeadReader } from '../../core/note/note.ts';
import { fileNameOf } from '../../core/note/noteName.ts';
import type { NotePath } from '../../core/note/notePath.ts';
import type { TextEdit } from '../../core/note/textEdit.ts';
import { Failure } from '../failure.ts';
import { editsOfWhole } from '../notebook/editsOfWhole.ts';
import type { Reading } from './mentionsOf.ts';
import { renameMentions, type NoteChange, type RenamePlan } from './renamePlan.ts';
import type { Notebook, Shelf } from '../shelf.ts';

/** A goal of hers, and what it is to be called. */
export interface GoalRenaming {
  readonly names: Names;
  readonly goal: NamedGoal;
  /** The new slug, or words it is made of. */
  readonly to: string;
  readonly yaml: HeadReader;
}

/**
 * Plans another file name for a goal of hers, and the same in each of her notes that names it, private ones included. The goal keeps
 * the old name among its `aliases`, so that commits and notes of others still mean it. Its title stays.
 *
 * @throws Failure where it is not hers, or the name is no name or taken.
 */
export async function renameGoal(notebook: Notebook, renaming: GoalRenaming, reading: Reading): Promise<RenamePlan> {
  const { names, goal } = renaming;
  const typed = typedName(renaming.to.replace(/\.md$/i, ''));
  if (typed === undefined) throw new Failure('A goal’s name needs a letter or a figure, and at most 100 of them.');
  if (goal.owner !== names.me) throw new Failure('This goal is somebody else’s: only its owner can rename it.');
  const newSlug = fileNameOf(typed);
  if (newSlug === goal.slug) return { changes: [], kept: [] };
  const to = goal.path.replace(/[^/]*$/, `${newSlug}.md`) as NotePath;
  if (isTaken(names, goal, to)) throw new Failure(`You have a goal called “${newSlug}” already. Choose another name.`);
  const { changes, kept } = await renameMentions(
    {
      notebook,
      names,
      meaning: { kind: 'goal', goal },
      renaming: { slug: goal.slug, newSlug },
      moved: { from: goal.path, to },
      yaml: renaming.yaml,
    },
    reading,
  );
  return {
    move: { shelf: goal.shelf, path: goal.path, to },
    changes: await withAlias(notebook, renaming, changes),
    kept,
  };
}

function isTaken({ goals, notes }: Names, { shelf, path, owner }: NamedGoal, to: NotePath): boolean {
  const isThere = (other: string) => other.toLowerCase() === to.toLowerCase() && other !== path;
  const name = to.slice(to.lastIndexOf('/') + 1, -'.md'.length);
  return (
    notes[shelf].some(note => isThere(note.path)) ||
    goals.some(goal => goal.owner === owner && goal.path !== path && goal.slug === name)
  );
}

/** The changes, and the old name in the goal's own front matter. */
async function withAlias(
  notebook: Notebook,
  { goal, names, yaml }: GoalRenaming,
  changes: readonly NoteChange[],
): Promise<readonly NoteChange[]> {
  const { shelf, path, slug } = goal;
  const isGoal = (place: { readonly shelf: string; readonly path: NotePath }) =>
    place.shelf === shelf && place.path === path;
  const own = changes.find(isGoal);
  const text = own?.text ?? (await (notebook[shelf] as Shelf<NotePath>).read(path)); // its paths come from itself
  const note = knownAt(names, { shelf, path });
  const before = note ? aliasesOf({ aliases: note.head['aliases'] ?? null }) : [];
  const aliases = [...before.filter(alias => alias !== slug), slug];
  const edits = editsOfWhole({ path, text, yaml }, () => [...(own?.edits ?? []), ...headEdits(text, aliases, yaml)]);
  return [...changes.filter(change => !isGoal(change)), { shelf, path, text, edits }];
}

function headEdits(text: string, aliases: readonly string[], yaml: HeadReader): readonly TextEdit[] {
  try {
    return editHead(text, { aliases }, yaml);
  } catch (error) {
    if (!(error instanceof HeadRefused)) throw error;
    throw new Failure(
      'The front matter of this goal can’t be changed as it is written. Put each key on a line of its own, then rename it again.',
      { cause: error },
    );
  }
}
