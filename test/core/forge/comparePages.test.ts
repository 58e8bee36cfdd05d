import assert from 'node:assert/strict';
import { compareUrl, newPullUrl } from '../../../src/core/forge/comparePages.ts';
import { forgeOf } from '../../../src/core/forge/forge.ts';

describe('pages about a branch', () => {
  const remotes = {
    github: 'git@github.com:market/shop.git',
    gitlab: 'https://gitlab.com/market/team/shop.git',
    bitbucket: 'git@bitbucket.org:market/shop.git',
    gitea: 'https://codeberg.org/market/shop',
    sourcehut: 'git@git.sr.ht:~ada/shop',
    azure: 'https://dev.azure.com/market/shop/_git/shop',
  };
  const pages = (page: (forge: NonNullable<ReturnType<typeof forgeOf>>) => string | undefined) =>
    Object.fromEntries(
      Object.entries(remotes).map(([kind, remote]) => {
        const forge = forgeOf(remote);
        return [kind, forge && page(forge)?.replace(forge.url, '')];
      }),
    );

  it('compare two commits', () => {
    assert.deepEqual(
      pages(forge => compareUrl(forge, 'aaa', 'bbb')),
      {
        github: '/compare/aaa...bbb',
        gitlab: '/-/compare/aaa...bbb',
        bitbucket: '/branches/compare/bbb..aaa',
        gitea: '/compare/aaa...bbb',
        sourcehut: undefined,
        azure: '/branchCompare?baseVersion=GCaaa&targetVersion=GCbbb',
      },
    );
  });

  it('begin a pull request, whatever the branch is called', () => {
    assert.deepEqual(
      pages(forge => newPullUrl(forge, 'main', 'ada/out#box')),
      {
        github: '/compare/main...ada/out%23box?expand=1',
        gitlab:
          '/-/merge_requests/new?merge_request%5Bsource_branch%5D=ada%2Fout%23box&merge_request%5Btarget_branch%5D=main',
        bitbucket: '/pull-requests/new?source=ada%2Fout%23box&dest=main',
        gitea: '/compare/main...ada/out%23box',
        sourcehut: undefined,
        azure: '/pullrequestcreate?sourceRef=ada%2Fout%23box&targetRef=main',
      },
    );
  });
});
