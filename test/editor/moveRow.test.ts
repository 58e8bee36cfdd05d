import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { outlineText } from '../support/outlineText.ts';
import type { OutlineRow } from '../../src/core/outline/outlineRow.ts';
import { goalRowsOf, waitingForMe } from '../../src/editor/goals/goalRowsOf.ts';
import { setStatus } from '../../src/editor/goals/goalStatus.ts';
import { drop } from '../../src/editor/goals/moveRow.ts';
import { tick } from '../../src/editor/goals/steps.ts';
import type { OutLoud } from '../../src/editor/outloud.ts';
import { yamlHead } from '../../src/node/yamlHead.ts';
import { memoryDesk } from '../support/memoryDesk.ts';

const goal = (title: string, head: string, ...steps: string[]) =>
  `---\ntype: goal\n${head}---\n# ${title}\n\n## Steps\n${steps.map(step => `- [ ] ${step}\n`).join('')}`;
const notes = {
  'people/ada/ada.md':
    '---\ntype: profile\npurpose: make slow things fast\nvision: [calm on-call, known for Rust]\n---\n# Ada\n',
  'people/ada/goals/fast.md': goal(
    'Fast',
    'vision: calm on-call\ndue: 2026-11-22\n',
    'one',
    'two 📅 2026-11-20',
    'three 📅 2026-11-23',
  ),
  'people/ada/goals/rust.md': goal('Rust', '', 'read'),
  'people/ada/goals/zig.md': goal('Zig', 'status: parked\n', 'wait 📅 2026-11-01'),
  'people/sam/goals/flames.md': goal('Flames', '', 'draw'),
};

function sidebar() {
  const desk = memoryDesk({ notes });
  const outloud = {
    deskWithNotes: () => Promise.resolve(desk),
    world: { yaml: () => Promise.resolve(yamlHead) },
  } as unknown as OutLoud;
  const rows = () => goalRowsOf(desk, { next: () => undefined });
  const row = async (label: string) => {
    const find = (all: readonly OutlineRow[]): OutlineRow | undefined => {
      for (const each of all) {
        const found = each.label === label ? each : find(each.rows ?? []);
        if (found) return found;
      }
      return undefined;
    };
    const found = find(await rows());
    assert.ok(found, label);
    return found;
  };
  return {
    desk,
    outloud,
    row,
    shown: async () => outlineText(await rows()),
    drop: async (label: string, onto?: string) =>
      drop(outloud, await row(label), onto === undefined ? undefined : await row(onto)),
  };
}

const tree = (...lines: string[]) => lines.join('\n');

describe('A row that is dropped', () => {
  it('is shown where it went: steps among steps, goals below visions and among what rests', async () => {
    const { drop, shown } = sidebar();
    await drop('three', 'one');
    await drop('two', 'Rust');
    await drop('Rust', 'Known for Rust');
    await drop('Fast', 'Parked');
    await drop('Zig', 'Calm on-call');
    assert.equal(
      await shown(),
      tree(
        'Make slow things fast',
        '  Calm on-call',
        '    Zig',
        '      [ ] wait · due 2026-11-01, 21 days over',
        '  Known for Rust',
        '    Rust',
        '      [ ] read',
        '      [ ] two · due 2026-11-20, 2 days over',
        'Parked',
        '  Fast · due 2026-11-22',
        '    [ ] three · due 2026-11-23',
        '    [ ] one',
      ),
    );
  });

  it('is taken up where it is dropped on nothing, on the purpose or among what is active', async () => {
    for (const onto of [undefined, 'Make slow things fast', 'Rust']) {
      const { drop, desk } = sidebar();
      await drop('Zig', onto);
      assert.match(desk.files.texts()['people/ada/goals/zig.md'] ?? '', /^status: active$/m);
    }
  });

  it('changes nothing where it has no place', async () => {
    const { drop, desk } = sidebar();
    const before = desk.files.texts();
    await drop('one');
    await drop('one', 'Calm on-call');
    await drop('one', 'Parked');
    await drop('Fast', 'read');
    await drop('Fast', 'Rust');
    assert.deepEqual(desk.files.texts(), before);
  });
});

describe('A fourth goal that is taken up', () => {
  it('lets another one rest, or all be kept', async () => {
    for (const [instead, expected] of [
      ['rust', 'parked'],
      ['none', undefined],
    ] as const) {
      const { desk, outloud } = sidebar();
      desk.files.put('people/ada/goals/third.md', goal('Third', ''));
      desk.notebook.shared.changed();
      assert.equal(await setStatus(outloud, { goal: 'zig', instead }, 'active'), 'active');
      const status = (name: string) =>
        /^status: (\w+)$/m.exec(desk.files.texts()[`people/ada/goals/${name}.md`] ?? '')?.[1];
      assert.deepEqual([status('zig'), status('rust')], ['active', expected]);
    }
  });
});

describe('A box in the sidebar', () => {
  it('ticks the step that moved meanwhile, and none where it is gone', async () => {
    const { desk, outloud, row } = sidebar();
    const path = 'people/ada/goals/fast.md';
    const step = await row('two');
    desk.files.put(path, notes[path].replace('- [ ] one\n', '- [ ] zero\n- [ ] one\n- [ ] half\n'));
    await tick(outloud, step, true);
    assert.match(desk.files.texts()[path] ?? '', /\[ \] half\n- \[x\] two 📅 2026-11-20 ✅ 2026-11-22\n/);
    desk.files.put(path, notes[path].replace('two', '2'));
    await assert.rejects(tick(outloud, step, true), /no longer in its note/);
    assert.equal(desk.files.texts()[path], notes[path].replace('two', '2'));
  });
});

describe('The badge of the goals', () => {
  it('counts what is mine, active, open and due by Sunday', async () => {
    assert.equal(await waitingForMe(memoryDesk({ notes })), 2); // the goal itself and one step, on a Sunday
    assert.equal(await waitingForMe(memoryDesk({ notes, today: '2026-11-23' })), 3);
    assert.equal(await waitingForMe(memoryDesk({ notes, today: '2026-11-01' })), 0);
  });
});
