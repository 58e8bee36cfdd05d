import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SearchIndex } from '../../../src/core/log/searchIndex.ts';
import { readQuery } from '../../../src/core/log/searchQuery.ts';
import { wordsIn } from '../../../src/core/log/searchWords.ts';

const texts = [
  'The pool of connections was empty',
  'The pool in the garden is open again',
  'Tokio parks idle workers',
  'The connection to the broker is refused while it starts',
];

function indexOf(all: readonly string[]): SearchIndex<string> {
  const index = new SearchIndex<string>();
  for (const text of all) index.put(text, wordsIn(text));
  return index;
}

const found = (index: SearchIndex<string>, text: string) => index.search(readQuery(text)).map(({ key }) => key);

describe('Finding texts by their words', () => {
  const cases: readonly (readonly [looked: string, found: readonly string[]])[] = [
    ['pool', [texts[0]!, texts[1]!]],
    ['empty pool', [texts[0]!]],
    ['connections', [texts[0]!, texts[3]!]],
    ['conn', [texts[0]!, texts[3]!]],
    ['tok', [texts[2]!]],
    ['tokio frobnicate', [texts[2]!]],
    ['garden pool', [texts[1]!]],
    ['the zebra crossed the road at night', []],
    ['', []],
  ];
  for (const [looked, expected] of cases)
    it(`for “${looked}”`, () => {
      assert.deepEqual(found(indexOf(texts), looked).toSorted(), [...expected].toSorted());
    });

  it('puts first what says more of it', () => {
    assert.equal(found(indexOf(texts), 'connection pool')[0], texts[0]);
    assert.equal(found(indexOf(texts), 'a pool in a garden, open')[0], texts[1]);
  });

  it('knows a text by its new words only, and none that is gone', () => {
    const index = indexOf(texts);
    index.put(texts[2]!, wordsIn('Workers steal from each other'));
    index.drop(texts[0]!);
    assert.deepEqual([found(index, 'tokio'), found(index, 'steal'), found(index, 'empty')], [[], [texts[2]], []]);
    assert.equal(index.size, 3);
  });

  it('never throws, and finds what was put there, however often it changed', () => {
    const word = fc.constantFrom('pool', 'queue', 'lock', 'retry', 'timer', '接続', 'x1', '502');
    const text = fc.array(word, { minLength: 1, maxLength: 6 });
    const step = fc.record({ key: fc.nat(5), words: fc.option(text) });
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 3000, size: 'max' }),
        fc.string({ unit: 'binary' }),
        (steps, anything) => {
          const index = new SearchIndex<number>();
          const kept = new Map<number, readonly string[]>();
          for (const { key, words } of steps) {
            if (words) index.put(key, words);
            else index.drop(key);
            if (words) kept.set(key, words);
            else kept.delete(key);
          }
          index.search(readQuery(anything));
          assert.equal(index.size, kept.size);
          for (const [key, words] of kept) {
            const hits = index.search(readQuery(words[0]!));
            assert.ok(hits.some(hit => hit.key === key));
            assert.ok(hits.every(hit => kept.get(hit.key)?.includes(words[0]!)));
          }
        },
      ),
      { numRuns: 20 },
    );
  });
});
