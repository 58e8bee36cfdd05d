import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readGoal } from '../../../src/core/goal/goal.ts';
import { nextStage, nothingAround, stagesOf, type StageContext } from '../../../src/core/goal/stages.ts';
import type { SharedPath } from '../../../src/core/note/notePath.ts';
import { readNote } from '../../../src/core/note/readNote.ts';
import { yamlHead } from '../../../src/node/yamlHead.ts';

const path = 'people/ada/goals/async-rust.md' as SharedPath;
const goalOf = (head: string, body = '') => {
  const text = `---\ntype: goal\n${head}---\n# Async Rust\n${body}`;
  return readGoal({ ...readNote(path, text, yamlHead), path }, text);
};
const around = (some: Partial<StageContext>): StageContext => ({ ...nothingAround, ...some });

describe('The six stages of a goal', () => {
  const begun = 'skill: rust\nfrom: 2\n';
  const meant = `${begun}measure: two reviews\ndue: 2026-12-18\n`;
  const helped = `${meant}allies: [sam]\n`;
  const chosen = `${helped}method: project\n`;

  for (const [head, body, context, there, next] of [
    ['', '', {}, 'initiative', 'Name the skill it grows'],
    ['skill: Rust\n', '', {}, 'initiative', 'Say where you are now'],
    ['skill: Rust\n', '', { assessed: ['rust'] }, 'initiative diagnosis', 'Say how you will know'],
    [begun, '', {}, 'initiative diagnosis', 'Say how you will know'],
    [`${begun}kind: okr\nmeasure: feeling\n`, '', {}, 'initiative diagnosis', 'Say what will be different'],
    [`${begun}measure: two reviews\n`, '', {}, 'initiative diagnosis', 'Choose a day for it'],
    [
      `${begun}due: 2026-12-18\n`,
      '- KR: 3 talks\n',
      {},
      'initiative diagnosis goal',
      'Find somebody or something to learn from',
    ],
    [meant, '', { resources: ['rust'] }, 'initiative diagnosis goal resources', 'Choose how to go about it'],
    [meant, '## Resources\n- The book\n', {}, 'initiative diagnosis goal resources', 'Choose how to go about it'],
    [helped, '- [ ] The first small step\n', {}, 'initiative diagnosis goal resources', 'Choose how to go about it'],
    [helped, '- [ ] Read\n', {}, 'initiative diagnosis goal resources strategy', 'Keep a first piece of evidence'],
    [chosen, '', {}, 'initiative diagnosis goal resources strategy', 'Keep a first piece of evidence'],
    [chosen, '## Evidence\n- shop 4f1c2a9\n', {}, 'initiative diagnosis goal resources strategy evaluation', undefined],
    ['status: done\n', '', {}, 'initiative', 'Say what it taught you'],
    ['status: done\n', '', { told: ['async-rust'] }, 'initiative evaluation', undefined],
    ['status: parked\n', '', {}, 'initiative', undefined],
    ['status: dropped\n', '', {}, 'initiative', undefined],
  ] as const)
    it(`with ${(head + body).replace(/\n+/g, '; ') || 'a title alone'}: ${next ?? 'nothing more to do'}`, () => {
      const goal = goalOf(head, body);
      const known = around(Object.fromEntries(Object.entries(context).map(([key, names]) => [key, new Set(names)])));
      const found = stagesOf(goal, known).flatMap(({ stage, isThere }) => (isThere ? [stage] : []));
      assert.equal(found.join(' '), there);
      assert.equal(nextStage(goal, known)?.label, next);
    });

  it('gives its action the command and the answers that take it', () => {
    const { command, answers, stage } = nextStage(goalOf(begun))!;
    assert.deepEqual(
      { command, answers, stage },
      {
        command: 'completeGoal',
        answers: { goal: 'async-rust', shelf: 'shared', path, stage: 'goal' },
        stage: 'goal',
      },
    );
    assert.equal(nextStage(goalOf('status: done\n'))?.command, 'logLearning');
    assert.equal(nextStage(goalOf(chosen))?.command, 'attachEvidence');
  });
});
