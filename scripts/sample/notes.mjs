import { tellSkills } from './skills.mjs';

/** The notebook of the sample team: path below `notes/` → text. What happened this week is still to be shared. */
export function tellNotes(weeks) {
  return { shared: sharedNotes(weeks), fresh: freshNotes(weeks) };
}

function sharedNotes(weeks) {
  const { dayOf, week } = weeks;
  return {
    'team.md': team,
    'glossary.md':
      '---\ntype: glossary\n---\n# Glossary\n\n- **outbox**: a table of events that are still to be sent\n',
    [objective(weeks)]:
      `---\ntype: objective\nowner: lin\ndue: ${weeks.dayIn(40)}\n---\n# A checkout that nobody waits for\n\n99 of 100 requests within 300 ms, reads and writes.\n`,
    ...tellSkills(weeks),
    'people/ada/goals/checkout-under-200-ms.md': checkoutGoal(weeks),
    'people/ada/goals/async-rust.md': rustGoal(weeks),
    'people/sam/goals/flame-graphs-for-everyone.md': samsGoal(weeks),
    [`people/ada/learning/${dayOf(2, 1)}-explain-analyze-runs-the-statement.md`]: learning({
      date: dayOf(2, 1),
      skills: ['postgres'],
      title: 'EXPLAIN ANALYZE runs the statement',
      body: 'Also an `UPDATE`. Wrap it in a transaction that is rolled back.',
    }),
    [`people/ada/learning/${dayOf(1, 1)}-a-mean-hides-the-slow-ones.md`]: learning({
      date: dayOf(1, 1),
      goal: 'checkout-under-200-ms',
      tags: ['metrics'],
      title: 'A mean hides the slow ones',
      body: 'The mean was 90 ms while one request in a hundred took two seconds.',
    }),
    [`people/sam/learning/${dayOf(1, 2)}-fsync-the-folder-too.md`]: learning({
      date: dayOf(1, 2),
      tags: ['linux'],
      title: 'fsync the folder too',
      body: 'A new file may be gone after a crash although its contents were synced.',
    }),
    [`people/ada/weekly/${week(2)}-ada.md`]: earlierWeekly(weeks),
    [`people/ada/weekly/${week(1)}-ada.md`]: lastWeekly(weeks),
  };
}

function freshNotes({ dayOf }) {
  return {
    [`people/ada/learning/${dayOf(0, 2)}-pgbouncer-pins-a-session-for-set.md`]: learning({
      date: dayOf(0, 2),
      goal: 'checkout-under-200-ms',
      skills: ['postgres'],
      tags: ['pgbouncer'],
      title: 'PgBouncer pins a session for SET',
      body:
        'In transaction pooling, `SET` outside a transaction keeps the server connection for the client, so a pool of 20 ' +
        'was empty\nafter 20 requests. `SET LOCAL` inside the transaction frees it.',
    }),
    [`people/ada/learning/${dayOf(0, 3)}-checkout-reads-in-one-query.md`]: learning({
      type: 'win',
      date: dayOf(0, 3),
      goal: 'checkout-under-200-ms',
      title: 'Checkout reads in one query',
      body: 'From 480 to 195 ms, and the graph shows it.',
    }),
  };
}

const team = `---
type: team
---
# The checkout team

## Members

- [Lin](people/lin/lin.md) · lead · lin@forge.example · leads ada, sam
- [Ada](people/ada/ada.md) · engineer · ada@forge.example
- [Sam](people/sam/sam.md) · engineer · sam@forge.example
`;

function objective({ dayOf }) {
  const [year, month] = dayOf(2, 0).split('-');
  return `objectives/${year}-q${Math.ceil(Number(month) / 3)}-faster-checkout.md`;
}

function learning({ type = 'learning', date, goal, skills = [], tags = [], title, body }) {
  const list = (key, values) => (values.length > 0 ? [`${key}:`, ...values.map(value => `  - ${value}`)] : []);
  const head = [
    `type: ${type}`,
    `date: ${date}`,
    ...(goal ? [`goal: ${goal}`] : []),
    ...list('skills', skills),
    ...list('tags', tags),
  ];
  return `---\n${head.join('\n')}\n---\n# ${title}\n\n${body}\n`;
}

function checkoutGoal(weeks) {
  const { dayOf, dayIn } = weeks;
  return `---
type: goal
status: active
kind: okr
due: ${dayIn(26)}
objective: ${objective(weeks).slice('objectives/'.length, -'.md'.length)}
vision: the person others ask about slow systems
skill: postgres
from: 3
target: 4
allies:
  - sam
paths:
  - services/checkout/**
---
# Checkout under 200 ms

## Key results
- KR: p99 of reads 480 → 195 → 200 ms
- KR: p99 of writes 900 → 640 → 300 ms

## Steps
- [x] Find where the time goes ✅ ${dayOf(3, 4)}
- [x] One query for the cart ✅ ${dayOf(0, 0)}
- [ ] One round trip less on writes 📅 ${dayIn(10)}

## Evidence
- [A mean hides the slow ones](../learning/${dayOf(1, 1)}-a-mean-hides-the-slow-ones.md)
`;
}

function rustGoal({ dayOf, dayIn }) {
  return `---
type: goal
status: active
kind: smart
due: ${dayIn(40)}
measure: the scheduler runs on Tokio in production
skill: rust
from: 2
target: 3
---
# Be the person others ask about async Rust

## Steps
- [x] Read the Tokio scheduler ✅ ${dayOf(2, 4)}
- [ ] Replace the hand-made queue 📅 ${dayIn(20)}
`;
}

function samsGoal({ dayIn, dayOf }) {
  return `---
type: goal
status: active
due: ${dayIn(30)}
allies:
  - ada
---
# Flame graphs for everyone

## Steps
- [ ] One command that draws them

## Said and did

- ${dayOf(1, 4)} · said: draw one for the checkout · did: drew it, nobody could read the colours
`;
}

function earlierWeekly({ week }) {
  return `---
type: weekly
week: ${week(2)}
person: ada
---
# Week ${Number(week(2).slice(-2))} · Ada

Mostly the database course.

## Next week

- [ ] Pair with Sam on the scheduler
- [>] Measure the p99 of the write path → ${week(1)}
`;
}

function lastWeekly({ week }) {
  return `---
type: weekly
week: ${week(1)}
person: ada
---
# Week ${Number(week(1).slice(-2))} · Ada

We can see the slow requests now, not only the mean.

## Worked on

- **The p99 of every request, measured** · [#405](https://github.forge.example/market/shop/pull/405) · shop
- **Tests wait for the database** · tools

## Next week

- [x] Show the p99 on the wall
- [ ] Bring checkout reads under 200 ms
- [ ] Pair with Sam on the scheduler · since ${week(2)}

Thanks to Lin for saying no to two meetings.
`;
}
