import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readFlatHead } from '../../../src/core/note/flatHead.ts';
import type { HeadValue } from '../../../src/core/note/note.ts';
import { yamlHead } from '../../../src/node/yamlHead.ts';

describe('readFlatHead', () => {
  const cases: readonly (readonly [string, HeadValue])[] = [
    ['2026-11-22', '2026-11-22'],
    ['2026-W47', '2026-W47'],
    ['12:30', '12:30'],
    ['012', 12],
    ['1.10', 1.1],
    ['-0', -0],
    ['1e3', 1000],
    ['0x1f', 31],
    ['0o17', 15],
    ['.inf', Infinity],
    ['-.INF', -Infinity],
    ['.nan', NaN],
    ['yes', 'yes'],
    ['no', 'no'],
    ['True', true],
    ['FALSE', false],
    ['tRUE', 'tRUE'],
    ['~', null],
    ['null', null],
    ['', null],
    ['"null"', 'null'],
    ["'it''s'", "it's"],
    ['"a # b: c"', 'a # b: c'],
    ['services/checkout/**', 'services/checkout/**'],
    ['a#b:c', 'a#b:c'],
    ['日本語 🎉', '日本語 🎉'],
    ['[]', []],
    ['[postgres, 12, "a b", null]', ['postgres', 12, 'a b', null]],
    ['\n  - a\n  - 2\n', ['a', 2]],
    ['\n- a\n\n# between\n- b', ['a', 'b']],
  ];
  for (const [source, value] of cases)
    it(`reads ${JSON.stringify(source)}`, () => {
      assert.deepEqual(readFlatHead(`key: ${source}`), Object.assign(Object.create(null), { key: value }));
    });

  const handedOn = [
    'a: b: c',
    'a: b # comment',
    'a: "x\\n"',
    'a: |\n  text',
    'a: b\n  c',
    'a: {b: c}',
    'a: [b, [c]]',
    'a: [b, c',
    'a: [b: c]',
    'a: &x b',
    'a: !!str b',
    'a: *x',
    'a: 1\na: 2',
    '__proto__: 1',
    'constructor: 1',
    '"a": 1',
    '? a\n: b',
    ' a: 1',
    'a:\n  - b\n - c',
    'a: 1\n- b',
    '- a',
    'a:\n  - b: c',
    'a:\tb',
    'a: b\rc: d',
    '%YAML 1.1',
    '...',
    'a: @x',
    'a: -',
    'a: - b',
    'a: "b" c',
    'a: \u2028',
  ];
  for (const head of handedOn)
    it(`hands ${JSON.stringify(head)} on`, () => {
      assert.equal(readFlatHead(head), undefined);
    });

  it('says what a whole YAML parser says, or nothing', () => {
    let read = 0;
    fc.assert(
      fc.property(anyHead, head => {
        const flat = readFlatHead(head);
        if (flat === undefined) return;
        read++;
        assert.deepStrictEqual({ head: flat, problems: [] }, yamlHead.read(head, 0), JSON.stringify(head));
      }),
      { numRuns: 4000 },
    );
    assert.ok(read > 400, `only ${read} heads were read here`);
  });
});

const words = [
  ...[
    '12:30',
    '2026-11-22',
    '012',
    '1.10',
    'yes',
    'No',
    '~',
    'null',
    'NULL',
    '0x1f',
    '0o17',
    '-1',
    '+.5',
    '1e5',
    '.nan',
  ],
  ...[
    '-.inf',
    'true',
    'FALSE',
    '-0',
    '0',
    '1_000',
    '"12"',
    "'it''s'",
    '"a: b"',
    "'# x'",
    'a b',
    'a  b',
    '[',
    ']',
    '{}',
  ],
  ...[
    '#',
    ' #',
    '# c',
    ':',
    ': ',
    '- ',
    '-',
    '--',
    '---',
    '...',
    '?',
    '? ',
    '|',
    '>',
    '>-',
    '*a',
    '&a',
    '!x',
    '%',
    '@',
    '`',
  ],
  ...[
    'é',
    '日本',
    '🎉',
    '\u2028',
    '\u00a0',
    '\ufeff',
    '\t',
    '\r',
    '"',
    "'",
    '\\',
    ',',
    ', ',
    '<<',
    '=',
    'http://x.y/z',
    'C#',
    'a:b',
  ],
  ...[
    '',
    ' ',
    '  ',
    '\n',
    '\n  ',
    '\n\n',
    '\x00',
    '\x85',
    '\ud800',
    '1.',
    '.',
    '+',
    '9'.repeat(25),
    '[a, b]',
    '["a", \'b\']',
    '[a,]',
    '[,]',
  ],
];
const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...words) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }) },
);
const source = fc.array(piece, { minLength: 1, maxLength: 3 }).map(parts => parts.join(''));
const key = fc.oneof(
  fc.constantFrom(
    'type',
    'date',
    'tags',
    'a-b',
    'a_b',
    'true',
    'null',
    'n',
    '_',
    'Ünïcode',
    '12',
    '"q"',
    'toString',
    '__proto__',
  ),
  fc.stringMatching(/^[a-z]{1,3}$/),
);
const listOf = (items: readonly string[], indent: string): string => items.map(item => `\n${indent}- ${item}`).join('');
const line = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(key, source).map(([name, value]) => `${name}: ${value}`) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(key, fc.array(source, { maxLength: 3 }), fc.constantFrom('', ' ', '  ', '    '))
      .map(([name, items, indent]) => `${name}:${listOf(items, indent)}`),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(key, fc.array(source, { maxLength: 3 }))
      .map(([name, items]) => `${name}: [${items.join(', ')}]`),
  },
  { weight: 1, arbitrary: source },
  { weight: 1, arbitrary: source.map(text => `# ${text}`) },
  { weight: 1, arbitrary: fc.constant('') },
);
const anyHead = fc
  .tuple(fc.array(line, { maxLength: 5 }), fc.constantFrom('\n', '\r\n'), fc.boolean())
  .map(([lines, eol, ends]) => lines.join(eol) + (ends ? eol : ''));
