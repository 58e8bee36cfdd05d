import assert from 'node:assert/strict';
import fc from 'fast-check';
import { commitUrl, forgeOf, issueUrl, linesUrl, pullUrl } from '../../../src/core/forge/forge.ts';

const of = (remote: string) => {
  const forge = forgeOf(remote);
  return forge && `${forge.kind} ${forge.url}`;
};

describe('forgeOf', () => {
  const cases: readonly (readonly [remote: string, expected: string | undefined])[] = [
    ['https://github.com/ada/shop.git', 'github https://github.com/ada/shop'],
    ['https://github.com/ada/shop/', 'github https://github.com/ada/shop'],
    ['https://www.GitHub.com/ada/Shop', 'github https://github.com/ada/Shop'],
    ['git@github.com:ada/shop.git', 'github https://github.com/ada/shop'],
    ['github.com:ada/shop', 'github https://github.com/ada/shop'],
    ['git@github.com-work:ada/shop.git', 'github https://github.com/ada/shop'],
    ['ssh://git@ssh.github.com:443/ada/shop.git', 'github https://github.com/ada/shop'],
    ['git+ssh://git@github.com/ada/shop.git', 'github https://github.com/ada/shop'],
    ['git://github.com/ada/shop.git', 'github https://github.com/ada/shop'],
    ['https://github.forge.example/ada/shop', 'github https://github.forge.example/ada/shop'],
    ['https://forge.ghe.com/ada/shop.git', 'github https://forge.ghe.com/ada/shop'],
    ['https://github.com/ada/my.shop.git', 'github https://github.com/ada/my.shop'],
    ['git@gitlab.com:team/sub/group/shop.git', 'gitlab https://gitlab.com/team/sub/group/shop'],
    ['ssh://git@gitlab.forge.example:2222/team/shop.git', 'gitlab https://gitlab.forge.example/team/shop'],
    ['https://gitlab.forge.example:8443/team/shop.git', 'gitlab https://gitlab.forge.example:8443/team/shop'],
    ['http://gitlab.forge.example:80/team/shop.git', 'gitlab http://gitlab.forge.example/team/shop'],
    ['https://salsa.debian.org/team/shop', 'gitlab https://salsa.debian.org/team/shop'],
    ['git@bitbucket.org:team/shop.git', 'bitbucket https://bitbucket.org/team/shop'],
    ['https://ada@bitbucket.org/team/shop.git', 'bitbucket https://bitbucket.org/team/shop'],
    [
      'ssh://git@bitbucket.forge.example:7999/key/shop.git',
      'bitbucket https://bitbucket.forge.example/projects/KEY/repos/shop',
    ],
    [
      'https://bitbucket.forge.example/scm/~ada/shop.git',
      'bitbucket https://bitbucket.forge.example/users/ada/repos/shop',
    ],
    ['https://codeberg.org/ada/shop.git', 'gitea https://codeberg.org/ada/shop'],
    ['ssh://git@codeberg.org/ada/shop.git', 'gitea https://codeberg.org/ada/shop'],
    ['http://gitea.forge.example:3000/ada/shop.git', 'gitea http://gitea.forge.example:3000/ada/shop'],
    ['git@forgejo.forge.example:ada/shop.git', 'gitea https://forgejo.forge.example/ada/shop'],
    ['git@git.sr.ht:~ada/shop', 'sourcehut https://git.sr.ht/~ada/shop'],
    ['https://ada@dev.azure.com/org/my%20shop/_git/app', 'azure https://dev.azure.com/org/my%20shop/_git/app'],
    ['git@ssh.dev.azure.com:v3/org/shop/app', 'azure https://dev.azure.com/org/shop/_git/app'],
    ['https://org.visualstudio.com/DefaultCollection/shop/_git/app', 'azure https://dev.azure.com/org/shop/_git/app'],
    ['https://org.visualstudio.com/_git/shop', 'azure https://dev.azure.com/org/shop/_git/shop'],
    ['org@vs-ssh.visualstudio.com:v3/org/shop/app', 'azure https://dev.azure.com/org/shop/_git/app'],
    // no forge we know, or no repository on it
    ['https://forge.example/ada/shop.git', undefined],
    ['https://notgithub.com/ada/shop', undefined],
    ['https://github.com/ada', undefined],
    ['https://github.com/', undefined],
    ['https://github.com/ada/../shop', undefined],
    ['/srv/git/shop.git', undefined],
    ['../shop', undefined],
    ['file:///srv/git/shop.git', undefined],
    ['C:\\git\\shop', undefined],
    ['C:/git/shop', undefined],
    ['ext::sh -c evil', undefined],
    ['javascript://github.com/ada/shop', undefined],
    ['', undefined],
  ];
  for (const [remote, expected] of cases)
    it(`${remote || 'nothing'} → ${expected ?? 'none'}`, () => {
      assert.equal(of(remote), expected);
    });

  it('leaves user and password behind, however they are written', () => {
    const hosts = fc.constantFrom(
      'github.com',
      'gitlab.com',
      'gitea.forge.example:3000',
      'bitbucket.org',
      'dev.azure.com',
    );
    const secret = fc
      .string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 20 })
      .map(text => `S3CR3T${text}S3CR3T`);
    const form = fc.constantFrom('https://u:*@', 'https://*@', 'ssh://u:*@', 'http://*:x-oauth-basic@', '*@', 'u:*@');
    fc.assert(
      fc.property(hosts, secret, form, fc.constantFrom('/', ':'), (host, password, start, joint) => {
        const url = forgeOf(`${start.replace('*', () => password)}${host}${joint}org/shop/_git/app`)?.url ?? '';
        assert.ok(!url.includes('S3CR3T'), url);
      }),
      { numRuns: 500 },
    );
    assert.equal(of('https://ada:p@ss@github.com/ada/shop'), 'github https://github.com/ada/shop');
    assert.equal(of('https://ghp_token:x-oauth-basic@github.com/ada/shop'), 'github https://github.com/ada/shop');
  });

  it('never throws, and what it answers is a web address', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, isPath) => {
        const forge = forgeOf(isPath ? `https://gitlab.com/a/${text}` : text);
        if (forge) assert.match(forge.url, /^https?:\/\/[a-z0-9.-]+(?::\d+)?(?:\/[\w.~%-]+)+$/);
      }),
    );
  });
});

describe('pages of a forge', () => {
  const remotes = {
    github: 'git@github.com:ada/shop.git',
    gitlab: 'git@gitlab.com:team/sub/shop.git',
    gitea: 'https://codeberg.org/ada/shop',
    bitbucket: 'git@bitbucket.org:team/shop.git',
    'bitbucket server': 'ssh://git@bitbucket.forge.example:7999/key/shop.git',
    sourcehut: 'git@git.sr.ht:~ada/shop',
    azure: 'git@ssh.dev.azure.com:v3/org/shop/app',
  };
  const page = (
    name: keyof typeof remotes,
    make: (forge: NonNullable<ReturnType<typeof forgeOf>>) => string | undefined,
  ) => {
    const forge = forgeOf(remotes[name]);
    assert.ok(forge);
    return make(forge)?.replace(forge.url, '…') ?? '-';
  };
  const table: readonly (readonly [name: keyof typeof remotes, pages: readonly string[]])[] = [
    ['github', ['…/commit/4f1c2a9', '…/blob/4f1c2a9/a%20b/c.ts#L8-L9', '…/pull/4', '…/issues/4']],
    ['gitlab', ['…/-/commit/4f1c2a9', '…/-/blob/4f1c2a9/a%20b/c.ts#L8-9', '…/-/merge_requests/4', '…/-/issues/4']],
    ['gitea', ['…/commit/4f1c2a9', '…/src/commit/4f1c2a9/a%20b/c.ts#L8-L9', '…/pulls/4', '…/issues/4']],
    ['bitbucket', ['…/commits/4f1c2a9', '…/src/4f1c2a9/a%20b/c.ts#lines-8:9', '…/pull-requests/4', '…/issues/4']],
    ['bitbucket server', ['…/commits/4f1c2a9', '…/browse/a%20b/c.ts?at=4f1c2a9#8-9', '…/pull-requests/4', '-']],
    ['sourcehut', ['…/commit/4f1c2a9', '…/tree/4f1c2a9/item/a%20b/c.ts#L8-9', '-', '-']],
    [
      'azure',
      [
        '…/commit/4f1c2a9',
        '…?path=%2Fa%20b%2Fc.ts&version=GC4f1c2a9&line=8&lineEnd=10&lineStartColumn=1&lineEndColumn=1',
        '…/pullrequest/4',
        'https://dev.azure.com/org/shop/_workitems/edit/4',
      ],
    ],
  ];
  for (const [name, pages] of table)
    it(`of ${name}`, () => {
      assert.deepEqual(
        [
          page(name, forge => commitUrl(forge, '4f1c2a9')),
          page(name, forge => linesUrl(forge, '4f1c2a9', 'a b/c.ts', [8, 9])),
          page(name, forge => pullUrl(forge, 4)),
          page(name, forge => issueUrl(forge, '#4')),
        ],
        pages,
      );
    });

  it('shows the source of a file that would be rendered, and a file alone without lines', () => {
    assert.equal(
      page('github', forge => linesUrl(forge, 'abc', 'README.md', [3, 3])),
      '…/blob/abc/README.md?plain=1#L3',
    );
    assert.equal(
      page('gitlab', forge => linesUrl(forge, 'abc', 'README.md')),
      '…/-/blob/abc/README.md',
    );
  });

  it('has no page for the key of another tracker', () => {
    assert.equal(
      page('github', forge => issueUrl(forge, 'SHOP-12')),
      '-',
    );
    assert.equal(
      page('github', forge => issueUrl(forge, 412)),
      '…/issues/412',
    );
  });

  it('leaves nothing in an address that could end a markdown link', () => {
    const url = page('github', forge => linesUrl(forge, 'abc', "a(b)'*!/<c>[d]#?.ts", [1, 1]));
    assert.equal(url, '…/blob/abc/a%28b%29%27%2A%21/%3Cc%3E%5Bd%5D%23%3F.ts#L1');
  });
});
