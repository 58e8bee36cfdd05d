import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { it } from 'mocha';
import { windows } from '../host/windows.mjs';
import { journeys } from './session.mjs';
import { until } from './until.mjs';

const many = 1000;
const learning = title => `---\ntype: learning\ndate: 2026-01-05\n---\n# ${title}\n`;

journeys('Sharing notes', { prepare: windows.sharing }, session => {
  const step = words => session().page.locator('.quick-input-widget', { hasText: words });
  let shop;
  const git = (...args) => execFileSync('git', args, { cwd: shop, encoding: 'utf8' }).trimEnd();
  const note = (name, title) => {
    const folder = path.join(shop, 'notes/people/ada/learning');
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(path.join(folder, `2026-01-05-${name}.md`), learning(title));
  };

  /** Goes back from a list to the button above it, as the keyboard does. */
  async function focusButton(label) {
    const { page } = session();
    const focused = page.locator(`.quick-input-titlebar .action-label[aria-label="${label}"]:focus`);
    for (let moved = 0; moved < 8 && (await focused.count()) === 0; moved++) await page.keyboard.press('Shift+Tab');
    assert.equal(await focused.count(), 1, label);
  }

  it('shares a thousand notes but one from a list, by keyboard alone', async () => {
    const { workbench, page, ask } = session();
    shop = await ask(vscode => vscode.workspace.workspaceFolders[0].uri.fsPath);
    for (let n = 0; n < many; n++) note(`bee-${n}`, `Bee ${n}`);
    await workbench.command('Out Loud: Share Notes');
    await workbench.row(/In the code: shop\/notes|Bee 0/).waitFor();
    if ((await workbench.row('In the code: shop/notes').count()) > 0) await page.keyboard.press('Enter'); // where notes shall be kept
    await workbench.row('Bee 0').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await focusButton('Show What Is New');
    await page.keyboard.press('Enter');
    await workbench.tab('Bee 0 (what would be shared)').waitFor();
    await workbench.input.focus();
    await page.keyboard.press('Enter');
    await step('The message of the commit on main').waitFor();
    await page.keyboard.press('Enter');
    await workbench.row('Share and Push').waitFor();
    await page.keyboard.press('Enter');
    await until(() => git('log', '-1', '--format=%s', 'origin/main').startsWith('Share notes: learnings'));
    await until(() => git('rev-parse', 'HEAD') === git('rev-parse', 'origin/main'));
    assert.equal(git('status', '--porcelain', '-uall'), '?? notes/people/ada/learning/2026-01-05-bee-0.md');
    const shared = git('diff', '--name-only', 'HEAD~1', 'HEAD').split('\n');
    assert.equal(shared.filter(file => file.includes('/2026-01-05-bee-')).length, many - 1);
    assert.equal(git('rev-parse', 'HEAD'), git('rev-parse', 'origin/main'));
  });

  it('shares nothing where she leaves at any of its questions', async () => {
    const { workbench, page } = session();
    const head = git('rev-parse', 'HEAD');
    const questions = [
      () => workbench.row('Bee 0'),
      () => step('The message of the commit'),
      () => workbench.row('Share and Push'),
    ];
    for (let answered = 0; answered < questions.length; answered++) {
      await workbench.command('Out Loud: Share Notes');
      for (const [at, question] of questions.slice(0, answered + 1).entries()) {
        await question().waitFor();
        await page.keyboard.press(at === answered ? 'Escape' : 'Enter');
      }
      await workbench.quick.waitFor({ state: 'hidden' });
    }
    assert.equal(git('rev-parse', 'HEAD'), head);
  });

  it('stops in the middle of a commit where she says so, and nothing is committed', async () => {
    const { workbench, page, shoot } = session();
    const head = git('rev-parse', 'HEAD');
    const hook = path.join(shop, '.git/hooks/pre-commit');
    fs.mkdirSync(path.dirname(hook), { recursive: true });
    fs.writeFileSync(hook, '#!/bin/sh\nexec sleep 120\n', { mode: 0o755 });
    await workbench.command('Out Loud: Share Notes');
    for (const question of [
      workbench.row('Bee 0'),
      step('The message of the commit'),
      workbench.row('Share and Push'),
    ]) {
      await question.waitFor();
      await page.keyboard.press('Enter');
    }
    await workbench.toast('Sharing your notes…').waitFor();
    if (process.env.OUTLOUD_SHOT) await shoot('share-progress');
    await workbench.toast('Sharing your notes…').getByText('Cancel').click();
    await workbench.toast('Sharing your notes…').waitFor({ state: 'detached' });
    fs.rmSync(hook);
    assert.equal(git('rev-parse', 'HEAD'), head);
    const left = () => fs.readdirSync(path.join(shop, '.git')).filter(name => /outloud|\.lock$/.test(name));
    await until(() => left().length === 0); // the notice goes at once
  });

  it('has her choose between two versions in the merge editor', async () => {
    const { workbench, page, shoot, ask } = session();
    const laptop = path.join(shop, '../laptop');
    const onLaptop = (...args) => execFileSync('git', args, { cwd: laptop, encoding: 'utf8' });
    execFileSync('git', ['clone', '-q', path.join(shop, '../origin.git'), laptop]);
    const there = path.join(laptop, 'notes/people/ada/learning/2026-01-05-bee-7.md');
    fs.writeFileSync(there, learning('Bee 7 sings'));
    onLaptop('-c', 'user.name=Ada', '-c', 'user.email=ada@shop.example', 'commit', '-qam', 'Share notes: a learning');
    onLaptop('push', '-q');
    note('bee-7', 'Bee 7 dances');
    await workbench.command('Out Loud: Share Notes');
    for (const question of [
      workbench.row('Bee 7 dances'),
      step('The message of the commit'),
      workbench.row('Share and Push'),
    ]) {
      await question.waitFor();
      await page.keyboard.press('Enter');
    }
    await workbench.toast('Choose, save, and close it').waitFor();
    await page.locator('.merge-editor').waitFor();
    const settled = page.locator('.merge-editor').getByText('0 Conflicts Remaining');
    await until(async () => {
      if (await settled.isVisible()) return true;
      await page.getByText('Accept My Version', { exact: true }).first().click({ timeout: 5000 }); // lost while the editor still compares
      return settled.waitFor({ timeout: 5000 }).then(() => true);
    });
    await page.keyboard.press('Control+s');
    await page.locator('.tabs-container .tab.active.dirty').waitFor({ state: 'detached' });
    if (process.env.OUTLOUD_SHOT) await shoot('share-merged');
    await ask(vscode => vscode.commands.executeCommand('workbench.action.closeActiveEditor'));
    await until(() => git('show', 'origin/main:notes/people/ada/learning/2026-01-05-bee-7.md').includes('dances'));
    onLaptop('pull', '-q');
    assert.equal(fs.readFileSync(there, 'utf8'), learning('Bee 7 dances'));
    await until(
      () => git('status', '--porcelain') === '' && git('rev-parse', 'HEAD') === git('rev-parse', 'origin/main'),
    );
  });

  it('asks before a commit with a private note goes to the others, and leaves it here at an Esc', async () => {
    const { workbench, page, ask } = session();
    note('hush', 'Hush');
    const file = path.join(shop, 'notes/people/ada/learning/2026-01-05-hush.md');
    fs.writeFileSync(file, learning('Hush').replace('---\n#', 'private: true\n---\n#'));
    git('add', '--', file);
    git('-c', 'user.name=Ada', '-c', 'user.email=ada@shop.example', 'commit', '-qm', 'Everything of today');
    const before = git('rev-parse', 'origin/main');
    const dialog = page.locator('.monaco-dialog-box');
    const share = (name, title) => {
      note(name, title);
      return ask(vscode => {
        void vscode.commands.executeCommand('outloud.shareNotes', { message: 'Share notes', push: true });
      });
    };
    await share('bee-8', 'Bee 8 dances');
    await dialog.getByText('hold notes that are private').waitFor();
    await dialog.getByText('2026-01-05-hush.md').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await until(() => git('log', '-1', '--format=%s') === 'Share notes');
    assert.equal(git('ls-remote', 'origin', 'refs/heads/main').split('\t')[0], before);
    await share('bee-9', 'Bee 9 dances');
    await dialog.getByText('Push Private Notes').click();
    await until(() => git('ls-remote', 'origin', 'refs/heads/main').split('\t')[0] === git('rev-parse', 'HEAD'));
    await workbench.quick.waitFor({ state: 'hidden' });
  });
});
