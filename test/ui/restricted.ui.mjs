import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { it } from 'mocha';
import { today } from '../../scripts/sampleTeam.mjs';
import { journeys } from './session.mjs';
import { until } from './until.mjs';

journeys('Restricted Mode', { trust: 'restricted' }, session => {
  it('shows the notes and logs a learning, asking once who she is', async () => {
    const { workbench, folders, ask } = session();
    assert.equal(await ask(vscode => vscode.workspace.isTrusted), false);
    await workbench.command('Out Loud: Log Learning');
    await workbench.type('Trust is asked for, not taken');
    await workbench.accept();
    await answerWho(session());
    const file = path.join(folders[0], `notes/people/ada/learning/${today()}-trust-is-asked-for-not-taken.md`);
    await until(() => fs.existsSync(file));
    assert.match(fs.readFileSync(file, 'utf8'), /^# Trust is asked for, not taken$/m);
    await workbench.openContainer('Out Loud');
    await workbench.treeRow('Checkout under 200 ms', workbench.view('Goals')).waitFor();
  });

  it('writes a weekly note from the notes alone, and says that git was not asked', async () => {
    const { workbench, ask } = session();
    await workbench.command('Out Loud: Write Weekly Note');
    await workbench.row('This week').waitFor();
    await workbench.accept();
    await workbench.tab('-ada.md').waitFor();
    const inFront = () => ask(vscode => vscode.window.activeTextEditor?.document.getText());
    const text = await until(async () => {
      const shown = await inFront();
      return shown?.includes('PgBouncer pins a session for SET') && shown;
    });
    assert.doesNotMatch(text, /#412/);
  });

  it('says why lines can’t be evidence, and attaches a note all the same', async () => {
    const { workbench, page, folders } = session();
    const goal = path.join(folders[0], 'notes/people/ada/goals/async-rust.md');
    const before = fs.readFileSync(goal, 'utf8');
    const attach = async what => {
      await workbench.command('Out Loud: Attach Evidence');
      await workbench.row('async Rust').waitFor();
      await workbench.type('async');
      await workbench.accept();
      await workbench.pick(what);
    };
    await workbench.openFile('queue.ts');
    await page.keyboard.press('Shift+ArrowDown');
    await workbench.cursorAt(/selected/);
    await attach('queue.ts:1');
    await workbench.toast('Git is not started in Restricted Mode').waitFor();
    assert.equal(fs.readFileSync(goal, 'utf8'), before);
    await attach('Trust is asked for, not taken');
    await workbench.quick.getByText('What does it show?').waitFor();
    await workbench.accept();
    await until(() => /## Evidence\n\n- \[Trust is asked for/.test(fs.readFileSync(goal, 'utf8')));
  });
});

async function answerWho({ workbench }) {
  await until(async () => /who|handle|name/i.test(await workbench.quick.innerText()));
  await workbench.type('ada');
  await workbench.accept();
}
