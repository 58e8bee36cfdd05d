import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { describe, it } from 'mocha';
import { ThemeIcon, TreeItemCheckboxState, TreeItemCollapsibleState, type Uri } from 'vscode';
import type { SharedPath } from '../../src/core/note/notePath.ts';
import type { OutlineRow } from '../../src/core/outline/outlineRow.ts';
import { goalRowsOf } from '../../src/editor/goals/goalRowsOf.ts';
import { logRowsOf, trailersOf } from '../../src/editor/log/logRowsOf.ts';
import { OutlineTree } from '../../src/editor/support/outline/outlineTree.ts';
import { tickStep, turnStep } from '../../src/editor/support/outline/tickStep.ts';
import { memoryDesk } from '../support/memoryDesk.ts';
import { trailersOfSample } from './support/commitTrailers.ts';
import { isRestricted, noteText, run } from './support/sample.ts';

const notesOfAda = {
  'people/ada/goals/checkout.md': `---
type: goal
due: 2026-12-18
---
# Checkout under 200 ms

## Steps
- [x] Find where the time goes ✅ 2026-11-06
- [ ] One round trip less on writes 📅 2026-12-02
`,
  'people/ada/goals/rust.md': '---\ntype: goal\nstatus: parked\n---\n# Async $(flame) Rust [now](command:x)\n',
  'people/ada/learning/2026-11-22-pins.md':
    '---\ntype: learning\ndate: 2026-11-22\ngoal: checkout\n---\n# PgBouncer pins\n',
  'people/ada/learning/2026-11-17-flat.md': '---\ntype: win\ndate: 2026-11-17\n---\n# The graph is flat\n',
  'people/sam/learning/2026-11-20-fsync.md': '---\ntype: learning\ndate: 2026-11-20\n---\n# fsync the folder\n',
};
const goalText = notesOfAda['people/ada/goals/checkout.md'];
const privateNotes = {
  'learning/2026-11-18-stung.md': '---\ntype: hard-moment\ndate: 2026-11-18\nprivate: true\n---\n# The review stung\n',
};

/** What a person sees of a view, indented. */
async function shown(tree: OutlineTree, row?: OutlineRow, indent = ''): Promise<string> {
  const rows = await tree.getChildren(row);
  const lines = rows.map(async each => {
    const { label, description, checkboxState, collapsibleState, iconPath } = tree.getTreeItem(each);
    const box = checkboxState === undefined ? '' : checkboxState === TreeItemCheckboxState.Checked ? '[x] ' : '[ ] ';
    const icon = iconPath instanceof ThemeIcon ? `(${iconPath.id}) ` : '';
    const fold = collapsibleState === TreeItemCollapsibleState.Collapsed ? ' …' : '';
    const detail = description === undefined ? '' : ` · ${String(description)}`;
    return `${indent}${icon}${box}${typeof label === 'string' ? label : ''}${detail}${fold}\n${await shown(tree, each, `${indent}  `)}`;
  });
  return (await Promise.all(lines)).join('');
}

describe('A tree that is looked at again while a look is under way', () => {
  it('never draws the slow look over the later one', async () => {
    const answers: ((rows: readonly OutlineRow[]) => void)[] = [];
    const tree = new OutlineTree(
      () => new Promise(resolve => answers.push(resolve)),
      () => undefined,
    );
    const first = tree.getChildren();
    answers[0]?.([{ label: 'step', checked: false }]);
    await first;
    const slow = tree.refresh();
    tree.redraw();
    const later = tree.getChildren();
    answers[2]?.([{ label: 'step', checked: true }]);
    assert.equal((await later)[0]?.checked, true);
    let drawn = 0;
    tree.onDidChangeTreeData(() => drawn++);
    answers[1]?.([{ label: 'step', checked: false }]);
    await slow;
    assert.equal(drawn, 0);
  });
});

describe('The views of the sidebar', () => {
  const desk = memoryDesk({ notes: notesOfAda, privateNotes });

  it('show goals with their steps, and strangers’ text as text', async () => {
    const tree = new OutlineTree(
      () => goalRowsOf(desk),
      () => undefined,
    );
    assert.equal(
      await shown(tree),
      `(target) Checkout under 200 ms · due 2026-12-18 · 1 entry
  [x] Find where the time goes
  [ ] One round trip less on writes · due 2026-12-02
Parked …
  (debug-pause) Async $ (flame) Rust (now)(command:x)
`,
    );
  });

  it('show her own log, the private entries with a lock, and nobody else’s', async () => {
    const tree = new OutlineTree(
      () => logRowsOf(desk, []),
      () => undefined,
    );
    assert.equal(
      await shown(tree),
      `This week
  (lightbulb) PgBouncer pins · today · for checkout
  (lock) The review stung · hard moment · private
  (star-empty) The graph is flat · win
`,
    );
  });

  it('are read aloud with what stands beside the label', async () => {
    const tree = new OutlineTree(
      () => logRowsOf(desk, []),
      () => undefined,
    );
    const [week] = await tree.getChildren();
    const [, hard] = await tree.getChildren(week);
    assert.equal(tree.getTreeItem(hard!).accessibilityInformation?.label, 'The review stung, hard moment, private');
    assert.equal(tree.getTreeItem(week!).accessibilityInformation?.label, 'This week');
  });

  it('leave a long list folded', async () => {
    const rows = Array.from({ length: 30 }, (_, i) => ({ label: `Row ${String(i)}` }));
    const tree = new OutlineTree(
      () => Promise.resolve([{ label: 'Earlier', rows }]),
      () => undefined,
    );
    assert.match(await shown(tree), /^Earlier …\n {2}Row 0\n/);
  });

  it('leave folded, or open, what says so itself', async () => {
    const rows = [{ label: 'Row' }];
    const tree = new OutlineTree(
      () =>
        Promise.resolve([
          { label: 'Open', folded: false, rows: Array.from({ length: 30 }, () => rows).flat() },
          { label: 'Folded', folded: true, rows },
        ]),
      () => undefined,
    );
    const [open, folded] = (await tree.getChildren()).map(row => tree.getTreeItem(row).collapsibleState);
    assert.deepEqual([open, folded], [TreeItemCollapsibleState.Expanded, TreeItemCollapsibleState.Collapsed]);
  });

  it('are empty without a git history, as far as commits go', async () => {
    assert.deepEqual(await trailersOf(desk), []);
  });
});

describe('A box in the sidebar', () => {
  const path = 'people/ada/goals/checkout.md' as SharedPath;
  const step = { path, line: 9, label: 'One round trip less on writes' };

  it('ticks the step in its note, with the day', async () => {
    const { notebook } = memoryDesk({ notes: notesOfAda });
    await tickStep(notebook.shared, step, '2026-11-22');
    assert.equal(
      await notebook.shared.read(path),
      goalText.replace(
        '[ ] One round trip less on writes 📅 2026-12-02',
        '[x] One round trip less on writes 📅 2026-12-02 ✅ 2026-11-22',
      ),
    );
  });

  it('opens it again byte for byte', async () => {
    const { notebook } = memoryDesk({ notes: notesOfAda });
    await tickStep(notebook.shared, step, '2026-11-22');
    await tickStep(notebook.shared, step, undefined);
    assert.equal(await notebook.shared.read(path), goalText);
  });

  it('is turned by a key, whatever the row says by now', async () => {
    const { notebook } = memoryDesk({ notes: notesOfAda });
    await turnStep(notebook.shared, step, '2026-11-22');
    assert.match(await notebook.shared.read(path), /- \[x\] One round trip less on writes .* ✅ 2026-11-22/);
    await turnStep(notebook.shared, step, '2026-11-22');
    assert.equal(await notebook.shared.read(path), goalText);
  });

  it('finds a step that moved meanwhile', async () => {
    const moved = goalText.replace('## Steps\n', '## Steps\n- [ ] Draw it first\n- [ ] Then measure\n');
    const { notebook } = memoryDesk({ notes: { [path]: moved } });
    await tickStep(notebook.shared, step, '2026-11-22');
    assert.match(await notebook.shared.read(path), /- \[ \] Then measure\n.*\n- \[x\] One round trip/);
  });

  it('writes nothing where the step is gone', async () => {
    const gone = goalText.replace(/- \[ \] One round.*\n/, '');
    const { notebook } = memoryDesk({ notes: { [path]: gone } });
    await tickStep(notebook.shared, step, '2026-11-22');
    assert.equal(await notebook.shared.read(path), gone);
  });
});

if (!isRestricted)
  describe('Accepting what a commit says', () => {
    it('makes a note of it that remembers its commit', async () => {
      const first = trailersOfSample().find(({ text }) => text.includes('index-only'));
      assert.ok(first, 'the sample has a Learned: trailer');
      const uri = await run<Uri>('acceptTrailer', { key: first.key });
      try {
        const text = readFileSync(uri.fsPath, 'utf8');
        assert.match(text, /^type: learning$/m);
        assert.match(text, new RegExp(`^commit: "?${first.hash.slice(0, 7)}`, 'm'));
        assert.match(text, /index-only/);
      } finally {
        rmSync(uri.fsPath, { force: true });
      }
    });

    it('says so where the commit is gone', async () => {
      assert.equal(await run('acceptTrailer', { key: 'shop 0000 learned nothing' }), undefined);
    });
  });

if (!isRestricted)
  describe('Setting a goal', () => {
    it('writes a note with its first step', async () => {
      const uri = await run<Uri>('createGoal', {
        title: 'Ship the scheduler. Without a hand-made queue.',
        due: '2026-12-18',
        kind: 'smart',
      });
      try {
        assert.equal(
          readFileSync(uri.fsPath, 'utf8'),
          `---
type: goal
status: active
kind: smart
due: 2026-12-18
---
# Ship the scheduler

Without a hand-made queue.

## Steps

- [ ] The first small step
`,
        );
      } finally {
        rmSync(uri.fsPath, { force: true });
      }
    });

    it('refuses a day that is none, and writes nothing', async () => {
      assert.equal(await run('createGoal', { title: 'Fly', due: '2026-02-30' }), undefined);
      assert.equal(noteText('people/ada/goals/fly.md'), '');
    });
  });
