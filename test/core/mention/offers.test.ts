import assert from 'node:assert/strict';
import fc from 'fast-check';
import { blankAt } from '../../../src/core/mention/blank.ts';
import { namesForOthers } from '../../../src/core/mention/names.ts';
import { offersFor, type OfferedCommit } from '../../../src/core/mention/offers.ts';
import { namesOf } from '../../../src/app/mention/namesOf.ts';
import type { SharedPath } from '../../../src/core/note/notePath.ts';
import { memoryDesk } from '../../support/memoryDesk.ts';

const note = (head: string, title: string) => `---\n${head}\n---\n# ${title}\n`;
const notes = {
  'skills.md': `${note('type: skills', 'Skills')}\n## Postgres\nHard\n\n## Public speaking\nSoft\n`,
  'objectives/faster.md': note('type: objective\ndue: 2026-12-31', 'Faster checkout'),
  'objectives/over.md': note('type: objective\nstatus: done', 'Over'),
  'people/ada/goals/later.md': note('type: goal\nstatus: parked', 'Later'),
  'people/ada/goals/checkout.md': note('type: goal\ndue: 2026-12-18\nvision: calm systems', 'Checkout under 200 ms'),
  'people/ada/goals/secret.md': note('type: goal\nprivate: true', 'Secret'),
  'people/sam/goals/rust.md': note('type: goal', 'Rust'),
  'people/sam/goals/hidden.md': note('type: goal\nprivate: true', 'Hidden'),
  'people/ada/learning/2026-11-18-pool.md': note(
    'type: learning\ndate: 2026-11-18\ntags: [pgbouncer, old]',
    'The pool',
  ),
  'people/ada/learning/2026-11-20-set.md': note('type: win\ndate: 2026-11-20\ntags: [sql]', 'SET [x](command:y)'),
  'people/sam/learning/2026-11-21-ci.md': note('type: learning\ndate: 2026-11-21\ntags: [ci, "$(flame) x"]', 'CI'),
};
const desk = memoryDesk({
  notes,
  privateNotes: {
    'goals/own.md': note('type: goal', 'My own'),
    'learning/x.md': note('type: learning\ntags: [salary]', 'X'),
  },
  team: [
    { handle: 'ada', name: 'Ada', emails: [], leads: [] },
    { handle: 'sam', name: 'Sam', emails: [], leads: [], role: 'engineer' },
  ],
});
const commits: readonly OfferedCommit[] = [{ ref: 'shop 4f1c2a9', subject: 'Fewer trips', day: '2026-11-20' }];

/** The text with the first two offers taken, and how they are listed. The cursor is at `|`. */
async function offered(marked: string, isShared = true): Promise<readonly string[]> {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const names = await namesOf(desk);
  const blank = blankAt(text, offset);
  if (!blank) return [];
  const path = 'people/ada/goals/checkout.md' as SharedPath;
  const offers = offersFor(blank, isShared ? namesForOthers(names) : names, { shelf: 'shared', path, text, commits });
  return offers.map(
    ({ label, detail = '', insert }) =>
      `${label}${detail === '' ? '' : ` (${detail})`} → ${lineAt(text.slice(0, blank.at.start) + insert + text.slice(blank.at.end), offset)}`,
  );
}
const lineAt = (text: string, offset: number) =>
  text.slice(text.lastIndexOf('\n', offset - 1) + 1).split('\n')[0] ?? '';
const inGoal = (line: string) => `---\ntype: goal\n${line}\ndue: 2026-12-18\n---\n# T\n`;

describe('Completion', () => {
  it('of a goal: mine first, active first, and nobody’s private ones', async () => {
    assert.deepEqual(await offered('# T\nfor goal:ch|'), [
      'checkout (Checkout under 200 ms · due 2026-12-18) → for goal:checkout',
      'later (Later · parked) → for goal:later',
      'rust (Rust · Sam) → for goal:rust',
    ]);
    assert.deepEqual((await offered('# T\nfor goal:|', false)).length, 5);
  });

  it('of the values of a front matter, wherever the cursor is in them', async () => {
    const first = async (line: string) => (await offered(inGoal(line)))[0];
    assert.equal(await first('goal:|'), 'checkout (Checkout under 200 ms · due 2026-12-18) → goal: checkout');
    assert.equal(await first('goal: |'), 'checkout (Checkout under 200 ms · due 2026-12-18) → goal: checkout');
    assert.equal(
      await first('goal: xy|z # why'),
      'checkout (Checkout under 200 ms · due 2026-12-18) → goal: checkout # why',
    );
    assert.equal(await first('objective: |'), 'faster (Faster checkout · due 2026-12-31) → objective: faster');
    assert.equal(await first('skills: [go, p|]'), 'Postgres (hard) → skills: [go, postgres]');
    assert.equal(await first('skills:\n  - |'), 'Postgres (hard) → - postgres'.replace('- ', '  - '));
    assert.equal(await first('"allies":\n- sam\n-|'), 'sam (Sam · engineer) → - sam');
    assert.equal(await first('vision: |'), 'calm systems → vision: calm systems');
    assert.equal(await first('tags: [|]'), 'sql (SET [x](command:y)) → tags: [sql]');
  });

  it('of words from a list', async () => {
    const words = async (line: string) => (await offered(inGoal(line))).map(offer => offer.replace(/ →.*/, ''));
    assert.deepEqual(await words('status: |'), ['active', 'parked', 'done', 'dropped']);
    assert.deepEqual(await words('kind:|'), ['smart', 'okr']);
    assert.deepEqual(await words('method: p|'), ['self-study', 'peers', 'project', 'mentoring', 'group']);
    assert.equal((await offered('---\ntype: |\n---\n'))[0], 'learning → type: learning');
  });

  it('of tags, skills and people in the text', async () => {
    const labels = async (text: string) => (await offered(text)).map(offer => offer.replace(/ \(.*/, ''));
    assert.deepEqual(await labels('# T\nsee #|'), ['sql', 'old', 'pgbouncer', 'ci']);
    assert.deepEqual(await labels('# T\nsee @s|'), ['sam', 'ada']);
    assert.equal((await offered('# T\nskill:|'))[1], 'Public speaking (soft) → skill:public-speaking');
    assert.equal((await offered('# T\nskill:"pub|lic"'))[1], 'Public speaking (soft) → skill:public-speaking');
  });

  it('of evidence: my notes and commits that are not there yet', async () => {
    const goal = (line: string) => `# T\n\n## Evidence\n- [The pool](../learning/2026-11-18-pool.md)\n${line}`;
    const expected = (before: string) => [
      `SET [x](command:y) (win · 2026-11-20) → ${before}[SET \\[x\\](command:y)](../learning/2026-11-20-set.md)`,
      `Fewer trips (shop 4f1c2a9 · 2026-11-20) → ${before}shop 4f1c2a9`,
    ];
    assert.deepEqual(await offered(goal('- |')), expected('- '));
    assert.deepEqual(await offered(goal('- [|]')), expected('- '));
    assert.deepEqual(await offered(goal('- [x] reads are fast: |')), expected('- [x] reads are fast: '));
  });

  it('of nothing elsewhere', async () => {
    const places = [
      ...['# T\n#|', '# T\n##|', '# T\nmail a@|', '# T\n`#|`', '# T\n```\n#|\n```', '# T\n<!-- @| -->', '# T\nwords |'],
      ...[
        inGoal('mood: |'),
        inGoal('goal: a # |'),
        inGoal('from: |'),
        inGoal('tags: [a] |'),
        '---|\ntype: goal\n---\n',
      ],
      ...['---\ngoal: |\n', '---js\ngoal: |\n---\n', '# T\n- |'],
    ];
    for (const place of places) assert.deepEqual(await offered(place), [], place);
  });

  it('never throws, and replaces only what touches the cursor', () => {
    const piece = fc.constantFrom(
      '---\n',
      'goal: ',
      'tags: [',
      '- ',
      ', ',
      ']',
      '"',
      '#',
      '@',
      'goal:',
      'a',
      '\n',
      ' ',
      '`',
      '\r\n',
      '## Evidence\n',
    );
    const text = fc.array(piece, { maxLength: 25 }).map(parts => parts.join(''));
    fc.assert(
      fc.property(
        fc.oneof(
          text,
          text.map(inner => `---\n${inner}\n---\n`),
        ),
        fc.nat(),
        (note, place) => {
          const offset = place % (note.length + 1);
          const at = blankAt(note, offset)?.at ?? { start: offset, end: offset };
          assert.ok(at.start <= offset && offset <= at.end && at.end <= note.length);
          assert.ok(!note.slice(at.start, at.end).includes('\n'));
        },
      ),
      { numRuns: 3000 },
    );
  });
});
