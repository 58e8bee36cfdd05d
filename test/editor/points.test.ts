import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { after, afterEach, before, describe, it } from 'mocha';
import {
  commands,
  ConfigurationTarget,
  Selection,
  window,
  workspace,
  WorkspaceEdit,
  type CodeLens,
  type Uri,
} from 'vscode';
import { fixesAt, takeFix } from './support/quickFixes.ts';
import { isRestricted, run } from './support/sample.ts';
import { until } from './support/until.ts';

describe('The points of a meeting in the editor', () => {
  let note: Uri;
  const settings = () => workspace.getConfiguration('outloud');
  const text = () => readFileSync(note.fsPath, 'utf8');
  const lineOf = (words: string) =>
    text()
      .split('\n')
      .findIndex(line => line.includes(words));
  const lenses = async () =>
    (await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', note, 30)).map(
      ({ range, command }) => `${String(range.start.line)}: ${command?.title ?? ''}`,
    );

  before(async () => {
    if (isRestricted) await settings().update('me', 'ada', ConfigurationTarget.Global);
    const answers = { with: 'lin', date: '2031-04-05', kind: 'autonomy-support', advocate: 'sam' };
    note = await run<Uri>('prepareOneOnOne', answers);
    const document = await workspace.openTextDocument(note);
    const edit = new WorkspaceEdit();
    const at = document.getText().indexOf('\n- I say:') + 1;
    edit.insert(note, document.positionAt(at), '- the tone on Monday\n- the roadmap\n');
    await workspace.applyEdit(edit);
    await document.save();
  });
  after(async () => {
    if (isRestricted) await settings().update('me', undefined, ConfigurationTarget.Global);
    rmSync(note.fsPath, { force: true });
  });
  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('stand in a note that names who takes part and who speaks for her', () => {
    assert.match(text(), /^advocate: sam$/m);
    assert.match(text(), /^- @lin\n- @sam · advocate$/m);
  });

  it('offer above each undecided one what may become of it', async () => {
    await window.showTextDocument(note);
    const line = String(lineOf('- the tone on Monday'));
    await until(async () => (await lenses()).includes(`${line}: Drop`));
    const offered = (await lenses()).filter(lens => lens.startsWith(`${line}: `));
    assert.deepEqual(offered, [`${line}: I say it`, `${line}: Advocate says it`, `${line}: Drop`]);
  });

  it('are decided by keyboard alone: the command takes the one the cursor is on', async () => {
    const editor = await window.showTextDocument(note);
    const line = lineOf('- the tone on Monday');
    editor.selection = new Selection(line, 4, line, 4);
    const decide = async () => {
      let hasEnded = false;
      const deciding = run<Uri>('decidePoint', {}).finally(() => (hasEnded = true));
      await until(async () => {
        await commands.executeCommand('workbench.action.quickOpenSelectPrevious'); // from the first round to the last: drop it
        await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return hasEnded;
      });
      assert.equal((await deciding).fsPath, note.fsPath);
    };
    await until(async () => {
      await decide(); // a question that comes between the two keys takes the first: then it is decided anew
      return text().includes('\n- Drop: the tone on Monday\n- the roadmap\n');
    });
    await assert.rejects(async () => {
      const went = await run<Uri | undefined>('publishLines', {
        uri: note,
        lines: [line + 1],
        to: 'roadblocks',
        publish: true,
      });
      if (went === undefined) throw new Error('refused');
    }, /refused/);
  });

  it('are decided anew by a quick fix on their line', async () => {
    const { document } = await window.showTextDocument(note);
    const { range } = document.lineAt(lineOf('Drop: the tone on Monday'));
    const offered = await until(async () => {
      const titles = (await fixesAt(note, range)).map(({ title }) => title).filter(title => /say|Drop/.test(title));
      return titles.length > 0 ? titles : undefined;
    });
    assert.deepEqual(offered, ['I say it myself', 'My advocate says it']);
    await takeFix(note, range, /^My advocate says it$/);
    await document.save();
    assert.match(text(), /^- Advocate says: the tone on Monday\n- the roadmap$/m);
  });
});
