import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { commands, ConfigurationTarget, extensions, Uri, window, workspace } from 'vscode';
import { isRestricted, notes, run, shop } from './support/sample.ts';

if (isRestricted)
  describe('In Restricted Mode', () => {
    const made: string[] = [];
    before(() => workspace.getConfiguration('outloud').update('me', 'ada', ConfigurationTarget.Global));
    after(async () => {
      await commands.executeCommand('workbench.action.closeAllEditors');
      await workspace.getConfiguration('outloud').update('me', undefined, ConfigurationTarget.Global);
      for (const file of made) rmSync(file, { force: true });
    });

    it('the extension works, and the git extension does not', () => {
      assert.equal(extensions.getExtension('vscode.git'), undefined);
      assert.ok(extensions.getExtension('out-loud.out-loud'));
    });

    it('a learning is logged, without a commit and a link that only git knows', async () => {
      const uri = await run<Uri>('logLearning', {
        text: 'Trust is given',
        uri: Uri.file(join(shop, 'services/checkout/db.ts')),
      });
      made.push(uri.fsPath);
      const text = readFileSync(uri.fsPath, 'utf8');
      assert.ok(uri.fsPath.startsWith(join(notes, 'people', 'ada', 'learning')));
      assert.match(text, /^path: .*services\/checkout\/db\.ts$/m);
      assert.doesNotMatch(text, /commit|https?:/);
    });

    it('a weekly note tells what the notes say, and no team layout is used', async () => {
      const layout = join(notes, 'templates/weekly.md');
      mkdirSync(dirname(layout), { recursive: true });
      writeFileSync(layout, '# The layout of the team\n');
      made.push(layout);
      const uri = await run<Uri>('writeWeeklyNote', { week: '2026-W03' });
      made.push(uri.fsPath);
      assert.match(readFileSync(uri.fsPath, 'utf8'), /^# Week 3 · Ada$/m);
      assert.equal(window.activeTextEditor?.document.uri.fsPath, uri.fsPath);
    });

    it('no history is read and no sample is made', async () => {
      assert.equal(await run('summarizeWork', { since: '2026-01-01' }), undefined);
      assert.equal(await run('openSample'), undefined);
    });

    it('no note is shared, as git is not started', async () => {
      const head = readFileSync(join(shop, '.git/logs/HEAD'), 'utf8');
      assert.equal(await run('shareNotes', { message: 'Share', push: false }), undefined);
      assert.equal(readFileSync(join(shop, '.git/logs/HEAD'), 'utf8'), head);
    });

    it('a goal is set', async () => {
      const uri = await run<Uri>('createGoal', { title: 'Read before trusting' });
      made.push(uri.fsPath);
      assert.match(readFileSync(uri.fsPath, 'utf8'), /^# Read before trusting$/m);
    });
  });
