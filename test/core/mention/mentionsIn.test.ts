import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mentionsIn } from '../../../src/core/mention/mentionsIn.ts';
import { mentionAt } from '../../../src/core/mention/mention.ts';
import { readName, writeName } from '../../../src/core/mention/writtenName.ts';
import { cpuTime } from '../../support/cpuTime.ts';

/** What a note names, as `kind: name` with what is written in brackets where that is more than the name. */
function named(text: string): readonly string[] {
  return mentionsIn(text).map(({ kind, name, at }) => {
    const written = text.slice(at.start, at.end);
    return `${kind}: ${name}${written === name ? '' : ` (${written})`}`;
  });
}
const head = (...lines: string[]) => ['---', ...lines, '---', '# T', ''].join('\n');

describe('mentionsIn', () => {
  it('reads the names in a front matter, however they are written', () => {
    const cases: readonly [string, ...string[]][] = [
      ['goal: async-rust', 'goal: async-rust'],
      ['"goal":   \'async-rust\'  # soon', "goal: async-rust ('async-rust')"],
      ['goal: "its \\"title\\""', 'goal: its "title" ("its \\"title\\"")'],
      ['skills: [postgres, "public speaking"]', 'skill: postgres', 'skill: public speaking ("public speaking")'],
      ["skills:\n  - postgres # since May\n  - 'a, b'", 'skill: postgres', "skill: a, b ('a, b')"],
      ['skills:\n- go', 'skill: go'],
      ['tags: [ a ,b,]', 'tag: a', 'tag: b'],
      ['tags: [a,\n  b]', 'tag: a', 'tag: b'],
      ['tags: [a, [b], c]', 'tag: a'],
      ['allies: [sam]\nto: lin\nrequest: ada/x', 'person: sam', 'person: lin', 'request: ada/x'],
      ['type: goal\nfrom: 3\nobjective: faster', 'objective: faster'],
      ['type: feedback-answer\nfrom: sam', 'person: sam'],
      ['type: profile\nvision: calm\noffers: [go]', 'skill: go'],
      ['goal:\nskill: ""\ntags: []\nmood: goal'],
      ['goal: |\n  two\n  lines'],
      ['goal: {a: b}'],
    ];
    for (const [lines, ...expected] of cases) assert.deepEqual(named(head(lines)), expected, lines);
  });

  it('reads marks, links and commits of the body', () => {
    const text = `# Week 47

Read it for goal:async-rust, with skill:"public speaking" and @sam. #pgbouncer
[the goal](../goals/async-rust.md#steps), ![x](<a b.md>), [web](https://a.example/x.md), [top](/x.md), [y](y.txt)
[ref]: ../goals/x%20y.md "T"

## Evidence
- [x] reads: shop 1d0e77b..4f1c2a9
- [shop 1d0e77b](https://forge.example/1d0e77b)
`;
    assert.deepEqual(named(text), [
      'goal: async-rust',
      'skill: public speaking ("public speaking")',
      'person: sam',
      'tag: pgbouncer',
      'note: ../goals/async-rust.md (../goals/async-rust.md#steps)',
      'note: a b.md',
      'note: ../goals/x y.md (../goals/x%20y.md)',
      'commit: shop 1d0e77b..4f1c2a9',
      'commit: shop 1d0e77b',
    ]);
  });

  it('leaves code and comments alone', () => {
    const text = [
      '# T',
      '`#code` and <!-- @sam --> are none',
      '```',
      'goal:x',
      '```',
      '<!--',
      '#hidden',
      '-->',
      '<!-- outloud:begin a -->',
    ].join('\n');
    assert.deepEqual(named(text), []);
  });

  it('finds what stands at a place, its edges included', () => {
    const text = 'a #tag b';
    const at = (offset: number) => mentionAt(mentionsIn(text), offset)?.name;
    assert.deepEqual([2, 3, 6, 7].map(at), [undefined, 'tag', 'tag', undefined]);
  });

  it('never throws, and every name is what stands at its span', () => {
    const piece = fc.constantFrom(
      ...[
        '---\n',
        'goal: ',
        'skills: [',
        'tags:\n',
        '  - ',
        ', ',
        ']',
        '"',
        "'",
        '#',
        '@',
        'goal:',
        'ab',
        '\n',
        ' ',
        '\r\n',
      ],
      ...[
        '`',
        '```\n',
        '<!--',
        '-->',
        '](',
        ')',
        '../x.md',
        '## Evidence\n',
        '- shop 1d0e77b',
        '..',
        'é',
        '\\',
        '%',
        '{',
        '🙂',
      ],
    );
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 40 }).map(parts => parts.join('')),
      fc.array(piece, { maxLength: 30 }).map(parts => `---\n${parts.join('')}\n---\n${parts.toReversed().join('')}`),
    );
    fc.assert(
      fc.property(anything, text => {
        let last = 0;
        for (const { at, name, form } of mentionsIn(text)) {
          assert.ok(last <= at.start && at.start < at.end && at.end <= text.length);
          assert.equal(readName(text.slice(at.start, at.end), form), name);
          last = at.start;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('does not take long over a hostile note', () => {
    const lines = [
      '#'.repeat(19_000),
      '](('.repeat(6000),
      ' goal:"'.repeat(2500),
      '<!--'.repeat(4000),
      'a 1234567 '.repeat(1900),
    ];
    const start = cpuTime();
    mentionsIn(`## Evidence\n- ${lines.join('\n- ')}\n${'#a'.repeat(500_000)}`);
    assert.ok(cpuTime() - start < 1000);
  });
});

describe('writeName', () => {
  it('writes what is read as the same name again', () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
      .map(text => text.replace(/\s+/g, ' ').trim());
    const plain = name.filter(text => text !== '' && !/[\p{Cc}\p{Cs}]/u.test(text));
    fc.assert(
      fc.property(plain, fc.constantFrom('head' as const, 'flow' as const), (text, form) => {
        assert.equal(readName(writeName(text, form), form), text);
        const note =
          form === 'head' ? head(`goal: ${writeName(text, form)}`) : head(`tags: [${writeName(text, form)}]`);
        assert.deepEqual(
          mentionsIn(note).map(mention => mention.name),
          [text],
        );
      }),
    );
    fc.assert(
      fc.property(
        plain.filter(text => !/["#]/.test(text)),
        text => {
          assert.equal(readName(writeName(text, 'mark'), 'mark'), text);
          assert.equal(readName(writeName(text, 'link'), 'link'), text);
        },
      ),
    );
  });
});
