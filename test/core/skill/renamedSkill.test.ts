import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { applyEdits } from '../../../src/core/note/textEdit.ts';
import { renamedSkill } from '../../../src/core/skill/renamedSkill.ts';

const cases: readonly (readonly [what: string, before: string, name: string, after: string])[] = [
  [
    'behind its facts',
    '## Postgres\n\nHard · expected: engineer 3  \n\n1. Reads\n',
    'PostgreSQL',
    '## PostgreSQL\n\nHard · expected: engineer 3 · formerly: postgres  \n\n1. Reads\n',
  ],
  ['where it has no facts', '## Postgres\n## Go\n', 'SQL', '## SQL\nformerly: postgres\n## Go\n'],
  ['with the line endings there are', '## Postgres\r\n', 'SQL', '## SQL\r\nformerly: postgres\r\n'],
  [
    'behind those it had, once',
    '## Postgres\nHard · formerly: pg, sql · expected: lead 2\n',
    'SQL',
    '## SQL\nHard · formerly: pg, postgres · expected: lead 2\n',
  ],
  ['not where notes name it as before', '## postgres\nHard\n', 'Postgres', '## Postgres\nHard\n'],
];

describe('renamedSkill', () => {
  for (const [what, before, name, after] of cases)
    it(`keeps the old name ${what}`, () => {
      const top = before.includes('\r') ? '# Skills\r\n\r\n' : '# Skills\n\n';
      const text = top + before;
      const edits = renamedSkill(text, 'postgres', name);
      assert.equal(applyEdits(text, edits ?? assert.fail()), top + after);
    });

  it('answers nothing where there is no such skill', () => {
    assert.equal(renamedSkill('# Skills\n', 'postgres', 'SQL'), undefined);
  });
});
