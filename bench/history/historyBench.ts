import { median } from '../median.ts';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { History } from '../../src/app/ports.ts';
import type { TimeWindow } from '../../src/core/time/calendar.ts';
import { gitHistory } from '../../src/node/git/gitHistory.ts';

/** Something to measure: a clone and somebody in it. */
export interface Subject {
  readonly name: string;
  readonly folder: string;
  readonly email: string;
  /** The day the windows end, in seconds; the newest commit's. */
  readonly end: number;
}

/** Scripts of the neighbours, by path; what has none is not measured. */
export interface Neighbours {
  readonly standup?: string | undefined;
  readonly quickStats?: string | undefined;
}

export interface Measured {
  readonly subject: string;
  readonly window: string;
  readonly commits: number;
  /** Medians, in milliseconds. */
  readonly plain: number;
  readonly first: number;
  readonly unchanged: number;
  readonly changed: number;
  readonly standup?: number | undefined;
  readonly quickStats?: number | undefined;
  /** Medians of the ratios of each pair. */
  readonly firstRatio: number;
  readonly unchangedRatio: number;
  readonly changedRatio: number;
  /** Median of the differences of each pair. */
  readonly firstMore: number;
}

const day = 86_400;
const windows = { week: 7 * day, quarter: 91 * day, year: 365 * day };

/** Measures worked-on beside plain git, turn by turn in one run, each pair in changing order. */
export async function measureHistory(subject: Subject, rounds: number, neighbours: Neighbours): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const [name, length] of Object.entries(windows)) {
    const window = { from: subject.end - length, to: subject.end };
    await timed(() => plainLog(subject, window)); // what the disk has to give is in memory for both
    const pairs: Pair[] = [];
    for (let round = 0; round < rounds; round++) pairs.push(await measurePair(subject, window, round % 2 === 0));
    const neighbour = await measureNeighbours(subject, window, neighbours, Math.min(rounds, 3));
    measured.push({ subject: subject.name, window: name, ...summary(pairs), ...neighbour });
  }
  return measured;
}

interface Pair {
  readonly plain: number;
  readonly first: number;
  readonly unchanged: number;
  readonly changed: number;
  readonly commits: number;
}

async function measurePair(subject: Subject, window: TimeWindow, oursFirst: boolean): Promise<Pair> {
  const ours = async () => {
    const storage = mkdtempSync(join(tmpdir(), 'outloud-bench-'));
    try {
      return await measureOurs(subject, window, storage);
    } finally {
      rmSync(storage, { recursive: true, force: true });
    }
  };
  if (oursFirst) {
    const each = await ours();
    return { ...each, plain: await timed(() => plainLog(subject, window)) };
  }
  const plain = await timed(() => plainLog(subject, window));
  return { ...(await ours()), plain };
}

/** The first read of a fresh start, the next one, and the next after one more commit on a branch. */
async function measureOurs(subject: Subject, window: TimeWindow, storage: string): Promise<Omit<Pair, 'plain'>> {
  const history = gitHistory({ folders: () => [subject.folder], storage, now: () => subject.end });
  const query = { window, emails: [subject.email] };
  let commits = 0;
  const read = async () => {
    commits = (await history.commits(query)).commits.length;
  };
  await findGitBefore(history);
  const first = await timed(read);
  const unchanged = await timed(read);
  const changed = await withOneMore(subject, () => timed(read));
  return { first, unchanged, changed, commits };
}

/** git is looked for once an activation, not once a question. */
async function findGitBefore(history: History): Promise<void> {
  await history.patchIds('', []);
}

async function withOneMore(subject: Subject, measure: () => Promise<number>): Promise<number> {
  const who = { name: 'Ada', email: subject.email, date: `@${subject.end - 60} +0000` };
  const env = {
    ...{ GIT_AUTHOR_NAME: who.name, GIT_AUTHOR_EMAIL: who.email, GIT_AUTHOR_DATE: who.date },
    ...{ GIT_COMMITTER_NAME: who.name, GIT_COMMITTER_EMAIL: who.email, GIT_COMMITTER_DATE: who.date },
  };
  const tree = (await git(subject, ['rev-parse', 'HEAD^{tree}'])).trim();
  const commit = (await git(subject, ['commit-tree', tree, '-p', 'HEAD', '-m', 'One more'], env)).trim();
  await git(subject, ['update-ref', 'refs/heads/outloud-bench', commit]);
  try {
    return await measure();
  } finally {
    await git(subject, ['update-ref', '-d', 'refs/heads/outloud-bench']);
  }
}

async function plainLog(subject: Subject, { from, to }: TimeWindow): Promise<void> {
  const bounds = [`--since=@${from} +0000`, `--until=@${to} +0000`];
  await git(subject, ['log', '--branches', '--remotes', '--numstat', `--author=${subject.email}`, ...bounds]);
}

async function measureNeighbours(
  subject: Subject,
  { from, to }: TimeWindow,
  { standup, quickStats }: Neighbours,
  rounds: number,
): Promise<Pick<Measured, 'standup' | 'quickStats'>> {
  const iso = (at: number) => new Date(at * 1000).toISOString();
  const repeated = async (path: string | undefined, args: readonly string[], env: Record<string, string>) => {
    if (path === undefined) return undefined;
    const times: number[] = [];
    for (let round = 0; round < rounds; round++)
      times.push(await timed(() => run('bash', [path, ...args], subject.folder, env)));
    return median(times);
  };
  const dates = ['-A', iso(from), '-B', iso(to)];
  return {
    standup: await repeated(standup, ['-a', subject.email, '-D', 'iso', ...dates], {}),
    quickStats: await repeated(quickStats, ['--detailed-git-stats'], { _GIT_SINCE: iso(from), _GIT_UNTIL: iso(to) }),
  };
}

function git(subject: Subject, args: readonly string[], env: Record<string, string> = {}): Promise<string> {
  return run('git', args, subject.folder, env);
}

function run(command: string, args: readonly string[], cwd: string, env: Record<string, string>): Promise<string> {
  return new Promise((resolve, reject) => {
    const stdio = ['ignore', 'pipe', 'ignore'] as const;
    const child = spawn(command, args, { cwd, stdio: [...stdio], env: { ...process.env, TERM: 'xterm', ...env } });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', code => {
      if (code === 0) resolve(Buffer.concat(chunks).toString('utf8'));
      else reject(new Error(`${command} ${args[0] ?? ''} ended with ${code ?? 'a signal'}: nothing was measured`));
    });
  });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}

function summary(pairs: readonly Pair[]) {
  const of = (value: (pair: Pair) => number) => median(pairs.map(value));
  return {
    commits: pairs[0]?.commits ?? 0,
    plain: of(pair => pair.plain),
    first: of(pair => pair.first),
    unchanged: of(pair => pair.unchanged),
    changed: of(pair => pair.changed),
    firstRatio: of(pair => pair.first / pair.plain),
    unchangedRatio: of(pair => pair.unchanged / pair.plain),
    changedRatio: of(pair => pair.changed / pair.plain),
    firstMore: of(pair => pair.first - pair.plain),
  };
}
