import { codeSpan, escapeText, link } from '../markdown/markdown.ts';
import type { Day } from '../time/day.ts';

/** Where notes went, for whoever looks for them at the old place. */
export interface NewHome {
  /** The branch for notes alone, where they are on one. */
  readonly branch?: string | undefined;
  /** The repository, where it is another one than they were in. */
  readonly repository?: string | undefined;
  /** The folder in it, with forward slashes; empty for the top level. */
  readonly folder: string;
  readonly day: Day;
  /** The last commit that held them at the old place, and its page where a forge is known. */
  readonly last?: { readonly hash: string; readonly url?: string } | undefined;
}

/** What the note is called that stays behind: a forge shows it by itself. */
export const movedNoteName = 'README.md';

const mark = '<!-- outloud:moved -->';

/** The note that stays where notes were: it says where they are, and names the last commit that had them here. */
export function printMoved({ day, last, ...where }: NewHome): string {
  const lines = [mark, '# The notes moved', '', `They are ${wordsOf(where, asMarkdown)} since ${day}.`];
  if (last) {
    const short = last.hash.slice(0, 10);
    const commit = last.url === undefined ? codeSpan(short) : link(short, last.url);
    lines.push('', `The last commit that held them here is ${commit}.`);
  }
  return `${lines.join('\n')}\n`;
}

/** Whether a text is such a note: it goes when notes come back. */
export function isMovedNote(text: string): boolean {
  return text.replace(/^\uFEFF/, '').startsWith(mark);
}

/** The messages of the two commits of a move: where notes arrive, and where they leave. */
export function moveMessages(
  from: NotesAt,
  to: NotesAt,
  last: NewHome['last'],
): { readonly arrive: string; readonly leave: string } {
  const before = last ? `They were ${wordsOf(from, plainly)} until then, last in ${last.hash.slice(0, 10)}.` : '';
  return {
    arrive: `Move the notes here\n${before === '' ? '' : `\n${before}\n`}`,
    leave: `Move the notes away\n\nThey are ${wordsOf(to, plainly)} now.\n`,
  };
}

/** A place of notes, as it is named to people. */
export type NotesAt = Pick<NewHome, 'branch' | 'repository' | 'folder'>;

interface Spelling {
  readonly name: (name: string) => string;
  readonly code: (words: string) => string;
}

const asMarkdown: Spelling = { name: escapeText, code: codeSpan };
const plainly: Spelling = { name: name => name, code: words => words };

function wordsOf({ branch, repository, folder }: NotesAt, { name, code }: Spelling): string {
  const where = repository === undefined ? 'this repository' : `the repository ${name(repository)}`;
  if (branch !== undefined) return `on the branch ${code(branch)} of ${where}`;
  return folder === '' ? `in ${where}` : `in the folder ${code(folder)} of ${where}`;
}
