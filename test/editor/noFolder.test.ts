import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, relative } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { ConfigurationTarget, workspace, type Uri } from 'vscode';
import { run, runAccepting } from './support/sample.ts';
import { verbsOverNotes } from './support/verbsOverNotes.ts';

const me = (name?: string) => workspace.getConfiguration('outloud').update('me', name, ConfigurationTarget.Global);
const inOwnFolder = ({ fsPath }: Uri) => relative(join(homedir(), 'outloud-notes'), fsPath).replaceAll('\\', '/');
const today = () => new Date().toLocaleDateString('sv');

describe('In an empty window', () => {
  before(() => me('ada'));
  after(() => me(undefined));

  for (const [id, answers] of verbsOverNotes)
    it(`${id} ${JSON.stringify(answers)} asks for no place for notes, and makes none`, async () => {
      assert.equal(await run(id, answers), undefined);
      assert.equal(existsSync(join(homedir(), 'outloud-notes')), false);
    });

  it('the first entry goes into a folder of her own, which is asked for once', async () => {
    assert.equal(workspace.workspaceFolders, undefined);
    const first = await runAccepting<Uri>('logLearning', { text: 'Notes need no project' });
    assert.equal(inOwnFolder(first), `people/ada/learning/${today()}-notes-need-no-project.md`);
    const second = await run<Uri>('logLearning', { text: 'And no second question' });
    assert.equal(inOwnFolder(second), `people/ada/learning/${today()}-and-no-second-question.md`);
  });

  it('a weekly note tells what was logged', async () => {
    const uri = await run<Uri>('writeWeeklyNote', { week: '2026-W02' });
    assert.equal(inOwnFolder(uri), 'people/ada/weekly/2026-W02-ada.md');
  });

  it('a summary has nothing to read, and is none', async () => {
    assert.equal(await run('summarizeWork', { since: '2026-01-01' }), undefined);
  });
});
