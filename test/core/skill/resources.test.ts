import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readResources } from '../../../src/core/skill/resources.ts';

const shown = (body: string) =>
  readResources({ bodyStart: 0 }, `# Resources\n\n${body}\n`).map(
    ({ title, address = '-', skills, method = '-', budget = '-', verdict = '-', line }) =>
      [line, title, address, skills.join(' '), method, budget, verdict].join(' | '),
  );

describe('readResources', () => {
  const cases: readonly (readonly [what: string, body: string, ...expected: string[]])[] = [
    [
      'everything',
      '- [DDIA](https://forge.example/ddia) · skill: Databases, postgres · method: self-study · budget: 40 € · verdict: *worth* it (ada)',
      '3 | DDIA | https://forge.example/ddia | databases postgres | self-study | 40 € | worth it (ada)',
    ],
    ['any order', '- Reading group · method: Group · skills: rust', '3 | Reading group | - | rust | group | - | -'],
    ['a title alone', '- A walk', '3 | A walk | - |  | - | - | -'],
    ['an unknown method as none', '- A walk · method: sleeping', '3 | A walk | - |  | - | - | -'],
    ['no nested items', '- A walk\n  - with Sam', '3 | A walk | - |  | - | - | -'],
    ['an address in brackets', '- [One](<people/ada/a b.md>)', '3 | One | people/ada/a b.md |  | - | - | -'],
  ];
  for (const [what, body, ...expected] of cases)
    it(`reads ${what}`, () => {
      assert.deepEqual(shown(body), expected);
    });
});
