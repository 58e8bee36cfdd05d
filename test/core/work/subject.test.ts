import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Subject, readSubject } from '../../../src/core/work/subject.ts';

/** `text · kind · @scope · #pull · issue · …`, as far as there is any. */
function told({ text, kind, scope, pull, issue, reverts, fixes, unfinished }: Subject): string {
  const parts = [
    text,
    kind,
    scope === undefined ? undefined : `@${scope}`,
    pull === undefined ? undefined : `PR ${pull}`,
    issue,
    reverts === undefined ? undefined : `reverts ${reverts}`,
    fixes === undefined ? undefined : `fixes ${fixes}`,
    unfinished ? 'unfinished' : undefined,
  ];
  return parts.filter(part => part !== undefined).join(' · ');
}

const cases: readonly (readonly [subject: string, read: string])[] = [
  ['Add a cart', 'Add a cart'],
  ['Add a cart.', 'Add a cart'],
  ['Wait for it...', 'Wait for it...'],
  // Conventional Commits
  ['fix(checkout)!: avoid double fetch (#12)', 'avoid double fetch · fix · @checkout · PR 12'],
  ['feat: add hooks', 'add hooks · feature'],
  ['Feat : add hooks', 'add hooks · feature'],
  ['feat[cart]: coupons', 'coupons · feature · @cart'],
  ['perf(core/db)!: cache', 'cache · performance · @core/db'],
  ['fix(SHOP-3): totals', 'totals · fix · SHOP-3'],
  ['chore(deps): bump lodash from 4.17.20 to 4.17.21', 'bump lodash from 4.17.20 to 4.17.21 · chore · @deps'],
  ['wip(cart): half of it', 'half of it · @cart · unfinished'],
  ['typo: entires -> entries', 'typo: entires -> entries · chore'],
  // areas
  ['checkout: avoid double fetch', 'avoid double fetch · @checkout'],
  ['net: dsa: mt7530: fix port', 'fix port · @net: dsa: mt7530'],
  ['drm/amd/display: avoid a crash', 'avoid a crash · @drm/amd/display'],
  ['src,lib: reduce copies', 'reduce copies · @src,lib'],
  ['http: accept https:// proxies again', 'accept https:// proxies again · @http'],
  ['doc: reftable: fix a typo', 'fix a typo · docs · @reftable'],
  ['SCM - show the graph', 'show the graph · @SCM'],
  ['Git - 💄 cleanup', 'cleanup · chore · @Git'],
  ['Sentinel command renaming: parse options', 'Sentinel command renaming: parse options · @Sentinel command renaming'],
  ['std::move: take it', 'std::move: take it'],
  ['http://x.example/y: is broken', 'http://x.example/y: is broken'],
  ['Fix two bugs: one and the other', 'Fix two bugs: one and the other'],
  ['Note: this is slow', 'Note: this is slow'],
  ['v1.2.3: the big one', 'v1.2.3: the big one'],
  ['__proto__: keep it', 'keep it · @__proto__'],
  ['docs/{a,b}: name it', 'name it · @docs/{a,b}'],
  ['refactor: isMacを{isMac: boolean}にする (#2447)', 'isMacを{isMac: boolean}にする · refactor · PR 2447'],
  ['数据模型标准化，建表SQL规范性完善；', '数据模型标准化，建表SQL规范性完善'],
  ['i18n(fr): update `guides/sidebar.mdx`', 'update `guides/sidebar.mdx` · @the French translation'],
  ['i18n(ko-KR): update `sidebar.mdx`', 'update `sidebar.mdx` · @the Korean translation'],
  ['i18n(cart): plural forms', 'plural forms · @cart'],
  ['i18n: plural forms', 'plural forms · @i18n'],
  ['minor: Move it to a module', 'Move it to a module · chore'],
  // tags, tickets, numbers
  ['[FIX] sale: rounding', 'rounding · fix · @sale'],
  ['[WIP] cart', 'cart · unfinished'],
  ['[PATCH v2 3/4] cart', 'cart'],
  ['[3.12] gh-1234: Fix x (GH-1240) (#1250)', 'Fix x · PR 1250 · #1234'],
  ['SHOP-12: Retry (fixes #3)', 'Retry · SHOP-12'],
  ['SHOP-12 Retry', 'Retry · SHOP-12'],
  ['UTF-8 names', 'UTF-8 names'],
  ['Fix #123: hover is gone', 'hover is gone · fix · #123'],
  ['fixes #123', ' · fix · #123'],
  ['Fix 3 bugs', 'Fix 3 bugs'],
  ['Bump version to 0.13, see #845', 'Bump version to 0.13 · #845'],
  ['Now I see #845', 'Now I see #845'],
  ['Bug 1923456 - Stop the spinner. r=lin,sam', 'Stop the spinner · #1923456'],
  ['Update guide (see SHOP-9)', 'Update guide · SHOP-9'],
  ['Regression from #123', 'Regression from #123'],
  ['add x [skip ci]', 'add x'],
  ['add x (!7)', 'add x · PR 7'],
  // pictures
  [':bug: handle nulls :tada:', 'handle nulls · fix'],
  ['✨ coupons', 'coupons · feature'],
  ['👩‍👩‍👧 profiles', 'profiles'],
  ['🚧 half', 'half · unfinished'],
  ['💄', ' · chore'],
  // reverts and fix-ups
  ['Revert "feat(x): y (#3)" (#5)', 'y · revert · @x · PR 5 · reverts feat(x): y (#3)'],
  ['Reapply "y"', 'y · revert · reverts y'],
  ['fixup! feat: z', 'z · feature · fixes feat: z'],
  // names of the code
  ['useEffect runs once', 'useEffect runs once'],
  ['`-Zflag`: explain', '`-Zflag`: explain'],
  ['WIP', ' · unfinished'],
  ['', ''],
  ['#', '#'],
];

describe('a subject', () => {
  for (const [subject, read] of cases) {
    it(`"${subject}" says: ${read}`, () => {
      assert.equal(told(readSubject(subject)), read);
    });
  }

  it('can be anything without a throw, and never grows', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .array(
          fc.constantFrom(
            'fix',
            '(',
            ')',
            '[',
            ']',
            ':',
            '!',
            ' ',
            '#1',
            'A-1',
            '"',
            'Revert ',
            '💄',
            '\0',
            '\u202e',
            ',',
          ),
        )
        .map(parts => parts.join('')),
    );
    fc.assert(
      fc.property(hostile, subject => {
        const { text } = readSubject(subject);
        assert.ok(text.length <= subject.length);
        assert.doesNotMatch(text, /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });

  it('of four megabytes is read like a short one', () => {
    for (const piece of ['(', ':', 'a: ', '[a]', ' ', '#1 ', 'fix ', '👩‍👩‍👧', 'a, ', '"', '\0'])
      assert.ok(readSubject(piece.repeat(4_000_000 / piece.length)).text.length <= 600);
  });
});
