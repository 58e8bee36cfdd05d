import assert from 'node:assert/strict';
import { readMerge } from '../../../src/core/work/mergeSubject.ts';

const cases: readonly (readonly [subject: string, read: string])[] = [
  ['Merge pull request #12 from ada/retry', 'PR 12 · retry'],
  ['Merge pull request #12 from shop/ada/retry', 'PR 12 · ada/retry'],
  ["Merge pull request 'Retry a lost call' (#12) from ada/retry into main", 'PR 12 · ada/retry · “Retry a lost call”'],
  ['Auto merge of #130001 - ada:borrow-span, r=lin', 'PR 130001 · borrow-span'],
  ['Auto merge of #130050 - sam:rollup-x1, r=sam', 'PR 130050 · rollup-x1 · broad'],
  ['Merged in ada/retry (pull request #12)', 'PR 12 · ada/retry'],
  ['Pull request #12: Retry a lost call', 'PR 12 · “Retry a lost call”'],
  ['Merged PR 12: Retry a lost call', 'PR 12 · “Retry a lost call”'],
  ["Merge branch 'retry' into 'main'", 'retry'],
  ["Merge branch 'ad/http-retry'", 'ad/http-retry'],
  ["Merge branch 'ad/http-retry' into maint-2.50", 'ad/http-retry'],
  ["Merge remote-tracking branch 'origin/retry'", 'retry'],
  ["Merge topic 'cmake-retry'", 'cmake-retry'],
  ['Merge "Refuse to resize a shelved server" into stable/2026.1', '“Refuse to resize a shelved server”'],
  ['feat: minimum publish age (#17012)', 'PR 17012 · “feat: minimum publish age”'],
  ["Merge branch 'main' into retry", 'main · broad'],
  ["Merge branch 'develop'", 'develop · broad'],
  ["Merge branch 'release/1.2' into main", 'release/1.2 · broad'],
  ["Merge tag 'net-6.13-rc2' of git://forge.example/net", 'broad'],
  ["Merge branches 'a' and 'b'", 'broad'],
  ['Bring in the new scheduler', '“Bring in the new scheduler”'],
  ['Sync with 2.45.1', '“Sync with 2.45.1” · broad'],
  ['Merge pull request #12 from ada/master', 'PR 12 · master'],
  ['Merge pull request #12 from ada/4711', 'PR 12 · 4711'],
  ['Merge pull request #12 from shop/develop', 'PR 12 · develop · broad'],
  ['Merge pull request #12 from shop/release/1.2', 'PR 12 · release/1.2'],
  ['Merge pull request #12 from ada/maint-retry', 'PR 12 · maint-retry'],
  ['Merged pull request #12 from ada/retry.', 'PR 12 · retry'],
  ['Merge pull request #12.', 'PR 12'],
  ['merge #12 into shop/shop:main', 'PR 12'],
  ["merge branch 'pr-12'", 'pr-12'],
  ['Merge PR #12 (retry)', 'PR 12'],
  ['Merge pull request from GHSA-pq7m-3gw7-gq5x', 'GHSA-pq7m-3gw7-gq5x'],
  ['auto merge of #70 : ada/shop/retry, r=lin', 'PR 70 · retry'],
  ['Merged in ada/retry (pull request #12: Retry a lost call)', 'PR 12 · ada/retry · “Retry a lost call”'],
  ["Merge remote branch 'ada/retry'", 'ada/retry'],
  ["Merge remote branch 'shop/master'", 'shop/master · broad'],
  ["Merge branch 'master' of forge.example:shop/shop", 'master · broad'],
  ["Merge branch '4711'", '4711'],
  ['Merge', 'nothing'],
  ['', 'nothing'],
];

describe('a merge', () => {
  for (const [subject, expected] of cases) {
    it(`"${subject}" brought in: ${expected}`, () => {
      const read = readMerge(subject);
      const parts = [
        read?.pull === undefined ? undefined : `PR ${read.pull}`,
        read?.branch,
        read?.title === undefined ? undefined : `“${read.title}”`,
        read?.broad ? 'broad' : undefined,
      ].filter(part => part !== undefined);
      assert.equal(read ? parts.join(' · ') : 'nothing', expected);
    });
  }
});
