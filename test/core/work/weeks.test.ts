import assert from 'node:assert/strict';
import { workedOn } from '../../../src/core/work/workedOn.ts';
import { ada, linesOf, writtenWeek } from './writtenWeek.ts';

function weekOfAda(text: string): string[] {
  return linesOf(workedOn(writtenWeek(text), { person: ada, repositories: [] }));
}

describe('a week, as it is told', () => {
  it('in a project of topic branches and area prefixes, as git itself', () => {
    const week = weekOfAda(`
      Mon 09:00 http: factor out the retry loop
        http.c +40 -30
        merged: Merge branch 'ad/http-retry' | "git fetch" learned to retry a transfer that was cut off in the
      Mon 11:00 http: retry a transfer that was cut off
        http.c +80 -10
        t/t5550-http-fetch.sh +60 -0
        merged: Merge branch 'ad/http-retry' | "git fetch" learned to retry a transfer that was cut off in the
      Mon 12:00 t5550: test the retry of a cut transfer
        t/t5550-http-fetch.sh +30 -0
        merged: Merge branch 'ad/http-retry' | "git fetch" learned to retry a transfer that was cut off in the
      Tue 10:00 zlib: properly clamp to uLong
        git-zlib.c +9 -4
        merged: Merge branch 'ad/zlib-clamp'
      Wed 10:00 doc: reftable: fix a typo
        Documentation/technical/reftable.adoc +1 -1
        merged: Merge branch 'ad/typo' | Doc fix.
      Thu 10:00 refs/files: read packed refs lazily
        author: Sam
        refs/files-backend.c +100 -50
        Reviewed-by: Ada
        merged: Merge branch 'sm/lazy-packed-refs'`);
    assert.deepEqual(week, [
      'Retry a transfer that was cut off in http · feature · @http ×3',
      'Properly clamp to uLong in zlib · fix · @zlib',
      'also',
      '  Fix a typo in reftable · docs · @reftable',
      'reviewed',
      '  Read packed refs lazily in files (Sam)',
    ]);
  });

  it('in a project where one merge brings in everybody’s work, as Linux', () => {
    const week = weekOfAda(`
      Mon 09:00 net: dsa: mt7530: fix port isolation after a link flap
        drivers/net/dsa/mt7530.c +20 -5
        merged: Merge tag 'net-6.13-rc2' of git://forge.example/net
      Tue 09:00 net: dsa: mt7530: add a selftest for port isolation
        tools/testing/selftests/net/mt7530.sh +120 -0
        merged: Merge tag 'net-6.13-rc2' of git://forge.example/net
      Wed 09:00 drm/amd/display: avoid a NULL dereference on unplug
        drivers/gpu/drm/amd/display/dc.c +4 -1
        merged: Merge tag 'drm-fixes-2026-11-20' of git://forge.example/drm
      Thu 12:00 mm: vmscan: keep the working set under memory pressure
        author: Lin
        mm/vmscan.c +50 -20
        Acked-by: Ada
      Thu 13:00 mm: vmscan: count refaults per node
        author: Lin
        mm/vmscan.c +20 -2
        Reviewed-by: Ada`);
    assert.deepEqual(week, [
      'Fix port isolation after a link flap · fix · @net: dsa: mt7530 ×2',
      'Avoid a NULL dereference on unplug in display · fix · @drm/amd/display',
      'reviewed',
      '  Keep the working set under memory pressure in vmscan (Lin) ×2',
    ]);
  });

  it('in a project of Conventional Commits and squashed pull requests', () => {
    const week = weekOfAda(`
      Mon 09:10 feat(checkout)!: keep reads under 200 ms (#412)
        services/checkout/db.ts +120 -60
        services/checkout/pool.ts +30 -12
        package-lock.json +900 -700
        Co-authored-by: Sam
        Goal: checkout-under-200-ms
      Mon 15:00 chore(deps): bump lodash from 4.17.20 to 4.17.21 (#413)
        package-lock.json +4 -4
      Tue 09:00 fix(checkout): retry storm after a pool reset (#415)
        services/checkout/pool.ts +22 -8
        services/checkout/pool.test.ts +64 -0
      Tue 10:00 docs: fix typo in the on-call guide (#416)
        docs/on-call.md +1 -1
      Wed 10:00 chore(deps): bump vite from 6.0.1 to 6.0.3 (#417)
        package-lock.json +40 -40
      Thu 10:00 style: apply the new lint rule (#419)
        src/a.ts +10 -10
      Thu 16:00 feat(tools): release notes build without the network (#420)
        tools/notes.ts +70 -20
      Fri 16:00 refactor: extract \`useEffect\` into a hook (#421)
        web/hooks/useCart.ts +30 -30`);
    assert.deepEqual(week, [
      'Keep reads under 200 ms in checkout · feature · @checkout · #412 · with Sam · for checkout-under-200-ms',
      'Release notes build without the network in tools · feature · @tools · #420',
      'Retry storm after a pool reset in checkout · fix · @checkout · #415',
      'Extract `useEffect` into a hook · refactor · @hooks · #421',
      'also',
      '  Fix typo in the on-call guide · docs · #416',
      '  Apply the new lint rule · chore · #419',
      '  Dependency bumps: lodash and vite · chore · @deps · #413, #417 ×2',
    ]);
  });

  it('in a project of GitHub merges, where the title says what the commits don’t', () => {
    const week = weekOfAda(`
      Mon 09:00 wip
        src/search/index.ts +100 -3
        merged: Merge pull request #31 from ada/search-facets | Search by facet
      Mon 10:00 fix tests
        src/search/index.test.ts +40 -3
        merged: Merge pull request #31 from ada/search-facets | Search by facet
      Mon 11:00 address review comments
        src/search/index.ts +8 -3
        merged: Merge pull request #31 from ada/search-facets | Search by facet
      Tue 09:00 Make the index smaller
        src/search/store.ts +60 -90
        merged: Merge pull request #33 from ada/index-size | Index size
      Wed 09:00 Don't crash on an empty query
        src/search/query.ts +2 -1
        branch: ada/empty-query
      Wed 10:00 tests
        src/search/query.test.ts +22 -1
        branch: ada/empty-query
      Thu 09:00 wip
        src/print.ts +22 -1
        branch: SHOP-12-print-receipts`);
    assert.deepEqual(week, [
      'Search by facet · feature · @search · #31 ×3',
      'Make the index smaller · feature · @search · #33',
      "Don't crash on an empty query · fix · @search ×2",
      'Print receipts · feature · SHOP-12',
    ]);
  });

  it('in a project of bors and rollups, as Rust', () => {
    const week = weekOfAda(`
      Mon 09:00 Point at the binding when a borrow is too short
        compiler/rustc_borrowck/src/lib.rs +80 -20
        tests/ui/borrowck/short.rs +40 -0
        merged: Auto merge of #130001 - ada:borrow-span, r=lin | Point at the binding when a borrow is too short
      Mon 10:00 Bless tests
        tests/ui/borrowck/short.stderr +40 -20
        merged: Auto merge of #130001 - ada:borrow-span, r=lin | Point at the binding when a borrow is too short
      Tue 10:00 Fix ICE on a recursive opaque type
        compiler/rustc_hir_analysis/src/check.rs +12 -2
        merged: Auto merge of #130050 - sam:rollup-x1, r=sam | Rollup of 7 pull requests
      Tue 11:00 feat(resolver): add PublishAgePolicy
        src/resolver.rs +90 -2
        merged: feat: minimum publish age (#17012)
      Tue 12:00 test(resolver): too new versions
        tests/resolver.rs +60 -2
        merged: feat: minimum publish age (#17012)`);
    assert.deepEqual(week, [
      'Point at the binding when a borrow is too short · feature · @borrowck · #130001 ×2',
      'Minimum publish age · feature · @resolver · #17012 ×2',
      'Fix ICE on a recursive opaque type · fix · @rustc_hir_analysis',
    ]);
  });

  it('in a project that speaks in emoji and issue numbers, as VS Code', () => {
    const week = weekOfAda(`
      Mon 09:00 Git - 💄 cleanup
        extensions/git/src/commands.ts +10 -22
      Mon 10:00 SCM - show the graph for a detached HEAD (#234567)
        src/vs/workbench/contrib/scm/browser/scmHistory.ts +120 -20
      Tue 10:00 Fix #234001: hover is gone after a reload
        src/vs/editor/contrib/hover/browser/hover.ts +12 -3
      Tue 11:00 :lipstick:
        src/vs/editor/contrib/hover/browser/hover.ts +2 -3
      Wed 11:00 fixes #234500
        src/vs/platform/quickinput/browser/quickPick.ts +2 -3
      Thu 09:00 Bump distro
        package.json +1 -1`);
    assert.deepEqual(week, [
      'Show the graph for a detached HEAD in SCM · feature · @SCM · #234567',
      'Hover is gone after a reload · fix · @hover · #234001 ×2',
      'Fix #234500 · fix · @quickinput · #234500',
      'also',
      '  Clean-up in Git · chore · @Git',
      '  Bump distro · chore',
    ]);
  });

  it('in a project of Gerrit and stable branches', () => {
    const week = weekOfAda(`
      Mon 09:00 [nova] Refuse to resize a shelved server
        nova/compute/api.py +40 -3
        > Closes-Bug: #2012345
        > Change-Id: I1111111111111111111111111111111111111111
        merged: Merge "[nova] Refuse to resize a shelved server"
      Tue 09:00 [nova] Refuse to resize a shelved server
        nova/compute/api.py +41 -3
        branch: stable/2026.1
        > (cherry picked from commit 0001000100010001000100010001000100010001)
        > Change-Id: I1111111111111111111111111111111111111111
      Wed 09:00 Bug 1923456 - Stop the spinner when a tab is closed. r=lin,sam
        browser/base/tabs.js +12 -2`);
    assert.deepEqual(week, [
      'Refuse to resize a shelved server in nova · feature · @nova · #2012345',
      'Stop the spinner when a tab is closed · feature · #1923456',
    ]);
  });

  it('of one person alone, straight on the main line', () => {
    const week = weekOfAda(`
      Mon 09:00 Sentinel command renaming: base mechanism implemented
        src/sentinel.c +120 -10
      Mon 10:00 Sentinel command renaming: option parsing
        src/sentinel.c +40 -10
      Mon 11:00 Sentinel command renaming: document it
        sentinel.conf +40 -0
      Tue 09:00 Add \`retryCount\` to the hook's context
        source/core/index.ts +30 -10
      Tue 09:30 Fix tests
        source/core/index.ts +2 -2
        test/hooks.ts +20 -2
      Tue 12:00 Fix race condition causing a retry after the promise settles
        source/as-promise/index.ts +12 -2
      Wed 12:00 Docs: Document cookie sessions
        documentation/cookies.md +50 -0
      Thu 12:00 14.5.0
        package.json +1 -1
      Thu 13:00 Update README.md
        readme.md +2 -1`);
    assert.deepEqual(week, [
      'Sentinel command renaming: base mechanism implemented · feature · @Sentinel command renaming ×3',
      "Add `retryCount` to the hook's context · feature ×2",
      'Release 14.5.0 · chore',
      'Fix race condition causing a retry after the promise settles · fix · @as-promise',
      'Document cookie sessions · docs',
      'also',
      '  Update README.md · docs',
    ]);
  });

  it('with twenty small pull requests in about seven lines', () => {
    const fixes = ['hover on empty files', 'rename across folders', 'a stale index', 'slow start', 'lost cursor'];
    const week = weekOfAda(
      [
        'Mon 09:00 feat(search): search by facet (#1)\n  src/search/facet.ts +300 -20\n  src/search/ui.ts +100 -5',
        'Mon 10:00 feat(print): print receipts (#2)\n  src/print/receipt.ts +200 -0',
        'Mon 11:00 perf(index): build the index in half the time (#3)\n  src/index/build.ts +80 -60',
        'Mon 12:00 fix(login): keep the session over a restart (#4)\n  src/login/session.ts +60 -10',
        ...fixes.map((text, at) => `Tue 1${at}:00 fix(lsp): ${text} (#${at + 10})\n  lsp/${at}.ts +${9 - at} -2`),
        ...fixes.map((text, at) => `Wed 1${at}:00 test(lsp): ${text} (#${at + 20})\n  lsp/${at}.test.ts +40 -2`),
        ...fixes.map(
          (_, at) => `Thu 1${at}:00 chore(deps): bump lib${at} to 2.${at}.0 (#${at + 30})\n  yarn.lock +4 -4`,
        ),
        'Fri 10:00 ci: cache the browsers (#40)\n  .github/workflows/ci.yml +3 -1',
      ].join('\n'),
    );
    assert.deepEqual(week, [
      'Search by facet · feature · @search · #1',
      'Print receipts · feature · @print · #2',
      'Build the index in half the time · performance · @index · #3',
      'Fixes in lsp: hover on empty files, rename across folders, a stale index, slow start and lost cursor · fix · @lsp · #10, #11, #12, #13, #14 ×5',
      'Keep the session over a restart in login · fix · @login · #4',
      'Tests in lsp: hover on empty files, rename across folders, a stale index, slow start and lost cursor · test · @lsp · #20, #21, #22, #23, #24 ×5',
      'also',
      '  Cache the browsers · build · @ci · #40',
      '  Dependency bumps: lib0, lib1, lib2, lib3 and lib4 · chore · @deps · #30, #31, #32, #33, #34 ×5',
    ]);
  });

  it('with several additions to one place, each of which is told', () => {
    const places = ['search', 'print', 'index', 'login', 'cart'];
    const week = weekOfAda(
      [
        ...places.map(
          (place, at) => `Mon 1${at}:00 feat(${place}): ${place} by voice (#${at})\n  ${place}/a.ts +${500 - at} -9`,
        ),
        'Tue 09:00 feat(mail): send a receipt (#10)\n  mail/receipt.ts +60 -2',
        'Wed 09:00 feat(mail): let people unsubscribe (#11)\n  mail/list.ts +30 -2',
        'Thu 09:00 feat(mail): show a preview (#12)\n  mail/preview.ts +20 -2',
      ].join('\n'),
    );
    assert.deepEqual(
      week.filter(line => line.includes('@mail')),
      [
        'Send a receipt in mail · feature · @mail · #10',
        'Let people unsubscribe in mail · feature · @mail · #11',
        '  Show a preview in mail · feature · @mail · #12',
      ],
    );
  });

  it('with nothing but small print, which then is told', () => {
    const week = weekOfAda(`
      Mon 09:00 chore: bump vite to 6.1.0
        package-lock.json +40 -40
      Tue 09:00 fix typo in the guide
        docs/guide.md +1 -1`);
    assert.deepEqual(week, ['Fix typo in the guide · docs', 'Bump vite to 6.1.0 · chore']);
  });

  it('without a commit is empty', () => {
    assert.deepEqual(weekOfAda(''), []);
  });
});
