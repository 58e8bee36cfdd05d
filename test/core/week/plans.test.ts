import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/note/textEdit.ts';
import { movedPlans, plansLeft } from '../../../src/core/week/plans.ts';

const left = (note: string, last = '2026-W46', week = '2026-W47') =>
  plansLeft(note, last, week).map(plan => `${plan.from}: ${plan.lines.join('|')}`);
const moved = (note: string, text: string, last = '2026-W46') =>
  applyEdits(note, movedPlans(note, last, { text, week: '2026-W47' }));

describe('plans of the last note', () => {
  const note = `# Week 46

## Plans from last week

- [x] Done before
- [ ] Pair with Sam on the scheduler

## Roadblocks

- [ ] Which queue? @lin 📅 2026-11-25
- [x] Access to the tracker

## Next week

- [x] Measure the p99 ✅ 2026-11-17
- [ ] One round trip less 📅 2026-12-02
- [-] Rewrite it all
- [/] Half of it
- [ ]
- no task
`;

  it('are kept, carried or dropped', () => {
    assert.deepEqual(left(note), [
      'plans: - [ ] Pair with Sam on the scheduler · since W45',
      'roadblocks: - [ ] Which queue? @lin · since W46 📅 2026-11-25',
      'plans: - [x] Measure the p99 ✅ 2026-11-17',
      'plans: - [ ] One round trip less 📅 2026-12-02',
      'plans: - [-] Rewrite it all',
      'plans: - [/] Half of it',
    ]);
  });

  it('close in the old note once they stand in the new one', () => {
    const into = '- [ ] Pair with Sam on the scheduler · since W45\n- [x] Which queue? @lin\n- [x] Half of it\n';
    assert.equal(
      moved(note, into),
      note
        .replace('[ ] Pair with Sam on the scheduler', '[>] Pair with Sam on the scheduler → 2026-W47')
        .replace('[ ] Which queue? @lin 📅 2026-11-25', '[>] Which queue? @lin 📅 2026-11-25 → 2026-W47')
        .replace('[/] Half of it', '[>] Half of it → 2026-W47'),
    );
    assert.deepEqual(left(moved(note, into)), [
      'plans: - [x] Measure the p99 ✅ 2026-11-17',
      'plans: - [ ] One round trip less 📅 2026-12-02',
      'plans: - [-] Rewrite it all',
    ]);
  });

  it('say since when they are open, over weeks and years', () => {
    const cases: readonly (readonly [line: string, last: string, week: string, carried: string])[] = [
      ['- [ ] A', '2026-W46', '2026-W47', '- [ ] A'],
      ['- [ ] A', '2026-W43', '2026-W47', '- [ ] A · since W43'],
      ['- [ ] A · since W40', '2026-W46', '2026-W47', '- [ ] A · since W40'],
      ['- [ ] A · since W51 📅 2027-01-10', '2026-W53', '2027-W01', '- [ ] A · since 2026-W51 📅 2027-01-10'],
      ['- [ ] A · since 2026-W51', '2027-W01', '2027-W02', '- [ ] A · since 2026-W51'],
      ['- [ ] A · since W52', '2027-W01', '2027-W02', '- [ ] A · since 2026-W52'],
      ['- [ ] A', '2026-W53', '2027-W01', '- [ ] A'],
      ['- [ ] A', '2026-W53', '2027-W02', '- [ ] A · since 2026-W53'],
    ];
    for (const [line, last, week, carried] of cases)
      assert.deepEqual(left(`## Next week\n${line}\n`, last, week), [`plans: ${carried}`]);
  });

  it('take what is below them along, but for what is done', () => {
    const nested = `## Next week
- [ ] Ship it
  - [x] test
    - with care
  - [ ] deploy
  - a thought
- Checkout
  - [ ] Warm the cache
    on Monday
- [x] Parent
  - [ ] Child
`;
    assert.deepEqual(left(nested), [
      'plans: - [ ] Ship it|  - [ ] deploy|  - a thought',
      'plans: - [ ] Warm the cache|  on Monday',
      'plans: - [x] Parent',
      'plans: - [ ] Child',
    ]);
    const closed = moved(nested, '- [ ] Ship it\n- [ ] Warm the cache\n- [ ] Child\n');
    assert.doesNotMatch(closed, /\[ \]/);
    assert.match(closed, /- \[>\] Ship it → 2026-W47\n {2}- \[x\] test\n {4}- with care\n {2}- \[>\] deploy\n/);
  });

  it('are found by their heading however it is written, and in our own part under any heading', () => {
    for (const heading of [
      '## next week',
      '### Next Week:',
      '# **Next week** ##',
      '## 🗓 Next week',
      '## Plans for next week',
    ])
      assert.deepEqual(left(`${heading}\r\n\r\n- [ ] A\r\n`), ['plans: - [ ] A'], heading);
    const part = '<!-- outloud:begin plans -->\n## Leftovers\n- [ ] A\n<!-- outloud:end plans -->\n';
    assert.deepEqual(left(part), ['plans: - [ ] A · since W45']);
    assert.deepEqual(left('## Next week\n### Checkout\n- [ ] A\n## Other\n- [ ] B\n'), ['plans: - [ ] A']);
  });

  it('are none in code, in comments and elsewhere', () => {
    assert.deepEqual(left('- [ ] A\n## Next week\n```\n- [ ] B\n```\n<!--\n- [ ] C\n-->\n'), []);
    assert.deepEqual(left('## Next week\n- [ ] A\n  ```\n  - [ ] code\n'), ['plans: - [ ] A']);
  });

  it('keep line endings and everything else when they close', () => {
    const crlf = '\uFEFF# T\r\n## Next week\r\n\r\n* [ ] A  \r\n1. [ ] B';
    assert.equal(
      moved(crlf, '- [ ] A\n- [ ] B'),
      '\uFEFF# T\r\n## Next week\r\n\r\n* [>] A → 2026-W47  \r\n1. [>] B → 2026-W47',
    );
  });
});
