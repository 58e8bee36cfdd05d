import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { commands, ConfigurationTarget, window, workspace, type Uri } from 'vscode';
import { run, runAccepting, team as folder } from './support/sample.ts';
import { until } from './support/until.ts';
import { verbsOverNotes } from './support/verbsOverNotes.ts';

const notes = join(folder, 'outloud-notes');
const unrelated = () => readdirSync(join(folder, 'notes')).sort();
const me = (name?: string) => workspace.getConfiguration('outloud').update('me', name, ConfigurationTarget.Global);
const today = () => new Date().toLocaleDateString('sv');

describe('In a folder that is no repository', () => {
  before(() => me('ada'));
  after(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    await me(undefined);
  });

  it('whoever only looks is asked for no place for notes, and sees nothing opened', async () => {
    for (const [id, answers] of verbsOverNotes) assert.equal(await run(id, answers), undefined, id);
    assert.equal(existsSync(notes), false);
    assert.equal(window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label)).join(), '');
  });

  it('Esc is “not now”: nothing is made', async () => {
    let hasEnded = false;
    const logging = run('logLearning', { text: 'Not now' }).finally(() => (hasEnded = true));
    await until(async () => {
      if (!hasEnded) await commands.executeCommand('workbench.action.closeQuickOpen');
      return hasEnded;
    });
    assert.equal(await logging, undefined);
    assert.equal(existsSync(notes), false);
  });

  it('the first entry asks only where notes shall be, and leaves notes of another kind alone', async () => {
    const uri = await runAccepting<Uri>('logLearning', { text: 'No git is needed. Only words. #start' });
    assert.equal(
      relative(notes, uri.fsPath).replaceAll('\\', '/'),
      `people/ada/learning/${today()}-no-git-is-needed.md`,
    );
    assert.deepEqual(unrelated(), ['c-major.txt', 'chords.md']);
  });

  it('the second asks nothing, and names the file it is about', async () => {
    const [uri] = await workspace.findFiles('notes/chords.md');
    const note = await run<Uri>('logLearning', { text: 'F is a fourth', uri });
    const text = readFileSync(note.fsPath, 'utf8');
    assert.match(text, /^path: notes\/chords\.md$/m);
    assert.doesNotMatch(text, /^(repo|commit):|https?:/m);
  });

  it('a goal is set', async () => {
    const uri = await run<Uri>('createGoal', { title: 'Play by ear' });
    assert.match(readFileSync(uri.fsPath, 'utf8'), /^# Play by ear$/m);
  });

  it('a weekly note tells what the notes say', async () => {
    const uri = await run<Uri>('writeWeeklyNote', { week: '2026-W02' });
    const text = readFileSync(uri.fsPath, 'utf8');
    assert.match(text, /^Nothing in the log this week; not everything that counts leaves a trace\.$/m);
    assert.doesNotMatch(text, /Worked on/);
    assert.equal(window.activeTextEditor?.document.uri.fsPath, uri.fsPath);
  });

  it('a note that can’t be written harms nothing', async () => {
    const obstacle = join(notes, 'people/ada/feedback');
    const kept = join(notes, 'people/ada/goals');
    rmSync(kept, { recursive: true });
    writeFileSync(kept, 'A file where a folder belongs.\n');
    mkdirSync(obstacle, { recursive: true });
    assert.equal(await run('createGoal', { title: 'Never written' }), undefined);
    assert.equal(readFileSync(kept, 'utf8'), 'A file where a folder belongs.\n');
    rmSync(kept);
    assert.ok(await run<Uri>('createGoal', { title: 'Written after all' }));
  });
});
