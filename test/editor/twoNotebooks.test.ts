import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, it } from 'mocha';
import { commands, ConfigurationTarget, Uri, window, workspace } from 'vscode';
import { run, runAccepting, shop, team } from './support/sample.ts';

const tools = join(team, 'tools');
const made: Uri[] = [];

/** The repository whose notebook a learning goes to. */
async function goesTo(logged: Promise<Uri | undefined>): Promise<string> {
  const uri = await logged;
  assert.ok(uri, 'nothing was logged');
  made.push(uri);
  return uri.fsPath.startsWith(join(shop, 'notes'))
    ? 'shop'
    : uri.fsPath.startsWith(join(tools, 'notes'))
      ? 'tools'
      : uri.fsPath;
}
const log = (text: string) => run<Uri | undefined>('logLearning', { text });
const show = (...path: string[]) => window.showTextDocument(Uri.file(join(...path)));
const pin = (name?: string) =>
  workspace.getConfiguration('outloud').update('notebook', name, ConfigurationTarget.Workspace);

describe('Of two notebooks in a window', () => {
  afterEach(async () => {
    await pin(undefined);
    await commands.executeCommand('workbench.action.closeAllEditors');
    for (const { fsPath } of made.splice(0)) rmSync(fsPath, { force: true });
  });

  it('one is asked for where nothing says which, and Enter takes the first', async () => {
    assert.equal(await goesTo(runAccepting('logLearning', { text: 'Whichever' })), 'shop');
    assert.equal(await goesTo(log('The one that was taken last')), 'shop');
  });

  it('the one of the editor in front is meant', async () => {
    await show(tools, 'README.md');
    assert.equal(await goesTo(log('Beside the tools')), 'tools');
    await show(shop, 'README.md');
    assert.equal(await goesTo(log('Beside the shop')), 'shop');
  });

  it('the pinned one wins, by the name of its repository', async () => {
    await show(tools, 'README.md');
    await pin('shop');
    assert.equal(await goesTo(log('Pinned to the shop')), 'shop');
    await pin('tools');
    await show(shop, 'README.md');
    assert.equal(await goesTo(log('Pinned to the tools')), 'tools');
  });

  it('code of the other repository is linked where it is', async () => {
    await show(tools, 'README.md');
    const uri = Uri.file(join(shop, 'README.md'));
    const note = await run<Uri | undefined>('logLearning', { text: 'Read the other one', uri });
    assert.equal(await goesTo(Promise.resolve(note)), 'tools');
    const text = Buffer.from(await workspace.fs.readFile(note!)).toString();
    assert.match(text, /^repo: shop$/m);
  });
});
