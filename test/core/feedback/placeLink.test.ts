import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { sentencesOf } from '../../../src/core/feedback/answerText.ts';
import { codeLink } from '../../../src/core/feedback/codeLink.ts';
import { linkPlaced } from '../../../src/core/feedback/placeLink.ts';
import { applyEdits } from '../../../src/core/note/textEdit.ts';

const head = '---\ntype: feedback-answer\n---\n# A\n\n';

describe('A place in the code', () => {
  for (const [name, text, question, expected] of [
    [
      'goes below the first open question',
      '## A\nYes.\n\n## B\n\n\n## C\n',
      undefined,
      '## A\nYes.\n\n## B\nLINK \n\n## C\n',
    ],
    ['goes below the question that is meant', '## A\n\n\n## B\n\n', 'B', '## A\n\n\n## B\nLINK \n'],
    ['makes room below a heading that has none', '## A\n## B\n', 'A', '## A\nLINK \n## B\n'],
    ['goes behind what was said, as a line of its own', '## A\nYes.\n\n## B\n', 'A', '## A\nYes.\n\nLINK \n\n## B\n'],
    ['goes behind the last line', '## A', 'A', '## A\nLINK '],
    ['goes to the end where nothing is asked', 'Yes.\n', '', 'Yes.\n\nLINK \n'],
  ] as const)
    it(name, () => {
      for (const eol of ['\n', '\r\n']) {
        const before = (head + text).replaceAll('\n', eol);
        const after = applyEdits(before, [linkPlaced(before, 'LINK', question)]);
        assert.equal(after, (head + expected).replaceAll('\n', eol));
      }
    });

  for (const [name, anchor, href, expected] of [
    [
      'with its permalink',
      {
        path: 'services/outbox.test.ts',
        lines: [40, 40],
        commit: '4f1c2a9d0e77b',
        permalink: 'https://forge.example/x#L40',
      },
      '../../x.ts',
      '[outbox.test.ts:40](https://forge.example/x#L40)',
    ],
    [
      'by its place',
      { path: 'services/db.ts', lines: [88, 97] },
      '../../../../services/db.ts',
      '[db.ts:88-97](../../../../services/db.ts#L88-L97)',
    ],
    ['as a whole', { path: 'db.ts' }, 'db.ts', '[db.ts](db.ts)'],
    [
      'by its commit',
      { repo: 'shop', path: 'services/db.ts', lines: [88, 97], commit: '4f1c2a9d0e77b' },
      undefined,
      'shop 4f1c2a9:services/db.ts#L88-L97',
    ],
    ['by its path', { repo: 'shop', path: 'a_b/*.ts', lines: [8, 8] }, undefined, 'shop a_b/\\*.ts:8'],
    ['whose name is markup', { path: '](command:x)' }, 'a b', '[\\](command:x)](a%20b)'],
  ] as const)
    it(`is named ${name}`, () => {
      assert.equal(codeLink(anchor, href), expected);
    });
});

describe('The sentences of an answer', () => {
  it('are those a reader sees', () => {
    const text = `${head}## What?\nThe *replay* test. It made [the rest](x.md) easy! e.g. so\n<!-- no -->\n- “One.” Two…\n\`\`\`\ncode\n\`\`\`\n`;
    assert.deepEqual(sentencesOf(text), ['The replay test.', 'It made the rest easy!', 'e.g.', 'so', '“One.”', 'Two…']);
  });
});
