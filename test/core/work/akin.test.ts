import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { workedOn } from '../../../src/core/work/workedOn.ts';
import { ada, writtenWeek } from './writtenWeek.ts';

/** The subjects of each piece, with nothing but the commits to go by. */
function piecesOf(week: string): readonly (readonly string[])[] {
  const commits = writtenWeek(week);
  const subjectOf = new Map(commits.map(({ hash, subject }) => [hash, subject]));
  const { pieces, also } = workedOn(commits, { person: ada, repositories: [], most: 50 });
  return [...pieces, ...also]
    .map(piece => piece.commits.map(({ hash }) => subjectOf.get(hash) ?? ''))
    .sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
}

describe('Changes that nothing binds', () => {
  it('are one piece where they follow each other in the same files', () => {
    const pieces = piecesOf(`
      Mon 09:00 Read the cart in one query
        services/cart/read.ts +40 -20
      Mon 09:40 Measure the cart’s query
        services/cart/read.ts +8 -2
        services/cart/read.test.ts +30 -0
      Thu 15:00 Send receipts by mail
        services/mail/receipt.ts +80 -0`);
    assert.deepEqual(pieces, [['Read the cart in one query', 'Measure the cart’s query'], ['Send receipts by mail']]);
  });

  it('are one piece where a series was rebased or applied at once, however long it was in the making', () => {
    const pieces = piecesOf(`
      Mon 09:00 Give leases a fence
        lease/fence.ts +60 -0
        committed: Fri 10:00
      Tue 17:00 Refuse a stale holder
        lease/holder.ts +20 -4
        committed: Fri 10:00
      Wed 11:00 Tell operators of fences
        docs/leases.md +30 -0
        committed: Fri 10:00
      Fri 16:00 Print totals per country
        report/totals.ts +50 -10`);
    assert.deepEqual(pieces, [
      ['Give leases a fence', 'Refuse a stale holder', 'Tell operators of fences'],
      ['Print totals per country'],
    ]);
  });

  it('are two pieces where the merge button was pressed twice', () => {
    const pieces = piecesOf(`
      Mon 09:00 Round the totals
        cart/totals.ts +10 -2
        button: pressed
      Mon 09:20 Round the taxes
        cart/totals.ts +12 -2
        button: pressed`);
    assert.deepEqual(pieces, [['Round the taxes'], ['Round the totals']]);
  });

  it('stay apart from a release between them', () => {
    const pieces = piecesOf(`
      Mon 09:00 Retry a lost upload
        upload/retry.ts +40 -2
      Mon 09:10 Release 2.4.0
        package.json +1 -1
      Mon 09:30 Retry an upload that hangs
        upload/retry.ts +20 -4`);
    assert.deepEqual(pieces, [['Release 2.4.0'], ['Retry a lost upload', 'Retry an upload that hangs']]);
  });
});
