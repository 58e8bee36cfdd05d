import assert from 'node:assert/strict';
import { gatherCommits, gatherWork } from '../../../src/app/week/gatherWork.ts';
import type { HistoryQuery } from '../../../src/app/ports.ts';
import type { Commit } from '../../../src/core/work/commit.ts';
import { ada, linesOf, writtenWeek } from '../../core/work/writtenWeek.ts';
import { quietHistory } from '../../support/quietHistory.ts';

const window = { from: Date.UTC(2026, 10, 16) / 1000, to: Date.UTC(2026, 10, 23) / 1000 };

/** A history that is told in the test and remembers what it was asked. */
function toldHistory(commits: readonly Commit[], patchIds: Readonly<Record<string, string>> = {}) {
  const asked: { query?: HistoryQuery; patches: string[] } = { patches: [] };
  const history = quietHistory({
    commits: query => {
      asked.query = query;
      query.progress?.(commits.length);
      return Promise.resolve({ commits, notices: [{ repo: 'shop', code: 'shallow' }] });
    },
    patchIds: (repo, hashes) => {
      asked.patches.push(`${repo}: ${hashes.map(hash => hash.slice(0, 4)).join(' ')}`);
      return Promise.resolve(
        new Map(hashes.flatMap(hash => (patchIds[hash.slice(0, 4)] ? [[hash, patchIds[hash.slice(0, 4)] ?? '']] : []))),
      );
    },
  });
  return { history, asked };
}

const reworded = `
  Mon 09:00 Round the totals
    src/cart.ts +12 -3
    branch: totals
  Mon 09:00 Round all totals
    src/cart.ts +12 -3
  Tue 09:00 Print receipts
    src/print/receipts.ts +60 -0`;

describe('gathering work', () => {
  it('asks for one person’s commits of the window and passes on what could not be seen', async () => {
    const { history, asked } = toldHistory(writtenWeek(reworded));
    const seen: number[] = [];
    const { signal } = new AbortController();
    const work = await gatherWork(history, { window, person: ada, signal, progress: count => seen.push(count) });
    assert.deepEqual(asked.query?.window, window);
    assert.deepEqual(asked.query.emails, ada.emails);
    assert.equal(asked.query.signal, signal);
    assert.deepEqual(seen, [3]);
    assert.deepEqual(work!.notices, [{ repo: 'shop', code: 'shallow' }]);
  });

  it('asks for the patch-ids of suspects only, and takes twins for one', async () => {
    const { history, asked } = toldHistory(writtenWeek(reworded), { '0001': 'p1', '0002': 'p1' });
    const work = await gatherWork(history, { window, person: ada });
    assert.deepEqual(asked.patches, ['shop: 0001 0002']);
    assert.deepEqual(linesOf(work!), ['Print receipts · feature · @print', 'Round all totals · feature']);
  });

  it('asks each repository for its own, and none where nothing is suspect or known already', async () => {
    const two = toldHistory(
      writtenWeek(`
        Mon 09:00 Round the totals
          src/cart.ts +12 -3
        Mon 09:00 Round the totals
          repo: fork
          src/cart.ts +12 -3
        Mon 09:00 Round totals
          repo: fork
          patch: p9
          src/cart.ts +12 -3`),
    );
    await gatherWork(two.history, { window, person: ada });
    assert.deepEqual(two.asked.patches.toSorted(), ['fork: 0002', 'shop: 0001']);
    const none = toldHistory(writtenWeek('Mon 09:00 Round the totals\n src/cart.ts +12 -3'));
    await gatherWork(none.history, { window, person: ada });
    assert.deepEqual(none.asked.patches, []);
  });

  it('gives the commits too, for the entries in their trailers', async () => {
    const commits = writtenWeek(reworded);
    const gathered = await gatherCommits(toldHistory(commits).history, { window, person: ada });
    assert.deepEqual(gathered.commits, commits);
  });

  it('stops where it is told to', async () => {
    const { history } = toldHistory(writtenWeek(reworded));
    const stop = new AbortController();
    const gathering = gatherWork(history, {
      window,
      person: ada,
      signal: stop.signal,
      progress: () => {
        stop.abort();
      },
    });
    await assert.rejects(gathering, { name: 'AbortError' });
  });
});
