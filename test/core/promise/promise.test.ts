import assert from 'node:assert/strict';
import fc from 'fast-check';
import { escapeSentence } from '../../../src/core/markdown/markdown.ts';
import { meetingPromises } from '../../../src/core/promise/meetingPromises.ts';
import { printPromise, promisesIn, sameWords, wordsOf } from '../../../src/core/promise/promise.ts';

/** A promise without where it stands. */
const shown = (line: string) => promisesIn(line).map(({ task: _, ...promise }) => promise)[0];

describe('A promise', () => {
  const lines: readonly (readonly [line: string, says: object | undefined])[] = [
    [
      '- [ ] Find a budget for the course · for @ada 📅 2026-12-01',
      { state: 'open', text: 'Find a budget for the course', to: 'ada', due: '2026-12-01' },
    ],
    ['- [ ] Find a budget', { state: 'open', text: 'Find a budget' }],
    [
      '- [ ] Find a budget · for @ada · since 2026-11-10 📅 2026-12-01',
      { state: 'open', text: 'Find a budget', to: 'ada', since: '2026-11-10', due: '2026-12-01' },
    ],
    [
      '- [x] Find a budget · for @ada 📅 2026-12-01 ✅ 2026-11-30',
      { state: 'done', text: 'Find a budget', to: 'ada', due: '2026-12-01', done: '2026-11-30' },
    ],
    [
      '- [-] Find a budget · for @ada · declined 2026-11-22: none is left · for this year 📅 2026-12-01',
      {
        ...{ state: 'declined', text: 'Find a budget', to: 'ada', due: '2026-12-01' },
        declined: { day: '2026-11-22', why: 'none is left · for this year' },
      },
    ],
    [
      '- [ ] A budget · promised 2026-10-27, 📅 2026-11-10 · **14 days over**',
      { state: 'open', text: 'A budget', due: '2026-11-10' },
    ],
    ['- [>] a budget 📅 2026-11-10 → people/lin/promises.md', { state: 'moved', text: 'a budget', due: '2026-11-10' }],
    [
      '- [ ] Talk for @ada about since 2026-11-10 things',
      { state: 'open', text: 'Talk for @ada about since 2026-11-10 things' },
    ],
    ['- [ ] 📅 2026-11-10', undefined],
    ['- Find a budget', undefined],
  ];
  for (const [line, says] of lines)
    it(line, () => {
      assert.deepEqual(shown(line), says);
    });

  it('is printed as it is read', () => {
    const day = fc
      .date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
      .map(date => date.toISOString().slice(0, 10));
    const words = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
      .map(wordsOf)
      .filter(text => text !== '');
    fc.assert(
      fc.property(
        fc.record(
          { text: words, to: fc.constantFrom('ada', 'lin-chen'), since: day, due: day },
          { requiredKeys: ['text'] },
        ),
        promise => {
          assert.deepEqual(shown(printPromise(promise)), { state: 'open', ...promise });
        },
      ),
    );
  });

  it('is recognised whatever stands around its words', () => {
    const same = [
      'Find a budget for the course',
      'find  a budget for the course.',
      '**Find a budget** for the [course](https://x.example) · for @ada · since 2026-11-10 📅 2026-12-01',
      'Find a budget for the course · promised 2026-10-27, 📅 2026-11-10 · **14 days over**',
    ];
    assert.deepEqual(new Set(same.map(sameWords)), new Set(['find a budget for the course']));
  });
});

describe('The words of a promise', () => {
  it('are the same where another note shows them as text', () => {
    const piece = fc.constantFrom(
      'a',
      ' ',
      '**b**',
      '[c](https://x.example/d)',
      '`e`',
      '*',
      '_',
      '#f',
      '<g>',
      '@lin',
      '\\',
      'h.i',
      '&amp;',
      '~~j~~',
      '1.',
      '- ',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 8 }).map(all => wordsOf(all.join(''))),
        text => {
          assert.equal(sameWords(escapeSentence(text)), sameWords(text));
        },
      ),
    );
  });
});

describe('The promises of a one-to-one', () => {
  it('are given by whom the line names, or the heading', () => {
    const note = [
      '# One-to-one with Lin\n',
      '- [ ] @lin find a budget 📅 2026-12-01',
      '- [ ] @Ada: the numbers',
      '- [ ] @sam ask for the room',
      '- [ ] no promise of anybody',
      '## Promised to me',
      '- [ ] An answer on the queue',
      '- [x] @ada a talk',
      '## Promised by me',
      '- [ ] A draft · for @sam',
      '## Promised by Lin',
      '- [ ] Time for it',
      '## What I want to talk about',
      '- [ ] ask (training): a course 📅 2026-12-15 @lin',
    ].join('\n');
    const found = meetingPromises(note, { me: 'ada', others: ['lin'] });
    assert.deepEqual(
      found.map(({ by, to, text }) => `${by} to ${to}: ${text}`),
      [
        'lin to ada: find a budget',
        'ada to lin: the numbers',
        'sam to ada: ask for the room',
        'lin to ada: An answer on the queue',
        'ada to lin: a talk',
        'ada to sam: A draft',
        'lin to ada: Time for it',
      ],
    );
  });

  it('are none of what belongs to a dropped point, but a declined one is still told', () => {
    const note =
      '## Promised by me\n- [-] the draft\n- [ ] Drop: the talk\n\n## My points\n- Drop: the tone\n  - [ ] @lin ask again\n';
    const found = meetingPromises(note, { me: 'ada', others: ['lin'] });
    assert.deepEqual(
      found.map(({ text, state }) => [text, state]),
      [['the draft', 'declined']],
    );
  });

  it('say nobody where several met and no line does', () => {
    const note = '## Promised to me\n- [ ] Who?\n- [ ] @lin time\n';
    const found = meetingPromises(note, { me: 'ada', others: ['lin', 'sam'] });
    assert.deepEqual(
      found.map(({ by, text }) => [by, text]),
      [['lin', 'time']],
    );
  });
});
