import assert from 'node:assert/strict';
import fc from 'fast-check';
import { commitUrl, forgeOf, linesUrl } from '../../../src/core/forge/forge.ts';
import { forgePage } from '../../../src/core/forge/forgePage.ts';

const remotes = [
  'git@github.com:ada/shop.git',
  'https://gitlab.com/market/web/shop.git',
  'https://bitbucket.org/ada/shop.git',
  'https://bitbucket.market.example/scm/web/shop.git',
  'https://codeberg.org/ada/shop.git',
  'https://git.sr.ht/~ada/shop',
  'https://dev.azure.com/market/web/_git/shop',
];
const hash = '4f1c2a9d0e77b4f1c2a9d0e77b4f1c2a9d0e77b1';

describe('forgePage', () => {
  it('reads what commitUrl and linesUrl write, on every forge', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
    const path = fc
      .array(
        name.filter(step => !/[\p{Cc}\p{Cs}\\/]/u.test(step) && !/^\.{1,2}$/.test(step)),
        { minLength: 1, maxLength: 4 },
      )
      .map(steps => steps.join('/'));
    const lines = fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 99 }));
    fc.assert(
      fc.property(fc.constantFrom(...remotes), path, fc.option(lines), (remote, file, some) => {
        const forge = forgeOf(remote)!;
        const told = some ? ([some[0], some[0] + some[1]] as const) : undefined;
        assert.deepEqual(forgePage(commitUrl(forge, hash)), { kind: 'commit', base: forge.url, hash });
        assert.deepEqual(forgePage(linesUrl(forge, hash, file, told)), {
          kind: 'file',
          base: forge.url,
          hash,
          path: file,
          ...(told && { lines: [...told] }),
        });
      }),
    );
  });

  it('reads a comparison of two commits, and no page of a branch', () => {
    const cases: Readonly<Record<string, string | undefined>> = {
      'https://github.com/ada/shop/compare/1d0e77b...4f1c2a9': '1d0e77b..4f1c2a9',
      'https://gitlab.com/ada/shop/-/compare/1d0e77b...4f1c2a9': '1d0e77b..4f1c2a9',
      'https://github.com/ada/shop/compare/main...outbox': undefined,
      'https://github.com/ada/shop/blob/main/db.ts': undefined,
      'https://github.com/ada/shop/pull/412': undefined,
      'https://github.com/ada/shop/blob/1d0e77b/../../etc': undefined,
      'javascript:alert(1)': undefined,
      'https://github.com/ada/shop/commit/%00': undefined,
    };
    for (const [url, range] of Object.entries(cases)) {
      const page = forgePage(url);
      assert.equal(page?.kind === 'range' ? `${page.from}..${page.to}` : page?.kind, range, url);
    }
  });

  it('says something of any text, soon', () => {
    fc.assert(fc.property(fc.string(), text => void forgePage(`https://a.example/${text}`)));
    const long = `https://a.example/${'/commit'.repeat(200)}`;
    assert.equal(forgePage(long), undefined);
  });
});
