import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { printWord, unanswered, wordsOf } from '../../../src/core/ally/allyWord.ts';
import { checkInAdded, checkInsOf, nextCheckIn, printCheckIn } from '../../../src/core/ally/checkIn.ts';
import { cleanText } from '../../../src/core/markdown/cleanText.ts';
import { applyEdits } from '../../../src/core/note/textEdit.ts';

const goal = `---
type: goal
allies: [sam]
---
# Checkout under 200 ms

## Steps
- [ ] Measure

## Said and did

- 2026-11-20 · said: ask for a review
Written by hand: 2026-11-21
- 2026-11-06 · said: measure first · did: measured, and drew it
- 2026-11-31 · said: no such day
- 2026-11-08 · did: slept

## Evidence
- 2026-11-21 · said: elsewhere · did: elsewhere
`;

describe('The lines “said / did” of a goal', () => {
  it('are read oldest first, and other lines are left to the person', () => {
    assert.deepEqual(
      checkInsOf(goal).map(({ day, said, did, line }) => `${line}: ${day} | ${said} | ${did}`),
      [
        '14: 2026-11-06 | measure first | measured, and drew it',
        '16: 2026-11-08 |  | slept',
        '12: 2026-11-20 | ask for a review | ',
      ],
    );
  });

  it('are added at the end of their list, and nothing else moves', () => {
    const checkIn = { day: '2026-11-22', said: 'ask', did: 'asked\ntwice' };
    assert.equal(
      applyEdits(goal, checkInAdded(goal, checkIn)),
      goal.replace('did: slept\n', 'did: slept\n- 2026-11-22 · said: ask · did: asked twice\n'),
    );
  });

  it('say the same when they are read back', () => {
    const words = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('a · did: b', '·did:', 'x ·', '<!-- x', '- [ ] y'),
    );
    fc.assert(
      fc.property(words, words, (said, did) => {
        fc.pre(cleanText(said + did) !== '');
        const line = printCheckIn({ day: '2026-11-22', said, did });
        const [read, ...more] = checkInsOf(`# A\n\n## Said and did\n\n${line}\n`);
        const plain = cleanText(said).replace(/·(?=\s*did:)/gu, '•');
        assert.deepEqual([read?.said, read?.did, more.length], [plain, cleanText(did), 0]);
      }),
    );
  });

  for (const [name, since, days, next] of [
    ['two weeks after the last', '2026-01-01', ['2026-11-06', '2026-11-20'], '2026-12-04'],
    ['two weeks after the goal began', '2026-11-18', [], '2026-12-02'],
    ['at any time where neither is known', undefined, [], undefined],
  ] as const)
    it(`are asked for ${name}`, () => {
      const checkIns = days.map(day => ({ day, said: 'x', did: '' }));
      assert.equal(nextCheckIn(since === undefined ? {} : { since }, checkIns), next);
    });
});

describe('The words of an ally', () => {
  it('say the same when they are read back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        fc.pre(cleanText(text) !== '');
        const line = printWord({ day: '2026-11-22', on: '2026-11-20', text });
        assert.deepEqual(wordsOf(`---\ntype: ally\n---\n# A\n\n${line}\n`), [
          { day: '2026-11-22', on: '2026-11-20', text: cleanText(text), line: 6 },
        ]);
      }),
    );
  });

  for (const [name, days, answered, waits] of [
    ['the newest line', ['2026-11-06', '2026-11-20'], [], '2026-11-20'],
    ['nothing where the newest is answered', ['2026-11-06', '2026-11-20'], ['2026-11-20'], undefined],
    ['a second line of the same day', ['2026-11-20', '2026-11-20'], ['2026-11-20'], '2026-11-20'],
    ['nothing where nothing was said', [], [], undefined],
  ] as const)
    it(`are waited for by ${name}`, () => {
      const checkIns = days.map(day => ({ day, said: 'x', did: '' }));
      const words = answered.map(on => ({ day: '2026-11-22', on, text: 'x' }));
      assert.equal(unanswered(checkIns, words)?.day, waits);
    });
});
