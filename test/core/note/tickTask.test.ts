import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { tasksOf } from '../../../src/core/note/tasks.ts';
import { applyEdits } from '../../../src/core/note/textEdit.ts';
import { tickTask } from '../../../src/core/note/tickTask.ts';

const cases: readonly (readonly [before: string, done: string | undefined, after: string])[] = [
  ['- [ ] Ask Lin', '2026-11-22', '- [x] Ask Lin ✅ 2026-11-22'],
  ['- [ ] Ask Lin 📅 2026-11-25  \r\n', '2026-11-22', '- [x] Ask Lin 📅 2026-11-25 ✅ 2026-11-22  \r\n'],
  ['- [x] Ask Lin ✅ 2026-11-06', undefined, '- [ ] Ask Lin'],
  ['- [X] Ask Lin ✅ 2026-11-06 📅 2026-11-25', undefined, '- [ ] Ask Lin 📅 2026-11-25'],
  ['- [x] Ask Lin [completion:: 2026-11-06]', undefined, '- [ ] Ask Lin'],
  ['- [x] Ask Lin', undefined, '- [ ] Ask Lin'],
  ['  1. [/] Ask ✅ 2026-11-06', '2026-11-22', '  1. [x] Ask ✅ 2026-11-06'],
  ['- [ ] ', '2026-11-22', '- [x] ✅ 2026-11-22 '],
];

describe('Ticking a task', () => {
  for (const [before, done, after] of cases)
    it(`makes ${JSON.stringify(after)} of ${JSON.stringify(before)}`, () => {
      const [task] = tasksOf(before);
      assert.ok(task);
      assert.equal(applyEdits(before, tickTask(before, task, done)), after);
    });
});
