import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { LogSearch } from '../../src/app/log/searchLog.ts';
import { logOf } from '../../src/app/log/weekLog.ts';
import { indexedShelf } from '../../src/app/notebook/indexedShelf.ts';
import type { Notebook } from '../../src/app/shelf.ts';
import type { PrivatePath, SharedPath } from '../../src/core/note/notePath.ts';
import { logRows } from '../../src/core/outline/logRows.ts';
import { goalRowsOf } from '../../src/editor/goals/goalRowsOf.ts';
import { nodeFiles } from '../../src/node/files/nodeFiles.ts';
import { pause } from '../../src/node/files/pause.ts';
import { systemClock } from '../../src/node/systemClock.ts';
import { yamlHead } from '../../src/node/yamlHead.ts';
import { median } from '../median.ts';
import { makeNotes } from './makeNotes.ts';

const trace = `Error: connect ECONNREFUSED 127.0.0.1:6432
    at TCPConnectWrap.afterConnect [as oncomplete] (node:net:1611:16)
    at async readCart (/srv/shop/services/checkout/db.ts:88:18) {
  the pool keeps a session open while a query waits and nobody sees why until the timer fires
}`;

export interface SearchBench {
  readonly quick?: boolean;
  readonly log?: (line: string) => void;
}

/** Measures what the sidebar's rows and a search cost once the index is there, beside reading the files plainly. */
export async function bench({ quick = false, log = () => undefined }: SearchBench = {}): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'outloud-bench-'));
  try {
    const count = quick ? 1000 : 10_000;
    log(`${count} notes`);
    const files = makeNotes(join(root, 'notes'), count);
    const rows = await measureAll(root, files, quick ? 3 : 9);
    return [
      `${count.toLocaleString('en')} notes, once the index is there: medians taken in turns with reading the same files plainly, and the least of the longest holds. The log is one person's, and the other row that of somebody who wrote all of them.`,
      '',
      '| | time | reading the files | ratio | longest hold |',
      '|---|--:|--:|--:|--:|',
      ...rows,
      '',
    ].join('\n');
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function measureAll(root: string, files: readonly string[], rounds: number): Promise<readonly string[]> {
  const notebook = openNotebook(root);
  const me = { handle: 'person-001', name: 'One', emails: [] };
  const desk = { notebook, me, team: [], clock: systemClock('UTC') };
  const notes = await notebook.shared.notes();
  const everything = openNotebook(
    root,
    notes.map(note => ({ ...note, path: note.path.replace(/^people\/[^/]+\//, 'people/person-001/') as SharedPath })),
  );
  let search = new LogSearch({ notebook, me }, () => turn());
  const anew = () => {
    search.dispose();
    search = new LogSearch({ notebook, me }, () => turn());
  };
  const cases: readonly (readonly [string, () => Promise<unknown>, (() => void)?])[] = [
    ['the rows of her goals', () => goalRowsOf(desk)],
    ['the rows of her log', async () => logRows((await logOf(desk, me)).all, [], { today: desk.clock.today() })],
    [
      'the rows of a log of all these notes',
      async () => logRows((await logOf({ notebook: everything, me }, me)).all, [], { today: desk.clock.today() }),
    ],
    ['first answer of a search, by titles and tags', () => search.find('retries taught'), anew],
    ['all texts taken in', () => search.read(), anew],
    ['two words', () => search.find('retries taught')],
    ['one word that stands in every note', () => search.find('pool')],
    ['a stack trace', () => search.find(trace)],
  ];
  const rows: string[] = [];
  for (const [name, work, before] of cases) rows.push(await row(name, { work, before, files, rounds }));
  search.dispose();
  return rows;
}

function openNotebook(root: string, notes?: Awaited<ReturnType<Notebook['shared']['notes']>>): Notebook {
  const yaml = () => Promise.resolve(yamlHead);
  const shared = indexedShelf(nodeFiles<SharedPath>(join(root, 'notes')), { yaml, pause });
  const own = indexedShelf(nodeFiles<PrivatePath>(join(root, 'private')), { yaml, pause });
  if (notes) shared.notes = () => Promise.resolve(notes);
  return { shared, private: own, place: {} as Notebook['place'] };
}

interface Case {
  readonly work: () => Promise<unknown>;
  readonly before: (() => void) | undefined;
  readonly files: readonly string[];
  readonly rounds: number;
}

async function row(name: string, { work, before, files, rounds }: Case): Promise<string> {
  const all: { took: number; held: number; plain: number }[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    before?.();
    const one = { ...(await watched(work)), plain: plainly(files) };
    if (round > 0) all.push(one); // the first only warms up
  }
  const took = median(all.map(one => one.took));
  const plain = median(all.map(one => one.plain));
  const ratio = median(all.map(one => one.took / one.plain));
  const held = Math.min(...all.map(one => one.held));
  return `| ${name} | ${took.toFixed(1)} ms | ${plain.toFixed(0)} ms | ${ratio.toFixed(3)} | ${held.toFixed(1)} ms |`;
}

/** How long some work took, and the longest time the event loop could do nothing else meanwhile. */
async function watched(work: () => Promise<unknown>): Promise<{ readonly took: number; readonly held: number }> {
  let [held, last, isOver] = [0, performance.now(), false];
  const tick = () => {
    const now = performance.now();
    held = Math.max(held, now - last);
    last = now;
    if (!isOver) setImmediate(tick);
  };
  setImmediate(tick);
  const start = performance.now();
  await work();
  const took = performance.now() - start;
  await turn();
  isOver = true;
  return { took, held };
}

function plainly(files: readonly string[]): number {
  const start = performance.now();
  for (const file of files) readFileSync(file, 'utf8');
  return performance.now() - start;
}
