import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { SharedPath } from '../../../src/core/note/notePath.ts';
import type { Assessment } from '../../../src/core/skill/assessment.ts';
import { assessedLines } from '../../../src/core/skill/assessed.ts';
import { nowOf, skillMatrix, type SkillMatrix } from '../../../src/core/skill/matrix.ts';
import { readSkills } from '../../../src/core/skill/skill.ts';

const skills = readSkills(
  { bodyStart: 0 },
  '# Skills\n\n## Postgres\nexpected: engineer 3, lead 2\n## Rust\nexpected: engineer 2\n## Deploying\nexpected: engineer 3\n## Knitting\n',
);
const people = [
  { handle: 'lin', name: 'Lin', role: 'Lead', leads: ['Ada', 'sam'], offers: ['Postgres'] },
  { handle: 'ada', name: 'Ada', role: 'engineer', leads: [], offers: [] },
  { handle: 'sam', name: 'Sam', leads: [], offers: ['rust'] },
];

/** `2026-11-02 ada by lin: Postgres: 3; Rust: 2`, behind `private` where it is. */
function assessment(line: string): Assessment {
  const [, kept = '', day = '', of = '', by = '', said = ''] =
    /^(private )?(\S+) (\S+) by (\S+): (.*)$/.exec(line) ?? assert.fail(line);
  return {
    path: `people/${by}/assessments/${day}-${of}-${by}.md` as SharedPath,
    shelf: 'shared',
    day,
    of,
    by,
    isPrivate: kept !== '',
    skills: assessedLines(
      said
        .split('; ')
        .map(item => `- ${item}\n`)
        .join(''),
    ).skills,
  };
}

const matrixOf = (me: string, ...lines: string[]) =>
  skillMatrix({ me, skills, people, assessments: lines.map(assessment) });

/** What a person would read of somebody: a line for each skill that something is known of. */
function shown({ people: all }: SkillMatrix, who: string): readonly string[] {
  const states = all.find(({ handle }) => handle === who)?.skills ?? assert.fail(who);
  return states.flatMap(({ skill, self, leader, expected, target, due, history }) => {
    const parts = [
      self && `self ${self.level}`,
      leader && `${leader.by} ${leader.level}`,
      expected && `expected ${expected}`,
      target && `wants ${target}${due === undefined ? '' : ` by ${due}`}`,
      history.length > 0 && history.map(({ day, by, level }) => `${day.slice(5)} ${by} ${level}`).join(', '),
    ].filter(Boolean);
    return parts.length > 0 ? [`${skill}: ${parts.join(' · ')}`] : [];
  });
}

/** Who can help whom, a line for each skill. */
function map({ team }: SkillMatrix): readonly string[] {
  return team.map(({ skill, teachers, couldTeach, learners, isMissing }) =>
    [skill, teachers.join(' '), couldTeach.join(' '), learners.join(' '), isMissing ? 'nobody' : ''].join(' | '),
  );
}

describe('skillMatrix', () => {
  it('holds self and leader apart, the latest of each, with the way there', () => {
    const matrix = matrixOf(
      'ada',
      '2026-11-02 ada by ada: Postgres: 3 → 4 by 2027-05-31; Rust: 2',
      '2026-05-04 ada by ada: Postgres: 2 → 5',
      '2026-11-04 Ada by lin: Postgres: 4 → 5',
    );
    assert.deepEqual(shown(matrix, 'ada'), [
      'postgres: self 3 · lin 4 · expected 3 · wants 4 by 2027-05-31 · 05-04 ada 2, 11-02 ada 3, 11-04 lin 4',
      'rust: self 2 · expected 2 · 11-02 ada 2',
      'deploying: expected 3',
    ]);
    assert.deepEqual(matrix.people.find(({ handle }) => handle === 'ada')?.skills.map(nowOf), [
      3,
      2,
      undefined,
      undefined,
    ]);
  });

  it('keeps people as in the team and skills as in their note, others behind them', () => {
    const matrix = matrixOf('ada', '2026-11-02 sam by sam: Zig: 5; Cooking: 4; Rust: 3');
    assert.deepEqual(
      matrix.people.map(({ handle }) => handle),
      ['lin', 'ada', 'sam'],
    );
    assert.deepEqual(
      matrix.skills.map(({ slug, isListed }) => `${slug}${isListed ? '' : '?'}`),
      ['postgres', 'rust', 'deploying', 'knitting', 'cooking?', 'zig?'],
    );
  });

  it('does not count what somebody says of a person she does not lead, nor of her own leader', () => {
    const matrix = matrixOf('ada', '2026-11-02 ada by sam: Rust: 1', '2026-11-02 lin by ada: Rust: 1');
    assert.deepEqual(
      shown(matrix, 'ada').filter(line => line.startsWith('rust')),
      ['rust: expected 2'],
    );
    assert.deepEqual(shown(matrix, 'lin'), ['postgres: expected 2']);
  });

  it('shows what is private to the one who wrote it, and never on the map', () => {
    const lines = ['2026-11-01 ada by ada: Rust: 3', 'private 2026-11-02 ada by ada: Rust: 5; Sewing: 1'];
    const own = matrixOf('ada', ...lines);
    assert.equal(shown(own, 'ada')[1], 'rust: self 5 · expected 2 · 11-01 ada 3, 11-02 ada 5');
    assert.equal(own.people[1]?.skills[1]?.self?.isPrivate, true);
    assert.equal(map(own)[1], 'rust |  |  |  | ');
    const ofOthers = matrixOf('lin', ...lines);
    assert.equal(shown(ofOthers, 'ada')[1], 'rust: self 3 · expected 2 · 11-01 ada 3');
    assert.ok(!JSON.stringify(ofOthers).includes('ewing'));
  });

  it('maps who can teach what to whom, and where nobody is', () => {
    const matrix = matrixOf(
      'ada',
      '2026-11-01 lin by lin: Postgres: 4; Rust: 2',
      '2026-11-01 ada by ada: Postgres: 2; Rust: 1; Deploying: 2',
      '2026-11-02 ada by lin: Rust: 4',
      '2026-11-01 sam by sam: Postgres: 5; Rust: 5',
    );
    assert.deepEqual(map(matrix), [
      'postgres | lin | sam | ada | ',
      'rust | sam | ada | lin ada | ',
      'deploying |  |  | ada | nobody',
      'knitting |  |  |  | ',
    ]);
  });

  it('goes through JSON as it is, and knows no sum, rank or percentage', () => {
    const matrix = matrixOf('ada', '2026-11-02 ada by ada: Postgres: 3 → 4 · a plan');
    assert.deepEqual(JSON.parse(JSON.stringify(matrix)), matrix);
    assert.doesNotMatch(JSON.stringify(matrix), /sum|average|score|rank|percent|%/i);
  });
});
