import type { WorkBefore, WorkBeforeQuery } from '../../app/ports.ts';
import { codeOwnersPlaces } from '../../core/reviewer/codeOwners.ts';
import type { Forge } from '../../core/work/commit.ts';
import { blameParts, type AuthorOfLines } from './blame.ts';
import { orWhatCame, type EarlierCommits, type Reading } from './earlierCommits.ts';
import type { Git } from './gitCall.ts';
import { readHeadFile } from './headFile.ts';
import { readMailmap } from './mailmap.ts';
import { readTips } from './tips.ts';
import { authorsOfTouched } from './touchedLines.ts';
import type { View } from './view.ts';

/** Milliseconds. What is not read by then is left out: somebody waits for a proposal, not for the truth. */
const patience = 8000;

interface Around {
  readonly head: string;
  readonly forge?: Forge | undefined;
  /** What was read before, which is not read again. */
  readonly earlier: EarlierCommits;
  readonly authors: AuthorsOfLines;
}

/** What one repository knows of the people around some work. */
export async function workBefore(
  git: Git,
  view: View,
  { earlier, authors, ...query }: Omit<WorkBeforeQuery, 'place'> & Around,
): Promise<WorkBefore> {
  const { range, signal: stop } = query;
  const late = AbortSignal.timeout(patience);
  const signal = stop ? AbortSignal.any([stop, late]) : late;
  const start = range?.base ?? query.head;
  const [tips, mailmap] = await Promise.all([
    readTips(git, view.repository, stop),
    readMailmap(git, view, query.head, stop),
  ]);
  const reading = { git, view, mailmap, signal, stop };
  const [commits, lines, codeOwners] = await Promise.all([
    earlier.read(reading, { from: [...new Set([start, ...tips.main])], query }),
    authors.read(reading, query),
    readCodeOwners(git, view, start),
  ]);
  return { commits, lines, codeOwners, ...(query.forge && { forge: query.forge }) };
}

/** Who wrote the lines in question. What was asked last is remembered: going through large files takes seconds. */
export class AuthorsOfLines {
  #asked = '';
  #authors: readonly AuthorOfLines[] = [];

  async read(reading: Reading, query: LinesQuery): Promise<readonly AuthorOfLines[]> {
    const { range, file, head } = query;
    const { view, mailmap, signal } = reading;
    const of = range ? [range.base, range.head] : [head, file?.path, ...(file?.lines ?? [])];
    const asked = [view.repository.id, mailmap?.blob, ...of].join('\0');
    if (asked === this.#asked) return this.#authors;
    const authors = await orWhatCame(reading, readLines(reading, query), []);
    if (!signal.aborted) [this.#asked, this.#authors] = [asked, authors];
    return authors;
  }
}

type LinesQuery = Pick<WorkBeforeQuery, 'range' | 'file'> & { readonly head: string };

async function readLines(
  { git, view, mailmap, signal }: Reading,
  { range, file, head }: LinesQuery,
): Promise<readonly AuthorOfLines[]> {
  if (view.repository.isPartial) return [];
  if (range) return authorsOfTouched(git, view, { base: range.base, head: range.head, mailmap, signal });
  if (!file) return [];
  const parts = file.lines ? [file.lines] : [];
  return blameParts(git, view, mailmap, { head, path: file.path, parts, timeout: 5000, signal });
}

async function readCodeOwners(git: Git, view: View, head: string): Promise<ReadonlyMap<string, string>> {
  const texts = await Promise.all(codeOwnersPlaces.map(path => readHeadFile(git, view, { head, path })));
  return new Map(
    codeOwnersPlaces.flatMap((place, at) => {
      const text = texts[at];
      return typeof text === 'string' ? [[place, text] as const] : [];
    }),
  );
}
