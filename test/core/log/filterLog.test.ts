import assert from 'node:assert/strict';
import { loggedEntryOf } from '../../support/loggedEntry.ts';
import {
  filterEntries,
  filterTrailers,
  isFiltering,
  plainFilter,
  type LogFilter,
} from '../../../src/core/log/filterLog.ts';

const entries = [
  loggedEntryOf({ title: 'SET pins', goal: 'checkout-under-200-ms', skills: ['postgres'], tags: ['pgbouncer'] }),
  loggedEntryOf({ title: 'A flat graph', type: 'win', goal: 'Checkout under 200 ms', tags: ['metrics'] }),
  loggedEntryOf({ title: 'Parked workers', skills: ['Rust', 'async'], tags: ['Tokio'] }),
  loggedEntryOf({ title: 'Designing data', type: 'book', skills: ['postgres'] }),
  loggedEntryOf({ title: 'No marks', type: 'experiment' }),
];

describe('The filter of the log', () => {
  const cases: readonly (readonly [what: string, filter: LogFilter, shown: readonly string[]])[] = [
    ['nothing asked for', {}, ['SET pins', 'A flat graph', 'Parked workers', 'Designing data', 'No marks']],
    ['a goal by its file', { goal: 'checkout-under-200-ms' }, ['SET pins', 'A flat graph']],
    ['a goal by its title', { goal: 'Checkout under 200 ms' }, ['SET pins', 'A flat graph']],
    ['a skill, however it is written', { skills: ['rust'] }, ['Parked workers']],
    ['one of two skills', { skills: ['rust', 'postgres'] }, ['SET pins', 'Parked workers', 'Designing data']],
    ['a tag with its sign', { tags: ['#tokio'] }, ['Parked workers']],
    ['types', { types: ['book', 'win'] }, ['A flat graph', 'Designing data']],
    ['a goal and a type', { goal: 'checkout-under-200-ms', types: ['win'] }, ['A flat graph']],
    ['a skill and a tag that never meet', { skills: ['rust'], tags: ['pgbouncer'] }, []],
    ['empty lists', { goal: ' ', skills: [], tags: [], types: [] }, entries.map(({ title }) => title)],
  ];
  for (const [what, filter, shown] of cases)
    it(`lets through by ${what}`, () => {
      assert.deepEqual(
        filterEntries(entries, filter).map(({ title }) => title),
        shown,
      );
    });

  it('finds a goal that was renamed by the names it had', () => {
    const goals = [
      { slug: 'fast-checkout', title: 'Reads are fast', aliases: ['checkout-under-200-ms'] },
      { slug: 'async-rust', title: 'Async Rust', aliases: ['tokio'] },
    ];
    const commit = { repo: 'shop', hash: '4f1c2a9' };
    const said = ['checkout-under-200-ms', 'tokio'].map(
      text => ({ kind: 'goal', text, day: '2026-11-18', commit }) as const,
    );
    for (const goal of ['fast-checkout', 'Reads are fast', 'checkout-under-200-ms']) {
      const shown = filterEntries(entries, { goal }, goals).map(({ title }) => title);
      assert.deepEqual(shown, ['SET pins', 'A flat graph'], goal);
      assert.deepEqual(filterTrailers(said, { goal }, goals), said.slice(0, 1));
    }
    assert.deepEqual(filterEntries(entries, { goal: 'async-rust' }, goals), []);
  });

  it('reads the marks in what commits say', () => {
    const commit = { repo: 'shop', hash: '4f1c2a9' };
    const said = [
      { kind: 'learned', text: 'SET pins #pgbouncer skill:postgres', day: '2026-11-18', commit },
      { kind: 'goal', text: 'checkout-under-200-ms', day: '2026-11-18', commit },
      { kind: 'thanks', text: 'Sam', day: '2026-11-18', commit },
    ] as const;
    const shown = (filter: LogFilter) => filterTrailers(said, filter).map(({ kind }) => kind);
    assert.deepEqual(shown({}), ['learned', 'goal', 'thanks']);
    assert.deepEqual(shown({ tags: ['pgbouncer'] }), ['learned']);
    assert.deepEqual(shown({ skills: ['postgres'] }), ['learned']);
    assert.deepEqual(shown({ goal: 'Checkout under 200 ms' }), ['goal']);
    assert.deepEqual(shown({ types: ['thanks'] }), ['thanks']);
  });

  it('takes what it is given as plainly as it can', () => {
    const given = { goal: ' checkout ', tags: 'ci', skills: [], types: ['win', 'gaol'], person: 7, colour: 'red' };
    assert.deepEqual(plainFilter(given), { goal: 'checkout', tags: ['ci'], types: ['win'], person: '7' });
    assert.deepEqual(plainFilter({ goal: {}, tags: [null], types: 'none' }), {});
  });

  it('knows whether it asks for anything', () => {
    assert.deepEqual(
      [{}, { goal: '' }, { tags: [] }, { tags: ['a'] }, { person: 'sam' }, { types: ['win'] as const }].map(
        isFiltering,
      ),
      [false, false, false, true, true, true],
    );
  });
});
