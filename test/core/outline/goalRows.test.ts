import assert from 'node:assert/strict';
import { loggedEntryOf } from '../../support/loggedEntry.ts';
import { readGoal, type Goal } from '../../../src/core/goal/goal.ts';
import type { NotePath } from '../../../src/core/note/notePath.ts';
import { readNote } from '../../../src/core/note/readNote.ts';
import { goalRows } from '../../../src/core/outline/goalRows.ts';
import { outlineText } from '../../../src/core/outline/outlineText.ts';
import { yamlHead } from '../../../src/node/yamlHead.ts';

function goal(slug: string, head: string, body: string, shelf: Goal['shelf'] = 'shared'): Goal {
  const path = `people/ada/goals/${slug}.md` as NotePath;
  const text = `---\ntype: goal\n${head}\n---\n${body}`;
  return readGoal({ ...readNote(path, text, yamlHead), path }, text, shelf);
}
const tree = (...expected: string[]) => expected.join('\n');

describe('goalRows', () => {
  const vision = 'vision: be the person others ask about async Rust';
  const goals = [
    goal('old', 'status: done\ndue: 2026-01-01', '# Old one'),
    goal('later', 'status: parked', '# Learn Zig'),
    goal('gone', 'status: dropped', '# Gone'),
    goal(
      'ship-the-new-scheduler',
      `due: 2026-12-18\n${vision}`,
      '# Ship the new scheduler\n' +
        '- KR: p99 of reads 480 → 195 → 200 ms\n- KR: all of it tested\n' +
        '- [x] read the Tokio scheduler ✅ 2026-11-02\n- [ ] replace the hand-made queue 📅 2026-11-20\n' +
        '- [>] moved on → 2026-W47\n- [-] dropped\n',
    ),
    goal('sooner', `due: 2026-11-30\n${vision}`, '# Talk about it'),
  ];

  it('shows the vision, the goals below it, and their steps', () => {
    const entries = [{ goal: 'sooner' }, { goal: 'Sooner' }, { goal: 'ship-the-new-scheduler' }, {}].map(loggedEntryOf);
    assert.equal(
      outlineText(goalRows(goals, { today: '2026-11-22', entries })),
      tree(
        'Be the person others ask about async Rust',
        '  Talk about it · due 2026-11-30 · 2 entries',
        '  Ship the new scheduler · due 2026-12-18 · 1 entry',
        '    p99 of reads · 195 of 200 ms · reached',
        '    all of it tested',
        '    [x] read the Tokio scheduler',
        '    [ ] replace the hand-made queue · due 2026-11-20, 2 days over',
        'Learn Zig · parked',
        'Old one · done',
      ),
    );
  });

  it('leads to the note, and to the line of a step', () => {
    const [row] = goalRows([goal('x', 'status: active', '# X\n- [ ] step\n')]);
    assert.ok(row);
    assert.deepEqual(row.opens, { shelf: 'shared', path: 'people/ada/goals/x.md' });
    assert.deepEqual(row.rows?.[0]?.opens, { shelf: 'shared', path: 'people/ada/goals/x.md', line: 6 });
    assert.deepEqual([row.context, row.icon], ['goal', 'target']);
    assert.deepEqual(row.rows[0].context, 'step');
  });

  it('locks what is hers alone', () => {
    const [row] = goalRows([goal('x', 'status: active', '# X', 'private')]);
    assert.ok(row);
    assert.deepEqual([row.icon, row.opens?.shelf], ['lock', 'private']);
  });

  it('is empty without goals, and plain whatever the notes say', () => {
    assert.deepEqual(goalRows([]), []);
    const plain = '$(flame) [x](command:evil)';
    const hostile = `${plain}\u202E\u001b[31m`;
    const rows = goalRows([goal('x', `vision: "${plain}"`, `# ${hostile}\n- [ ] ${hostile}\n`)]);
    assert.equal(
      outlineText(rows),
      tree('$ (flame) (x)(command:evil)', '  $ (flame) (x)(command:evil)', '    [ ] $ (flame) (x)(command:evil)'),
    );
  });
});
