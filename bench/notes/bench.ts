import { appendFileSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Cache } from '../../src/app/ports.ts';
import type { Notebook, Shelf } from '../../src/app/shelf.ts';
import { median } from '../median.ts';
import { indexedShelf } from '../../src/app/notebook/indexedShelf.ts';
import { logLearning } from '../../src/app/log/logEntry.ts';
import { entryPath, printEntry } from '../../src/core/log/entryNote.ts';
import type { Entry } from '../../src/core/log/entry.ts';
import type { PrivatePath, SharedPath } from '../../src/core/note/notePath.ts';
import { nodeCache } from '../../src/node/files/nodeCache.ts';
import { nodeFiles } from '../../src/node/files/nodeFiles.ts';
import { pause } from '../../src/node/files/pause.ts';
import { yamlHead } from '../../src/node/yamlHead.ts';
import { makeNotes } from './makeNotes.ts';

export interface NotesBench {
  readonly sizes?: readonly number[];
  readonly quick?: boolean;
  readonly log?: (line: string) => void;
}

/** Measures the index of notes and the way of an entry to the disk, as ratios within one run, and answers a table. */
export async function bench({ sizes, quick = false, log = () => undefined }: NotesBench = {}): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'outloud-bench-'));
  const pairs = quick ? 5 : 9;
  try {
    const rows: string[] = [];
    for (const size of sizes ?? (quick ? [1000, 10_000] : [1000, 10_000, 50_000])) {
      log(`${size} notes`);
      rows.push(await indexRow(join(root, String(size)), size, pairs));
      rmSync(join(root, String(size)), { recursive: true });
    }
    log('one entry');
    return [...tableHead, ...rows, '', await entryLine(join(root, 'entries'), quick ? 21 : 101), ''].join('\n');
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

const tableHead = [
  `Medians of pairs, taken in turns; ratios against the plain thing beside them. ${process.version}, ${process.platform}.`,
  '',
  '| notes | reading the files | first index | ratio | longest hold | stat of the files | from the cache | ratio | longest hold | one changed note |',
  '|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|',
];

async function indexRow(folder: string, size: number, pairs: number): Promise<string> {
  const notes = join(folder, 'notes');
  const files = makeNotes(notes, size);
  const cache = nodeCache(join(folder, 'cache'));
  await open(notes, cache).notes(); // warms the disk's cache, and fills ours
  await wait(500);
  const reading = await inTurns(
    pairs,
    () => readPlainly(files),
    () => open(notes).notes(),
  );
  const looking = await inTurns(
    pairs,
    () => lookPlainly(files),
    () => open(notes, readOnly(cache)).notes(),
  );
  const holdFirst = await longestHold(() => open(notes).notes());
  const holdCached = await longestHold(() => open(notes, readOnly(cache)).notes());
  const changed = await oneChange(open(notes, readOnly(cache)), files, pairs);
  return `| ${[
    size.toLocaleString('en'),
    ...[ms(reading.plain), ms(reading.ours), ratio(reading), ms(holdFirst)],
    ...[ms(looking.plain), ms(looking.ours), ratio(looking), ms(holdCached), `${changed.toFixed(2)} ms`],
  ].join(' | ')} |`;
}

function open(notes: string, cache?: Cache): Shelf<SharedPath> {
  const yaml = () => Promise.resolve(yamlHead);
  return indexedShelf(nodeFiles<SharedPath>(notes), { yaml, pause, ...(cache && { cache, cacheKey: 'bench' }) });
}

/** So that no measurement fills the cache for the next. */
function readOnly(cache: Cache): Cache {
  return { load: key => cache.load(key), save: () => Promise.resolve() };
}

function readPlainly(files: readonly string[]): number {
  let length = 0;
  for (const file of files) length += readFileSync(file, 'utf8').length;
  return length;
}

function lookPlainly(files: readonly string[]): number {
  let size = 0;
  for (const file of files) size += lstatSync(file).size;
  return size;
}

interface Pair {
  readonly plain: number;
  readonly ours: number;
  /** The median of each pair's own ratio. */
  readonly ratio: number;
}

async function inTurns(pairs: number, plain: () => unknown, ours: () => Promise<unknown>): Promise<Pair> {
  const times: { plain: number; ours: number }[] = [];
  for (let i = 0; i <= pairs; i += 1) {
    const pair =
      i % 2 === 0
        ? { plain: await time(plain), ours: await time(ours) }
        : { ours: await time(ours), plain: await time(plain) };
    if (i > 0) times.push(pair); // the first pair only warms up
  }
  const of = (pick: (pair: { plain: number; ours: number }) => number) => median(times.map(pick));
  return { plain: of(pair => pair.plain), ours: of(pair => pair.ours), ratio: of(pair => pair.ours / pair.plain) };
}

async function time(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The longest time the event loop could not do anything else: the least of five runs, since other programs only add. */
async function longestHold(work: () => Promise<unknown>): Promise<number> {
  const holds: number[] = [];
  for (let i = 0; i < 5; i += 1) {
    let longest = 0;
    let last = performance.now();
    let isOver = false;
    const tick = () => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
      if (!isOver) setImmediate(tick);
    };
    setImmediate(tick);
    await work();
    isOver = true;
    await wait(5);
    holds.push(longest);
  }
  return Math.min(...holds);
}

/** From the event of one changed file to the index that knows it. */
async function oneChange(shelf: Shelf<SharedPath>, files: readonly string[], times: number): Promise<number> {
  await shelf.notes();
  const taken: number[] = [];
  for (let i = 0; i < times; i += 1) {
    const file = files[Math.floor(((i + 0.5) * files.length) / times)] ?? '';
    appendFileSync(file, 'One more line.\n');
    taken.push(
      await time(() => {
        shelf.changed([file]);
        return shelf.notes();
      }),
    );
  }
  return median(taken);
}

/** One entry from Enter to the disk, against the least a program must do to lose nothing. */
async function entryLine(folder: string, times: number): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const shared = open(join(folder, 'notes'));
  const desk = {
    notebook: { shared, private: shared as unknown as Shelf<PrivatePath>, place: {} as Notebook['place'] },
    me: { handle: 'ada', name: 'Ada', emails: [] },
  };
  const entry = (i: number): Entry => ({
    type: 'learning',
    text: `PgBouncer pins a session for SET ${i}. In transaction pooling it keeps the connection.`,
    day: '2026-11-22',
    tags: ['pgbouncer'],
    skills: [],
    private: false,
  });
  await shared.notes();
  const plainFolder = join(folder, 'plain');
  mkdirSync(plainFolder);
  let n = 0;
  const plain = () => {
    const one = entry((n += 1));
    return writePlainly(join(plainFolder, entryPath(one, 'ada').path.split('/').at(-1) ?? ''), printEntry(one));
  };
  const pair = await inTurns(times, plain, () => logLearning(desk, entry((n += 1))));
  return `Log a learning, from Enter to the disk: ${ms(pair.ours)}; a plain atomic write (fs.promises: temporary file, fsync, rename): ${ms(pair.plain)}; ratio ${ratio(pair)} (${times} pairs).`;
}

async function writePlainly(file: string, text: string): Promise<void> {
  const temporary = await fs.open(`${file}.tmp`, 'wx');
  await temporary.writeFile(text);
  await temporary.sync();
  await temporary.close();
  await fs.rename(`${file}.tmp`, file);
}

function ms(value: number): string {
  return `${value.toFixed(value < 10 ? 1 : 0)} ms`;
}

function ratio(pair: Pair): string {
  return pair.ratio.toFixed(2);
}
