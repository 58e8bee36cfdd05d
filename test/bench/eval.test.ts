import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { authorWeeks } from '../../bench/eval/authorWeeks.ts';
import { readClone } from '../../bench/eval/readClone.ts';
import { flat, topicsOf } from '../../bench/eval/topics.ts';
import { hitsOf, rankIn, reviewedCommits } from '../../bench/eval/whomToAsk.ts';
import { makeRepository, type TestRepository } from '../support/gitRepository.ts';

describe('What a public history says of itself', () => {
  let shop: TestRepository;
  beforeEach(() => {
    shop = makeRepository();
    shop.commit({ subject: 'Begin' });
  });
  afterEach(() => {
    shop.dispose();
  });

  it('is which merge or pull request a commit came in by', async () => {
    shop.branch('fence');
    const one = shop.commit({ subject: 'Fence the lease' });
    const two = shop.commit({ subject: 'Test the fence' });
    shop.checkout('main');
    const merge = shop.merge('fence');
    const pull = shop.commit({ subject: 'Round the totals (#12)' });
    const trailer = shop.commit({ subject: 'Cut the log', body: 'PR-URL: https://forge.example/shop/pull/13' });
    const direct = shop.commit({ subject: 'Straight on main' });
    const topics = topicsOf((await readClone(shop.root)).commits);
    const idOf = (hash: string) => topics.get(hash)?.id;
    assert.deepEqual([one, two, merge, pull, trailer, direct].map(idOf), [
      merge,
      merge,
      undefined,
      'pull 12',
      'pull 13',
      undefined,
    ]);
  });

  it('is hidden in a flat list', async () => {
    shop.commit({
      subject: 'Round the totals for #7 (#12)',
      body: 'As #9 says.',
      trailers: ['Reviewed-by: Lin <lin@shop.example>', 'PR-URL: https://forge.example/shop/pull/12'],
      files: { 'cart.ts': '1' },
    });
    const { subject, body, trailers, parents, files } = flat((await readClone(shop.root)).commits.at(-1)!);
    assert.deepEqual(
      { subject, body, trailers, parents, files },
      {
        subject: 'Round the totals for',
        body: 'As  says.',
        trailers: [],
        parents: [],
        files: [{ path: 'cart.ts' }],
      },
    );
  });

  it('asks only where an author’s week has something to cut', async () => {
    const on = (day: string, subject: string, author?: string) =>
      shop.commit({ subject, date: `${day}T10:00:00Z`, ...(author === undefined ? {} : { author }) });
    for (const [at, pull] of [1, 1, 2].entries()) on(`2026-11-1${7 + at}`, `Part ${at} (#${pull})`);
    for (const at of [0, 1, 2]) on('2026-11-18', `Whole ${at} (#5)`, 'Sam <sam@shop.example>');
    for (const at of [0, 1]) on('2026-11-25', `Few ${at} (#${at + 8})`);
    const { commits } = await readClone(shop.root);
    const weeks = authorWeeks(commits, topicsOf(commits));
    assert.deepEqual(
      weeks.map(({ email, monday, commits: each }) => [
        email,
        new Date(monday * 86_400_000).toISOString(),
        each.length,
      ]),
      [['ada@shop.example', '2026-11-16T00:00:00.000Z', 3]],
    );
  });

  it('knows before a commit only what came before it', async () => {
    const reviewed = (subject: string, date: string, ...trailers: string[]) => shop.commit({ subject, date, trailers });
    reviewed('One', '2026-11-17T10:00:00Z', 'Reviewed-by: Lin <lin@shop.example>');
    reviewed('Two', '2026-11-18T10:00:00Z', 'Acked-by: Sam <sam@shop.example>', 'Reviewed-by: Ada <ada@shop.example>');
    const cases = [...reviewedCommits((await readClone(shop.root)).commits)];
    assert.deepEqual(
      cases.map(({ work, past }) => [work.reviewers, past.map(({ reviewers }) => reviewers)]),
      [
        [['lin'], [[]]],
        [['sam'], [['lin'], []]],
      ],
    );
    const blind = [...reviewedCommits((await readClone(shop.root)).commits, { blind: 2 * 86_400 })];
    assert.deepEqual(
      blind.map(({ past }) => past.map(({ reviewers }) => reviewers)),
      [[], [[]]],
      'nothing of the last two days',
    );
  });

  it('knows people by the names the mailmap has for them', async () => {
    shop.commit({ subject: 'Map', files: { '.mailmap': 'Sam <sam@shop.example> <sam@old.example>\n' } });
    shop.commit({ subject: 'One', trailers: ['Reviewed-by: S. Lee <sam@old.example>', 'Acked-by: Kim'] });
    const [one] = reviewedCommits((await readClone(shop.root)).commits);
    assert.deepEqual(one?.work.reviewers, ['sam', 'kim']);
  });

  it('is hit by the first right name', () => {
    const ranks = [rankIn(['lin', 'sam'], ['lin']), rankIn(['lin', 'sam'], ['sam', 'kim']), rankIn(['lin'], ['kim'])];
    assert.deepEqual(hitsOf(ranks), {
      cases: 3,
      hit1: 1 / 3,
      hit3: 2 / 3,
      hit5: 2 / 3,
      reciprocalRank: 0.5,
      known: 2 / 3,
    });
  });
});
