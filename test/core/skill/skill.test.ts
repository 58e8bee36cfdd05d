import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { allNamesOf, readSkills, skillNamed, skillSlug } from '../../../src/core/skill/skill.ts';

const skillsOf = (body: string) => readSkills({ bodyStart: 0 }, `# Skills\n\n${body}`);

describe('readSkills', () => {
  it('reads a skill with its kind, what is expected, and the levels in the words of the team', () => {
    const [skill] = skillsOf(
      '## Postgres\n\nHard · expected: engineer 3, Team lead 4\n\n1. Reads a plan with help\n4. Others ask her\n\nMore words.\n',
    );
    const { at: _, expected, ...said } = skill ?? assert.fail('no skill');
    assert.deepEqual(said, {
      slug: 'postgres',
      name: 'Postgres',
      kind: 'hard',
      levels: ['Reads a plan with help', '', '', 'Others ask her', ''],
    });
    assert.deepEqual([...expected], [['engineer', 3], ['team lead', 4]]); // prettier-ignore
  });

  it('needs no more than a heading', () => {
    const skills = skillsOf('## Giving feedback\nSoft\n## Rust\n## Go\nexpected: engineer 9, lead: 2\n');
    assert.deepEqual(
      skills.map(({ slug, kind, expected }) => [slug, kind, [...expected]]),
      [
        ['giving-feedback', 'soft', []],
        ['rust', 'hard', []],
        ['go', 'hard', [['lead', 2]]],
      ],
    );
  });

  it('keeps the names it had, but none that another skill has now', () => {
    const skills = skillsOf('## PostgreSQL\nHard · formerly: postgres, PG, go\n## Go\n## Rust\nformerly: Iron oxide\n');
    assert.deepEqual(
      skills.map(({ slug, formerly }) => [slug, formerly]),
      [
        ['postgresql', ['postgres', 'pg']],
        ['go', undefined],
        ['rust', ['iron-oxide']],
      ],
    );
    assert.equal(skillNamed('Postgres', skills)?.name, 'PostgreSQL');
    assert.equal(skillNamed('Go', skills)?.name, 'Go');
    assert.deepEqual(allNamesOf('pg', skills), ['postgresql', 'postgres', 'pg']);
    assert.deepEqual(allNamesOf('Zig', skills), ['zig']);
  });

  it('is found by its slug and by its name', () => {
    const skills = skillsOf('## Giving feedback\n## C++\n');
    assert.equal(skillNamed('Giving Feedback', skills)?.name, 'Giving feedback');
    assert.equal(skillNamed('giving-feedback', skills)?.name, 'Giving feedback');
    assert.equal(skillNamed('taking', skills), undefined);
  });

  it('keeps C, C++ and C# apart, by their names and by their slugs', () => {
    const skills = skillsOf('## C\n## C++\n## C#\n');
    assert.deepEqual(
      skills.map(({ slug }) => slug),
      ['c', 'c-plus-plus', 'c-sharp'],
    );
    for (const name of ['C', 'C++', 'C#', 'c++', 'c-sharp'])
      assert.equal(skillNamed(name, skills)?.slug, skillSlug(name), name);
  });
});
