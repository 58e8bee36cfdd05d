import assert from 'node:assert/strict';
import { readGoal } from '../../../src/core/goal/goal.ts';
import type { SharedPath } from '../../../src/core/note/notePath.ts';
import { readNote } from '../../../src/core/note/readNote.ts';
import { yamlHead } from '../../../src/node/yamlHead.ts';

const path = 'people/ada/goals/checkout-under-200-ms.md' as SharedPath;
const read = (text: string) => readGoal({ ...readNote(path, text, yamlHead), path }, text);

// EXAMPLES.md: a goal that is checked.
const checkout = `---
type: goal
status: active
kind: okr
due: 2026-12-18
objective: 2026-q4-faster-checkout
vision: the person others ask about slow systems
skill: postgres
from: 3
target: 4
allies:
  - sam
paths:
  - services/checkout/**
---
# Checkout under 200 ms

## Key results
- KR: p99 of reads 480 → 195 → 200 ms
- KR: p99 of writes 900 → 640 → 300 ms

## Steps
- [x] Find where the time goes ✅ 2026-11-06
- [ ] One round trip less on writes 📅 2026-12-02

## Evidence
- [x] reads under 200 ms: shop 1d0e77b..4f1c2a9
- [PgBouncer pins a session for SET](../learning/2026-11-18-pgbouncer-pins-a-session-for-set.md)
`;

describe('readGoal', () => {
  it('reads the goal of EXAMPLES.md', () => {
    const { keyResults, steps, evidence, ...head } = read(checkout);
    assert.deepEqual(head, {
      path,
      shelf: 'shared',
      slug: 'checkout-under-200-ms',
      title: 'Checkout under 200 ms',
      status: 'active',
      isPrivate: false,
      kind: 'okr',
      due: '2026-12-18',
      objective: '2026-q4-faster-checkout',
      vision: 'the person others ask about slow systems',
      skill: 'postgres',
      from: 3,
      target: 4,
      aliases: [],
      allies: ['sam'],
      paths: ['services/checkout/**'],
      resources: [],
    });
    assert.deepEqual(keyResults, [
      { text: 'p99 of reads', start: 480, now: 195, target: 200, unit: 'ms', isReached: true, line: 19 },
      { text: 'p99 of writes', start: 900, now: 640, target: 300, unit: 'ms', isReached: false, line: 20 },
    ]);
    assert.deepEqual(
      steps.map(({ line, state, text, due }) => [line, state, text, due ?? '-'].join(' ')),
      ['23 done Find where the time goes -', '24 open One round trip less on writes 2026-12-02'],
    );
    assert.deepEqual(evidence, [
      { text: 'reads under 200 ms: shop 1d0e77b..4f1c2a9', line: 27 },
      {
        text: '[PgBouncer pins a session for SET](../learning/2026-11-18-pgbouncer-pins-a-session-for-set.md)',
        line: 28,
      },
    ]);
  });

  it('makes do with a title', () => {
    const goal = read('---\ntype: goal\n---\n# Fast\n');
    assert.equal(goal.status, 'active');
    assert.deepEqual([goal.allies, goal.paths, goal.keyResults, goal.steps, goal.evidence], [[], [], [], [], []]);
    assert.equal('due' in goal, false);
  });

  it('leaves out what has another shape, and takes one word for a list of one', () => {
    const goal = read('---\ntype: goal\nstatus: [x]\ndue: soon\nfrom: much\npaths: src/**\nkind: 3\n---\n# Fast\n');
    assert.deepEqual([goal.status, goal.due, goal.from, goal.kind], ['active', undefined, undefined, undefined]);
    assert.deepEqual(goal.paths, ['src/**']);
  });

  it('knows a step from a key result with a box, and from code', () => {
    const goal = read('# Fast\n- [x] KR: 3 talks\n```\n- [ ] no step\n```\n- [ ] a step\r\n## evidence\n- [ ] proof\n');
    assert.deepEqual(goal.keyResults, [{ text: '3 talks', isReached: true, isTicked: true, line: 2 }]);
    assert.deepEqual(
      goal.steps.map(({ text, line }) => `${line} ${text}`),
      ['6 a step'],
    );
    assert.deepEqual(goal.evidence, [{ text: 'proof', line: 8 }]);
  });

  it('keeps what she learns from apart from what she does', () => {
    const goal = read(
      '# Fast\n## Resources\n- [ ] [The pool talk](https://forge.example/talk)\n- Sam\n## Steps\n- [ ] Ask\n',
    );
    assert.deepEqual(goal.resources, ['[The pool talk](https://forge.example/talk)', 'Sam']);
    assert.deepEqual(
      goal.steps.map(({ text }) => text),
      ['Ask'],
    );
  });
});
