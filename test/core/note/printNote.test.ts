import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import type { HeadValue } from '../../../src/core/note/note.ts';
import { printNote, printTitle } from '../../../src/core/note/printNote.ts';
import { readFlatHead } from '../../../src/core/note/flatHead.ts';
import { readNote } from '../../../src/core/note/readNote.ts';
import { yamlHead } from '../../../src/node/yamlHead.ts';

describe('printNote', () => {
  it('prints a learning as a reader enjoys it', () => {
    const text = printNote({
      head: {
        type: 'learning',
        date: '2026-11-18',
        goal: 'checkout-under-200-ms',
        source: undefined,
        skills: ['postgres'],
        tags: ['pgbouncer'],
        repo: 'shop',
        commit: '4f1c2a9',
        path: 'services/checkout/db.ts',
        lines: '88-97',
      },
      title: 'PgBouncer pins a session for SET',
      body: 'In transaction pooling, `SET` outside a transaction keeps the server connection.',
    });
    assert.equal(
      text,
      `---
type: learning
date: 2026-11-18
goal: checkout-under-200-ms
skills:
  - postgres
tags:
  - pgbouncer
repo: shop
commit: 4f1c2a9
path: services/checkout/db.ts
lines: 88-97
---
# PgBouncer pins a session for SET

In transaction pooling, \`SET\` outside a transaction keeps the server connection.
`,
    );
  });

  const values: readonly (readonly [HeadValue, string])[] = [
    ['2026-11-22', '2026-11-22'],
    ['shop main..outbox', 'shop main..outbox'],
    ['services/checkout/**', 'services/checkout/**'],
    ['**/db.ts', '"**/db.ts"'],
    ['1234567', '"1234567"'],
    ['1e10234', '"1e10234"'],
    ['0012345', '"0012345"'],
    ['12:30', '"12:30"'],
    ['yes', '"yes"'],
    ['null', '"null"'],
    ['', '""'],
    [' a', '" a"'],
    ['a: b', '"a: b"'],
    ['a #b', '"a #b"'],
    ['C#', 'C#'],
    ["it's", "it's"],
    ["'it'", `"'it'"`],
    ['say "yes"', 'say "yes"'],
    ['"yes": no', `'"yes": no'`],
    ['a\nb', '"a\\nb"'],
    ['a\u202eb', '"a\\u202eb"'],
    ['\\d+: x', "'\\d+: x'"],
    [3, '3'],
    [true, 'true'],
    [null, 'null'],
    [[], '[]'],
    [['a', ['b, c']], '[a, ["b, c"]]'],
    [{ level: 3 }, '{"level": 3}'],
  ];
  for (const [value, printed] of values)
    it(`writes ${JSON.stringify(value)} as ${printed}`, () => {
      assert.equal(printNote({ head: { key: value }, title: '', body: '' }), `---\nkey: ${printed}\n---\n`);
    });

  it('refuses a key no reader takes', () => {
    assert.throws(
      () => printNote({ head: JSON.parse('{"__proto__": 1}') as Record<string, number>, title: '', body: '' }),
      RangeError,
    );
  });

  it('is undone by readNote, whatever the strings', () => {
    fc.assert(
      fc.property(fc.dictionary(key, value, { maxKeys: 5, noNullPrototype: true }), line, body, (head, title, body) => {
        const note = readNote('x.md', printNote({ head, title, body }), yamlHead);
        assert.deepEqual(
          note.problems.filter(({ code }) => code !== 'key-shape' && !code.startsWith('type-')),
          [],
        );
        assert.deepEqual(structuredClone(note.head), head);
        if (title !== '') assert.equal(note.title, title);
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves what people write in a head to the fast path', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('ab1:- #"\'é,[]{}*&!|>%@`?')) }), text => {
        const yaml = printNote({ head: { text, list: [text] }, title: '', body: '' }).slice(4, -4);
        const wanted = text.includes('\\') ? undefined : { text, list: [text] };
        assert.deepEqual({ ...readFlatHead(yaml) }, wanted);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('printTitle', () => {
  it('takes as long as a title is, however its backticks are meant to be paired', () => {
    // A pattern that tried every pairing took 20 s for these 113 characters.
    assert.equal(printTitle('`' + ' ```'.repeat(28)), '\\`' + ' ```'.repeat(28));
    assert.equal(printTitle('`' + ' ```'.repeat(27)), '\\`' + ' ```'.repeat(26) + ' \\`\\`\\`');
  });

  const titles: readonly (readonly [string, string])[] = [
    ['PgBouncer pins a session for `SET`', 'PgBouncer pins a session for `SET`'],
    ['Array<string> is not covariant', 'Array\\<string> is not covariant'],
    ['*args and **kwargs', '\\*args and \\*\\*kwargs'],
    ['snake_case stays, _this_ does not slant', 'snake_case stays, \\_this\\_ does not slant'],
    ['[x](command:run)', '\\[x\\](command:run)'],
    ['Learn C #', 'Learn C \\#'],
    ['# no second mark', '\\# no second mark'],
    ['C# and #412', 'C# and #412'],
    ['a\nb\r\n\tc', 'a b c'],
    ['one ` backtick', 'one \\` backtick'],
    ['AT&amp;T & Co', 'AT\\&amp;T & Co'],
    ['~~gone~~', '\\~\\~gone\\~\\~'],
    ['C:\\temp\\*', 'C:\\temp\\\\\\*'],
  ];
  for (const [title, shown] of titles)
    it(`shows ${JSON.stringify(title)} as it is`, () => {
      assert.equal(printTitle(title), shown);
    });
});

describe('the heading of a printed note', () => {
  const markdown = new MarkdownIt({ html: true, linkify: false });
  /** What a reader sees of a heading: its words, and code without its backticks. */
  function seen(text: string): string {
    const [open, inline] = markdown.parse(text, {});
    assert.equal(open?.tag, 'h1');
    const parts = inline?.children ?? [];
    assert.deepEqual(
      parts.map(({ type }) => type).filter(type => !['text', 'text_special', 'code_inline'].includes(type)),
      [],
    );
    return parts.map(({ content }) => content).join('');
  }
  const withoutCode = (title: string) => title.replaceAll('`', '').replaceAll(' ', '');

  it('shows the title and nothing else, whatever signs are in it', () => {
    fc.assert(
      fc.property(
        line.filter(title => title !== ''),
        title => {
          const text = printNote({ head: {}, title, body: '' });
          assert.equal(withoutCode(seen(text.slice('---\n---\n'.length))), withoutCode(title));
        },
      ),
      { numRuns: 3000 },
    );
  });
});

const scalar = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(...Array.from('ab1:- #"\'\\\n\r\té,[]{}*&!|>%@`?~')), maxLength: 12 }),
  fc.constantFrom('yes', '012', '1.10', '~', 'null', 'true', '.inf', '0x1f', '12:30', '---', '...', '<<', '='),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
);
const value: fc.Arbitrary<HeadValue> = fc.oneof(
  { weight: 4, arbitrary: scalar },
  { weight: 2, arbitrary: fc.array(scalar, { maxLength: 4 }) },
  { weight: 1, arbitrary: fc.array(fc.array(scalar, { maxLength: 2 }), { maxLength: 2 }) },
  { weight: 1, arbitrary: fc.dictionary(fc.string({ maxLength: 5 }), scalar, { maxKeys: 2, noNullPrototype: true }) },
);
const key = fc
  .oneof(fc.string({ maxLength: 8 }), fc.constantFrom('type', 'tags', 'true', 'null', '12', 'y', 'toString'))
  .filter(name => !/^\d+$/.test(name) && !['__proto__', 'prototype', 'constructor'].includes(name));
const line = fc
  .oneof(
    fc.string({ unit: fc.constantFrom(...Array.from('ab1_*`[]()<>#\\&;~! |.-+')), maxLength: 14 }),
    fc.string({ unit: 'grapheme', maxLength: 14 }),
  )
  .map(text => text.replace(/\s+/g, ' ').trim());
const body = fc.string({ unit: fc.constantFrom('a', '\n', '#', ' ', '`', '-', '\r'), maxLength: 20 });
