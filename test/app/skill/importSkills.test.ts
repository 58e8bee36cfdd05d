import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { importSkills, planImport } from '../../../src/app/skill/importSkills.ts';
import { memoryDesk } from '../../support/memoryDesk.ts';

const team = [
  { handle: 'ada', name: 'Ada', emails: [], leads: [], role: 'engineer' },
  { handle: 'sam', name: 'Sam', emails: [], leads: [] },
];
const sheet = 'Skill,Ada,Sam,Engineer\nGo,3,5,2\nRust,1,4,\n';
const assessment = 'people/ada/assessments/2026-11-22-ada-ada.md';

describe('importSkills', () => {
  it('says what it would make, then makes skills.md and an assessment of one’s own', async () => {
    const desk = memoryDesk({ team });
    const plan = await planImport(desk, sheet);
    assert.deepEqual(plan.leftOut, ['Sam']);
    assert.deepEqual(desk.files.texts(), {});
    assert.equal(await importSkills(desk, plan), 'skills.md');
    assert.deepEqual(desk.files.texts(), {
      'skills.md': '---\ntype: skills\n---\n# Skills\n\n## Go\n\nHard · expected: engineer 2\n\n## Rust\n\nHard\n',
      [assessment]:
        '---\ntype: assessment\ndate: 2026-11-22\nof: ada\nby: ada\n---\n# Skills of Ada, by Ada\n\n- Go: 3\n- Rust: 1\n',
    });
  });

  it('adds what is missing to a list that is there, and nothing twice', async () => {
    const before = '---\ntype: skills\n---\n# Ours\n\n## GO\nmy words\n';
    const desk = memoryDesk({ team, notes: { 'skills.md': before } });
    const plan = await planImport(desk, sheet);
    assert.deepEqual([plan.known, plan.skills.map(({ name }) => name)], [['Go'], ['Rust']]);
    await importSkills(desk, plan);
    await importSkills(desk, plan);
    assert.equal(desk.files.texts()['skills.md'], `${before}\n## Rust\n\nHard\n`);
    assert.match(desk.files.texts()[assessment] ?? '', /\n- GO: 3\n- Rust: 1\n$/);
  });

  const refused: readonly (readonly [what: string, note: string, said: RegExp])[] = [
    ['can’t be read', '---\ntype: [\n---\n', /no list of skills/],
    ['is something else', '# My skills\n', /no list of skills/],
    ['ends in open code', '---\ntype: skills\n---\n## Go\n```\n', /not closed/],
  ];
  for (const [what, note, said] of refused)
    it(`leaves a skills.md alone that ${what}`, async () => {
      const desk = memoryDesk({ team, notes: { 'skills.md': note } });
      await assert.rejects(importSkills(desk, await planImport(desk, sheet)), said);
      assert.deepEqual(desk.files.texts(), { 'skills.md': note });
    });

  it('says where there is no table', async () => {
    for (const text of ['', 'just words', '# A note\n\nwith words\n'])
      await assert.rejects(planImport(memoryDesk(), text), /There is no table of skills in it/);
  });
});
