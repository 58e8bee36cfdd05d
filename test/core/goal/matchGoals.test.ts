import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { GoalStatus } from '../../../src/core/goal/goal.ts';
import { goalNamed, matchGoals, namesGoal } from '../../../src/core/goal/matchGoals.ts';

const goal = (slug: string, title: string, status: GoalStatus, ...paths: string[]) => ({ slug, title, status, paths });
const goals = [
  goal('checkout-under-200-ms', 'Checkout under 200 ms', 'active', 'services/checkout/**'),
  goal('async-rust', 'Be the one for async Rust', 'active', '**/*.rs'),
  goal('parked-one', 'Parked one', 'parked', '**'),
  goal('dropped-one', 'Dropped one', 'dropped', '**'),
  goal('go', 'Go', 'active'),
];
const matched = (piece: { goals?: string[]; branch?: string; files?: string[] }) => {
  const { branch } = piece;
  const whole = { goals: piece.goals ?? [], files: piece.files ?? [], ...(branch !== undefined && { branch }) };
  return matchGoals(whole, goals).map(match => `${match.goal.slug} by ${match.by}`);
};

describe('matchGoals', () => {
  it('hears the trailer, by slug or title', () => {
    assert.deepEqual(matched({ goals: ['async-rust'] }), ['async-rust by trailer']);
    assert.deepEqual(matched({ goals: ['Checkout under 200 ms'] }), ['checkout-under-200-ms by trailer']);
    assert.deepEqual(matched({ goals: ['parked-one', 'dropped-one', 'unknown', ''] }), ['parked-one by trailer']);
  });

  it('knows a goal by the names it had before, unless another goal has that name now', () => {
    const renamed = { ...goal('fast-checkout', 'Fast checkout', 'active'), aliases: ['checkout', 'async-rust'] };
    const all = [renamed, ...goals];
    assert.equal(goalNamed('Checkout', all)?.slug, 'fast-checkout');
    assert.equal(goalNamed('async-rust', all)?.slug, 'async-rust');
    assert.deepEqual(
      matchGoals({ goals: [], files: [], branch: 'ada/checkout-2' }, [renamed]).map(({ by }) => by),
      ['branch'],
    );
  });

  it('sees the goal in the name of the branch', () => {
    assert.deepEqual(matched({ branch: 'ada/checkout-under-200-ms' }), ['checkout-under-200-ms by branch']);
    assert.deepEqual(matched({ branch: 'feature/Async_Rust-2' }), ['async-rust by branch']);
    assert.deepEqual(matched({ branch: 'async-rusty' }), []);
    assert.deepEqual(matched({ branch: 'let-it-go' }), [], 'too short a name to be meant');
  });

  it('finds the files of an active goal', () => {
    assert.deepEqual(matched({ files: ['README.md', 'services/checkout/db.ts'] }), ['checkout-under-200-ms by paths']);
    assert.deepEqual(matched({ files: ['services/cart/db.ts'] }), []);
  });

  it('names the strongest reason, and the strongest goal first', () => {
    const piece = { goals: ['async-rust'], files: ['services/checkout/queue.rs'] };
    assert.deepEqual(matched(piece), ['async-rust by trailer', 'checkout-under-200-ms by paths']);
  });
});

describe('goalNamed', () => {
  it('takes a slug before a title', () => {
    const twins = [goal('b', 'A', 'active'), goal('a', 'B', 'active')];
    assert.equal(goalNamed('A', twins)?.slug, 'a');
    assert.equal(goalNamed(' checkout UNDER 200 ms ', goals)?.slug, 'checkout-under-200-ms');
    assert.equal(goalNamed('nothing', goals), undefined);
  });
});

describe('namesGoal', () => {
  it('knows a goal by what goalNamed finds it by', () => {
    const words = fc.constantFrom(
      'Async Rust',
      'async-rust',
      'ASYNC-RUST',
      ' async rust ',
      'Rust!',
      'rust',
      'old name',
      '',
      '→',
    );
    const named = fc.record({ slug: words, title: words, aliases: fc.array(words, { maxLength: 2 }) });
    fc.assert(
      fc.property(named, fc.oneof(words, fc.string()), (one, text) => {
        assert.equal(namesGoal(one)(text), goalNamed(text, [one]) !== undefined);
      }),
    );
  });
});
