import { hasConflict } from '../../core/note/bodyConflict.ts';
import type { HeadReader } from '../../core/note/note.ts';
import type { SharedPath } from '../../core/note/notePath.ts';
import { readNote } from '../../core/note/readNote.ts';
import { mergeNote } from '../../core/share/mergeNote.ts';
import { isMovedNote } from '../../core/share/movedNotes.ts';
import type { NoteState } from '../../core/share/noteState.ts';
import { reasonToKeep, type NoteKeptBack } from '../../core/share/sharePlan.ts';
import type { Shelf } from '../shelf.ts';
import { isSharingRefused, type NoteSharing, type SharingStatus } from './noteSharing.ts';

/** One of the two places of a move. */
export interface MoveSide {
  readonly shelf: Shelf<SharedPath>;
  readonly sharing: NoteSharing;
}

/** What a move needs. */
export interface MoveDesk {
  readonly from: MoveSide;
  readonly to: MoveSide;
  readonly yaml: HeadReader;
  /** The notes that are moved; all where it is absent. */
  readonly only?: ReadonlySet<SharedPath>;
}

/** Why a note can't be moved; `differs`: both places have it, and only a person can make it one. */
export interface NoteNotMoved extends Pick<NoteKeptBack, 'path' | 'title' | 'by'> {
  readonly reason: NoteKeptBack['reason'] | 'differs';
}

/** What a move would do. Nothing was written yet. */
export interface MovePlan {
  /** The text each note shall have at the new place. */
  readonly notes: ReadonlyMap<SharedPath, string>;
  /** The same notes as they are at the old place. */
  readonly before: ReadonlyMap<SharedPath, string>;
  /** What stands at the new place by the names of these notes. */
  readonly there: ReadonlyMap<SharedPath, string | undefined>;
  /** What git has at the old place, though the disk has it no more: it goes there too, and is not moved. */
  readonly gone: readonly SharedPath[];
  /** Why the notes can't be moved: the first of these has to be mended. */
  readonly keptBack: readonly NoteNotMoved[];
  /** Where git stands at the old place; undefined where that is in no repository. */
  readonly left: SharingStatus | undefined;
  /** Notes that say the notes were moved from the new place once. */
  readonly signs: ReadonlyMap<SharedPath, string>;
}

/**
 * Looks at both places: what goes from one to the other, and what speaks against it.
 *
 * @throws SharingRefused where nothing can be committed at one of them now
 */
export async function planMove({ from, to, yaml, only }: MoveDesk, signal?: AbortSignal): Promise<MovePlan> {
  const left = await stand(from, signal).catch((error: unknown) => {
    if (isSharingRefused(error) && error.why === 'no-repository') return undefined;
    throw error;
  });
  await stand(to, signal);
  const isMeant = (path: SharedPath) => only?.has(path) ?? true;
  const texts = await textsOf(from.shelf, isMeant, signal);
  const there = await textsOf(to.shelf, isMeant, signal);
  const states = new Map(left?.states.map(state => [state.path, state]));
  const keptBack: NoteNotMoved[] = [];
  const notes = new Map<SharedPath, string>();
  const before = new Map<SharedPath, string>();
  for (const [path, text] of texts) {
    if (text !== undefined && isMovedNote(text)) continue;
    const state = states.get(path) ?? newState(path);
    const note = text === undefined ? undefined : readNote(path, text, yaml);
    const reason = reasonToStay(state, note && { ...note, path, hasConflict: hasConflict(text ?? '') });
    const wanted = text === undefined ? undefined : await joined(from, path, { text, there: there.get(path) });
    if (reason !== undefined || text === undefined || wanted === undefined)
      keptBack.push({
        path,
        title: note?.title ?? path,
        reason: reason ?? (text === undefined ? 'refused' : 'differs'),
      });
    else {
      notes.set(path, wanted);
      before.set(path, text);
    }
  }
  const gone = [...states.values()]
    .filter(({ path, now }) => now === undefined && isMeant(path))
    .map(({ path }) => path);
  const signs = [...there].filter((entry): entry is [SharedPath, string] => isMovedNote(entry[1] ?? ''));
  return { notes, before, there, gone, keptBack, left, signs: new Map(signs.filter(([path]) => !notes.has(path))) };
}

/** What others have already may go on being what it is; only what is private goes nowhere. */
function reasonToStay(state: NoteState, note: Parameters<typeof reasonToKeep>[1]): NoteKeptBack['reason'] | undefined {
  const reason = reasonToKeep(state, note);
  const isCommitted = state.now !== undefined && state.now === state.committed;
  return isCommitted && reason !== 'private' ? undefined : reason;
}

/** Where both places have a note of this name, what both have of it; undefined where a person must choose. */
async function joined(
  from: MoveSide,
  path: SharedPath,
  { text, there }: { readonly text: string; readonly there: string | undefined },
): Promise<string | undefined> {
  if (there === undefined || there === text || isMovedNote(there)) return text;
  const base = await from.sharing.committedText(path);
  if (base === undefined) return undefined;
  const merged = mergeNote({ base, ours: there, theirs: text });
  return merged.isClean ? merged.text : undefined;
}

export async function stand({ shelf, sharing }: MoveSide, signal?: AbortSignal): Promise<SharingStatus> {
  shelf.changed();
  const notes = (await shelf.notes(signal)).map(({ path }) => path);
  return sharing.look({ notes, mayShare: () => true, ...(signal && { signal }) });
}

async function textsOf(
  shelf: Shelf<SharedPath>,
  isMeant: (path: SharedPath) => boolean,
  signal?: AbortSignal,
): Promise<ReadonlyMap<SharedPath, string | undefined>> {
  const paths = (await shelf.notes(signal)).map(({ path }) => path).filter(isMeant);
  const texts = new Map<SharedPath, string | undefined>();
  for await (const { path, text } of shelf.readAll(paths, signal))
    texts.set(path, typeof text === 'string' ? text : undefined);
  return texts;
}

function newState(path: SharedPath): NoteState {
  return { path, others: undefined, committed: undefined, now: '' };
}
