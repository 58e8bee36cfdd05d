import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { isRestricted, notes, noteText, run } from './support/sample.ts';
import { until } from './support/until.ts';

const fast = 'people/ada/goals/checkout-under-200-ms.md';
const rust = 'people/ada/goals/async-rust.md';

if (!isRestricted)
  describe('What can be done with a goal in the sidebar', () => {
    const before = { [fast]: noteText(fast), [rust]: noteText(rust) };
    afterEach(async () => {
      for (const [path, text] of Object.entries(before)) writeFileSync(join(notes, path), text);
      await until(() => Promise.resolve(noteText(fast) === before[fast]));
    });
    const status = (path: string) => /^status: (\w+)$/m.exec(noteText(path))?.[1];

    it('adds a step, and answers it', async () => {
      const step = await run('addStep', { goal: 'checkout-under-200-ms', text: 'Measure again' });
      assert.deepEqual(step, { goal: 'checkout-under-200-ms', path: fast, step: 'Measure again' });
      assert.match(noteText(fast), /^- \[ \] Measure again$/m);
    });

    it('ticks a step, and opens it again byte for byte', async () => {
      const answers = { path: rust, shelf: 'shared', step: 'Replace the hand-made queue', line: 1 };
      await run('tickStep', answers);
      assert.match(noteText(rust), /^- \[x\] Replace the hand-made queue.* ✅ \d{4}-\d{2}-\d{2}$/m);
      await run('tickStep', answers);
      assert.equal(noteText(rust), before[rust]);
    });

    it('says where a key result is now', async () => {
      const keyResult = 'p99 of writes';
      assert.equal(await run('updateKeyResult', { goal: 'checkout-under-200-ms', keyResult, now: 310 }), '310');
      assert.match(noteText(fast), /^- KR: p99 of writes \d+ → 310 → 300 ms$/m);
    });

    it('parks, takes up, finishes and drops it', async () => {
      const commands = [
        ['parkGoal', 'parked'],
        ['activateGoal', 'active'],
        ['finishGoal', 'done'],
        ['dropGoal', 'dropped'],
      ] as const;
      for (const [command, expected] of commands) {
        assert.equal(await run(command, { goal: 'async-rust' }), expected);
        assert.equal(status(rust), expected);
      }
    });

    it('moves a step within its goal and to another', async () => {
      const steps = () => [...noteText(fast).matchAll(/^- \[.\] (.*?)(?: [📅✅].*)?$/gmu)].map(([, words]) => words);
      const [first] = steps();
      assert.ok(first);
      await run('moveDown', { path: fast, shelf: 'shared', step: first });
      assert.equal(steps()[1], first);
      await run('moveUp', { path: fast, shelf: 'shared', step: first });
      assert.equal(noteText(fast), before[fast]);
      await run('moveTo', { path: fast, shelf: 'shared', step: first, to: 'async-rust' });
      assert.ok(!noteText(fast).includes(first) && noteText(rust).includes(first));
    });

    it('moves it below another vision, and out of it', async () => {
      await run('moveTo', { goal: 'async-rust', vision: 'the person others ask' });
      assert.match(noteText(rust), /^vision: the person others ask$/m);
      await run('moveTo', { goal: 'async-rust', vision: '' });
      assert.doesNotMatch(noteText(rust), /^vision:/m);
    });

    it('never writes to somebody else’s', async () => {
      const path = 'people/sam/goals/flame-graphs-for-everyone.md';
      const text = noteText(path);
      assert.equal(await run('parkGoal', { path, shelf: 'shared' }), undefined);
      assert.equal(await run('addStep', { goal: 'flame-graphs-for-everyone', text: 'mine' }), undefined);
      assert.equal(noteText(path), text);
    });

    it('shows somebody else’s, and one’s own again', async () => {
      assert.equal(await run('switchPerson', { person: 'sam' }), 'sam');
      assert.equal(await run('switchPerson', { person: 'ada' }), 'ada');
    });
  });
