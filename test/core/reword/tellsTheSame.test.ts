import assert from 'node:assert/strict';
import { tellsTheSame } from '../../../src/core/reword/tellsTheSame.ts';

const same: readonly (readonly [before: string, after: string])[] = [
  ['Checkout reads stay under 200 ms', 'Keep checkout reads below 200 ms'],
  ['fix NPE in OrderService when cart empty', 'Fixed an NPE in the OrderService when the cart is empty'],
  ['Added retry to `pool.ts`, config docs', 'Add a retry to `pool.ts` and configuration documentation'],
  ["Release notes don't need network", 'Release notes do not need the network'],
  ['Move from 480 to 195 ms (p99)', 'Moved from 480 to 195 ms, p99'],
  ['add retry to pool for slow disks', 'To the pool, add a retry for slow disks'],
  ['deps: drop left-pad', 'Drop the left-pad dependency'],
  ['Took back: Retry storm after reset (#412)', 'Take back the Retry storm after a reset, #412'],
  ['Teach @lin the scheduler', 'Teaching the scheduler to @lin'],
  ['接続は固定される', '接続は固定される'],
];

const different: readonly (readonly [what: string, before: string, after: string])[] = [
  ['a number', 'Reads stay under 200 ms', 'Reads stay under 20 ms'],
  ['a number more', 'Reads are fast', 'Reads are 2 times fast'],
  ['a number less', 'Reads stay under 200 ms', 'Reads stay under ms'],
  ['numbers in another order', 'Reads from 480 to 195 ms', 'Reads from 195 to 480 ms'],
  ['what stands before them', 'Reads from 480 to 195 ms', 'Reads to 480 from 195 ms'],
  ['what came in the place of what', 'Replace mysql with postgres', 'Replace postgres with mysql'],
  ['who took whose place', 'The queue is replaced by the outbox', 'The outbox is replaced by the queue'],
  ['where from and where to', 'Move tests from cart to shop', 'Move tests from shop to cart'],
  ['the other side of a bound', 'Reads stay under 200 ms', 'Reads stay over 200 ms'],
  ['a number in words', 'Fix a flaky test', 'Fix two flaky tests'],
  ['a negation', 'Tests pass on Windows', 'Tests do not pass on Windows'],
  ['a negation gone', "Tests don't pass on Windows", 'Tests pass on Windows'],
  ['a name', 'Pair on the scheduler', 'Pair with Sam on the scheduler'],
  ['a name in front', 'Makes checkout fast', 'Sam makes checkout fast'],
  ['a name gone', 'Pair with Sam on the scheduler', 'Pair on the scheduler'],
  ['a name made of a word', 'Apply the polish to buttons', 'Apply the Polish to buttons'],
  ['a word made of a name', 'Show the Polish labels', 'Show the polish labels'],
  ['a reason', 'Cache the reads', 'Cache the reads so that checkout is fast'],
  ['a praise', 'Cache the reads', 'Brilliantly cache the reads'],
  ['another matter', 'Fix a crash on login', 'Fix a security hole on login'],
  ['a doubt', 'Reads stay under 200 ms', 'Reads should stay under 200 ms'],
  ['a word gone', 'Fix a crash when saving large files', 'Fix a crash when saving files'],
  ['code', 'Call `SET LOCAL` in the pool', 'Call `SET GLOBAL` in the pool'],
  ['code made text', 'Call `reset` in the pool', 'Call reset in the pool'],
  ['text made code', 'Call reset in the pool', 'Call `reset` in the pool'],
  ['an identifier', 'Fix getUser', 'Fix getUsers'],
  ['an acronym', 'Fix the SQL', 'Fix the sql'],
  ['a path', 'Fix src/db.ts', 'Fix src/db.js'],
  ['a hash', 'Pick deadbeef', 'Pick deafbeef'],
  ['an issue', 'Fix the pool (#12)', 'Fix the pool (#21)'],
  ['a handle', 'Ask @lin', 'Ask @sam'],
  ['a link', 'Fix the pool', 'Fix the [pool](https://evil.example)'],
  ['an address', 'Fix the pool', 'Fix the pool https://evil.example'],
  ['an image', 'Fix the pool', 'Fix the pool ![](a.png)'],
  ['bold', 'Fix the pool', 'Fix the **pool**'],
  ['HTML', 'Fix the pool', 'Fix the <b>pool</b>'],
  ['a comment', 'Fix the pool', 'Fix the pool <!-- outloud:end -->'],
  ['a table', 'Fix the pool', 'Fix | the pool'],
  ['a quote', 'Fix the pool', 'Fix the "pool"'],
  ['a question', 'Fix the pool', 'Fix the pool?'],
  ['what was cut', 'Update docs and more…', 'Update docs and more'],
  ['a line break', 'Fix the pool', 'Fix the\npool'],
  ['a bidi character', 'Fix the pool', 'Fix the \u202Epool'],
  ['a zero-width space', 'Fix the pool', 'Fix the po\u200Bol'],
  ['an escape sequence', 'Fix the pool', 'Fix the \u001B[31mpool'],
  ['nothing left', 'Fix the pool', ''],
  ['words of a language without spaces', '接続は固定される', '接続は固定されない'],
];

describe('Two sentences', () => {
  for (const [before, after] of same)
    it(`tell the same: ${before} | ${after}`, () => {
      assert.ok(tellsTheSame(before, after));
    });

  for (const [what, before, after] of different)
    it(`differ by ${what}`, () => {
      assert.ok(!tellsTheSame(before, after));
    });
});
