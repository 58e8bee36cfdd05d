import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { it } from 'mocha';
import { journeys, sampleTeam } from './session.mjs';
import { until } from './until.mjs';

const trace = `Error: connect ECONNREFUSED 127.0.0.1:6432
    at TCPConnectWrap.afterConnect [as oncomplete] (node:net:1611:16)
    at async readCart (/srv/shop/services/checkout/db.ts:88:18) {
  errno: -111,
  code: 'ECONNREFUSED'
}
`;

journeys('The log', { prepare: withAnAnswer }, session => {
  it('is searched with a pasted error: Enter opens the note at the line that names it', async () => {
    const { workbench, page } = session();
    await workbench.command('Out Loud: Search Log');
    await paste(page, workbench, trace);
    const first = workbench.quick.locator('.quick-input-list .monaco-list-row').first();
    const found = ['The proxy starts after us', 'Sam', 'Node says connect ECONNREFUSED'];
    await until(async () => {
      const words = await first.innerText();
      return found.every(each => words.includes(each));
    });
    await workbench.accept();
    await workbench.tab('the-proxy-starts-after-us.md').waitFor();
    await workbench.cursorAt(/Ln 8, Col 1/);
  });

  it('offers to log what nobody wrote of, with the words kept', async () => {
    const { workbench, page } = session();
    await workbench.command('Out Loud: Search Log');
    await workbench.type('zebrafish xylophone');
    await workbench.row('Nobody wrote of this yet').waitFor();
    await workbench.accept();
    await until(async () => (await workbench.input.inputValue()) === 'zebrafish xylophone');
    await workbench.row('Enter saves it').waitFor();
    await page.keyboard.press('Escape');
  });

  it('is filtered by keyboard, says so beside its title, and is whole again', async () => {
    const { workbench, page } = session();
    await workbench.openContainer('Out Loud');
    await workbench.treeRow('PgBouncer pins a session for SET', workbench.view('Log')).waitFor();
    await workbench.treeRow('an index-only scan needs a recent vacuum').waitFor(); // what git says comes last
    const whole = await workbench.treeText('Log');
    assert.match(whole, /^This week$/m);
    await workbench.command('Out Loud: Filter Log');
    await workbench.type('#pgb');
    await workbench.row('#pgbouncer').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await workbench.ticked(1);
    await page.keyboard.press('Enter');
    const header = workbench.view('Log').locator('.pane-header');
    await until(async () => (await header.innerText()).includes('#pgbouncer'));
    await until(async () => {
      const shown = await workbench.treeText('Log');
      return !/win/.test(shown) && /PgBouncer pins a session for SET/.test(shown);
    });
    await workbench.command('Out Loud: Clear Log Filter');
    await until(async () => (await workbench.treeText('Log')) === whole);
    await until(async () => !(await header.innerText()).includes('#pgbouncer'));
  });
});

/** Pastes as a person does: the text goes over the clipboard. */
async function paste(page, workbench, text) {
  await workbench.input.waitFor();
  await page.evaluate(words => globalThis.navigator.clipboard.writeText(words), text);
  await workbench.input.focus();
  await page.keyboard.press('Control+v');
  await until(async () => (await workbench.input.inputValue()) !== '');
}

function withAnAnswer(folder) {
  const team = sampleTeam(folder);
  const note = `---
type: learning
date: 2026-01-05
---
# The proxy starts after us

On a fresh machine:
Node says connect ECONNREFUSED ::1:6432. Wait for its port.
`;
  const file = path.join(team.folders[0], 'notes/people/sam/learning/2026-01-05-the-proxy-starts-after-us.md');
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, note);
  return team;
}
