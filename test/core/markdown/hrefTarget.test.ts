import assert from 'node:assert/strict';
import fc from 'fast-check';
import { hrefTarget } from '../../../src/core/markdown/hrefTarget.ts';
import { relativeHref } from '../../../src/core/markdown/relativeHref.ts';
import type { SharedPath } from '../../../src/core/note/notePath.ts';

describe('hrefTarget', () => {
  const goal = 'people/ada/goals/checkout.md' as SharedPath;

  it('is the note a relative link leads to', () => {
    const cases: Readonly<Record<string, string | undefined>> = {
      '../learning/p.md': 'people/ada/learning/p.md',
      '../learning/p.md#why': 'people/ada/learning/p.md',
      './other.md': 'people/ada/goals/other.md',
      '../../sam/answers/x%20y.md': 'people/sam/answers/x y.md',
      '../../../objectives/o.md': 'objectives/o.md',
      '../../../../README.md': undefined,
      '/etc/passwd.md': undefined,
      '../learning/p.txt': undefined,
      '../learning/%zz.md': undefined,
    };
    for (const [href, path] of Object.entries(cases)) assert.equal(hrefTarget(goal, href), path, href);
  });

  it('undoes relativeHref', () => {
    const step = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 6 })
      .filter(text => !/[/\\?#\p{Cs}]|^\.+$/u.test(text));
    const path = fc.array(step, { minLength: 1, maxLength: 4 }).map(steps => `${steps.join('/')}.md` as SharedPath);
    fc.assert(
      fc.property(path, path, (from, to) => {
        assert.equal(hrefTarget(from, relativeHref(from, to)), to);
      }),
    );
  });
});
