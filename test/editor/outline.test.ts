import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { describe, it } from 'mocha';
import { ThemeIcon, TreeItemCheckboxState, TreeItemCollapsibleState, type Uri } from 'vscode';
import type { OutlineRow } from '../../src/core/outline/outlineRow.ts';
import { withRowsLater } from '../../src/core/outline/withRowsLater.ts';
import { goalRowsOf } from '../../src/editor/goals/goalRowsOf.ts';
import { logRowsOf, trailersOf } from '../../src/editor/log/logRowsOf.ts';
import type { OutlineNode } from '../../src/editor/support/outline/outlineNode.ts';
import { OutlineTree } from '../../src/editor/support/outline/outlineTree.ts';
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
const privateNotes = {
  'learning/2026-11-18-stung.md': '---\ntype: hard-moment\ndate: 2026-11-18\nprivate: true\n---\n# The review stung\n',
};

/** What a person sees of a view, indented. */
async function shown(tree: OutlineTree, row?: OutlineNode, indent = ''): Promise<string> {
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
    const [node] = await first;
    const slow = tree.refresh();
    const later = tree.refresh();
    answers[2]?.([{ label: 'step', checked: true }]);
    await later;
    assert.equal(node?.row.checked, true);
    let drawn = 0;
    tree.onDidChangeTreeData(() => drawn++);
    answers[1]?.([{ label: 'step', checked: false }]);
    await slow;
    assert.deepEqual([drawn, node.row.checked], [0, true]);
  });

  it('gives the first look what a later one found', async () => {
    const answers: ((rows: readonly OutlineRow[]) => void)[] = [];
    const tree = new OutlineTree(
      () => new Promise(resolve => answers.push(resolve)),
      () => undefined,
    );
    const first = tree.getChildren();
    const later = tree.refresh();
    answers[0]?.([{ label: 'old' }]);
    answers[1]?.([{ label: 'new' }]);
    await later;
    assert.deepEqual(
      (await first).map(({ label }) => label),
      ['new'],
    );
  });
});

describe('A tree whose rows change', () => {
  const goal = (label: string, ...steps: readonly OutlineRow[]): OutlineRow => ({ label, key: label, rows: steps });
  const step = (label: string, checked = false): OutlineRow => ({ label, key: `step ${label}`, checked });
  const before = [goal('Fast', step('one'), step('two')), goal('Rust', step('read'))];

  /** What is drawn when these rows become those: `everything`, or the labels. */
  async function drawn(
    after: readonly OutlineRow[],
  ): Promise<{ readonly drawn: readonly string[]; readonly same: boolean }> {
    let rows: readonly OutlineRow[] = before;
    const tree = new OutlineTree(
      () => Promise.resolve(rows),
      () => undefined,
    );
    const nodes = await tree.getChildren();
    await shown(tree); // every row was looked at
    const fired: string[] = [];
    tree.onDidChangeTreeData(changed => fired.push(...(changed?.map(({ label }) => label) ?? ['everything'])));
    rows = after;
    await tree.refresh();
    const again = await tree.getChildren();
    return { drawn: fired, same: nodes.every(node => again.includes(node)) };
  }

  it('draws nothing where they are the same', async () => {
    assert.deepEqual(await drawn(structuredClone(before)), { drawn: [], same: true });
  });

  it('draws a row that changed, and no other', async () => {
    const ticked = [goal('Fast', step('one', true), step('two')), goal('Rust', step('read'))];
    assert.deepEqual(await drawn(ticked), { drawn: ['one'], same: true });
  });

  it('draws a row whose rows came, went or changed places', async () => {
    const cases = [
      [goal('Fast', step('two'), step('one')), before[1]!],
      [goal('Fast', step('one'), step('two'), step('three')), before[1]!],
      [goal('Fast', step('two')), before[1]!],
    ];
    for (const rows of cases) assert.deepEqual(await drawn(rows), { drawn: ['Fast'], same: true });
  });

  it('draws everything only where the outermost rows are others', async () => {
    assert.deepEqual(await drawn([before[0]!]), { drawn: ['everything'], same: false });
    assert.deepEqual(await drawn([before[1]!, before[0]!]), { drawn: ['everything'], same: true });
  });

  it('draws nothing of what nobody opened, but the row that begins to hide something', async () => {
    let rows: readonly OutlineRow[] = [goal('Fast', step('one')), { label: 'Rust', key: 'Rust' }];
    const tree = new OutlineTree(
      () => Promise.resolve(rows),
      () => undefined,
    );
    await tree.getChildren();
    const fired: string[] = [];
    tree.onDidChangeTreeData(changed => fired.push(...(changed?.map(({ label }) => label) ?? ['everything'])));
    rows = [goal('Fast', step('one', true), step('two')), goal('Rust', step('read'))];
    await tree.refresh();
    assert.deepEqual(fired, ['Rust']);
    assert.equal(await shown(tree), 'Fast\n  [x] one\n  [ ] two\nRust\n  [ ] read\n');
  });

  it('draws one row of two hundred goals where one box was ticked', async () => {
    const notes = (ticked: string) =>
      Object.fromEntries(
        Array.from({ length: 200 }, (_, i) => [
          `people/ada/goals/goal-${String(i)}.md`,
          `---\ntype: goal\nskill: Rust\n---\n# Goal ${String(i)}\n\n## Steps\n- [${i === 120 ? ticked : ' '}] First of ${String(i)}\n- [ ] Second of ${String(i)}\n`,
        ]),
      );
    let desk = memoryDesk({ notes: notes(' ') });
    const tree = new OutlineTree(
      () => goalRowsOf(desk),
      () => undefined,
    );
    assert.equal((await tree.getChildren()).length, 200);
    await shown(tree);
    const fired: string[] = [];
    tree.onDidChangeTreeData(changed => fired.push(...(changed?.map(({ label }) => label) ?? ['everything'])));
    desk = memoryDesk({ notes: notes('x') });
    await tree.refresh();
    assert.deepEqual(fired, ['First of 120']);
  });

  it('makes the rows of a folded week once somebody opens it', async () => {
    let made = 0;
    const old = () => withRowsLater({ label: 'Old', folded: true }, () => [{ label: `look ${String(++made)}` }]);
    const tree = new OutlineTree(
      () => Promise.resolve([old()]),
      () => undefined,
    );
    const [week] = await tree.getChildren();
    assert.equal(tree.getTreeItem(week!).collapsibleState, TreeItemCollapsibleState.Collapsed);
    await tree.refresh();
    assert.equal(made, 0);
    assert.equal(await shown(tree), 'Old …\n  look 1\n');
  });

  it('knows its rows by ids of their own, those with the same words too, and their parents', async () => {
    const rows = [goal('Fast', step('one'), step('one')), goal('Rust', step('one'))];
    const tree = new OutlineTree(
      () => Promise.resolve(rows),
      () => undefined,
    );
    const roots = await tree.getChildren();
    const nodes = [...roots, ...roots.flatMap(({ below }) => below)];
    assert.equal(new Set(nodes.map(node => tree.getTreeItem(node).id)).size, 5);
    assert.deepEqual(
      nodes.map(node => tree.getParent(node)?.label),
      [undefined, undefined, 'Fast', 'Fast', 'Rust'],
    );
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
  (mortar-board) Name the skill it grows…
  [x] Find where the time goes
  [ ] One round trip less on writes · due 2026-12-02
(debug-pause) Parked …
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
  (lightbulb) PgBouncer pins · today · for Checkout under 200 ms
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
