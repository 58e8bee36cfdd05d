import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { FilesPast } from '../../../src/app/ports.ts';
import { gitHistory } from '../../../src/node/git/gitHistory.ts';
import { makeRepository, type TestRepository } from '../../support/gitRepository.ts';

const lines = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => `the line with number ${from + i}\n`).join('');

describe('What became of files', () => {
  let shop: TestRepository;
  beforeEach(() => {
    shop = makeRepository();
  });
  afterEach(() => {
    shop.dispose();
  });
  const past = async (): Promise<FilesPast> => {
    const storage = join(dirname(shop.root), 'storage');
    const history = gitHistory({ folders: () => [shop.root], storage, environment: shop.environment });
    const found = await history.filesPast(join(shop.root, 'any.ts'));
    assert.ok(found);
    return found;
  };
  const told = async (commit: string, path: string) =>
    (await (await past()).versionsSince({ commit, path })).versions.map(
      ({ subject, day, text }) =>
        `${day} ${subject}: ${text === null ? 'not there' : `${text.split('\n').length - 1} lines`}`,
    );

  it('knows a file as an older commit has it, by the beginning of its hash', async () => {
    const first = shop.commit({ subject: 'One', files: { 'cart.ts': 'a\n' } });
    shop.commit({ subject: 'Two', files: { 'cart.ts': 'b\n', 'other.ts': 'o\n' } });
    const files = await past();
    assert.equal(files.root, shop.root);
    assert.equal(await files.textAt({ commit: first.slice(0, 7), path: 'cart.ts' }), 'a\n');
    assert.equal(await files.textAt({ commit: files.head, path: 'cart.ts' }), 'b\n');
    for (const [commit, path] of [
      [first, 'other.ts'],
      ['0000000', 'cart.ts'],
      ['--help', 'cart.ts'],
      ['HEAD', 'cart.ts'],
      ['main', 'cart.ts'],
    ] as const)
      assert.equal(await files.textAt({ commit, path }), undefined, `${commit} ${path}`);
  });

  it('knows how a file is called now, over several renames, and only where it is no longer there', async () => {
    const first = shop.commit({ subject: 'One', files: { 'db.ts': lines(1, 30), 'stays.ts': lines(40, 60) } });
    shop.commit({ subject: 'Move', files: { 'db.ts': undefined, 'db/pool.ts': `${lines(1, 30)}more\n` } });
    shop.commit({ subject: 'Again', files: { 'db/pool.ts': undefined, 'pg/ü pool.ts': `${lines(1, 30)}more\n` } });
    const commit = first.slice(0, 9);
    const found = await (
      await past()
    ).renamed([
      { commit, path: 'db.ts' },
      { commit, path: 'stays.ts' },
      { commit, path: 'never.ts' },
      { commit: 'abcdef1', path: 'db.ts' },
    ]);
    assert.deepEqual(found, [{ from: { commit, path: 'db.ts' }, to: 'pg/ü pool.ts' }]);
  });

  it('tells the versions of a file since a commit, across renames, the oldest first', async () => {
    const at = (day: number) => ({ date: `2026-11-${day}T23:30:00-02:00` });
    const first = shop.commit({ subject: 'One', ...at(10), files: { 'db.ts': lines(1, 30) } });
    shop.commit({ subject: 'Elsewhere', ...at(11), files: { 'x.ts': 'x\n' } });
    shop.commit({ subject: 'More', ...at(12), files: { 'db.ts': lines(1, 32) } });
    shop.commit({ subject: 'Move', ...at(13), files: { 'db.ts': undefined, 'pool.ts': lines(1, 32) } });
    shop.commit({ subject: 'Less', ...at(14), files: { 'pool.ts': lines(1, 10) } });
    shop.commit({ subject: 'Gone', ...at(15), files: { 'pool.ts': undefined } });
    assert.deepEqual(await told(first.slice(0, 7), 'db.ts'), [
      '2026-11-12 More: 32 lines',
      '2026-11-13 Move: 32 lines',
      '2026-11-14 Less: 10 lines',
      '2026-11-15 Gone: not there',
    ]);
    assert.deepEqual(await told('abcdef1', 'db.ts'), []);
  });

  it('tells what a merge brought, and what came after a rebase', async () => {
    shop.commit({ subject: 'Start' });
    shop.branch('topic');
    const onTopic = shop.commit({ subject: 'One', files: { 'db.ts': lines(1, 20) } });
    shop.checkout('main');
    shop.commit({ subject: 'Main', files: { 'main.ts': 'm\n' } });
    shop.merge('topic', { subject: 'Merge topic' });
    shop.commit({ subject: 'After', files: { 'db.ts': lines(1, 25) } });
    assert.deepEqual(
      (await told(onTopic, 'db.ts')).map(line => line.slice(11)),
      ['After: 25 lines'],
    );
    shop.git('checkout', '-q', '-b', 'rebased', 'HEAD~1^1');
    shop.commit({ subject: 'One again', files: { 'db.ts': lines(1, 20) } });
    shop.commit({ subject: 'Gone', files: { 'db.ts': undefined } });
    assert.deepEqual(
      (await told(onTopic, 'db.ts')).map(line => line.slice(11)),
      ['One again: 20 lines', 'Gone: not there'],
    );
  });

  it('finds the files that hold a line, whatever the line is', async () => {
    const odd = '--output=/tmp/x -e "$(touch y)" .*[';
    shop.commit({ subject: 'One', files: { 'a b.ts': `x\n  ${odd}\n`, 'c.ts': 'plain\n', 'd:e.ts': `${odd}\n` } });
    const files = await past();
    assert.deepEqual(
      (await files.holding(odd)).map(({ path }) => path),
      ['a b.ts', 'd:e.ts'],
    );
    for (const line of ['', 'nowhere', 'two\nlines', 'n\0ul']) assert.deepEqual(await files.holding(line), []);
  });

  it('finds nothing in a line that stands everywhere', async () => {
    const files = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`${i}.ts`, 'export default 1;\n']));
    shop.commit({ subject: 'Many', files });
    assert.deepEqual(await (await past()).holding('export default 1;'), []);
  });
});
