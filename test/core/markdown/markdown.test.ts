import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { cleanText, shortened } from '../../../src/core/markdown/cleanText.ts';
import { bold, codeSpan, escapeSentence, escapeText, link } from '../../../src/core/markdown/markdown.ts';

const preview = new MarkdownIt({ html: true, linkify: true });
preview.linkify.set({ fuzzyLink: false }); // as in VS Code's preview

/** What the preview makes of one line: the kinds of its tokens, and its text. */
function rendered(markdown: string) {
  const blocks = preview.parse(markdown, {});
  const inline = blocks.flatMap(token => token.children ?? []);
  return {
    blocks: blocks.map(token => token.type).filter(type => !type.startsWith('paragraph') && type !== 'inline'),
    kinds: [...new Set(inline.map(token => token.type))].filter(kind => kind !== 'text'),
    text: inline.map(token => token.content).join(''),
    hrefs: inline.flatMap(token => String(token.attrGet('href') ?? '') || []),
  };
}

const tricky = [
  ...['[', ']', '(', ')', '<', '>', '!', '*', '_', '`', '~', '#', '&', '\\', '|', '-', '+', '=', ':', '/', '@', '.'],
  ...['javascript:', 'https://', 'www.', '//a.example', 'a@b.example', '<!--', '-->', '<b>', '</details>', '&amp;'],
  ...['&#x41;', '[x](y)', '![i](j)', '[[w]]', '- [ ] ', '1. ', '# ', '> ', '```', '~~~', '---', '***', '$x$', '%%'],
  ...[
    'word',
    'snake_case',
    'ü',
    '漢',
    '👩‍💻',
    ' ',
    '\n',
    '\t',
    '\u202E',
    '\u200B',
    '\u0000',
    '\uD800',
    '0',
    '<https://x>',
  ],
];
const hostile = fc.oneof(
  fc.array(fc.constantFrom(...tricky), { maxLength: 12 }).map(words => words.join('')),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
);

describe('text of strangers', () => {
  it('stays readable in the source where it can', () => {
    const cases: readonly (readonly [text: string, markdown: string])[] = [
      ['Retry storm after a pool reset fixed', 'Retry storm after a pool reset fixed'],
      [
        'snake_case and __init__.py, #412, C# & Go, a - b, 50%',
        'snake_case and \\_\\_init\\_\\_.py, #412, C# & Go, a - b, 50%',
      ],
      ['Add @lin as an owner (thanks!)', 'Add @lin as an owner (thanks!)'],
      ['std::vector<int>', 'std::vector\\<int>'],
      ['[x](javascript:alert(1))', '\\[x\\](javascript:alert(1))'],
      ['![](https://evil.example/a.png)', '!\\[\\](https:\\//evil.example/a.png)'],
      ['see https://a.example and www.b.example', 'see https:\\//a.example and www\\.b.example'],
      ['<!-- outloud:end worked-on -->', '\\<!-- outloud:end worked-on -->'],
      ['# not a heading', '\\# not a heading'],
      ['#tag of Obsidian', '\\#tag of Obsidian'],
      ['- [ ] not a task', '\\- \\[ \\] not a task'],
      ['1. not a list', '1\\. not a list'],
      ['> not a quote', '\\> not a quote'],
      ['---', '\\---'],
      ['==loud== %%hidden%% $x$', '\\=\\=loud\\=\\= \\%\\%hidden\\%\\% \\$x\\$'],
      ['AT&amp;T', 'AT\\&amp;T'],
      ['two\nlines\r\nand\ttab', 'two lines and tab'],
      ['\u001B[31mred\u001B[0m \u202Eabc\u2066 zero\u200Bwidth', 'red abc zerowidth'],
    ];
    for (const [text, markdown] of cases) assert.equal(escapeText(text), markdown);
  });

  it('shows as exactly that text, whatever it is', () => {
    fc.assert(
      fc.property(hostile, text => {
        const seen = rendered(escapeText(text));
        assert.deepEqual(seen, { blocks: [], kinds: [], text: cleanText(text), hrefs: [] });
      }),
      { numRuns: 800 },
    );
  });

  it('shows as exactly that text in bold, in a list and after another text', () => {
    fc.assert(
      fc.property(hostile, hostile, (text, other) => {
        const seen = rendered(`- ${bold(escapeText(text))} · ${escapeText(other)} · end`);
        const strong = cleanText(text) === '' ? [] : ['strong_open', 'strong_close'];
        assert.deepEqual(seen.kinds, strong);
        assert.equal(seen.text, `${cleanText(text)} · ${cleanText(other)} · end`.trimStart());
      }),
      { numRuns: 400 },
    );
  });

  it('keeps what its author put between backticks as code, and nothing else', () => {
    const cases: readonly (readonly [text: string, markdown: string])[] = [
      ['Use `SET LOCAL` *now*', 'Use `SET LOCAL` \\*now\\*'],
      ['`a_b_` and `c*`', '`a_b_` and `c*`'],
      ['`[x](y)` `<b>`', '\\`\\[x\\](y)\\` \\`\\<b>\\`'],
      ['one ` alone, ``two``', 'one \\` alone, \\`\\`two\\`\\`'],
      ['`x` # tag', '`x` \\# tag'],
    ];
    for (const [text, markdown] of cases) assert.equal(escapeSentence(text), markdown);
    const letters = (text: string) => text.replace(/[`\s]/g, '');
    fc.assert(
      fc.property(hostile, text => {
        const seen = rendered(`- ${bold(escapeSentence(text))} · ${escapeSentence(text)} end`);
        assert.deepEqual(
          seen.kinds.filter(kind => !/^(?:code_inline|strong_open|strong_close)$/.test(kind)),
          [],
        );
        assert.equal(letters(seen.text), letters(`${cleanText(text)}·${cleanText(text)}end`));
      }),
      { numRuns: 800 },
    );
  });

  it('is cleaned once and for all', () => {
    fc.assert(
      fc.property(hostile, text => {
        assert.equal(cleanText(cleanText(text)), cleanText(text));
      }),
    );
  });

  it('keeps the joiners of emoji and of scripts that need them', () => {
    assert.equal(cleanText('👩‍💻 ❤️ 1️⃣ می‌خواهم'), '👩‍💻 ❤️ 1️⃣ می‌خواهم');
    assert.equal(cleanText('a\u200Db\u200Cc'), 'abc');
  });

  it('is cut at a word', () => {
    assert.equal(shortened('Retry storm after a pool reset', 14), 'Retry storm …');
    assert.equal(shortened('Retry', 14), 'Retry');
    assert.equal(shortened('漢'.repeat(20), 5), '漢漢漢漢…');
  });
});

describe('a link', () => {
  it('leads to the web or to a note, and nowhere else', () => {
    const cases: readonly (readonly [url: string, markdown: string])[] = [
      ['https://forge.example/shop/pull/412', '[x](https://forge.example/shop/pull/412)'],
      ['../goals/fast checkout (2).md', '[x](../goals/fast%20checkout%20%282%29.md)'],
      ['../goals/日本.md', '[x](../goals/日本.md)'],
      ['https://a.example/?q=[1]&r=<b>', '[x](https://a.example/?q=%5B1%5D&r=%3Cb%3E)'],
      ['javascript:alert(1)', 'x'],
      ['JaVaScRiPt:alert(1)', 'x'],
      [' java\nscript:alert(1)', 'x'],
      ['data:text/html,x', 'x'],
      ['command:workbench.action.quit', 'x'],
      ['//evil.example', 'x'],
      ['\\\\evil.example', 'x'],
      ['https:evil', 'x'],
      ['', 'x'],
    ];
    for (const [url, markdown] of cases) assert.equal(link('x', url), markdown, url);
  });

  it('shows its text and keeps its address together, whatever they are', () => {
    const address = fc.oneof(
      hostile,
      hostile.map(tail => `https://forge.example/${tail}`),
    );
    fc.assert(
      fc.property(hostile, address, (text, url) => {
        const seen = rendered(`- ${link(text, url)} end`);
        assert.ok(seen.hrefs.length <= 1);
        assert.ok(seen.hrefs.every(href => /^https?:\/\/[^/]/i.test(href) || !/^(?:[^/?#]*:|\/\/)/.test(href)));
        assert.ok(seen.kinds.every(kind => /^(?:link_open|link_close|code_inline)$/.test(kind)));
        if (cleanText(text) !== '' && !text.includes('`')) assert.equal(seen.text, `${cleanText(text)} end`);
      }),
      { numRuns: 800 },
    );
  });
});

describe('a code span', () => {
  it('shows any text as code', () => {
    fc.assert(
      fc.property(hostile, text => {
        const seen = rendered(`- in ${codeSpan(text)} end`);
        if (cleanText(text) === '') return;
        assert.deepEqual(seen.kinds, ['code_inline']);
        assert.equal(seen.text, `in ${cleanText(text)} end`);
      }),
    );
  });
});
