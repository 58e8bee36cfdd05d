import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { goalAround, stagesAround } from '../../../src/app/goal/goalAround.ts';
import { memoryDesk } from '../../support/memoryDesk.ts';

const notes = {
  'skills.md': '---\ntype: skills\n---\n# Skills\n\n## Rust\n\n## Giving feedback\n\nSoft\n',
  'objectives/q4.md': '---\ntype: objective\ndue: 2026-12-31\n---\n# Q4\n',
  'people/ada/goals/async-rust.md': '---\ntype: goal\nskill: rust\n---\n# Async Rust\n',
  'people/ada/goals/old.md': '---\ntype: goal\nstatus: done\n---\n# Old\n',
  'people/sam/goals/sams.md': '---\ntype: goal\n---\n# Sam’s\n',
  'people/sam/sam.md': '---\ntype: profile\noffers: [Rust]\n---\n# Sam\n',
  'people/ada/ada.md': '---\ntype: profile\noffers: [measuring]\n---\n# Ada\n',
  'people/ada/learning/2026-11-01-a.md': '---\ntype: learning\ngoal: Async-Rust\n---\n# A\n',
  'people/ada/learning/2026-11-05-b.md': '---\ntype: learning\ngoal: async-rust\n---\n# B\n',
  'people/sam/learning/2026-11-20-c.md': '---\ntype: learning\ngoal: async-rust\n---\n# C\n',
  'people/ada/learning/2026-11-06-book.md': '---\ntype: book\nskills: [Databases]\n---\n# Book\n',
  'people/lin/assessments/2026-11-01-ada-lin.md':
    '---\ntype: assessment\nof: ada\nby: lin\n---\n# A\n\n- Giving feedback: 3\n- words\n',
  'people/sam/assessments/2026-11-01-sam-sam.md':
    '---\ntype: assessment\nof: sam\nby: sam\n---\n# A\n\n- Measuring: 3\n',
};
const privateNotes = { 'goals/quiet.md': '---\ntype: goal\nprivate: true\n---\n# Quiet\n' };

describe('What is around the goals of the person at the desk', () => {
  it('is her own goals on both shelves, and what the whole team has', async () => {
    const desk = memoryDesk({ notes, privateNotes, team: [{ handle: 'ada', emails: [], leads: [] }] });
    const { goals, objectives, skills, toldOn, team } = await goalAround(desk);
    assert.deepEqual(goals, [
      { slug: 'async-rust', status: 'active', skill: 'rust' },
      { slug: 'old', status: 'done' },
      { slug: 'quiet', status: 'active' },
    ]);
    assert.deepEqual(
      objectives.map(({ slug }) => slug),
      ['q4'],
    );
    assert.deepEqual(
      skills?.map(({ name, kind }) => `${name} ${kind}`),
      ['Rust hard', 'Giving feedback soft'],
    );
    assert.deepEqual([...toldOn], [['async-rust', '2026-11-05']]);
    assert.deepEqual(team, ['ada']);
  });

  it('knows that a renamed goal was told of under the name it had', async () => {
    const rust = 'people/ada/goals/async-rust.md';
    const { [rust]: goal = '', ...others } = notes;
    const desk = memoryDesk({
      notes: { ...others, 'people/ada/goals/tokio.md': goal.replace('\n', '\naliases: [async-rust]\n') },
    });
    assert.deepEqual([...(await goalAround(desk)).toldOn], [['tokio', '2026-11-05']]);
    assert.deepEqual([...(await stagesAround(desk)).told], ['tokio']);
  });

  it('has no skills where there is no list of them', async () => {
    assert.equal('skills' in (await goalAround(memoryDesk({ notes: {} }))), false);
  });

  it('knows what her stages are derived from, and reads no goal for it', async () => {
    const { assessed, resources, told } = await stagesAround(memoryDesk({ notes, privateNotes }));
    assert.deepEqual([...assessed], ['giving-feedback']);
    assert.deepEqual([...resources].toSorted(), ['databases', 'rust']);
    assert.deepEqual([...told], ['async-rust']);
  });
});
