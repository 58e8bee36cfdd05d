import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { it } from 'mocha';
import { today } from '../../scripts/sampleTeam.mjs';
import { journeys, until } from './session.mjs';

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
    const text = await until(() => ask(vscode => vscode.window.activeTextEditor?.document.getText()));
    assert.match(text, /PgBouncer pins a session for SET/);
    assert.doesNotMatch(text, /#412/);
  });
});

async function answerWho({ workbench }) {
  await until(async () => /who|handle|name/i.test(await workbench.quick.innerText()));
  await workbench.type('ada');
  await workbench.accept();
}
