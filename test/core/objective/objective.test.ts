import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isOver, readObjective } from '../../../src/core/objective/objective.ts';
import type { SharedPath } from '../../../src/core/note/notePath.ts';
import { readNote } from '../../../src/core/note/readNote.ts';
import { yamlHead } from '../../../src/node/yamlHead.ts';

describe('readObjective', () => {
  const path = 'objectives/2026-q4-faster-checkout.md' as SharedPath;
  const objective = (head: string) =>
    readObjective({ ...readNote(path, `---\ntype: objective\n${head}---\n# Faster checkout\n`, yamlHead), path });

  it('is named by its file', () => {
    assert.deepEqual(objective('due: 2026-12-31\nowner: lin\n'), {
      path,
      slug: '2026-q4-faster-checkout',
      title: 'Faster checkout',
      status: 'active',
      due: '2026-12-31',
      owner: 'lin',
    });
  });

  for (const [head, over] of [
    ['', false],
    ['due: 2026-11-22\n', false],
    ['due: 2026-11-21\n', true],
    ['status: done\n', true],
    ['status: dropped\ndue: 2027-01-01\n', true],
  ] as const)
    it(`${over ? 'is over' : 'goes on'} with ${head.trim().replace('\n', ', ') || 'nothing said'}`, () => {
      assert.equal(isOver(objective(head), '2026-11-22'), over);
    });
});
