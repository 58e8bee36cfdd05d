import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { it } from 'mocha';
import { journeys, sampleTeam } from './session.mjs';
import { until } from './until.mjs';

/** Three views share the sidebar: what is further down than they are high is not drawn. */
const tall = { width: 1280, height: 2200 };

journeys('The sidebar', { size: tall }, session => {
  it('shows the goals with their steps, and a tick writes the note', async () => {
    const { workbench, folders } = session();
    await workbench.openContainer('Out Loud');
    await workbench.treeRow('Checkout under 200 ms', workbench.view('Goals')).waitFor();
    await workbench.treeRow('an index-only scan needs a recent vacuum').waitFor(); // what git says comes last, and draws anew
    const step = workbench.treeRow('One round trip less on writes', workbench.view('Goals'));
    const goal = path.join(folders[0], 'notes/people/ada/goals/checkout-under-200-ms.md');
    const isTicked = () => /^- \[x\] One round trip less on writes/m.test(fs.readFileSync(goal, 'utf8'));
    await until(async () => {
      // a click that falls into a drawing of the tree is lost, as it is to a person, who clicks again
      await step.locator('.monaco-custom-toggle, [role="checkbox"]').first().click();
      for (let waited = 0; waited < 3000 && !isTicked(); waited += 100) await session().page.waitForTimeout(100);
      return isTicked();
    });
    await until(async () => /^ +\[x\] One round trip less on writes/m.test(await workbench.treeText('Goals')));
  });

  it('is used by keyboard alone: an arrow to a step, Space to tick it and to open it again', async () => {
    const { workbench, folders, page } = session();
    const goal = path.join(folders[0], 'notes/people/ada/goals/async-rust.md');
    const isTicked = wanted =>
      until(async () => {
        const [inNote, inTree] = [fs.readFileSync(goal, 'utf8'), await workbench.treeText('Goals')];
        return [inNote, inTree].every(text => /^[ -]+\[x\] Replace the hand-made queue/m.test(text) === wanted);
      });
    await workbench.openContainer('Out Loud');
    await workbench.focusRow('Goals', 'Replace the hand-made queue');
    await page.keyboard.press('Space');
    await isTicked(true);
    await page.keyboard.press('Space');
    await isTicked(false);
  });

  it('shows the log, and a click opens the note', async () => {
    const { workbench } = session();
    const row = workbench.treeRow('PgBouncer pins a session for SET', workbench.view('Log'));
    await workbench.openRow(row, 'pgbouncer-pins-a-session-for-set.md');
  });

  it('follows a note that comes from outside', async () => {
    const { workbench, folders } = session();
    const file = path.join(folders[0], 'notes/people/ada/learning/2026-01-01-written-elsewhere.md');
    fs.writeFileSync(file, '---\ntype: goal\nstatus: active\n---\n# Written elsewhere\n');
    await workbench.treeRow('Written elsewhere', workbench.view('Goals')).waitFor();
    fs.rmSync(file);
    await workbench.treeRow('Written elsewhere', workbench.view('Goals')).waitFor({ state: 'detached' });
  });
});

journeys('A goal, by keyboard alone', { size: tall }, session => {
  const goal = () => path.join(session().folders[0], 'notes/people/ada/goals/async-rust.md');
  const text = () => fs.readFileSync(goal(), 'utf8');
  const list = () => session().workbench.view('Goals').locator('.monaco-list');
  const steps = () => [...text().matchAll(/^- \[.\] (.*?)(?: [📅✅].*)?$/gmu)].map(([, words]) => words);

  const goTo = words => session().workbench.focusRow('Goals', words);
  const choose = title => session().workbench.chooseFromMenu(title);

  it('gets a step from its menu, and the row of the step is shown', async () => {
    const { workbench } = session();
    await workbench.openContainer('Out Loud');
    await workbench.treeRow('an index-only scan needs a recent vacuum').waitFor(); // what git says comes last, and draws anew
    await goTo('async Rust');
    await choose('Add Step');
    await workbench.type('Measure the queue');
    await workbench.accept();
    await until(() => steps().at(-1) === 'Measure the queue');
    await list().locator('.monaco-list-row.selected', { hasText: 'Measure the queue' }).waitFor();
  });

  it('has the step moved up and down by Alt and an arrow; the focus goes with it', async () => {
    const { page, workbench } = session();
    const focused = list().locator('.monaco-list-row.focused', { hasText: 'Measure the queue' });
    /** Waits until it stands there from the end, in the note and before her eyes, with the focus. */
    const standsAt = async fromEnd => {
      await until(() => steps().at(fromEnd) === 'Measure the queue');
      const after = new RegExp(`Measure the queue.*\\n +\\[.\\] ${steps().at(fromEnd + 1)}`);
      await until(async () => after.test(await workbench.treeText('Goals')));
      await focused.waitFor();
    };
    await goTo('Measure the queue');
    await page.keyboard.press('Alt+ArrowUp');
    await standsAt(-2);
    await page.keyboard.press('Alt+ArrowUp');
    await standsAt(-3);
    await page.keyboard.press('Alt+ArrowDown');
    await standsAt(-2);
  });

  it('has it ticked by Space', async () => {
    await goTo('Measure the queue');
    await session().page.keyboard.press('Space');
    await until(() => /^- \[x\] Measure the queue ✅ \d{4}-\d{2}-\d{2}$/m.test(text()));
  });

  it('is named in the line where a learning for it is logged, and is gone with Esc', async () => {
    const { workbench, page } = session();
    await goTo('async Rust');
    await choose('Log Learning for This Goal');
    await until(async () => (await workbench.input.inputValue()) === 'goal:async-rust ');
    await page.keyboard.press('Escape');
    await workbench.command('Out Loud: Log Learning');
    await workbench.row('Enter saves it').waitFor();
    assert.equal(await workbench.input.inputValue(), '');
    await page.keyboard.press('Escape');
  });

  it('is parked, and rests in its group', async () => {
    const { workbench } = session();
    await goTo('async Rust');
    await choose('Park Goal');
    await until(() => /^status: parked$/m.test(text()));
    await workbench.treeRow('Parked', workbench.view('Goals')).waitFor();
    await until(async () => !(await workbench.treeText('Goals')).includes('Read the Tokio scheduler'));
  });

  it('is not there where somebody else’s goals are looked at, and nothing can be written there', async () => {
    const { workbench } = session();
    await workbench.command('Out Loud: Switch Person');
    await workbench.row('Sam').waitFor();
    await workbench.type('sam');
    await workbench.accept();
    const goals = await until(async () => {
      const shown = await workbench.treeText('Goals');
      return /[Ff]lame/.test(shown) && !shown.includes('Checkout under') && shown;
    });
    assert.doesNotMatch(goals, /\[[ x]\]/);
    await workbench.command('Out Loud: Switch Person');
    await workbench.row('you').waitFor();
    await workbench.accept(); // she herself comes first
    await until(async () => (await workbench.treeText('Goals')).includes('Checkout under 200 ms'));
  });
});

journeys('Very long names', { prepare: withLongNames, size: tall }, session => {
  it('are cut at the edge of the sidebar, which does not scroll sideways', async () => {
    const { workbench, page } = session();
    await workbench.openContainer('Out Loud');
    const row = page.locator('.part.sidebar [role="treeitem"]', { hasText: 'A goal that goes on' }).first();
    await row.waitFor();
    const [sidebar, box] = await Promise.all([page.locator('.part.sidebar').boundingBox(), row.boundingBox()]);
    assert.ok(
      box.x + box.width <= sidebar.x + sidebar.width + 1,
      `${box.x + box.width} > ${sidebar.x + sidebar.width}`,
    );
    assert.ok(box.height < 30, 'one line');
  });
});

journeys('A repository without a notebook', { prepare: bareRepository }, session => {
  it('says what belongs here, and its button leads to the first note with one question', async () => {
    const { workbench, folder } = session();
    await workbench.openContainer('Out Loud');
    const welcome = workbench.view('Log').locator('.welcome-view-content');
    await welcome.getByText('What you learn').waitFor();
    assert.equal(fs.existsSync(path.join(folder, 'notes')), false, 'nothing was made by looking');
    await welcome.getByText('Log a Learning').click();
    await workbench.type('A clone needs no setup');
    await workbench.accept();
    await workbench.row('notes').waitFor();
    await workbench.accept();
    const file = await until(() =>
      fs
        .readdirSync(path.join(folder, 'notes'), { recursive: true })
        .find(name => name.endsWith('a-clone-needs-no-setup.md')),
    );
    assert.match(file.replaceAll(path.sep, '/'), /^people\/ada\/learning\//);
    await workbench.treeRow('A clone needs no setup', workbench.view('Log')).waitFor();
  });
});

function withLongNames(folder) {
  const team = sampleTeam(folder);
  const long = 'A goal that goes on and on '.repeat(12).trim();
  fs.writeFileSync(
    path.join(team.folders[0], 'notes/people/ada/goals/long.md'),
    `---\ntype: goal\nstatus: active\n---\n# ${long}\n\n## Steps\n- [ ] ${'verylongword'.repeat(30)}\n`,
  );
  return team;
}

function bareRepository(folder) {
  fs.mkdirSync(folder);
  for (const args of [
    ['init', '--quiet'],
    ['config', 'user.name', 'Ada'],
    ['config', 'user.email', 'ada@forge.example'],
  ])
    execFileSync('git', args, { cwd: folder });
  fs.writeFileSync(path.join(folder, 'README.md'), '# alone\n');
  return { folder };
}
