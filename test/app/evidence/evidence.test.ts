import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { checkEvidence, type CheckedRef } from '../../../src/app/evidence/checkEvidence.ts';
import { findMovedNote } from '../../../src/app/evidence/findMovedNote.ts';
import { findReplacement } from '../../../src/app/evidence/findReplacement.ts';
import { printRef } from '../../../src/core/evidence/printEvidence.ts';
import type { SharedPath } from '../../../src/core/note/notePath.ts';
import { gitHistory } from '../../../src/node/git/gitHistory.ts';
import { makeRepository, type TestRepository } from '../../support/gitRepository.ts';
import { memoryDesk } from '../../support/memoryDesk.ts';

const path = 'people/ada/goals/checkout.md' as SharedPath;
const me = { handle: 'ada', name: 'Ada', emails: ['ada@shop.example', 'ada@home.example'] };
const sam = 'Sam <sam@shop.example>';
const ten = (word: string) => Array.from({ length: 10 }, (_, n) => `${word} ${String(n)}\n`).join('');

describe('the evidence of a goal', () => {
  let shop: TestRepository;

  beforeEach(() => {
    shop = makeRepository();
    shop.commit({ subject: 'Start', author: sam });
  });
  afterEach(() => {
    shop.dispose();
  });

  const desk = (notes: Readonly<Record<string, string>> = {}, privateNotes = {}) =>
    memoryDesk({
      me,
      notes,
      privateNotes,
      history: gitHistory({
        folders: () => [shop.root],
        storage: join(dirname(shop.root), 'storage'),
        environment: shop.environment,
      }),
    });
  const check = (lines: readonly string[], at = desk(), shelf: 'shared' | 'private' = 'shared') => {
    const text = `---\ntype: goal\n---\n# Checkout\n\n## Evidence\n${lines.map(line => `- ${line}\n`).join('')}`;
    return checkEvidence(at, { shelf, path, text });
  };
  const states = async (...lines: readonly string[]) => (await check(lines)).map(told);
  /** What the quick fix would write for the one reference of a line. */
  const fixed = async (line: string) => {
    const at = desk();
    const [one] = await check([line], at);
    const replacement = one && (await findReplacement(at, one));
    return replacement && `${printRef(replacement.ref)}${replacement.isSame ? '' : ' (in it)'}${onBranch(replacement)}`;
  };

  it('is verified: there, reachable, hers', async () => {
    const hers = shop.commit({
      subject: 'Hers',
      author: 'Ada <ada@home.example>',
      files: { 'services/db.ts': 'let db;\n' },
    });
    const pair = shop.commit({ subject: 'Pair', author: sam, trailers: ['Co-authored-by: Ada <ADA@shop.example>'] });
    const read = shop.commit({ subject: 'Read', author: sam, trailers: ['Reviewed-by: Ada <ada@shop.example>'] });
    const his = shop.commit({ subject: 'His', author: sam });
    assert.deepEqual(
      await states(
        `reads: shop ${hers.slice(0, 7)}..${pair.slice(0, 7)}`,
        `shop ${pair.slice(0, 8)}`,
        `shop ${read}`,
        `shop ${his}`,
        `shop ${his}:services/db.ts#L1`,
        `shop ${his}:services/cart.ts`,
        'shop 1d0e77b',
        `tools ${hers}`,
        `[the fix](https://github.com/ada/shop/commit/${hers})`,
        'https://github.com/ada/shop/commit/1d0e77b1d0e77b',
        '[#412](https://github.com/ada/shop/pull/412)',
      ),
      [
        'range verified as author',
        'commit verified as co-author',
        'commit notHers: Sam, reviewer',
        'commit notHers: Sam',
        'file verified',
        'file fileGone',
        'commit unknownCommit',
        'commit repositoryUnknown',
        'commit verified as author',
        'commit repositoryUnknown',
        'page cannotTell',
      ],
    );
  });

  it('of notes is checked without git too', async () => {
    const notes = { 'people/ada/learning/p.md': '# P\n', 'people/sam/answers/a.md': '# A\n' };
    const { history: _, ...restricted } = desk(notes, { 'learning/own.md': '# Own\n' });
    const lines = [
      '[P](../learning/p.md#x)',
      '[Q](../learning/q.md)',
      'people/sam/answers/a.md',
      'people/sam/answers/b.md',
    ];
    const told = (refs: readonly CheckedRef[]) => refs.map(({ ref, verdict }) => `${ref.kind} ${verdict.state}`);
    assert.deepEqual(told(await check([...lines, 'shop 1d0e77b'], restricted as ReturnType<typeof desk>)), [
      'note verified',
      'note noteGone',
      'answer verified',
      'answer noteGone',
      'commit cannotTell',
    ]);
  });

  it('after an amend or a rebase is found by its patch, on the main line first', async () => {
    shop.branch('topic');
    const old = shop.commit({ subject: 'Pool the connections', files: { 'db.ts': ten('pool') } });
    shop.checkout('main');
    shop.commit({ subject: 'Meanwhile', author: sam });
    shop.checkout('topic');
    git('rebase', '-q', 'main');
    git('commit', '-q', '--amend', '-m', 'Keep a pool of connections', '--date=2026-11-20T10:00:00Z');
    const rebased = shop.git('rev-parse', 'HEAD');
    assert.deepEqual(await states(`pool: shop ${old.slice(0, 7)}`), ['commit unreachable']);
    assert.equal(await fixed(`pool: shop ${old.slice(0, 7)}`), `shop ${rebased.slice(0, 7)} on topic`);
    assert.equal(await fixed(`shop ${old}:db.ts#L2-L3`), `shop ${rebased.slice(0, 7)}:db.ts#L2-L3 on topic`);

    shop.checkout('main');
    git('cherry-pick', 'topic');
    const picked = shop.git('rev-parse', 'HEAD');
    assert.equal(await fixed(`pool: shop ${old.slice(0, 7)}`), `shop ${picked.slice(0, 7)}`);
  });

  it('after an amend that changed the code is found by author date and subject', async () => {
    const old = shop.commit({ subject: 'Pool', files: { 'db.ts': ten('pool') } });
    shop.write('db.ts', ten('puddle'));
    git('commit', '-q', '-a', '--amend', '--no-edit');
    assert.equal(await fixed(`shop ${old.slice(0, 7)}`), `shop ${shop.git('rev-parse', '--short=7', 'HEAD')}`);
  });

  it('after a squash is found in what it went into, and so is a range', async () => {
    shop.branch('topic');
    const one = shop.commit({ subject: 'Pool the connections', files: { 'db.ts': ten('pool') } });
    const two = shop.commit({ subject: 'Test the pool', files: { 'db.test.ts': ten('test') } });
    shop.checkout('main');
    shop.git('merge', '-q', '--squash', 'topic');
    const body = '* Pool the connections\n\n* Test the pool';
    const squash = shop.commit({ subject: 'Hold a pool (#12)', body, files: {}, date: '2026-11-20T10:00:00Z' });
    shop.git('branch', '-q', '-D', 'topic');
    const short = squash.slice(0, 7);
    assert.equal(await fixed(`pool: shop ${one}`), `shop ${short} (in it)`);
    assert.equal(await fixed(`pool: shop ${one}:db.ts#L2`), `shop ${short}:db.ts (in it)`);
    assert.equal(await fixed(`pool: shop ${one.slice(0, 9)}..${two.slice(0, 9)}`), `shop ${short} (in it)`);
  });

  it('of a squash without a list is found by its result', async () => {
    shop.branch('topic');
    shop.commit({ subject: 'Pool the connections', files: { 'db.ts': ten('pool') } });
    const two = shop.commit({ subject: 'Test the pool', files: { 'db.test.ts': ten('test') } });
    shop.checkout('main');
    shop.git('merge', '-q', '--squash', 'topic');
    const squash = shop.commit({ subject: 'Hold a pool (#12)', files: {}, date: '2026-11-20T10:00:00Z' });
    shop.git('branch', '-q', '-D', 'topic');
    assert.equal(await fixed(`shop ${two}`), `shop ${squash.slice(0, 7)} (in it)`);
  });

  it('that is nowhere any more is found where a message names it, or by its words', async () => {
    const picked = shop.commit({
      subject: 'Pool',
      body: '(cherry picked from commit 1d0e77b4f1c2a91d0e77b4f1c2a91d0e77b4f1c2)',
    });
    const called = shop.commit({ subject: 'Reads under 200 ms (#9)' });
    assert.equal(await fixed('pool: shop 1d0e77b'), `shop ${picked.slice(0, 7)} (in it)`);
    assert.equal(await fixed('reads under 200 ms: shop 4f1c2a9'), `shop ${called.slice(0, 7)} (in it)`);
    assert.equal(await fixed('something else: shop 4f1c2a9'), undefined);
  });

  it('whose change is gone has no fix, and neither has what is fine', async () => {
    shop.branch('topic');
    const gone = shop.commit({ subject: 'Gone', files: { 'gone.ts': ten('gone') } });
    shop.checkout('main');
    const fine = shop.commit({ subject: 'Fine', files: { 'fine.ts': ten('fine') } });
    shop.git('branch', '-q', '-D', 'topic');
    assert.equal(await fixed(`shop ${gone}`), undefined);
    assert.equal(await fixed(`shop ${fine}`), undefined);
  });

  describe('of a note that moved', () => {
    const moved = async (line: string, notes: Readonly<Record<string, string>>) => {
      const at = desk(notes);
      const [one] = await check([line], at);
      const ref = one && (await findMovedNote(at, { shelf: 'shared', path }, one));
      return ref && printRef(ref);
    };
    const learned = (title: string, head = '') => `---\ntype: learning\n${head}---\n# ${title}\n`;

    it('is the one of its title, of its alias, or of its file name', async () => {
      const link = '[A pool](../learning/2026-11-18-pool.md)';
      const cases: readonly [Readonly<Record<string, string>>, string | undefined][] = [
        [{ 'people/ada/learning/x.md': learned('A pool') }, '[A pool](../learning/x.md)'],
        [{ 'people/ada/learning/x.md': learned('X', 'aliases: [a pool]\n') }, '[A pool](../learning/x.md)'],
        [{ 'people/ada/old/2026-11-18-pool.md': learned('X') }, '[A pool](../old/2026-11-18-pool.md)'],
        [{ 'people/ada/learning/x.md': learned('A pool'), 'people/ada/y.md': learned('A pool') }, undefined],
        [{ 'people/ada/learning/x.md': learned('Other') }, undefined],
        [{ 'people/ada/learning/x.md': learned('A pool', 'private: true\n') }, undefined],
      ];
      for (const [notes, expected] of cases) assert.equal(await moved(link, notes), expected);
      assert.equal(
        await moved('people/sam/answers/a.md', { 'people/sam/answers/old/a.md': learned('A') }),
        'people/sam/answers/old/a.md',
      );
    });
  });

  function git(...args: string[]): void {
    const env = { GIT_COMMITTER_NAME: 'Ada', GIT_COMMITTER_EMAIL: 'ada@shop.example' };
    shop.gitWith({ env: { ...env, GIT_AUTHOR_NAME: 'Ada', GIT_AUTHOR_EMAIL: 'ada@shop.example' } }, ...args);
  }
});

function onBranch({ branch }: { readonly branch?: string }): string {
  return branch === undefined ? '' : ` on ${branch}`;
}

function told({ ref, verdict }: CheckedRef): string {
  const said = `${ref.kind} ${verdict.state}`;
  if (verdict.state === 'verified') return verdict.part === undefined ? said : `${said} as ${verdict.part}`;
  if (verdict.state !== 'notHers') return said;
  return `${said}: ${verdict.author.name}${verdict.part === undefined ? '' : `, ${verdict.part}`}`;
}
