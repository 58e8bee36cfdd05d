import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkSkills } from '../../../src/core/skill/checkSkills.ts';

const check = (text: string) =>
  checkSkills(text).map(({ code, at, detail }) => `${code} “${text.slice(at.start, at.end)}” ${detail ?? ''}`);

describe('checkSkills', () => {
  it('has nothing to say about a matrix that can be read', () => {
    assert.deepEqual(
      check('# S\n## Postgres\nHard · expected: engineer 3, lead 4\n\n1. Reads\n5. Teaches\n## Rust\n'),
      [],
    );
  });

  it('tells of levels, names and roles that can’t be read', () => {
    assert.deepEqual(
      check(
        '# S\n## Postgres\nHard · expected: engineer 3, lead nine,\n\n0. Nothing\n6. All\n## postgres\nhardly anything\n',
      ),
      [
        'skill-roles “lead nine” lead nine',
        'skill-roles “” ',
        'skill-level “0. Nothing” 0',
        'skill-level “6. All” 6',
        'skill-twice “## postgres” postgres',
      ],
    );
  });
});
