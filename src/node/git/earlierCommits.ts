import type { WorkBeforeQuery } from '../../app/ports.ts';
import type { Ident } from '../../core/people/person.ts';
import type { EarlierCommit } from '../../core/reviewer/pastWork.ts';
import { streamDetails, type CommitDetail } from './diffTree.ts';
import { GitFailed, type Git } from './gitCall.ts';
import { commitText, logFormat, LogParser } from './logFormat.ts';
import type { Mailmap } from './mailmap.ts';
import { mapTrailers } from './mapTrailers.ts';
import type { View } from './view.ts';
import { moment } from './walk.ts';

/** So many commits are looked at, the newest of them; and so many files of each. */
const mostCommits = 12_000;
const mostFiles = 100;

/** What a reading works with. */
export interface Reading {
  readonly git: Git;
  readonly view: View;
  readonly mailmap: Mailmap | undefined;
  /** The person stopped it, or it took too long. */
  readonly signal: AbortSignal;
  /** The person stopped it. */
  readonly stop: AbortSignal | undefined;
}

interface Walk {
  readonly from: readonly string[];
  readonly query: Pick<WorkBeforeQuery, 'range' | 'since'>;
}

interface Walked {
  readonly hash: string;
  readonly at: number;
  readonly author: Ident;
  readonly subject: string;
}

/** The commits before some work. Those of the repository that was asked last are remembered, and only new ones are read. */
export class EarlierCommits {
  #repository = '';
  #known: ReadonlyMap<string, EarlierCommit> = new Map();

  /** Newest first, without merges and without the work itself. What can't be read in time is left out. */
  async read(reading: Reading, walk: Walk): Promise<readonly EarlierCommit[]> {
    const walked = await walkBack(reading, walk);
    const { view, mailmap } = reading;
    const repository = [view.repository.id, mailmap?.blob, view.repository.isPartial].join('\0');
    const before = this.#repository === repository ? this.#known : new Map<string, EarlierCommit>();
    const fresh = await orWhatCame(
      reading,
      readCommits(
        reading,
        walked.filter(({ hash }) => !before.has(hash)),
      ),
      new Map<string, EarlierCommit>(),
    );
    const found = walked.flatMap(({ hash }) => {
      const commit = before.get(hash) ?? fresh.get(hash);
      return commit ? [[hash, commit] as const] : [];
    });
    [this.#repository, this.#known] = [repository, new Map(found)];
    const own = new Set(walk.query.range?.commits.map(({ hash }) => hash));
    return found.filter(([hash]) => !own.has(hash)).map(([, commit]) => commit);
  }
}

/** A git that fails or is late leaves something out; a person who stops it is heard. */
export async function orWhatCame<T>(
  { signal, stop }: Pick<Reading, 'signal' | 'stop'>,
  work: Promise<T>,
  otherwise: T,
): Promise<T> {
  try {
    return await work;
  } catch (error) {
    stop?.throwIfAborted();
    if (signal.aborted || error instanceof GitFailed) return otherwise;
    throw error;
  }
}

async function walkBack(reading: Reading, { from, query }: Walk): Promise<readonly Walked[]> {
  const { git, view, mailmap, signal } = reading;
  const walked: Walked[] = [];
  const parser = new LogParser(logged => {
    const { hash, committed: at, author, subject } = commitText(logged);
    walked.push({ hash, at, author, subject });
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
  await orWhatCame(reading, git.stream(call, parse), undefined);
  return walked;
}

async function readCommits(reading: Reading, walked: readonly Walked[]): Promise<ReadonlyMap<string, EarlierCommit>> {
  const details = await detailsOf(reading, walked);
  const known = walked.flatMap(commit => {
    const detail = details.get(commit.hash);
    return detail ? [{ ...commit, ...detail }] : [];
  });
  const trailers = await mapTrailers(reading.git, reading.view, reading.mailmap, known, { emails: [] });
  return new Map(
    known.map(({ hash, at, author, subject, files }, index) => {
      const paths = files.slice(0, mostFiles).map(({ path }) => path);
      return [hash, { at, author, subject, trailers: trailers[index] ?? [], files: paths }];
    }),
  );
}

/** Their files and trailers; only the trailers where the trees were left on the server. */
async function detailsOf(reading: Reading, walked: readonly Walked[]): Promise<ReadonlyMap<string, CommitDetail>> {
  const { git, view, signal } = reading;
  const details = new Map<string, CommitDetail>();
  if (walked.length === 0) return details;
  const input = walked.map(({ hash }) => `${hash}\n`).join('');
  for (const depth of ['names', 'messages'] as const) {
    const streamed = streamDetails(
      git,
      view,
      { depth, input, signal },
      (hash, detail) => void details.set(hash, detail),
    );
    await orWhatCame(reading, streamed, undefined);
    if (details.size > 0 || signal.aborted) break;
  }
  return details;
}
