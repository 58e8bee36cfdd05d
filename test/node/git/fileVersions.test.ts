import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { describe, it } from 'mocha';
import { gitHistory } from '../../../src/node/git/gitHistory.ts';
import { isolatedEnvironment, makeRepository, type TestRepository } from '../../support/gitRepository.ts';

const at = (day: string) => Date.parse(`${day}T12:00:00Z`) / 1000;
const body = Array.from({ length: 20 }, (_, i) => `line ${i}\n`).join('');
const goal = (target: number) => `# Checkout\n\n- KR: p99 900 → ${target} ms\n\n${body}`;

describe('The earlier texts of a file', () => {
  let shop: TestRepository;
  beforeEach(() => {
    shop = makeRepository();
  });
  afterEach(() => {
    shop.dispose();
  });
  const historyOf = (root = shop.root) =>
    gitHistory({
      folders: () => [root],
      storage: join(dirname(shop.root), 'storage'),
      environment: shop.environment,
    });
  const commit = (day: string, files: Record<string, string | undefined>) =>
    shop.commit({ subject: day, date: `${day}T12:00:00Z`, files });
  /** What is told of a file: its figure, its commit's subject, and until when it stood. */
  async function versions(path: string, query?: { since?: number; most?: number }, root = shop.root) {
    const found = await historyOf(root).versionsOf(join(root, path), query);
    return found.map(({ hash, text, authored, until }) => {
      const subject = shop.git('log', '-1', '--format=%s', hash);
      const days = [authored, until].map(time => time && new Date(time * 1000).toISOString().slice(5, 10));
      return [/→ (\d+)/.exec(text)?.[1], subject, ...days]
        .map(part => part ?? '')
        .join(' ')
        .trimEnd();
    });
  }

  it('are told newest first, with what they were before the window', async () => {
    commit('2026-06-01', { 'a.md': goal(100), 'b.md': 'x' });
    commit('2026-09-01', { 'a.md': goal(200) });
    commit('2026-10-01', { 'b.md': 'y' });
    commit('2026-10-02', { 'a.md': goal(300) });
    commit('2026-11-01', { 'a.md': goal(400) });
    assert.deepEqual(await versions('a.md', { since: at('2026-09-30') }), [
      '400 2026-11-01 11-01',
      '300 2026-10-02 10-02 11-01',
      '200 2026-10-01  10-02',
    ]);
    assert.deepEqual(await versions('a.md', { most: 1 }), ['400 2026-11-01 11-01']);
    assert.equal((await versions('a.md')).length, 4);
    assert.deepEqual(await versions('a.md', { since: at('2026-11-02') }), []);
  });

  it('are read with one look at the branches for many files at once, one file after the other', async () => {
    const files = ['a.md', 'b.md', 'c.md', 'd.md'];
    commit('2026-10-01', Object.fromEntries(files.map(file => [file, goal(200)])));
    const calls: string[] = [];
    const history = gitHistory({
      folders: () => [shop.root],
      storage: join(dirname(shop.root), 'storage'),
      environment: shop.environment,
      log: line => calls.push(/^git ([a-z-]+)/.exec(line)?.[1] ?? ''),
    });
    await history.repositories();
    calls.length = 0;
    const found = await Promise.all(files.map(file => history.versionsOf(join(shop.root, file))));
    assert.deepEqual(
      found.map(({ length }) => length),
      [1, 1, 1, 1],
    );
    const asked = calls.filter(call => ['for-each-ref', 'log', 'cat-file'].includes(call)).join(' ');
    assert.equal(asked, 'for-each-ref log cat-file log cat-file log cat-file log cat-file');
  });

  it('are followed through a rename that changed it too', async () => {
    commit('2026-10-01', { 'goals/a: 1\n2.md': goal(200) });
    commit('2026-10-02', { 'goals/a: 1\n2.md': undefined, 'goals/--all.md': goal(300) });
    commit('2026-10-03', { 'goals/--all.md': goal(400) });
    assert.deepEqual(await versions('goals/--all.md', { since: at('2026-10-02') }), [
      '400 2026-10-03 10-03',
      '300 2026-10-02 10-02 10-03',
      '200 2026-10-01  10-02',
    ]);
  });

  it('are told across a merge', async () => {
    commit('2026-10-01', { 'a.md': goal(200) });
    shop.branch('side');
    commit('2026-10-02', { 'a.md': goal(300) });
    shop.checkout('main');
    commit('2026-10-03', { 'b.md': 'x' });
    shop.merge('side', { date: '2026-10-04T12:00:00Z' });
    assert.deepEqual(await versions('a.md'), ['300 2026-10-02 10-02', '200 2026-10-01 10-01 10-02']);
  });

  it('end where a clone was cut off', async () => {
    commit('2026-10-01', { 'a.md': goal(200) });
    commit('2026-10-02', { 'a.md': goal(300) });
    commit('2026-10-03', { 'a.md': goal(400) });
    const clone = join(dirname(shop.root), 'clone');
    shop.git('clone', '-q', '--depth', '2', `file://${shop.root}`, clone);
    assert.deepEqual(await versions('a.md', {}, clone), ['400 2026-10-03 10-03', '300 2026-10-02 10-02 10-03']);
  });

  it('are read with long hashes', async () => {
    const home = dirname(shop.root);
    const root = join(home, 'long');
    const git = (...args: string[]) => execFileSync('git', args, { env: isolatedEnvironment(home), cwd: home });
    git('init', '-q', '--object-format=sha256', root);
    for (const target of [200, 300]) {
      shop.write('../long/a.md', goal(target));
      git('-C', root, 'add', '.');
      git('-C', root, '-c', 'user.name=Ada', '-c', 'user.email=ada@shop.example', 'commit', '-qm', `To ${target}`);
    }
    const found = await historyOf(root).versionsOf(join(root, 'a.md'));
    assert.deepEqual(
      found.map(({ hash, text }) => [hash.length, text]),
      [
        [64, goal(300)],
        [64, goal(200)],
      ],
    );
  });

  it('are none before the first commit, for a file git does not know, and in no repository', async () => {
    shop.write('a.md', goal(200));
    assert.deepEqual(await versions('a.md'), []);
    commit('2026-10-01', { 'b.md': 'x' });
    shop.write('c.md', goal(200));
    assert.deepEqual(await versions('c.md'), []);
    assert.deepEqual(await historyOf().versionsOf(join(dirname(shop.root), 'x.md')), []);
  });

  it('leave out what is no text, and what was deleted meanwhile', async () => {
    commit('2026-10-01', { 'a.md': goal(200) });
    commit('2026-10-02', { 'a.md': undefined });
    commit('2026-10-03', { 'a.md': 'bin\0ary' });
    commit('2026-10-04', { 'a.md': goal(300) });
    assert.deepEqual(
      (await versions('a.md')).map(line => line.split(' ')[0]),
      ['300', '200'],
    );
  });
});
