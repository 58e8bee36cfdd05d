import assert from 'node:assert/strict';
import fc from 'fast-check';
import { escapeText } from '../../../src/core/markdown/markdown.ts';
import { cleanText } from '../../../src/core/markdown/cleanText.ts';
import { plainText, slackText } from '../../../src/core/week/chatText.ts';

const note = `---
type: weekly
week: 2026-W47
---
# Week 47 · Ada

<!-- What changed for someone? -->

Checkout is *finally* fast & \`SET LOCAL\` did it. I need a **decision** on the queue.

<!-- outloud:begin worked-on -->
## Worked on

- **Checkout reads stay < 200 ms** · [#412](https://forge.example/shop/pull/412) · for [checkout](../goals/checkout.md)
- \\*Retry\\* storm · [shop a1b2c3d](https://forge.example/a?x=1&y=2)

<details><summary>also</summary>

- typo in \\_\\_init\\_\\_ ([e4f5a6b](https://forge.example/e4f5a6b))
</details>
<!-- outloud:end worked-on 8f2c3d:b1e29c -->

## Roadblocks

## Plans from last week

- [x] Measure ~~p95~~ p99
- [>] Pair with Sam → 2026-W48
- [-] Rewrite it all
- [ ] Write path 📅 2026-12-01
  - [ ] ask @channel

## Next week

- [ ]

<!-- outloud:parts worked-on -->
`;

describe('a weekly note for a chat', () => {
  it('reads well in Slack', () => {
    assert.equal(
      slackText(note),
      `*Week 47 · Ada*
Checkout is _finally_ fast &amp; \`SET LOCAL\` did it. I need a *decision* on the queue.

*Worked on*
• *Checkout reads stay &lt; 200 ms* · <https://forge.example/shop/pull/412|#412> · for checkout
• *Retry* storm · <https://forge.example/a?x=1&amp;y=2|shop a1b2c3d>

_also_
• typo in __init__ (<https://forge.example/e4f5a6b|e4f5a6b>)

*Plans from last week*
☑ Measure ~p95~ p99
→ Pair with Sam → 2026-W48
☒ Rewrite it all
☐ Write path 📅 2026-12-01
  ☐ ask @\u2060channel
`,
    );
  });

  it('reads well as plain words', () => {
    assert.equal(
      plainText(note.replaceAll('\n', '\r\n')),
      `Week 47 · Ada
Checkout is finally fast & SET LOCAL did it. I need a decision on the queue.

Worked on
• Checkout reads stay < 200 ms · #412 · for checkout
• *Retry* storm · shop a1b2c3d

also
• typo in __init__ (e4f5a6b)

Plans from last week
☑ Measure p95 p99
→ Pair with Sam → 2026-W48
☒ Rewrite it all
☐ Write path 📅 2026-12-01
  ☐ ask @\u2060channel
`,
    );
  });

  it('keeps code as it is', () => {
    const code = '# A\n\n```sh\n# not a heading <b>\n- [ ] not a task\n```\n';
    assert.equal(slackText(code), '*A*\n```\n# not a heading &lt;b&gt;\n- [ ] not a task\n```\n');
    assert.equal(plainText(code), 'A\n# not a heading <b>\n- [ ] not a task\n');
  });

  it('never makes a Slack link or call of a stranger’s words', () => {
    const hostile = fc.array(
      fc.constantFrom(
        '<',
        '>',
        '|',
        '!channel',
        '@here',
        '[x](',
        ')',
        '`',
        '*',
        '**',
        '_',
        '\\',
        '&lt;',
        'https://x',
        ' ',
        'a',
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(hostile, words => {
        const text = slackText(`# T\n\n- ${escapeText(words.join(''))}\n`);
        assert.doesNotMatch(text, /<[^>]*>|@here/);
      }),
    );
  });

  it('leaves underscores within a word alone', () => {
    assert.equal(
      plainText('# T\n\n- x__0__x snake_case_name and __bold__\n'),
      'T\n• x__0__x snake_case_name and bold\n',
    );
  });

  it('gives back a stranger’s words as they were', () => {
    const dense = fc
      .array(fc.constantFrom(...Array.from('_*~`<>[]()&\\!-#.0aé ')), { maxLength: 14 })
      .map(signs => signs.join(''));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), dense), text => {
        const words = cleanText(`x${text}x`);
        fc.pre(!/@(channel|here|everyone)/i.test(words));
        assert.equal(plainText(`# T\n\n- ${escapeText(words)}\n`), `T\n• ${words}\n`);
      }),
    );
  });
});
