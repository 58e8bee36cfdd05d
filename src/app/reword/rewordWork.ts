import { hasConflict } from '../../core/note/bodyConflict.ts';
import type { HeadReader } from '../../core/note/note.ts';
import { ownerOf, type SharedPath } from '../../core/note/notePath.ts';
import { readNote } from '../../core/note/readNote.ts';
import { sameHandle } from '../../core/people/leads.ts';
import { ownSentences, rewordEdits, type OwnSentence, type Rewording } from '../../core/reword/ownSentences.ts';
import { printRequest, readAnswer, type Reworded } from '../../core/reword/rewordRequest.ts';
import type { Desk } from '../desk.ts';
import { Failure } from '../failure.ts';
import { changeNote } from '../notebook/changeNote.ts';

/** A language model somebody else brought. What it answers is a stranger's text. */
export interface LanguageModel {
  /**
   * Sends this text, and nothing else, and answers what came back.
   *
   * @throws Failure in a sentence for the person, where there is no answer; the signal's reason where she stopped it
   */
  ask(text: string, signal: AbortSignal): Promise<string>;
}

export type RewordDesk = Pick<Desk, 'notebook' | 'me'> & { readonly yaml: HeadReader };

/** What would be sent, to be shown before it is. */
export interface RewordRequest {
  readonly path: SharedPath;
  readonly sentences: readonly OwnSentence[];
  /** All of it, to the letter. */
  readonly text: string;
}

/**
 * What a language model would be asked about the sentences of a weekly note. Nothing is sent.
 *
 * @throws Failure where the note is somebody else's or private, or holds no sentence that is still the tool's
 */
export async function requestFor(desk: RewordDesk, path: SharedPath): Promise<RewordRequest> {
  refuseOthers(desk, path);
  const text = await desk.notebook.shared.read(path);
  refusePrivate(desk, path, text);
  const sentences = ownSentences(text);
  if (sentences.length === 0)
    throw new Failure('Nothing here can be reworded: every line of “Worked on” is yours already, or there is none.');
  return { path, sentences, text: printRequest(sentences) };
}

/**
 * Asks a language model for other words, and keeps of its answer what tells the same facts. Nothing is written.
 *
 * @throws Failure where it does not answer, or with something else
 */
export async function askForWords(
  model: LanguageModel,
  { sentences, text }: RewordRequest,
  signal: AbortSignal,
): Promise<Reworded> {
  const answer = await model.ask(text, signal);
  signal.throwIfAborted();
  const reworded = readAnswer(answer, sentences);
  if (!reworded)
    throw new Failure(
      'The language model did not answer line by line, so its answer was dropped. The note is as it was.',
    );
  return reworded;
}

/**
 * Writes the words she took into her note, each where its line is still the tool's. From then on they are hers.
 *
 * @returns how many lines had changed meanwhile, and stay as they are
 * @throws WriteFailed where nothing was written
 */
export async function takeWords(desk: RewordDesk, path: SharedPath, rewordings: readonly Rewording[]): Promise<number> {
  refuseOthers(desk, path);
  let written = 0;
  await changeNote(desk.notebook.shared, path, text => {
    const edits = rewordEdits(text, rewordings);
    written = edits.length;
    return edits;
  });
  return rewordings.length - written;
}

function refuseOthers({ me }: RewordDesk, path: SharedPath): void {
  if (!sameHandle(ownerOf(path) ?? '', me.handle))
    throw new Failure('This note is somebody else’s. A weekly note is reworded by its own person only.');
}

/** By the words as they stand in the editor: the index knows what is saved. */
function refusePrivate({ yaml }: RewordDesk, path: SharedPath, text: string): void {
  const note = readNote(path, text, yaml);
  if (note.isPrivate) throw new Failure('This note is private, so nothing of it is sent anywhere.');
  if (note.type !== 'weekly') throw new Failure('Open a weekly note of yours first, then reword it.');
  if (hasConflict(text))
    throw new Failure('Two versions of this note met, and git left both in it. Keep what you want, then reword it.');
}
