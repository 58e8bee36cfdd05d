import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { touchedIn } from '../../../src/node/git/touchedLines.ts';
import { gitHistory } from '../../../src/node/git/gitHistory.ts';
import type { RangeOfWork } from '../../../src/app/ports.ts';
import { makeRepository, type TestRepository } from '../../support/gitRepository.ts';

const lin = 'Lin <lin@shop.example>';
const sam = 'Sam <sam@shop.example>';
const since = Date.parse('2026-01-01T00:00:00Z') / 1000;

describe('the work one asks about', () => {
  let shop: TestRepository;
  beforeEach(() => {
    shop = makeRepository();
    shop.commit({ subject: 'Begin', files: { 'cart.ts': '1\n2\n3\n4\n', 'site/a.css': 'a\n' }, author: lin });
  });
  afterEach(() => {
    shop.dispose();
  });
  const history = () =>
    gitHistory({
      folders: () => [shop.root],
      storage: join(dirname(shop.root), 'storage'),
      environment: shop.environment,
    });
  const range = (name?: string) => history().rangeOfWork({ place: shop.root, range: name });
  const told = (found: RangeOfWork | undefined) =>
    found && {
      ends: `${found.from}..${found.to}`,
      commits: found.commits.map(({ subject }) => subject),
      files: found.files,
      isPushed: found.isPushed,
    };

  it('is the branch that is checked out, from where it left the main line', async () => {
    shop.branch('outbox');
    shop.commit({ subject: 'Send', files: { 'outbox/send.ts': 'x\n' } });
    shop.commit({ subject: 'Retry', files: { 'outbox/retry.ts': 'x\n', 'cart.ts': '1\ntwo\n3\n4\n' } });
    shop.checkout('main');
    shop.commit({ subject: 'Meanwhile' });
    shop.checkout('outbox');
    const expected = {
      ends: 'main..outbox',
      commits: ['Retry', 'Send'],
      files: ['cart.ts', 'outbox/retry.ts', 'outbox/send.ts'],
      isPushed: false,
    };
    assert.deepEqual(told(await range()), expected);
    assert.deepEqual(told(await range('outbox')), expected);
    assert.deepEqual(told(await range('main..outbox')), expected);
    assert.deepEqual(told(await range('main...')), { ...expected, ends: 'main..HEAD' });
    assert.deepEqual(told(await range('HEAD~2..HEAD~1'))?.commits, ['Send']);
    shop.checkout('main');
    assert.deepEqual(told(await range('outbox')), expected, 'from wherever one stands');
  });

  it('is on the main line what no remote has', async () => {
    assert.equal(await range(), undefined);
    shop.git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    shop.commit({ subject: 'Not pushed' });
    assert.deepEqual(told(await range())?.commits, ['Not pushed']);
    assert.match(told(await range())?.ends ?? '', /^[0-9a-f]{10}\.\.[0-9a-f]{10}$/);
    shop.git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    assert.equal(await range(), undefined);
    assert.equal((await range('HEAD~1..HEAD'))?.isPushed, true);
  });

  it('is one commit, by its hash or a tag', async () => {
    const hash = shop.commit({ subject: 'One thing', files: { 'b.ts': 'b\n' } });
    shop.git('tag', 'v1.0');
    shop.commit({ subject: 'Another' });
    for (const name of [hash, hash.slice(0, 8), 'v1.0', 'HEAD~1'])
      assert.deepEqual(told(await range(name))?.files, ['b.ts'], name);
  });

  it('is nothing where a name means nothing, however odd it is', async () => {
    const odd = [
      '',
      'nowhere',
      '--output=x',
      'main..--all',
      '-n',
      'a..b..c',
      '*',
      'main:cart.ts',
      '@{u}',
      'x\ny',
      '..',
      'é'.repeat(400),
    ];
    for (const name of odd) assert.equal(await range(name), undefined, name);
    assert.equal(await history().rangeOfWork({ place: dirname(shop.root) }), undefined);
  });

  it('has people around it: who wrote and reviewed before, whose lines are changed, and the code owners', async () => {
    shop.commit({ subject: 'Map', files: { '.mailmap': 'Sam <sam@shop.example> <sam@old.example>\n' } });
    shop.commit({
      subject: 'Sum',
      files: { 'cart.ts': '1\nsum\nsum\n4\n', CODEOWNERS: '*.ts @sam\n' },
      author: 'S <sam@old.example>',
      trailers: ['Reviewed-by: Lin <lin@shop.example>', 'Acked-by: Old Sam <sam@old.example>'],
      date: '2026-11-17T08:00:00Z',
    });
    shop.branch('outbox');
    shop.commit({ subject: 'Mine', files: { 'cart.ts': '1\nmy\nown\nfour\n', 'new.ts': 'n\n' } });
    const found = await range();
    assert.ok(found);
    const before = await history().workBefore({ place: shop.root, range: found, since });
    assert.deepEqual(
      before.commits.map(({ author, files, trailers }) => [
        author.email,
        files.join(),
        trailers.map(t => t.value).join(),
      ]),
      [
        ['sam@shop.example', 'CODEOWNERS,cart.ts', 'Lin <lin@shop.example>,Sam <sam@shop.example>'],
        ['ada@shop.example', '.mailmap', ''],
        ['lin@shop.example', 'cart.ts,site/a.css', ''],
      ],
    );
    assert.deepEqual(
      before.lines.map(({ author, lines }) => `${author.email} ${lines}`),
      ['sam@shop.example 2', 'lin@shop.example 1'],
    );
    assert.deepEqual([...before.codeOwners], [['CODEOWNERS', '*.ts @sam\n']]);
    const ofFile = await history().workBefore({ place: shop.root, file: { path: 'cart.ts', lines: [4, 4] }, since });
    assert.deepEqual(
      ofFile.lines.map(({ author }) => author.email),
      ['ada@shop.example'],
    );
    assert.equal(ofFile.commits.length, 4);
  });

  it('reads a commit once, however often it is asked for, and again once the mailmap calls people otherwise', async () => {
    const asked = history();
    const before = async () =>
      (await asked.workBefore({ place: shop.root, since })).commits.map(
        ({ subject, trailers }) => `${subject}: ${trailers.map(({ value }) => value).join()}`,
      );
    const begun = ['Begin: '];
    assert.deepEqual(await before(), begun);
    shop.commit({ subject: 'Sum', trailers: ['Reviewed-by: S <sam@old.example>'] });
    assert.deepEqual(await before(), ['Sum: S <sam@old.example>', ...begun]);
    assert.deepEqual(await before(), ['Sum: S <sam@old.example>', ...begun]);
    shop.commit({ subject: 'Map', files: { '.mailmap': 'Sam <sam@shop.example> <sam@old.example>\n' } });
    assert.deepEqual(await before(), ['Map: ', 'Sum: Sam <sam@shop.example>', ...begun]);
    const found = await asked.rangeOfWork({ place: shop.root, range: 'HEAD~1..HEAD' });
    const { commits } = await asked.workBefore({ place: shop.root, range: found, since });
    assert.deepEqual(
      commits.map(({ subject }) => subject),
      ['Sum', 'Begin'],
      'not what is asked about',
    );
  });

  it('knows whose lines they are now, whatever it was asked before', async () => {
    const asked = history();
    const authors = async (...lines: [number, number]) =>
      (await asked.workBefore({ place: shop.root, file: { path: 'cart.ts', lines }, since })).lines.map(
        ({ author, lines: count }) => `${author.name} ${count}`,
      );
    assert.deepEqual(await authors(1, 2), ['Lin 2']);
    assert.deepEqual(await authors(1, 2), ['Lin 2']);
    assert.deepEqual(await authors(1, 3), ['Lin 3']);
    shop.commit({ subject: 'Sum', files: { 'cart.ts': '1\nsum\n3\n4\n' }, author: sam });
    assert.deepEqual((await authors(1, 3)).toSorted(), ['Lin 2', 'Sam 1']);
  });

  it('stops where the person stops it', async () => {
    shop.branch('outbox');
    shop.commit({ subject: 'Mine', author: sam });
    const found = await range();
    const stop = AbortSignal.abort(new DOMException('stop', 'AbortError'));
    await assert.rejects(history().workBefore({ place: shop.root, range: found, since, signal: stop }), /stop/);
  });

  it('knows nobody where nothing is committed yet', async () => {
    const empty = makeRepository(join(dirname(shop.root), 'empty'));
    const nobody = { commits: [], lines: [], codeOwners: new Map() };
    assert.deepEqual(await history().workBefore({ place: empty.root, since }), nobody);
    assert.equal(await history().rangeOfWork({ place: empty.root }), undefined);
    empty.dispose();
  });

  it('takes no line of a file for one of the diff', () => {
    const diff = `diff --git a/a.sql b/a.sql
--- a/a.sql
+++ b/a.sql
@@ -2,2 +2 @@ x
--- a/evil
-@@ -9,9 +9,9 @@
+++ b/evil
@@ -10,0 +9,1 @@
+x
diff --git a/new b/new
new file mode 100644
--- /dev/null
+++ b/new
@@ -0,0 +1 @@
+x
diff --git "a/t\\303" "b/t\\303"
--- "a/t\\303"
+++ "b/t\\303"
@@ -3 +3 @@
-a
+b
`;
    assert.deepEqual(touchedIn(diff), [
      {
        path: 'a.sql',
        parts: [
          [2, 3],
          [10, 10],
        ],
      },
    ]);
  });
});
