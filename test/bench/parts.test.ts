import assert from 'node:assert/strict';

const parts = [
  'history/index.ts',
  'notes/bench.ts',
  'notes/searchBench.ts',
  'sidebar/bench.mjs',
  'activation/bench.mjs',
];

describe('The benches', () => {
  for (const part of parts)
    it(`can be begun: ${part}`, async () => {
      const { bench } = (await import(`../../bench/${part}`)) as { readonly bench: unknown };
      assert.equal(typeof bench, 'function');
    });
});
