import { execFileSync } from 'node:child_process';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measureHistory, type Measured, type Neighbours, type Subject } from './historyBench.ts';
import { makeHistory } from './makeHistory.mjs';

export interface HistoryBenchOptions {
  /** How many commits the made histories have. A million takes some minutes to make, once. */
  readonly sizes?: readonly number[];
  /** Clones on this machine, with whom to look for: `~/src/git=ps@pks.im`; without it, the most frequent author. */
  readonly clones?: readonly string[];
  readonly rounds?: number;
  /** Scripts of git-standup and git-quick-stats on this machine. */
  readonly neighbours?: Neighbours;
}

/** How long worked-on takes beside plain git, as markdown. */
export async function bench(options: HistoryBenchOptions = {}): Promise<string> {
  const { sizes = [10_000, 100_000], clones = [], rounds = 5, neighbours = {} } = options;
  const subjects: Subject[] = [];
  for (const size of sizes) {
    const folder = await makeHistory(size);
    subjects.push({ ...subjectOf(`${folder}=ada@shop.example`), name: `${size.toLocaleString('en')} commits` });
  }
  subjects.push(...clones.map(subjectOf));
  const measured: Measured[] = [];
  for (const subject of subjects) measured.push(...(await measureHistory(subject, rounds, neighbours)));
  return page(measured, rounds);
}

function subjectOf(clone: string): Subject {
  const [, folder = clone, named] = /^(.*)=([^=]+)$/.exec(clone) ?? [];
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 }).trim();
  const end = Number(git('log', '-1', '--format=%ct', '--branches', '--remotes')) + 1;
  const email =
    named ?? mostFrequent(git('log', '--format=%ae', '--since', `@${end - 365 * 86_400} +0000`).split('\n'));
  return { name: basename(folder), folder, email, end };
}

function mostFrequent(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '';
}

function page(measured: readonly Measured[], rounds: number): string {
  const ms = (value: number | undefined) => (value === undefined ? 'not measured' : value.toFixed(value < 10 ? 1 : 0));
  const rows = measured.map(each =>
    [
      ...[each.subject, each.window, each.commits, ms(each.plain), ms(each.first)],
      ...[each.firstRatio.toFixed(2), `${each.firstMore > 0 ? '+' : ''}${each.firstMore.toFixed(0)}`],
      ...[
        `${ms(each.unchanged)} (${each.unchangedRatio.toFixed(2)})`,
        `${ms(each.changed)} (${each.changedRatio.toFixed(2)})`,
      ],
      ...[ms(each.standup), ms(each.quickStats)],
    ].join(' | '),
  );
  return [
    'Plain is `git log --branches --remotes --numstat --author=… --since=… --until=…`; ours is `History.commits` of a',
    'fresh start (git found, nothing read), the same again, and again after one more commit on a branch. Milliseconds in',
    `this process, medians of ${rounds} pairs in changing order; ratios are medians of each pair's ratio to plain.`,
    '',
    '| history | window | commits | plain | first read | ratio | more | unchanged | one more commit | git-standup | git-quick-stats |',
    '|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|',
    ...rows.map(row => `| ${row} |`),
    '',
  ].join('\n');
}

/** `tsx bench/history/index.ts --sizes=10000,100000 --rounds=5 --standup=PATH --quick-stats=PATH [CLONE[=EMAIL]…]` */
async function main(args: readonly string[]): Promise<void> {
  const option = (name: string) => args.find(arg => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
  const numbers = option('sizes')?.split(',').filter(Boolean).map(Number);
  console.log(
    await bench({
      ...(numbers && { sizes: numbers }),
      rounds: Number(option('rounds') ?? 5),
      neighbours: { standup: option('standup'), quickStats: option('quick-stats') },
      clones: args.filter(arg => !arg.startsWith('--')),
    }),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
