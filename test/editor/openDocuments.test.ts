import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'mocha';
import { commands, Position, Uri, window, workspace, WorkspaceEdit, type TextDocument } from 'vscode';
import type { SharedPath } from '../../src/core/note/notePath.ts';
import type { TextEdit } from '../../src/core/note/textEdit.ts';
import { throughEditors } from '../../src/editor/support/openDocuments.ts';
import { nodeFiles } from '../../src/node/files/nodeFiles.ts';
import { until } from './support/until.ts';

const note = '# Plan\n\n- [ ] read\n- [ ] write\n';

/** Ticks the box of a task, wherever it stands by now. */
function tick(task: string): (text: string | undefined) => readonly TextEdit[] {
  return (text = '') => {
    const start = text.indexOf(`- [ ] ${task}`);
    return start < 0 ? [] : [{ at: { start, end: start + 5 }, text: '- [x]' }];
  };
}

const sorted = (letters: string) => letters.split('').sort().join('');

describe('A note that is open in an editor', () => {
  let folder: string;
  let file: string;
  let path: SharedPath;
  let plans = 0;
  const files = () => throughEditors(nodeFiles<SharedPath>(folder));
  const onDisk = () => readFileSync(file, 'utf8');

  before(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'outloud-editors-')));
  });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(() => {
    path = `plan-${++plans}.md` as SharedPath; // a file of its own: what one test leaves unsaved is none of the next one's
    file = join(folder, path);
    writeFileSync(file, note);
  });
  afterEach(async () => {
    await commands.executeCommand('workbench.action.files.revert'); // no question about unsaved words can be answered here
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  async function open(): Promise<TextDocument> {
    const { document } = await window.showTextDocument(Uri.file(file));
    await until(() => document.getText().replaceAll('\r\n', '\n') === note);
    return document;
  }
  async function type(document: TextDocument, at: Position, words: string): Promise<void> {
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, at, words);
    assert.ok(await workspace.applyEdit(edit));
  }

  it('is changed in its document and saved, where it was saved before', async () => {
    const document = await open();
    await files().update(path, tick('read'));
    assert.equal(document.getText(), '# Plan\n\n- [x] read\n- [ ] write\n');
    assert.equal(document.isDirty, false);
    assert.equal(onDisk(), '# Plan\n\n- [x] read\n- [ ] write\n');
  });

  it('keeps unsaved words: the change joins them, and nothing is saved for her', async () => {
    const document = await open();
    await type(document, new Position(1, 0), 'My own words.\n');
    await files().update(path, tick('write'));
    assert.equal(document.getText(), '# Plan\nMy own words.\n\n- [ ] read\n- [x] write\n');
    assert.equal(document.isDirty, true);
    assert.equal(onDisk(), note);
    await document.save();
    assert.equal(onDisk(), '# Plan\nMy own words.\n\n- [ ] read\n- [x] write\n');
  });

  it('is read as it stands in the editor', async () => {
    const document = await open();
    await type(document, new Position(4, 0), 'Not saved yet.\n');
    assert.equal(await files().read(path), `${note}Not saved yet.\n`);
    await document.save();
  });

  it('loses no letter typed while it is being changed', async () => {
    const document = await open();
    const typing = (async () => {
      for (const letter of 'while it happens') await type(document, new Position(1, 0), letter);
    })();
    for (const task of ['read', 'write']) await files().update(path, tick(task));
    await typing;
    assert.equal(sorted(document.lineAt(1).text), sorted('while it happens'));
    assert.match(document.getText(), /- \[x\] read\n- \[x\] write\n$/);
    await document.save();
  });

  it('goes back by one undo', async () => {
    const document = await open();
    await files().update(path, tick('read'));
    await window.showTextDocument(document);
    await commands.executeCommand('undo');
    assert.equal(document.getText(), note);
    await document.save();
  });

  it('keeps the cursor beside the changed place', async () => {
    const document = await open();
    const editor = window.activeTextEditor!;
    const at = new Position(2, 10);
    const { Selection } = await import('vscode');
    editor.selection = new Selection(at, at);
    await files().update(path, tick('read'));
    assert.deepEqual(editor.selection.active, at);
    assert.equal(document.isDirty, false);
  });

  it('takes what another program wrote before it is changed', async () => {
    const document = await open();
    writeFileSync(file, '# Plan\n\n- [ ] pulled\n- [ ] read\n');
    await files().update(path, tick('read'));
    assert.equal(onDisk(), '# Plan\n\n- [ ] pulled\n- [x] read\n');
    // The editor may have missed the first event while it began to watch the file: then the note was changed on disk, and it follows.
    await until(() => document.getText() === onDisk());
  });

  it('keeps its carriage returns', async () => {
    writeFileSync(file, note.replaceAll('\n', '\r\n'));
    await open();
    await files().update(path, tick('read'));
    assert.equal(onDisk(), '# Plan\r\n\r\n- [x] read\r\n- [ ] write\r\n');
  });

  it('stays as it is where there is nothing to change', async () => {
    const document = await open();
    const { version } = document;
    await files().update(path, tick('sleep'));
    assert.equal(document.version, version);
  });

  it('is changed on disk where it is not open', async () => {
    await files().update(path, tick('read'));
    assert.equal(onDisk(), '# Plan\n\n- [x] read\n- [ ] write\n');
  });
});
