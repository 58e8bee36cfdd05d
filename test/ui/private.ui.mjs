import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { it } from 'mocha';
import { weeksUpTo } from '../../scripts/sample/calendar.mjs';
import { today } from '../../scripts/sampleTeam.mjs';
import { journeys } from './session.mjs';
import { until } from './until.mjs';

/** Stands in every private note that is written here, in its words and in the name of its file. */
const mark = 'wisteria';

journeys('What is private', {}, session => {
  const run = (id, answers) =>
    session().ask(
      (vscode, command, given) => vscode.commands.executeCommand(command, given).then(made => String(made)),
      `outloud.${id}`,
      answers,
    );
  const privateFolder = () => path.join(session().home, '.outloud/private');

  it('is written in several ways, and the machine that forgets is told of once', async () => {
    const { workbench, page } = session();
    for (const words of [`It was ${mark}`, `It was ${mark} again`]) {
      await workbench.command('Out Loud: Log Hard Moment');
      await workbench.type(words);
      await workbench.accept();
      await until(() => filesWith(privateFolder()).some(({ text }) => text.includes(words)));
    }
    await run('logLearning', { text: `Learned in ${mark} !private #${mark}` });
    await run('assessSkills', { private: true, skills: { [`Growing ${mark}`]: { level: 2, words: mark } } });
    await workbench.command('Notifications: Show Notifications'); // what came at first is no toast any more
    const told = page.locator('.notifications-center .notification-list-item', {
      hasText: 'Your private notes lie in',
    });
    await told.first().waitFor();
    assert.equal(await told.count(), 1);
    await session().shoot('private-told');
    await page.keyboard.press('Escape');
  });

  it('is in nothing that leaves, whatever else is done', async () => {
    const { ask, folders, server, home } = session();
    const copied = [];
    await run('writeWeeklyNote', { week: weekOfToday() });
    for (const id of ['copyAsText', 'copyForSlack']) {
      await run(id);
      copied.push(await ask(vscode => vscode.env.clipboard.readText()));
    }
    await run('summarizeWork', { since: '2026-01-01' });
    await run('openTeamWeek', {});
    await run('shareNotes', { message: 'Share all', push: false });
    const [shop] = folders;
    const git = (...args) => execFileSync('git', args, { cwd: shop, encoding: 'utf8', maxBuffer: 1 << 28 });
    assert.match(git('log', '-1', '--format=%s'), /^Share all$/m);
    const objects = git('cat-file', '--batch-all-objects', '--batch', '--unordered');
    const elsewhere = [shop, server.data, home].flatMap(filesWith).filter(({ file }) => !isHers(file));
    assert.deepEqual(
      elsewhere.filter(({ file, text }) => `${file}${text}`.toLowerCase().includes(mark)).map(({ file }) => file),
      [],
    );
    assert.ok(!`${objects}${copied.join()}`.toLowerCase().includes(mark));
    assert.ok(filesWith(privateFolder()).filter(({ text }) => text.includes(mark)).length >= 4); // else nothing was shown
  });

  it('lies where nobody else can read it', function () {
    if (process.platform === 'win32') return; // rights are kept elsewhere there: a home is its owner's
    const modes = filesWith(privateFolder()).map(({ file }) => fs.statSync(file).mode & 0o077);
    assert.deepEqual([...new Set(modes)], [0]);
    assert.equal(fs.statSync(privateFolder()).mode & 0o077, 0);
  });

  /** Her own folder, and the copies the editor keeps of what she edits. */
  function isHers(file) {
    return file.startsWith(privateFolder()) || /[\\/]User[\\/]History[\\/]/.test(file);
  }
});

function filesWith(folder) {
  const entries = fs.existsSync(folder) ? fs.readdirSync(folder, { recursive: true, withFileTypes: true }) : [];
  return entries
    .filter(entry => entry.isFile())
    .map(entry => path.join(entry.parentPath, entry.name))
    .filter(file => fs.existsSync(file)) // others write and sweep meanwhile
    .map(file => ({ file, text: fs.readFileSync(file, 'latin1') }));
}

function weekOfToday() {
  return weeksUpTo(today()).week(0);
}
