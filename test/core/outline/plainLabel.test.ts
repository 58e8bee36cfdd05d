import assert from 'node:assert/strict';
import fc from 'fast-check';
import { plainLabel } from '../../../src/core/outline/plainLabel.ts';

describe('plainLabel', () => {
  const cases: readonly (readonly [what: string, text: string, expected: string])[] = [
    ['plain words', 'Retry storm after a pool reset', 'Retry storm after a pool reset'],
    ['other scripts and emoji', '接続 · Zoë 👩‍💻 שלום', '接続 · Zoë 👩‍💻 שלום'],
    ['an icon', '$(flame) $$(x) $ (y)', '$ (flame) $$ (x) $ (y)'],
    ['a link', '[docs](command:evil)', '(docs)(command:evil)'],
    ['an icon made of a bracket', '$[flame]', '$ (flame)'],
    ['terminal sequences', '\u001b[31mred\u001b[0m \u001b]8;;https://x\u0007link\u001b]8;;\u0007', 'red link'],
    ['control characters and lines', 'a\nb\r\n\tc\u0000d\u0007', 'a b cd'],
    ['bidi overrides', 'a\u202Eb\u2066c\u200Fd', 'abcd'],
    ['zero width', 'a\u200Bb\u200Dc\u00ADd\u2060e', 'abcde'],
    ['an icon hidden by zero width', '$\u200B(flame)', '$ (flame)'],
    ['tags that can not be seen', 'a\u{E0041}\u{E0042}', 'a'],
    ['a broken surrogate', 'a\uD800b', 'ab'],
    ['a pile of marks', `a${'\u0301'.repeat(50)}b`, `a${'\u0301'.repeat(4)}b`],
    ['signs that are nothing but signs', 'a\\b ^c {d} $x (y) ~', 'a\\b ^c {d} $x (y) ~'],
    ['square brackets', 'a[0] ]b', 'a(0) )b'],
    ['blanks', '  a   b ', 'a b'],
    ['nothing', ' \n\u200B ', ''],
  ];
  for (const [what, text, expected] of cases)
    it(`shows ${what}`, () => {
      assert.equal(plainLabel(text), expected);
    });

  it('cuts what is long', () => {
    assert.equal(plainLabel('one two three four', 12), 'one two …');
    assert.equal(plainLabel('x'.repeat(500)), `${'x'.repeat(119)}…`);
    assert.equal(plainLabel('🎉'.repeat(500), 10), `${'🎉'.repeat(9)}…`);
  });

  it('is one short line without link or icon, whatever comes in', () => {
    const text = fc.array(
      fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('$', '(', '[', '](', '\u200B', '\u001b[')),
    );
    fc.assert(
      fc.property(text, parts => {
        const label = plainLabel(parts.join(''));
        assert.doesNotMatch(label, /[[\]\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]|\$\(/u);
        assert.ok(Array.from(label.replaceAll('$ ', '$')).length <= 120);
      }),
    );
  });
});
