import assert from 'node:assert/strict';
import fc from 'fast-check';
import { publishableLines } from '../../../src/core/meeting/publishable.ts';
import { lineHash } from '../../../src/core/week/part.ts';

const meeting = { me: 'ada', others: ['lin'] };
const shown = (text: string) =>
  publishableLines(text, meeting).map(({ words, section, whose, isPromise }) => {
    const who = typeof whose === 'string' ? whose : `promised by ${whose.promisedBy}`;
    return `${section} | ${words} | ${who}${isPromise ? ', a promise' : ''}`;
  });

const learned = '- Sam on the outbox: “the replay test”';
const note = `---
type: one-on-one
with: lin
---
# One-to-one with Lin, 24 November

## Promised to me

- [ ] A budget · promised 2026-10-27 · **14 days over** 📅 2026-11-10

## Promised by me

- [ ] The p99 numbers 📅 2026-12-01
- [x] The old numbers
- [ ] @lin a decision on the queue

<!-- outloud:begin since -->
## Since 10 November

${learned}
- Learned, in my own words: pin nothing
<!-- outloud:end since 3d4edd:${lineHash(learned)} 02ba7c:d4e5f6 -->

## My points

- I say: the on-call weeks are too long
- Advocate says: she was not asked
- Drop: the tone on Monday
  and what he said then
- [-] dropped as well

## What I want to talk about

- Drop: also here
<!-- a hint -->
- [ ] Try the scheduler (project) · since 2026-11-10 📅 2026-12-15
- [>] Moved on → 2026-12-08
> A quoted <!-- hidden --> word <!-- that never ends
A paragraph.
- [ ] 
`;

describe('Lines of a private note that may be published', () => {
  it('are hers or say whose they are; what is dropped, told by the program or a comment is none', () => {
    assert.deepEqual(shown(note), [
      'Promised to me | A budget 📅 2026-11-10 | promised by lin',
      'Promised by me | The p99 numbers 📅 2026-12-01 | mine, a promise',
      'Promised by me | The old numbers | mine',
      'Promised by me | @lin a decision on the queue | promised by lin',
      'Since 10 November | Learned, in my own words: pin nothing | mine',
      'My points | I say: the on-call weeks are too long | mine',
      'My points | Advocate says: she was not asked | advocate',
      'What I want to talk about | Try the scheduler (project) 📅 2026-12-15 | mine',
      String.raw`What I want to talk about | A quoted word \<!-- that never ends | mine`,
      'What I want to talk about | A paragraph. | mine',
    ]);
  });

  it('hold no paragraph that was dropped, to its end', () => {
    const note = '---\ntype: one-on-one\n---\n# Us\n\nDrop: the tone\non Monday\n\nThe queue\n\n~~the raise~~\n';
    const lines = publishableLines(note, { me: 'ada', others: ['lin'] });
    assert.deepEqual(
      lines.map(({ words }) => words),
      ['The queue'],
    );
  });

  it('never hold a word that was dropped', () => {
    const line = fc.constantFrom(
      ...['- I say: fine', '- Drop: zq', '  below zq', '- [-] zq', '  - [ ] deep zq', '- **Drop:** zq', '- ~~zq~~', ''],
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), lines => {
        const nested = lines.map((each, index) =>
          each.startsWith('  ') && !isDropped(lines.slice(0, index)) ? each.replace('zq', 'fine') : each,
        );
        const text = `# Note\n\n## My points\n\n${nested.join('\n')}\n`;
        assert.ok(!JSON.stringify(publishableLines(text, meeting)).includes('zq'), text);
      }),
    );
  });
});

/** Whether the next indented line belongs to a dropped one. */
function isDropped(above: readonly string[]): boolean {
  const item = above.findLast(line => line.startsWith('- '));
  return item !== undefined && !item.startsWith('- I say');
}
