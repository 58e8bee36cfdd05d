import { tellFeedback } from './feedback.mjs';
import { tellGoals, tellWishes } from './goals.mjs';
import { tellPromises } from './promises.mjs';
import { tellSkills } from './skills.mjs';
import { tellWeeks } from './weeks.mjs';

/**
 * The notebook of the sample team: path below `notes/` → text. `early` is what was shared first, `sharedWith` what is shared by now,
 * given the hashes of the commits it names. What happened this week is still to be shared.
 */
export function tellNotes(weeks) {
  return {
    early: { 'team.md': team, ...tellWishes(weeks) },
    sharedWith: commits => sharedNotes(weeks, commits),
    fresh: freshNotes(weeks),
  };
}

function sharedNotes(weeks, commits) {
  const { dayOf, week } = weeks;
  return {
    'team.md': team,
    'glossary.md':
      '---\ntype: glossary\n---\n# Glossary\n\n- **outbox**: a table of events that are still to be sent\n',
    ...tellSkills(weeks),
    ...tellGoals(weeks, commits),
    ...learnedAtCode(weeks, commits),
    ...tellPromises(weeks),
    ...tellFeedback(weeks, commits),
    ...tellWeeks(weeks),
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
cadence: every two weeks
---
# The checkout team

## Members

- [Lin](people/lin/lin.md) · lead · lin@forge.example · leads ada, sam
- [Ada](people/ada/ada.md) · engineer · ada@forge.example
- [Sam](people/sam/sam.md) · engineer · sam@forge.example
`;

/** What somebody learned about lines of the code: whoever opens them sees it. */
function learnedAtCode({ dayOf }, { queue, measured }) {
  return {
    [`people/ada/learning/${dayOf(1, 2)}-the-p99-of-ten-requests-is-the-slowest.md`]: learning({
      date: dayOf(1, 2),
      goal: 'checkout-under-200-ms',
      tags: ['metrics'],
      code: { commit: measured, path: 'services/metrics/p99.ts', lines: [3, 4] },
      title: 'The p99 of ten requests is the slowest',
      body: 'Below a hundred requests it is no p99 but the maximum. At night the wall shows noise.',
    }),
    [`people/sam/learning/${dayOf(3, 3)}-shift-moves-every-job.md`]: learning({
      date: dayOf(3, 3),
      tags: ['scheduler'],
      code: { commit: queue, path: 'services/scheduler/queue.ts', lines: [6, 8] },
      title: 'shift moves every job',
      body: 'Taking the first of an array moves all that are behind it. A ring keeps them where they are.',
    }),
  };
}

function learning({ type = 'learning', date, goal, skills = [], tags = [], code, title, body }) {
  const list = (key, values) => (values.length > 0 ? [`${key}:`, ...values.map(value => `  - ${value}`)] : []);
  const head = [
    `type: ${type}`,
    `date: ${date}`,
    ...(goal ? [`goal: ${goal}`] : []),
    ...list('skills', skills),
    ...list('tags', tags),
    ...(code ? codeKeys(code) : []),
  ];
  const shown = code ? `\n${codeLink(code)}\n` : '';
  return `---\n${head.join('\n')}\n---\n# ${title}\n\n${body}\n${shown}`;
}

function codeKeys({ commit, path, lines }) {
  return ['repo: shop', `commit: "${commit.slice(0, 7)}"`, `path: ${path}`, `lines: ${lines.join('-')}`];
}

function codeLink({ commit, path, lines: [first, last] }) {
  const page = `https://github.forge.example/market/shop/blob/${commit}/${path}#L${first}-L${last}`;
  return `[${path}:${first}-${last} at ${commit.slice(0, 7)}](${page})`;
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
