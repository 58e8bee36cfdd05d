import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { after, afterEach, before, describe, it } from 'mocha';
import { commands, ConfigurationTarget, languages, Range, Uri, window, workspace, WorkspaceEdit } from 'vscode';
import { isRestricted, notes, noteText, run, runAccepting } from './support/sample.ts';
import { until } from './support/until.ts';

const accept = () => commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');

describe('Skills', () => {
  const made: string[] = [];
  const textOf = (uri: Uri | undefined) => {
    assert.ok(uri, 'a note was made');
    made.push(uri.fsPath);
    return readFileSync(uri.fsPath, 'utf8');
  };
  // Where git is not started nobody but the setting says who she is.
  const setMe = (me: string | undefined) =>
    workspace.getConfiguration('outloud').update('me', me, ConfigurationTarget.Global);
  before(() => (isRestricted ? setMe('ada') : undefined));
  after(() => (isRestricted ? setMe(undefined) : undefined));
  afterEach(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    for (const file of made.splice(0)) rmSync(file, { force: true });
  });

  it('are assessed from answers alone, asking nothing', async () => {
    const skills = {
      postgres: { level: 4, target: 5, due: '2027-05-31', words: 'knows the planner' },
      Go: { level: 1 },
    };
    const uri = await run<Uri>('assessSkills', { skills });
    assert.match(basename(uri.fsPath), /^\d{4}-\d{2}-\d{2}-ada-ada\.md$/);
    assert.match(textOf(uri), /\n- Postgres: 4 → 5 by 2027-05-31 · knows the planner\n- Go: 1\n$/);
  });

  it('are assessed by Enter alone, and the note opens', async () => {
    const uri = await runAccepting<Uri | undefined>('assessSkills', {});
    const text = textOf(uri);
    assert.match(text, /\n# Skills of Ada.*, by Ada.*\n\n- Postgres: 3 → 4 by \d{4}-\d{2}-\d{2}\n/);
    assert.match(text, /\n- Giving feedback: 3\n/);
    assert.equal(window.activeTextEditor?.document.uri.fsPath, uri?.fsPath);
  });

  it('keep what was answered before Esc, where she says so', async () => {
    /** Answers the skills, then level, target and day of the first, and leaves. No question tells when it is there: so long is waited for each. */
    const answered = async (pause: number) => {
      let hasEnded = false;
      const running = run<Uri | undefined>('assessSkills', {}).finally(() => (hasEnded = true));
      for (let enter = 0; enter < 4; enter++) {
        await new Promise(resolve => setTimeout(resolve, pause));
        await accept();
      }
      await new Promise(resolve => setTimeout(resolve, pause));
      await commands.executeCommand('workbench.action.closeQuickOpen');
      await until(async () => {
        if (!hasEnded) await accept();
        return hasEnded;
      });
      const uri = await running;
      return (uri && textOf(uri).match(/^- .*$/gm)) ?? [];
    };
    const isWhole = (items: readonly string[]) => items.length === 1 && items[0]?.startsWith('- Postgres: 3 → 4 by ');
    for (const pause of [500, 2000, 6000]) if (isWhole(await answered(pause))) return; // a slow machine needs longer
    assert.fail('What was answered was not kept.');
  });

  it('stay out of the repository where they are private', async () => {
    const uri = await run<Uri>('assessSkills', { skills: { Postgres: { level: 1 } }, private: true });
    assert.match(textOf(uri), /\nprivate: true\n/);
    assert.ok(!uri.fsPath.includes('/shop/'), uri.fsPath);
  });

  it('of somebody she does not lead are not hers to assess', async () => {
    const uri = await run<Uri | undefined>('assessSkills', { person: 'lin', skills: { Postgres: { level: 1 } } });
    assert.equal(uri, undefined);
  });

  it('become a goal with who helps, from one answer', async () => {
    const uri = await run<Uri>('chooseFocus', { skill: 'Postgres', status: 'active' });
    const text = textOf(uri);
    assert.match(text, /\nskill: postgres\n/);
    assert.match(text, /\nfrom: 3\ntarget: 4\nmethod: mentoring\n/);
    assert.match(text, /\ndue: \d{4}-\d{2}-\d{2}\n/);
    assert.match(text, /\n# Postgres: Others ask her about slow queries\n/);
    assert.match(text, /\n## Resources\n\n- \[Lin.*\]\(\.\.\/\.\.\/lin\/lin\.md\) · offers to teach it\n$/);
  });

  it('become a goal by Enter alone, the first of those proposed', async () => {
    const uri = await runAccepting<Uri | undefined>('chooseFocus', {});
    assert.match(textOf(uri), /\nskill: [\w-]+\n/);
    assert.ok(uri && existsSync(uri.fsPath));
  });

  it('are imported by Enter from the table in front, and what is there stays', async () => {
    const before = noteText('skills.md');
    try {
      const content = 'Skill;Expected engineer;Ada;Sam\nPostgres;5;3;1\nGo;2;;5\n';
      await window.showTextDocument(await workspace.openTextDocument({ content }));
      const uri = await runAccepting<Uri | undefined>('importSkills', {});
      assert.equal(uri?.fsPath, join(notes, 'skills.md'));
      assert.equal(noteText('skills.md'), `${before}\n## Go\n\nHard · expected: engineer 2\n`);
      const today = await run<Uri>('assessSkills', { skills: { Go: { level: 1 } } });
      assert.match(textOf(today), /\n- Postgres: 3(?: → 4 by [\d-]+)?\n- Go: 1\n$/);
    } finally {
      writeFileSync(join(notes, 'skills.md'), before);
    }
  });

  it('are not imported before she says so', async () => {
    const before = noteText('skills.md');
    let hasEnded = false;
    const running = run<Uri | undefined>('importSkills', { text: 'Skill,1\nWelding,Reads\n' }).finally(
      () => (hasEnded = true),
    );
    await until(async () => {
      await new Promise(resolve => setTimeout(resolve, 300));
      assert.equal(noteText('skills.md'), before);
      await commands.executeCommand('workbench.action.closeQuickOpen');
      return hasEnded;
    });
    assert.equal(await running, undefined);
    assert.equal(noteText('skills.md'), before);
  });
});

describe('Problems of an assessment', () => {
  it('are shown where they stand, and go when they are mended', async () => {
    const path = join(notes, 'people/ada/assessments/2026-01-05-ada-ada.md');
    const body = (line: string) =>
      `---\ntype: assessment\ndate: 2026-01-05\nof: ada\nby: ada\n---\n# Then\n\n${line}\n`;
    const uri = Uri.file(path);
    const said = () =>
      languages
        .getDiagnostics(uri)
        .filter(({ source }) => source === 'Out Loud')
        .map(({ range, message }) => `${range.start.line + 1}:${range.start.character + 1} ${message}`)
        .toSorted();
    try {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, body('- Postgress: 9'));
      await window.showTextDocument(uri);
      await until(() => said().length > 0);
      assert.deepEqual(said(), [
        '9:14 Levels go from 1 (novice) to 5 (expert), so this one is not read. Give it one of the five numbers.',
      ]);
      const edit = new WorkspaceEdit();
      edit.replace(uri, new Range(8, 13, 8, 14), '2');
      await workspace.applyEdit(edit);
      await until(() => said()[0]?.includes('list of skills'));
      assert.deepEqual(said(), [
        '9:3 The team’s list of skills has no “Postgress”. Mend the name, or add the skill to the list.',
      ]);
      const mend = new WorkspaceEdit();
      mend.replace(uri, new Range(8, 10, 8, 11), '');
      await workspace.applyEdit(mend);
      await until(() => said().length === 0);
    } finally {
      await window.activeTextEditor?.document.save();
      await commands.executeCommand('workbench.action.closeAllEditors');
      rmSync(path, { force: true });
    }
  });
});
