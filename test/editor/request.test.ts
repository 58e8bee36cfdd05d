import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, describe, it } from 'mocha';
import { commands, env, Range, Uri, window, type CodeLens } from 'vscode';
import { isRestricted, notes, run, runAccepting, shop } from './support/sample.ts';
import { until } from './support/until.ts';

const today = new Date().toLocaleDateString('sv');

if (!isRestricted)
  describe('A request for feedback', () => {
    const made = new Set<string>();
    const kept = (uri: Uri) => (made.add(uri.fsPath), readFileSync(uri.fsPath, 'utf8'));

    afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));
    after(() => {
      for (const file of made) rmSync(file, { force: true });
    });

    it('is written without a question where all is given, and opened', async () => {
      const uri = await run<Uri>('requestFeedback', {
        about: 'my talk on pools',
        to: 'sam',
        kind: 'observer',
        due: '2099-01-05',
      });
      assert.equal(uri.fsPath, join(notes, `people/ada/feedback/${today}-my-talk-on-pools.md`));
      const text = kept(uri);
      assert.match(text, /^about: my talk on pools\nto:\n {2}- sam\ndate: .*\ndue: 2099-01-05\nkind: observer$/m);
      assert.match(text, /^## What did you see and hear, in the order it happened\?$/m);
      assert.equal(window.activeTextEditor?.document.uri.fsPath, uri.fsPath);
    });

    it('says in a sentence what is no day', async () => {
      assert.equal(await run('requestFeedback', { about: 'x', to: 'sam', due: 'soon' }), undefined);
    });

    it('tells what a branch brings, with links', async () => {
      const uri = await run<Uri>('requestFeedback', {
        about: 'shop ada/outbox',
        to: ['sam'],
        questions: ['One table?'],
      });
      const text = kept(uri);
      assert.match(text, /^# Outbox: design$/m);
      assert.match(text, /^about: shop main\.\.ada\/outbox$/m);
      assert.match(text, /^What I am unsure about: One table\?$/m);
      assert.match(
        text,
        /^- .* \(\[[0-9a-f]{7}\]\(https:\/\/github\.forge\.example\/market\/shop\/commit\/[0-9a-f]{40}\)\)$/m,
      );
      assert.match(text, /^## One table\?$/m);
    });

    it('tells the lines of a file', async () => {
      const file = Uri.file(join(shop, 'services/checkout/retry.ts'));
      const uri = await run<Uri>('requestFeedback', {
        uri: file,
        range: new Range(0, 0, 1, 3),
        to: 'lin',
        kind: 'naming',
      });
      const text = kept(uri);
      assert.match(text, /^# retry\.ts, lines 1 to 2: naming$/m);
      assert.match(text, /^It is about \[services\/checkout\/retry\.ts:1-2\]\(https:.*#L1-L2\)\.$/m);
    });

    it('proposes whom to ask, and three times Enter is an answer', async () => {
      const uri = await runAccepting<Uri>('requestFeedback', { about: 'ada/outbox' });
      assert.match(kept(uri), /^to:\n {2}- (?:sam|lin)\n/m);
      assert.match(kept(uri), /^Asked because (?:Sam|Lin) /m);
      assert.doesNotMatch(kept(uri), /^Asked because.*\byour?\b/m); // who reads it is not who wrote it
    });

    it('is not copied while it is private in front of her, saved or not', async () => {
      const uri = await run<Uri>('requestFeedback', { about: 'a quiet plan', to: ['sam'] });
      kept(uri);
      const editor = window.activeTextEditor!;
      assert.match((await run<string | undefined>('copyRequestForChat', { uri })) ?? '', /quiet plan/);
      await editor.edit(edit => {
        edit.insert(editor.document.positionAt('---\n'.length), 'private: true\n');
      });
      assert.equal(await run('copyRequestForChat', { uri }), undefined);
      await editor.document.save();
    });

    it('is copied for the chat and as a comment, from above the note', async () => {
      const uri = await run<Uri>('requestFeedback', { about: 'a plan', to: ['sam', 'lin'] });
      kept(uri);
      let lenses: readonly CodeLens[] = [];
      await until(async () => {
        const found = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', uri, 20);
        lenses = found.filter(({ command }) => /Chat|Comment|Pull/.test(command?.title ?? ''));
        return lenses.length === 2; // a plan has no pull request to open
      });
      const [chat, comment] = lenses.map(({ command }) => command);
      await commands.executeCommand(chat!.command, ...((chat!.arguments ?? []) as unknown[]));
      assert.match(
        await env.clipboard.readText(),
        /^Sam and Lin, may I ask you for feedback on “a plan” by \w+day, \d+ \w+/,
      );
      await commands.executeCommand(comment!.command, ...((comment!.arguments ?? []) as unknown[]));
      assert.match(
        await env.clipboard.readText(),
        /^\*\*Ada would like feedback from Sam and Lin, by .*: a plan\*\*\n\n- /,
      );
    });
  });
