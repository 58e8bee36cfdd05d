import assert from 'node:assert/strict';
import { loggedEntryOf } from '../../support/loggedEntry.ts';
import { readGoal, type Goal } from '../../../src/core/goal/goal.ts';
import type { NotePath, SharedPath } from '../../../src/core/note/notePath.ts';
import { readNote } from '../../../src/core/note/readNote.ts';
import { goalRows } from '../../../src/core/outline/goalRows.ts';
import type { OutlineRow } from '../../../src/core/outline/outlineRow.ts';
import { outlineText } from '../../support/outlineText.ts';
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
        '- KR: p99 of reads 480 → 195 → 200 ms\n- KR: p99 of writes 900 → 640 → 300 ms\n- KR: all of it tested\n' +
        '- [x] read the Tokio scheduler ✅ 2026-11-02\n  - [ ] its tests too\n- [ ] replace the hand-made queue 📅 2026-11-20\n' +
        '- [>] moved on → 2026-W47\n- [-] dropped\n' +
        '## Evidence\n- [PgBouncer pins a session](../learning/pins.md)\n- [x] reads under 200 ms: shop 1d0e77b..4f1c2a9\n',
    ),
    goal('sooner', `due: 2026-11-30\n${vision}`, '# Talk about it'),
  ];

  it('counts the entries that name a goal as it was called before', () => {
    const renamed = goal('fast', 'aliases: [checkout]', '# Reads are fast');
    const entries = [{ goal: 'checkout' }, { goal: 'fast' }, { goal: 'Reads are fast' }, { goal: 'other' }];
    assert.equal(
      outlineText(goalRows([renamed], { entries: entries.map(loggedEntryOf) })),
      'Reads are fast · 3 entries',
    );
  });

  it('shows the vision, the goals below it with what shall happen and what she does, and folds the rest', () => {
    const entries = [{ goal: 'sooner' }, { goal: 'Sooner' }, { goal: 'ship-the-new-scheduler' }, {}].map(loggedEntryOf);
    assert.equal(
      outlineText(goalRows(goals, { today: '2026-11-22', entries })),
      tree(
        'Be the person others ask about async Rust',
        '  Talk about it · due 2026-11-30 · 2 entries',
        '  Ship the new scheduler · due 2026-12-18 · 1 of 3 key results reached · 1 entry',
        '    p99 of reads · 195 of 200 ms · reached',
        '    p99 of writes · 640 of 300 ms · 340 to go',
        '    all of it tested · key result',
        '    [x] read the Tokio scheduler',
        '      [ ] its tests too',
        '    [ ] replace the hand-made queue · due 2026-11-20, 2 days over',
        '    Evidence',
        '      PgBouncer pins a session',
        '      reads under 200 ms · shop 1d0e77b..4f1c2a9',
        'Parked',
        '  Learn Zig',
        'Done',
        '  Old one',
      ),
    );
  });

  it('begins with the purpose and the visions of the profile, one without a goal among them', () => {
    const profile = {
      path: 'people/ada/ada.md' as SharedPath,
      purpose: 'make slow systems fast',
      visions: ['Calm on-call', 'Be the person others ask about  ASYNC Rust.'],
    };
    assert.equal(
      outlineText(
        goalRows([...goals.slice(0, 3), goals[4]!, goal('alone', 'due: 2026-12-01', '# Alone')], { profile }),
      ),
      tree(
        'Make slow systems fast',
        '  Calm on-call · no active goal',
        '    Set a goal for it',
        '  Be the person others ask about ASYNC Rust.',
        '    Talk about it · due 2026-11-30',
        'Alone · due 2026-12-01',
        'Parked',
        '  Learn Zig',
        'Done',
        '  Old one',
      ),
    );
  });

  it('lets others only look: no boxes, nothing to do, no menu that writes', () => {
    const entries = [loggedEntryOf({ goal: 'sooner' })];
    const next = () => ({ label: 'Say how you will know' });
    const profile = { path: 'people/ada/ada.md' as SharedPath, visions: ['calm on-call'] };
    const rows = goalRows(goals, { isMine: false, entries, next, profile });
    assert.doesNotMatch(outlineText(rows), /\[[ x]\]|entr|Say how|Set a goal/);
    const contexts = (all: readonly OutlineRow[]): readonly string[] =>
      all.flatMap(({ context = '', rows: below = [] }) => [context, ...contexts(below)]);
    assert.deepEqual(
      contexts(rows).filter(context => /\bmine\b/.test(context)),
      [],
    );
  });

  it('asks a goal that is done what it taught', () => {
    const next = () => ({ label: 'Say what it taught you' });
    const all = [goal('x', 'status: done', '# X'), goal('y', 'status: parked', '# Y')];
    assert.equal(
      outlineText(goalRows(all, { next })),
      tree('Parked', '  Y', 'Done', '  X', '    Say what it taught you'),
    );
  });

  it('puts what is next above the rows of an active goal, and what others found below them', () => {
    const mine = goal('x', '', '# X\n- [ ] step\n');
    const proposed = new Map([[mine.path, [{ label: 'Retry storm fixed', detail: 'shop a1b2c3d' }]]]);
    const next = ({ slug }: Goal) => ({ label: `Say how you will know (${slug})` });
    assert.equal(
      outlineText(goalRows([mine, goal('y', 'status: parked', '# Y')], { proposed, next })),
      tree('X', '  Say how you will know (x)', '  [ ] step', '  Retry storm fixed · shop a1b2c3d', 'Parked', '  Y'),
    );
  });

  it('has a box for a key result that has one in the note', () => {
    const body = '# X\n## Key results\n- [ ] everyone can deploy\n- [x] p99 480 → 190 ms\n- calm nights\n';
    assert.equal(
      outlineText(goalRows([goal('x', '', body)])),
      tree(
        'X · 1 of 3 key results reached',
        '  [ ] everyone can deploy · key result',
        '  [x] p99 · from 480 to 190 ms · reached',
        '  calm nights · key result',
      ),
    );
  });

  it('keeps a few lines of evidence in sight, and folds many', () => {
    const isFolded = (count: number) => {
      const lines = Array.from({ length: count }, (_, i) => `- shop 1d0e77${i}\n`).join('');
      const [row] = goalRows([goal('proven', 'status: active', `# Proven\n\n## Evidence\n${lines}`)]);
      return row?.rows?.map(({ label, folded }) => [label, folded]);
    };
    assert.deepEqual(isFolded(1), [['Evidence', false]]);
    assert.deepEqual(isFolded(4), [['Evidence', true]]);
  });

  it('says a step in full where one points at it', () => {
    const words = `measure ${'every query '.repeat(20)}`.trim();
    const [row] = goalRows([goal('x', 'status: active', `# X\n- [ ] ${words} 📅 2026-12-02\n`)]);
    assert.equal(row?.rows?.[0]?.tooltip, `${words} · due 2026-12-02`);
  });

  it('leads to the note, and to the line of a step', () => {
    const [row] = goalRows([goal('x', 'status: active', '# X\n- [ ] step\n')]);
    assert.ok(row);
    const place = { shelf: 'shared', path: 'people/ada/goals/x.md' };
    assert.deepEqual([row.opens, row.rows?.[0]?.opens], [place, { ...place, line: 6 }]);
    assert.deepEqual([row.context, row.icon], ['goal active mine', 'target']);
    assert.deepEqual(row.rows?.[0]?.context, 'step mine');
    assert.deepEqual(
      [row.answers, row.rows[0].answers],
      [
        { goal: 'x', ...place },
        { goal: 'x', ...place, step: 'step', line: 6 },
      ],
    );
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
      tree('$ (flame) (x)(command:evil)', '  $ (flame) (x)(command:evil)', '    [ ] $ (flame) x'),
    );
  });
});
