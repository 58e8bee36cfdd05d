import assert from 'node:assert/strict';
import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { rootCommitOf } from '../../../src/node/git/rootCommit.ts';
import { makeRepository, type TestRepository } from '../../support/gitRepository.ts';

describe('rootCommitOf', () => {
  let shop: TestRepository;
  let commands: string[];
  beforeEach(() => {
    shop = makeRepository();
    commands = [];
  });
  afterEach(() => {
    shop.dispose();
  });
  const rootOf = (repository = shop.root, more: { storage?: string; patience?: number } = {}) =>
    rootCommitOf(repository, {
      folders: () => [shop.root],
      storage: join(dirname(shop.root), 'storage'),
      environment: shop.environment,
      log: line => commands.push(line.split(':')[0] ?? ''),
      ...more,
    });
  const anew = (name: string) => rootOf(shop.root, { storage: join(dirname(shop.root), name) });

  it('is the commit a history began with, in every clone, however its branches move', async () => {
    const first = shop.commit({ subject: 'One' });
    shop.commit({ subject: 'Two' });
    assert.equal(await rootOf(), first);

    const clone = join(dirname(shop.root), 'clone');
    shop.git('clone', '-q', `file://${shop.root}`, clone);
    assert.equal(await rootOf(clone), first);

    shop.gitWith({ env: identity }, 'commit', '-q', '--amend', '-m', 'Two, better');
    assert.equal(await anew('amended'), first);
    shop.git('checkout', '-q', '--detach', first);
    assert.equal(await anew('elsewhere'), first);
  });

  it('is not that of a history which was merged in, or of a branch that has one of its own', async () => {
    const first = shop.commit({ subject: 'One', date: '2026-11-16T09:00:00Z' });
    shop.git('checkout', '-q', '--orphan', 'pages');
    shop.commit({ subject: 'Older pages', date: '2001-01-01T09:00:00Z', files: { 'index.html': 'x' } });
    assert.equal(await anew('on-pages'), first);
    shop.checkout('main');
    shop.gitWith({ env: identity }, 'merge', '-q', '--allow-unrelated-histories', '-m', 'Take pages in', 'pages');
    assert.equal(await anew('merged'), first);
  });

  it('is unknown where the clone is shallow, until it is deepened', async () => {
    const first = shop.commit({ subject: 'One' });
    shop.commit({ subject: 'Two' });
    const clone = join(dirname(shop.root), 'clone');
    shop.git('clone', '-q', '--depth=1', `file://${shop.root}`, clone);
    assert.equal(await rootOf(clone), undefined);
    shop.git('-C', clone, 'fetch', '-q', '--unshallow');
    assert.equal(await rootOf(clone), first);
  });

  it('is unknown where nothing was committed, and where no repository is', async () => {
    assert.equal(await rootOf(), undefined);
    const nowhere = join(dirname(shop.root), 'nowhere');
    mkdirSync(nowhere);
    assert.equal(await rootOf(nowhere), undefined);
  });

  it('is looked for once, as long as the same repository is there', async () => {
    const first = shop.commit({ subject: 'One' });
    await rootOf();
    commands = [];
    assert.equal(await rootOf(), first);
    assert.deepEqual(commands, ['git rev-parse', 'git cat-file']);

    rmSync(join(shop.root, '.git'), { recursive: true });
    shop.git('init', '-q', '-b', 'main');
    const other = shop.commit({ subject: 'Another first' });
    assert.equal(await rootOf(), other);
  });

  it('keeps nobody waiting for a long history: it is there the next time', async () => {
    const first = shop.commit({ subject: 'One' });
    assert.equal(await rootOf(shop.root, { patience: 0 }), undefined);
    while (!commands.includes('git rev-list')) await new Promise(resolve => setTimeout(resolve, 5));
    assert.equal(await rootOf(), first);
  });
});

const identity = {
  ...{ GIT_AUTHOR_NAME: 'Ada', GIT_AUTHOR_EMAIL: 'ada@shop.example' },
  ...{ GIT_COMMITTER_NAME: 'Ada', GIT_COMMITTER_EMAIL: 'ada@shop.example' },
};
