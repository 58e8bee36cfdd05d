import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, afterEach, before, describe, it } from 'mocha';
import type { Uri } from 'vscode';
import { commands, TabInputTextDiff, window, workspace } from 'vscode';
import type { History } from '../../src/app/ports.ts';
import type { OutlineRow } from '../../src/core/outline/outlineRow.ts';
import { outlineText } from '../support/outlineText.ts';
import { Erosions } from '../../src/editor/inbox/erosions.ts';
import { inboxRowsOf } from '../../src/editor/inbox/inboxRowsOf.ts';
import { Quiet } from '../../src/editor/inbox/quiet.ts';
import { OutlineTree } from '../../src/editor/support/outline/outlineTree.ts';
import { yamlHead } from '../../src/node/yamlHead.ts';
import { memoryDesk } from '../support/memoryDesk.ts';
import { isRestricted, notes, noteText, run, runAccepting } from './support/sample.ts';
import { until } from './support/until.ts';

const goalPath = 'people/ada/goals/checkout-under-200-ms.md';
const goalFile = join(notes, goalPath);

describe('The inbox in the sidebar', () => {
  const held = '---\ntype: goal\ndate: 2026-11-01\nallies: [sam]\n---\n# Checkout under 200 ms\n';
  const desk = memoryDesk({ notes: { [goalPath]: held } });
  const errors: string[] = [];
  const log = { error: (line: string) => void errors.push(line) };
  const rowsOf = (quiet: readonly string[] = []) =>
    inboxRowsOf(desk, { isStopped: key => quiet.includes(key), log }).then(({ rows }) => rows);

  it('hands each row to its command, and is read aloud with what stands beside it', async () => {
    const [group] = await rowsOf();
    const [row] = group?.rows ?? [];
    assert.ok(row);
    const tree = new OutlineTree(
      () => rowsOf(),
      () => undefined,
    );
    const [first] = await tree.getChildren();
    const [node] = await tree.getChildren(first);
    assert.ok(node);
    const { contextValue, accessibilityInformation } = tree.getTreeItem(node);
    tree.dispose();
    assert.equal(contextValue, 'checkIn');
    assert.match(
      accessibilityInformation?.label ?? '',
      /^Said and did: Checkout under 200 ms, one line for your allies, due 2026-11-15, 7 days over/,
    );
    assert.deepEqual([row.command, row.answers?.['goal']], ['checkIn', 'ada/checkout-under-200-ms']);
    assert.ok(!('label' in (row.answers ?? {})), 'answers are no row');
  });

  it('is empty where she wants to be asked no more', async () => {
    assert.deepEqual(await rowsOf(['checkIn ada/checkout-under-200-ms']), []);
  });

  it('shows the rest where one corner can’t be looked into, and keeps words of notes out of the log', async () => {
    const more = () => Promise.reject(new Error('the words of a note'));
    const { rows, wanted } = await inboxRowsOf(desk, { isStopped: () => false, log, more });
    assert.equal(wanted, 1);
    assert.equal(
      outlineText(rows.map(({ rows: _, ...row }: OutlineRow) => row)),
      'My goals\nSome of what waits can’t be shown now.',
    );
    assert.match(errors.join('\n'), /^inbox: Error/);
    assert.doesNotMatch(errors.join('\n'), /words of a note/);
  });

  it('asks git only after somebody looked, once for many looks, and shows what it said without waiting for it', async () => {
    const goal = (target: number) => `---\ntype: goal\n---\n# G\n\n- KR: errors 9 → ${target}\n`;
    const path = 'people/ada/goals/g.md';
    const asked: string[] = [];
    const versionsOf = (file: string) => {
      asked.push(file);
      return Promise.resolve([{ hash: 'x', text: goal(1) }]);
    };
    const changed = memoryDesk({ notes: { [path]: goal(5) }, history: { versionsOf } as unknown as History });
    let told = 0;
    const erosions = new Erosions({ log, world: { yaml: () => Promise.resolve(yamlHead) } } as never, () => {
      told += 1;
    });
    try {
      assert.deepEqual(await erosions.known(changed), []);
      const looks = await Promise.all([erosions.items(changed), erosions.items(changed), erosions.items(changed)]);
      assert.deepEqual([looks.flat(), asked], [[], []]);
      await until(() => told > 0);
      const [item] = await erosions.items(changed); // drawn because of what was told
      assert.deepEqual([item?.label, item?.detail], ['Energised or anxious? G', 'errors: 1 → 5']);
      await new Promise(resolve => setTimeout(resolve, 1200));
      assert.deepEqual([told, asked], [1, [`/notes/${path}`]]);
    } finally {
      erosions.dispose();
    }
  });

  it('offers two hidden strengths at a time, the next one where the first is not wanted', async () => {
    const days = ['2026-11-02', '2026-11-10', '2026-11-18'];
    const note = (day: string) => `---\ntype: win\ndate: ${day}\ntags: [sql, rust, maps]\n---\n# W\n`;
    const wins = memoryDesk({
      notes: Object.fromEntries(days.map(day => [`people/ada/learning/${day}.md`, note(day)])),
    });
    const labels = async (...keys: readonly string[]) => {
      const { rows } = await inboxRowsOf(wins, { isStopped: key => keys.includes(key), log });
      return rows.flatMap(row => row.rows ?? []).map(({ label }) => label);
    };
    assert.deepEqual(await labels(), ['You come back to sql', 'You come back to rust']);
    assert.deepEqual(await labels('hiddenStrength sql'), ['You come back to rust', 'You come back to maps']);
  });

  it('remembers on this machine what was stopped, one notebook at a time', async () => {
    const state = new Map<string, unknown>();
    const globalState = {
      get: (key: string) => state.get(key),
      update: (key: string, value: unknown) => Promise.resolve(void state.set(key, value)),
    };
    const quiet = new Quiet({ globalState } as never);
    const other = { place: { ...desk.notebook.place, folder: '/other' } };
    const isStopped = () => ['a', 'b'].map(key => [desk.notebook, other].map(each => quiet.of(each)(key)));
    await quiet.stop(desk.notebook, 'a');
    await quiet.stop(desk.notebook, 'b');
    await quiet.askAgain(desk.notebook, 'a');
    assert.deepEqual(isStopped(), [
      [false, false],
      [true, false],
    ]);
    await quiet.stop(desk.notebook, 'promise one-on-ones/2026-11-20-ada-lin.md lin tell nobody about the move');
    assert.doesNotMatch(JSON.stringify([...state]), /move|one-on-ones/, 'words of a private note are kept in it alone');
    quiet.dispose();
  });
});

if (!isRestricted)
  describe('Allies, strengths and what became smaller', () => {
    let goal = '';
    const made: string[] = [];
    before(() => {
      goal = noteText(goalPath);
      assert.match(goal, /640 → 300 ms/);
    });
    afterEach(async () => {
      await commands.executeCommand('workbench.action.closeAllEditors');
      writeFileSync(goalFile, goal);
      await until(() => workspace.textDocuments.every(({ isDirty }) => !isDirty));
    });
    after(() => {
      for (const file of made) rmSync(file, { force: true });
    });
    const write = (path: string, text: string) => {
      const file = join(notes, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
      made.push(file);
    };

    it('tells her allies what she said and did', async () => {
      const uri = await run<Uri>('checkIn', { goal: 'checkout-under-200-ms', said: 'measure', did: 'measured' });
      assert.equal(uri.fsPath, goalFile);
      const [line = ''] = /^.*said:.*$/m.exec(noteText(goalPath)) ?? [];
      assert.match(line, /^- \d{4}-\d{2}-\d{2} · said: measure · did: measured$/);
      assert.equal(noteText(goalPath).replace(`\n## Said and did\n\n${line}\n`, ''), goal);
    });

    it('gives a word back in a note of her own', async () => {
      const path = 'people/lin/goals/clear-the-way.md';
      write(
        path,
        '---\ntype: goal\nallies: [ada]\n---\n# Clear the way\n\n## Said and did\n\n- 2026-11-20 · said: ask\n',
      );
      const before = noteText(path);
      const uri = await until(() =>
        run<Uri | undefined>('answerCheckIn', { goal: 'lin/clear-the-way', text: 'go on' }),
      );
      made.push(uri.fsPath);
      assert.equal(uri.fsPath, join(notes, 'people/ada/allies/lin-clear-the-way.md'));
      assert.match(readFileSync(uri.fsPath, 'utf8'), /^- \d{4}-\d{2}-\d{2} · on 2026-11-20: go on$/m);
      assert.equal(noteText(path), before);
    });

    it('stops asking in the goal’s note, and asks again', async () => {
      const key = 'checkIn ada/checkout-under-200-ms';
      assert.equal(await run('stopAsking', { key, goal: 'ada/checkout-under-200-ms' }), key);
      assert.match(noteText(goalPath), /^checkins: false$/m);
      await until(async () => {
        await run('askAgain', { key });
        return noteText(goalPath) === goal;
      });
    });

    it('adds a strength to her profile, and nothing else there moves', async () => {
      const before = noteText('people/ada/ada.md');
      try {
        await run<Uri>('addStrength', { strength: 'Makes slow things fast', example: '' });
        const text = noteText('people/ada/ada.md');
        assert.match(text, /^- Makes slow things fast$/m);
        const evidence = /## Evidence\n- (\[.*)/.exec(goal)?.[1] ?? '';
        await run<Uri>('addStrength', { strength: 'Measures first', goal: 'checkout-under-200-ms', evidence });
        assert.match(noteText('people/ada/ada.md'), /^- Measures first: \[.*\]\(learning\/.*\.md\)$/m);
        writeFileSync(join(notes, 'people/ada/ada.md'), text);
        assert.equal(await run('addStrength', { strength: 'X', example: 'people/lin/lin.md' }), undefined);
        assert.equal(noteText('people/ada/ada.md'), text);
      } finally {
        writeFileSync(join(notes, 'people/ada/ada.md'), before);
      }
    });

    it('shows old and new side by side, and keeps the answer to herself', async () => {
      writeFileSync(goalFile, goal.replace('640 → 300 ms', '640 → 400 ms'));
      const answers = { goal: 'checkout-under-200-ms', felt: 'anxious', then: 'watch', until: '2027-01-17' };
      const uri = await run<Uri>('lookAtChange', answers);
      made.push(uri.fsPath);
      const tab = window.tabGroups.activeTabGroup.activeTab?.input;
      assert.ok(tab instanceof TabInputTextDiff);
      assert.equal(tab.modified.fsPath, goalFile);
      const old = await workspace.openTextDocument(tab.original);
      assert.equal(old.getText(), goal);
      assert.ok(!uri.fsPath.startsWith(notes), 'it lies outside the shared notes');
      const text = readFileSync(uri.fsPath, 'utf8');
      assert.match(text, /^felt: anxious$/m);
      assert.match(text, /^- p99 of writes: 300 ms → 400 ms$/m);
      assert.match(text, /^- \[ \] Look at this again 📅 2027-01-17$/m);
      assert.equal(await run('lookAtChange', answers), undefined, 'the same is not asked twice');
    });

    it('puts back what it said', async () => {
      writeFileSync(goalFile, goal.replace('640 → 300 ms', '500 → 450 ms'));
      const uri = await run<Uri>('lookAtChange', { goal: 'checkout-under-200-ms', felt: 'anxious', then: 'restore' });
      made.push(uri.fsPath);
      await until(() => noteText(goalPath) === goal.replace('640 → 300 ms', '500 → 300 ms'));
    });

    it('is answered by Enter alone', async () => {
      writeFileSync(goalFile, goal.replace('640 → 300 ms', '640 → 500 ms'));
      const uri = await runAccepting<Uri>('lookAtChange', { goal: 'checkout-under-200-ms' });
      made.push(uri.fsPath);
      assert.match(readFileSync(uri.fsPath, 'utf8'), /^felt: energised$/m);
      assert.equal(window.activeTextEditor?.document.uri.fsPath, goalFile);
      assert.match(window.activeTextEditor.document.lineAt(window.activeTextEditor.selection.active).text, /→ 500 ms/);
    });
  });
