import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gitHistory } from '../../../src/node/git/gitHistory.ts';
import { makeRepository, type TestRepository } from '../../support/gitRepository.ts';

describe('people and places', () => {
  let shop: TestRepository;
  beforeEach(() => {
    shop = makeRepository();
  });
  afterEach(() => {
    shop.dispose();
  });
  const historyOf = (...folders: string[]) =>
    gitHistory({
      folders: () => folders,
      storage: join(dirname(shop.root), 'storage'),
      environment: shop.environment,
    });
  const told = (people: readonly { name: string; email: string }[]) => people.map(p => `${p.name} <${p.email}>`);

  it('knows the identities of each repository and of the user, the most local first, as the mailmap has them', async () => {
    writeFileSync(join(dirname(shop.root), '.gitconfig'), '[user]\n\tname = Ada\n\temail = ada@home.example\n');
    const tools = makeRepository(join(dirname(shop.root), 'tools'));
    shop.git('config', 'user.email', 'ada@old.example');
    shop.commit({ subject: 'Map', files: { '.mailmap': 'Ada Byron <ada@shop.example> <ada@old.example>\n' } });

    assert.deepEqual(told(await historyOf(tools.root, shop.root).identities()), [
      'Ada <ada@home.example>',
      'Ada Byron <ada@shop.example>',
    ]);
    assert.deepEqual(told(await historyOf(shop.root).identities()), [
      'Ada Byron <ada@shop.example>',
      'Ada <ada@home.example>',
    ]);
    const nowhere = join(dirname(shop.root), 'nowhere');
    mkdirSync(nowhere);
    assert.deepEqual(told(await historyOf(nowhere).identities()), ['Ada <ada@home.example>']);
    tools.dispose();
  });

  it('knows nobody where nothing is set', async () => {
    assert.deepEqual(await historyOf(shop.root).identities(), []);
  });

  it('anchors a file in its repository, even where that is not in the workspace', async () => {
    const head = shop.commit({ subject: 'One', files: { 'src/cart.ts': 'a\n' } });
    const nowhere = join(dirname(shop.root), 'nowhere');
    mkdirSync(nowhere);
    for (const history of [historyOf(shop.root), historyOf(join(shop.root, 'src')), historyOf(nowhere)]) {
      const anchor = await history.anchor(join(shop.root, 'src/cart.ts'));
      assert.deepEqual([anchor?.repository.root, anchor?.path, anchor?.head], [shop.root, 'src/cart.ts', head]);
    }
    assert.equal(await historyOf(shop.root).anchor(join(nowhere, 'x')), undefined);
  });

  it('knows the file as HEAD has it, whatever was done to it since', async () => {
    const files = { 'cart.ts': 'a\n', 'word.txt': '\ufeffGrüße\r\n', 'a\nb: c.ts': 'odd\n', 'src/x.ts': 'x\n' };
    const unread = {
      'logo.png': 'a\0b',
      'old.txt': Buffer.from('Gr\xfc\xdfe', 'latin1'),
      'big.txt': 'x'.repeat(3 << 20),
    };
    shop.commit({ subject: 'One', files: { ...files, ...unread } });
    shop.write('cart.ts', 'changed and not committed\n');
    shop.write('new.ts', 'not committed\n');
    const history = historyOf(shop.root);
    const textOf = async (path: string) => (await history.anchor(join(shop.root, path)))?.text;

    assert.equal(await textOf('cart.ts'), 'a\n');
    assert.equal(await textOf('word.txt'), 'Grüße\r\n');
    assert.equal(await textOf('a\nb: c.ts'), 'odd\n');
    assert.equal(await textOf('new.ts'), null);
    assert.equal(await textOf('src'), null);
    for (const path of Object.keys(unread)) assert.equal(await textOf(path), undefined, path);
  });

  it('does not fetch a file that was left on the server, and knows one that was not', async () => {
    shop.commit({ subject: 'One', files: { 'cart.ts': 'a\n' } });
    shop.git('config', 'uploadpack.allowFilter', 'true');
    const clone = (name: string, ...more: string[]) => {
      const folder = join(dirname(shop.root), name);
      shop.git('clone', '-q', '--filter=blob:none', ...more, `file://${shop.root}`, folder);
      return historyOf(folder).anchor(join(folder, 'cart.ts'));
    };
    const left = await clone('left', '--no-checkout');
    assert.ok(left?.head !== undefined && left.text === undefined);
    assert.equal((await clone('checked-out'))?.text, 'a\n');
  });

  it('knows a file of another work tree as the HEAD of that one has it', async () => {
    shop.commit({ subject: 'One', files: { 'cart.ts': 'a\n' } });
    const tree = join(dirname(shop.root), 'tree');
    shop.git('worktree', 'add', '-q', '-b', 'beside', tree);
    shop.commit({ subject: 'Two', files: { 'cart.ts': 'b\n' } });
    const anchor = await historyOf(shop.root, tree).anchor(join(tree, 'cart.ts'));
    assert.deepEqual([anchor?.head, anchor?.text], [shop.git('rev-parse', 'beside'), 'a\n']);
  });

  it('knows who changed lines last, the most lines first, after the mailmap', async () => {
    const mailmap = 'Ada Byron <ada@shop.example> <ada@old.example>\n';
    shop.commit({
      subject: 'One',
      author: 'ada <ada@old.example>',
      files: { 'cart.ts': 'a\nb\nc\nd\n', '.mailmap': mailmap },
    });
    shop.commit({ subject: 'Two', author: 'Sam <sam@shop.example>', files: { 'cart.ts': 'a\nB\nC\nd\n' } });
    const history = historyOf(shop.root);
    const file = join(shop.root, 'cart.ts');
    shop.write('cart.ts', 'changed and not committed\n');

    assert.deepEqual(told(await history.authorsOf(file, [2, 4])), [
      'Sam <sam@shop.example>',
      'Ada Byron <ada@shop.example>',
    ]);
    assert.deepEqual(told(await history.authorsOf(file, [1, 1])), ['Ada Byron <ada@shop.example>']);
    assert.deepEqual(told(await history.authorsOf(file, [4, 999])), ['Ada Byron <ada@shop.example>']);
    assert.deepEqual(await history.authorsOf(file, [99, 100]), []);
    assert.deepEqual(await history.authorsOf(join(shop.root, 'new.ts'), [1, 2]), []);
  });

  it('gives a commit and its copy elsewhere one patch id, and other commits others', async () => {
    shop.commit({ subject: 'Start', files: { 'cart.ts': 'a\n'.repeat(20), 'logo.png': 'a\0b' } });
    shop.branch('topic');
    const original = shop.commit({ subject: 'Change', files: { 'cart.ts': 'b\n' + 'a\n'.repeat(19) } });
    const binary = shop.commit({ subject: 'Logo', files: { 'logo.png': 'a\0c' } });
    const empty = shop.commit({ subject: 'Empty', files: {} });
    shop.checkout('main');
    const other = shop.commit({ subject: 'Other', files: { 'logo.png': 'a\0d' } });
    const env = { GIT_COMMITTER_NAME: 'Ada', GIT_COMMITTER_EMAIL: 'ada@shop.example' };
    shop.gitWith({ env }, 'cherry-pick', original);
    const copy = shop.git('rev-parse', 'HEAD');
    const huge = shop.commit({ subject: 'Huge', files: { 'vendor.js': 'x\n'.repeat(2_200_000) } });
    const long = shop.commit({ subject: 'Minified', files: { 'min.js': 'x'.repeat(5_000_000) } });
    const last = shop.commit({ subject: 'Last', files: { 'cart.ts': 'z\n' } });

    const ids = await historyOf(shop.root).patchIds('shop', [original, binary, empty, other, copy, huge, long, last]);
    assert.match(ids.get(original) ?? '', /^[0-9a-f]{40}$/);
    assert.equal(ids.get(copy), ids.get(original));
    assert.equal(new Set([ids.get(original), ids.get(binary), ids.get(other), ids.get(last)]).size, 4);
    assert.deepEqual(
      [empty, huge, long].map(hash => ids.get(hash)),
      [undefined, undefined, undefined],
    );
    assert.deepEqual([...(await historyOf(shop.root).patchIds('elsewhere', [original]))], []);
  });
});
