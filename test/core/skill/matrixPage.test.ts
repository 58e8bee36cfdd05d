import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readAssessment } from '../../../src/core/skill/assessment.ts';
import { skillMatrix } from '../../../src/core/skill/matrix.ts';
import { matrixPage } from '../../../src/core/skill/matrixPage.ts';
import { readSkills } from '../../../src/core/skill/skill.ts';
import { stretchOf, wayOf } from '../../../src/core/skill/wayOf.ts';
import type { NotePath } from '../../../src/core/note/notePath.ts';
import { readNote } from '../../../src/core/note/readNote.ts';
import { yamlHead } from '../../../src/node/yamlHead.ts';

const skills = readSkills(
  { bodyStart: 0 },
  '# S\n## Postgres\nexpected: engineer 3\n## Rust\nexpected: engineer 2\n## Zig\n',
);
const people = [
  { handle: 'lin', name: 'Lin', leads: ['ada'], offers: ['rust'], role: 'lead' },
  { handle: 'ada', name: 'Ada', leads: [], offers: [], role: 'Engineer' },
];

function assessment(by: string, of: string, day: string, ...lines: readonly string[]) {
  const path = `people/${by}/assessments/${day}-${of}-${by}.md` as NotePath;
  const text = `---\ntype: assessment\ndate: ${day}\nof: ${of}\nby: ${by}\n---\n# x\n${lines.map(line => `- ${line}\n`).join('')}`;
  return readAssessment({ ...readNote(path, text, yamlHead), path }, text, { shelf: 'shared', me: 'ada' });
}
const assessments = [
  assessment('ada', 'ada', '2026-01-01', 'Postgres: 1', 'Rust: 2'),
  assessment('ada', 'ada', '2026-07-01', 'Postgres: 2 → 4 by 2027-01-01'),
  assessment('lin', 'ada', '2026-07-02', 'Postgres: 3'),
  assessment('lin', 'lin', '2026-03-01', 'Rust: 4', 'Talks: 1'),
];
const matrix = skillMatrix({ me: 'ada', skills, people, assessments });

/** Rows as a person would read them. */
function personText(handle: string): string {
  const { shown } = matrixPage(matrix, handle);
  if (shown.kind !== 'person') assert.fail('it shows the team');
  return shown.rows
    .map(({ skill, state: { self, leader, expected, target }, isGap }) =>
      [skill.name, self?.level, leader?.level, expected, target, isGap ? 'a goal could be made' : '']
        .map(part => part ?? '–')
        .join(' '),
    )
    .join('\n');
}

describe('matrixPage', () => {
  it('shows a person her skills, and where a goal could be made of one', () => {
    assert.equal(personText('ada'), 'Postgres 2 3 3 4 a goal could be made\nRust 2 – 2 – \nZig – – – – ');
  });

  it('makes no gap of somebody else’s, and leaves out what only others named', () => {
    assert.equal(personText('lin'), 'Postgres – – – – \nRust 4 – – – \nZig – – – – \nTalks 1 – – – ');
    assert.doesNotMatch(personText('ada'), /Talks/);
  });

  it('shows the team by name, and where nobody is', () => {
    const { shown } = matrixPage(matrix, undefined);
    assert.deepEqual(
      shown.kind === 'team' &&
        shown.rows.map(({ skill, teachers, learners, isMissing }) => [skill.name, teachers, learners, isMissing]),
      [
        ['Postgres', [], ['Ada'], false],
        ['Rust', ['Lin'], ['Ada'], false],
        ['Zig', [], [], false],
        ['Talks', [], ['Lin'], true],
      ],
    );
  });

  it('is plain data', () => {
    const page = matrixPage(matrix, 'ada');
    assert.deepEqual(JSON.parse(JSON.stringify(page)), page);
  });
});

describe('wayOf', () => {
  const ada = matrix.people[1] ?? assert.fail();

  it('goes from the first look to the day she wants to be there', () => {
    const stretch = stretchOf(ada.skills, '2026-11-22') ?? assert.fail();
    assert.deepEqual(stretch, { from: '2026-01-01', to: '2027-01-01' });
    const [postgres] = ada.skills;
    const way = wayOf(postgres ?? assert.fail(), 'ada', stretch);
    const text = (point: { x: number; y: number }) => `${point.x.toFixed(2)} ${point.y.toFixed(2)}`;
    assert.deepEqual(way.self.map(text), ['0.00 0.00', '0.50 0.25']);
    assert.deepEqual(way.leader.map(text), ['0.50 0.50']);
    assert.deepEqual(way.target && [way.target.from, way.target.to].map(text), ['0.50 0.25', '1.00 0.75']);
    assert.equal(way.expected, 0.5);
  });

  it('is nothing where nobody ever looked', () => {
    assert.equal(stretchOf([{ skill: 'zig', offers: false, history: [] }], '2026-11-22'), undefined);
  });
});
