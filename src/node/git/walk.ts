import type { TimeWindow } from '../../core/time/calendar.ts';
import type { EpochSeconds } from '../../core/time/day.ts';
import { CommitGraph } from './commitGraph.ts';
import type { Git } from './gitCall.ts';
import { commitText, logFormat, LogParser, type LoggedCommit } from './logFormat.ts';
import { beyond, type EdgeReader } from './edges.ts';
import { capped } from './nulFields.ts';
import { isPull } from './branches.ts';
import { isHash } from './tips.ts';
import { mayName } from './trailers.ts';
import type { View } from './view.ts';

const day = 86_400;
/** Clocks differ: a commit may be written a little later than it was committed. What wrong ones hide is looked for apart. */
const marginBelow = 3 * day;
/** Work is rebased and merged after it was written. */
const marginAbove = 60 * day;

/** A commit that may be the person's: what the walk knows of it. */
export interface Candidate extends ReturnType<typeof commitText> {
  /** Else its trailers tell whether she had a part in it. */
  readonly isAuthor: boolean;
}

/** A merge commit, in the words of whoever made it. */
export interface Merge {
  readonly hash: string;
  readonly subject: string;
  /** A forge writes the title of the pull request into the body's first line; by hand one writes a paragraph. */
  readonly title: string;
}

/** What one walk through the history found; a later walk adds to it. */
export interface Walked {
  readonly graph: CommitGraph;
  /** The merges met, by their number in the graph. */
  readonly merges: Map<number, Merge>;
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
  options: WalkOptions & { readonly edges: readonly string[]; readonly reader: EdgeReader },
  into: Walked,
): Promise<boolean> {
  const since = lowerBound(options.window);
  const before = into.graph.size;
  let edges = [...options.edges, ...options.from.filter(hash => into.graph.find(hash) < 0)];
  for (let round = 0; round < 16 && edges.length > 0; round++) {
    const from = await beyond(options.reader, edges, since, into.graph);
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
    const { isEdge, hash, committed } = commit;
    // What an earlier walk came to is no edge any more. What git takes for older, although its date says otherwise, has
    // a date git could not read: it is an edge, and yet one of those that were asked for.
    if (isEdge && into.graph.find(hash) < 0) edges.push(hash);
    if (!isEdge || committed >= since) keep(commit, options, aliases, into);
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
    const subject = commit.subject();
    into.merges.set(number, { hash: commit.hash, subject, title: titleOf(subject, commit.body()) });
  } else if (commit.authored >= window.from && commit.authored < window.to) {
    const [mapped, written] = commit.emails;
    const hers = aliases.get(mapped) ?? aliases.get(written);
    if (hers === undefined && !mayName(commit.rawBody(), aliases.keys())) return;
    const { author, ...candidate } = commitText(commit);
    const email = hers ?? author.email;
    into.candidates.set(candidate.hash, { ...candidate, author: { ...author, email }, isAuthor: hers !== undefined });
    onCandidate?.(candidate.hash);
  }
}

function titleOf(subject: string, body: string): string {
  const [first = ''] = body.trimStart().split(isPull(subject) ? /\r?\n/ : /\r?\n[^\S\n]*\r?\n/, 1);
  if (/^(?:\*|#|Conflicts:)/.test(first)) return ''; // git's own lists
  return capped(first.replace(/\s+/g, ' ').trim(), 240);
}
