import assert from 'node:assert/strict';
import { completeCapture, type KnownMarks } from '../../../src/core/log/capture.ts';
import type { EntryType } from '../../../src/core/note/note.ts';

const known: KnownMarks = {
  tags: ['pgbouncer', 'postgres', 'review/db'],
  goals: [
    { slug: 'checkout-under-200-ms', title: 'Checkout under 200 ms' },
    { slug: 'async-rust', title: 'Be the one for async Rust' },
  ],
  skills: ['postgres', 'System design'],
  people: [{ handle: 'lin', name: 'Lin' }, { handle: 'sam' }],
};

/** The lines one could go on with, the cursor as |. The cursor of the question is | too. */
function goneOn(typed: string, type?: EntryType): readonly string[] {
  const cursor = typed.indexOf('|');
  const line = typed.replace('|', '');
  return completeCapture(line, cursor, known, type).map(
    completion => `${completion.line.slice(0, completion.cursor)}|${completion.line.slice(completion.cursor)}`,
  );
}

describe('completeCapture', () => {
  const cases: readonly (readonly [typed: string, expected: readonly string[], type?: EntryType])[] = [
    ['Sessions #p|', ['Sessions #pgbouncer |', 'Sessions #postgres |']],
    ['Sessions #|', ['Sessions #pgbouncer |', 'Sessions #postgres |', 'Sessions #review/db |']],
    ['#d|', ['#review/db |']],
    ['#pgb| goal:x', ['#pgbouncer |goal:x']],
    ['#p|gb x', ['#pgbouncer |x', '#postgres |x']],
    ['goal:|', ['goal:checkout-under-200-ms |', 'goal:async-rust |']],
    ['goal:rust|', ['goal:async-rust |']],
    ['goal:"under 2|', ['goal:checkout-under-200-ms |']],
    ['GOAL:ch|', ['goal:checkout-under-200-ms |']],
    ['skill:s|', ['skill:"System design" |', 'skill:postgres |']],
    ['!p|', ['!private |', '!help |', '!experiment |']],
    ['for @|', [], 'learning'],
    ['for @|', ['for @lin |', 'for @sam |'], 'thanks'],
    ['which queue @L|', ['which queue @lin |'], 'help'],
    ['#postgres|', []],
    ['no mark|', []],
    ['C#|', []],
    ['`grep #p|`', []],
    ['#zzz|', []],
    ['#p |', []],
    ['|', []],
  ];
  for (const [typed, expected, type] of cases)
    it(`${typed}${type ? ` as ${type}` : ''}`, () => {
      assert.deepEqual(goneOn(typed, type), expected);
    });

  it('says what a goal and a handle stand for, and what it replaces', () => {
    const [goal] = completeCapture('x goal:ch', 9, known);
    assert.deepEqual(goal, {
      label: 'goal:checkout-under-200-ms',
      detail: 'Checkout under 200 ms',
      replaces: { start: 2, end: 9 },
      line: 'x goal:checkout-under-200-ms ',
      cursor: 29,
    });
    assert.equal(completeCapture('@l', 2, known, 'help')[0]?.detail, 'Lin');
  });

  it('offers at most twelve', () => {
    const many = { ...known, tags: Array.from({ length: 50 }, (_, index) => `tag-${index}`) };
    assert.equal(completeCapture('#t', 2, many).length, 12);
  });
});
