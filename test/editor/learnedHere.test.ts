import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, afterEach, before, describe, it } from 'mocha';
import {
  commands,
  ConfigurationTarget,
  Position,
  Range,
  Uri,
  window,
  workspace,
  type CodeLens,
  type TextDocument,
} from 'vscode';
import { addDays } from '../../src/core/time/day.ts';
import { weekOf } from '../../src/core/time/week.ts';
import { isRestricted, notes, run, shop, team } from './support/sample.ts';
import { until } from './support/until.ts';

const code = join(shop, 'services/checkout/db.ts');
const gitIn = (repo: string, ...args: string[]) =>
  execFileSync('git', args, { cwd: join(team, repo), encoding: 'utf8' }).trim();
const today = new Date().toLocaleDateString('sv');
const week = weekOf(today);
const shown = week.slice(5);

async function lensesOf(document: TextDocument): Promise<readonly CodeLens[]> {
  return commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
}

/** What is said above code, as `line: words`, and nothing of others. */
async function said(document: TextDocument): Promise<readonly string[]> {
  const ours = (await lensesOf(document)).filter(({ command }) => / here, | this file, /.test(command?.title ?? ''));
  return ours.map(({ range, command }) => `${range.start.line + 1}: ${command?.title ?? ''}`);
}

/** Waits until exactly this is said: a note that came or went is heard of a moment later. */
async function says(document: TextDocument, ...expected: readonly string[]): Promise<void> {
  const isSaid = async () => JSON.stringify(await said(document)) === JSON.stringify(expected);
  await until(isSaid).catch(async () => {
    assert.deepEqual(await said(document), expected);
  });
}

const made: string[] = [];
async function log(who: string, name: string, changes: Readonly<Record<string, string>> = {}): Promise<string> {
  const commit = isRestricted ? '4f1c2a9' : gitIn('shop', 'rev-parse', '--short', 'HEAD');
  const keys = { type: 'learning', date: today, repo: 'shop', commit: `"${commit}"`, path: 'services/checkout/db.ts' };
  const head = Object.entries({ ...keys, lines: '1-2', ...changes }).map(([key, value]) => `${key}: ${value}`);
  const file = join(notes, `people/${who}/learning/2026-01-02-here-${name}.md`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, ['---', ...head, '---', `# ${name}`, '', 'services/checkout/db.ts:1-2', ''].join('\n'));
  made.push(file);
  await workspace.openTextDocument(file);
  return file;
}
async function forget(): Promise<void> {
  await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await commands.executeCommand('workbench.action.closeAllEditors');
  for (const file of made.splice(0)) rmSync(file, { force: true });
}

describe('What was learned at code', () => {
  let document: TextDocument;
  before(() =>
    isRestricted ? workspace.getConfiguration('outloud').update('me', 'ada', ConfigurationTarget.Global) : undefined,
  );
  after(async () => {
    await workspace.getConfiguration('outloud').update('me', undefined, ConfigurationTarget.Global);
    await workspace.getConfiguration('outloud').update('learnedHere', undefined, ConfigurationTarget.Global);
  });
  afterEach(forget);

  async function open(): Promise<TextDocument> {
    document = await workspace.openTextDocument(code);
    await window.showTextDocument(document);
    return document;
  }

  if (isRestricted) {
    it('claims no lines in Restricted Mode, where nobody can follow them', async () => {
      await log('sam', 'blind');
      await open();
      await says(document, `1: Sam logged something about this file, ${shown}`);
    });
    return;
  }

  it('is said in one quiet line, with the name of a teammate and the week', async () => {
    await open();
    await says(document);
    await log('sam', 'first');
    await says(document, `1: Sam learned something here, ${shown}`);
  });

  it('is one line for several people, and mine says You', async () => {
    await log('sam', 'first', { date: addDays(today, -7) });
    await log('ada', 'second');
    await log('lin', 'third', { type: 'help', lines: '4-6' });
    await open();
    const weeks = [weekOf(addDays(today, -7)), week];
    assert.ok(weeks[0]?.startsWith(week.slice(0, 5)), 'the test wants another week around New Year');
    await says(
      document,
      `1: You and Sam learned something here, ${weeks.map(each => each.slice(5)).join(', ')}`,
      `4: Lin asked for help here, ${shown}`,
    );
  });

  it('shows what is private to its owner alone, and says so', async () => {
    await log('sam', 'secret', { private: 'true' });
    await log('ada', 'mine', { private: 'true' });
    await open();
    await says(document, `1: You learned something here, ${shown} · $(lock) private`);
  });

  it('follows the code while it is edited, and comes back with the next look', async () => {
    await log('sam', 'first');
    await open();
    await says(document, `1: Sam learned something here, ${shown}`);
    await window.activeTextEditor!.edit(edit => {
      edit.insert(new Position(0, 0), '// new\n// words\n');
    });
    await says(document, `3: Sam learned something here, ${shown}`);
    await window.activeTextEditor!.edit(edit => {
      edit.delete(new Range(2, 0, 4, 0));
    });
    await says(document);
  });

  it('opens the note', async () => {
    const file = await log('sam', 'first');
    await open();
    const [lens] = await until(async () => {
      const lenses = (await lensesOf(document)).filter(({ command }) => command?.command === 'outloud.openLearnedHere');
      return lenses.length > 0 ? lenses : undefined;
    });
    const { command, arguments: answers = [] } = lens!.command!;
    const opened = await commands.executeCommand<Uri>(command, ...(answers as object[]));
    assert.equal(opened.fsPath, file);
    assert.equal(window.activeTextEditor?.document.uri.fsPath, file);
    await open();
    assert.equal((await run<Uri>('openLearnedHere')).fsPath, file, 'the palette opens the only one');
    assert.equal(await run('openLearnedHere', { uri: Uri.file(join(shop, 'README.md')) }), undefined);
  });

  it('is off with one setting', async () => {
    await log('sam', 'first');
    await open();
    await until(async () => (await said(document)).length > 0);
    await workspace.getConfiguration('outloud').update('learnedHere', false, ConfigurationTarget.Global);
    await until(async () => (await said(document)).length === 0);
    await workspace.getConfiguration('outloud').update('learnedHere', undefined, ConfigurationTarget.Global);
    await until(async () => (await said(document)).length === 1);
  });

  it('stands in its note: where the code is now', async () => {
    const file = await log('sam', 'first');
    const note = await workspace.openTextDocument(file);
    await window.showTextDocument(note);
    const before = readFileSync(file, 'utf8');
    const titles = async () => (await lensesOf(note)).map(({ command }) => command?.title ?? '');
    await until(async () => (await titles()).length > 0);
    assert.deepEqual(await titles(), ['Open services/checkout/db.ts:1-2']);
    const [lens] = await lensesOf(note);
    assert.equal(note.lineAt(lens!.range.start.line).text, 'services/checkout/db.ts:1-2');
    await commands.executeCommand(lens!.command!.command, ...(lens!.command!.arguments as object[]));
    await until(() => window.activeTextEditor?.document.uri.fsPath === code);
    await window.activeTextEditor!.edit(edit => {
      edit.insert(new Position(0, 0), '// new\n');
    });
    assert.deepEqual(await titles(), ['Now at services/checkout/db.ts:2-3 · Open']);
    assert.equal(readFileSync(file, 'utf8'), before);
  });

  it('says in its note with which commit the code went, in any repository of the window', async () => {
    const path = 'release/notes.ts';
    const [went = '', first = ''] = gitIn('tools', 'log', '--no-merges', '--format=%h', '--', path).split('\n');
    const file = await log('sam', 'gone', { repo: 'tools', commit: `"${first}"`, path, lines: '1' });
    const note = await workspace.openTextDocument(file);
    const [day, subject] = gitIn('tools', 'show', '-s', '--format=%ad%n%s', '--date=short', went).split('\n');
    const lens = await until(async () => (await lensesOf(note))[0]);
    assert.equal(lens.command?.title, `This code is gone since ${day} (${went.slice(0, 7)}: ${subject})`);
  });
});
