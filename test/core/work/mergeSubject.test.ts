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
  ['Bring in the new scheduler', '“Bring in the new scheduler” · broad'],
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
