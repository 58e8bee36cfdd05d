import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { readNote } from '../../src/core/note/readNote.ts';
import { editHead } from '../../src/core/note/editHead.ts';
import type { ProblemCode } from '../../src/core/note/problem.ts';
import { yamlHead } from '../../src/node/yamlHead.ts';

/** The problems of a head as a person would list them: code, and the words they point at. */
function problemsOf(yaml: string): string[] {
  const { head, problems } = yamlHead.read(yaml, 4);
  if (problems.length > 0) assert.deepEqual(Object.keys(head), []);
  return problems.map(({ code, at }) => `${code} at ${`---\n${yaml}`.slice(at.start, at.end).trimEnd()}`);
}

describe('yamlHead', () => {
  it('reads YAML 1.2: dates, times and yes stay text', () => {
    const { head, problems } = yamlHead.read(
      [
        'day: 2026-11-22',
        'time: 12:30',
        'yes: no',
        'octal: 012',
        'version: 1.10',
        'quoted: "1.10"',
        'folded: >-\n  two\n  lines',
        'map: {level: 3, seen: [2026-11-22]}',
        'nothing:',
        'same: 1 # with a comment',
      ].join('\n'),
      4,
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(structuredClone(head), {
      day: '2026-11-22',
      time: '12:30',
      yes: 'no',
      octal: 12,
      version: 1.1,
      quoted: '1.10',
      folded: 'two lines',
      map: { level: 3, seen: ['2026-11-22'] },
      nothing: null,
      same: 1,
    });
  });

  it('answers objects nothing is inherited by', () => {
    const { head } = yamlHead.read('map: {a: 1}', 0);
    assert.equal(Object.getPrototypeOf(head), null);
    assert.equal(Object.getPrototypeOf(head['map']), null);
  });

  for (const empty of ['', '\n', '# only a comment\n', '\n# a\n\n# b', ' '])
    it(`takes ${JSON.stringify(empty)} for a head without keys`, () => {
      assert.deepEqual(problemsOf(empty), []);
      assert.deepEqual(Object.keys(yamlHead.read(empty, 4).head), []);
    });

  const refused: readonly (readonly [string, string])[] = [
    ['a: 1\na: 2', 'yaml-duplicate-key at a'],
    ['a: &x 1', 'yaml-alias at 1'],
    ['a: !secret x', 'yaml-tag at x'],
    ['a: !!str x', 'yaml-tag at x'],
    ['a: !!js/function "function () { throw 1 }"', 'yaml-tag at "function () { throw 1 }"'],
    ['a: !!binary aGk=', 'yaml-tag at aGk='],
    ['__proto__: {admin: true}', 'yaml-key at __proto__'],
    ['a: {__proto__: 1}', 'yaml-key at __proto__'],
    ['a: [{constructor: 1}]', 'yaml-key at constructor'],
    ['"prototype": 1', 'yaml-key at "prototype"'],
    ['just words', 'not-a-mapping at just words'],
    ['- a\n- b', 'not-a-mapping at - a\n- b'],
    ['12', 'not-a-mapping at 12'],
  ];
  for (const [yaml, problem] of refused)
    it(`refuses ${JSON.stringify(yaml)}`, () => {
      assert.ok(problemsOf(yaml).includes(problem), problemsOf(yaml).join('; '));
    });

  const broken = [
    'a: [b',
    'a: "b',
    'a: b: c',
    '\ta: b',
    'a: b\n...\nc: d',
    '%YAML 1.1\n---\na: b',
    'a: @b',
    'a: *gone',
    '? [a]\n: b',
    '<<: {a: 1}\n<<: {b: 1}',
  ];
  for (const yaml of broken)
    it(`finds what is wrong with ${JSON.stringify(yaml)}`, () => {
      assert.notDeepEqual(problemsOf(yaml), []);
    });

  it('does not merge', () => {
    assert.deepEqual(structuredClone(yamlHead.read('<<: {a: 1}\nb: 2', 0).head), { '<<': { a: 1 }, b: 2 });
  });

  it('refuses an alias bomb without unfolding it', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (const [from, to] of ['ab', 'bc', 'cd', 'de', 'ef', 'fg', 'gh', 'hi'])
      bomb.push(`${to}: &${to} [${Array<string>(9).fill(`*${from}`).join(', ')}]`);
    assert.ok(problemsOf(bomb.join('\n')).every(problem => problem.startsWith('yaml-alias')));
  });

  it('refuses a second document, which could hide a key', () => {
    for (const mark of ['---', '...', '--- # more', '... '])
      assert.deepEqual(problemsOf(`type: goal\n${mark}\nprivate: true`), [`yaml-syntax at ${mark.slice(0, 3)}`]);
  });

  it('refuses a NUL, which could end the head for others', () => {
    assert.deepEqual(problemsOf('type: goal\n\0\nprivate: true'), ['binary at \0']);
  });

  const tooMuch: readonly (readonly [string, string, ProblemCode])[] = [
    ['200,000 keys', Array.from({ length: 200_000 }, (_, at) => `k${at}: 1`).join('\n'), 'head-too-large'],
    ['a scalar of 20 MB', `a: ${'x'.repeat(20_000_000)}`, 'head-too-large'],
    ['1,000 blank lines', `a: {}${'\n'.repeat(1000)}`, 'head-too-large'],
    ['65 brackets', `a: ${'['.repeat(65)}${']'.repeat(65)}`, 'head-too-deep'],
    ['8,000 brackets', `a: ${'[{'.repeat(4000)}`, 'head-too-deep'],
    ['5,000 lists on one line', `a:\n  ${'- '.repeat(5000)}x`, 'head-too-deep'],
    ['5,000 keys of keys', `${'? '.repeat(5000)}x`, 'head-too-deep'],
  ];
  for (const [what, yaml, code] of tooMuch)
    it(`refuses ${what} before parsing`, () => {
      assert.deepEqual(
        yamlHead.read(yaml, 4).problems.map(problem => problem.code),
        [code],
      );
    });

  it('reads 64 levels and 1,500 keys', () => {
    assert.deepEqual(problemsOf(`a: ${'['.repeat(64)}${']'.repeat(64)}`), []);
    assert.deepEqual(problemsOf(Array.from({ length: 1500 }, (_, at) => `k${at}: 1`).join('\n')), []);
  });

  it('says the same the second time, and leaks nothing from one note into the next', () => {
    const invalid = 'private: true\na: [';
    assert.deepEqual(yamlHead.read(invalid, 4), yamlHead.read(invalid, 4));
    (yamlHead.read('a: {b: 1}', 4).head['a'] as Record<string, unknown>)['b'] = 2;
    assert.deepEqual(structuredClone(yamlHead.read('a: {b: 1}', 4).head), { a: { b: 1 } });
  });

  it('is not led by keys gray-matter has a meaning for', () => {
    const head = yamlHead.read('excerpt_separator: {toString: 1}\nlanguage: javascript\nengines: {a: b}', 4);
    assert.deepEqual(structuredClone(head), {
      head: { excerpt_separator: { toString: 1 }, language: 'javascript', engines: { a: 'b' } },
      problems: [],
    });
  });

  it('never throws, and points into the head', () => {
    const marks = fc.constantFrom(
      ...Array.from('ab:-?[]{}&*!|>\'"%@`#,~ \n\t\r\0'),
      '---',
      '...',
      '\n  ',
      ': ',
      '- ',
      '\ufeff',
    );
    fc.assert(
      fc.property(fc.array(marks, { maxLength: 40 }), parts => {
        const yaml = parts.join('');
        for (const { at } of yamlHead.read(yaml, 10).problems)
          assert.ok(at.start >= 10 && at.end >= at.start && at.end <= 10 + yaml.length + 1, JSON.stringify(yaml));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('gray-matter and yaml', () => {
  it('are known to one module', () => {
    const source = new URL('../../src/', import.meta.url);
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts'));
    const knowing = files.filter(name =>
      /(?:from|import|require)[ (]*['"](?:gray-matter|yaml|js-yaml)['"]/.test(
        readFileSync(new URL(name.replaceAll('\\', '/'), source), 'utf8'),
      ),
    );
    assert.deepEqual(
      knowing.map(name => name.replaceAll('\\', '/')),
      ['node/yamlHead.ts'],
    );
  });
});

describe('a note that carries code', () => {
  const fences = [
    '---js',
    '---javascript',
    '---JS',
    '--- js',
    '--- JavaScript',
    '---\tjs',
    '---coffee',
    '---coffeescript',
    '---cson',
    '---json',
    '--- json',
    '---yaml',
    '--- yaml',
    '---yml',
    '---toml',
    '--- ',
    '---\t',
    '---\r\r',
    '---#',
    '---{}',
  ];
  const mark = 'outloudExecuted';
  const payloads = [
    `globalThis.${mark} = 1`,
    `{ type: (globalThis.${mark} = 1, "learning"), private: false }`,
    '{"type": "learning"}',
  ];

  for (const bom of ['', '\uFEFF'])
    for (const fence of fences)
      it(`runs nothing behind ${JSON.stringify(bom + fence)}`, () => {
        for (const payload of payloads)
          for (const eol of ['\n', '\r\n']) {
            const text = [bom + fence, payload, '---', '# Title', ''].join(eol);
            const note = readNote('x.md', text, yamlHead);
            assert.deepEqual(
              [note.type, note.isPrivate, note.problems.map(({ code }) => code)],
              [undefined, true, ['fence-language']],
            );
            assert.throws(() => editHead(text, { type: 'goal' }, yamlHead), RangeError);
          }
        assert.equal(mark in globalThis, false);
      });

  it('runs nothing of a body either, when front matter is put before it', () => {
    const body = `globalThis.${mark} = 1\n---\n`;
    for (const text of [`\n---js\n${body}`, `----js\n${body}`, ` ---js\n${body}`]) {
      const [edit] = editHead(text, { type: 'learning' }, yamlHead);
      assert.equal(edit?.text, '---\ntype: learning\n---\n');
      assert.equal(readNote('x.md', edit.text + text, yamlHead).type, 'learning');
    }
    assert.equal(mark in globalThis, false);
  });

  it('runs nothing where the reader is handed the code itself', () => {
    for (const yaml of [
      `globalThis.${mark} = 1`,
      `js\nglobalThis.${mark} = 1`,
      `\n---js\nglobalThis.${mark} = 1\n---\n`,
    ])
      yamlHead.read(yaml, 0);
    assert.equal(mark in globalThis, false);
  });
});
