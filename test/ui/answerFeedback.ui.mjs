import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { it } from 'mocha';
import { journeys } from './session.mjs';
import { until } from './until.mjs';

journeys('Feedback', { size: { width: 1400, height: 1000 } }, session => {
  const folder = name => path.join(session().folders[0], 'notes/people/ada', name);
  const answer = () => {
    const name =
      fs.existsSync(folder('answers')) && fs.readdirSync(folder('answers')).find(each => each.includes('queue'));
    return name ? fs.readFileSync(path.join(folder('answers'), name), 'utf8') : '';
  };
  const row = words => session().workbench.treeRow(words, session().workbench.view('Inbox'));

  it('waits in the inbox and in the status bar', async () => {
    const { workbench } = session();
    await workbench.openContainer('Out Loud');
    await row('Sam: The queue on disk').waitFor();
    await row('Sam: The p99 of every request').waitFor();
    await workbench.statusBar.locator('a[aria-label*="wait for you"]').waitFor();
  });

  it('is answered by keyboard alone, at its first open question and beside the code', async () => {
    const { workbench, page } = session();
    await workbench.focusRow('Inbox', 'Sam: The queue on disk');
    await page.keyboard.press('Enter');
    await workbench.tab('queue-on-disk-ada.md').waitFor();
    await page.locator('.monaco-diff-editor').first().waitFor();
    await workbench.cursorAt('Ln 10, Col 1');
    await workbench.focusInEditor();
    await page.keyboard.type('The test that orders jobs. It made me trust the rest.');
    await page.keyboard.press('Control+s');
    await until(() => /## What did you notice first\?\nThe test that orders jobs\./.test(answer()));
    for (const [theme, kind] of [
      ['Light 2026', 'vs'],
      ['Dark 2026', 'vs-dark'],
      ['Default High Contrast', 'hc-black'],
    ]) {
      await session().ask(
        (vscode, name) => vscode.workspace.getConfiguration('workbench').update('colorTheme', name, true),
        theme,
      );
      await page.locator(`.monaco-workbench.${kind}`).waitFor();
      if (process.env.OUTLOUD_SHOTS) await page.screenshot({ path: `${process.env.OUTLOUD_SHOTS}/answer-${kind}.png` });
    }
    await row('Sam: The queue on disk').waitFor(); // one question is still open: it comes later
    const later = /Later\n(?: {2}.*\n)* {2}Sam: The queue on disk · one question is still open/;
    await until(async () => later.test(await workbench.treeText('Inbox')));
  });

  it('that was given is read, and gone from the inbox', async () => {
    const { workbench, page } = session();
    await workbench.focusRow('Inbox', 'Sam: The p99 of every request');
    await page.keyboard.press('Enter');
    await workbench.tab('the-p99-of-every-request-sam.md').waitFor();
    await workbench.codeLens('Attach as Evidence').waitFor();
    await row('Sam: The p99 of every request').waitFor({ state: 'detached' });
    if (process.env.OUTLOUD_SHOTS) await page.screenshot({ path: `${process.env.OUTLOUD_SHOTS}/read.png` });
  });

  it('is noted during a talk, a line with each Enter, and an empty one ends it', async () => {
    const { workbench, page } = session();
    await workbench.command('Out Loud: Give Feedback');
    await workbench.row('Sam').waitFor();
    await workbench.type('Sam');
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-widget', { hasText: 'What do you see or hear?' }).waitFor();
    await page.keyboard.type('Flame graphs');
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-widget', { hasText: 'Each Enter keeps one line' }).waitFor();
    for (const line of ['the graph was clear', 'two people asked about colours']) {
      await page.keyboard.type(line);
      await page.keyboard.press('Enter');
      await page.locator('.quick-input-widget', { hasText: line }).waitFor();
    }
    await page.keyboard.press('Enter');
    await workbench.tab('flame-graphs').waitFor();
    const [name] = fs.readdirSync(folder('answers')).filter(each => each.includes('flame-graphs'));
    const lines = fs
      .readFileSync(path.join(folder('answers'), name), 'utf8')
      .split('\n')
      .filter(line => line.startsWith('- '));
    assert.deepEqual(
      lines.map(line => line.replace(/\d\d:\d\d/, 'TIME')),
      ['- TIME the graph was clear', '- TIME two people asked about colours'],
    );
  });

  it('goes on with the words that were half typed at an Esc', async () => {
    const { workbench, page } = session();
    const input = words => page.locator('.quick-input-widget', { hasText: words });
    await workbench.command('Out Loud: Give Feedback');
    await workbench.row('Sam').waitFor();
    await workbench.type('Sam');
    await page.keyboard.press('Enter');
    await input('What do you see or hear?').waitFor();
    await page.keyboard.type('Queues at work');
    await page.keyboard.press('Enter');
    await input('Each Enter keeps one line').waitFor();
    await page.keyboard.type('the second slide sho');
    await page.keyboard.press('Escape');
    await workbench.quick.waitFor({ state: 'hidden' });
    await workbench.command('Out Loud: Give Feedback');
    await workbench.row('Go on with “Queues at work”').waitFor();
    await page.keyboard.press('Enter');
    await input('Each Enter keeps one line').waitFor();
    await page.keyboard.type('wed it');
    await page.keyboard.press('Enter');
    await input('the second slide showed it').waitFor();
    await page.keyboard.press('Enter');
    await workbench.tab('queues-at-work').waitFor();
    const [name] = fs.readdirSync(folder('answers')).filter(each => each.includes('queues-at-work'));
    assert.match(
      fs.readFileSync(path.join(folder('answers'), name), 'utf8'),
      /^- \d\d:\d\d the second slide showed it$/m,
    );
  });
});
