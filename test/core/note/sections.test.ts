import assert from 'node:assert/strict';
import { eolOf, hasBom, linesOf } from '../../../src/core/note/noteText.ts';
import { findH1, headingsOf, proseLines, sectionsOf } from '../../../src/core/note/sections.ts';

const note = `---
# no heading
type: weekly
---
# Week 47 · Ada #

Words.

## Worked on
- a piece
### deeper
- another

\`\`\`md
## not a section
\`\`\`
<!--
## nor this
-->
## Next week \\# one
- [ ] plan
`;

describe('sectionsOf', () => {
  it('cuts a note at its second headings', () => {
    assert.deepEqual(
      sectionsOf(note).map(({ title, body }) => [title, note.slice(body.start, body.end)]),
      [
        ['Worked on', note.slice(note.indexOf('- a piece'), note.indexOf('## Next'))],
        ['Next week # one', '- [ ] plan\n'],
      ],
    );
  });

  it('ends a section at a heading above it, and at the end of the text', () => {
    const text = '## A\r\na\r\n# B\r\nb\r\n## C';
    assert.deepEqual(
      sectionsOf(text).map(({ title, at, body }) => [
        title,
        text.slice(at.start, at.end),
        text.slice(body.start, body.end),
      ]),
      [
        ['A', '## A', 'a\r\n'],
        ['C', '## C', ''],
      ],
    );
  });

  it('finds the deeper ones on request', () => {
    assert.deepEqual(
      sectionsOf(note, 3).map(({ title }) => title),
      ['deeper'],
    );
  });
});

describe('headingsOf', () => {
  it('reads headings as a forge shows them', () => {
    const shown = (line: string) => [...headingsOf(line)].map(({ level, title }) => `${level} ${title}`);
    assert.deepEqual(shown('#\n#x\n    # code\n   ###### six ##\n####### seven\n# a\\*b `c\\*d` \\\\ #x\n## ##'), [
      '1 ',
      '6 six',
      '1 a*b `c\\*d` \\ #x',
      '2 ',
    ]);
  });

  it('knows the H1 from a comment in the front matter and from code', () => {
    assert.deepEqual(findH1(note), { level: 1, title: 'Week 47 · Ada', at: { start: 34, end: 51 } });
    assert.equal(findH1('```\n# x\n```\n'), undefined);
    assert.equal(findH1('~~~\n```\n# x\n'), undefined);
  });
});

describe('proseLines', () => {
  it('passes over code and long comments, also where they never end', () => {
    const prose = (text: string) => [...proseLines(text)].map(line => line.text);
    assert.deepEqual(prose('a\n````\nb\n```\nc\n````\nd\n- ```js\n  e\n  ```\nf\n```x`y```\n'), [
      'a',
      'd',
      'f',
      '```x`y```',
    ]);
    assert.deepEqual(prose('a\n<!-- b -->\n<!-- c\nd\n'), ['a', '<!-- b -->']);
    assert.deepEqual(prose('a\n```\nb'), ['a']);
    assert.deepEqual(prose('- ```\n  a\n\n  b\nc\n- d\n  ~~~\n  e\n# f\n'), ['c', '- d', '# f']);
  });
});

describe('the text of a note', () => {
  it('has the line endings of its first line', () => {
    assert.deepEqual(['', 'a', 'a\nb\r\n', 'a\r\nb\n', '\n'].map(eolOf), ['\n', '\n', '\n', '\r\n', '\n']);
  });

  it('may begin with a byte order mark', () => {
    assert.deepEqual(['\uFEFFa', 'a', ''].map(hasBom), [true, false, false]);
  });

  it('comes in lines, with their places', () => {
    assert.deepEqual(
      [...linesOf('a\r\n\nb\rc')],
      [
        { start: 0, end: 1, next: 3, text: 'a' },
        { start: 3, end: 3, next: 4, text: '' },
        { start: 4, end: 7, next: 7, text: 'b\rc' },
      ],
    );
  });
});

describe('findH1', () => {
  it('sees a title behind a byte order mark', () => {
    assert.equal(findH1('\uFEFF# By hand\n')?.title, 'By hand');
    assert.equal(findH1('\uFEFF---\ntype: goal\n---\n# By hand\n')?.title, 'By hand');
  });
});
