import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { checkAnswer } from '../../../src/core/feedback/checkAnswer.ts';
import { cpuTime } from '../../support/cpuTime.ts';

const answer = (body: string) => `---\ntype: feedback-answer\n---\n# The outbox: Sam\n\n${body}\n`;
/** What is asked, each with the sentence it stands at. */
const asked = (body: string) => {
  const text = answer(body);
  return checkAnswer(text).map(({ code, at }) => `${code.replace('answer-', '')}: ${text.slice(at.start, at.end)}`);
};
const first = (words: string) => [`seenFirst: ${words}`];
const bare = (words: string) => [`beforeAfter: ${words}`];

describe('An answer of one’s own', () => {
  for (const [body, expected] of [
    ['## Design\nYou should split the table. It is too large.', first('You should split the table.')],
    [
      '## Design\n- I would rename it to Outbox, and the test too.',
      first('I would rename it to Outbox, and the test too.'),
    ],
    ['You could start with the demo. That is what we want to see.', first('You could start with the demo.')],
    ['## Design\nConsider moving this into the core. It has no I/O.', first('Consider moving this into the core.')],
    ['## Design\nI noticed three copies of the query. You should put them in one place.', []],
    ['## Design\nWhen the pool was reset, the test hung. You should set a limit.', []],
    [
      '## Design\n[db.ts:40](https://forge.example/db.ts#L40) You should close it here, as it is open for the whole request.',
      [],
    ],
    ['## Design\nWhen I read this I got lost, so I would split it into two.', []],
    ['## What would you do differently?\nYou should split the table into two.', []],
    ['## Is one table worth the migration?\nI would use one table until you have more rows.', []],
    ['## Design\nThe replay test made the rest easy to trust.', []],
    ['## Design\n> You should split the table, it is what we did.\n\nThat is what Lin said, and I saw it work.', []],
    [
      '## Talk\n- 14:05 you should speak up so that we can hear you in the back',
      first('you should speak up so that we can hear you in the back'),
    ],
    [
      '## Talk\nGreat work on the pool, and thanks for the graphs!',
      bare('Great work on the pool, and thanks for the graphs!'),
    ],
    ['Thank you for this. It is a great read.', bare('Thank you for this.')],
    ['Great: before, we had a storm after each reset. Now nobody is called at night.', []],
    ['Thanks for the graph. We used to guess where the time goes, and it helped me see it at once.', []],
    ['The graph is not great, I can not read the axis of it.', []],
    ['A great many rows of this table are empty, and it is not clear to me why that is.', []],
    ['It works thanks to the index on the table, and that is all there is to it.', []],
    ['## Design\n```\nYou should split the table. It is too large.\n```', []],
    ['## You should answer this, is it great?\n', []],
  ] as const)
    it(`is asked ${expected.length === 0 ? 'nothing' : String(expected[0]).split(':')[0]} where it says “${body.replaceAll('\n', ' ⏎ ').slice(0, 70)}”`, () => {
      assert.deepEqual(asked(body), expected);
    });

  for (const [language, words] of [
    ['German', 'Du solltest die Tabelle teilen. Great, das ist super, danke! Nice work.'],
    [
      'German with English words',
      'Consider splitting ist hier der Plan. Thanks für die Graphen, das war great, und wir sind froh.',
    ],
    ['French', 'Tu devrais diviser la table. Excellent travail, bravo ! Merci pour les graphes.'],
    ['Spanish', 'Deberías dividir la tabla. ¡Excelente trabajo! Thanks por los gráficos, son de mucha ayuda.'],
    ['Italian', 'Try to dividere la tabella, che è grande. Excellent, una bella idea per il team.'],
    ['Portuguese', 'Excellent trabalho! Use o índice da tabela, que não é grande.'],
    ['Dutch', 'Use de index, dat is beter. Great, dat was een mooie test, en het is nu snel.'],
    ['Swedish', 'Use index i stället, det är bättre. Thanks, det var en bra test och den är snabb.'],
    ['Polish', 'Use index, to nie jest trudne. Thanks za wykres, to się przydało.'],
    ['Turkish', 'Bu bir fikir: use index. Thanks, çok iyi ve hızlı.'],
    ['Russian', 'Thanks, you should это сделать. Great и хорошо, it is the best.'],
    ['Japanese', 'テーブルを分けるべきです。Thanks, great work on this! You should do it.'],
    ['Chinese', '你应该拆分这个表。Great work, thanks for the graphs of it.'],
    ['no language', 'OK. 42. +1 👍'],
    ['a word', 'Thanks!'],
  ] as const)
    it(`is asked nothing in ${language}`, () => {
      assert.deepEqual(asked(`## Design\n${words}`), []);
    });

  it('is read at once, whatever stands in it, and asked where its words stand', () => {
    const words = fc.constantFrom(
      'you should',
      'great',
      'the',
      'is',
      '. ',
      '\n',
      '## x\n',
      'thanks',
      '`',
      '](',
      '...',
      'I would use',
      '- ',
    );
    const body = fc.oneof(
      fc.array(words, { maxLength: 200 }).map(each => each.join(' ')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(body, each => {
        const text = answer(each);
        for (const { at } of checkAnswer(text)) assert.ok(at.start > 30 && at.start < at.end && at.end <= text.length);
      }),
    );
    for (const long of [
      'you should the is '.repeat(5000),
      'great. the is it '.repeat(5000),
      '.'.repeat(50_000),
      'a.b'.repeat(20_000),
    ]) {
      const started = cpuTime();
      checkAnswer(answer(long));
      assert.ok(cpuTime() - started < 1000, long.slice(0, 10));
    }
  });
});
