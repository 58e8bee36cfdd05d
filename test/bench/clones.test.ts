import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { judgePieces, piecesOf, piecesRow, piecesTable } from '../../bench/eval/judgePieces.ts';
import { authorWeeks } from '../../bench/eval/authorWeeks.ts';
import { placed } from '../../bench/eval/placed.ts';
import { readClone, UnreadableClone } from '../../bench/eval/readClone.ts';
import { topicsOf } from '../../bench/eval/topics.ts';
import { makeRepository, type TestRepository } from '../support/gitRepository.ts';

describe('A clone that is to be judged', () => {
  let shop: TestRepository;
  beforeEach(() => {
    shop = makeRepository();
  });
  afterEach(() => {
    shop.dispose();
  });

  const beside = (name: string) => join(shop.root, '..', name);

  /** Two merged topics, one of two commits, in one week. */
  function merged(): void {
    shop.commit({ subject: 'Begin' });
    for (const [topic, parts] of Object.entries({ fence: 2, lease: 1 })) {
      shop.branch(topic);
      for (let part = 1; part <= parts; part++)
        shop.commit({ subject: `Mend the ${topic}, ${part}`, files: { [`${topic}.ts`]: String(part) } });
      shop.checkout('main');
      shop.merge(topic, { subject: `Merge branch '${topic}'` });
    }
  }

  async function judged(clone = shop.root) {
    const { commits } = await readClone(clone);
    const topics = topicsOf(commits);
    const weeks = authorWeeks(commits, topics);
    return { weeks, placed: placed(commits), figures: judgePieces({ weeks, topics, placed: placed(commits) }) };
  }

  it('may be bare', async () => {
    merged();
    shop.git('clone', '-q', '--bare', shop.root, beside('bare.git'));
    const [whole, bare] = [await readClone(shop.root), await readClone(beside('bare.git'))];
    assert.equal(whole.commits.length, 6);
    assert.deepEqual(bare, whole);
  });

  it('is refused with a sentence where it is none, or has no commit', async () => {
    mkdirSync(beside('empty'));
    for (const [clone, expected] of [
      [beside('nowhere'), /is not there\. Say the path of a clone\.$/],
      [beside('empty'), /is no git repository\. Say the path of a clone, bare or not\.$/],
      [shop.root, /has no commit at its HEAD yet\. Judge a clone with a history\.$/],
    ] as const)
      await assert.rejects(readClone(clone), error => error instanceof UnreadableClone && expected.test(error.message));
  });

  it('says that it is shallow', async () => {
    merged();
    shop.git('clone', '-q', '--depth', '2', `file://${shop.root}`, beside('shallow'));
    const { commits, notices } = await readClone(beside('shallow'));
    assert.ok(commits.length < 6);
    assert.match(notices.join('\n'), /is a shallow clone.*git fetch --unshallow\.$/);
  });

  it('has nothing to judge without topics, and that is said', async () => {
    for (const part of [1, 2, 3]) shop.commit({ subject: `Part ${part}` });
    const { figures } = await judged();
    assert.match(piecesTable(figures), /^Pieces of work: nothing to judge\./);
    assert.equal(piecesRow('shop', figures), '');
  });

  it('is cut as people did with the graph, and a line a commit says how', async () => {
    merged();
    const { weeks, placed: see, figures } = await judged();
    assert.deepEqual([figures.weeks, figures.withGraph.ari, figures.gathered], [1, 1, 0]);
    const lines = piecesOf(weeks, see) as readonly { hash: string; piece: string; pieceWithGraph: string }[];
    assert.deepEqual(
      lines.map(({ hash }) => shop.git('log', '-1', '--format=%s', hash)),
      ['Mend the fence, 1', 'Mend the fence, 2', 'Mend the lease, 1'],
    );
    const [first, second, third] = lines.map(({ pieceWithGraph }) => pieceWithGraph);
    assert.ok(first === second && second !== third);
  });

  it('tells which of its merges are no topics', async () => {
    merged();
    shop.branch('maint');
    shop.commit({ subject: 'Mend the till' });
    shop.checkout('main');
    shop.merge('maint', { subject: "Merge branch 'maint'" });
    const { figures } = await judged();
    assert.equal(figures.gathered, 0.25);
    assert.match(piecesTable(figures), /25\.0 % of the commits came in by merges that are no topics to a person/);
  });
});
