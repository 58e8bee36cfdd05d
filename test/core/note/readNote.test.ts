import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { HeadReader } from '../../../src/core/note/note.ts';
import { isUnreadable, readNote } from '../../../src/core/note/readNote.ts';
import { yamlHead } from '../../../src/node/yamlHead.ts';

const read = (text: string, file = 'x.md') => readNote(file, text, yamlHead);
const headed = (...lines: readonly string[]) => ['---', ...lines, '---', '# Title', ''].join('\n');
/** Each problem as `code: the words it points at → what was expected`. */
const problemsOf = (text: string, file?: string) =>
  read(text, file).problems.map(({ code, at, expected }) => `${code}: ${text.slice(at.start, at.end)} → ${expected}`);

describe('readNote', () => {
  it('reads type, title, keys and where the body begins', () => {
    const text = headed('type: goal', 'status: active', 'allies:', '  - sam') + '\n## Steps\n';
    const { head, ...note } = read(text);
    assert.deepEqual(note, {
      type: 'goal',
      title: 'Title',
      bodyStart: text.indexOf('# T'),
      isPrivate: false,
      problems: [],
    });
    assert.deepEqual({ ...head }, { type: 'goal', status: 'active', allies: ['sam'] });
  });

  it('keeps the keys in the order they were written', () => {
    assert.deepEqual(Object.keys(read(headed('type: goal', 'zeta: 1', 'alpha: 2')).head), ['type', 'zeta', 'alpha']);
  });

  it('reads the same with a byte order mark, with CRLF, and without a last newline', () => {
    for (const text of [
      '\uFEFF---\r\ntype: goal\r\n---\r\n# T\r\n',
      '---\ntype: goal\n---\n# T',
      '\uFEFF---\ntype: goal\n--- \t\n# T',
    ]) {
      const note = read(text);
      assert.deepEqual([note.type, note.title, note.problems], ['goal', 'T', []]);
      assert.equal(text.slice(note.bodyStart, note.bodyStart + 3), '# T');
    }
    assert.equal(read('---\ntype: goal\n---').bodyStart, 18);
  });

  it('takes the title from the H1, else from the name without date and ending', () => {
    assert.equal(read('text\n\n# Not `#` but this\n').title, 'Not `#` but this');
    assert.equal(read('```\n# code\n```\n', 'people/ada/learning/2026-11-22-flaky-ci.md').title, 'flaky-ci');
    assert.equal(read('', '2026-11-22-.md').title, '2026-11-22-');
    assert.equal(read('', 'ada.md').title, 'ada');
    assert.equal(read('', 'C:\\notes\\Ada.MD').title, 'Ada');
  });

  it('does not take other markdown for a note of ours', () => {
    for (const text of [
      '',
      '# Title\n',
      'text\n---\ntype: goal\n---\n',
      '\n---\ntype: goal\n---\n',
      '----\ntype: goal\n----\n',
      ' ---\na: b\n---',
      '---\ntags: [a]\n---\n',
      '---\n---\n',
    ]) {
      const { type, isPrivate, problems } = read(text);
      assert.deepEqual(
        { type, isPrivate, problems },
        { type: undefined, isPrivate: false, problems: [] },
        JSON.stringify(text),
      );
    }
  });

  it('misses a type where only notes of ours lie', () => {
    assert.deepEqual(problemsOf(headed('due: 2026-12-01'), 'people/ada/goals/x.md'), [
      'type-missing: --- → a type such as learning',
    ]);
    assert.deepEqual(problemsOf(headed('type:', 'due: 2026-12-01')), ['type-missing: type → a type such as learning']);
    assert.deepEqual(problemsOf('# Only words\n', 'people/ada/goals/x.md'), []);
  });

  describe('says what is wrong, and where', () => {
    const long = `a: ${'x'.repeat(17_000)}`;
    const cases: readonly (readonly [string, readonly string[]])[] = [
      ['---js\n1\n---\n', ['fence-language: ---js → exactly "---"']],
      ['---\ntype: goal\n', ['fence-open: --- → a closing "---" below']],
      [headed(long), ['head-too-large: --- → front matter of at most 16 KiB']],
      [headed(`a: ${'['.repeat(65)}`), ['head-too-deep: [ → at most 64 levels']],
      [headed('type: goal', 'a: 1', 'a: 2'), ['yaml-duplicate-key: a → every key once']],
      [headed('type: &a goal'), ['yaml-alias: goal → a value without an anchor']],
      [headed('type: !x goal'), ['yaml-tag: goal → a value without a tag']],
      [headed('__proto__: 1'), ['yaml-key: __proto__ → a word as the key']],
      [headed('goal'), ['not-a-mapping: goal → keys and values such as "type: learning"']],
      [
        headed('<<<<<<< HEAD', 'type: goal', '=======', 'type: win', '>>>>>>> x'),
        ['conflict: <<<<<<< HEAD → a head without conflict markers'],
      ],
      ['<<<<<<< HEAD\n---\ntype: goal\n---\n', ['conflict: <<<<<<< HEAD → a note without conflict markers']],
      [headed('type: gaol'), []],
    ];
    for (const [text, problems] of cases.slice(0, -1))
      it(problems[0]?.split(' →')[0] ?? '', () => {
        assert.deepEqual(problemsOf(text), problems);
        const note = read(text);
        assert.deepEqual([note.type, note.isPrivate, Object.keys(note.head)], [undefined, true, []]);
        assert.ok(note.problems.every(isUnreadable));
      });
  });

  describe('says which keys do not look as they should', () => {
    const cases: readonly (readonly [readonly string[], string])[] = [
      [['type: learning', 'date: 22.11.2026'], 'key-shape: 22.11.2026 → a day such as 2026-11-22'],
      [['type: goal', 'due: 2026-02-30 # soon'], 'key-shape: 2026-02-30 → a day such as 2026-11-22'],
      [['type: weekly', 'week: 2025-W53'], 'key-shape: 2025-W53 → an ISO week such as 2026-W47'],
      [['type: goal', 'status: open'], 'key-shape: open → one of active, parked, done, dropped'],
      [['type: goal', 'kind: "big"'], 'key-shape: "big" → one of smart, okr'],
      [
        ['type: one-on-one', 'kind: chat'],
        'key-shape: chat → one of regular, autonomy-support, career, review, mentor',
      ],
      [['type: learning', 'tags: postgres'], 'key-shape: postgres → a list such as [a, b]'],
      [['type: learning', 'skills:', '  - [a]'], 'key-shape: skills → a list such as [a, b]'],
      [
        ['type: learning', 'commit: 1234567'],
        'key-shape: 1234567 → a commit such as "4f1c2a9", in quotes where it is only digits',
      ],
      [['type: learning', 'lines: all'], 'key-shape: all → lines such as 88-97'],
      [['type: goal', 'target: expert'], 'key-shape: expert → a number'],
      [
        ['type: feedback-answer', 'request: outbox'],
        'key-shape: outbox → a request such as ada/2026-11-19-outbox-design',
      ],
      [['type: learning', 'private: yes'], 'key-shape: yes → true or false'],
    ];
    for (const [lines, problem] of cases)
      it(problem, () => {
        assert.deepEqual(problemsOf(headed(...lines)), [problem]);
        assert.equal(read(headed(...lines)).problems.some(isUnreadable), false);
        assert.notEqual(read(headed(...lines)).type, undefined);
      });

    it('knows the types, and says so of others', () => {
      const [problem = ''] = problemsOf(headed('type: gaol'));
      assert.match(
        problem,
        /^type-unknown: gaol → one of learning, win, .*one-on-one, promises, survey, survey-answer$/,
      );
      assert.equal(read(headed('type: gaol')).type, undefined);
    });

    it('has nothing against keys left empty, keys of others, and names alone or in a list', () => {
      for (const lines of [
        ['type: goal', 'due:', 'status: ~'],
        ['type: goal', 'colour: {a: 1}', 'toString: 1'],
        ['type: thanks', 'to: sam'],
        ['type: help', 'to: [sam, lin]'],
        ['type: learning', 'lines: 88'],
      ])
        assert.deepEqual(problemsOf(headed(...lines)), []);
    });
  });

  describe('keeps private', () => {
    for (const said of [
      'true',
      'yes',
      'no',
      'False ',
      '"false"',
      "'false'",
      'null',
      '~',
      '',
      '0',
      '[]',
      '{}',
      'of course',
      'FALSE x',
    ])
      it(`private: ${said}`, () => {
        assert.equal(read(headed('type: learning', `private: ${said}`)).isPrivate, !/^False $/.test(said));
      });
    for (const said of ['false', 'False', 'FALSE', 'false # shared'])
      it(`but not private: ${said}`, () => {
        assert.equal(read(headed('type: learning', `private: ${said}`)).isPrivate, false);
      });
    it('whatever the case of the key, and whatever else the note is', () => {
      for (const line of ['Private: true', 'PRIVATE: x', '"private": 1', '" private": 1', '{private: true}'])
        assert.equal(read(`---\n${line}\n---\n`).isPrivate, true, line);
    });
    it('hard moments and one-to-ones, even where they say otherwise', () => {
      for (const type of ['hard-moment', 'one-on-one'])
        assert.equal(read(headed(`type: ${type}`, 'private: false')).isPrivate, true);
    });
    it('what stands in a second document', () => {
      assert.equal(read(headed('type: learning', '...', 'private: true')).isPrivate, true);
    });
  });

  it('asks the YAML parser only where it has to', () => {
    const asked: string[] = [];
    const spy: HeadReader = { read: (yaml, offset) => (asked.push(yaml), yamlHead.read(yaml, offset)) };
    readNote('x.md', headed('type: learning', 'tags: [a, b]', 'about: "a: b"', '# c', 'skills:', '  - x'), spy);
    assert.deepEqual(asked, []);
    readNote('x.md', headed('type: learning', 'about: |', '  two'), spy);
    assert.deepEqual(asked, ['type: learning\nabout: |\n  two\n']);
  });

  it('never throws, whatever becomes of a note', () => {
    const notes = [
      headed(
        'type: goal',
        'status: active',
        'allies:',
        '  - sam',
        'about: "x" # y',
        'more: [a, {b: c}]',
        'text: |',
        '  a',
      ),
      '\uFEFF---\r\ntype: weekly\r\nweek: 2026-W47\r\nprivate: true\r\n---\r\n# W\r\n\r\n```js\r\n# no\r\n```\r\n',
    ];
    const marks = [
      '---',
      '\n',
      '\r',
      '\t',
      ' ',
      ':',
      '- ',
      '[',
      '{',
      '"',
      "'",
      '&a',
      '*a',
      '!',
      '|',
      '>',
      '#',
      '%',
      '<<<<<<< ',
      '\0',
      '\uFEFF',
      '\ud800',
      '__proto__: 1',
      '...',
      '?',
      '```',
      '<!--',
    ];
    const change = fc.record({ at: fc.nat(200), cut: fc.nat(6), put: fc.constantFrom('', ...marks) });
    fc.assert(
      fc.property(fc.constantFrom(...notes), fc.array(change, { minLength: 1, maxLength: 8 }), (note, changes) => {
        const text = changes.reduce((now, { at, cut, put }) => now.slice(0, at) + put + now.slice(at + cut), note);
        const { bodyStart, problems, isPrivate, type } = read(text);
        assert.ok(bodyStart >= 0 && bodyStart <= text.length);
        for (const { at } of problems) assert.ok(0 <= at.start && at.start <= at.end && at.end <= text.length);
        if (problems.some(isUnreadable)) assert.deepEqual([isPrivate, type], [true, undefined]);
      }),
      { numRuns: 10_000 },
    );
  });
});
