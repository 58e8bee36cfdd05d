import assert from 'node:assert/strict';
import fc from 'fast-check';
import { NulRows } from '../../../src/node/git/nulRows.ts';

/** What comes out of these chunks, in rows of three. */
function rowsOf(chunks: readonly (string | Buffer)[]): string[][] {
  const rows: string[][] = [];
  const reader = new NulRows(3, row => rows.push([row.latin1(0), row.latin1(1), row.latin1(2)]));
  for (const chunk of chunks) reader.push(Buffer.from(chunk as string));
  return rows;
}

describe('NulRows', () => {
  it('cuts bytes into rows, and leaves out one that has no end', () => {
    assert.deepEqual(rowsOf(['a\0b\0c\0\0\0\0d\0e']), [
      ['a', 'b', 'c'],
      ['', '', ''],
    ]);
  });

  it('reads the same however it comes in pieces', () => {
    const field = fc.string({ unit: fc.constantFrom('a', ' ', '\n', 'ü'), maxLength: 4 });
    const cuts = fc.array(fc.nat(), { maxLength: 6 });
    fc.assert(
      fc.property(fc.array(fc.tuple(field, field, field), { maxLength: 6 }), cuts, (rows, at) => {
        const bytes = Buffer.from(rows.map(row => row.map(each => `${each}\0`).join('')).join(''));
        const places = [0, ...at.map(place => place % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
        const pieces = places.slice(1).map((end, index) => bytes.subarray(places[index], end));
        const latin1 = rows.map(row => row.map(each => Buffer.from(each).toString('latin1')));
        assert.deepEqual(rowsOf(pieces), latin1);
      }),
    );
  });

  it('cuts a field of megabytes, and goes on behind it', () => {
    const long = Array.from({ length: 100 }, () => 'x'.repeat(1 << 16));
    const [first, second, ...more] = rowsOf(['a\0', ...long, '\0c\0', 'd\0e\0f\0']);
    assert.deepEqual([first?.[0], first?.[2]], ['a', 'c']);
    assert.ok((first?.[1]?.length ?? 0) < 1 << 19);
    assert.deepEqual([second, more], [['d', 'e', 'f'], []]);
  });
});
