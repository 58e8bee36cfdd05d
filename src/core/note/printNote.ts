import { codeSpansOf } from '../markdown/codeSpans.ts';
import type { HeadValue } from './note.ts';
import { printKey } from './printHead.ts';

/** A note to be made. */
export interface NewNote {
  /** Its keys in the order they are to stand; a key without a value is left out. */
  readonly head: Readonly<Record<string, HeadValue | undefined>>;
  /** Becomes the H1. */
  readonly title: string;
  /** Markdown, as it is to stand below the title. */
  readonly body: string;
}

/**
 * The text of a new note. Only for new ones: an old note is edited, never printed again.
 *
 * @example
 * printNote({ head: { type: 'learning', tags: ['postgres'] }, title: 'PgBouncer pins sessions', body: '' });
 * //=> '---\ntype: learning\ntags:\n  - postgres\n---\n# PgBouncer pins sessions\n'
 */
export function printNote({ head, title, body }: NewNote): string {
  const keys = Object.entries(head).flatMap(([key, value]) => (value === undefined ? [] : printKey(key, value)));
  const heading = printTitle(title);
  const words = body
    .replace(/\r\n?/g, '\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
  const parts = [heading === '' ? '' : `# ${heading}\n`, words === '' ? '' : `${words}\n`].filter(part => part !== '');
  return `${['---', ...keys, '---', ''].join('\n')}${parts.join('\n')}`;
}

/**
 * A title as the words of a heading: on one line, and each sign in it shown as it is rather than read as markdown. Code
 * between backticks stays code.
 */
export function printTitle(title: string): string {
  // eslint-disable-next-line no-control-regex
  const line = title.replace(/[\s\x00-\x1f\x7f]+/g, ' ').trim();
  const code = codeSpansOf(line);
  const shown = line.replace(mark, (sign: string, at: number) =>
    code.some(({ start, end }) => start <= at && at < end) ? sign : `\\${sign}`,
  );
  return shown.replace(/(^|\s)(#+)$/, (_, before: string, hashes: string) => `${before}\\${hashes}`);
}

/** One sign that would begin markup where it stands. */
const mark =
  /\\(?=[!-/:-@[-`{-~])|[*[\]<`]|~(?=~)|(?<=~)~|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)|(?<=^#{0,5})#(?=#{0,5}(?:\s|$))/gu;
