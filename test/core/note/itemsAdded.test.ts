import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { itemsAdded } from '../../../src/core/note/itemsAdded.ts';
import { applyEdits } from '../../../src/core/note/textEdit.ts';

const after = (text: string, ...lines: string[]) => applyEdits(text, itemsAdded(text, 'Resources', lines));

describe('itemsAdded', () => {
  const cases: readonly (readonly [what: string, before: string, expected: string])[] = [
    ['a heading where there is none', '# Goal\n\nWords\n', '# Goal\n\nWords\n\n## Resources\n\n- A\n- B\n'],
    [
      'nothing but the lines below a list',
      '## Resources\n\n- Z\n\n## Steps\n',
      '## Resources\n\n- Z\n- A\n- B\n\n## Steps\n',
    ],
    ['what is not there yet', '## resources\n* A\n', '## resources\n* A\n- B\n'],
    ['a gap below words', '## Resources\nSoon.', '## Resources\nSoon.\n\n- A\n- B\n'],
    ['a gap below the heading', '# Goal\r\n\r\n## Resources\r\n', '# Goal\r\n\r\n## Resources\r\n\r\n- A\r\n- B\r\n'],
  ];
  for (const [what, before, expected] of cases)
    it(`adds ${what}`, () => {
      assert.equal(after(before, 'A', 'B'), expected);
    });

  it('adds nothing twice', () => {
    const text = after('# Goal\n', 'A', 'B');
    assert.deepEqual(itemsAdded(text, 'Resources', ['B', 'A']), []);
  });
});
