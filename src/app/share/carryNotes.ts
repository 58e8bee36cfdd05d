import type { SharedPath } from '../../core/note/notePath.ts';
import { movedNoteName } from '../../core/share/movedNotes.ts';
import type { TextEdit } from '../../core/note/textEdit.ts';
import { Failure } from '../failure.ts';
import { stand, type MoveDesk, type MovePlan, type MoveSide } from './moveNotes.ts';
import { isSharingRefused, SharingRefused, type NotesCommit } from './noteSharing.ts';

/** What a move does to files that no shelf does. */
export interface MovingFiles {
  /** Marks the new place as not finished: nobody takes it for a notebook until the mark is gone, whatever ends in between. */
  begin(): Promise<void>;
  end(): Promise<void>;
  /** Deletes a file that still has this text, and the folders that are empty then. */
  discard(file: string, text: string): Promise<boolean>;
  /** A few files at the old place that are no notes, and stay there: from there on, with forward slashes. */
  rest(): Promise<readonly string[]>;
}

export interface Carrying {
  readonly plan: MovePlan;
  readonly files: MovingFiles;
  /** Of the commit at the new place, and of the one at the old place. */
  readonly messages: { readonly arrive: string; readonly leave: string };
  /** What stays at the old place; nothing where it says already where the notes are. */
  readonly sign?: string;
}

/** What came of a move. */
export interface Carried {
  /** The commit that has the notes at the new place; undefined where it had all of them. */
  readonly arrived: string | undefined;
  /** The commit that took them away at the old place; undefined where nothing was committed there, or the next says why not. */
  readonly left: string | undefined;
  /** The files are gone at the old place, but git would not commit that: she does it herself. */
  readonly notLeft?: SharingRefused;
  /** Notes that somebody changed meanwhile: they are still at the old place too. */
  readonly stayed: readonly SharedPath[];
}

/**
 * Moves notes: written and committed at the new place first, then taken away at the old one. Where anything fails before that
 * commit, the new place is as it was; after it, the new place has everything, and the history of the old one too.
 */
export async function carryNotes({ from, to }: MoveDesk, carrying: Carrying): Promise<Carried> {
  const { plan, files, messages } = carrying;
  const written: Written[] = [];
  let arrived: string | undefined;
  await files.begin();
  try {
    for (const [path, text] of plan.notes) await write(to, path, { text, known: plan.there.get(path), written });
    arrived = await arrive(to, plan, messages.arrive);
  } catch (error) {
    for (const one of written.toReversed()) await takeBack(to, one, files);
    throw error;
  } finally {
    await files.end();
  }
  for (const [path, text] of plan.signs) await files.discard(to.shelf.locate(path), text);
  return { arrived, ...(await leave(from, carrying)) };
}

interface Written {
  readonly path: SharedPath;
  readonly text: string;
  /** What stood there; undefined for a new note. */
  readonly before: string | undefined;
}

async function write(
  { shelf }: MoveSide,
  path: SharedPath,
  { text, known, written }: { readonly text: string; readonly known: string | undefined; readonly written: Written[] },
): Promise<void> {
  let before: string | undefined;
  await shelf.update(path, now => {
    before = now;
    return now === known && now !== text ? whole(now, text) : [];
  });
  if (before === text) return;
  if (before !== known) throw new SharingRefused('moved', path); // somebody wrote there meanwhile
  written.push({ path, text, before });
}

/** Commits what is not committed there yet, and looks whether all of it is. */
async function arrive(to: MoveSide, plan: MovePlan, message: string): Promise<string | undefined> {
  const { branch, head, states } = await stand(to);
  const known = new Map(states.map(state => [state.path, state]));
  const kept = [...plan.notes.keys()].find(path => known.get(path)?.kept !== undefined);
  if (kept !== undefined)
    throw new Failure(
      `Git is told to leave ${kept} alone at the new place, so nothing was moved. Mend its .gitignore.`,
    );
  const isNew = (path: SharedPath) => known.get(path)?.now !== known.get(path)?.committed || !known.has(path);
  const notes = new Map<SharedPath, string | undefined>([...plan.notes].filter(([path]) => isNew(path)));
  for (const path of plan.signs.keys()) if (known.get(path)?.committed !== undefined) notes.set(path, undefined);
  if (notes.size === 0) return undefined;
  return to.sharing.commit({ notes, message, branch, head });
}

async function takeBack({ shelf }: MoveSide, { path, text, before }: Written, files: MovingFiles): Promise<void> {
  if (before === undefined) await files.discard(shelf.locate(path), text);
  else await shelf.update(path, now => (now === text ? whole(now, before) : [])).catch(() => undefined);
}

/** Takes the notes away at the old place. Nothing can be lost any more, so what git refuses is told and not undone. */
async function leave(from: MoveSide, { plan, messages, sign, files }: Carrying): Promise<Omit<Carried, 'arrived'>> {
  const going = new Set([...plan.before.keys(), ...plan.gone]);
  const committed =
    plan.left?.states.filter(({ path, committed: hash }) => hash !== undefined && going.has(path)) ?? [];
  const notes = new Map<SharedPath, string | undefined>(committed.map(({ path }) => [path, undefined]));
  const isSigned = notes.size > 0 && sign !== undefined;
  if (isSigned) notes.set(movedNoteName as SharedPath, sign);
  const left = await commitLeaving(from, plan, { notes, message: messages.leave });
  const stayed: SharedPath[] = [];
  for (const [path, text] of plan.before) if (!(await files.discard(from.shelf.locate(path), text))) stayed.push(path);
  if (isSigned) await putSign(from, sign);
  from.shelf.changed();
  return { stayed, ...(isSharingRefused(left) ? { left: undefined, notLeft: left } : { left }) };
}

/** Answers the commit, or why git would not make it; undefined where there is nothing to commit. */
async function commitLeaving(
  { sharing }: MoveSide,
  { left }: MovePlan,
  commit: Pick<NotesCommit, 'notes' | 'message'>,
): Promise<string | SharingRefused | undefined> {
  if (!left || commit.notes.size === 0) return undefined;
  return sharing.commit({ ...commit, branch: left.branch, head: left.head }).catch(asRefused);
}

function asRefused(error: unknown): SharingRefused {
  if (isSharingRefused(error)) return error;
  throw error;
}

async function putSign({ shelf }: MoveSide, sign: string): Promise<void> {
  await shelf.update(movedNoteName as SharedPath, text => (text === undefined ? whole(text, sign) : []));
}

/** A note that came from elsewhere is no edit of the one that stands there: the whole text takes its place. */
function whole(before: string | undefined, text: string): readonly TextEdit[] {
  return [{ at: { start: 0, end: before?.length ?? 0 }, text }];
}
