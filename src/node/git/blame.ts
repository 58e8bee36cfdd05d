import type { Ident } from '../../core/people/person.ts';
import type { Git } from './gitCall.ts';
import { GitFailed } from './gitCall.ts';
import type { Mailmap } from './mailmap.ts';
import { isHash } from './tips.ts';
import type { View } from './view.ts';

/** Some lines of a file as a commit has it, counted from 1. */
export interface BlamedLines {
  readonly head: string;
  readonly path: string;
  readonly lines: readonly [number, number];
}

/** Several stretches of one file; without any, all of it. */
export interface BlamedParts extends Omit<BlamedLines, 'lines'> {
  readonly parts: readonly (readonly [number, number])[];
  readonly timeout?: number;
  readonly signal?: AbortSignal | undefined;
}

/** Who wrote lines, and how many of them. */
export interface AuthorOfLines {
  readonly author: Ident;
  readonly lines: number;
}

/** Who last changed these lines, the most lines first. Nothing of the work tree is looked at. */
export async function blame(
  git: Git,
  view: View,
  mailmap: Mailmap | undefined,
  { head, path, lines }: BlamedLines,
): Promise<readonly Ident[]> {
  const [from, to] = lines.map(line => Math.max(1, Math.floor(line))) as [number, number];
  const authors = await blameParts(git, view, mailmap, { head, path, parts: [[from, Math.max(from, to)]] });
  return authors.map(({ author }) => author);
}

/** The same for several stretches, with how many lines each has. */
export async function blameParts(
  git: Git,
  view: View,
  mailmap: Mailmap | undefined,
  { head, path, parts, timeout = 30_000, signal }: BlamedParts,
): Promise<readonly AuthorOfLines[]> {
  if (!isHash(head)) return [];
  const args = ['-c', 'blame.ignoreRevsFile=', 'blame', '--line-porcelain', '--no-textconv', '--encoding=UTF-8'];
  const stretches = parts.flatMap(([from, to]) => ['-L', `${from},${to}`]);
  const call = view.call([...args, ...stretches, head, '--', path], {
    mailmap: mailmap?.blob,
    cap: 256 << 20,
    timeout,
    signal,
  });
  const answer = await git.text(call).catch((error: unknown) => {
    if (error instanceof GitFailed) return ''; // not in that commit, or shorter there
    throw error;
  });
  return byCount(parseBlame(answer));
}

/** One author a line. A line of the file itself starts with a tab, so it can't be taken for one. */
function parseBlame(answer: string): readonly Ident[] {
  const authors: Ident[] = [];
  let name = '';
  for (const line of answer.split('\n')) {
    if (line.startsWith('author ')) name = line.slice('author '.length);
    else if (line.startsWith('author-mail ')) authors.push({ name, email: line.slice('author-mail <'.length, -1) });
  }
  return authors;
}

function byCount(authors: readonly Ident[]): readonly AuthorOfLines[] {
  const counts = new Map<string, { readonly author: Ident; lines: number }>();
  for (const author of authors) {
    const key = author.email.toLowerCase();
    const count = counts.get(key) ?? { author, lines: 0 };
    count.lines++;
    counts.set(key, count);
  }
  return [...counts.values()].sort((a, b) => b.lines - a.lines);
}
