import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  chooseCodeOwners,
  ownersOf,
  readCodeOwners,
  type OwnersDialect,
} from '../../../src/core/reviewer/codeOwners.ts';
import { cpuTime } from '../../support/cpuTime.ts';

describe('code owners', () => {
  const table = (dialect: OwnersDialect, text: string, cases: Readonly<Record<string, string>>) => {
    const owners = readCodeOwners(text, dialect);
    const found = Object.keys(cases).map(path => [path, ownersOf(owners, path).join(' ')]);
    assert.deepEqual(Object.fromEntries(found), cases);
  };

  it('are read as GitHub reads them', () => {
    const text = `
# These owners are asked unless a later line fits
*       @global1 @global2
*.js    @js-owner #This is an inline comment.
*.go docs@example.com
*.txt @octo-org/octocats
/build/logs/ @doctocat
docs/*  docs@example.com
apps/ @octocat
/scripts/ @doctocat @octocat
**/logs @logger
/own/ @octocat
/own/free
src/**/deep/*.ts @deep
a\\ folder/ @spaces
!negated @nobody
[a-z].md @nobody
\\#hash @nobody
`;
    table('github', text, {
      'README.md': '@global1 @global2',
      'web/app.js': '@js-owner',
      'main.go': 'docs@example.com',
      'x/notes.txt': '@octo-org/octocats',
      'build/logs/a/b.md': '@logger',
      'docs/start.md': 'docs@example.com',
      'docs/build-app/start.md': '@global1 @global2',
      'sub/docs/start.md': '@global1 @global2',
      'web/apps/x.md': '@octocat',
      'scripts/run.sh': '@doctocat @octocat',
      'sub/scripts/run.sh': '@global1 @global2',
      'deeply/nested/logs/x': '@logger',
      'own/x.md': '@octocat',
      'own/free/x.md': '',
      'src/deep/x.ts': '@deep',
      'src/a/b/deep/x.ts': '@deep',
      'src/a/b/shallow/x.ts': '@global1 @global2',
      'src/a/notdeep/x.ts': '@global1 @global2',
      'a folder/x.md': '@spaces',
      negated: '@global1 @global2',
      'a.md': '@global1 @global2',
      '#hash': '@global1 @global2',
    });
  });

  it('are read as GitLab reads them, with sections', () => {
    const text = `
* @default
*.rb @ruby
\\#file.rb @pound
LICENSE @legal this does not match jane@gitlab.example
README @group @group/with-nested/subgroup
/docs/ @all-docs
/docs/* @root-docs
/docs/**/*.md @md-docs
lib/ @lib
/config/ @@maintainer
path\\ with\\ spaces/ @space
plain @plain

[Documentation][2] @docs-team
docs/
README.md
ee/docs/ @product

^[Database] @db
model/db/
!model/db/seeds/
model/db/seeds/one.rb @late

[documentation]
*.adoc @adoc
`;
    table('gitlab', text, {
      'x.py': '@default',
      'app/x.rb': '@ruby',
      '#file.rb': '@pound',
      LICENSE: '@legal jane@gitlab.example',
      'docs/projects/index.html': '@all-docs @docs-team',
      'docs/index.html': '@root-docs @docs-team',
      'docs/projects/index.md': '@md-docs @docs-team',
      'x/lib/a/b.py': '@lib',
      'config/a.yml': '@@maintainer',
      'x/config/a.yml': '@default',
      'path with spaces/x': '@space',
      'a/plain': '@plain',
      'a/plain/x': '@default',
      'ee/docs/x': '@default @product',
      'model/db/x.rb': '@ruby @db',
      'model/db/seeds/one.rb': '@ruby',
      'docs/guide.adoc': '@root-docs @adoc',
    });
  });

  it('are read as Bitbucket reads them', () => {
    table('bitbucket', '* lin@shop.example\n*.ts @shop/web:random(2) # two of them\n', {
      'a.md': 'lin@shop.example',
      'src/a.ts': '@shop/web',
    });
  });

  it('are read as Gitea and Forgejo read them, as far as an expression is plain', () => {
    const text = `
.*\\\\.go @user1 @user2 # This is comment
frontend/src/.*\\\\.js @org1/team1
!frontend/src/.* @user5
docs/(aws|google)/[^/]*\\\\.md @user8
dir/with\\#hashtag @user1
path\\ with\\ space @user2
(a+)+$ @evil
\\\\w+ @word
`;
    table('gitea', text, {
      'cmd/main.go': '@user1 @user2 @user5',
      'frontend/src/a/b.js': '@org1/team1',
      'docs/aws/x.md': '@user5 @user8',
      'docs/aws/deep/x.md': '@user5',
      'dir/with#hashtag': '@user5 @user1',
      'path with space': '@user5 @user2',
      aaaa: '@user5',
    });
  });

  it('are looked for where the forge looks, in its order', () => {
    const all = new Map([
      ['CODEOWNERS', '* @top'],
      ['docs/CODEOWNERS', '* @docs'],
      ['.github/CODEOWNERS', '* @github'],
      ['.gitlab/CODEOWNERS', '* @gitlab'],
    ]);
    const first = (texts: ReadonlyMap<string, string>, forge?: string) => {
      const owners = chooseCodeOwners(texts, forge);
      return owners && `${owners.dialect} ${ownersOf(owners, 'a').join()}`;
    };
    assert.equal(first(all, 'github'), 'github @github');
    assert.equal(first(all, 'gitlab'), 'gitlab @top');
    assert.equal(first(all, 'sourcehut'), 'github @github');
    assert.equal(first(new Map([['.gitlab/CODEOWNERS', '* @gitlab']])), 'gitlab @gitlab');
    assert.equal(first(new Map([['.forgejo/CODEOWNERS', '.* @x']]), 'gitea'), 'gitea @x');
    assert.equal(first(new Map([['CODEOWNERS', '[All]\n* @x']])), 'gitlab @x');
    assert.equal(first(new Map()), undefined);
  });

  it('take no long time, whatever a stranger wrote', () => {
    const stars = `${'*a'.repeat(240)}b @x\n`.repeat(40) + `${'**/a/'.repeat(90)}b @x\n`.repeat(40);
    const paths = ['a'.repeat(400), 'a/'.repeat(200)];
    for (const dialect of ['github', 'gitlab', 'gitea'] as const) {
      const owners = readCodeOwners(stars, dialect);
      const started = cpuTime();
      for (const path of paths) assert.deepEqual(ownersOf(owners, path), []);
      assert.ok(cpuTime() - started < 5000, dialect);
    }
  });

  it('take little room, and hide nothing behind them, whatever a stranger wrote into thousands of lines', () => {
    const words = Array.from({ length: 120 }, (_, n) => 'abcdef'[n % 6]).join('|');
    for (const [pattern, dialect, most] of [
      [`(${words})${'x'.repeat(240)}`, 'gitea', 0],
      ['*a'.repeat(240), 'github', 0],
      ['**/a/'.repeat(90), 'gitlab', 0],
      ['x'.repeat(490), 'github', 500],
    ] as const) {
      const owners = readCodeOwners(`cart.ts @lin\n${`${pattern} @ada\n`.repeat(3000)}`, dialect);
      assert.ok(owners.rules.length <= most + 1, pattern.slice(0, 10));
      assert.deepEqual(ownersOf(owners, 'cart.ts'), ['@lin']);
    }
  });

  it('never throw, and name nobody who is not written there', () => {
    const line = fc.string({ unit: fc.constantFrom(...'*?/[]!\\#@ab .^()|+\n'.split('')), maxLength: 60 });
    fc.assert(
      fc.property(
        line,
        fc.constantFrom<OwnersDialect>('github', 'gitlab', 'bitbucket', 'gitea'),
        line,
        (text, dialect, path) => {
          for (const owner of ownersOf(readCodeOwners(text, dialect), path)) assert.ok(text.includes(owner));
        },
      ),
    );
  });
});
