import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { cleanText } from '../../../src/core/markdown/cleanText.ts';
import { applyEdits } from '../../../src/core/note/textEdit.ts';
import { printStrength, strengthAdded, strengthName } from '../../../src/core/strength/strengthLine.ts';

const talk = { title: 'The pool talk', href: 'learning/talk.md' };
const profile = `---
type: profile
---
# Ada

## Strengths

- Explains slow systems: [a talk](learning/a.md)
- draws what others guess

## Offers

- postgres
`;

describe('A strength in a profile', () => {
  for (const [name, strength, from, to] of [
    [
      'is added below the others',
      'Listens',
      '- draws what others guess\n',
      '- draws what others guess\n- Listens: [The pool talk](learning/talk.md)\n',
    ],
    [
      'gets one more example',
      'explains  slow systems',
      '(learning/a.md)',
      '(learning/a.md), [The pool talk](learning/talk.md)',
    ],
    [
      'gets its first example',
      'Draws what others guess',
      'others guess',
      'others guess: [The pool talk](learning/talk.md)',
    ],
  ] as const)
    it(name, () => {
      assert.equal(
        applyEdits(profile, strengthAdded(profile, { name: strength, example: talk })),
        profile.replace(from, to),
      );
    });

  it('has the same example once', () => {
    const example = { title: 'Called otherwise', href: 'learning/a.md' };
    assert.deepEqual(strengthAdded(profile, { name: 'Explains slow systems', example }), []);
    assert.deepEqual(strengthAdded(profile, { name: 'Explains slow systems' }), []);
  });

  it('keeps its name through its line, whatever it is called and whatever its example', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('a [b](c)', '**x**: y', '<!-- z', 'ends \\', '(well)', 'C#'),
    );
    fc.assert(
      fc.property(text, text, (name, title) => {
        const said = cleanText(name).replace(/[\s:–—-]+$/, '');
        fc.pre(said !== '');
        assert.equal(strengthName(printStrength({ name }).slice(2)), said);
        assert.equal(strengthName(printStrength({ name, example: { title, href: 'a.md' } }).slice(2)), said);
        const added = applyEdits(profile, strengthAdded(profile, { name, example: talk }));
        assert.deepEqual(strengthAdded(added, { name, example: talk }), []);
      }),
    );
  });
});
