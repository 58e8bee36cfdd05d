import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { skillSlug } from '../../../src/core/skill/skill.ts';
import { cleanText } from '../../../src/core/markdown/cleanText.ts';
import type { SharedPath } from '../../../src/core/note/notePath.ts';
import { readNote } from '../../../src/core/note/readNote.ts';
import { applyEdits } from '../../../src/core/note/textEdit.ts';
import { assessedLines, editAssessed, printAssessed, type Assessed } from '../../../src/core/skill/assessed.ts';
import { checkAssessment, printAssessment, readAssessment } from '../../../src/core/skill/assessment.ts';
import type { Level } from '../../../src/core/skill/skill.ts';
import { yamlHead } from '../../../src/node/yamlHead.ts';

/** The skills of a body as lines, and its problems as what they are at. */
function shown(body: string): readonly string[] {
  const { skills, problems } = assessedLines(body);
  return [
    ...skills.map(({ skill, level, target = '-', due = '-', words = '-' }) =>
      [skill, level, target, due, words].join(' | '),
    ),
    ...problems.map(({ at, code, expected }) => `! ${body.slice(at.start, at.end)} ! ${expected || code}`),
  ];
}

const aLevel = 'skill-level';
const cases: readonly (readonly [what: string, body: string, ...expected: string[]])[] = [
  ['a level alone', '- Postgres: 3', 'postgres | 3 | - | - | -'],
  ['a target', '* Giving feedback: 2 → 3', 'giving-feedback | 2 | 3 | - | -'],
  ['an arrow of two signs', '- Rust: 2 -> 3', 'rust | 2 | 3 | - | -'],
  [
    'everything',
    '- Postgres: 3 → 4 by 2027-05-31 · explains a *plan* to others',
    'postgres | 3 | 4 | 2027-05-31 | explains a plan to others',
  ],
  [
    'words without a target',
    '- Measuring: 4 · the dashboard: 12 of 13',
    'measuring | 4 | - | - | the dashboard: 12 of 13',
  ],
  ['a linked name', '- [Postgres](../../../skills.md#postgres): 3', 'postgres | 3 | - | - | -'],
  ['a name with a colon in it', '- C++: templates: 2', 'c-plus-plus-templates | 2 | - | - | -'],
  ['tabs', '-\tRust:\t2\t→\t3\tby\t2027-05-31\t·\talone', 'rust | 2 | 3 | 2027-05-31 | alone'],
  ['a level too high', '- Postgres: 7', `! 7 ! ${aLevel}`],
  ['none', '- Postgres: 0', `! 0 ! ${aLevel}`],
  ['half a level', '- Postgres: 3.5', `! 3.5 ! ${aLevel}`],
  ['a target there is not', '- Postgres: 3 → 6', 'postgres | 3 | - | - | -', `! 6 ! ${aLevel}`],
  [
    'a day there is not',
    '- Postgres: 3 → 4 by 2027-02-30',
    'postgres | 3 | 4 | - | -',
    '! 2027-02-30 ! a day such as 2027-05-31',
  ],
  [
    'words at the wrong place',
    '- Postgres: 3 (I guess)',
    'postgres | 3 | - | - | -',
    '! 3 (I guess) ! levels such as 3 → 4 by 2027-05-31',
  ],
  ['a skill twice', '- Postgres: 3\n- postgres: 4', 'postgres | 3 | - | - | -', '! postgres ! each skill once'],
  ['her own lists', '- Asked on: 2026-11-22\n- Meeting: 10:30\n- talk to Sam\n\n  - Rust: 3'],
  ['code', '```\n- Rust: 3\n```'],
];

describe('assessedLines', () => {
  for (const [what, body, ...expected] of cases)
    it(`reads ${what}`, () => {
      assert.deepEqual(shown(`# Skills\n\n${body}\n`), expected);
    });
});

const level = fc.constantFrom<Level>(1, 2, 3, 4, 5);
const day = fc.constantFrom('2027-05-31', '2026-12-01');
const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.stringMatching(/^[a-z:\d ·→*[\]()`\\#!-]{1,30}$/),
);
const assessed: fc.Arbitrary<Assessed> = fc
  .record({ name: words, level, target: fc.option(level), due: fc.option(day), words: fc.option(words) })
  .map(({ name, level: now, target, due, words: said }) => ({
    name: cleanText(name),
    level: now,
    ...(target !== null && { target, ...(due !== null && { due }) }),
    ...(said !== null && cleanText(said) !== '' && { words: cleanText(said) }),
  }))
  .filter(({ name }) => skillSlug(name) !== 'note');

describe('printAssessed', () => {
  it('is undone by reading', () => {
    fc.assert(
      fc.property(assessed, skill => {
        const { skills, problems } = assessedLines(`# Skills\n\n- ${printAssessed(skill)}\n`);
        const [read] = skills;
        const { name = '', level: now, target, due, words: said } = read ?? {};
        assert.deepEqual(problems, []);
        assert.deepEqual(
          { name, level: now, target, due, words: said },
          { target: undefined, due: undefined, words: undefined, ...skill },
        );
      }),
    );
  });
});

const noteOf = (text: string, path = 'people/lin/assessments/2026-11-22-ada-lin.md') => ({
  ...readNote(path, text, yamlHead),
  path: path as SharedPath,
});

describe('An assessment', () => {
  const names = { of: 'Ada', by: 'Lin' };

  it('is a note to be read anywhere', () => {
    const text = printAssessment({
      day: '2026-11-22',
      of: 'ada',
      by: 'lin',
      names,
      skills: [
        { name: 'Postgres', level: 3, target: 4, due: '2027-05-31' },
        { name: 'C*', level: 2, words: 'asks' },
      ],
    });
    assert.equal(
      text,
      '---\ntype: assessment\ndate: 2026-11-22\nof: ada\nby: lin\n---\n# Skills of Ada, by Lin\n\n' +
        '- Postgres: 3 → 4 by 2027-05-31\n- C\\*: 2 · asks\n',
    );
    const { day: on, of, by, isPrivate, skills } = readAssessment(noteOf(text), text, { shelf: 'shared', me: 'ada' });
    assert.deepEqual(
      [on, of, by, isPrivate, skills.map(({ name }) => name)],
      ['2026-11-22', 'ada', 'lin', false, ['Postgres', 'C*']],
    );
  });

  it('is by the person in whose folder it lies, whatever it says', () => {
    const text = '---\ntype: assessment\nof: ada\nby: lin\n---\n- Postgres: 1\n';
    const note = noteOf(text, 'people/sam/assessments/2026-11-22-ada-lin.md');
    const { by, day: on } = readAssessment(note, text, { shelf: 'shared', me: 'ada' });
    assert.deepEqual([by, on], ['sam', '2026-11-22']);
  });

  it('tells which skills nobody knows', () => {
    const text = '---\ntype: assessment\n---\n- Postgress: 3\n- rust: 9\n';
    const found = checkAssessment(noteOf(text), text, [{ slug: 'rust', name: 'Rust' }]);
    assert.deepEqual(
      found.map(({ at, code }) => [text.slice(at.start, at.end), code]),
      [
        ['9', 'skill-level'],
        ['Postgress', 'skill-unknown'],
      ],
    );
  });
});

describe('editAssessed', () => {
  const before = `# Skills of Ada

I was tired.
- Postgres:   3 → 4 by 2027-05-31 · explains a *plan*  
  - asked Lin
- [Rust](../x.md): 2
* Measuring: 4

Not sure about the rest.
`;

  it('changes levels and leaves every other word', () => {
    const edits = editAssessed(before, [
      { name: 'Postgres', level: 4 },
      { name: 'Rust', level: 2, target: 3, due: '2027-05-31', words: 'a fix [alone]' },
      { name: 'Measuring', level: 4 },
      { name: 'Go', level: 1 },
    ]);
    assert.equal(
      applyEdits(before, edits),
      `# Skills of Ada

I was tired.
- Postgres:   4 → 4 by 2027-05-31 · explains a *plan*  
  - asked Lin
- [Rust](../x.md): 2 → 3 by 2027-05-31 · a fix \\[alone\\]
* Measuring: 4
- Go: 1

Not sure about the rest.
`,
    );
  });

  it('takes a target away, and puts other words in the place of hers', () => {
    const edits = editAssessed(before, [{ name: 'postgres', level: 3, target: null, words: 'reads one' }]);
    assert.match(applyEdits(before, edits), /\n- Postgres: {3}3 · reads one {2}\n {2}- asked Lin\n/);
  });

  it('begins the list where there is none, in the line endings of the note', () => {
    const text = '---\r\ntype: assessment\r\n---\r\n# Mine';
    assert.equal(applyEdits(text, editAssessed(text, [{ name: 'Go', level: 2 }])), `${text}\r\n\r\n- Go: 2\r\n`);
  });

  it('makes read what was asked for, and nothing else, in any note', () => {
    const line = fc.oneof(
      assessed.map(skill => `- ${printAssessed(skill)}`),
      fc.constantFrom(
        '',
        'Words of hers',
        '  - Rust: 2',
        '## Later',
        '- a list',
        '- Rust: 9',
        '- Go: 2 ·',
        '- C: 3 -> 4 by soon',
      ),
    );
    const note = fc
      .tuple(fc.array(line, { maxLength: 8 }), fc.constantFrom('\n', '\r\n'))
      .map(([lines, eol]) => lines.join(eol));
    const changes = fc.uniqueArray(assessed, { maxLength: 3, selector: ({ name }) => skillSlug(name) });
    fc.assert(
      fc.property(note, changes, (text, wanted) => {
        const after = assessedLines(applyEdits(text, editAssessed(text, wanted))).skills;
        const old = assessedLines(text).skills;
        for (const { name, level: now, target } of wanted) {
          const read = after.find(({ skill }) => skill === skillSlug(name));
          assert.equal(read?.level, now);
          if (target !== undefined) assert.equal(read.target, target);
        }
        const others = old.filter(({ skill }) => !wanted.some(({ name }) => skillSlug(name) === skill));
        for (const { skill, level: now, words: said } of others) {
          const read = after.find(each => each.skill === skill);
          assert.deepEqual([read?.level, read?.words], [now, said]);
        }
      }),
    );
  });
});
