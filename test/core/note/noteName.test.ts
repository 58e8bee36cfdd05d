import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fileNameOf, titleOf } from '../../../src/core/note/noteName.ts';
import { bytesOf, isSafeName, isSafePath } from '../../../src/core/note/safePath.ts';

describe('titleOf', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['PgBouncer pins a session for SET. Use SET LOCAL.', 'PgBouncer pins a session for SET', 'Use SET LOCAL.'],
    ['Only one sentence', 'Only one sentence', ''],
    ['Why? Because of the pool.', 'Why?', 'Because of the pool.'],
    ['It works! At last', 'It works!', 'At last'],
    ['First line\n\nSecond one. Third.', 'First line', 'Second one. Third.'],
    ['Node.js 1.10 reads a.b.c twice. Really', 'Node.js 1.10 reads a.b.c twice', 'Really'],
    ['Locks, e.g. Row ones, wait. Good', 'Locks, e.g. Row ones, wait', 'Good'],
    ['Use vacuum etc. and wait. Good', 'Use vacuum etc. and wait', 'Good'],
    ['He said “stop.” Then he left', 'He said “stop.”', 'Then he left'],
    ['接続は固定される。SET LOCAL を使う。', '接続は固定される', 'SET LOCAL を使う。'],
    ['# A heading. More', 'A heading', 'More'],
    ['Wait... what', 'Wait... what', ''],
    ['...', '...', ''],
    ['  ', '', ''],
    ['Two  spaces\tand a tab', 'Two spaces and a tab', 'Two  spaces\tand a tab'],
    [
      'Read [the docs](https://forge.example/d.md) today. Good',
      'Read the docs today',
      'Read [the docs](https://forge.example/d.md) today. Good',
    ],
  ];
  for (const [text, title, rest] of cases)
    it(`takes ${JSON.stringify(title)} from ${JSON.stringify(text)}`, () => {
      assert.deepEqual(titleOf(text), { title, rest });
    });

  it('cuts a long sentence at a word and keeps the whole text below it', () => {
    const text = `${'the pool is empty and '.repeat(20)}nobody knows why. Next`;
    const { title, rest } = titleOf(text);
    assert.equal(title, `${'the pool is empty and '.repeat(4)}the pool is…`);
    assert.equal(rest, text);
  });

  it('cuts what has no words between two characters, never inside one', () => {
    assert.equal(titleOf('👩‍💻'.repeat(300)).title, `${'👩‍💻'.repeat(99)}…`);
    assert.equal(titleOf('e\u0301'.repeat(5000)).title, `${'e\u0301'.repeat(99)}…`);
    assert.equal(titleOf('x'.repeat(5000)).title, `${'x'.repeat(99)}…`);
  });

  it('loses nothing', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('a', 'B', ' ', '. ', '.', '!', '\n', '。', '日', '[x](y)', '#'),
          maxLength: 60,
        }),
        text => {
          const { title, rest } = titleOf(text);
          const letters = (words: string) => words.replace(/[^aB日]/g, '');
          assert.ok(
            letters(title + rest) === letters(text) || rest === text.trim(),
            JSON.stringify({ text, title, rest }),
          );
          assert.equal(/[\r\n]/.test(title), false);
        },
      ),
    );
  });
});

describe('fileNameOf', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['PgBouncer pins a session for SET', 'pgbouncer-pins-a-session-for-set'],
    ['What is “CI/CD”, really?', 'what-is-ci-cd-really'],
    ['C:\\temp\\x', 'c-temp-x'],
    ['Postgres 16.2 at 12:30', 'postgres-16-2-at-12-30'],
    ['snake_case -- and  spaces', 'snake_case-and-spaces'],
    ['接続は固定される', '接続は固定される'],
    ['שלום עולם', 'שלום-עולם'],
    ['a\u202Eb\u200Bc', 'abc'],
    ['Cafe\u0301', 'caf\u00e9'],
    ['🎉👩‍💻', 'note'],
    ['🎉 released', 'released'],
    ['', 'note'],
    ['...', 'note'],
    ['..', 'note'],
    ['../../etc/passwd', 'etc-passwd'],
    ['\u0301\u0301', 'note'],
    ['CON', 'con-note'],
    ['aux.md', 'auxmd'],
    ['NUL', 'nul-note'],
    ['com1', 'com1-note'],
    ['LPT9', 'lpt9-note'],
    ['.git', 'git'],
    ['--force', 'force'],
    ['a\u0000b\nc', 'a-b-c'],
    ['trailing. ', 'trailing'],
  ];
  for (const [title, name] of cases)
    it(`calls ${JSON.stringify(title)} ${name}`, () => {
      assert.equal(fileNameOf(title), name);
    });

  it('cuts a long title at a word', () => {
    const name = fileNameOf('the pool is empty and nobody knows why '.repeat(100));
    assert.equal(name, 'the-pool-is-empty-and-nobody-knows-why-the-pool-is-empty-and-nobody-knows-why');
    assert.equal(bytesOf(fileNameOf('接'.repeat(5000))), 78);
  });

  it('is safe with a date before and a handle behind it, whatever the title, and stays as it is', () => {
    const units = fc.constantFrom(
      'a',
      'Z',
      '9',
      ' ',
      '-',
      '_',
      '.',
      '/',
      '\\',
      '\u0301',
      'İ',
      '接',
      '👩',
      '\u200d',
      '\u202e',
      '\0',
      'con',
      'ß',
      'ﬁ',
      '\ud800',
    );
    const title = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: units, maxLength: 150 }),
    );
    fc.assert(
      fc.property(title, words => {
        const name = fileNameOf(words);
        assert.ok(isSafeName(name) && isSafeName(`2026-11-22-${name}-ada-12.md`), JSON.stringify([words, name]));
        assert.equal(fileNameOf(name), name);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('isSafePath', () => {
  const safe = [
    'people/ada/goals/async-rust.md',
    'team.md',
    'templates/weekly.md',
    'a b/Ünï (1).MD',
    '接続.md',
    'x.y.md',
    'people/ada/👩.md',
  ];
  for (const path of safe)
    it(`takes ${path}`, () => {
      assert.equal(isSafePath(path), true);
    });
  const unsafe = [
    ...[
      '',
      '.md',
      'a',
      'a.txt',
      '/a.md',
      'a//b.md',
      'a/',
      './a.md',
      '../a.md',
      'a/../b.md',
      'a/./b.md',
      'a\\b.md',
      '..\\a.md',
    ],
    ...[
      'C:/a.md',
      'C:a.md',
      'a.md:stream.md',
      '.git/a.md',
      '.GIT/a.md',
      '.gitmodules.md',
      'git~1/a.md',
      '.hidden/a.md',
      '~/a.md',
      '-rf.md',
    ],
    ...[
      'con.md',
      'a/NUL.md',
      'aux .md',
      'com1.x.md',
      'conin$.md',
      'a./b.md',
      'a /b.md',
      ' a.md',
      'a\0.md',
      'a\n.md',
      'a\u202e.md',
      'a\u200b.md',
    ],
    ...[
      'cafe\u0301.md',
      'a?.md',
      'a*.md',
      'a|b.md',
      'a"b.md',
      '<a>.md',
      '\ud800.md',
      `${'x'.repeat(118)}.md`,
      `${'接'.repeat(40)}.md`,
    ],
    'x/'.repeat(600) + 'a.md',
  ];
  for (const path of unsafe)
    it(`refuses ${JSON.stringify(path.slice(0, 40))}`, () => {
      assert.equal(isSafePath(path), false);
    });

  it('counts bytes as UTF-8 does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        assert.equal(bytesOf(text), Buffer.byteLength(text));
      }),
    );
  });
});
