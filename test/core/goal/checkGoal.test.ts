import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { checkGoal, withoutOff, type GoalAround } from '../../../src/core/goal/checkGoal.ts';
import { readGoal } from '../../../src/core/goal/goal.ts';
import { nextStage, stagesOf } from '../../../src/core/goal/stages.ts';
import type { SharedPath } from '../../../src/core/note/notePath.ts';
import type { Problem } from '../../../src/core/note/problem.ts';
import { readNote } from '../../../src/core/note/readNote.ts';
import type { Objective } from '../../../src/core/objective/objective.ts';
import { yamlHead } from '../../../src/node/yamlHead.ts';

const path = 'people/ada/goals/async-rust.md' as SharedPath;
const objective = (slug: string, some: Partial<Objective> = {}): Objective => ({
  path: `objectives/${slug}.md` as SharedPath,
  slug,
  title: 'Faster checkout',
  status: 'active',
  ...some,
});
const around = (some: Partial<GoalAround> = {}): GoalAround => ({
  today: '2026-11-22',
  goals: [],
  objectives: [],
  team: [],
  toldOn: new Map(),
  ...some,
});
const read = (text: string) => readGoal({ ...readNote(path, text, yamlHead), path }, text);
const check = (text: string, some: Partial<GoalAround> = {}) => checkGoal(read(text), text, around(some));

/** `4:6 pastDate 2026-10-01`: the line and column, what is asked, and what it is about. */
function toText(text: string, { at, code, detail }: Problem): string {
  const before = text.slice(0, at.start).split('\n');
  const place = `${before.length}:${(before.at(-1) ?? '').length + 1}`;
  return [place, code.replace('goal-', ''), ...(detail === undefined ? [] : [detail])].join(' ');
}

const whole = 'due: 2026-12-18\nmeasure: two reviews\nvision: calm\n';
const note = (head: string, body = '') => `---\ntype: goal\n${head}---\n# Async Rust\n${body}`;
const active = (slug: string, skill?: string) => ({
  slug,
  status: 'active' as const,
  ...(skill !== undefined && { skill }),
});
const skills = [
  { slug: 'rust', name: 'Rust', kind: 'hard' as const },
  { slug: 'giving-feedback', name: 'Giving feedback', kind: 'soft' as const },
];

describe('A goal is asked', () => {
  const q4 = objective('2026-q4-faster-checkout');
  for (const [what, text, some, expected] of [
    ['nothing where all is said', note(whole), {}, []],
    ['for what is missing, at its title', note(''), {}, ['4:1 date', '4:1 measure', '4:1 vision']],
    ['for a day behind an empty key too', note('due:\nmeasure: x\nvision: y\n'), {}, ['7:1 date']],
    ['not for a day it has, which can’t be read', note('due: soon\nmeasure: x\nvision: y\n'), {}, []],
    ['about a day that is over', note(`due: 2026-11-21\nmeasure: x\nvision: y\n`), {}, ['3:6 pastDate 2026-11-21']],
    ['not about today', note(`due: 2026-11-22\nmeasure: x\nvision: y\n`), {}, []],
    ['nothing while it rests', note('status: parked\ndue: 2020-01-01\n'), {}, []],
    ['nothing once it is done', note('status: done\nobjective: gone\n'), {}, []],
    ['nothing where it says so', note('checks: none\n'), {}, []],
    ['for key results where it is an OKR', note(`kind: okr\n${whole}`), {}, ['8:1 keyResults']],
    ['for no measure beside key results', note('due: 2026-12-18\nvision: y\n', '- KR: p99 480 → 200 ms\n'), {}, []],
    [
      'for figures or a box',
      note(`kind: okr\n${whole}`, '## Key results\n- be fast\n- [ ] three talks\n- p99 480 → 200 ms\n'),
      {},
      ['10:1 figures be fast'],
    ],
    ['for an objective where there is an open one', note(whole), { objectives: [q4] }, ['7:1 objective']],
    ['for none where all are over', note(whole), { objectives: [objective('old', { status: 'done' })] }, []],
    [
      'about no objective that is there',
      note(`${whole}objective: 2026-Q4-faster-checkout\n`),
      { objectives: [q4] },
      [],
    ],
    ['about none it names by title', note(`${whole}objective: Faster checkout\n`), { objectives: [q4] }, []],
    [
      'about none it links',
      note(`${whole}objective: "[F](../../../objectives/2026-q4-faster-checkout.md)"\n`),
      { objectives: [q4] },
      [],
    ],
    [
      'about one that is gone',
      note(`${whole}objective: slower\n`),
      { objectives: [q4] },
      ['6:12 objectiveGone slower'],
    ],
    [
      'about one that is over',
      note(`${whole}objective: 2026-q4-faster-checkout\n`),
      { objectives: [objective('2026-q4-faster-checkout', { due: '2026-11-01' })] },
      ['6:12 objectiveOver Faster checkout'],
    ],
    ['nothing as one of three', note(whole), { goals: [active('a'), active('b'), active('async-rust')] }, []],
    [
      'to rest as one of four, at its status',
      note(`status: active\n${whole}`),
      { goals: [active('a'), active('b'), active('c'), active('async-rust')] },
      ['3:9 focus 4'],
    ],
    [
      'for a soft skill among hard ones',
      note(`${whole}skill: rust\n`),
      { skills, goals: [active('b', 'Rust')] },
      ['6:8 softSkill'],
    ],
    ['for none where it is the only goal', note(`${whole}skill: rust\n`), { skills }, []],
    [
      'for none where one is soft',
      note(`${whole}skill: rust\n`),
      { skills, goals: [active('b', 'giving-feedback')] },
      [],
    ],
    ['about a skill nobody lists', note(`${whole}skill: cobol\n`), { skills }, ['6:8 skill cobol']],
    ['about no skill where there is no list', note(`${whole}skill: cobol\n`), {}, []],
    [
      'about levels there are not',
      note(`${whole}skill: rust\nfrom: 0\ntarget: 7\n`),
      {},
      ['7:7 levels 0', '8:9 levels 7'],
    ],
    ['about a target below the start', note(`${whole}skill: rust\nfrom: 3\ntarget: 2\n`), {}, ['8:9 levels']],
    [
      'about an ally nobody knows',
      note(`${whole}allies:\n  - sam\n  - sma\n`),
      { team: ['sam', 'lin'] },
      ['8:5 ally sma'],
    ],
    ['about no ally without a team', note(`${whole}allies: [sma]\n`), {}, []],
    [
      'when nothing moved since a step was done',
      note(whole, '- [x] Read ✅ 2026-10-01\n- [ ] Write 📅 2026-11-20\n'),
      { changedOn: '2026-11-20' },
      ['7:1 untouched 7'],
    ],
    [
      'not when an entry told of it',
      note(whole, '- [x] Read ✅ 2026-10-01\n'),
      { toldOn: new Map([['async-rust', '2026-11-01']]) },
      [],
    ],
    ['not when somebody said a word', note(whole, '- [x] Read ✅ 2026-10-01\n- 2026-11-10 said: slower\n'), {}, []],
    [
      'when the file is as old as that, where nothing else tells',
      note(whole),
      { changedOn: '2026-10-25' },
      ['7:1 untouched 4'],
    ],
    ['since the day it began', note(`date: 2026-10-25\n${whole}`), { changedOn: '2026-11-20' }, ['8:1 untouched 4']],
    ['not a day earlier', note(whole), { changedOn: '2026-10-26' }, []],
  ] as const satisfies readonly (readonly [string, string, Partial<GoalAround>, readonly string[]])[])
    it(what, () => {
      assert.deepEqual(
        check(text, some).map(problem => toText(text, problem)),
        expected,
      );
    });

  it('nothing that is turned off', () => {
    const left = withoutOff(check(note('')), name => name !== 'date');
    assert.deepEqual(
      left.map(({ code }) => code),
      ['goal-measure', 'goal-vision'],
    );
  });

  it('or told something, whatever is written, and never outside of its text', () => {
    const example = note(
      `kind: okr\ndue: 2026-10-01\nobjective: gone\nskill: cobol\nfrom: 3\ntarget: 2\nallies:\n  - sma\n`,
      '## Key results\n- KR: p99 480 → 195 → 200 ms\n- words\n## Steps\n- [x] a ✅ 2026-09-01\n',
    );
    const some = {
      objectives: [objective('a')],
      skills,
      team: ['sam'],
      goals: [active('a'), active('b'), active('c')],
    };
    const mutation = fc.tuple(fc.nat(example.length), fc.nat(12), fc.string({ unit: 'binary', maxLength: 8 }));
    fc.assert(
      fc.property(fc.array(mutation, { maxLength: 6 }), mutations => {
        const text = mutations.reduce(
          (left, [at, cut, put]) => left.slice(0, at) + put + left.slice(at + cut),
          example,
        );
        for (const { at } of check(text, some)) assert.ok(at.start >= 0 && at.end >= at.start && at.end <= text.length);
        assert.equal(stagesOf(read(text)).length, 6);
        nextStage(read(text));
      }),
      { numRuns: 200 },
    );
  });
});
