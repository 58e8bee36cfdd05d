import assert from 'node:assert/strict';
import { addStep } from '../../../src/app/goal/addStep.ts';
import { WriteFailed } from '../../../src/app/failure.ts';
import { changeGoal, goalsInTheWay } from '../../../src/app/goal/changeGoal.ts';
import { moveByOne, moveStep } from '../../../src/app/goal/moveStep.ts';
import { ownGoal, type GoalName, type OwnGoal } from '../../../src/app/goal/ownGoal.ts';
import { tickStep } from '../../../src/app/goal/tickStep.ts';
import { updateKeyResult } from '../../../src/app/goal/updateKeyResult.ts';
import { yamlHead } from '../../../src/node/yamlHead.ts';
import { memoryDesk, type MemoryDesk } from '../../support/memoryDesk.ts';

const fast = 'people/ada/goals/fast.md';
const rust = 'people/ada/goals/rust.md';
const fastText = `---
type: goal
# ask Lin
due:   2026-12-18
---
# Fast

## Key results
- KR: p99 of reads 480 → 195 → 200 ms
- [ ] everyone can deploy

## Steps
- [x] Find where the time goes ✅ 2026-11-06
- [ ] One round trip less 📅 2026-12-02
  - [ ] for reads too
- [ ] Tell the team
`;
const notes = {
  [fast]: fastText,
  [rust]: '---\r\ntype: goal\r\nstatus: parked\r\n---\r\n# Rust\r\n\r\n## Steps\r\n- [ ] Read',
  'people/sam/goals/flames.md': '---\ntype: goal\n---\n# Flames\n- [ ] Draw\n',
};

function deskWith(more: Readonly<Record<string, string>> = {}, privateNotes: Readonly<Record<string, string>> = {}) {
  return { ...memoryDesk({ notes: { ...notes, ...more }, privateNotes }), yaml: yamlHead };
}
const step = (text: string, line?: number) => ({ kind: 'step', text, ...(line !== undefined && { line }) }) as const;
const lineOf = (text: string, words: string) => text.split('\n').find(line => line.includes(words));

describe('A goal that is named', () => {
  const nameOf = async (name: Partial<GoalName>) =>
    (await ownGoal(deskWith({}, { 'goals/calm.md': '---\ntype: goal\n---\n# Calm\n' }), name)).path;

  it('is hers, by its slug, its title or its note, shared or private', async () => {
    assert.equal(await nameOf({ goal: 'fast' }), fast);
    assert.equal(await nameOf({ goal: 'Rust' }), rust);
    assert.equal(await nameOf({ path: fast, shelf: 'shared' }), fast);
    assert.equal(await nameOf({ goal: 'calm' }), 'goals/calm.md');
    assert.equal(await nameOf({ path: 'goals/calm.md', shelf: 'private' }), 'goals/calm.md');
  });

  it('is found though it came a moment ago and nobody said so', async () => {
    const desk = deskWith();
    await desk.notebook.shared.notes();
    desk.files.put('people/ada/goals/late.md', '---\ntype: goal\n---\n# Late\n');
    assert.equal((await ownGoal(desk, { goal: 'late' })).path, 'people/ada/goals/late.md');
    desk.files.put('people/ada/goals/later.md', '---\ntype: goal\n---\n# Later\n');
    assert.equal((await ownGoal(desk, { path: 'people/ada/goals/later.md' })).title, 'Later');
  });

  it('is never somebody else’s', async () => {
    await assert.rejects(nameOf({ goal: 'flames' }), /no goal “flames” of yours/);
    await assert.rejects(nameOf({ path: 'people/sam/goals/flames.md' }), /somebody else’s/);
    await assert.rejects(nameOf({ path: 'people/ada/../sam/goals/flames.md' }), /somebody else’s/);
  });
});

describe('Changing a goal', () => {
  let desk: MemoryDesk & { yaml: typeof yamlHead };
  let goal: OwnGoal;
  const textOf = (path: string) => desk.files.texts()[path] ?? '';
  beforeEach(async () => {
    desk = deskWith();
    goal = await ownGoal(desk, { goal: 'fast' });
  });

  it('changes its status and its vision, and no other byte', async () => {
    await changeGoal(goal, { status: 'parked', vision: 'the person others ask' });
    assert.equal(textOf(fast), fastText.replace('18\n---', '18\nstatus: parked\nvision: the person others ask\n---'));
    await changeGoal(goal, { vision: null });
    assert.equal(textOf(fast), fastText.replace('18\n---', '18\nstatus: parked\n---'));
  });

  it('adds a step', async () => {
    await addStep(goal, 'Measure again');
    assert.equal(textOf(fast), `${fastText}- [ ] Measure again\n`);
    await assert.rejects(addStep(goal, ' '), /at least a word/);
  });

  it('ticks a step found by its words, with the day, and opens it again byte for byte', async () => {
    desk.files.put(fast, fastText.replace('## Steps\n', '## Steps\n- [ ] Draw it first\n'));
    await tickStep(goal, step('One round trip less', 14), { done: '2026-11-22' });
    assert.equal(lineOf(textOf(fast), 'One round'), '- [x] One round trip less 📅 2026-12-02 ✅ 2026-11-22');
    await tickStep(goal, step('One round trip less', 14), { turnedOn: '2026-11-22' });
    assert.equal(textOf(fast), fastText.replace('## Steps\n', '## Steps\n- [ ] Draw it first\n'));
  });

  it('ticks a key result with a box', async () => {
    await tickStep(goal, { kind: 'keyResult', text: 'everyone can deploy' }, { done: '2026-11-22' });
    assert.equal(lineOf(textOf(fast), 'everyone'), '- [x] everyone can deploy ✅ 2026-11-22');
  });

  it('never ticks what only stands where the step stood', async () => {
    const other = fastText.replace('One round trip less', 'Buy a faster disk');
    desk.files.put(fast, other);
    await assert.rejects(
      tickStep(goal, step('One round trip less', 14), { done: '2026-11-22' }),
      /no longer in its note/,
    );
    assert.equal(textOf(fast), other);
  });

  it('writes where a key result is now, and takes figures only', async () => {
    await updateKeyResult(goal, { keyResult: 'p99 of reads', now: '180 ms' });
    assert.equal(textOf(fast), fastText.replace('195', '180'));
    await assert.rejects(updateKeyResult(goal, { keyResult: 'p99 of reads', now: 'fine' }), /“fine” is no figure/);
    await assert.rejects(updateKeyResult(goal, { keyResult: 'gone', now: '1' }), /no longer in “Fast”/);
  });

  it('moves a step up and down with what is nested in it, and not past the ends', async () => {
    await moveByOne(goal, step('One round trip less'), 'down');
    assert.match(
      textOf(fast),
      /- \[ \] Tell the team\n- \[ \] One round trip less 📅 2026-12-02\n {2}- \[ \] for reads too\n$/,
    );
    await moveByOne(goal, step('One round trip less'), 'down');
    await moveByOne(goal, step('One round trip less'), 'up');
    assert.equal(textOf(fast), fastText);
    await moveByOne(goal, { kind: 'keyResult', text: 'p99 of reads' }, 'down');
    assert.match(textOf(fast), /## Key results\n- \[ \] everyone can deploy\n- KR: p99/);
  });

  it('moves a step to another goal, with the line endings there', async () => {
    const to = await ownGoal(desk, { goal: 'rust' });
    await moveStep(goal, step('One round trip less'), { goal: to });
    assert.equal(textOf(rust), `${notes[rust]}\r\n- [ ] One round trip less 📅 2026-12-02\r\n  - [ ] for reads too`);
    assert.equal(textOf(fast), fastText.replace(/- \[ \] One.*\n.*reads too\n/, ''));
  });

  it('loses nothing where the machine stops in between, and says so and why', async () => {
    const to = await ownGoal(desk, { goal: 'rust' });
    const failing = Object.assign(Object.create(goal.shelf) as OwnGoal['shelf'], {
      read: (path: typeof goal.path) => goal.shelf.read(path),
      update: (path: typeof goal.path, change: (text: string | undefined) => readonly { text: string }[]) =>
        Promise.resolve(change(fastText)).then(edits =>
          edits.length > 0 ? Promise.reject(new WriteFailed('The disk is full.', fastText)) : undefined,
        ),
    });
    await assert.rejects(
      moveStep({ ...goal, shelf: failing }, step('Tell the team'), { goal: to }),
      /“Tell the team” now stands in both “Fast” and “Rust”: .* Nothing is lost\. The disk is full\.$/,
    );
    assert.equal(textOf(fast), fastText);
    assert.match(textOf(rust), /Tell the team/);
  });

  it('keeps a private step from a goal that others read', async () => {
    desk = deskWith({}, { 'goals/calm.md': '---\ntype: goal\n---\n# Calm\n- [ ] Breathe\n' });
    const [own, shared] = [await ownGoal(desk, { goal: 'calm' }), await ownGoal(desk, { goal: 'fast' })];
    await assert.rejects(moveStep(own, step('Breathe'), { goal: shared }), /is private/);
    assert.equal(textOf(fast), fastText);
    await moveStep(shared, step('Tell the team'), { goal: own });
    assert.match(desk.privateFiles.texts()['goals/calm.md'] ?? '', /Breathe\n- \[ \] Tell the team/);
  });
});

describe('A goal’s note that is not whole', () => {
  const conflict = fastText.replace(
    '- [ ] Tell',
    '<<<<<<< HEAD\n- [ ] Tell\n=======\n- [ ] Ask\n>>>>>>> theirs\n- [ ] Show',
  );
  const headConflict = fastText.replace('due:', '<<<<<<< HEAD\ndue: 2026-12-01\n=======\n>>>>>>> theirs\ndue:');
  const broken = fastText.replace('due:', 'tags: [a\ndue:');
  const cases: readonly (readonly [why: string, text: string, said: RegExp])[] = [
    ['two versions meet in it', conflict, /Two versions meet in “Fast”/],
    ['two versions meet in its head', headConflict, /Two versions meet in “Fast”/],
    ['its head can’t be read', broken, /can’t be read, so nothing was written/],
    [
      'its head is no list of keys on lines of their own',
      fastText.replace(/---\n[^]*?---/, '---\n{type: goal}\n---'),
      /can’t be read/,
    ],
  ];
  for (const [why, text, said] of cases)
    it(`is not written where ${why}, and a sentence says so`, async () => {
      const desk = deskWith();
      const goal = await ownGoal(desk, { path: fast, shelf: 'shared' });
      desk.files.put(fast, text);
      await assert.rejects(changeGoal(goal, { status: 'done' }), said);
      if (said.source.includes('can’t be read') && why.includes('lines of their own')) return;
      await assert.rejects(tickStep(goal, step('Find where the time goes'), { turnedOn: '2026-11-22' }), said);
      await assert.rejects(addStep(goal, 'more'), said);
      assert.equal(desk.files.texts()[fast], text);
    });
});

describe('A fourth active goal', () => {
  const active = (title: string) => `---\ntype: goal\n---\n# ${title}\n`;

  it('asks which of the three may rest; fewer leave room', async () => {
    const three = deskWith({ 'people/ada/goals/b.md': active('B') }, { 'goals/c.md': active('C') });
    const titles = async (desk: typeof three, goal: string) =>
      (await goalsInTheWay(desk, await ownGoal(desk, { goal }))).map(({ title }) => title);
    assert.deepEqual(await titles(three, 'rust'), ['B', 'Fast', 'C']);
    assert.deepEqual(await titles(three, 'fast'), []);
    assert.deepEqual(await titles(deskWith(), 'rust'), []);
  });
});
