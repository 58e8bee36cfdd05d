import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { it } from 'mocha';
import { today } from '../../scripts/sampleTeam.mjs';
import { journeys } from './session.mjs';
import { until } from './until.mjs';

journeys('Logging by keyboard', {}, session => {
  const learningOf = name => path.join(session().folders[0], `notes/people/ada/learning/${today()}-${name}.md`);
  const read = file => until(() => fs.existsSync(file) && fs.readFileSync(file, 'utf8'));

  it('goes from the palette over one line and Enter to a note on disk and a row in the sidebar', async () => {
    const { workbench } = session();
    await workbench.openContainer('Out Loud');
    await workbench.command('Out Loud: Log Learning');
    await workbench.type('Vacuum keeps an index-only scan honest. #postgres goal:checkout-under-200-ms');
    await workbench.accept();
    assert.equal(
      await read(learningOf('vacuum-keeps-an-index-only-scan-honest')),
      `---\ntype: learning\ndate: ${today()}\ngoal: checkout-under-200-ms\ntags:\n  - postgres\n---\n# Vacuum keeps an index-only scan honest\n`,
    );
    await workbench.treeRow('Vacuum keeps an index-only scan honest', workbench.view('Log')).waitFor();
    assert.equal(await session().page.locator('.tab').count(), 0, 'the note is not opened unless asked');
  });

  it('keeps the selected lines, the commit and a link to them, by its key chord', async () => {
    const { workbench, ask, page, folders } = session();
    await workbench.openFile('db.ts');
    const select = vscode => {
      vscode.window.activeTextEditor.selection = new vscode.Selection(6, 0, 8, 10);
      return true;
    };
    await until(() => ask(select));
    await workbench.cursorAt(/^Ln 9, Col 11 \(\d+ selected\)$/);
    await page.keyboard.press('Control+k');
    await page.keyboard.press('l');
    await workbench.type('A pool hands out one connection at a time');
    await workbench.accept();
    const head = execFileSync('git', ['rev-parse', 'HEAD'], { cwd: folders[0], encoding: 'utf8' }).trim();
    const note = await read(learningOf('a-pool-hands-out-one-connection-at-a-time'));
    assert.match(note, /^path: services\/checkout\/db\.ts$/m);
    assert.match(note, /^lines: 7-9$/m);
    assert.match(note, new RegExp(`^commit: "?${head.slice(0, 7)}`, 'm'));
    const url = `https://github.forge.example/market/shop/blob/${head}/services/checkout/db.ts#L7-L9`;
    assert.ok(note.includes(`](${url})`), note);
  });

  it('puts a private entry where the repository can’t see it', async () => {
    const { workbench, home, folders } = session();
    const status = () => execFileSync('git', ['status', '--porcelain', '-uall'], { cwd: folders[0], encoding: 'utf8' });
    const before = status();
    await workbench.command('Out Loud: Log Learning');
    await workbench.type('I am tired of the queue !private');
    await workbench.accept();
    const file = await until(() =>
      fs.readdirSync(home, { recursive: true }).find(name => name.endsWith('i-am-tired-of-the-queue.md')),
    );
    assert.match(fs.readFileSync(path.join(home, file), 'utf8'), /^private: true$/m);
    assert.equal(status(), before);
  });

  it('keeps the words of a line that was left with Esc', async () => {
    const { workbench, page } = session();
    await workbench.command('Out Loud: Log Win');
    await workbench.type('The graph is flat');
    await page.keyboard.press('Escape');
    await workbench.command('Out Loud: Log Win');
    await until(async () => (await workbench.input.inputValue()) === 'The graph is flat');
    await workbench.accept();
    assert.match(await read(learningOf('the-graph-is-flat')), /^type: win$/m);
  });

  it('completes a goal that exists', async () => {
    const { workbench, page } = session();
    await workbench.command('Out Loud: Log Learning');
    await workbench.type('Tokio parks idle workers goal:asy');
    await workbench.row('goal:async-rust').waitFor();
    await page.keyboard.press('Tab');
    await until(async () => (await workbench.input.inputValue()).trim() === 'Tokio parks idle workers goal:async-rust');
    await workbench.accept();
    assert.match(await read(learningOf('tokio-parks-idle-workers')), /^goal: async-rust$/m);
  });
});
