import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { it } from 'mocha';
import { today } from '../../scripts/sampleTeam.mjs';
import { journeys } from './session.mjs';
import { until } from './until.mjs';

const daysFromNow = days => new Date(Date.parse(`${today()}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

journeys('Promises', { size: { width: 1280, height: 1000 } }, session => {
  const promises = () => path.join(session().folders[0], 'notes/people/ada/promises.md');
  const text = () => fs.readFileSync(promises(), 'utf8');
  const inbox = () => session().workbench.view('Inbox');
  const row = words => session().workbench.treeRow(words, inbox());
  const met = () =>
    `---\ntype: one-on-one\ndate: ${daysFromNow(-12)}\nwith: lin\n---\n# One-to-one with Lin\n\n- he looks tired\n- [ ] @ada a talk about pools 📅 ${daysFromNow(-2)}\n`;
  let meeting;

  /** A private note beside one that a command made. */
  async function writeMeeting() {
    const { ask } = session();
    const entry = await ask(async vscode => {
      const uri = await vscode.commands.executeCommand('outloud.logLearning', { text: 'Mine !private' });
      return uri.fsPath;
    });
    meeting = path.join(path.dirname(path.dirname(entry)), `one-on-ones/${daysFromNow(-12)}-ada-lin.md`);
    fs.mkdirSync(path.dirname(meeting), { recursive: true });
    fs.writeFileSync(meeting, met());
    await ask(async (vscode, file) => void (await vscode.window.showTextDocument(vscode.Uri.file(file))), meeting);
  }

  it('are published from a private note, the exact line shown first', async () => {
    const { workbench, page } = session();
    await workbench.openContainer('Out Loud');
    await writeMeeting();
    const shown = page.locator('.quick-input-message', {
      hasText: `- [ ] A talk about pools · for @lin 📅 ${daysFromNow(-2)}`,
    });
    await until(async () => {
      await workbench.codeLens('Publish…').click(); // lost where the lenses are drawn anew
      return shown.waitFor({ timeout: 10_000 }).then(() => true);
    });
    await session().workbench.input.fill('a talk about connection pools');
    await page.locator('.quick-input-message', { hasText: 'A talk about connection pools · for @lin' }).waitFor();
    if (process.env.OUTLOUD_SHOT) await page.screenshot({ path: `${process.env.OUTLOUD_SHOT}/publish.png` });
    await workbench.accept();
    await until(() => text().endsWith(`- [ ] A talk about connection pools · for @lin 📅 ${daysFromNow(-2)}\n`));
    await until(() => fs.readFileSync(meeting, 'utf8').includes('- [>] @ada a talk about pools'));
    assert.doesNotMatch(text(), /tired/);
    await workbench.codeLens('Published: open it').waitFor();
  });

  it('show in her inbox once they are over, and are carried by keyboard', async () => {
    const { workbench, page } = session();
    await row('A talk about connection pools').waitFor();
    const over = /My promises\n {2}A talk about connection pools · for Lin · due .*, 2 days over/;
    await until(async () => over.test(await workbench.treeText('Inbox')));
    await row('A talk about connection pools').hover();
    if (process.env.OUTLOUD_SHOT) await page.screenshot({ path: `${process.env.OUTLOUD_SHOT}/inbox.png` });
    await row('A talk about connection pools').locator('[aria-label="Carry Promise to Another Day"]').click();
    await workbench.row('in two weeks').waitFor();
    await workbench.type(daysFromNow(9));
    await workbench.row(daysFromNow(9)).waitFor();
    if (process.env.OUTLOUD_SHOT) await page.screenshot({ path: `${process.env.OUTLOUD_SHOT}/carry.png` });
    await workbench.accept();
    await until(() => text().includes(`pools · for @lin · since ${daysFromNow(-2)} 📅 ${daysFromNow(9)}\n`));
    await row('My promises').waitFor({ state: 'detached' });
  });

  it('stand in a kind reply, which is in no file', async () => {
    const { workbench, page } = session();
    await workbench.command('Out Loud: Draft a Kind Reply to a Request');
    await workbench.type('a talk about Postgres');
    await workbench.accept();
    await workbench.pick('Lin');
    await workbench.pick('in a month');
    await workbench.editor().getByText('thank you for asking me').waitFor();
    await workbench.toast('It stands in no file').waitFor();
    if (process.env.OUTLOUD_SHOT) await page.screenshot({ path: `${process.env.OUTLOUD_SHOT}/reply.png` });
    await workbench.toast('It stands in no file').getByText('Copy It').click();
    await until(async () => (await session().ask(vscode => vscode.env.clipboard.readText())).startsWith('Hello Lin,'));
  });
});
