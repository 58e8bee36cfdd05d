import assert from 'node:assert/strict';
import { stepAdded } from '../../../src/core/goal/addStep.ts';
import { applyEdits } from '../../../src/core/note/textEdit.ts';

const added = (text: string, words = 'write') => applyEdits(text, stepAdded(text, words));

describe('stepAdded', () => {
  const cases: readonly (readonly [why: string, before: string, after: string])[] = [
    [
      'behind the last step',
      '## Steps\n- [x] a\n- [ ] b\n\n## Evidence\n',
      '## Steps\n- [x] a\n- [ ] b\n- [ ] write\n\n## Evidence\n',
    ],
    ['behind what is nested in it', '- [ ] a\n  - [ ] a1\n  words', '- [ ] a\n  - [ ] a1\n  words\n- [ ] write'],
    ['written as that one is', '1. [x] a\r\n2. [x] b\r\n', '1. [x] a\r\n2. [x] b\r\n3. [ ] write\r\n'],
    ['with the star that others have', '* [ ] a\n', '* [ ] a\n* [ ] write\n'],
    ['below an empty heading', '# X\n## Steps\n', '# X\n## Steps\n- [ ] write\n'],
    ['below an empty heading at the very end', '# X\n## Steps', '# X\n## Steps\n- [ ] write\n'],
    [
      'below the words there',
      '## Steps\nAs I go.\n\n## Evidence\n- x\n',
      '## Steps\nAs I go.\n\n- [ ] write\n\n## Evidence\n- x\n',
    ],
    [
      'above the evidence',
      '# X\n\n## Evidence\n- [x] proof\n',
      '# X\n\n## Steps\n\n- [ ] write\n\n## Evidence\n- [x] proof\n',
    ],
    [
      'at the end of a bare goal',
      '---\ntype: goal\n---\n# X\n',
      '---\ntype: goal\n---\n# X\n\n## Steps\n\n- [ ] write\n',
    ],
    [
      'in place of the words a new goal is made with',
      '## Steps\n\n- [ ] The first small step\n',
      '## Steps\n\n- [ ] write\n',
    ],
    [
      'and not among key results',
      '## Key results\n- [ ] p99 9 → 2\n',
      '## Key results\n- [ ] p99 9 → 2\n\n## Steps\n\n- [ ] write\n',
    ],
  ];
  for (const [why, before, after] of cases)
    it(why, () => {
      assert.equal(added(before), after);
    });

  it('is one line, whatever was typed', () => {
    assert.equal(added('- [ ] a\n', '  two\nlines\u202E '), '- [ ] a\n- [ ] two lines\n');
  });
});
