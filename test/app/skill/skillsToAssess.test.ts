import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { skillGaps } from '../../../src/app/skill/skillGaps.ts';
import { peopleLedBy, skillsToAssess } from '../../../src/app/skill/skillsToAssess.ts';
import { memoryDesk } from '../../support/memoryDesk.ts';

const notes = {
  'skills.md':
    '---\ntype: skills\n---\n# Skills\n\n## Go\n## Postgres\nexpected: engineer 3\n## Rust\n## Talks\nexpected: lead 2\n',
  'people/ada/goals/rust.md': '---\ntype: goal\nskill: Rust\n---\n# Async Rust\n',
  'people/ada/goals/go.md': '---\ntype: goal\nstatus: parked\nskill: go\n---\n# Go\n',
  'people/ada/assessments/2026-11-02-ada-ada.md': '---\ntype: assessment\nof: ada\n---\n- Postgres: 2\n- Sewing: 1\n',
  'people/lin/assessments/2026-11-03-ada-lin.md': '---\ntype: assessment\nof: ada\n---\n- Postgres: 4\n',
};
const privateNotes = {
  'assessments/2026-11-05-ada-ada.md':
    '---\ntype: assessment\nof: ada\n---\n- Postgres: 1 → 5 by 2027-01-01\n- Knitting: 1 → 5\n',
};
const team = [
  { handle: 'lin', name: 'Lin', emails: [], leads: ['Sam', 'ada', 'gone'] },
  { handle: 'ada', name: 'Ada', emails: [], leads: [], role: 'engineer' },
  { handle: 'sam', emails: [], leads: [] },
];
const lin = { handle: 'lin', name: 'Lin', emails: [] };

describe('skillsToAssess', () => {
  const shown = async (desk: ReturnType<typeof memoryDesk>) =>
    (await skillsToAssess(desk, { handle: 'ada' })).map(
      ({ name, isProposed, last, expected }) =>
        `${isProposed ? '[x]' : '[ ]'} ${name}${last ? ` ${last.level}` : ''}${expected ? `, expected ${expected}` : ''}`,
    );

  it('proposes what the role asks for and what an active goal names, with what she said last', async () => {
    assert.deepEqual(await shown(memoryDesk({ notes, team })), [
      '[x] Postgres 2, expected 3',
      '[x] Rust',
      '[ ] Go',
      '[ ] Talks',
      '[ ] Sewing 1',
    ]);
  });

  it('shows a leader what she said herself', async () => {
    assert.equal((await shown(memoryDesk({ notes, team, me: lin })))[0], '[x] Postgres 4, expected 3');
  });

  it('knows whom somebody leads, in the order of the team', () => {
    assert.deepEqual(peopleLedBy({ me: lin, team }), [
      { handle: 'ada', name: 'Ada' },
      { handle: 'sam', name: 'sam' },
    ]);
    assert.deepEqual(peopleLedBy(memoryDesk({ team })), []);
  });
});

describe('A goal that was taken away a moment ago', () => {
  it('is passed over', async () => {
    const desk = memoryDesk({ notes, team });
    await desk.notebook.shared.notes();
    desk.files.remove('people/ada/goals/rust.md');
    const { gaps } = await skillGaps(desk);
    assert.deepEqual(
      gaps.map(({ skill }) => skill),
      ['postgres'],
    );
  });
});

describe('The gaps that may go into a shared note', () => {
  it('know nothing that is private', async () => {
    const { gaps, openGaps } = await skillGaps(memoryDesk({ notes, team, privateNotes }));
    const shown = (all: typeof gaps) =>
      all.map(({ skill, now = '?', wanted, due = '-' }) => `${skill} ${now} ${wanted} ${due}`);
    assert.deepEqual(shown(gaps), ['postgres 1 5 2027-01-01', 'rust ? 1 -', 'knitting 1 5 -']);
    assert.deepEqual(shown(openGaps), ['postgres 2 3 -', 'rust ? 1 -']);
  });
});
