import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sameLines, type Lines } from '../../../src/core/log/sameLines.ts';

describe('sameLines', () => {
  const cases: readonly (readonly [what: string, older: string, text: string, lines: Lines, expected?: Lines])[] = [
    ['nothing changed', 'a b c', 'a b c', [2, 3], [2, 3]],
    ['above the change', 'a b c', 'a b x', [1, 2], [1, 2]],
    ['below new lines', 'a b c', 'x y a b c', [4, 5], [2, 3]],
    ['below lines that went', 'x y a b c', 'a b c', [2, 3], [4, 5]],
    ['in the change', 'a b c', 'a x c', [2, 2]],
    ['across the change', 'a b c', 'a x c', [1, 3]],
    ['between two changes, there once', 'a b c d', 'x b c y', [2, 3], [2, 3]],
    ['moved elsewhere', 'a b c d e', 'x d y b z', [2, 2], [4, 4]],
    ['between two changes, there twice', 'a b c b d', 'x b y', [2, 2]],
    ['a new file', '', 'a b', [1, 1]],
    ['behind the end', 'a b', 'a b', [2, 3]],
  ];
  for (const [what, older, text, lines, expected] of cases)
    it(what, () => {
      assert.deepEqual(sameLines(older.replaceAll(' ', '\n'), text.replaceAll(' ', '\n'), lines), expected);
    });

  it('takes line endings for the same', () => {
    assert.deepEqual(sameLines('a\nb\nc\n', 'new\r\na\r\nb\r\nc\r\n', [3, 3]), [2, 2]);
  });

  it('answers only lines that say the same', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(text, text, fc.nat(7), fc.nat(3), (older, now, from, more) => {
        const lines: Lines = [from + 1, from + 1 + more];
        const found = sameLines(older.join('\n'), now.join('\n'), lines);
        if (found) assert.deepEqual(older.slice(found[0] - 1, found[1]), now.slice(lines[0] - 1, lines[1]));
      }),
    );
  });
});
