import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fromMatch, lineToShow, placeOf } from '../../../src/core/log/searchPlace.ts';
import { SearchIndex } from '../../../src/core/log/searchIndex.ts';
import { readQuery } from '../../../src/core/log/searchQuery.ts';
import { wordsIn } from '../../../src/core/log/searchWords.ts';

const note = `---
type: learning
tags: [pgbouncer]
---
# PgBouncer pins a session for SET

In transaction pooling, SET keeps the connection.

\`\`\`
ERROR:  prepared statement "s_12" does not exist
\`\`\`

So the pool was empty, and SET LOCAL freed it.
`;

function placed(text: string): string {
  const index = new SearchIndex<string>();
  index.put('note', wordsIn(note));
  index.put('other', wordsIn('The session of the pool was for all.'));
  const query = readQuery(text);
  const { line, text: words, isExact } = placeOf(note, query, index.weigh(query));
  return `${line}${isExact ? '!' : ''} ${words}`;
}

describe('The line that says it', () => {
  const cases: readonly (readonly [looked: string, line: string])[] = [
    ['pgbouncer pins', '5! # PgBouncer pins a session for SET'],
    ['prepared statement "s_99" does not exist', '10! ERROR:  prepared statement "s_12" does not exist'],
    [
      'pq: prepared statement "x" does not exist (SQLSTATE 26000)',
      '10! ERROR:  prepared statement "s_12" does not exist',
    ],
    ['set local', '13! So the pool was empty, and SET LOCAL freed it.'],
    ['transac', '7! In transaction pooling, SET keeps the connection.'],
    ['pools, empty connections', '13 So the pool was empty, and SET LOCAL freed it.'],
    ['session for SET. In transaction', '5! # PgBouncer pins a session for SET'],
    ['pool empty was', '13 So the pool was empty, and SET LOCAL freed it.'],
    ['nothing of this', '5 # PgBouncer pins a session for SET'],
  ];
  for (const [looked, line] of cases)
    it(`for “${looked}”`, () => {
      assert.equal(placed(looked), line);
    });

  it('is shown from shortly before what was found', () => {
    const long = 'We waited for the new machine all day long, and then the Pool was empty';
    assert.equal(fromMatch(long, ['pool', 'empty']), '… all day long, and then the Pool was empty');
    assert.equal(fromMatch(long, ['machine', 'pool']), long);
    assert.equal(fromMatch(long, ['zebra']), long);
  });

  it('is shown without its marks, and not where it is the title', () => {
    assert.equal(lineToShow('# SET pins', 'SET pins'), '');
    assert.equal(lineToShow('  - the *pool* was empty', 'SET pins'), 'the *pool* was empty');
    assert.equal(lineToShow('-1 is no level', 'SET pins'), '-1 is no level');
    assert.equal(lineToShow('… > 3 workers', 'SET pins'), '… > 3 workers');
  });

  it('is there for any note and any text', () => {
    const anything = fc.string({ unit: 'grapheme', maxLength: 300 });
    const index = new SearchIndex<string>();
    fc.assert(
      fc.property(anything, anything, (text, looked) => {
        const query = readQuery(looked);
        const { line } = placeOf(text, query, index.weigh(query));
        assert.ok(line >= 1 && line <= text.split('\n').length);
      }),
    );
  });
});
