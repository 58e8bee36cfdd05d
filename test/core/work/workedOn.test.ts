import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Commit } from '../../../src/core/work/commit.ts';
import type { WorkedOn } from '../../../src/core/work/piece.ts';
import { suspects } from '../../../src/core/work/twins.ts';
import { workedOn } from '../../../src/core/work/workedOn.ts';
import { ada, linesOf, writtenWeek } from './writtenWeek.ts';

const monday = Date.UTC(2026, 10, 16) / 1000;
const shop = { name: 'shop', root: '/shop', forge: { kind: 'github', url: 'https://forge.example/ada/shop' } } as const;

function of(commits: readonly Commit[], most?: number): WorkedOn {
  return workedOn(commits, { person: ada, repositories: [shop], ...(most !== undefined && { most }) });
}

/** Histories with everything in them that joins, folds, takes back or hides commits. */
const histories = fc
  .array(
    fc.record({
      hour: fc.nat(80),
      words: fc.constantFrom(
        'Round totals',
        'fix tests',
        'wip',
        'Print receipts',
        'Bump lodash to 4.2',
        '💄',
        '1.2.0',
        'Cache prices',
        '',
      ),
      prefix: fc.constantFrom(
        '',
        '',
        'fix(cart): ',
        'feat(print): ',
        'net: dsa: ',
        'fixup! ',
        'Revert "',
        'Reapply "',
        'SHOP-1 ',
      ),
      suffix: fc.constantFrom('', '', ' (#1)', ' (#2)', '"'),
      author: fc.constantFrom('ada@forge.example', 'ada@forge.example', 'ada@home.example', 'sam@forge.example'),
      role: fc.constantFrom('co-authored-by', 'reviewed-by', 'signed-off-by'),
      branch: fc.constantFrom(undefined, undefined, 'totals', 'SHOP-1-print', 'develop'),
      merge: fc.constantFrom(
        undefined,
        undefined,
        'Merge pull request #1 from ada/totals',
        "Merge branch 'totals'",
        "Merge tag 'v1'",
      ),
      body: fc.constantFrom(
        '',
        '',
        '* Round totals\n* wip',
        'Fixes #7',
        'This reverts commit @.',
        '(cherry picked from commit @)',
        'Squashed commit of the following:\ncommit @',
      ),
      target: fc.nat(30),
      repo: fc.constantFrom('shop', 'shop', 'fork'),
      files: fc.array(fc.constantFrom('src/cart.ts', 'src/print.ts', 'docs/a.md', 'yarn.lock', 'test/cart.test.ts'), {
        maxLength: 3,
      }),
      lines: fc.nat(20),
    }),
    { maxLength: 30 },
  )
  .map(parts =>
    parts.map((part, index): Commit => {
      const hash = hashOf(index);
      return {
        repo: part.repo,
        hash,
        parents: [hashOf(999)],
        author: { name: 'A', email: part.author },
        authored: monday + part.hour * 3600,
        committed: monday + part.hour * 3600 + index,
        subject: part.prefix + part.words + part.suffix,
        body: part.body.replace('@', hashOf(part.target)),
        trailers: [{ key: part.role, value: 'Ada <ada@forge.example>' }],
        files: [...new Set(part.files)].map(path => ({ path, added: part.lines, deleted: 1 })),
        ...(part.branch !== undefined && { branch: part.branch }),
        ...(part.merge !== undefined && { mergedBy: { merge: hashOf(900), subject: part.merge, title: 'Totals' } }),
      };
    }),
  );

function hashOf(index: number): string {
  return (index * 7919 + 4096).toString(16).padStart(10, '0').repeat(4);
}

function hashesIn({ pieces, also, reviewed }: WorkedOn): string[] {
  const own = [...pieces, ...also].flatMap(({ commits, folded = [] }) => [...commits, ...folded]);
  return [...own, ...reviewed.flatMap(({ commits }) => commits)].map(({ hash }) => hash);
}

describe('what a person worked on', () => {
  it('is the same in whatever order the commits come', () => {
    fc.assert(
      fc.property(histories, fc.array(fc.nat(), { minLength: 30, maxLength: 30 }), (commits, numbers) => {
        const shuffled = commits
          .map((commit, index) => ({ commit, at: numbers[index] ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ commit }) => commit);
        assert.deepEqual(of(shuffled), of(commits));
        assert.deepEqual(suspects(shuffled), suspects(commits));
      }),
    );
  });

  it('loses and doubles no commit', () => {
    fc.assert(
      fc.property(histories, commits => {
        const told = hashesIn(of(commits));
        assert.equal(new Set(told).size, told.length, 'a commit is told twice');
        const hers = commits.filter(
          ({ author, trailers }) =>
            ada.emails.includes(author.email) || trailers.some(({ key }) => key === 'co-authored-by'),
        );
        const missing = hers.filter(({ hash }) => !told.includes(hash));
        assert.deepEqual(missing, []);
      }),
      { numRuns: 300 },
    );
  });

  it('is at most seven lines, the weightiest first, and counts what stands', () => {
    fc.assert(
      fc.property(histories, commits => {
        const { pieces, also } = of(commits);
        assert.ok(pieces.length <= 7);
        for (const piece of [...pieces, ...also]) {
          assert.equal(piece.sizes.commits, piece.commits.length);
          assert.equal(piece.commits[0], piece.oldest);
          assert.notEqual(piece.sentence, '');
          assert.ok(piece.sentence.length <= 110, piece.sentence);
        }
      }),
    );
  });

  it('takes as many lines as it is given', () => {
    const text = [
      'cart',
      'search',
      'login',
      'print',
      'mail',
      'tax',
      'stock',
      'coupon',
      'export',
      'audit',
      'theme',
      'help',
    ].map((word, at) => `Mon ${10 + at}:00 feat(${word}): a better ${word}\n ${word}/${word}.ts +${20 - at} -0`);
    assert.equal(of(writtenWeek(text.join('\n')), 3).pieces.length, 3);
    assert.equal(of(writtenWeek(text.join('\n')), 20).pieces.length, 12);
  });

  it('leads to its commits, its pull request and its issue, where the forge is known', () => {
    const [piece] = of(
      writtenWeek(`
        Mon 09:00 Round the totals (#12)
          src/cart.ts +10 -2
          > Fixes #7`),
    ).pieces;
    assert.deepEqual(piece?.commits, [
      { repo: 'shop', hash: '0001'.repeat(10), url: `https://forge.example/ada/shop/commit/${'0001'.repeat(10)}` },
    ]);
    assert.deepEqual(piece.pull, { number: 12, url: 'https://forge.example/ada/shop/pull/12' });
    assert.deepEqual(piece.issue, { key: '#7', url: 'https://forge.example/ada/shop/issues/7' });
  });

  it('keeps lines in generated and lock files apart', () => {
    const [piece] = of(
      writtenWeek(`
        Mon 09:00 Round the totals
          src/cart.ts +10 -2
          src/__snapshots__/cart.snap +300 -100
          package-lock.json +40 -40
          vendor/lib/a.go +1000 -0`),
    ).pieces;
    assert.deepEqual(piece?.sizes, { commits: 1, added: 10, deleted: 2, generated: 1480 });
  });

  it('names people, not tools, among those who had a hand in it', () => {
    assert.deepEqual(
      linesOf(
        of(
          writtenWeek(`
            Mon 09:00 Round the totals
              Co-authored-by: Sam
              Co-authored-by: Sam Again <SAM@forge.example>
              Co-authored-by: dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>
              Co-authored-by: Claude <noreply@anthropic.com>
              Co-authored-by: Ada <ada@home.example>`),
        ),
      ),
      ['Round the totals · feature · with Sam'],
    );
  });

  it('can be told of any text a stranger wrote', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.constantFrom(
        '\0',
        '__proto__',
        'constructor: toString',
        '💄',
        '\u202egnp',
        '('.repeat(5000),
        'a: '.repeat(100_000),
        'x'.repeat(4_000_000),
        '---js\n',
        '-',
      ),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text, text), { maxLength: 4 }), texts => {
        const commits = writtenWeek('Mon 09:00 x').flatMap(commit =>
          texts.map(([subject, other, third], index): Commit => ({
            ...commit,
            hash: hashOf(index),
            subject,
            body: other.slice(0, 4000),
            files: [{ path: third, added: 1, deleted: 1 }, { path: other }],
            trailers: [
              { key: 'co-authored-by', value: third },
              { key: 'goal', value: other },
            ],
            mergedBy: { merge: hashOf(9), subject: third, title: other },
            branch: other,
          })),
        );
        const { pieces, also } = of(commits);
        for (const { sentence } of [...pieces, ...also]) {
          assert.doesNotMatch(sentence, /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
          assert.ok(sentence.length <= 110);
        }
      }),
      { numRuns: 60 },
    );
  });
});
