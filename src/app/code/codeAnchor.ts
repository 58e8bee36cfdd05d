import { linesUrl } from '../../core/forge/forge.ts';
import type { CodeAnchor } from '../../core/log/entry.ts';
import { sameLines, type Lines } from '../../core/log/sameLines.ts';
import type { FilePlace, History } from '../ports.ts';

/** Where the person was when she logged something. */
export interface CodeSelection {
  /** Absolute path of the file. */
  readonly file: string;
  /** The file as the workspace calls it, with forward slashes; kept where no repository knows it better. */
  readonly shown: string;
  /** The first and last selected line, counted from 1; absent where nothing is selected. */
  readonly lines?: Lines | undefined;
  /** What the editor shows, saved or not. */
  readonly text?: string | undefined;
}

/**
 * The place in the code an entry came from, with a permalink where the repository's forge is known.
 *
 * A permalink shows the lines as they are in HEAD. So lines that only moved since then are linked where they are there;
 * lines that were changed since then keep the numbers she saw, and the link is the file's; a file that is not
 * committed has no link. Without git the file's place in the workspace is kept.
 */
export async function codeAnchor(selection: CodeSelection, history?: Pick<History, 'anchor'>): Promise<CodeAnchor> {
  const place = await placeOf(selection.file, history);
  const { lines } = selection;
  if (!place) return { path: selection.shown, ...(lines && { lines }) };
  const { repository, path, head } = place;
  const known = { repo: repository.name, path };
  if (head === undefined || place.text === null) return { ...known, ...(lines && { lines }) };
  const committed = lines && committedLines(place, selection, lines);
  const { forge } = repository;
  return {
    ...known,
    commit: head,
    ...(lines && { lines: committed ?? lines }),
    ...(forge && { permalink: linesUrl(forge, head, path, committed) }),
    ...(lines && !committed && { changed: true }),
  };
}

/** Where the lines are in HEAD; where neither text is known they are taken to be there. */
function committedLines({ text }: FilePlace, selection: CodeSelection, lines: Lines): Lines | undefined {
  if (typeof text !== 'string' || selection.text === undefined) return lines;
  return sameLines(text, selection.text, lines);
}

/** A git that fails is no reason to lose what she is about to write: the note then only has the path. */
async function placeOf(file: string, history: Pick<History, 'anchor'> | undefined): Promise<FilePlace | undefined> {
  try {
    return await history?.anchor(file);
  } catch {
    return undefined;
  }
}
