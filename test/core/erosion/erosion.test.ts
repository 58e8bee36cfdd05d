import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { erosionText, goalErosions, visionErosions } from '../../../src/core/erosion/erosion.ts';
import { restored } from '../../../src/core/erosion/restore.ts';
import { isShrunk } from '../../../src/core/erosion/shrunkWords.ts';
import { readGoal } from '../../../src/core/goal/goal.ts';
import type { SharedPath } from '../../../src/core/note/notePath.ts';
import { readNote } from '../../../src/core/note/readNote.ts';
import { applyEdits } from '../../../src/core/note/textEdit.ts';
import { yamlHead } from '../../../src/node/yamlHead.ts';

const path = 'people/ada/goals/checkout.md' as SharedPath;
const read = (text: string) => readGoal({ ...readNote(path, text, yamlHead), path }, text);
const since = (then: string, now: string) => goalErosions(read(then), read(now));
const told = (then: string, now: string) => since(then, now).map(erosionText);

const goal = `---
type: goal
due: 2026-12-18   # Ada's birthday
vision: the person others ask about slow systems
skill: postgres
target: 4
---
# Checkout under 200 ms

## Key results
- KR: p99 of reads 480 → 195 → 200 ms
- KR: p99 of writes 900 → 640 → 300 ms
- [ ] KR: a dashboard everybody reads
- KR: share of tested code 40 → 50 → 80 %

## Steps
- [ ] Measure
`;

const changes: readonly (readonly [name: string, from: string, to: string, ...told: string[]])[] = [
  ['a target where less is more', '300 ms', '400 ms', 'p99 of writes: 300 ms → 400 ms'],
  ['a target where more is more', '80 %', '60 %', 'share of tested code: 80% → 60%'],
  ['no target where it wants more', '300 ms', '250 ms'],
  ['no target where more of a good thing is wanted', '80 %', '90 %'],
  ['no figure that is only reached', '→ 640 →', '→ 450 →'],
  [
    'a target whose words changed too',
    'p99 of writes 900 → 640 → 300',
    'writes, p99 900 → 640 → 350',
    'writes, p99: 300 ms → 350 ms',
  ],
  ['a figure that went', ' 900 → 640 → 300 ms', '', 'p99 of writes: 300 ms → gone'],
  ['no figure in another unit', '300 ms', '1 s'],
  [
    'a key result that was dropped',
    '- [ ] KR: a dashboard everybody reads\n',
    '',
    'a dashboard everybody reads → gone',
  ],
  ['none that was reached', '- KR: p99 of reads 480 → 195 → 200 ms\n', ''],
  ['a date by more than two weeks', '2026-12-18', '2027-03-01', 'due 2026-12-18 → 2027-03-01'],
  ['no date by some days', '2026-12-18', '2027-01-01'],
  ['no date that comes sooner', '2026-12-18', '2026-12-01'],
  ['a date that went', "due: 2026-12-18   # Ada's birthday\n", '', 'due 2026-12-18 → no date'],
  ['a lower level', 'target: 4', 'target: 3', 'postgres 4 → 3'],
  ['no level of another skill', 'skill: postgres\ntarget: 4', 'skill: rust\ntarget: 2'],
  [
    'a vision that is shorter',
    'the person others ask about slow systems',
    'others ask about systems',
    '“the person others ask about slow systems” → “others ask about systems”',
  ],
  [
    'a vision that went',
    'vision: the person others ask about slow systems\n',
    '',
    '“the person others ask about slow systems” → gone',
  ],
  ['no vision that is another', 'the person others ask about slow systems', 'a teacher'],
  ['no vision that is longer', 'slow systems', 'slow systems and databases'],
];

describe('What became smaller in a goal', () => {
  for (const [name, from, to, ...expected] of changes)
    it(`is ${name}`, () => {
      assert.ok(goal.includes(from));
      assert.deepEqual(told(goal, goal.replace(from, to)), expected);
    });

  it('is nothing where nothing changed, or lines only moved', () => {
    const moved = goal
      .replace('- KR: p99 of reads 480 → 195 → 200 ms\n', '')
      .replace('## Steps', '- KR: p99 of reads 480 → 195 → 200 ms\n\n## Steps');
    assert.deepEqual([told(goal, goal), told(goal, moved)], [[], []]);
  });

  it('is down where more is wanted, up where less is, and never both', () => {
    const figure = fc.integer({ min: 1, max: 999 });
    fc.assert(
      fc.property(figure, figure, figure, (start, older, newer) => {
        fc.pre(start !== older);
        const text = (target: number) => `---\ntype: goal\n---\n# G\n\n- KR: errors ${start} → ${target}\n`;
        const isLess = older < start ? newer > older : newer < older;
        assert.equal(told(text(older), text(newer)).length, isLess ? 1 : 0);
      }),
    );
  });

  it('has the same mark whatever was wanted first, and another for another figure', () => {
    const to = (target: number) => goal.replace('300 ms', `${target} ms`);
    const markOf = (then: string, now: string) => since(then, now)[0]?.mark;
    assert.equal(markOf(to(300), to(400)), markOf(to(350), to(400)));
    assert.notEqual(markOf(to(300), to(400)), markOf(to(300), to(500)));
    assert.match(markOf(to(300), to(400)) ?? '', /^[0-9a-f]{12}$/);
  });
});

describe('Putting back what a goal said', () => {
  for (const [name, from, to, ...expected] of changes.filter(
    change => change.length > 3 && !change[0].includes('words'),
  ))
    it(`is an edit: ${name}`, () => {
      const now = goal.replace(from, to);
      const [erosion] = since(goal, now);
      assert.equal(expected.length, 1);
      const back = applyEdits(now, restored(now, goal, erosion!, yamlHead));
      assert.deepEqual(told(goal, back), []);
      const lost = now.split('\n').filter(line => !back.split('\n').includes(line));
      assert.ok(lost.length <= 1, lost.join('\n'));
    });

  it('keeps what was reached since', () => {
    const now = goal.replace('640 → 300 ms', '500 → 400 ms');
    const [erosion] = since(goal, now);
    assert.equal(applyEdits(now, restored(now, goal, erosion!, yamlHead)), goal.replace('→ 640 →', '→ 500 →'));
  });
});

describe('What became smaller in a person’s visions', () => {
  const ada = ['the person others ask about slow systems', 'a team that writes'];
  for (const [name, now, ...expected] of [
    ['nothing where they only moved', [...ada].reverse()],
    ['nothing where one is another', [ada[0], 'a house by the sea']],
    ['nothing where one is added', [...ada, 'more']],
    ['one that went', [ada[1]], '“the person others ask about slow systems” → gone'],
    ['one that is shorter', ['others ask', ada[1]], '“the person others ask about slow systems” → “others ask”'],
    ['all of them', [], '“the person others ask about slow systems” → gone', '“a team that writes” → gone'],
  ] as const)
    it(`is ${name}`, () => {
      assert.deepEqual(visionErosions('ada', ada, now as string[]).map(erosionText), expected);
    });

  it('is never a sentence that has all its words', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (vision, more) => {
        assert.equal(isShrunk(vision, `${vision} ${more}`), false);
      }),
    );
  });
});
