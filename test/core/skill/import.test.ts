import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { cleanText } from '../../../src/core/markdown/cleanText.ts';
import { skillSlug } from '../../../src/core/skill/skill.ts';
import { applyEdits } from '../../../src/core/note/textEdit.ts';
import { parseDelimited, separatorOf, separators } from '../../../src/core/skill/delimited.ts';
import { knownPeople } from '../../../src/core/skill/importColumns.ts';
import { importedSkills, type NewSkill } from '../../../src/core/skill/importedSkills.ts';
import { levelIn } from '../../../src/core/skill/levelIn.ts';
import { markdownTable } from '../../../src/core/skill/markdownTable.ts';
import { printSkills, skillsAdded } from '../../../src/core/skill/printSkills.ts';
import { readSkills, type Level } from '../../../src/core/skill/skill.ts';

describe('parseDelimited', () => {
  const cases: readonly (readonly [what: string, text: string, expected: string[][]])[] = [
    ['commas', 'a,b\nc,d\n', [['a', 'b'], ['c', 'd']]], // prettier-ignore
    ['semicolons, as a German Excel writes them', '\uFEFFSkill;1,5\r\nGo;2\r\n', [['Skill', '1,5'], ['Go', '2']]], // prettier-ignore
    ['tabs, as they come from a sheet', 'a\tb, c\nd\te', [['a', 'b, c'], ['d', 'e']]], // prettier-ignore
    ['quotes', '"a ""b""",c\n"two\nlines","x, y"', [['a "b"', 'c'], ['two\nlines', 'x, y']]], // prettier-ignore
    ['empty fields, and no empty lines', 'a,,\n\n,b\r\r"",\n', [['a', '', ''], ['', 'b'], ['', '']]], // prettier-ignore
    ['a quote that is not closed', 'a,"b\nc', [['a', 'b\nc']]],
    ['words behind a quote', '"a" b,c', [['a b', 'c']]],
    ['nothing', '', []],
  ];
  for (const [what, text, expected] of cases)
    it(`reads ${what}`, () => {
      assert.deepEqual(parseDelimited(text), expected);
    });

  const field = fc.stringMatching(/^[a-z",;\t\r\n ]{0,6}$/);
  it('reads again what RFC 4180 writes, whatever stands in the fields', () => {
    const rows = fc.array(fc.array(field, { minLength: 1, maxLength: 4 }), { maxLength: 5 });
    fc.assert(
      fc.property(rows, fc.constantFrom(...separators), fc.constantFrom('\n', '\r\n'), (table, separator, eol) => {
        const quoted = table.map(row => row.map(value => `"${value.replaceAll('"', '""')}"`).join(separator)).join(eol);
        assert.deepEqual(parseDelimited(quoted, separator), table);
        if (table.some(row => row.length > 1) && (table[0]?.length ?? 0) > 1)
          assert.equal(separatorOf(quoted), separator);
      }),
    );
  });

  it('comes to an end with any text', () => {
    fc.assert(fc.property(fc.stringMatching(/^[a",\r\n]{0,40}$/), text => parseDelimited(text).length <= text.length));
  });
});

describe('markdownTable', () => {
  it('reads the first table as a reader sees it', () => {
    const text =
      '# Skills\n\nWords | more\n\n| Skill | **Kind** |\n|:--|---|\n| [C\\|D](x.md) | `hard` |\n| Go |\nAfter\n';
    assert.deepEqual(markdownTable(text), [['Skill', 'Kind'], ['C|D', 'hard'], ['Go', '']]); // prettier-ignore
  });

  it('needs no pipes at the ends, and finds none where there is none', () => {
    assert.deepEqual(markdownTable('a | b\n--|--\nc | d'), [['a', 'b'], ['c', 'd']]); // prettier-ignore
    for (const text of ['a,b\nc,d', '---\n\n| a |', '| a | b |\n|---|', '```\na | b\n--|--\n```'])
      assert.equal(markdownTable(text), undefined, text);
  });
});

describe('levelIn', () => {
  it('reads numbers and the names of Dreyfus', () => {
    const cases: readonly (readonly [string, number | undefined])[] = [
      ['3', 3],
      ['L4', 4],
      ['2/5', 2],
      ['3 – competent', 3],
      ['Advanced Beginner', 2],
      ['advanced-beginner', 2],
      ['5.0', 5],
      ['0', undefined],
      ['6', undefined],
      ['35', undefined],
      ['3.5', undefined],
      ['3-4', undefined],
      ['3- knows', 3],
      ['good', undefined],
      ['', undefined],
    ];
    for (const [cell, level] of cases) assert.equal(levelIn(cell), level, cell);
  });
});

const ada = { handle: 'ada', name: 'Ada Lovelace', emails: ['ada@forge.example'] };
const team = [ada, { handle: 'sam', name: 'Sam', emails: [] }, { handle: 'lin', name: 'Lin', emails: [] }].map(
  member => ({
    ...member,
    leads: [],
  }),
);
const known = knownPeople(ada, team, ['Engineer']);

function shown(text: string): readonly string[] {
  const { skills, own, leftOut, notRead } = importedSkills(markdownTable(text) ?? parseDelimited(text), known);
  return [
    ...skills.map(({ name, kind, levels, expected }) =>
      [name, kind, levels.join('/'), expected.map(each => each.join(' ')).join(', ')].join(' | '),
    ),
    ...own.map(({ name, level }) => `mine: ${name} ${level}`),
    ...(leftOut.length > 0 ? [`left out: ${leftOut.join(', ')}`] : []),
    ...(notRead.length > 0 ? [`not read: ${notRead.join(', ')}`] : []),
  ];
}

describe('importedSkills', () => {
  const cases: readonly (readonly [what: string, text: string, ...expected: string[]])[] = [
    [
      'levels in words, kinds and what is expected',
      'Skill,Kind,1,2 - advanced beginner,Expert,Expected engineer,Lead (expected),Owner\nPostgres,Hard,Reads,,"Changes, it",3,x,Bo\nTalks,soft,,,,,4,\n',
      'Postgres | hard | Reads////Changes, it | engineer 3',
      'Talks | soft | //// | lead 4',
      'not read: Owner',
    ],
    [
      'a role of the team as a column, and roles in one',
      '| Name | Engineer | Expected |\n|---|---|---|\n| Go | competent | lead 2; architect: 4 |\n',
      'Go | hard | //// | engineer 3, lead 2, architect 4',
    ],
    [
      'people beside skills: only my own column',
      'Skill;Ada;Sam;Grace Hopper\nGo;3;5;4\nRust;;5;1\n',
      'Go | hard | //// | ',
      'Rust | hard | //// | ',
      'mine: Go 3',
      'left out: Sam, Grace Hopper',
    ],
    [
      'skills beside people: only my own row',
      'Who\tGo\tRust\nada@forge.example\t3\tnovice\n@sam\t5\t5\n',
      'Go | hard | //// | ',
      'Rust | hard | //// | ',
      'mine: Go 3',
      'mine: Rust 1',
      'left out: @sam',
    ],
    [
      'skills beside people it knows from the team',
      'Name,Go\nLin,4\nAda Lovelace,2\n',
      'Go | hard | //// | ',
      'mine: Go 2',
      'left out: Lin',
    ],
    [
      'each skill once, and no row without a name',
      'Skill,1\nGo,Reads\ngo,Writes\n,x\n--,y\n',
      'Go | hard | Reads//// | ',
    ],
  ];
  for (const [what, text, ...expected] of cases)
    it(`reads ${what}`, () => {
      assert.deepEqual(shown(text), expected);
    });
});

const word = fc
  .oneof(fc.string({ unit: 'grapheme', maxLength: 20 }), fc.stringMatching(/^[a-z:\d ·*[\]()`\\#<|,-]{1,20}$/))
  .map(cleanText);
const newSkill: fc.Arbitrary<NewSkill> = fc.record(
  {
    name: word.filter(name => skillSlug(name) !== 'note'),
    kind: fc.constantFrom('hard' as const, 'soft' as const),
    levels: fc.array(word, { minLength: 5, maxLength: 5 }),
    expected: fc.uniqueArray(
      fc.tuple(fc.stringMatching(/^[a-z][a-z ]{0,8}[a-z]$/).map(cleanText), fc.constantFrom<Level>(1, 2, 3, 4, 5)),
      { selector: ([role]) => role, maxLength: 3 },
    ),
  },
  { noNullPrototype: true },
);
const skillsList = fc.uniqueArray(newSkill, { selector: ({ name }) => skillSlug(name), maxLength: 4, minLength: 1 });
const read = (text: string) =>
  readSkills({ bodyStart: 0 }, text).map(({ name, kind, levels, expected }) => ({
    name,
    kind,
    levels,
    expected: [...expected],
  }));

describe('printSkills', () => {
  it('is undone by reading', () => {
    fc.assert(
      fc.property(skillsList, skills => {
        assert.deepEqual(read(printSkills('Skills', skills)), skills);
      }),
    );
  });

  it('adds at the end of any note without changing a byte before', () => {
    const note = fc.constantFrom(
      '',
      '# Skills\n',
      '# Skills\r\n\r\n## Zig\r\nSoft',
      '## Zig\n\n1. Reads\n\n',
      '\uFEFF---\ntype: skills\n---\n',
    );
    fc.assert(
      fc.property(note, skillsList, (before, skills) => {
        const others = skills.filter(({ name }) => skillSlug(name) !== 'zig');
        const after = applyEdits(before, skillsAdded(before, others));
        assert.ok(after.startsWith(before));
        assert.deepEqual(read(after), [...read(before), ...others]);
        if (before.includes('\r\n')) assert.doesNotMatch(after, /(?<!\r)\n/);
      }),
    );
  });

  it('reads well', () => {
    const skill: NewSkill = { name: 'C*', kind: 'soft', levels: ['', 'asks', '', '', ''], expected: [['lead', 4]] };
    assert.equal(
      printSkills('Skills', [skill]),
      '---\ntype: skills\n---\n# Skills\n\n## C\\*\n\nSoft · expected: lead 4\n\n2. asks\n',
    );
  });
});
