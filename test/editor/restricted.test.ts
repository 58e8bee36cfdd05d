import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { commands, ConfigurationTarget, env, extensions, Range, Uri, window, workspace } from 'vscode';
import { isRestricted, notes, run, shop } from './support/sample.ts';
import { until } from './support/until.ts';

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

    const request = async (answers: object) => {
      const uri = await run<Uri>('requestFeedback', { to: 'sam', due: '2099-01-05', ...answers });
      made.push(uri.fsPath);
      return readFileSync(uri.fsPath, 'utf8');
    };

    it('feedback is asked about a talk, a file and a range, without a commit and a link that only git knows', async () => {
      assert.match(await request({ about: 'my talk on trust' }), /^about: my talk on trust$/m);
      const uri = Uri.file(join(shop, 'services/checkout/retry.ts'));
      const ofFile = await request({ uri, range: new Range(0, 0, 1, 3) });
      assert.match(ofFile, /^about: .*services\/checkout\/retry\.ts#L1-L2$/m);
      assert.doesNotMatch(ofFile, /https?:|[0-9a-f]{10}/);
      assert.match(await request({ about: 'main..ada/outbox' }), /^about: main\.\.ada\/outbox$/m);
    });

    it('no feedback is asked about a branch that only git knows', async () => {
      assert.equal(await run('requestFeedback', { about: 'HEAD', to: 'sam', due: '2099-01-05' }), undefined);
    });

    it('a request is passed on in words, and no page is made up for it', async () => {
      const kept = await env.clipboard.readText();
      await request({ about: 'my talk in a chat' });
      assert.match(await run<string>('copyRequestForChat'), /my talk in a chat/);
      assert.match(await run<string>('copyRequestAsComment'), /my talk in a chat/);
      await env.clipboard.writeText(kept);
      assert.equal(await run('openPullRequest'), undefined);
    });

    it('a one-to-one is prepared from the notes alone', async () => {
      const uri = await run<Uri>('prepareOneOnOne', { with: 'sam', date: '2099-01-06', kind: 'regular' });
      made.push(uri.fsPath);
      assert.match(readFileSync(uri.fsPath, 'utf8'), /^type: one-on-one$/m);
      assert.equal(window.activeTextEditor?.document.uri.fsPath, uri.fsPath);
    });

    it('the week of the team is what lies in the folder', async () => {
      const note = join(notes, 'people/sam/weekly/2026-W04-sam.md');
      writeFileSync(note, '---\ntype: weekly\nweek: 2026-W04\n---\n# Week 4 · Sam\n\n## Learned\n\n- trust is slow\n');
      made.push(note);
      const page = async () => run<string>('openTeamWeek', { week: '2026-W04' });
      await until(async () => /^- trust is slow · Sam$/m.test(await page())); // once the watcher heard of it
    });

    it('notes are not moved, as git is not started', async () => {
      assert.equal(await run('moveNotes', { to: 'branch' }), undefined);
    });
  });
