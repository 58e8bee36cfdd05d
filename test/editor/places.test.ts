import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, it } from 'mocha';
import { commands, languages, Uri, window, workspace, WorkspaceEdit, Position, type CodeAction } from 'vscode';
import type { NotePlaces } from '../../src/app/places/notePlaces.ts';
import { fixesAt } from './support/quickFixes.ts';
import { isRestricted, notes, run, shop } from './support/sample.ts';
import { until } from './support/until.ts';

const note = (path: string, text: string) => {
  const file = join(notes, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return Uri.file(file);
};
const problemsOf = (uri: Uri) => languages.getDiagnostics(uri).filter(({ code }) => code === 'private-shared');
const hard = '---\ntype: hard-moment\ndate: 2026-11-22\n---\n# It was loud\n';

/** The fix, once the problem is told of the words that stand there. */
function fixOf(uri: Uri): Promise<CodeAction> {
  return until(async () => {
    const [problem] = problemsOf(uri);
    if (!problem) return undefined;
    return (await fixesAt(uri, problem.range)).find(({ title }) => title === 'Move it to my private folder');
  });
}

describe('Where notes are', () => {
  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('is told for the shared and the private ones, and in Restricted Mode without a question who she is', async () => {
    const running = run<NotePlaces>('showPlaces');
    let isShown = false;
    void running.then(() => (isShown = true));
    await until(async () => {
      await commands.executeCommand('workbench.action.closeQuickOpen');
      return isShown;
    });
    const places = await running;
    assert.equal(places.shared.folder, notes);
    assert.equal(places.private.folder.startsWith(join(homedir(), '.outloud', 'private')), true);
    assert.equal(places.private.isOpen, false);
    assert.equal(places.shared.reach.state, isRestricted ? 'unknown' : 'published');
  });
});

// In Restricted Mode nobody knows who sits in front, and she would be asked.
if (!isRestricted)
  describe('A note at the wrong place', () => {
    afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

    it('a private note among the shared ones is moved with its unsaved words, and never over another', async () => {
      const uri = note('people/ada/learning/2026-11-22-it-was-loud.md', hard);
      const editor = await window.showTextDocument(uri);
      const typing = new WorkspaceEdit();
      typing.insert(uri, new Position(editor.document.lineCount - 1, 0), 'Not saved yet.\n');
      await workspace.applyEdit(typing);
      assert.equal(editor.document.isDirty, true);
      const { command } = await fixOf(uri);
      const to = await commands.executeCommand<Uri>(command!.command, ...(command!.arguments as unknown[]));
      assert.equal(readFileSync(to.fsPath, 'utf8'), `${hard}Not saved yet.\n`);
      assert.equal(existsSync(uri.fsPath), false);
      assert.equal(window.activeTextEditor?.document.uri.toString(), to.toString());
      if (process.platform !== 'win32')
        assert.deepEqual(
          [to.fsPath, dirname(to.fsPath)].map(at => statSync(at).mode & 0o777),
          [0o600, 0o700],
        );
      await until(() => problemsOf(uri).length === 0);

      note('people/ada/learning/2026-11-22-it-was-loud.md', hard.replace('loud', 'louder'));
      const second = await run<Uri>('moveToPrivate', { uri });
      assert.match(second.fsPath, /-2\.md$/);
      assert.equal(readFileSync(to.fsPath, 'utf8'), `${hard}Not saved yet.\n`);
      for (const { fsPath } of [to, second]) rmSync(fsPath);
    });

    it('says of a note that was committed that history keeps it, and rewrites none', async () => {
      const git = (...args: string[]) => execFileSync('git', args, { cwd: shop, encoding: 'utf8' }).trim();
      const path = 'people/ada/learning/2026-11-22-committed.md';
      const uri = note(path, hard);
      const before = git('rev-parse', 'HEAD');
      git('add', '--', `notes/${path}`);
      git(
        '-c',
        'user.name=Ada',
        '-c',
        'user.email=ada@shop.example',
        'commit',
        '-qm',
        'By hand',
        '--',
        `notes/${path}`,
      );
      const head = git('rev-parse', 'HEAD');
      const to = await run<Uri>('moveToPrivate', { uri });
      assert.equal(git('rev-parse', 'HEAD'), head);
      assert.equal(git('status', '--porcelain', '--', `notes/${path}`), `D notes/${path}`);
      rmSync(to.fsPath);
      git('reset', '-q', '--hard', before);
    });

    it('leaves a colleague’s note alone', async () => {
      const uri = note('people/sam/learning/2026-11-22-his.md', hard);
      assert.equal(await run('moveToPrivate', { uri }), undefined);
      assert.equal(readFileSync(uri.fsPath, 'utf8'), hard);
      await new Promise(resolve => setTimeout(resolve, 1000));
      assert.deepEqual(problemsOf(uri), []);
      rmSync(uri.fsPath);
      assert.ok(!readdirSync(join(notes, 'people/sam/learning')).some(name => name.includes('his')));
    });
  });
