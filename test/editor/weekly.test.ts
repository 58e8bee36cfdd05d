import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, afterEach, describe, it } from 'mocha';
import { commands, env, languages, Position, Uri, window, type CodeLens } from 'vscode';
import { weekOf } from '../../src/core/time/week.ts';
import { isRestricted, notes, run, runAccepting } from './support/sample.ts';
import { until } from './support/until.ts';

const week = weekOf(new Date().toLocaleDateString('sv'));
const file = join(notes, `people/ada/weekly/${week}-ada.md`);

if (!isRestricted)
  describe('The weekly note', () => {
    const before = new Map<string, string>();
    async function write(): Promise<string> {
      const uri = await run<Uri>('writeWeeklyNote', { week });
      assert.equal(uri.fsPath, file);
      return readFileSync(file, 'utf8');
    }
    const others = () =>
      readdirSync(dirname(file))
        .map(name => join(dirname(file), name))
        .filter(path => path !== file);

    after(async () => {
      await commands.executeCommand('workbench.action.closeAllEditors');
      for (const [path, text] of before) writeFileSync(path, text);
      rmSync(file, { force: true });
    });
    afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

    it('is written from commits, log and plans, and opened', async () => {
      for (const path of others()) before.set(path, readFileSync(path, 'utf8'));
      const text = await write();
      assert.match(
        text,
        new RegExp(
          `^---\ntype: weekly\nweek: ${week}\nperson: ada\n---\n# Week ${String(Number(week.slice(6)))} · Ada\n`,
        ),
      );
      assert.match(text, /^## Worked on$/m);
      assert.match(text, /Checkout reads stay under 200 ms/);
      assert.match(text, /^## Learned$/m);
      assert.match(text, /\[PgBouncer pins a session for SET\]\(\.\.\/learning\//);
      assert.equal(window.activeTextEditor?.document.uri.fsPath, file);
    });

    it('keeps unsaved words while it is written again in an open editor', async () => {
      await write();
      const editor = window.activeTextEditor!;
      const title = editor.document
        .getText()
        .split('\n')
        .findIndex(line => line.startsWith('# Week'));
      await editor.edit(edit => {
        edit.insert(editor.document.lineAt(title + 1).range.start, 'Not saved yet, and mine.\n');
      });
      await run('writeWeeklyNote', { week });
      assert.match(editor.document.getText(), /^Not saved yet, and mine\.$/m);
      assert.ok(editor.document.isDirty);
      assert.doesNotMatch(readFileSync(file, 'utf8'), /Not saved yet/);
      await editor.document.save();
    });

    it('changes nothing where nothing is new', async () => {
      const text = await write();
      assert.equal(await write(), text);
    });

    it('offers above it what can be done with it', async () => {
      await write();
      const uri = window.activeTextEditor!.document.uri;
      const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', uri);
      assert.deepEqual(
        lenses.map(({ command }) => command?.title),
        ['Refresh', 'Copy for Slack', 'Copy as Text', 'Previous'],
      );
      const [, slack] = lenses;
      await commands.executeCommand(slack!.command!.command, ...(slack!.command!.arguments as object[]));
      const copied = await until(async () => env.clipboard.readText());
      assert.match(copied, /^\*Worked on\*$/m);
      assert.doesNotMatch(copied, /outloud:begin|^---$/m);
    });

    it('is copied as plain words', async () => {
      await write();
      const text = await run<string>('copyAsText');
      assert.match(text, /^Worked on$/m);
      assert.doesNotMatch(text, /\*\*|\]\(/);
    });

    it('is not copied for others where it is private, saved or not', async () => {
      await write();
      const editor = window.activeTextEditor!;
      await editor.edit(edit => {
        edit.insert(new Position(1, 0), 'private: true\n');
      });
      await env.clipboard.writeText('what was there');
      await Promise.all(['copyAsText', 'copyForSlack'].map(id => run(id)));
      assert.equal(await env.clipboard.readText(), 'what was there');
      await commands.executeCommand('undo');
      await editor.document.save();
    });

    it('leads to the week before it', async () => {
      const [last] = others().sort().slice(-1);
      assert.ok(last);
      const uri = await run<Uri>('openWeeklyNote', { week: /(\d{4}-W\d\d)-ada\.md$/.exec(last)?.[1], person: 'ada' });
      assert.equal(uri.fsPath, last);
      assert.equal(window.activeTextEditor?.document.uri.fsPath, last);
    });

    it('is new in the team’s own layout once she agreed to it', async () => {
      const layout = join(notes, 'templates/weekly.md');
      const made = join(notes, 'people/ada/weekly/2026-W03-ada.md');
      mkdirSync(dirname(layout), { recursive: true });
      const problems = () => languages.getDiagnostics(Uri.file(layout)).length;
      writeFileSync(layout, '{{ wrong }}\n');
      try {
        await until(() => problems() > 0); // the notebook has heard of it
        writeFileSync(layout, '# {{ title }}\n\nHow was it, {{ person }}?\n\n{{ parts }}\n');
        await until(() => problems() === 0);
        await runAccepting('writeWeeklyNote', { week: '2026-W03' });
        assert.match(readFileSync(made, 'utf8'), /\n# Week 3 · Ada\n\nHow was it, Ada\?\n/);
      } finally {
        rmSync(dirname(layout), { recursive: true, force: true });
        rmSync(made, { force: true });
      }
    });

    it('refuses a week that is none', async () => {
      assert.equal(await run('writeWeeklyNote', { week: '2025-W53' }), undefined);
    });
  });

if (!isRestricted)
  describe('The summary of my work', () => {
    afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

    it('is shown in a new editor with sizes, and in no file', async () => {
      const since = new Date(Date.now() - 21 * 86_400_000).toLocaleDateString('sv');
      const markdown = await run<string>('summarizeWork', { since });
      assert.match(markdown, /^# What I worked on, /);
      assert.match(markdown, /Checkout reads stay under 200 ms.*\d+ commits?, \+\d+ −\d+/);
      const { document } = window.activeTextEditor!;
      assert.equal(document.getText(), markdown);
      assert.equal(document.languageId, 'markdown');
      assert.ok(document.isUntitled);
      await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    });

    it('shows a colleague’s work without any size', async () => {
      const since = new Date(Date.now() - 21 * 86_400_000).toLocaleDateString('sv');
      const markdown = await run<string>('summarizeWork', { since, person: 'sam' });
      assert.match(markdown, /^# What Sam worked on, /);
      assert.doesNotMatch(markdown, /\d commits?,|\+\d+ −\d+/);
      await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    });
  });
