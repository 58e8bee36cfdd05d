import assert from 'node:assert/strict';
import { misplaced, privatePlace } from '../../../src/core/note/misplaced.ts';
import type { SharedPath } from '../../../src/core/note/notePath.ts';
import { readNote } from '../../../src/core/note/readNote.ts';
import { yamlHead } from '../../../src/node/yamlHead.ts';

describe('A private note among the shared ones', () => {
  const cases: readonly (readonly [text: string, marked: string | undefined])[] = [
    ['---\ntype: learning\nprivate: true\n---\n# A\n', 'private: true'],
    ['---\ntype: learning\n"Private" : no\n---\n# A\n', '"Private" : no'],
    ['---\r\ntype: learning\r\nprivate:\r\n---\r\n# A\r\n', 'private:'],
    ['---\ntype: one-on-one\n---\n# A\n', 'one-on-one'],
    ['---\ntype: hard-moment\n---\n# A\nprivate: true\n', 'hard-moment'],
    ['---\ntype: reflection\nprivate: false\n---\n', 'private: false'],
    ['---\n{type: learning, private: true}\n---\n# A\n', '# A'],
    ['---\ntype: learning\nprivate: false\n---\n# A\n', undefined],
    ['# No note\n\nprivate: true\n', undefined],
  ];
  for (const [text, marked] of cases)
    it(`is marked at ${JSON.stringify(marked)} in ${JSON.stringify(text)}`, () => {
      const problem = misplaced(text, readNote('a.md', text, yamlHead));
      assert.equal(problem && text.slice(problem.at.start, problem.at.end).trim(), marked);
    });

  const places: readonly (readonly [from: string, to: string])[] = [
    ['people/ada/learning/2026-11-22-a.md', 'learning/2026-11-22-a.md'],
    ['people/ada/ada.md', 'ada.md'],
    ['objectives/a.md', 'objectives/a.md'],
    ['people/a.md', 'people/a.md'],
  ];
  for (const [from, to] of places)
    it(`goes from ${from} to ${to}`, () => {
      assert.equal(privatePlace(from as SharedPath), to);
    });
});
