import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { appendItem } from '../../../src/core/note/appendItem.ts';
import { applyEdits } from '../../../src/core/note/textEdit.ts';

const appended = (text: string) => applyEdits(text, appendItem(text, 'Steps', '- new'));

describe('appendItem', () => {
  for (const [before, after] of [
    ['# A\n\n## Steps\n\n- one\n', '# A\n\n## Steps\n\n- one\n- new\n'],
    ['# A\n\n## Steps\n\n- one\n  and more\n\n## Next\n', '# A\n\n## Steps\n\n- one\n  and more\n- new\n\n## Next\n'],
    ['# A\n\n## STEPS\n\nwords\n\n## Next\n', '# A\n\n## STEPS\n\nwords\n\n- new\n\n## Next\n'],
    ['# A\n\n## Steps\n', '# A\n\n## Steps\n\n- new\n'],
    ['# A', '# A\n\n## Steps\n\n- new\n'],
    ['# A\r\n\r\n## Steps\r\n- one', '# A\r\n\r\n## Steps\r\n- one\r\n- new\r\n'],
    ['# A\n## Steps\n- one\n## Next\n', '# A\n## Steps\n- one\n- new\n## Next\n'],
    ['', '## Steps\n\n- new\n'],
  ] as const)
    it(`makes ${JSON.stringify(after)} of ${JSON.stringify(before)}`, () => {
      assert.equal(appended(before), after);
    });

  it('only inserts, whatever stands there', () => {
    const line = fc.constantFrom('## Steps', '## Next', '- one', '  two', '', 'words', '```', '---', 'ä\r', '# A');
    fc.assert(
      fc.property(fc.array(line), lines => {
        const text = lines.join('\n');
        const [edit, ...more] = appendItem(text, 'Steps', '- new');
        assert.deepEqual([edit?.at.start, more.length], [edit?.at.end, 0]);
        assert.ok(appended(text).includes('- new'));
      }),
    );
  });
});
