import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, it } from 'mocha';
import { commands, Range, Uri, window, workspace, WorkspaceEdit, type TabInputTextDiff } from 'vscode';
import { offerToMeet } from '../../src/editor/share/offerToMeet.ts';
import { isRestricted, notes, run, shop } from './support/sample.ts';
import { until } from './support/until.ts';

interface Shared {
  readonly commit: string | undefined;
  readonly pushed: boolean;
}

const git = (...args: string[]) => execFileSync('git', args, { cwd: shop, encoding: 'utf8' }).trimEnd();
const note = (path: string, text: string) => {
  const file = join(notes, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
};
const learning = (title: string, head = '') => `---\ntype: learning\ndate: 2026-11-22\n${head}---\n# ${title}\n`;

/** The merge editor that is open, and what it writes to: its tab has no type yet. */
const mergeTab = () => {
  const tab = window.tabGroups.activeTabGroup.activeTab;
  const { result } = (tab?.input ?? {}) as { readonly result?: Uri };
  return tab && result && { tab, result };
};

describe('Sharing notes', () => {
  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  if (!isRestricted) {
    it('commits the notes a caller names, and nothing else', async () => {
      const file = note('people/ada/learning/2026-11-22-named.md', learning('Named'));
      writeFileSync(join(shop, 'staged.ts'), 'export {};\n');
      git('add', 'staged.ts');
      const shared = await run<Shared>('shareNotes', { message: 'Share one', push: false, notes: [Uri.file(file)] });
      assert.deepEqual(shared, { commit: git('rev-parse', 'HEAD'), pushed: false });
      assert.equal(
        git('show', '--format=%s', '--name-only', 'HEAD'),
        'Share one\n\nnotes/people/ada/learning/2026-11-22-named.md',
      );
      assert.equal(git('diff', '--cached', '--name-status'), 'A\tstaged.ts');
      git('rm', '-qf', '--cached', 'staged.ts');
      rmSync(join(shop, 'staged.ts'));
    });

    it('asks with all notes ticked and the message written, and Enter does the rest', async () => {
      note('people/ada/learning/2026-11-22-picked.md', learning('Picked'));
      const before = git('rev-parse', 'HEAD');
      let hasEnded = false;
      const running = run<Shared>('shareNotes', { push: false }).finally(() => (hasEnded = true));
      await until(async () => {
        if (!hasEnded) await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return hasEnded;
      });
      const shared = await running;
      assert.notEqual(shared.commit, before);
      assert.match(git('log', '-1', '--format=%s'), /^Share notes: learnings?/);
      assert.match(git('show', '--format=', '--name-only', 'HEAD'), /2026-11-22-picked\.md/);
      assert.equal(git('status', '--porcelain', '--untracked-files=all', '--', 'notes'), '');
    });

    it('asks only for the push where all is committed', async () => {
      let hasEnded = false;
      const running = run<Shared>('shareNotes').finally(() => (hasEnded = true));
      await until(async () => {
        if (!hasEnded) await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return hasEnded;
      });
      assert.deepEqual(await running, { commit: undefined, pushed: true });
      assert.equal(git('rev-parse', 'HEAD'), git('rev-parse', 'origin/main'));
    });

    it('pushes with the editor’s own git, past what a colleague pushed', async () => {
      const sam = join(shop, '../sam');
      const asSam = (...args: string[]) => execFileSync('git', args, { cwd: sam, encoding: 'utf8' });
      execFileSync('git', ['clone', '-q', join(shop, '../origin.git'), sam]);
      writeFileSync(join(sam, 'from-sam.md'), 'Hello\n');
      asSam('add', '.');
      asSam('-c', 'user.name=Sam', '-c', 'user.email=sam@shop.example', 'commit', '-qm', 'Say hello');
      asSam('push', '-q');
      note('people/ada/learning/2026-11-22-pushed.md', learning('Pushed'));
      const shared = await run<Shared>('shareNotes', { message: 'Share and push', push: true });
      assert.equal(shared.pushed, true);
      asSam('pull', '-q');
      assert.match(asSam('log', '--format=%s'), /^Share and push\n[^]*Say hello/);
      assert.equal(git('rev-parse', 'HEAD'), git('rev-parse', 'origin/main'));
      assert.equal(readFileSync(join(shop, 'from-sam.md'), 'utf8'), 'Hello\n');
    });

    it('has her choose between two versions in the merge editor, and goes on with what she made of them', async () => {
      const path = 'people/ada/learning/2026-11-22-pushed.md';
      const sam = join(shop, '../sam');
      const asSam = (...args: string[]) => execFileSync('git', args, { cwd: sam, encoding: 'utf8' });
      asSam('pull', '-q');
      writeFileSync(join(sam, 'notes', path), learning('Pushed from her laptop'));
      asSam('-c', 'user.name=Ada', '-c', 'user.email=ada@shop.example', 'commit', '-qam', 'Share notes: a learning');
      asSam('push', '-q');
      note(path, learning('Pushed from her desk'));
      writeFileSync(join(shop, 'half-done.ts'), 'export {};\n');
      git('add', 'half-done.ts');
      const both = `${learning('Pushed from her laptop')}\nAnd from her desk.\n`;
      const sharing = run<Shared>('shareNotes', { message: 'Share a clash', push: true });
      const { tab, result } = await until(mergeTab);
      assert.match(readFileSync(result.fsPath, 'utf8'), /<<<<<<< here\n# Pushed from her desk\n=======/);
      assert.equal(git('status', '--porcelain', '--', 'notes', 'half-done.ts'), 'A  half-done.ts');
      const document = await workspace.openTextDocument(result);
      await until(() => document.getText() === learning('Pushed')); // the merge editor begins with the old lines
      const edit = new WorkspaceEdit();
      edit.replace(result, new Range(0, 0, document.lineCount, 0), both);
      await workspace.applyEdit(edit);
      await document.save();
      await window.tabGroups.close(tab);
      assert.equal((await sharing).pushed, true);
      asSam('pull', '-q');
      assert.equal(readFileSync(join(sam, 'notes', path), 'utf8'), both);
      assert.equal(readFileSync(join(notes, path), 'utf8'), both);
      assert.equal(git('status', '--porcelain', '--', 'notes', 'half-done.ts'), 'A  half-done.ts');
      git('rm', '-qf', 'half-done.ts');
    });

    it('looks ahead quietly, also where that fails', async () => {
      const errors: string[] = [];
      const log = { error: (line: string) => void errors.push(line) };
      const sharing = { publication: () => Promise.reject(new Error('the words of a note')) };
      await offerToMeet({ log } as never, { sharing, me: { handle: 'ada' } } as never, false);
      assert.deepEqual(
        errors.map(line => line.split('\n')[0]),
        ['offerToMeet: Error'],
      );
    });

    it('shows beside a note what was committed of it', async () => {
      const file = note('people/ada/learning/2026-11-22-named.md', learning('Named otherwise'));
      const before = Uri.file(file).with({ scheme: 'outloud-committed', query: 'committed' });
      await commands.executeCommand('vscode.diff', before, Uri.file(file), 'What is new');
      const shown = await until(() =>
        window.visibleTextEditors.find(({ document }) => document.uri.scheme === before.scheme),
      );
      assert.equal(shown.document.getText(), learning('Named'));
      const { input } = window.tabGroups.activeTabGroup.activeTab!;
      assert.equal((input as TabInputTextDiff).original.toString(), before.toString());
    });

    it('refuses a private note, and waits in the middle of a merge', async () => {
      note('people/ada/learning/2026-11-22-mine.md', learning('Mine', 'private: true\n'));
      const answers = { message: 'x', push: false, notes: ['people/ada/learning/2026-11-22-mine.md'] };
      assert.equal(await run('shareNotes', answers), undefined);

      const merging = join(shop, '.git/MERGE_HEAD');
      writeFileSync(merging, `${git('rev-parse', 'HEAD')}\n`);
      const head = git('rev-parse', 'HEAD');
      assert.equal(await run('shareNotes', { message: 'x', push: false }), undefined);
      rmSync(merging);
      assert.equal(git('rev-parse', 'HEAD'), head);
      rmSync(join(notes, 'people/ada/learning/2026-11-22-mine.md'));
    });

    it('offers to merge the target in where a pull request would have a conflict in a note, and does it', async () => {
      const week = 'people/ada/weekly/2020-W01-ada.md';
      const weekly = (line: string) =>
        `---\ntype: weekly\nweek: 2020-W01\nperson: ada\n---\n# Week 1 · Ada\n\n## Next week\n\n- [ ] Begin\n${line}`;
      const main = git('symbolic-ref', '--short', 'HEAD');
      const other = `${shop}-on-main`;
      const inOther = (...args: string[]) => execFileSync('git', args, { cwd: other, encoding: 'utf8' });
      note(week, weekly(''));
      await run<Shared>('shareNotes', { message: 'A week', push: true, notes: [Uri.file(join(notes, week))] });
      try {
        git('clone', '-q', git('remote', 'get-url', 'origin'), other);
        git('switch', '-q', '-c', 'ahead');
        note(week, weekly('- [ ] On the branch\n'));
        await run<Shared>('shareNotes', { message: 'Ahead', push: true, notes: [Uri.file(join(notes, week))] });
        await commands.executeCommand('notifications.clearAll');
        writeFileSync(join(other, 'notes', week), weekly('- [ ] On main\n'));
        inOther('-c', 'user.name=Ada', '-c', 'user.email=ada@shop.example', 'commit', '-qam', 'The week on main');
        inOther('push', '-q', 'origin', 'HEAD');
        const bees = note('people/ada/learning/2020-01-01-ahead.md', learning('Ahead'));
        const shared = await run<Shared>('shareNotes', { message: 'More', push: true, notes: [Uri.file(bees)] });
        assert.ok(shared.pushed);
        await until(async () => {
          await commands.executeCommand('notification.acceptPrimaryAction'); // the offer, once it is there
          git('fetch', '-q', 'origin');
          return git('show', `origin/ahead:notes/${week}`).includes('On main');
        });
        const text = git('show', `origin/ahead:notes/${week}`);
        assert.match(text, /^- \[ \] On the branch$/m);
        assert.doesNotMatch(text, /<<<<<<<|>>>>>>>/);
        git('merge-base', '--is-ancestor', `origin/${main}`, 'origin/ahead');
        await until(() => readFileSync(join(notes, week), 'utf8').includes('On main'));
      } finally {
        await commands.executeCommand('notifications.clearAll');
        rmSync(other, { recursive: true, force: true });
        git('switch', '-q', main);
      }
    });
  }
});
