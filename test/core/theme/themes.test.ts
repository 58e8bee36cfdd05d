import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { SharedPath } from '../../../src/core/note/notePath.ts';
import { phrasesIn } from '../../../src/core/theme/phrases.ts';
import { sentencesOf, type Quote } from '../../../src/core/theme/quote.ts';
import { stemOf } from '../../../src/core/theme/stem.ts';
import { themesOf } from '../../../src/core/theme/themes.ts';

const quote = (by: string, day: string, text: string, occasion = day): Quote => ({
  ...{ by, day, text, occasion, about: 'The pool' },
  path: `people/${by}/answers/${day}.md` as SharedPath,
  line: 1,
});
const shown = (quotes: readonly Quote[]) =>
  themesOf(quotes).map(({ name, quotes: of }) => `${name}: ${of.map(({ by, day }) => `${by} ${day}`).join(', ')}`);

describe('stemOf', () => {
  for (const forms of [
    ['review', 'reviews', 'reviewing', 'reviewed', 'Review’s'],
    ['test', 'tests', 'testing', 'tested'],
    ['query', 'queries'],
    ['measure', 'measures', 'measured', 'measuring'],
    ['plan', 'planned', 'planning', 'plans'],
    ['notice', 'noticing', 'noticed'],
    ['process', 'processes', 'processing'],
    ['explain', 'explains', 'explaining'],
    ['fix', 'fixes', 'fixing'],
    ['replay', 'replays', 'replayed'],
  ])
    it(`takes ${forms.join(', ')} for one`, () => {
      assert.deepEqual([...new Set(forms.map(stemOf))].length, 1, forms.map(stemOf).join(', '));
    });

  it('leaves apart what is not the same', () => {
    const words = [
      'red',
      'ring',
      'status',
      'stat',
      'need',
      'class',
      'thing',
      'series',
      'Äpfel',
      '接続',
      'bus',
      'analysis',
    ];
    assert.equal(new Set(words.map(stemOf)).size, words.length);
  });
});

describe('phrasesIn', () => {
  it('finds the words between those that tell nothing', () => {
    assert.deepEqual(
      phrasesIn('The flame graph made it obvious, and CI is slow.').map(({ words }) => words),
      ['flame', 'graph', 'obvious', 'CI', 'slow', 'flame graph'],
    );
  });
});

describe('sentencesOf', () => {
  it('reads what stands below questions, line by line', () => {
    const text = `---
type: feedback-answer
---
# A: Sam

For [A](a.md).

## What did you notice?
The replay test. It made the rest
easy to trust!

> she wrote: it is slow

- 14:05 one *more*
<!-- nothing -->
`;
    assert.deepEqual(
      sentencesOf(text).map(({ text: words, line }) => `${line} ${words}`),
      ['9 The replay test.', '9 It made the rest easy to trust!', '14 one more'],
    );
  });

  it('reads all of what was told without a question', () => {
    assert.deepEqual(sentencesOf('# Talk: Sam\n\n- 14:05 the demo\n'), [{ text: 'the demo', line: 3 }]);
  });
});

describe('Themes in what others say', () => {
  it('are what two people or two occasions share, the newest first', () => {
    assert.deepEqual(
      shown([
        quote('sam', '2026-09-01', 'Your flame graph made the slow query obvious.'),
        quote('lin', '2026-11-20', 'Flame graphs explain more than a page of text.'),
        quote('sam', '2026-10-05', 'I would explain less and ask more questions.'),
        quote('kim', '2026-10-06', 'You could leave more room for questions.'),
        quote('sam', '2026-11-01', 'The runbook saved my night.', 'incident'),
        quote('sam', '2026-11-01', 'That runbook is short.', 'incident'),
        quote('lin', '2026-11-02', 'A lonely thought about naming.'),
      ]),
      [
        'explain: lin 2026-11-20, sam 2026-10-05',
        'flame graphs: lin 2026-11-20, sam 2026-09-01',
        'questions: kim 2026-10-06, sam 2026-10-05',
      ],
    );
  });

  it('are one person’s on two occasions, but not on one', () => {
    const [one, two] = [
      quote('sam', '2026-09-01', 'Your runbooks help.'),
      quote('sam', '2026-10-01', 'A good runbook.'),
    ];
    assert.deepEqual(shown([one, two]), ['runbook: sam 2026-10-01, sam 2026-09-01']);
    assert.deepEqual(shown([one, { ...two, occasion: one.occasion }]), []);
  });

  it('leave out what everybody always says', () => {
    const sentences = Array.from({ length: 14 }, (_, i) =>
      quote('sam', `2026-09-${String(i + 1).padStart(2, '0')}`, `Checkout ${'abcdefghijklmn'[i] ?? ''}lpha${i}`),
    );
    assert.deepEqual(shown(sentences), []);
  });

  it('always keep to what was said, whoever said it in whatever order', () => {
    const word = fc.constantFrom(
      'flame',
      'graph',
      'graphs',
      'the',
      'slow',
      'queries',
      'query',
      'CI',
      ',',
      'not',
      '接続',
      '.',
    );
    const one = fc
      .tuple(fc.constantFrom('sam', 'lin', 'kim'), fc.constantFrom('2026-09-01', '2026-10-01'), fc.array(word))
      .map(([by, day, words]) => quote(by, day, words.join(' ')));
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), quotes => {
        const themes = themesOf(quotes);
        for (const { name, quotes: of } of themes) {
          assert.ok(new Set(of.map(({ by }) => by)).size > 1 || new Set(of.map(({ occasion }) => occasion)).size > 1);
          for (const { text } of of) assert.ok(phrasesIn(text).length > 0);
          assert.ok(
            of.some(({ text }) => text.toLowerCase().includes(name.toLowerCase())),
            name,
          );
          assert.deepEqual(
            of.map(({ day }) => day),
            of
              .map(({ day }) => day)
              .toSorted()
              .toReversed(),
          );
        }
        assert.deepEqual(
          themesOf(quotes.toReversed())
            .map(({ key }) => key)
            .toSorted(),
          themes.map(({ key }) => key).toSorted(),
        );
      }),
    );
  });
});
