import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import type { History } from '../../../src/app/ports.ts';
import { gitHistory } from '../../../src/node/git/gitHistory.ts';
import { makeRepository, type TestRepository } from '../../support/gitRepository.ts';

const window = { from: Date.parse('2026-11-16T00:00:00Z') / 1000, to: Date.parse('2026-11-23T00:00:00Z') / 1000 };
const inTime = Date.parse('2026-11-22T12:00:00Z') / 1000;
const yearsLater = Date.parse('2029-11-22T12:00:00Z') / 1000;

describe('a history that is read again', () => {
  let shop: TestRepository;
  let history: History;
  let commands: string[];
  let now: number;

  beforeEach(() => {
    shop = makeRepository();
    commands = [];
    now = inTime;
    history = opened();
    shop.commit({ subject: 'One' });
    shop.commit({ subject: 'Two' });
  });
  afterEach(() => {
    shop.dispose();
  });

  function opened(): History {
    const storage = join(dirname(shop.root), 'storage');
    const log = (line: string) => commands.push(line.split(':')[0] ?? '');
    return gitHistory({ folders: () => [shop.root], storage, environment: shop.environment, log, now: () => now });
  }
  const read = async (emails = ['ada@shop.example']) => {
    commands = [];
    const { commits } = await history.commits({ window, emails });
    return commits.map(({ subject, branch, mergedBy }) =>
      [subject, branch && `on ${branch}`, mergedBy && `by ${mergedBy.subject}`].filter(Boolean).join(' '),
    );
  };
  /** What is told now is what somebody who never read before is told. */
  const isAsFresh = async () => {
    const again = await read();
    const known = history;
    history = opened();
    assert.deepEqual(again, await read());
    history = known;
    return again;
  };

  it('asks git only for the branches where nothing changed', async () => {
    assert.deepEqual(await read(), ['One', 'Two']);
    assert.deepEqual(await read(), ['One', 'Two']);
    assert.deepEqual(commands, ['git for-each-ref']);
  });

  it('reads only the new commits', async () => {
    await read();
    shop.branch('topic');
    shop.commit({ subject: 'Three' });
    assert.deepEqual(await isAsFresh(), ['One', 'Two', 'Three on topic']);
    shop.checkout('main');
    shop.merge('topic', { subject: 'Merge pull request #3 from ada/topic' });
    assert.deepEqual(await isAsFresh(), ['One', 'Two', 'Three by Merge pull request #3 from ada/topic']);
  });

  it('forgets what was amended, rebased or deleted away', async () => {
    await read();
    shop.gitWith({ env: { ...when } }, 'commit', '-q', '--amend', '-m', 'Two, better');
    assert.deepEqual(await isAsFresh(), ['One', 'Two, better']);
    shop.branch('topic');
    shop.commit({ subject: 'Three' });
    assert.deepEqual(await isAsFresh(), ['One', 'Two, better', 'Three on topic']);
    shop.git('branch', '-m', 'renamed');
    assert.deepEqual(await isAsFresh(), ['One', 'Two, better', 'Three on renamed']);
    shop.checkout('main');
    shop.git('branch', '-q', '-D', 'renamed');
    assert.deepEqual(await isAsFresh(), ['One', 'Two, better']);
  });

  it('forgets it in an old window too, and tells new work from lost work', async () => {
    now = yearsLater;
    await read();
    shop.commit({ subject: 'Years later', date: '2029-11-20T09:00:00Z' });
    assert.deepEqual(await isAsFresh(), ['One', 'Two']);
    shop.git('reset', '-q', '--hard', 'HEAD~2');
    shop.commit({ subject: 'Instead', date: '2029-11-21T09:00:00Z' });
    assert.deepEqual(await isAsFresh(), ['One']);
  });

  it('reads anew where the mailmap changed', async () => {
    shop.commit({ subject: 'From home', author: 'Ada <ada@home.example>' });
    assert.deepEqual(await read(), ['One', 'Two']);
    shop.commit({ subject: 'Map', files: { '.mailmap': 'Ada <ada@shop.example> <ada@home.example>\n' } });
    assert.deepEqual(await isAsFresh(), ['One', 'Two', 'From home', 'Map']);
  });

  it('keeps people and windows apart', async () => {
    shop.commit({ subject: 'His', author: 'Sam <sam@shop.example>' });
    assert.deepEqual(await read(), ['One', 'Two']);
    assert.deepEqual(await read(['sam@shop.example']), ['His']);
    assert.deepEqual(await read(), ['One', 'Two']);
  });

  it('answers whole after it was interrupted', async () => {
    await read();
    shop.commit({ subject: 'Three' });
    const aborting = new AbortController();
    const asked = history.commits({ window, emails: ['ada@shop.example'], signal: aborting.signal });
    setTimeout(() => {
      aborting.abort();
    }, 5);
    await asked.catch(() => undefined);
    assert.deepEqual(await isAsFresh(), ['One', 'Two', 'Three']);
    await assert.rejects(history.commits({ window, emails: [], signal: aborting.signal }), { name: 'AbortError' });
  });

  it('answers two who ask at the same time', async () => {
    const [one, other] = await Promise.all([read(), read()]);
    assert.deepEqual(one, other);
    assert.equal(one.length, 2);
  });
});

const when = {
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@shop.example',
  GIT_COMMITTER_DATE: '2026-11-16T10:00:00Z',
};
