import type { TimeWindow } from '../../core/time/calendar.ts';
import type { EpochSeconds } from '../../core/time/day.ts';
import { CommitGraph } from './commitGraph.ts';
import type { Git } from './gitCall.ts';
import { commitText, identOf, logFormat, LogParser, parseTrailers, type LoggedCommit } from './logFormat.ts';
import { beyond } from './edges.ts';
import { copied, decode } from './nulFields.ts';
import { isHash } from './tips.ts';
import type { View } from './view.ts';

const day = 86_400;
/** Clocks differ: a commit may be written a little later than it was committed. What wrong ones hide is looked for apart. */
const marginBelow = 3 * day;
/** Work is rebased and merged after it was written. */
const marginAbove = 60 * day;

/** A commit that may be the person's: what the walk knows of it. */
export type Candidate = ReturnType<typeof commitText>;

/** What one walk through the history found; a later walk adds to it. */
export interface Walked {
  readonly graph: CommitGraph;
  /** Subjects of the merges met, by their number in the graph. */
  readonly merges: Map<number, { readonly hash: string; readonly subject: string }>;
  /** The person's, no merges, by hash. */
  readonly candidates: Map<string, Candidate>;
}

type Aliases = ReadonlyMap<string, string>;

export interface WalkOptions {
  readonly window: TimeWindow;
  /** Where git finds the mailmap, if there is one. */
  readonly mailmap: string | undefined;
  /** Whose: every address, lower-case. The promise lets git start before they are known. */
  readonly aliases: Promise<Aliases>;
  /** Commits to start from, and ones whose history is known already. */
  readonly from: readonly string[];
  readonly without?: readonly string[];
  /** Commits that came later than this are passed over; undefined where the window reaches today. */
  readonly until: EpochSeconds | undefined;
  /** Told each commit that is kept, as it comes. */
  readonly onCandidate?: (hash: string) => void;
  readonly signal?: AbortSignal | undefined;
  readonly progress?: ((seen: number) => void) | undefined;
}

export function nothingWalked(): Walked {
  return { graph: new CommitGraph(), merges: new Map(), candidates: new Map() };
}

/** The latest commit that may belong to the window; undefined where that is still to come. */
export function upperBound(window: TimeWindow, now: EpochSeconds): EpochSeconds | undefined {
  return window.to + marginAbove < now ? window.to + marginAbove : undefined;
}

/** A moment as git takes it: without the zone, `@0` and other small ones are something else. */
export function moment(at: EpochSeconds): string {
  return `@${Math.max(0, Math.floor(at))} +0000`;
}

/** Walks the history around the window once, newest first; keeps little of each commit, and answers where it stopped. */
export async function walk(git: Git, view: View, options: WalkOptions, into: Walked): Promise<readonly string[]> {
  return walkFrom(git, view, { ...options, since: lowerBound(options.window) }, into);
}

/**
 * Goes on below the edges of a walk where a commit whose clock was wrong, or that git can't read a date from, hides
 * what was asked for. Answers whether there was anything.
 */
export async function walkBeyond(
  git: Git,
  view: View,
  options: WalkOptions & { readonly edges: readonly string[] },
  into: Walked,
): Promise<boolean> {
  const since = lowerBound(options.window);
  const { signal } = options;
  const before = into.graph.size;
  let edges = [...options.edges, ...options.from.filter(hash => into.graph.find(hash) < 0)];
  for (let round = 0; round < 16 && edges.length > 0; round++) {
    const from = await beyond(git, view, { edges, since, signal }, into.graph);
    edges = [...(await walkFrom(git, view, { ...options, since, from, without: [] }, into))];
  }
  return into.graph.size > before;
}

function lowerBound({ from }: TimeWindow): EpochSeconds {
  return Math.max(0, from - marginBelow);
}

type Bounded = WalkOptions & { readonly since: EpochSeconds };

/** One walk by git; answers the commits it stopped at. */
async function walkFrom(git: Git, view: View, options: Bounded, into: Walked): Promise<string[]> {
  const { from, since, until, without = [] } = options;
  const edges: string[] = [];
  if (from.length === 0) return edges;
  let aliases: Aliases = new Map();
  let seen = into.graph.size;
  const parser = new LogParser(commit => {
    const { isEdge, committed } = commit;
    // What git takes for older, although its date says otherwise, has a date git could not read: it is no edge at all.
    if (!isEdge || committed >= since) keep(commit, options, aliases, into);
    if (isEdge && (committed >= since || into.graph.find(commit.hash) < 0)) {
      edges.push(copied(commit.hash));
    }
    if (++seen % 10_000 === 0) options.progress?.(seen);
  });
  const bounds = [`--since=${moment(since)}`, ...(until === undefined ? [] : [`--until=${moment(until)}`])];
  const input = [...from.filter(isHash), ...without.filter(isHash).map(hash => `^${hash}`), ''].join('\n');
  const call = view.call(['log', ...logFormat, ...bounds, '--boundary', '--ignore-missing', '--stdin'], {
    mailmap: options.mailmap,
    input,
    signal: options.signal,
    cap: 16 * 2 ** 30,
    timeout: 900_000,
    silence: 180_000,
    after: options.aliases.then(known => (aliases = known)),
  });
  await git.stream(call, chunk => {
    parser.push(chunk);
  });
  options.progress?.(seen);
  return edges;
}

function keep(commit: LoggedCommit, { window, onCandidate }: WalkOptions, aliases: Aliases, into: Walked): void {
  const number = into.graph.add(commit.hash, commit.parents, commit.committed);
  if (commit.parents.includes(' ')) {
    into.merges.set(number, { hash: copied(commit.hash), subject: decode(commit.subject.slice(0, 240)) });
  } else if (commit.authored >= window.from && commit.authored < window.to && isHers(commit, aliases)) {
    const candidate = commitText(commit);
    const [mapped, written] = commit.emails;
    const email = aliases.get(mapped) ?? aliases.get(written) ?? candidate.author.email;
    into.candidates.set(candidate.hash, { ...candidate, author: { ...candidate.author, email } });
    onCandidate?.(candidate.hash);
  }
}

const part = /^(?:co-authored|reviewed|acked)-by$/;

function isHers({ emails, trailerLines }: LoggedCommit, aliases: Aliases): boolean {
  if (aliases.has(emails[0]) || aliases.has(emails[1])) return true;
  if (trailerLines === '') return false;
  return parseTrailers(trailerLines).some(
    ({ key, value }) => part.test(key) && aliases.has(identOf(value)?.email.toLowerCase() ?? ''),
  );
}
