import type { EarlierCommit, WorkBefore, WorkBeforeQuery } from '../../app/ports.ts';
import { codeOwnersPlaces } from '../../core/reviewer/codeOwners.ts';
import type { Ident } from '../../core/people/person.ts';
import type { Forge } from '../../core/work/commit.ts';
import { blameParts, type AuthorOfLines } from './blame.ts';
import { streamDetails, type CommitDetail } from './diffTree.ts';
import { GitFailed, type Git } from './gitCall.ts';
import { readHeadFile } from './headFile.ts';
import { commitText, logFormat, LogParser } from './logFormat.ts';
import { readMailmap, type Mailmap } from './mailmap.ts';
import { mapTrailers } from './mapTrailers.ts';
import { readTips } from './tips.ts';
import { authorsOfTouched } from './touchedLines.ts';
import type { View } from './view.ts';
import { moment } from './walk.ts';

/** So many commits are looked at, the newest of them; and so many files of each. */
const mostCommits = 12_000;
const mostFiles = 100;
/** Milliseconds. What is not read by then is left out: somebody waits for a proposal, not for the truth. */
const patience = 8000;

/** What one repository knows of the people around some work. */
export async function workBefore(
  git: Git,
  view: View,
  query: Omit<WorkBeforeQuery, 'place'> & { readonly head: string; readonly forge?: Forge | undefined },
): Promise<WorkBefore> {
  const { range, signal: stop } = query;
  const late = AbortSignal.timeout(patience);
  const signal = stop ? AbortSignal.any([stop, late]) : late;
  const start = range?.base ?? query.head;
  const [tips, mailmap] = await Promise.all([
    readTips(git, view.repository, stop),
    readMailmap(git, view, query.head, stop),
  ]);
  const reading = { git, view, mailmap, signal };
  const [commits, lines, codeOwners] = await Promise.all([
    orWhatCame(signal, stop, readCommits(reading, { from: [...new Set([start, ...tips.main])], query }), []),
    orWhatCame(signal, stop, readLines(reading, query), []),
    readCodeOwners(git, view, start),
  ]);
  return { commits, lines, codeOwners, ...(query.forge && { forge: query.forge }) };
}

interface Reading {
  readonly git: Git;
  readonly view: View;
  readonly mailmap: Mailmap | undefined;
  readonly signal: AbortSignal;
}

/** A git that fails or is late leaves something out; a person who stops it is heard. */
async function orWhatCame<T>(
  late: AbortSignal,
  stop: AbortSignal | undefined,
  work: Promise<T>,
  otherwise: T,
): Promise<T> {
  try {
    return await work;
  } catch (error) {
    stop?.throwIfAborted();
    if (late.aborted || error instanceof GitFailed) return otherwise;
    throw error;
  }
}

interface Walked {
  readonly hash: string;
  readonly at: number;
  readonly author: Ident;
}

async function readCommits(
  { git, view, mailmap, signal }: Reading,
  {
    from,
    query,
  }: { readonly from: readonly string[]; readonly query: Pick<WorkBeforeQuery, 'range' | 'since' | 'signal'> },
): Promise<readonly EarlierCommit[]> {
  const own = new Set(query.range?.commits.map(({ hash }) => hash));
  const walked: Walked[] = [];
  const parser = new LogParser(logged => {
    const { hash, committed: at, author } = commitText(logged);
    if (!own.has(hash)) walked.push({ hash, at, author });
  });
  const bounds = ['--no-merges', `--since=${moment(query.since)}`, `--max-count=${mostCommits}`];
  const call = view.call(['log', ...logFormat, '-s', ...bounds, '--ignore-missing', '--stdin'], {
    mailmap: mailmap?.blob,
    input: `${from.join('\n')}\n`,
    signal,
    cap: 1 << 30,
  });
  const parse = (chunk: Buffer) => {
    parser.push(chunk);
  };
  await orWhatCame(signal, query.signal, git.stream(call, parse), undefined);
  const details = await detailsOf({ git, view, mailmap, signal }, walked, query.signal);
  const known = walked.flatMap(commit => {
    const detail = details.get(commit.hash);
    return detail ? [{ ...commit, ...detail }] : [];
  });
  const trailers = await mapTrailers(git, view, mailmap, known, { emails: [] });
  return known.map(({ at, author, files }, index) => ({
    at,
    author,
    trailers: trailers[index] ?? [],
    files: files.slice(0, mostFiles).map(({ path }) => path),
  }));
}

/** Their files and trailers; only the trailers where the trees were left on the server. */
async function detailsOf(
  { git, view, signal }: Reading,
  walked: readonly Walked[],
  stop: AbortSignal | undefined,
): Promise<ReadonlyMap<string, CommitDetail>> {
  const details = new Map<string, CommitDetail>();
  if (walked.length === 0) return details;
  const input = walked.map(({ hash }) => `${hash}\n`).join('');
  for (const depth of ['names', 'messages'] as const) {
    const reading = streamDetails(
      git,
      view,
      { depth, input, signal },
      (hash, detail) => void details.set(hash, detail),
    );
    await orWhatCame(signal, stop, reading, undefined);
    if (details.size > 0 || signal.aborted) break;
  }
  return details;
}

async function readLines(
  { git, view, mailmap, signal }: Reading,
  { range, file, head }: Pick<WorkBeforeQuery, 'range' | 'file'> & { readonly head: string },
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
