import assert from 'node:assert/strict';
import { whyNotPushed } from '../../../src/core/share/whyNotPushed.ts';

const table: readonly (readonly [string, string])[] = [
  [' ! [rejected]        main -> main (fetch first)\nerror: failed to push some refs to …', 'rejected'],
  [' ! [rejected]        main -> main (non-fast-forward)\nerror: failed to push some refs to …', 'rejected'],
  [' ! [remote rejected] 35d9a3e -> main (failed to update ref)\nerror: failed to push some refs to …', 'rejected'],
  ["remote: error: cannot lock ref 'refs/heads/main': is at 91d37a7 but expected 4908c9d", 'rejected'],
  [
    'remote: error: GH006: Protected branch update failed for refs/heads/main.\n ! [remote rejected] main -> main (protected branch hook declined)',
    'protected',
  ],
  [
    'remote: GitLab: You are not allowed to push code to protected branches on this project.\n ! [remote rejected] main -> main (pre-receive hook declined)',
    'protected',
  ],
  [
    'remote: error: GH013: Repository rule violations found for refs/heads/main.\nremote: - Changes must be made through a pull request.\n ! [remote rejected] main -> main (push declined due to repository rule violations)',
    'protected',
  ],
  [
    'remote: TF402455: Pushes to this branch are not permitted; you must use a pull request to update this branch.\n ! [remote rejected] main -> main',
    'protected',
  ],
  [
    'remote: Checking…\nremote: The subject needs a ticket.\nremote: \nTo ../origin\n ! [remote rejected] main -> main (pre-receive hook declined)',
    'turned-down: The subject needs a ticket.',
  ],
  ["fatal: Authentication failed for 'https://forge.example/shop.git/'", 'no-access'],
  ["fatal: could not read Username for 'https://forge.example': terminal prompts disabled", 'no-access'],
  ['git@forge.example: Permission denied (publickey).\nfatal: Could not read from remote repository.', 'no-access'],
  [
    'remote: Permission to shop.git denied to ada.\nfatal: unable to access …: The requested URL returned error: 403',
    'no-access',
  ],
  ["fatal: unable to access 'https://forge.example/': Could not resolve host: forge.example", 'offline'],
  ['ssh: connect to host forge.example port 22: Connection timed out', 'offline'],
  ['error: cannot rebase: You have unstaged changes.', 'other-changes'],
  ['error: Your local changes to the following files would be overwritten by merge:\n\tcart.ts', 'other-changes'],
  ['error: failed to push some refs to …', 'push-hook'],
  ['3 tests failed.\nerror: failed to push some refs to …', 'push-hook: 3 tests failed.'],
  [
    'fatal: unable to write file: No space left on device',
    'not-pushed: fatal: unable to write file: No space left on device',
  ],
  ['', 'not-pushed'],
];

describe('Why a push did not go through', () => {
  for (const [words, expected] of table)
    it(`is “${expected}” for “${words.split('\n')[0] ?? ''}”`, () => {
      const { why, said } = whyNotPushed(words);
      assert.equal(said === '' ? why : `${why}: ${said}`, expected);
    });
});
