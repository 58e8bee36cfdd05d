import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { themesForMe } from '../../../src/app/theme/themesForMe.ts';
import { printThemes } from '../../../src/core/theme/themePage.ts';
import { memoryDesk } from '../../support/memoryDesk.ts';

const request =
  '---\ntype: feedback-request\nto: [sam, lin]\ndate: 2026-11-01\n---\n# The pool talk\n\n## What did you notice?\n';
const answer = (head: string, words: string) =>
  `---\ntype: feedback-answer\n${head}---\n# A\n\n## What did you notice?\n${words}\n`;
const notes = {
  'people/ada/feedback/2026-11-01-pool-talk.md': request,
  'people/sam/answers/2026-11-01-pool-talk-sam.md': answer(
    'request: ada/2026-11-01-pool-talk\nfrom: sam\ndate: 2026-11-02\n',
    'The flame graph told it all. [x](command:evil)',
  ),
  'people/lin/answers/2026-11-09-demo-lin.md': `---\ntype: feedback-answer\nfrom: lin\nto: ada\nabout: the demo\ndate: 2026-11-09\n---\n# Demo\n\n- 14:05 two people asked for the flame graphs\n`,
  'people/kim/answers/2026-11-10-x-kim.md': answer('to: ada\nprivate: true\n', 'SECRET flame graph'),
  'people/kim/answers/2026-11-11-x-kim.md': answer('to: sam\n', 'SECRET flame graph'),
  'people/kim/answers/2026-11-12-x-kim.md': answer('to: ada\ndeclined: 2026-11-12\n', 'SECRET flame graph'),
  'surveys/2026-10-01-how-we-release.md':
    '---\ntype: survey\nby: ada\nclosed: 2026-10-08\n---\n# How we release\n\n## What helps?\n\n- More of the flame graphs\n\n## Actions\n\n- [ ] @sam SECRET flame graph\n',
  'surveys/2026-10-02-open.md': '---\ntype: survey\nby: ada\n---\n# Open\n\n## Q?\n\n- SECRET flame graph\n',
  'surveys/2026-10-03-other.md':
    '---\ntype: survey\nby: sam\nclosed: 2026-10-08\n---\n# Other\n\n## Q?\n\n- SECRET flame graph\n',
};

const page = async (handle: string) =>
  printThemes(await themesForMe(memoryDesk({ notes, me: { handle, name: handle, emails: [] } })), name =>
    name.toUpperCase(),
  );

describe('The themes of a person', () => {
  it('come from what she was told, with who said it and when, and lead to it', async () => {
    const { text, quotes, headings } = await page('ada');
    assert.equal(
      text.slice(text.indexOf('##')),
      `## flame graphs

- 2026-11-09 “two people asked for the flame graphs” LIN on the demo
- 2026-11-02 “The flame graph told it all. x” SAM on The pool talk
- 2026-10-01 “More of the flame graphs” in How we release
`,
    );
    const lines = text.split('\n');
    assert.deepEqual(
      quotes.map(({ line, quote }) => [lines[line]?.slice(2, 12), quote.path, quote.line]),
      [
        ['2026-11-09', 'people/lin/answers/2026-11-09-demo-lin.md', 10],
        ['2026-11-02', 'people/sam/answers/2026-11-01-pool-talk-sam.md', 10],
        ['2026-10-01', 'surveys/2026-10-01-how-we-release.md', 10],
      ],
    );
    assert.deepEqual(
      headings.map(({ line, theme }) => [lines[line], theme.name]),
      [['## flame graphs', 'flame graphs']],
    );
  });

  it('are hers alone: nobody else sees one of them', async () => {
    for (const other of ['sam', 'lin', 'kim', 'somebody'])
      assert.doesNotMatch((await page(other)).text, /pool talk|the demo|told it all|How we release/, other);
    assert.match((await page('lin')).text, /Nothing came back yet/);
  });
});
