import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { answeredQuestions, firstWords, saysAnything } from '../../../src/core/feedback/answerText.ts';
import { printInstant, wallTime } from '../../../src/core/feedback/instantFeedback.ts';
import { answerPath, placeToAnswer, printAnswer, whyAdded } from '../../../src/core/feedback/printAnswer.ts';
import { questionsOf } from '../../../src/core/feedback/request.ts';
import { isSafePath } from '../../../src/core/note/safePath.ts';
import { applyEdits } from '../../../src/core/note/textEdit.ts';
import type { SharedPath } from '../../../src/core/note/notePath.ts';

const by = { handle: 'sam', name: 'Sam', emails: [] };
const request = { id: 'ada/2026-11-19-outbox-design', title: 'The outbox design' };
const head = '---\ntype: feedback-answer\n---\n# A\n';

/** A text with the cursor as `|`. */
const withCursor = (text: string, question?: string) => {
  const at = placeToAnswer(text, question);
  return `${text.slice(0, at)}|${text.slice(at)}`;
};

describe('A new answer', () => {
  it('has the questions of its request, with room below each', () => {
    const questions = ['What did you notice first?', 'Is *one table* per `Aggregate<T>` worth it?'];
    const text = printAnswer(request, questions, { by, day: '2026-11-20' });
    assert.equal(
      withCursor(text),
      `---
type: feedback-answer
request: ada/2026-11-19-outbox-design
from: sam
date: 2026-11-20
---
# The outbox design: Sam

## What did you notice first?
|

## Is \\*one table\\* per \`Aggregate<T>\` worth it?

`,
    );
    assert.equal(saysAnything(text), false);
  });

  it('asks first what was seen where the request asks nothing', () => {
    assert.deepEqual(questionsOf(printAnswer(request, [], { by, day: '2026-11-20' })), [
      'What did you notice first?',
      'What would you ask me?',
    ]);
  });

  it('asks what was asked, whatever stands in the questions', () => {
    const question = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.constantFrom('<!-- x', '```', '# x #', '[a](command:b)', '---', '\\', '&amp;'),
    );
    fc.assert(
      fc.property(fc.array(question, { minLength: 1, maxLength: 4 }), questions => {
        const text = printAnswer(request, questions, { by, day: '2026-11-20' });
        const read = questionsOf(text);
        assert.deepEqual(questionsOf(printAnswer(request, read, { by, day: '2026-11-20' })), read);
        assert.equal(saysAnything(text), false);
      }),
    );
  });

  for (const [name, path, handle] of [
    ['a request', 'people/ada/feedback/2026-11-19-outbox-design.md', 'sam'],
    ['a request with a long name', `people/ada/feedback/2026-11-19-${'é'.repeat(40)}.md`, 'x'.repeat(60)],
    ['a request named by hand', 'people/ada/feedback/What now?.md', 'sam'],
  ] as const)
    it(`goes to a safe place for ${name}`, () => {
      assert.ok(isSafePath(answerPath({ path: path as SharedPath }, handle)));
    });
});

describe('An answer', () => {
  for (const [name, text, cursor] of [
    ['below the first open question', '## A\nYes.\n\n## B\n\n## C\n', '## A\nYes.\n\n## B\n|\n## C\n'],
    ['behind a heading that has no room below', '## A\n## B\n', '## A|\n## B\n'],
    ['behind the last line', '## A', '## A|'],
    ['at the end where all is said', '## A\nYes.\n\n', '## A\nYes.|\n\n'],
    ['at the end where nothing is asked', 'Yes.\n', 'Yes.|\n'],
    ['below what only a comment answers', '## A\n<!-- later -->\n', '## A|\n<!-- later -->\n'],
    ['below what only an empty item answers', '## A\n- \n', '## A|\n- \n'],
    ['below the next where code answers', '## A\n```\nx\n```\n\n## B\n', '## A\n```\nx\n```\n\n## B\n|'],
    ['past a heading in code', '## A\n```\n## B\n```\n## C\n\n', '## A\n```\n## B\n```\n## C\n|\n'],
  ] as const)
    it(`goes on ${name}`, () => {
      assert.equal(withCursor(head + text), head + cursor);
    });

  it('goes on at the question that is meant, behind what was said', () => {
    assert.equal(withCursor(`${head}## A\nYes.\n\n## B\n`, 'A'), `${head}## A\nYes.|\n\n## B\n`);
  });

  it('tells which questions are answered', () => {
    const text = `${head}\n## A\n\n### deeper\nYes.\n\n## B\n<!-- no -->\n## C\n- x\n`;
    assert.deepEqual(
      answeredQuestions(text).map(({ title, isAnswered }) => `${title} ${isAnswered}`),
      ['A true', 'B false', 'C true'],
    );
    assert.equal(firstWords(text), 'Yes.');
    assert.equal(firstWords(`${head}## A\n- one\n- two\n`), 'one');
  });

  for (const eol of ['\n', '\r\n'])
    it(`says below its title why there is none, with ${JSON.stringify(eol)}`, () => {
      const text = `${head}\n## A\nYes.\n`.replaceAll('\n', eol);
      assert.equal(
        applyEdits(text, whyAdded(text, 'No time.')),
        text.replace(`# A${eol}`, `# A${eol}${eol}No time.${eol}`),
      );
    });
});

describe('Instant feedback', () => {
  it('is one note to a person', () => {
    const lines = [
      { time: '14:05', text: 'the demo made the retry visible' },
      { time: '14:20', text: 'who asked about [x](command:y)?\nTwo people' },
    ];
    assert.equal(
      printInstant({ to: 'ada', about: 'Pools at the meet-up', day: '2026-11-20', lines }, by),
      `---
type: feedback-answer
from: sam
to: ada
about: Pools at the meet-up
date: 2026-11-20
---
# Pools at the meet-up: Sam

- 14:05 the demo made the retry visible
- 14:20 who asked about \\[x\\](command:y)? Two people
`,
    );
  });

  for (const [zone, shown] of [
    ['UTC', '23:05'],
    ['Europe/Berlin', '00:05'],
    ['Asia/Kolkata', '04:35'],
  ] as const)
    it(`has the time of the clock on the wall in ${zone}`, () => {
      assert.equal(wallTime(Date.parse('2026-11-22T23:05:59Z') / 1000, zone), shown);
    });
});
