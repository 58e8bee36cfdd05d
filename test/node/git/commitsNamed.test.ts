import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { History } from '../../../src/app/ports.ts';
import type { CommitName, NamedCommit } from '../../../src/core/work/namedCommit.ts';
import { gitHistory } from '../../../src/node/git/gitHistory.ts';
import { makeRepository, type TestRepository } from '../../support/gitRepository.ts';

const sam = 'Sam <sam@shop.example>';

describe('commits somebody named', () => {
  let shop: TestRepository;
  let history: History;

  beforeEach(() => {
    shop = makeRepository();
    history = historyOf(shop, shop.root);
  });
  afterEach(() => {
    shop.dispose();
  });

  const ask = async (commits: readonly CommitName[], of = history) =>
    (await of.commitsNamed({ commits, emails: ['ada@shop.example'] })).map(told);

  it('are told by their whole hash, whose they are, and whether a branch leads to them', async () => {
    const hers = shop.commit({ subject: 'Hers' });
    const with_ = shop.commit({
      subject: 'With her',
      author: sam,
      trailers: ['Co-authored-by: Ada <ada@shop.example>'],
    });
    const read = shop.commit({ subject: 'Read', author: sam, trailers: ['Reviewed-by: Ada <ada@shop.example>'] });
    const his = shop.commit({ subject: 'His', author: sam });
    shop.branch('topic');
    const open = shop.commit({ subject: 'Not merged yet' });
    shop.checkout('main');

    assert.deepEqual(
      await ask([hers, with_, read, his, open].map(hash => ({ repo: 'shop', hash: hash.slice(0, 9) }))),
      [
        `${hers} Hers: author`,
        `${with_} With her: co-author`,
        `${read} Read: reviewer`,
        `${his} His: nobody`,
        `${open} Not merged yet: author`,
      ],
    );
  });

  it('are hers under the addresses of the mailmap', async () => {
    const files = { '.mailmap': 'Ada <ada@shop.example> <ada@old.example>\n' };
    const hash = shop.commit({ subject: 'Old', author: 'Ada <ada@old.example>', files });
    assert.deepEqual(await ask([{ hash }]), [`${hash} Old: author`]);
  });

  it('are lost after an amend, a rebase, a deleted branch; with what is lost below them', async () => {
    shop.commit({ subject: 'First' });
    const amended = shop.commit({ subject: 'Amended' });
    shop.git('-c', 'user.name=Ada', '-c', 'user.email=ada@shop.example', 'commit', '-q', '--amend', '-m', 'Better');
    shop.branch('topic');
    const below = shop.commit({ subject: 'Below' });
    const above = shop.commit({ subject: 'Above' });
    shop.checkout('main');
    assert.deepEqual(await ask([{ hash: above }]), [`${above} Above: author`]);
    shop.git('branch', '-q', '-D', 'topic');

    assert.deepEqual(await ask([{ hash: amended }, { hash: above }, { hash: below }]), [
      `${amended} Amended: author, lost`,
      `${above} Above: author, lost with Below`,
      `${below} Below: author, lost`,
    ]);
  });

  it('are not lost because a clock was wrong', async () => {
    const old = shop.commit({ subject: 'Old', date: '2026-11-10T10:00:00Z' });
    for (let n = 0; n < 12; n++) shop.commit({ subject: `Behind ${String(n)}`, date: '2001-01-01T00:00:00Z' });
    const tip = shop.commit({ subject: 'Tip', date: '2026-11-12T10:00:00Z' });
    assert.deepEqual(await ask([{ hash: old }, { hash: tip }]), [`${old} Old: author`, `${tip} Tip: author`]);
  });

  it('count as hers where any commit of a range is', async () => {
    const from = shop.commit({ subject: 'One', author: sam });
    shop.commit({ subject: 'Two' });
    const to = shop.commit({ subject: 'Three', author: sam });
    assert.deepEqual(await ask([{ hash: to, from }, { hash: to }, { hash: to, from: '0000000' }]), [
      `${to} Three: author`,
      `${to} Three: nobody`,
      'missing',
    ]);
  });

  it('have a file or have not', async () => {
    const hash = shop.commit({ subject: 'One', files: { 'services/db ü.ts': 'let db;\n' } });
    assert.deepEqual(
      await ask([
        { hash, path: 'services/db ü.ts' },
        { hash, path: 'cart.ts' },
        { hash, path: 'a\n\nb' },
      ]),
      [`${hash} One: author, with the file`, `${hash} One: author, without the file`, `${hash} One: author`],
    );
  });

  it('are missing, ambiguous, or in a repository that is not open', async () => {
    shop.commit({ subject: 'One' });
    const starts = new Map<string, number>();
    for (let n = 0; ![...starts.values()].some(count => count > 1); n++) {
      const tree = shop.git('rev-parse', 'HEAD^{tree}');
      const env = Object.fromEntries(
        ['AUTHOR', 'COMMITTER'].flatMap(role => [
          [`GIT_${role}_NAME`, 'Ada'],
          [`GIT_${role}_EMAIL`, 'ada@shop.example'],
          [`GIT_${role}_DATE`, `@${String(1_795_000_000 + n)} +0000`],
        ]),
      );
      const start = shop.gitWith({ env }, 'commit-tree', tree, '-m', 'x').slice(0, 4);
      starts.set(start, (starts.get(start) ?? 0) + 1);
    }
    const [twice] = [...starts].find(([, count]) => count > 1) ?? [''];
    assert.deepEqual(await ask([{ hash: '1d0e77b' }, { hash: twice }, { repo: 'tools', hash: '1d0e77b' }]), [
      'missing',
      'ambiguous',
      'noRepository',
    ]);
  });

  it('are found by the name of the folder, in whichever repository has them', async () => {
    const other = makeRepository(join(dirname(shop.root), 'b', 'shop'));
    const hash = other.commit({ subject: 'There' });
    shop.commit({ subject: 'Here' });
    const both = historyOf(shop, shop.root, other.root);
    const answers = await both.commitsNamed({
      commits: [{ repo: 'shop', hash }, { repo: 'b/shop', hash }, { hash }, { repo: 'hop', hash }],
      emails: [],
    });
    assert.deepEqual(
      answers.map(answer => (answer.state === 'found' ? answer.commit.repo : answer.state)),
      ['b/shop', 'b/shop', 'b/shop', 'noRepository'],
    );
    other.dispose();
  });

  it('of a shallow clone that are not there: nobody can tell', async () => {
    const one = shop.commit({ subject: 'One' });
    const two = shop.commit({ subject: 'Two' });
    const clone = join(dirname(shop.root), 'clone');
    shop.git('clone', '-q', '--depth=1', `file://${shop.root}`, clone);
    assert.deepEqual(await ask([{ hash: one }, { hash: two }], historyOf(shop, clone)), [
      'cannotTell',
      `${two} Two: author`,
    ]);
  });

  it('are asked of no git with anything but digits and paths, however many there are', async () => {
    const hash = shop.commit({ subject: 'One', files: { 'a.ts': 'a\n' } });
    const out = join(shop.root, 'x');
    const hostile = [`--output=${out}`, 'HEAD', 'main', '@{-1}', `${hash}\n--all`, '-1d0e77b', ':/One', ''];
    assert.deepEqual(
      await ask(hostile.flatMap(text => [{ hash: text }, { hash, from: text }, { hash, path: text }])).then(answers =>
        answers.filter(answer => !/^(?:missing|.* One: author.*)$/.test(answer)),
      ),
      [],
    );
    assert.ok(!existsSync(out));
    const many = Array.from({ length: 6000 }, (_, n) => ({ hash: n.toString(16).padStart(12, '0') }));
    const answers = await ask([{ hash }, ...many]);
    assert.deepEqual(
      [answers.length, answers[0], answers[1], answers.at(-1)],
      [6001, `${hash} One: author`, 'missing', 'cannotTell'],
    );
  });

  it('are looked up anew once a branch moved, and stop when they are told to', async () => {
    const hash = shop.commit({ subject: 'One' });
    const next = '1d0e77b1d0e77b1d0e77b1d0e77b1d0e77b1d0e7';
    assert.deepEqual(await ask([{ hash }, { hash: next }]), [`${hash} One: author`, 'missing']);
    shop.git('checkout', '-q', '--orphan', 'other');
    shop.commit({ subject: 'Elsewhere' });
    shop.git('branch', '-q', '-D', 'main');
    assert.deepEqual(await ask([{ hash }]), [`${hash} One: author, lost`]);
    const stopped = history.commitsNamed({ commits: [{ hash }], emails: [], signal: AbortSignal.abort() });
    await assert.rejects(stopped, { name: 'AbortError' });
  });
});

function told(answer: NamedCommit): string {
  if (answer.state !== 'found') return answer.state;
  const { commit, part = 'nobody', isReachable, hasPath, lost = [] } = answer;
  const file = hasPath === undefined ? '' : hasPath ? ', with the file' : ', without the file';
  const with_ = lost.length === 0 ? '' : ` with ${lost.map(({ subject }) => subject).join(', ')}`;
  return `${commit.hash} ${commit.subject}: ${part}${file}${isReachable ? '' : `, lost${with_}`}`;
}

function historyOf(shop: TestRepository, ...folders: string[]): History {
  const storage = join(dirname(shop.root), 'storage');
  return gitHistory({ folders: () => folders, storage, environment: shop.environment });
}
