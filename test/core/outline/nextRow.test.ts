import assert from 'node:assert/strict';
import { readGoal } from '../../../src/core/goal/goal.ts';
import { nothingAround } from '../../../src/core/goal/stages.ts';
import type { SharedPath } from '../../../src/core/note/notePath.ts';
import { readNote } from '../../../src/core/note/readNote.ts';
import { nextRow } from '../../../src/core/outline/nextRow.ts';
import { yamlHead } from '../../../src/node/yamlHead.ts';

const path = 'people/ada/goals/async-rust.md' as SharedPath;
const goalOf = (head: string) => {
  const text = `---\ntype: goal\n${head}---\n# Async Rust\n`;
  return readGoal({ ...readNote(path, text, yamlHead), path }, text);
};

describe('The next step of a goal', () => {
  it('says what to do, and where in the six stages that is', () => {
    const row = nextRow(goalOf('skill: rust\nfrom: 2\nallies: [sam]\n'), nothingAround);
    assert.equal(row?.label, 'Say how you will know…');
    assert.equal(
      row.tooltip,
      'Say how you will know: ✓ take the initiative · ✓ know what you need · → set the goal · ✓ find who and what helps · choose a way · see what came of it',
    );
  });

  it('is none for a goal that was dropped', () => {
    assert.equal(nextRow(goalOf('status: dropped\n'), nothingAround), undefined);
  });
});
