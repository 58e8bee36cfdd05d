import assert from 'node:assert/strict';
import fc from 'fast-check';
import picomatch from 'picomatch';
import { globTest } from '../../../src/core/goal/glob.ts';

describe('globTest', () => {
  const cases: readonly (readonly [glob: string, inside: string, outside: string])[] = [
    ['services/checkout/**', 'services/checkout/a/db.ts', 'services/checkouts/db.ts'],
    ['services/checkout', 'services/checkout/a/db.ts', 'services/checkout.ts'],
    ['services/checkout/', 'services/checkout/db.ts', 'my/services/checkout/db.ts'],
    ['./src/**', 'src/a.ts', 'test/src/a.ts'],
    ['/src/**', 'src/a.ts', 'a.ts'],
    ['**/*.sql', 'db/migrations/1.sql', 'db/1.sqlx'],
    ['**/*.sql', '1.sql', '1.SQL'],
    ['**/checkout/**', 'a/checkout/b/c.ts', 'a/check/out.ts'],
    ['src/**/test/*.ts', 'src/a/b/test/x.ts', 'src/a/test.ts'],
    ['src/**/test/*.ts', 'src/test/x.ts', 'src/test/x.js'],
    ['*.{ts,js}', 'a.js', 'a.css'],
    ['{src,test}/{a,b}*', 'test/bc', 'lib/a'],
    ['src/[a-c]?.ts', 'src/bx.ts', 'src/dx.ts'],
    ['src/[!a].ts', 'src/b.ts', 'src/a.ts'],
    ['.github/**', '.github/workflows/ci.yml', 'github/ci.yml'],
    ['**', 'any/thing', ''],
    ['日本*/**', '日本語/a.ts', '中国語/a.ts'],
    ['a{b', 'a{b', 'ab'],
    ['[x', '[x', 'x'],
  ];
  for (const [glob, inside, outside] of cases)
    it(`${glob} has ${inside}, not ${outside || 'nothing'}`, () => {
      const test = globTest(glob);
      assert.deepEqual([test(inside), outside !== '' && test(outside)], [true, false]);
    });

  it('agrees with picomatch on files', () => {
    const name = fc.constantFrom('a', 'b', 'ab', 'abc', '.a', 'a.ts');
    const part = fc.constantFrom('a', 'b', '*', '**', 'a*', '*b', '?', 'a?c', '*.ts', '[ab]', '{a,b}', 'a*c*');
    const path = fc.array(name, { minLength: 1, maxLength: 4 }).map(names => names.join('/'));
    const glob = fc
      .array(part, { minLength: 1, maxLength: 4 })
      .map(parts => parts.join('/'))
      .filter(one => !one.endsWith('/**')); // whether that has the folder itself makes no difference to files
    const options = { dot: true, noextglob: true };
    fc.assert(
      fc.property(glob, path, (pattern, file) => {
        const folders = [file, ...Array.from(file.matchAll(/\//g), ({ index }) => file.slice(0, index))];
        const isMatch = picomatch(pattern, options);
        assert.equal(
          globTest(pattern)(file),
          folders.some(folder => isMatch(folder)),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('matches nothing rather than for ever', () => {
    const far = `${'a'.repeat(5000)}b`;
    for (const glob of ['*a'.repeat(200), '**/*a'.repeat(80), '{a,b}'.repeat(60), '{a,'.repeat(100), '', '/'])
      assert.equal(globTest(glob)(far), false, glob);
  });
});
