import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { cutBy } from '../../../src/core/work/akin.ts';
import { involvedIn } from '../../../src/core/work/change.ts';
import { readChange } from '../../../src/core/work/told.ts';
import { traceOf } from '../../../src/core/work/trace.ts';
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
        cart/totals.test.ts +12 -0
        button: pressed
      Mon 09:20 Round the taxes
        cart/totals.ts +12 -2
        cart/totals.test.ts +14 -0
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

  it('are one piece where tests follow what they test, whatever their folder', () => {
    const pieces = piecesOf(`
      Mon 09:00 Refuse a stale holder of a lease
        src/lease/holder.ts +60 -4
      Mon 10:30 Test the stale holder
        test/lease/holder.test.ts +40 -0
      Wed 15:00 Send receipts by mail
        src/mail/receipt.ts +80 -0`);
    assert.deepEqual(pieces, [
      ['Refuse a stale holder of a lease', 'Test the stale holder'],
      ['Send receipts by mail'],
    ]);
  });

  it('stay apart where all they share is a list of changes', () => {
    const pieces = piecesOf(`
      Mon 09:00 Round totals half to even
        cart/totals.ts +20 -4
        CHANGELOG.md +1 -0
      Mon 15:00 Remember the last search
        search/recent.ts +60 -2
        CHANGELOG.md +1 -0
      Tue 11:00 Print labels in two columns
        print/labels.ts +30 -9
        CHANGELOG.md +1 -0`);
    assert.equal(pieces.length, 3);
  });

  it('are cut soon, however many there are', () => {
    const many = Array.from({ length: 400 }, (_, at) => {
      const time = `${String(Math.floor(at / 60) + 8).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
      return `Mon ${time} Change of part ${at % 90}\n part${at % 90}/part${at % 90}.ts +3 -1`;
    });
    const told = involvedIn(writtenWeek(many.join('\n')), ada).map(each =>
      readChange({ commits: [each], folded: [], tookBack: false }),
    );
    let compared = 0;
    const changes = told.map(each => ({ trace: traceOf(each), issue: undefined }));
    cutBy(changes, () => {
      compared++;
      return -1;
    });
    assert.ok(compared <= 16 * 400, `${compared} comparisons`);
  });
});
