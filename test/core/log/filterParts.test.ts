import assert from 'node:assert/strict';
import type { LogFilter } from '../../../src/core/log/filterLog.ts';
import { joinedFilter, withoutSecond } from '../../../src/core/log/filterParts.ts';

const [checkout, rust, ada, sam, sql, ci]: readonly LogFilter[] = [
  { goal: 'checkout' },
  { goal: 'rust' },
  { person: 'ada' },
  { person: 'sam' },
  { tags: ['sql'] },
  { tags: ['ci'] },
];

describe('What is ticked in the list of filters', () => {
  it('is one filter', () => {
    assert.deepEqual(joinedFilter([sql!, checkout!, ci!, { types: ['win'] }, sam!, { skills: ['postgres'] }]), {
      goal: 'checkout',
      skills: ['postgres'],
      tags: ['sql', 'ci'],
      types: ['win'],
      person: 'sam',
    });
    assert.deepEqual(joinedFilter([]), {});
  });

  it('has one goal and one person, those ticked last', () => {
    assert.deepEqual(withoutSecond([checkout!, rust!, sql!], [checkout!, sql!]), [rust, sql]);
    assert.deepEqual(withoutSecond([ada!, sam!, checkout!], [sam!, checkout!]), [ada, checkout]);
    assert.deepEqual(withoutSecond([sql!, ci!], []), [sql, ci]);
    assert.deepEqual(withoutSecond([checkout!, rust!, ada!, sam!], []), [checkout, ada], 'all at once: the first');
  });
});
