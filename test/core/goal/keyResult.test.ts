import assert from 'node:assert/strict';
import { keyResultLine, readKeyResult } from '../../../src/core/goal/keyResult.ts';

function shown(words: string): string {
  const { text, start, now, target, unit, isReached } = readKeyResult(words, 1);
  const state = isReached === undefined ? '?' : isReached ? 'reached' : 'open';
  return [text, start ?? '-', now ?? '-', target ?? '-', unit ?? '-', state].join(' | ');
}

describe('readKeyResult', () => {
  const cases: readonly (readonly [words: string, expected: string])[] = [
    ['KR: p99 of reads 480 → 195 → 200 ms', 'p99 of reads | 480 | 195 | 200 | ms | reached'],
    ['KR: p99 of writes 900 -> 640 -> 300ms', 'p99 of writes | 900 | 640 | 300 | ms | open'],
    ['KR: people who deploy: 1 → 4 → 4', 'people who deploy | 1 | 4 | 4 | - | reached'],
    ['KR: coverage 40 % → 80 %', 'coverage | 40 | - | 80 | % | ?'],
    ['KR: revenue 1,200.50 → 900 €/month 📅 2026-12-01', 'revenue | 1200.5 | - | 900 | €/month | ?'],
    ['KR: users 1,200 → 1,500 → 12,000', 'users | 1200 | 1500 | 12000 | - | open'],
    ['KR: score 0.5 → 0,75 → 0.9', 'score | 0.5 | 0.75 | 0.9 | - | open'],
    ['KR: balance -5 → 5 → 10', 'balance | -5 | 5 | 10 | - | open'],
    ['[x] KR2: p99 900 → 640 → 300 ms', 'p99 | 900 | 640 | 300 | ms | reached'],
    ['[ ] KR: everyone can deploy', 'everyone can deploy | - | - | - | - | open'],
    ['KR: everyone can deploy', 'everyone can deploy | - | - | - | - | ?'],
    ['p99 under 200 ms', 'p99 under 200 ms | - | - | - | - | ?'],
    ['KR:', ' | - | - | - | - | ?'],
  ];
  for (const [words, expected] of cases)
    it(words, () => {
      assert.equal(shown(words), expected);
    });

  it('takes very long words for words', () => {
    const words = '1 '.repeat(3000);
    assert.deepEqual(readKeyResult(words, 1), { text: words.trim(), line: 1 });
  });
});

describe('The line of a new key result', () => {
  for (const [words, line] of [
    ['p99 480 → 200 ms', '- KR: p99 480 → 200 ms'],
    ['p99 480->310 -> 200 ms', '- KR: p99 480 → 310 → 200 ms'],
    ['balance -5 -> 10', '- KR: balance -5 → 10'],
    ['- [ ] KR: three talks', '- [ ] KR: three talks'],
    ['  Everyone\ncan deploy ', '- [ ] KR: Everyone can deploy'],
    ['from plan -> done', '- [ ] KR: from plan -> done'],
  ] as const)
    it(`${words.trim()} is ${line}`, () => {
      assert.equal(keyResultLine(words), line);
      assert.equal(readKeyResult(line.slice(2), 1).text !== '', true);
    });
});
