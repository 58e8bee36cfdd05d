import assert from 'node:assert/strict';
import { alikeTo, wordsIn } from '../../../src/core/reviewer/alike.ts';

describe('work that is called alike', () => {
  const subjects = [
    'reftable: return a lock timeout',
    'reftable: free the stack on return',
    'log: return early',
    'blame: return the last line',
    'Fix the docs of log',
  ];
  const past = subjects.map(subject => ({
    at: 0,
    author: '',
    reviewers: [],
    helpers: [],
    files: [],
    words: wordsIn(subject),
  }));
  const alikes = (words?: string) => {
    const alike = alikeTo({ ...(words !== undefined && { words }), past });
    return subjects.map(subject => alike(wordsIn(subject)).toFixed(2)).join(' ');
  };

  for (const [words, expected] of [
    ['reftable: lock the stack', '0.58 0.58 0.00 0.00 0.00'],
    ['blame: return the last line', '0.00 0.00 0.00 1.00 0.00'],
    ['the fix for it', '0.00 0.00 0.00 0.00 0.00'],
    [undefined, '0.00 0.00 0.00 0.00 0.00'],
  ] as const)
    it(`is told by rare words: ${words ?? 'nothing'}`, () => {
      assert.equal(alikes(words), expected);
    });

  it('reads words of any script once, and no numbers', () => {
    assert.deepEqual(wordsIn('Größe, größe: 12345 файл v2_path a_b it'), ['größe', 'файл', 'v2_path', 'a_b']);
  });
});
