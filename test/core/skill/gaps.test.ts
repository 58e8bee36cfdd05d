import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { focusOf, gapsOf, type SkillGoal } from '../../../src/core/skill/gaps.ts';
import type { MatrixSkill, SkillState } from '../../../src/core/skill/matrix.ts';
import type { Level } from '../../../src/core/skill/skill.ts';

/** `Postgres: self 2, lead 3, expected 3, wants 4 by 2027-05-31` */
function known(lines: readonly string[]): { skills: MatrixSkill[]; states: SkillState[] } {
  const skills: MatrixSkill[] = [];
  const states: SkillState[] = [];
  for (const line of lines) {
    const [name = '', said = ''] = line.split(': ');
    const slug = name.toLowerCase();
    const of = (word: string) => Number(new RegExp(`${word} (\\d)`).exec(said)?.[1] ?? 0) as Level | 0;
    const seen = (by: string, level: Level | 0) =>
      level === 0 ? undefined : { day: '2026-11-02', by, level, isPrivate: false };
    const [self, leader] = [seen('ada', of('self')), seen('lin', of('lead'))];
    const [expected, target, due] = [of('expected'), of('wants'), /by (\S+)/.exec(said)?.[1]];
    skills.push({ slug, name, kind: 'hard', levels: [], isListed: true });
    states.push({
      skill: slug,
      ...(self && { self }),
      ...(leader && { leader }),
      ...(expected !== 0 && { expected }),
      ...(target !== 0 && { target }),
      ...(due !== undefined && { due }),
      offers: false,
      history: [],
    });
  }
  return { skills, states };
}

const gapsIn = (lines: readonly string[], goals: readonly SkillGoal[] = []) => {
  const { skills, states } = known(lines);
  return gapsOf({ handle: 'ada', name: 'Ada', role: 'engineer', skills: states }, skills, goals);
};
const shown = (lines: readonly string[], goals: readonly SkillGoal[] = []) =>
  gapsIn(lines, goals).map(({ name, now = '?', wanted, due = '-', reasons }) =>
    [name, `${now} → ${wanted}`, due, reasons.map(({ kind }) => kind).join(' ')].join(' | '),
  );

const rustGoal: SkillGoal = { status: 'active', skill: 'Rust', title: 'Async Rust' };

describe('gapsOf', () => {
  it('lists what is not yet as expected, wanted or named by a goal, with the reasons', () => {
    assert.deepEqual(
      shown(
        [
          'Postgres: self 2, lead 4, expected 3, wants 4 by 2027-05-31',
          'Rust: lead 2',
          'Go: self 3, expected 3, wants 2',
          'Zig: expected 2',
          'Cooking: self 1',
        ],
        [rustGoal, { status: 'parked', skill: 'cooking', target: 4, title: 'Bread' }],
      ),
      ['Postgres | 2 → 4 | 2027-05-31 | expected target', 'Rust | 2 → 3 | - | goal', 'Zig | ? → 2 | - | expected'],
    );
  });

  it('takes the level and the day a goal names, and leaves out one that is reached', () => {
    const goal: SkillGoal = { status: 'active', skill: 'rust', title: 'Async', target: 4, due: '2027-01-31' };
    assert.deepEqual(shown(['Rust: self 2'], [goal]), ['Rust | 2 → 4 | 2027-01-31 | goal']);
    assert.deepEqual(shown(['Rust: self 4'], [goal]), []);
    assert.deepEqual(shown(['Rust: self 5'], [rustGoal]), []);
  });
});

describe('focusOf', () => {
  const focus = (lines: readonly string[], goals: readonly SkillGoal[] = []) =>
    focusOf(gapsIn(lines, goals)).map(({ name }) => name);

  it('takes the farthest from the role, then the nearest own target, then one a goal names', () => {
    const lines = [
      'Postgres: self 2, expected 3',
      'Rust: self 1',
      'Go: self 2, wants 3 by 2027-05-31',
      'Zig: self 1, expected 4, wants 5 by 2027-01-31',
      'C: self 1, wants 2',
      'Talks: expected 5',
    ];
    assert.deepEqual(focus(lines, [rustGoal]), ['Zig', 'Go', 'Rust']);
  });

  it('takes fewer where there is no such gap, and the first of two alike', () => {
    assert.deepEqual(focus(['A: self 2, expected 3', 'B: self 2, expected 3']), ['A']);
    assert.deepEqual(focus(['A: self 2, wants 3', 'B: self 2, wants 3 by 2027-05-31']), ['B']);
    assert.deepEqual(focus(['A: expected 3']), []);
  });
});
