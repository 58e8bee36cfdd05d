import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { Problem } from '../../../src/core/note/problem.ts';
import { readNote } from '../../../src/core/note/readNote.ts';
import { applyEdits } from '../../../src/core/note/textEdit.ts';
import { printAnswer, printSurvey, questionForms, surveyPath } from '../../../src/core/survey/printSurvey.ts';
import { isEnough, summaryParts, type PersonSaid } from '../../../src/core/survey/summary.ts';
import { isRunning, questionsOf, surveysIn, type Survey } from '../../../src/core/survey/survey.ts';
import { boxTaken, dayGiven, ownerGiven } from '../../../src/core/survey/actionEdits.ts';
import { actionsOf, checkActions, printAction } from '../../../src/core/survey/surveyAction.ts';
import { saidIn } from '../../../src/core/survey/surveyAnswer.ts';
import { placeParts } from '../../../src/core/week/placeParts.ts';
import { yamlHead } from '../../../src/node/yamlHead.ts';

const survey = {
  path: 'surveys/2026-11-20-how-we-release.md' as Survey['path'],
  slug: '2026-11-20-how-we-release',
  title: 'How we release',
  kind: 'retrospective',
} as const satisfies Survey;
const asked = {
  title: 'How we release',
  kind: 'retrospective',
  questions: questionForms['start-stop-continue'],
  date: '2026-11-20',
  due: '2026-11-27',
  by: 'lin',
} as const;
const read = (path: string, text: string) => ({ ...readNote(path, text, yamlHead), path: path as Survey['path'] });

describe('A survey', () => {
  it('reads as a page with one heading a question, and says what git keeps', () => {
    assert.equal(
      printSurvey(asked),
      `---
type: survey
kind: retrospective
date: 2026-11-20
due: 2026-11-27
by: lin
---
# How we release

> [!NOTE]
> This is not anonymous: git keeps who wrote what, and everyone with the repository can read it.
> The summary quotes the words without names; the answers in each person’s folder carry them.

## What should we start?

## What should we stop?

## What should we continue?
`,
    );
  });

  it('opens with what became of the last one’s actions', () => {
    const last = `## Actions

- [x] @sam Pin the CI image 📅 2026-11-10 ✅ 2026-11-09
- [ ] @lin Ask for a second runner 📅 2026-12-01
- [-] @ada Rename everything
`;
    const text = printSurvey({ ...asked, previous: { survey, actions: actionsOf(last) } });
    assert.match(text, /^previous: 2026-11-20-how-we-release$/m);
    assert.equal(
      text.slice(text.indexOf('## Last'), text.indexOf('## What')),
      `## Last time

What we wanted to do after [How we release](2026-11-20-how-we-release.md), and how it went:

- @sam Pin the CI image · done 2026-11-09
- @lin Ask for a second runner · still open, due 2026-12-01
- @ada Rename everything · dropped

`,
    );
    assert.deepEqual(actionsOf(text), [], 'an action stands in one place only');
  });

  it('is read back as it was asked, whatever the words', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 5 }), words => {
        const questions = words.map(word => `Why ${word.replace(/\s+/g, ' ').trim()}x?`);
        const text = printSurvey({ ...asked, questions });
        const [found] = surveysIn([read(surveyPath(asked), text)]);
        assert.deepEqual(
          [found?.slug, found?.date, found?.due, found?.by, found?.kind],
          ['2026-11-20-how-we-release', '2026-11-20', '2026-11-27', 'lin', 'retrospective'],
        );
        assert.ok(questionsOf(text).length >= 1 && questionsOf(text).length <= questions.length);
        const answer = printAnswer({
          survey,
          questions: questionsOf(text),
          from: { handle: 'sam', name: 'Sam' },
          date: '2026-11-21',
        });
        assert.deepEqual(questionsOf(answer), questionsOf(text), 'an answer has the same headings');
        assert.deepEqual(saidIn(answer), [], 'nothing is said yet');
      }),
    );
  });

  it('is no survey where it is private', () => {
    const text = printSurvey(asked).replace('type: survey', 'type: survey\nprivate: true');
    assert.deepEqual(surveysIn([read('surveys/x.md', text)]), []);
  });

  for (const [state, today, is] of [
    [{ due: '2026-11-27' }, '2026-11-27', true],
    [{ due: '2026-11-27' }, '2026-11-28', false],
    [{ closed: '2026-11-21', due: '2026-11-27' }, '2026-11-22', false],
    [{}, '2030-01-01', true],
  ] as const)
    it(`${is ? 'asks' : 'no longer asks'} on ${today} with ${JSON.stringify(state)}`, () => {
      assert.equal(isRunning(state, today), is);
    });
});

describe('saidIn', () => {
  for (const [body, words] of [
    ['- one\n- two\n  and more\n', ['one', 'two and more']],
    ['A paragraph\nof two lines.\n\nAnother.\n', ['A paragraph of two lines.', 'Another.']],
    ['- a list\n  - with a nested one\n', ['a list · with a nested one']],
    ['> quoted\n', ['quoted']],
    ['<!-- write here -->\n', []],
    ['-\n\n…\n', []],
    ['### Mine\nwords\n', ['Mine', 'words']],
    ['- [ ] with a box\n1. numbered\n', ['with a box', 'numbered']],
    ['[a link](https://forge.example) and **bold**\n', ['a link and bold']],
    ['👍\n', ['👍']],
  ] as const)
    it(`reads ${JSON.stringify(body)}`, () => {
      assert.deepEqual(
        saidIn(`# A\n\n## Q\n\n${body}`).flatMap(said => said.words),
        words,
      );
    });
});

describe('The summary of a survey', () => {
  const person = (from: string, text: string): PersonSaid => ({ from, said: saidIn(text) });
  const page = '# R\n\n## What should we start?\n\n## What should we stop?\n';
  const answers = [
    person('sam', '## What should we start?\n- Pair more\n\n## What should we stop?\n- meetings on Friday\n'),
    person('ada', '## What should we start?\n- pair on Tuesdays\n- A page of notes (Ada)\n'),
    person('lin', '## What should we start?\n- Pair more\n\n## Something else\n\n1 < 2, *all* of \\[us]\n'),
  ];
  const summed = (text: string, of = answers) =>
    applyEdits(text, placeParts(text, summaryParts(questionsOf(text), of)).edits);
  const shown = (text: string) => text.replace(/^<!--.*-->\n/gm, '');

  it('stands below each question, in the words of those who answered, without names or counts', () => {
    assert.equal(
      shown(summed(page)),
      `# R

## What should we start?

- A page of notes (Ada)
- Pair more
- pair on Tuesdays

## What should we stop?

- meetings on Friday

## Said besides

- 1 \\< 2, all of \\[us\\]

`,
    );
  });

  it('shows nothing of fewer than three people’s answers, however many files or headings there are', () => {
    for (const few of [
      [],
      answers.slice(0, 2),
      [...answers.slice(0, 2), person('Sam', '## What should we stop?\n- more\n')],
      [...answers.slice(0, 2), person('lin', '## What should we stop?\n')],
    ]) {
      assert.equal(isEnough(few), false);
      assert.deepEqual(summaryParts(['What should we start?'], few), []);
    }
  });

  it('takes up a late answer, and leaves alone what was changed or deleted', () => {
    const first = summed(page).replace('- Pair more\n', '').replace('pair on Tuesdays', 'pair on Tuesdays at ten');
    const again = summed(first, [...answers, person('kim', '## What should we stop?\n- guessing\n')]);
    assert.match(again, /- guessing\n- meetings on Friday/);
    assert.match(again, /at ten/);
    assert.doesNotMatch(again, /Pair more/);
    assert.equal(summed(again, [...answers, person('kim', '## What should we stop?\n- guessing\n')]), again);
  });

  it('tells the same in whatever order the answers come', () => {
    const words = fc.array(fc.constantFrom('- a', '- b', '- c', 'd', '## Q2', '', '- **x**'), { maxLength: 6 });
    fc.assert(
      fc.property(fc.array(words, { minLength: 3, maxLength: 5 }), fc.nat(), (texts, seed) => {
        const people = texts.map((lines, index) => person(`p${index}`, `## Q1\n${lines.join('\n')}\n`));
        const other = people.toSorted((a, b) => ((a.from.length * seed) % 7) - ((b.from.length * seed) % 5));
        assert.deepEqual(summaryParts(['Q1', 'Q2'], people), summaryParts(['Q1', 'Q2'], other.toReversed()));
      }),
    );
  });
});

describe('The actions of a survey', () => {
  const codes = (problems: readonly Problem[], text: string) =>
    problems.map(({ code, at }) => `${code}: ${text.slice(at.start, at.end)}`);

  it('are the boxes below their heading', () => {
    const text = '# R\n\n- [ ] no action\n\n## Actions\n\n- [ ] @sam Pin it 📅 2026-12-01\n- [ ]\n- [ ] Ask @lin\n';
    assert.deepEqual(
      actionsOf(text).map(({ at: _, ...action }) => action),
      [
        { text: 'Pin it', owner: 'sam', due: '2026-12-01', state: 'open', line: 7 },
        { text: 'Ask', owner: 'lin', state: 'open', line: 9 },
      ],
    );
  });

  it('are asked for an owner and a day, and to be three at most', () => {
    const text = `## Actions
- [ ] Pin it
- [ ] @sam Pin it
- [-] dropped
- [x] done by somebody
- [ ] @sam One more 📅 2026-12-01
`;
    assert.deepEqual(codes(checkActions(text), text), [
      'action-owner: - [ ] Pin it',
      'action-date: - [ ] Pin it',
      'action-date: - [ ] @sam Pin it',
      'action-many: - [ ] @sam One more 📅 2026-12-01',
    ]);
  });

  it('are read back as they were printed', () => {
    const word = fc.stringMatching(/^[A-Za-zäß][A-Za-zäß*_[\]<>` .,]{0,30}$/).filter(text => text.trim() === text);
    fc.assert(
      fc.property(word, fc.constantFrom('sam', 'ada-lovelace', 'Łukasz'), (text, owner) => {
        const [action] = actionsOf(`## Actions\n${printAction({ text, owner, due: '2026-12-01' })}\n`);
        assert.deepEqual([action?.text, action?.owner, action?.due], [text.replace(/\s+/g, ' '), owner, '2026-12-01']);
      }),
    );
  });

  for (const [does, line, edits, after] of [
    ['an owner', '- [ ] Pin it 📅 2026-12-01', ownerGiven, '- [ ] @sam Pin it 📅 2026-12-01'],
    ['an owner after a box without a blank', '- [ ]', ownerGiven, '- [ ] @sam '],
    ['a day', '* [ ] @sam Pin it  ', dayGiven, '* [ ] @sam Pin it 📅 sam  '],
    ['no box', '1. [ ] @sam Pin it', boxTaken, '1. @sam Pin it'],
  ] as const)
    it(`are given ${does} by one small edit`, () => {
      const text = `## Actions\n${line}\n- [ ] other\n`;
      const start = text.indexOf(line);
      const changed = applyEdits(text, edits(text, { start, end: start + line.length }, 'sam'));
      assert.equal(changed, text.replace(line, after));
    });
});
