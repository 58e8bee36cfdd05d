import assert from 'node:assert/strict';
import fc from 'fast-check';
import { rankReviewers, type Suggestion } from '../../../src/core/reviewer/rankReviewers.ts';
import type { PastWork, ReviewFacts } from '../../../src/core/reviewer/reviewFacts.ts';

const day = 86_400;
const now = Date.parse('2026-11-22T12:00:00Z') / 1000;

describe('whom to ask', () => {
  const facts = (more: Partial<ReviewFacts>): ReviewFacts => ({
    now,
    asker: 'ada',
    files: ['outbox/send.ts'],
    past: [],
    ...more,
  });
  const work = (author: string, more: Partial<PastWork> & { readonly ago?: number } = {}): PastWork => ({
    at: now - (more.ago ?? 10) * day,
    author,
    reviewers: [],
    helpers: [],
    files: ['outbox/send.ts'],
    ...more,
  });
  const told = (suggestions: readonly Suggestion[]) =>
    suggestions.map(({ person, reasons }) => `${person}: ${reasons.map(({ why }) => why).join(', ')}`);

  it('puts those first who know the files, and says why', () => {
    const past = [
      work('lin', { reviewers: ['sam'] }),
      work('ada', { reviewers: ['sam'], ago: 20 }),
      work('kim', { files: ['outbox/retry.ts'] }),
      work('pat', { files: ['site/style.css'] }),
    ];
    assert.deepEqual(told(rankReviewers(facts({ past, team: ['bo'] }))), [
      'sam: reviewed, reviewedYou',
      'lin: wrote',
      'kim: knowsNeighbours',
      'pat: reviewsMuch',
      'bo: team',
    ]);
  });

  it('knows who owns the files, wrote the lines and offers to teach it', () => {
    const suggestions = rankReviewers(
      facts({
        lines: new Map([
          ['lin', 30],
          ['sam', 3],
        ]),
        owners: new Map([['kim', 1]]),
        teachers: new Map([['pat', 'testing']]),
      }),
    );
    assert.deepEqual(told(suggestions), ['kim: owns', 'pat: teaches', 'lin: lines', 'sam: lines']);
    assert.deepEqual(suggestions[1]?.reasons, [{ why: 'teaches', skill: 'testing' }]);
  });

  it('knows who worked with her, and says that once', () => {
    const past = [
      work('lin', { helpers: ['ada'], files: ['x.ts'] }),
      work('ada', { helpers: ['sam'], reviewers: ['kim'], files: ['y.ts'] }),
      work('kim', { helpers: ['ada'], files: ['z.ts'], ago: 20 }),
    ];
    assert.deepEqual(told(rankReviewers(facts({ past, files: ['a.md'] }))), [
      'kim: reviewedYou',
      'lin: workedWithYou',
      'sam: workedWithYou',
    ]);
  });

  it('knows who did what is called alike, wherever it lies', () => {
    const past = [
      work('lin', { files: ['a.ts'], words: ['outbox', 'retry'], reviewers: ['sam'] }),
      work('kim', { files: ['b.ts'], words: ['style'] }),
    ];
    assert.deepEqual(told(rankReviewers(facts({ past, files: ['c.ts'], words: 'Retry what waits in the outbox' }))), [
      'sam: knowsAlike',
      'lin: knowsAlike',
      'kim: reviewsMuch',
    ]);
  });

  it('puts who looked yesterday before who looked as often months ago', () => {
    const past = [work('ada', { reviewers: ['sam'], ago: 120 }), work('ada', { reviewers: ['lin'], ago: 1 })];
    assert.deepEqual(
      rankReviewers(facts({ past })).map(({ person }) => person),
      ['lin', 'sam'],
    );
  });

  it('trusts one look at one commit less than many', () => {
    const often = Array.from({ length: 9 }, (_, at) => work('lin', { reviewers: ['sam'], ago: 30 + at }));
    const [one] = rankReviewers(facts({ past: [work('lin', { reviewers: ['sam'], ago: 30 })] }));
    const [many] = rankReviewers(facts({ past: often }));
    assert.ok((many?.score ?? 0) > (one?.score ?? 0) * 1.2);
  });

  it('says since when', () => {
    const past = [work('lin', { reviewers: ['sam'], ago: 100 }), work('lin', { reviewers: ['sam'], ago: 1 })];
    const [sam] = rankReviewers(facts({ past }));
    assert.deepEqual(sam?.reasons, [{ why: 'reviewed', since: now - 100 * day }]);
  });

  it('trusts what is new more than what is old', () => {
    const past = [work('old', { ago: 700 }), work('new', { ago: 7 })];
    assert.deepEqual(
      rankReviewers(facts({ past })).map(({ person }) => person),
      ['new', 'old'],
    );
  });

  it('spares who has answers open already, and says so gently', () => {
    const past = [work('lin'), work('sam', { ago: 12 })];
    const suggestions = rankReviewers(facts({ past, waiting: new Map([['lin', 2]]) }));
    assert.deepEqual(told(suggestions), ['sam: wrote', 'lin: wrote, hasAnswersOpen']);
    assert.ok(!/\d/.test(JSON.stringify(suggestions[1]?.reasons.at(-1))), 'and never how many');
  });

  it('knows nothing of what came later', () => {
    assert.deepEqual(rankReviewers(facts({ past: [work('lin', { ago: -1 })] })), []);
  });

  const person = fc.constantFrom('ada', 'lin', 'sam', 'kim', 'bot', '');
  const file = fc.constantFrom('a.ts', 'b/a.ts', 'b/c/d.ts', 'outbox/send.ts', '');
  const past = fc.array(
    fc.record({
      at: fc.integer({ min: now - 900 * day, max: now + day }),
      author: person,
      reviewers: fc.array(person, { maxLength: 3 }),
      helpers: fc.array(person, { maxLength: 2 }),
      files: fc.array(file, { maxLength: 4 }),
    }),
    { maxLength: 12 },
  );

  it('never proposes oneself or who can’t be asked, nobody twice, and nobody without a reason', () => {
    fc.assert(
      fc.property(past, fc.array(file, { maxLength: 3 }), fc.array(person), (commits, files, team) => {
        const suggestions = rankReviewers(facts({ past: commits, files, team, mayAsk: who => who !== 'bot' }));
        const people = suggestions.map(suggestion => suggestion.person);
        assert.ok(!people.some(who => ['ada', 'bot', ''].includes(who)));
        assert.equal(new Set(people).size, people.length);
        assert.ok(suggestions.every(({ reasons, score }) => reasons.length > 0 && Number.isFinite(score)));
        const scores = suggestions.map(({ score }) => score);
        assert.deepEqual(
          scores,
          scores.toSorted((a, b) => b - a),
        );
      }),
    );
  });

  it('answers the same in whatever order the commits come', () => {
    fc.assert(
      fc.property(past, commits => {
        const order = (list: readonly PastWork[]) =>
          rankReviewers(facts({ past: list }))
            .map(({ person: who, score }) => `${who} ${score.toFixed(9)}`)
            .toSorted();
        assert.deepEqual(order(commits.toReversed()), order(commits));
      }),
    );
  });

  it('proposes nobody less readily for one more review of these files', () => {
    fc.assert(
      fc.property(past, commits => {
        /** Among the others: Lin, who wrote what was reviewed, knows these files better too. */
        const placeOf = (list: readonly PastWork[]) =>
          rankReviewers(facts({ past: list }))
            .filter(({ person: who }) => who !== 'lin')
            .findIndex(({ person: who }) => who === 'sam');
        const before = placeOf([...commits, work('lin', { reviewers: ['sam'] })]);
        const after = placeOf([
          ...commits,
          work('lin', { reviewers: ['sam'] }),
          work('lin', { reviewers: ['sam'], files: ['outbox/send.ts'], ago: 1 }),
        ]);
        assert.ok(after <= before);
      }),
    );
  });
});
