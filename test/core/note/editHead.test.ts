import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editHead, HeadRefused } from '../../../src/core/note/editHead.ts';
import type { HeadValue } from '../../../src/core/note/note.ts';
import { readNote } from '../../../src/core/note/readNote.ts';
import { applyEdits } from '../../../src/core/note/textEdit.ts';
import { yamlHead } from '../../../src/node/yamlHead.ts';

type Changes = Record<string, HeadValue | undefined>;
const edited = (text: string, changes: Changes) => applyEdits(text, editHead(text, changes, yamlHead));

describe('editHead', () => {
  const note = `---
# Ada's goal
type: goal
due:   2026-12-01   # moved twice
"status": 'active'

allies:   # ask before adding
  - sam   # since May
  # more to come
colour: {a: 1, b: [x, y]} # hers
text: |
  # no comment
  status: done

tags: [a, "b"] # flow
unknown:
    deep: yes
# the end
---
# Title

---
due: not this one
`;
  const cases: readonly (readonly [string, Changes, readonly (readonly [string, string])[]])[] = [
    ['changes a value and leaves the comment', { due: '2026-12-24' }, [['due:   2026-12-01 ', 'due:   2026-12-24 ']]],
    ['changes a quoted key', { status: 'done' }, [["'active'", 'done']]],
    [
      'appends to a list',
      { allies: ['sam', 'lin'] },
      [
        ['  # more to come\n', '  # more to come\n'],
        ['since May\n', 'since May\n  - lin\n'],
      ],
    ],
    ['changes a list', { allies: ['lin'] }, [['  - sam   # since May\n', '  - lin\n']]],
    [
      'empties a list',
      { allies: [] },
      [
        ['allies:   #', 'allies: []   #'],
        ['  - sam   # since May\n', ''],
      ],
    ],
    ['keeps a list on one line', { tags: ['a', 'c, d'] }, [['[a, "b"] #', '[a, "c, d"] #']]],
    ['turns a list into a word', { tags: 'a' }, [['[a, "b"] #', 'a #']]],
    [
      'turns a map into a list',
      { colour: ['red'] },
      [['colour: {a: 1, b: [x, y]} # hers\n', 'colour: # hers\n  - red\n']],
    ],
    ['replaces a block of text', { text: 'short' }, [['text: |\n  # no comment\n  status: done\n', 'text: short\n']]],
    ['replaces a nested map', { unknown: 'x' }, [['unknown:\n    deep: yes\n', 'unknown: x\n']]],
    [
      'takes keys away',
      { text: undefined, due: undefined, gone: undefined },
      [
        ['text: |\n  # no comment\n  status: done\n', ''],
        ['due:   2026-12-01   # moved twice\n', ''],
      ],
    ],
    [
      'adds keys at the end',
      { measure: 'p99', paths: ['a/**'], no: undefined },
      [['# the end\n', '# the end\nmeasure: p99\npaths:\n  - a/**\n']],
    ],
    [
      'changes nothing where nothing is new',
      { due: '2026-12-01', tags: ['a', 'b'], colour: { a: 1, b: ['x', 'y'] } },
      [],
    ],
  ];
  for (const [what, changes, replacements] of cases)
    it(what, () => {
      const wanted = replacements.reduce((text, [from, to]) => {
        assert.ok(text.includes(from), from);
        return text.replace(from, to);
      }, note);
      assert.equal(edited(note, changes), wanted);
    });

  it('keeps CRLF, the byte order mark and a missing last newline', () => {
    const text = '\uFEFF---\r\ntype: goal\r\ndue: 2026-12-01\r\n---\r\n# T\r\nlast';
    assert.equal(
      edited(text, { due: '2026-12-24', tags: ['a'] }),
      '\uFEFF---\r\ntype: goal\r\ndue: 2026-12-24\r\ntags:\r\n  - a\r\n---\r\n# T\r\nlast',
    );
  });

  it('fills an empty head, and one without a newline behind it', () => {
    assert.equal(edited('---\n---', { type: 'goal' }), '---\ntype: goal\n---');
    assert.equal(edited('---\n# c\n---\n', { type: 'goal' }), '---\n# c\ntype: goal\n---\n');
  });

  it('makes front matter where there is none', () => {
    assert.equal(edited('# T\r\n', { type: 'goal' }), '---\r\ntype: goal\r\n---\r\n# T\r\n');
    assert.equal(edited('\uFEFF# T', { type: 'goal' }), '\uFEFF---\ntype: goal\n---\n# T');
    assert.equal(edited('', { type: 'goal' }), '---\ntype: goal\n---\n');
    assert.deepEqual(editHead('# T', { type: undefined }), []);
  });

  it('edits a head that is indented as a whole', () => {
    assert.equal(
      edited('---\n  type: goal\n  due: x\n---\n', { due: 'z', a: ['b'] }),
      '---\n  type: goal\n  due: z\n  a:\n    - b\n---\n',
    );
  });

  it('replaces values that go on below', () => {
    for (const value of [
      '"two\n  # lines"',
      "'two\n\n  lines'",
      'two\n  lines',
      '[a,\n  # c\n  b]',
      '[\n  a\n]',
      '>-\n  two\n\n  lines',
      '|2\n   x',
      '\n  - a\n  -\n    b: c',
      '\n- a\n- b',
      '\n  a: b',
    ])
      assert.equal(edited(`---\nx: ${value}\ny: 1\n---\n`, { x: 'new' }), '---\nx: new\ny: 1\n---\n', value);
  });

  const refused = [
    '---js\n1\n---\n',
    '---\ntype: goal\n',
    '---\ntype: [a\n---\n',
    '---\ntype: a\ntype: b\n---\n',
    '---\ntype: &a b\n---\n',
    '---\n<<<<<<< HEAD\ntype: a\n=======\n>>>>>>> b\n---\n',
    '<<<<<<< HEAD\n---\ntype: a\n---\n',
    '---\n{type: goal}\n---\n',
    '---\n? type\n: goal\n---\n',
    '---\ntype: a\n...\nprivate: true\n---\n',
    `---\na: ${'x'.repeat(17_000)}\n---\n`,
  ];
  for (const text of refused)
    it(`refuses ${JSON.stringify(text.slice(0, 40))}`, () => {
      assert.throws(() => editHead(text, { type: 'goal' }, yamlHead), HeadRefused);
      assert.throws(() => editHead(text, { type: undefined }, yamlHead), RangeError);
    });

  it('refuses what is more than flat where it is given no reader', () => {
    assert.throws(() => editHead('---\na: {b: c}\n---\n', { x: 1 }), HeadRefused);
    assert.deepEqual(editHead('---\na: b\n---\n', { a: 'b' }), []);
  });

  it('gives the key its new value and leaves every other byte', () => {
    fc.assert(
      fc.property(
        anyHead,
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom('', '\uFEFF'),
        newValue,
        fc.nat(),
        (parts, eol, bom, value, pick) => {
          const lines = ['---', ...parts.flatMap(part => part.lines), '---', '# T', '', 'due: x'];
          const text = bom + lines.join('\n').replaceAll('\n', eol);
          const before = readNote('x.md', text, yamlHead);
          const keys = Object.keys(before.head);
          const key = [...keys, 'added'][pick % (keys.length + 1)] ?? 'added';
          const after = edited(text, { [key]: value });
          const { head, problems } = readNote('x.md', after, yamlHead);
          assert.ok(
            problems.every(({ code }) => /^key|^type/.test(code)),
            JSON.stringify([text, after]),
          );
          const { [key]: now, ...others } = structuredClone(head);
          const { [key]: _, ...othersBefore } = structuredClone(before.head);
          assert.deepEqual(now, value, JSON.stringify([text, after]));
          assert.deepEqual(others, othersBefore);
          assert.deepEqual(outside(after, key), outside(text, key));
        },
      ),
      { numRuns: 3000 },
    );
  });
});

/** The parts of a random head: each one line, several, a comment or a gap. */
const anyHead = fc
  .uniqueArray(
    fc.record({
      key: fc.constantFrom('type', 'due', 'tags', '"quoted"', "'single'", 'a b', 'x:y', 'ünï', 'c#'),
      value: fc.constantFrom(
        ...[
          ' goal',
          ' 12 # note',
          '',
          ' # only a comment',
          ' "a # b" # c',
          " 'it''s'",
          ' [a, "b # c"] # d',
          ' {a: [1, "}"]}',
          ' |\n  # text\n\n  more\n',
          ' >+\n  x\n\n',
        ],
        ...[
          '\n  - a # one\n  # two\n  - b',
          '\n- a\n- b: c\n  d: e',
          '\n    deep:\n      er: 1',
          ' two\n  lines # c',
          ' "two\n\n  # lines"',
          ' [a,\n  b # c\n ]',
          ' # c\n  - x',
          ' a\n  # c',
          ' |-\n   a\n  # c',
        ],
      ),
      before: fc.constantFrom('', '# comment\n', '\n', '#\n\n'),
    }),
    { selector: ({ key }) => key, maxLength: 5 },
  )
  .map(parts => parts.map(({ key, value, before }) => ({ lines: [`${before}${key}:${value}`] })));
const newValue: fc.Arbitrary<HeadValue | undefined> = fc.oneof(
  fc.constant(undefined),
  fc.constantFrom('new', 'a: b', '# c', '2026-11-22', 'two\nlines', '', 3, true, null),
  fc.array(fc.constantFrom('a', 'b', 'c, d', ''), { maxLength: 3 }),
  fc.constant({ level: 3 }),
);

/** A note's text without the lines of one key, as told by the lines themselves. */
function outside(text: string, key: string): string[] {
  const lines = text.split('\n');
  const close = lines.findIndex((line, at) => at > 0 && /^---\r?$/.test(line));
  let inKey = false;
  return lines.filter((line, at) => {
    if (at === 0 || at >= close) return true;
    const name = /^("[^"]*"|'[^']*'|[^\s#\-\]}][^\n]*?):(?=\s|$)/.exec(line)?.[1];
    if (name !== undefined) inKey = name.replace(/^["']|["']$/g, '') === key;
    if (line.trim() === '') return false; // a gap is the key's or not: who can tell
    return !inKey || line.startsWith('#');
  });
}
