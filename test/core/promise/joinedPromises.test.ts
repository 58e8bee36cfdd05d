import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { PrivatePath, SharedPath } from '../../../src/core/note/notePath.ts';
import { isAlike } from '../../../src/core/promise/joinedPromises.ts';
import { openPromises, type SaidPromise } from '../../../src/core/promise/openPromises.ts';

const shared = { shelf: 'shared', path: 'people/lin/promises.md' as SharedPath, line: 7 } as const;
const mine = { shelf: 'private', path: 'one-on-ones/2026-11-10-ada-lin.md' as PrivatePath, line: 7 } as const;
const published = (text: string, more: Partial<SaidPromise> = {}): SaidPromise => {
  return { by: 'lin', to: 'ada', state: 'open', text, due: '2026-12-01', place: shared, ...more };
};
const noted = (text: string, more: Partial<SaidPromise> = {}): SaidPromise => {
  return { by: 'lin', to: 'ada', state: 'open', text, due: '2026-12-01', met: '2026-11-10', place: mine, ...more };
};
const open = (...said: readonly SaidPromise[]) =>
  openPromises(said).map(({ text, isPublished, promised, likeAt }) =>
    [
      text,
      ...(isPublished ? ['published'] : []),
      ...(promised === undefined ? [] : [`promised ${promised}`]),
      ...(likeAt ? ['like a noted one'] : []),
    ].join(', '),
  );

describe('The words of two promises', () => {
  for (const [one, other, are] of [
    ['find a budget for the course', 'The budget for the course', true],
    ['numbers of the review', 'Review number', true],
    ['an answer on the outbox queue', 'Answer on the queue', true],
    ['ask Sam about the runner by Friday', 'Ask Sam about the runner', true],
    ['review the outbox tests', 'review the outbox design', false],
    ['write the replay test for the consumer', 'write the replay test for the producer', false],
    ['not ask Sam', 'ask Kim', false],
    ['a budget', 'find a budget for the course', false],
    ['the talk', 'a talk', false],
    ['find a budget for the database course of the spring', 'find a budget', false],
    ['', '', false],
  ] as const)
    it(`are ${are ? '' : 'not '}alike: “${one}” and “${other}”`, () => {
      assert.equal(isAlike(one, other), are);
      assert.equal(isAlike(other, one), are);
    });
});

describe('A promise that was noted and published', () => {
  it('is one where promiser, day and most words agree', () => {
    assert.deepEqual(open(published('The budget for the course'), noted('find a budget for the course')), [
      'The budget for the course, published, promised 2026-11-10, like a noted one',
    ]);
  });

  it('is one where the published day was carried since', () => {
    const carried = published('The budget for the course', { due: '2027-01-10', since: '2026-12-01' });
    assert.equal(open(carried, noted('find a budget for the course')).length, 1);
  });

  for (const [what, other] of [
    ['another day', noted('find a budget for the course', { due: '2026-12-02' })],
    ['another promiser', noted('find a budget for the course', { by: 'sam' })],
    ['somebody else to wait for it', noted('find a budget for the course', { to: 'sam' })],
    ['other words', noted('find a room for the course')],
  ] as const)
    it(`is two with ${what}`, () => {
      assert.equal(open(published('The budget for the course'), other).length, 2);
    });

  it('is two where neither says a day', () => {
    const { due: _, ...one } = published('The budget for the course');
    const { due: __, ...other } = noted('find a budget for the course');
    assert.equal(open(one, other).length, 2);
  });

  it('is left alone where more than one could be meant', () => {
    const one = published('The budget for the course');
    const other = published('Find the budget of the course now');
    assert.equal(open(one, other, noted('find budget for course')).length, 3);
    const two = [noted('find a budget for the course'), noted('a budget for the first course')];
    assert.equal(open(published('The budget for the course'), ...two).length, 3);
  });

  it('is one where her line says so, whatever the words and days', () => {
    const said = noted('money', { due: '2026-11-20', state: 'moved', sameAs: 'The "budget"' });
    assert.deepEqual(open(published('The “budget”'), said), ['The “budget”, published, promised 2026-11-10']);
    assert.deepEqual(open(published('The “budget”', { state: 'done', done: '2026-11-20' }), said), []);
  });

  it('is open where it was noted again once what it was joined with is gone', () => {
    const said = noted('money', { state: 'moved', sameAs: 'The budget' });
    assert.deepEqual(open(said, published('A talk')), ['money, promised 2026-11-10', 'A talk, published']);
  });

  it('is never lost: every open line is told, or one of the same person, day and words', () => {
    const words = fc
      .array(fc.constantFrom('find', 'budget', 'course', 'queue', 'the', 'not'), { minLength: 1, maxLength: 4 })
      .map(all => all.join(' '));
    const day = fc.constantFrom('2026-12-01', '2026-12-08');
    const line = fc
      .tuple(fc.boolean(), words, day, fc.constantFrom('lin', 'sam'))
      .map(([isPublished, text, due, by]) => (isPublished ? published : noted)(text, { due, by }));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), said => {
        const told = openPromises(said);
        for (const { text, by, due } of said) {
          const content = (of: string) => new Set(of.split(' ').filter(word => word !== 'the'));
          const isTold = told.some(each => {
            const [one, other] = [content(text), content(each.text)];
            const isSame = one.size === other.size && [...one].every(word => other.has(word));
            return each.by === by && (isSame || (each.due === due && isAlike(text, each.text)) || each.text === text);
          });
          assert.ok(isTold, text);
        }
      }),
    );
  });
});
