import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, afterEach, describe, it } from 'mocha';
import { commands, languages, Range, Uri, window, workspace, WorkspaceEdit, type Diagnostic } from 'vscode';
import { takeFix } from './support/quickFixes.ts';
import { isRestricted, notes, run, team } from './support/sample.ts';
import { until } from './support/until.ts';

const written: string[] = [];

function write(path: string, text: string | Uint8Array, folder = notes): Uri {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  written.push(file);
  return Uri.file(file);
}
const ours = (uri: Uri) => languages.getDiagnostics(uri).filter(({ source }) => source === 'Out Loud');
const toText = ({ range, message }: Diagnostic) =>
  `${String(range.start.line + 1)}:${String(range.start.character + 1)} ${message}`;

if (!isRestricted)
  describe('Problems of notes', () => {
    afterEach(async () => {
      await commands.executeCommand('workbench.action.closeAllEditors');
      for (const file of written.splice(0)) rmSync(file, { force: true });
    });
    after(() => {
      rmSync(join(team, 'elsewhere'), { recursive: true, force: true });
    });

    it('of a note on disk are shown at their line, and go with them', async () => {
      await run('openWeeklyNote'); // anything that opens the notebook
      const uri = write('people/ada/learning/2026-11-20-broken.md', '---\ntype: learning\ntags: [a\n---\n# Broken\n');
      const [problem] = await until(() => (ours(uri).length > 0 ? ours(uri) : undefined));
      assert.match(toText(problem!), /^[34]:\d+ The front matter is not YAML/);
      write('people/ada/learning/2026-11-20-broken.md', '---\ntype: learning\ntags: [a]\n---\n# Whole\n');
      await until(() => ours(uri).length === 0);
    });

    it('of an open note follow the typing', async () => {
      const uri = write('people/ada/learning/2026-11-20-typing.md', '---\ntype: learning\n---\n# Fine\n');
      const { document } = await window.showTextDocument(uri);
      const edit = new WorkspaceEdit();
      edit.replace(uri, new Range(1, 6, 1, 14), 'lerning');
      await workspace.applyEdit(edit);
      const [problem] = await until(() => (ours(uri).length > 0 ? ours(uri) : undefined));
      assert.match(toText(problem!), /^2:\d+ This is no type of note\. Expected: one of learning, /);
      assert.equal(await takeFix(uri, problem!.range, /^Change to/), 'Change to “learning”');
      assert.equal(document.lineAt(1).text, 'type: learning');
      await until(() => ours(uri).length === 0);
      await document.save();
    });

    it('of front matter that would be code: a fix makes it plain, and nothing ran', async () => {
      const uri = write(
        'people/ada/learning/2026-11-20-code.md',
        '---js\nglobalThis.ranByOutLoud = true\n---\n# Code\n',
      );
      const { document } = await window.showTextDocument(uri);
      const [problem] = await until(() => (ours(uri).length > 0 ? ours(uri) : undefined));
      assert.match(toText(problem!), /^1:\d+ Only a plain “---” may open the front matter\. Nothing in it is run\./);
      assert.equal((globalThis as { ranByOutLoud?: boolean }).ranByOutLoud, undefined);
      await takeFix(uri, problem!.range, /^Use a plain “---”$/);
      assert.equal(document.lineAt(0).text, '---');
      await document.save();
    });

    it('of a file that is no text are shown too, and every other note goes on working', async () => {
      await run('openWeeklyNote');
      const uri = write(
        'people/ada/learning/2026-11-20-latin.md',
        new Uint8Array([0x2d, 0x2d, 0x2d, 0x0a, 0xe4, 0xf6, 0xfc]),
      );
      const [problem] = await until(() => (ours(uri).length > 0 ? ours(uri) : undefined));
      assert.match(toText(problem!), /^1:1 This note is not UTF-8 text\./);
      const made = await run<Uri>('logLearning', { text: 'The others go on' });
      written.push(made.fsPath);
    });

    it('of the team’s weekly layout are shown at their line, on disk and while it is typed', async () => {
      await run('openWeeklyNote');
      const uri = write('templates/weekly.md', '# {{ title }}\n\n{{ wokred_on }}\n');
      const [onDisk] = await until(() => (ours(uri).length > 0 ? ours(uri) : undefined));
      assert.match(
        toText(onDisk!),
        /^3:4 This template does not work; the built-in one is used\. undefined variable: wokred_on Expected: one of title, week, /,
      );
      const { document } = await window.showTextDocument(uri);
      const edit = new WorkspaceEdit();
      edit.replace(uri, new Range(2, 0, 2, 15), '{% if title %}');
      await workspace.applyEdit(edit);
      const [typed] = await until(() => {
        const found = ours(uri).filter(({ message }) => message.includes('not closed'));
        return found.length > 0 ? found : undefined;
      });
      assert.match(toText(typed!), /^3:1 .*tag \{% if title %\} not closed Expected: a Liquid template/);
      const mend = new WorkspaceEdit();
      mend.replace(uri, new Range(2, 0, 2, 14), '{{ worked_on }}');
      await workspace.applyEdit(mend);
      await until(() => ours(uri).length === 0);
      await document.save();
    });

    it('of a weekly note’s marks are shown at their line', async () => {
      const uri = write(
        'people/ada/weekly/2026-W05-ada.md',
        '---\ntype: weekly\nweek: 2026-W05\nperson: ada\n---\n# Week 5 · Ada\n\n<!-- outloud:begin learned -->\n- One thing\n',
      );
      await window.showTextDocument(uri);
      const [problem] = await until(() => (ours(uri).length > 0 ? ours(uri) : undefined));
      assert.match(
        toText(problem!),
        /^8:1 The marks of the written part don’t match, so it is left as it is\. Expected: /,
      );
    });

    it('of words that were never saved go with their editor', async () => {
      const uri = write('people/ada/learning/2026-11-20-unsaved.md', '---\ntype: learning\n---\n# Fine\n');
      await window.showTextDocument(uri);
      const edit = new WorkspaceEdit();
      edit.replace(uri, new Range(1, 6, 1, 14), 'lerning');
      await workspace.applyEdit(edit);
      await until(() => ours(uri).length > 0);
      await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      await until(() => ours(uri).length === 0);
    });

    it('are not looked for in other markdown', async () => {
      const uri = write('README.md', '---\ntype: nonsense\n---\n# Not a note\n', join(team, 'elsewhere'));
      await window.showTextDocument(uri);
      await new Promise(resolve => setTimeout(resolve, 1000));
      assert.deepEqual(ours(uri), []);
    });
  });
