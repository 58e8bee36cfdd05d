import type { HeadReader } from '../../core/note/note.ts';
import type { SharedPath } from '../../core/note/notePath.ts';
import { readNote } from '../../core/note/readNote.ts';
import { hasNews, type NoteState } from '../../core/share/noteState.ts';
import { isSharedBy, planShare, reasonToKeep, type PlannedNote, type SharePlan } from '../../core/share/sharePlan.ts';
import { hasConflict } from '../../core/note/bodyConflict.ts';
import type { Desk } from '../desk.ts';
import { SharingRefused, type NoteSharing } from './noteSharing.ts';

/** What sharing needs: a desk, the way into git, and a reader of front matter. */
export interface ShareDesk extends Pick<Desk, 'notebook' | 'me'> {
  readonly sharing: NoteSharing;
  readonly yaml: HeadReader;
}

/** What would be shared, and what it was compared with. */
export interface ShareLook extends SharePlan {
  readonly branch: string;
  readonly head: string | undefined;
}

/** What of the person's notes, and of the team's, others do not have yet. Judged by what is saved. */
export async function whatToShare(desk: ShareDesk, signal?: AbortSignal): Promise<ShareLook> {
  const { notebook, me, sharing } = desk;
  const isPrivate = (path: string) => notebook.private.pathOf(`${notebook.place.folder}/${path}`) !== undefined;
  const mayShare = (path: string) => isSharedBy(me.handle, path) && !isPrivate(path); // settings may put one folder into the other
  notebook.shared.changed(); // what a pull or a hand brought a moment ago is looked at too
  const notes = (await notebook.shared.notes(signal)).map(({ path }) => path).filter(mayShare);
  const { branch, head, states } = await sharing.look({ notes, mayShare, ...(signal && { signal }) });
  const news = states.filter(hasNews);
  const texts = await textsOf(desk, news, signal);
  const judged = new Map(
    [...texts].flatMap(([path, text]) => (text === undefined ? [] : [[path, judge(desk, path, text)]])),
  );
  return { branch, head, ...planShare(states, judged) };
}

/** What the person decided to share. */
export interface ShareChoice {
  readonly look: ShareLook;
  /** Of the notes that were looked at; the others stay as they are. */
  readonly paths: readonly SharedPath[];
  readonly message: string;
  readonly signal?: AbortSignal;
}

/**
 * Commits what she chose, as it is saved now: it is read once more, judged once more, and that very text is committed.
 *
 * @returns the commit's hash; undefined where everything chosen is in a commit already
 * @throws SharingRefused; also where a note became one that must not be shared
 */
export async function commitChosen(desk: ShareDesk, choice: ShareChoice): Promise<string | undefined> {
  const { look, message, signal } = choice;
  const chosen = new Set<string>(choice.paths);
  const wanted = look.notes.filter(({ path, isCommitted }) => chosen.has(path) && !isCommitted);
  if (wanted.length === 0) return undefined;
  const states = wanted.map(({ path, change }): Pick<NoteState, 'path' | 'now'> => {
    return { path, now: change === 'deleted' ? undefined : '' };
  });
  if (await isAnyBack(desk, states)) throw new SharingRefused('moved');
  const notes = await textsOf(desk, states, signal);
  if (notes.size < wanted.length) throw new SharingRefused('moved'); // one can't be read any more
  for (const [path, text] of notes) {
    if (text === undefined) continue;
    if (!mayBeShared(desk, path, text)) throw new SharingRefused('moved', path);
  }
  return desk.sharing.commit({ notes, message, branch: look.branch, head: look.head, ...(signal && { signal }) });
}

/** Whether a note that was gone is there again. */
async function isAnyBack(
  { notebook: { shared } }: ShareDesk,
  states: readonly Pick<NoteState, 'path' | 'now'>[],
): Promise<boolean> {
  const gone = new Set(states.flatMap(({ path, now }) => (now === undefined ? [path] : [])));
  if (gone.size === 0) return false;
  shared.changed();
  return (await shared.notes()).some(({ path }) => gone.has(path));
}

/** The notes' texts as they are saved; undefined for those that are gone. One that can't be read stays out. */
async function textsOf(
  { notebook }: ShareDesk,
  states: readonly Pick<NoteState, 'path' | 'now'>[],
  signal?: AbortSignal,
): Promise<Map<SharedPath, string | undefined>> {
  const gone = states.filter(({ now }) => now === undefined).map(({ path }) => [path, undefined] as const);
  const texts = new Map<SharedPath, string | undefined>(gone);
  const there = states.filter(({ now }) => now !== undefined).map(({ path }) => path);
  for await (const { path, text } of notebook.shared.readAll(there, signal))
    if (typeof text === 'string') texts.set(path, text);
  return texts;
}

/** Whether nothing in a note's text speaks against sharing it. */
export function mayBeShared(desk: Pick<ShareDesk, 'yaml'>, path: SharedPath, text: string): boolean {
  return reasonToKeep({ now: '' }, judge(desk, path, text)) === undefined;
}

function judge({ yaml }: Pick<ShareDesk, 'yaml'>, path: SharedPath, text: string): PlannedNote {
  return { ...readNote(path, text, yaml), path, hasConflict: hasConflict(text) };
}
