import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'mocha';
import { commands, ConfigurationTarget, languages, Range, Uri, window, workspace, type CodeLens } from 'vscode';
import { takeFix } from './support/quickFixes.ts';
import { isRestricted, notes, noteText, run } from './support/sample.ts';
import { until } from './support/until.ts';

const promises = 'people/ada/promises.md';
const meeting = `---
type: one-on-one
date: 2026-11-10
with: lin
---
# One-to-one with Lin

- [ ] @ada a talk about pools 📅 2099-11-30
- [ ] @lin more time
- he looks tired
`;

describe('Promises in the editor', () => {
  let privateFolder: string;
  let note: Uri;
  let kept: string;
  const settings = () => workspace.getConfiguration('outloud');
  const textOf = ({ fsPath }: Uri) => readFileSync(fsPath, 'utf8');
  before(async () => {
    if (isRestricted) await settings().update('me', 'ada', ConfigurationTarget.Global);
    const entry = await run<Uri>('logLearning', { text: 'Where my own notes are !private' });
    privateFolder = dirname(dirname(entry.fsPath));
    rmSync(entry.fsPath);
  });
  after(async () => {
    if (isRestricted) await settings().update('me', undefined, ConfigurationTarget.Global);
  });
  beforeEach(() => {
    kept = noteText(promises);
    note = Uri.file(join(privateFolder, 'one-on-ones/2026-11-10-ada-lin.md'));
    mkdirSync(dirname(note.fsPath), { recursive: true });
    writeFileSync(note.fsPath, meeting);
  });
  afterEach(async () => {
    await commands.executeCommand('notifications.clearAll');
    await commands.executeCommand('workbench.action.files.revert');
    await commands.executeCommand('workbench.action.closeAllEditors');
    rmSync(note.fsPath, { force: true });
    writeFileSync(join(notes, promises), kept);
  });
  const lensesOf = async (uri: Uri) => {
    const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', uri, 20);
    return lenses.map(({ range, command }) => `${String(range.start.line + 1)}: ${command?.title ?? ''}`);
  };

  it('are published from a private note, which then leads to them', async () => {
    await window.showTextDocument(note);
    await until(async () => (await lensesOf(note)).includes('8: Publish…'));
    const answers = { promise: 'a talk about pools', words: 'A talk about pools' };
    const uri = await run<Uri>('publishPromise', answers);
    assert.equal(uri.fsPath, join(notes, promises));
    assert.equal(noteText(promises), `${kept}- [ ] A talk about pools · for @lin 📅 2099-11-30\n`);
    assert.equal(
      textOf(note),
      meeting.replace(
        '- [ ] @ada a talk about pools 📅 2099-11-30',
        `- [>] @ada a talk about pools 📅 2099-11-30 → ${promises}`,
      ),
    );
    await until(async () => (await lensesOf(note)).includes('8: Published: open it'));
    assert.deepEqual(await lensesOf(note), ['8: Published: open it', '9: Same as…']);
  });

  it('are kept, carried and declined above their line', async () => {
    const uri = Uri.file(join(notes, promises));
    await window.showTextDocument(uri);
    const shown = await until(async () => {
      const lenses = await lensesOf(uri);
      return lenses.length > 0 ? lenses : undefined;
    });
    assert.deepEqual(
      shown.map(lens => lens.replace(/^\d+: /, '')),
      ['Kept', 'Another day…', 'Decline…'],
    );
    const promise = 'The p99 of the write path';
    await run('carryPromise', { promise, to: '2099-12-01' });
    assert.match(noteText(promises), /^- \[ \] The p99 of the write path · for @lin · since \S+ 📅 2099-12-01$/m);
    await run('keepPromise', { promise });
    assert.match(noteText(promises), /^- \[x\] The p99 of the write path .* ✅ \d{4}-\d{2}-\d{2}$/m);
    await run('declinePromise', { promise: 'a talk about pools', why: 'nobody asked' });
    assert.match(textOf(note), /^- \[-\] @ada a talk about pools · declined \S+: nobody asked 📅 2099-11-30$/m);
  });

  it('without a day are asked by when, and given one in one action', async () => {
    const { document } = await window.showTextDocument(note);
    const problem = await until(() => languages.getDiagnostics(note).find(({ code }) => code === 'promise-day'));
    assert.equal(document.getText(problem.range), '@lin more time');
    await takeFix(note, problem.range, /in a week$/);
    assert.match(document.lineAt(8).text, /^- \[ \] @lin more time 📅 \d{4}-\d{2}-\d{2}$/);
    await until(() => languages.getDiagnostics(note).every(({ code }) => code !== 'promise-day'));
  });

  it('that were published in other words are joined in her own note, above their line', async () => {
    const lins = 'people/lin/promises.md';
    const published = noteText(lins);
    await window.showTextDocument(note);
    await until(async () => (await lensesOf(note)).includes('9: Same as…'));
    const answers = { promise: 'more time', path: relative(privateFolder, note.fsPath).replaceAll(sep, '/'), line: 9 };
    const joining = { ...answers, as: 'A budget for the database course' };
    assert.equal((await run<Uri>('samePromise', joining)).fsPath, note.fsPath);
    const line = '- [>] @lin more time · same as “A budget for the database course” → people/lin/promises.md';
    assert.equal(textOf(note), meeting.replace('- [ ] @lin more time', line));
    assert.equal(noteText(lins), published);
    await until(async () => (await lensesOf(note)).includes('9: Published: open it'));
  });

  it('stand in a kind reply that is in no file', async () => {
    const text = await run<string>('draftBoundary', { request: 'a talk about Postgres', from: 'lin' });
    assert.match(text, /^Hello Lin,\n/);
    assert.match(text, /The p99 of the write path \(promised to you, by /);
    assert.doesNotMatch(text, /pools|tired/);
    const document = window.activeTextEditor?.document;
    assert.deepEqual([document?.isUntitled, document?.getText()], [true, text]);
    assert.equal(document?.getText(new Range(0, 0, 0, 9)), 'Hello Lin');
  });

  it('that were refused go another way', async () => {
    const goal = 'people/ada/goals/checkout-under-200-ms.md';
    const text = noteText(goal);
    try {
      const answers = {
        need: 'a course',
        way: 'shadow',
        goal: 'checkout-under-200-ms',
        person: 'sam',
        words: 'Shadow Sam',
      };
      const uri = await run<Uri>('findAnotherWay', answers);
      assert.equal(uri.fsPath, join(notes, goal));
      assert.match(noteText(goal), /^- \[ \] Shadow Sam$/m);
    } finally {
      writeFileSync(join(notes, goal), text);
    }
  });
});
