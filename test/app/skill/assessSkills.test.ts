import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { assessSkills } from '../../../src/app/skill/assessSkills.ts';
import type { Failure } from '../../../src/app/failure.ts';
import { skillMatrixOf } from '../../../src/app/skill/skillMatrix.ts';
import { memoryDesk } from '../../support/memoryDesk.ts';

const notes = {
  'skills.md': '---\ntype: skills\n---\n# Skills\n\n## Postgres\n## Giving feedback\nSoft\n',
};
const team = [
  { handle: 'lin', name: 'Lin', emails: [], leads: ['ada', 'sam'] },
  { handle: 'ada', name: 'Ada', emails: [], leads: [] },
  { handle: 'sam', name: 'Sam', emails: [], leads: [] },
];
const lin = { handle: 'lin', name: 'Lin', emails: [] };
const todays = 'people/ada/assessments/2026-11-22-ada-ada.md';

describe('assessSkills', () => {
  it('writes a note of today in the words of the team', async () => {
    const desk = memoryDesk({ notes, team });
    const place = await assessSkills(desk, {
      skills: {
        postgres: { level: 3, target: 4, due: '2027-05-31', words: 'reads a plan' },
        'Giving Feedback': { level: 2 },
      },
    });
    assert.deepEqual(place, { shelf: 'shared', path: todays });
    assert.equal(
      desk.files.texts()[todays],
      '---\ntype: assessment\ndate: 2026-11-22\nof: ada\nby: ada\n---\n# Skills of Ada, by Ada\n\n' +
        '- Postgres: 3 → 4 by 2027-05-31 · reads a plan\n- Giving feedback: 2\n',
    );
  });

  it('is written by the leader in her own folder', async () => {
    const desk = memoryDesk({ notes, team, me: lin });
    const place = await assessSkills(desk, { person: 'Ada', skills: { Postgres: { level: 4 } } });
    assert.equal(place.path, 'people/lin/assessments/2026-11-22-ada-lin.md');
    assert.match(
      desk.files.texts()[place.path] ?? '',
      /of: ada\nby: lin\n---\n# Skills of Ada, by Lin\n\n- Postgres: 4\n/,
    );
  });

  const refused: readonly (readonly [what: string, answers: Parameters<typeof assessSkills>[1], said: RegExp])[] = [
    [
      'somebody she does not lead',
      { person: 'sam', skills: { Go: { level: 2 } } },
      /whom you lead. If you lead Sam, write “leads sam”/,
    ],
    ['a level there is not', { skills: { Go: { level: 7 as never } } }, /^Go: a level is a number from 1 to 5\.$/],
    ['a day there is not', { skills: { Go: { level: 2, target: 3, due: 'soon' } } }, /“soon” is no day/],
    ['nothing', { skills: {} }, /at least one skill/],
  ];
  for (const [what, answers, said] of refused)
    it(`refuses ${what}, and writes nothing`, async () => {
      const desk = memoryDesk({ notes, team });
      await assert.rejects(
        assessSkills(desk, answers),
        (error: Failure) => error.name === 'Failure' && said.test(error.message),
      );
      assert.deepEqual(Object.keys(desk.files.texts()), ['skills.md']);
    });

  it('lets nobody set a target for somebody else', async () => {
    const answers = { person: 'ada', skills: { Postgres: { level: 2, target: 5 } } } as const;
    await assert.rejects(assessSkills(memoryDesk({ notes, team, me: lin }), answers), /for Ada to say/);
  });

  it('goes on with a note of the same day without touching her words', async () => {
    const words =
      '---\ntype: assessment\nmood: calm\n---\n# Mine\n\nTired.\n- Postgres: 2 → 4 by 2027-05-31 · a *plan*\n\nMore.\n';
    const desk = memoryDesk({ notes: { ...notes, [todays]: words }, team });
    await assessSkills(desk, { skills: { postgres: { level: 3 }, Rust: { level: 1 } } });
    assert.equal(
      desk.files.texts()[todays],
      words.replace('Postgres: 2', 'Postgres: 3').replace('a *plan*\n', 'a *plan*\n- Rust: 1\n'),
    );
  });

  it('keeps the history, and carries a target on until it is reached or taken away', async () => {
    const desk = memoryDesk({ notes, team });
    const write = async (today: string, answer: Parameters<typeof assessSkills>[1]['skills'][string]) => {
      desk.clock.set({ today });
      const { path } = await assessSkills(desk, { skills: { Postgres: answer } });
      return desk.files.texts()[path]?.split('\n').at(-2);
    };
    assert.deepEqual(
      [
        await write('2026-11-22', { level: 2, target: 4, due: '2027-05-31' }),
        await write('2026-12-22', { level: 3 }),
        await write('2027-01-22', { level: 4 }),
        await write('2027-02-22', { level: 3, target: 5 }),
        await write('2027-03-22', { level: 3, target: null }),
        await write('2027-04-22', { level: 3 }),
      ],
      [
        '- Postgres: 2 → 4 by 2027-05-31',
        '- Postgres: 3 → 4 by 2027-05-31',
        '- Postgres: 4',
        '- Postgres: 3 → 5',
        '- Postgres: 3',
        '- Postgres: 3',
      ],
    );
    assert.equal(Object.keys(desk.files.texts()).filter(path => path.includes('/assessments/')).length, 6);
    const { people } = await skillMatrixOf(desk);
    assert.deepEqual(
      people.find(({ handle }) => handle === 'ada')?.skills[0]?.history.map(({ level }) => level),
      [2, 3, 4, 3, 3, 3],
    );
  });

  it('keeps a private one out of the shared folder, today and later', async () => {
    const desk = memoryDesk({ notes, team });
    const secret = await assessSkills(desk, {
      private: true,
      skills: { Postgres: { level: 1, target: 5, due: '2027-09-09', words: 'zanzibar' } },
    });
    assert.deepEqual(secret, { shelf: 'private', path: 'assessments/2026-11-22-ada-ada.md' });
    assert.match(desk.privateFiles.texts()[secret.path] ?? '', /\nprivate: true\n[^]*zanzibar/);
    desk.clock.set({ today: '2026-12-01' });
    await assessSkills(desk, { skills: { Postgres: { level: 2 } } });
    const open = JSON.stringify(desk.files.texts());
    assert.match(open, /- Postgres: 2\\n/);
    assert.doesNotMatch(open, /zanzibar|2027-09-09|→ 5/);
    const others = memoryDesk({ notes: desk.files.texts(), team, me: lin });
    assert.doesNotMatch(JSON.stringify(await skillMatrixOf(others)), /zanzibar|2027-09-09/);
  });

  it('does not write to a note that can’t be read', async () => {
    const broken = '---\ntype: [\n---\n- Postgres: 2\n';
    const desk = memoryDesk({ notes: { ...notes, [todays]: broken }, team });
    await assert.rejects(assessSkills(desk, { skills: { Postgres: { level: 3 } } }), /can’t be read/);
    assert.equal(desk.files.texts()[todays], broken);
  });
});
