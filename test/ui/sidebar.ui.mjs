import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { it } from 'mocha';
import { journeys, sampleTeam, until } from './session.mjs';

journeys('The sidebar', {}, session => {
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
    await workbench.command('Out Loud: Focus on Goals View');
    const tree = workbench.view('Goals').locator('.monaco-list');
    await until(() => tree.evaluate(list => list.ownerDocument.activeElement === list));
    await page.keyboard.press('End');
    await tree.locator('.monaco-list-row.focused', { hasText: 'Replace the hand-made queue' }).waitFor();
    await page.keyboard.press('Space');
    await isTicked(true);
    await page.keyboard.press('Space');
    await isTicked(false);
  });

  it('shows the log, and a click opens the note', async () => {
    const { workbench } = session();
    const row = workbench.treeRow('PgBouncer pins a session for SET', workbench.view('Log'));
    await row.click();
    await workbench.tab('pgbouncer-pins-a-session-for-set.md').waitFor();
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

journeys('Very long names', { prepare: withLongNames }, session => {
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
