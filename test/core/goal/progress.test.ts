import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readKeyResult } from '../../../src/core/goal/keyResult.ts';
import { readGoal } from '../../../src/core/goal/goal.ts';
import { progressOf } from '../../../src/core/goal/progress.ts';
import type { SharedPath } from '../../../src/core/note/notePath.ts';
import { readNote } from '../../../src/core/note/readNote.ts';
import { yamlHead } from '../../../src/node/yamlHead.ts';
import fc from 'fast-check';

const path = 'people/ada/goals/fast.md' as SharedPath;
const goalOf = (body: string) => readGoal({ ...readNote(path, `# Fast\n${body}`, yamlHead), path }, `# Fast\n${body}`);

describe('progressOf', () => {
  for (const [line, way, isReached] of [
    ['p99 of reads 480 → 195 → 200 ms', 1, true],
    ['p99 of writes 900 → 600 → 300 ms', 0.5, false],
    ['p99 of writes 900 → 950 → 300 ms', 0, false],
    ['talks 0 → 3 → 4', 0.75, false],
    ['talks 0 → 5 → 4', 1, true],
    ['talks 0 → 4', undefined, false],
    ['[x] talks 0 → 4', 1, true],
    ['[ ] talks 0 → 1 → 4', 0.25, false],
    ['[x] three talks', undefined, true],
    ['[ ] three talks', undefined, false],
    ['three talks', undefined, false],
    ['no incident 0 → 0 → 0', 1, true],
  ] as const)
    it(`takes “${line}” for ${isReached ? 'reached' : 'on its way'}, with ${way ?? 'no figure'}`, () => {
      const [first] = progressOf({ keyResults: [readKeyResult(line, 1)], steps: [] }).outcome;
      assert.deepEqual([first?.way, first?.isReached], [way, isReached]);
    });

  it('keeps what happens apart from what she does, and invents nothing', () => {
    const { outcome, effort } = progressOf(
      goalOf('- KR: reads 480 → 340 → 200 ms\n## Steps\n- [x] a\n- [ ] b\n- [-] c\n- [>] d\n'),
    );
    assert.deepEqual(
      outcome.map(({ result, way }) => [result.text, way]),
      [['reads', 0.5]],
    );
    assert.deepEqual(effort, { done: 1, of: 2 });
    assert.deepEqual(progressOf(goalOf('words\n')), { outcome: [], effort: { done: 0, of: 0 } });
  });

  it('is never less than nothing nor more than all', () => {
    fc.assert(
      fc.property(fc.double(), fc.double(), fc.double(), (start, now, target) => {
        const [first] = progressOf({ keyResults: [{ text: '', start, now, target, line: 1 }], steps: [] }).outcome;
        assert.ok(first?.way === undefined || (first.way >= 0 && first.way <= 1));
      }),
    );
  });
});
