import assert from 'node:assert/strict';
import fc from 'fast-check';
import { evidenceAdded, evidenceItems } from '../../../src/core/evidence/evidenceItems.ts';
import { applyEdits } from '../../../src/core/note/textEdit.ts';

const goal = `---
type: goal
---
# Checkout

## Steps
- [ ] shop 1d0e77b is no evidence here

## Evidence
- [x] reads under 200 ms: shop 1d0e77b..4f1c2a9
- [PgBouncer](../learning/p.md)

\`\`\`
- shop 1d0e77b
\`\`\`

## Later
- tools 4f1c2a9
`;

describe('evidenceItems', () => {
  it('are the list items below "Evidence", each with what it links', () => {
    const shown = evidenceItems(goal).map(({ claim, places }) =>
      [claim, ...places.map(({ start, end }) => goal.slice(start, end))].join(' | '),
    );
    assert.deepEqual(shown, ['reads under 200 ms | shop 1d0e77b..4f1c2a9', ' | [PgBouncer](../learning/p.md)']);
  });
});

describe('evidenceAdded', () => {
  const added = (text: string) => applyEdits(text, evidenceAdded(text, ['one', 'two']));

  it('continues the list, or begins one', () => {
    const cases: Readonly<Record<string, string>> = {
      '# G\n\n## Evidence\n- a\n\n## Later\n': '# G\n\n## Evidence\n- a\n- one\n- two\n\n## Later\n',
      '# G\n\n## Evidence\n': '# G\n\n## Evidence\n\n- one\n- two\n',
      '# G\n\n## Evidence\nIn words.\n': '# G\n\n## Evidence\nIn words.\n\n- one\n- two\n',
      '# G': '# G\n\n## Evidence\n\n- one\n- two\n',
      '# G\r\n\r\n## Steps\r\n- [ ] a\r\n':
        '# G\r\n\r\n## Steps\r\n- [ ] a\r\n\r\n## Evidence\r\n\r\n- one\r\n- two\r\n',
    };
    for (const [before, after] of Object.entries(cases)) assert.equal(added(before), after);
  });

  it('touches nothing else, and what was added is read again', () => {
    const line = fc.constantFrom('# G', '## Evidence', '- a', '', 'words', '## Later', '  - b');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), fc.constantFrom('\n', '\r\n'), (lines, eol) => {
        const text = lines.join(eol);
        const [edit] = evidenceAdded(text, ['shop 1d0e77b']);
        assert.equal(edit?.at.start, edit?.at.end);
        const after = applyEdits(text, edit ? [edit] : []);
        assert.equal(evidenceItems(after).length, evidenceItems(text).length + 1, after);
      }),
    );
  });
});
