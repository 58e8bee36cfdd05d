import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { addVision } from '../../../src/app/people/addVision.ts';
import { createGoal, type NewGoal } from '../../../src/app/goal/createGoal.ts';
import { yamlHead } from '../../../src/node/yamlHead.ts';
import { memoryDesk } from '../../support/memoryDesk.ts';

async function made(goal: NewGoal): Promise<string> {
  const desk = memoryDesk();
  return desk.notebook.shared.read(await createGoal(desk, goal));
}

describe('A new goal', () => {
  it('is no more than a title and a step to be written over', async () => {
    assert.equal(
      await made({ title: 'Async Rust' }),
      '---\ntype: goal\nstatus: active\n---\n# Async Rust\n\n## Steps\n- [ ] The first small step\n',
    );
  });

  it('reads like a goal that is checked', async () => {
    assert.equal(
      await made({
        title: 'Checkout is fast. It is the page everybody sees.',
        kind: 'okr',
        due: '2026-12-18',
        objective: '2026-q4-faster-checkout',
        vision: 'the person others ask about slow systems',
        skill: 'postgres',
        from: 3,
        target: 4,
        keyResults: ['p99 of reads 480 -> 200 ms', 'Everybody can read the graph'],
      }),
      `---
type: goal
status: active
kind: okr
due: 2026-12-18
objective: 2026-q4-faster-checkout
vision: the person others ask about slow systems
skill: postgres
from: 3
target: 4
---
# Checkout is fast

It is the page everybody sees.

## Key results
- KR: p99 of reads 480 → 200 ms
- [ ] KR: Everybody can read the graph

## Steps
- [ ] The first small step
`,
    );
  });
});

describe('A vision goes into the profile', () => {
  const path = 'people/ada/ada.md';
  for (const [where, before, after] of [
    ['that is not there yet', undefined, '---\ntype: profile\nvision:\n  - calm\n---\n# Ada\n'],
    ['without one', '---\ntype: profile\n---\n# Ada\n', '---\ntype: profile\nvision:\n  - calm\n---\n# Ada\n'],
    [
      'behind those in its front matter',
      '---\ntype: profile\nvision: fast # for now\n---\n# Ada\n',
      '---\ntype: profile\nvision: # for now\n  - fast\n  - calm\n---\n# Ada\n',
    ],
    [
      'into the list below its heading',
      '---\ntype: profile\n---\n# Ada\n\n## Visions\n- fast\n\n## Needs\n- tea\n',
      '---\ntype: profile\n---\n# Ada\n\n## Visions\n- fast\n- calm\n\n## Needs\n- tea\n',
    ],
    ['not twice', '---\ntype: profile\nvision: Calm\n---\n# Ada\n', '---\ntype: profile\nvision: Calm\n---\n# Ada\n'],
  ] as const)
    it(where, async () => {
      const desk = memoryDesk({ notes: before === undefined ? {} : { [path]: before } });
      await addVision(desk, 'calm', yamlHead);
      assert.equal(await desk.notebook.shared.read(path as never), after);
    });
});
