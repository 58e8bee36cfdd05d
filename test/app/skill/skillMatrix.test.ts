import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { skillMatrixOf } from '../../../src/app/skill/skillMatrix.ts';
import { memoryDesk } from '../../support/memoryDesk.ts';

const notes = {
  'skills.md':
    '---\ntype: skills\n---\n# Skills\n\n## Postgres\nexpected: engineer 3\n\n4. Others ask her\n\n## Rust\n',
  'people/ada/ada.md': '---\ntype: profile\nrole: Engineer\n---\n# Ada\n\n## Offers\n- Rust\n',
  'people/lin/lin.md': '---\ntype: profile\noffers: [postgres]\n---\n# Lin\n',
  'people/ada/assessments/2026-11-02-ada-ada.md':
    '---\ntype: assessment\ndate: 2026-11-02\nof: ada\nby: ada\n---\n- Postgres: 2 → 3 by 2027-05-31\n- Rust: 4\n',
  'people/lin/assessments/2026-11-03-ada-lin.md':
    '---\ntype: assessment\ndate: 2026-11-03\nof: ada\nby: lin\n---\n- Postgres: 3\n',
  'people/sam/assessments/2026-11-03-sam-sam.md':
    '---\ntype: assessment\ndate: 2026-11-03\nprivate: true\n---\n- Zanzibar: 1\n',
  'people/ada/learning/2026-11-02-x.md': '---\ntype: learning\n---\n# X\n',
};
const privateNotes = {
  'assessments/2026-11-05-ada-ada.md': '---\ntype: assessment\nof: ada\nprivate: true\n---\n- Rust: 2 · honestly\n',
};
const team = [
  { handle: 'lin', name: 'Lin', emails: [], leads: ['ada'] },
  { handle: 'ada', name: 'Ada', emails: [], leads: [], role: 'lead' },
];

describe('skillMatrixOf', () => {
  it('puts together what the notes say, the profile’s role before the team’s', async () => {
    const desk = memoryDesk({ notes, privateNotes, team });
    const { people, skills, team: map } = await skillMatrixOf(desk);
    assert.deepEqual(
      people.map(({ handle, role = '-' }) => `${handle} ${role}`),
      ['lin -', 'ada engineer'],
    );
    assert.deepEqual(skills[0]?.levels, ['', '', '', 'Others ask her', '']);
    const [postgres, rust] = people[1]?.skills ?? [];
    assert.deepEqual(
      [postgres?.self?.level, postgres?.leader?.level, postgres?.expected, postgres?.target, postgres?.due],
      [2, 3, 3, 3, '2027-05-31'],
    );
    assert.deepEqual([rust?.self?.level, rust?.self?.isPrivate, rust?.offers], [2, true, true]);
    assert.deepEqual(map[1]?.teachers, ['ada']);
  });

  it('never gives a private word to others', async () => {
    const lin = { handle: 'lin', name: 'Lin', emails: [] };
    const seen = JSON.stringify(await skillMatrixOf(memoryDesk({ notes, team, me: lin })));
    assert.doesNotMatch(seen, /anzibar|honestly/);
  });

  it('knows a skill once that stands twice in its note', async () => {
    const skills = '---\ntype: skills\n---\n## Go\nSoft\n## go\n';
    const { skills: found } = await skillMatrixOf(memoryDesk({ notes: { 'skills.md': skills } }));
    assert.deepEqual(
      found.map(({ name, kind }) => [name, kind]),
      [['Go', 'soft']],
    );
  });

  it('reads no other texts', async () => {
    const desk = memoryDesk({ notes, privateNotes, team });
    await desk.notebook.shared.notes();
    desk.files.calls.length = 0;
    await skillMatrixOf(desk);
    assert.deepEqual(desk.files.calls.filter(call => call.startsWith('read')).toSorted(), [
      'read people/ada/ada.md',
      'read people/ada/assessments/2026-11-02-ada-ada.md',
      'read people/lin/assessments/2026-11-03-ada-lin.md',
      'read skills.md',
    ]);
  });

  it('goes on without a note that was taken away a moment ago', async () => {
    const desk = memoryDesk({ notes, privateNotes, team });
    await desk.notebook.shared.notes();
    desk.files.remove('people/lin/assessments/2026-11-03-ada-lin.md');
    const { people } = await skillMatrixOf(desk);
    assert.equal(people[1]?.skills[0]?.leader, undefined);
    assert.equal(people[1]?.skills[0]?.self?.level, 2);
  });

  it('knows people by their notes where there is no team, and says nothing where there is nothing', async () => {
    const { people } = await skillMatrixOf(memoryDesk({ notes }));
    assert.deepEqual(
      people.map(({ handle }) => handle),
      ['ada', 'lin'],
    );
    const empty = await skillMatrixOf(memoryDesk());
    assert.deepEqual(empty, { me: 'ada', skills: [], people: [{ handle: 'ada', name: 'Ada', skills: [] }], team: [] });
  });
});
