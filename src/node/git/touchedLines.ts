import type { AuthorOfLines } from './blame.ts';
import { blameParts } from './blame.ts';
import { decode } from './nulFields.ts';
import { GitFailed, type Git } from './gitCall.ts';
import type { Mailmap } from './mailmap.ts';
import type { View } from './view.ts';

/** Lines of one file that some work changes, as they were before. */
export interface TouchedFile {
  readonly path: string;
  readonly parts: readonly (readonly [number, number])[];
}

/** So many files are looked into, those with the most changed lines first, and so many stretches of each. */
const mostFiles = 12;
const mostParts = 40;
const atOnce = 4;
/** Milliseconds for all of it. */
const patience = 2500;

/** Who wrote the lines a range changes, as they stood before it. What takes too long is left out. */
export async function authorsOfTouched(
  git: Git,
  view: View,
  {
    base,
    head,
    mailmap,
    signal: stop,
  }: { base: string; head: string; mailmap: Mailmap | undefined; signal: AbortSignal },
): Promise<readonly AuthorOfLines[]> {
  const late = AbortSignal.timeout(patience);
  const signal = AbortSignal.any([stop, late]);
  const args = ['diff-tree', '-r', '-p', '-U0', '--no-renames', '--no-ext-diff', '--no-textconv', '--no-color'];
  const diff = await git
    .bytes(view.call([...args, base, head], { signal, cap: 32 << 20, timeout: patience }))
    .catch((error: unknown) => {
      if (error instanceof GitFailed || late.aborted) return Buffer.alloc(0);
      throw error;
    });
  const touched = touchedIn(decode(diff))
    .toSorted((a, b) => linesOf(b) - linesOf(a))
    .slice(0, mostFiles);
  const found: AuthorOfLines[] = [];
  for (let from = 0; from < touched.length && !signal.aborted; from += atOnce) {
    const some = touched.slice(from, from + atOnce).map(({ path, parts }) =>
      blameParts(git, view, mailmap, {
        head: base,
        path,
        parts: parts.slice(0, mostParts),
        timeout: patience,
        signal,
      }),
    );
    for (const each of await Promise.allSettled(some)) if (each.status === 'fulfilled') found.push(...each.value);
  }
  return found;
}

function linesOf({ parts }: TouchedFile): number {
  return parts.reduce((sum, [first, last]) => sum + last - first + 1, 0);
}

/**
 * The old lines a diff without context changes. Where it only adds, the line in front of that. A file that is new, or whose name needs
 * quotes, has none.
 */
export function touchedIn(diff: string): readonly TouchedFile[] {
  const files: { readonly path: string; readonly parts: (readonly [number, number])[] }[] = [];
  const lines = diff.split('\n');
  let isOpen = false;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const [, first, count = '1', , added = '1'] = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line) ?? [];
    if (line.startsWith('diff --git ')) isOpen = false;
    else if (first !== undefined) {
      const [from, length] = [Number(first), Number(count)];
      if (isOpen && from > 0) files.at(-1)?.parts.push([from, from + Math.max(0, length - 1)]);
      at += length + Number(added); // what stands in the files can't be taken for the diff's own lines
    } else if (line.startsWith('--- a/')) {
      isOpen = true;
      files.push({ path: line.slice('--- a/'.length).replace(/\t$/, ''), parts: [] });
    }
  }
  return files.filter(({ parts }) => parts.length > 0);
}
