// What is held up, and for how long, while a notebook is searched. Run: node --import tsx bench/notes/searchBench.ts [10000]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { indexedShelf } from '../../src/app/notebook/indexedShelf.ts';
import { LogSearch } from '../../src/app/log/searchLog.ts';
import type { Notebook } from '../../src/app/shelf.ts';
import { logOf } from '../../src/app/log/weekLog.ts';
import type { PrivatePath, SharedPath } from '../../src/core/note/notePath.ts';
import { logRows } from '../../src/core/outline/logRows.ts';
import { nodeFiles } from '../../src/node/files/nodeFiles.ts';
import { pause } from '../../src/node/files/pause.ts';
import { yamlHead } from '../../src/node/yamlHead.ts';
import { makeNotes } from './makeNotes.ts';

const runs = 5;
const trace = `Error: connect ECONNREFUSED 127.0.0.1:6432
    at TCPConnectWrap.afterConnect [as oncomplete] (node:net:1611:16)
    at async readCart (/home/ada/work/shop/services/checkout/db.ts:88:18) {
  the pool keeps a session open while a query waits and nobody sees why until the timer fires
}`;

/** The shortest time and the shortest longest hold of several runs: other programs only add to both. */
async function measured(work: () => Promise<unknown>, before?: () => void): Promise<string> {
  const all: { took: number; held: number }[] = [];
  for (let run = 0; run < runs; run += 1) {
    before?.();
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
    all.push({ took, held });
  }
  const least = (pick: (one: { took: number; held: number }) => number) => Math.min(...all.map(pick)).toFixed(0);
  return `${least(one => one.took)} ms, longest hold ${least(one => one.held)} ms`;
}

const count = Number(process.argv[2] ?? 10_000);
const root = mkdtempSync(join(tmpdir(), 'outloud-search-'));
try {
  makeNotes(join(root, 'notes'), count);
  const yaml = () => Promise.resolve(yamlHead);
  const shared = indexedShelf(nodeFiles<SharedPath>(join(root, 'notes')), { yaml, pause });
  const own = indexedShelf(nodeFiles<PrivatePath>(join(root, 'private')), { yaml, pause });
  const notebook: Notebook = { shared, private: own, place: {} as Notebook['place'] };
  const me = { handle: 'person-003', name: 'Three', emails: [] };
  await shared.notes();
  let search = new LogSearch({ notebook, me }, () => turn());
  const anew = () => {
    search.dispose();
    search = new LogSearch({ notebook, me }, () => turn());
  };
  const lines = [
    `The rows of a log, once the index is there: ${await measured(async () => logRows((await logOf({ notebook, me }, me)).all, [], '2026-11-22'))}`,
    `First answer, by titles and tags: ${await measured(() => search.find('retries taught'), anew)}`,
    `All texts taken in: ${await measured(() => search.read(), anew)}`,
    `Two words: ${await measured(() => search.find('retries taught'))}`,
    `One word that stands in every note: ${await measured(() => search.find('pool'))}`,
    `A stack trace: ${await measured(() => search.find(trace))}`,
  ];
  console.log([`${count.toLocaleString('en')} notes, ${process.version}`, ...lines].join('\n'));
} finally {
  rmSync(root, { recursive: true, force: true });
}
