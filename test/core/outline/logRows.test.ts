import assert from 'node:assert/strict';
import { loggedEntryOf } from '../../support/loggedEntry.ts';
import type { LoggedEntry } from '../../../src/core/log/loggedEntry.ts';
import type { TrailerEntry } from '../../../src/core/log/trailerEntry.ts';
import { logRows } from '../../../src/core/outline/logRows.ts';
import { outlineText } from '../../support/outlineText.ts';
import type { PrivatePath, SharedPath } from '../../../src/core/note/notePath.ts';
import { calendarOf } from '../../../src/core/time/calendar.ts';

const trailer = (kind: TrailerEntry['kind'], text: string, day: string): TrailerEntry => {
  return { kind, text, day, commit: { repo: 'shop', hash: '4f1c2a9'.padEnd(40, '0') } };
};
const on = (day: string, title: string, changes: Partial<LoggedEntry> = {}) =>
  loggedEntryOf({ ...changes, title, day, place: { shelf: 'shared', path: `people/ada/${day}-x.md` as SharedPath } });

/** The rows as text; what waits for a click ends in dots. */
const shown = (entries: readonly LoggedEntry[], trailers: readonly TrailerEntry[], today: string) =>
  outlineText(
    logRows(entries, trailers, { today }).map(row => (row.folded ? { ...row, detail: `${row.detail ?? ''} …` } : row)),
  );

describe('logRows', () => {
  it('shows the log by week, the newest first, and leaves old weeks folded', () => {
    const path = 'learning/2026-11-20-x.md' as PrivatePath;
    const entries = [
      on('2026-11-22', 'Today it was tagged', { goal: 'checkout' }),
      on('2026-11-23', 'Tomorrow already', { type: 'win' }),
      on('2026-11-16', 'On Monday', { type: 'experiment' }),
      loggedEntryOf({
        title: 'Too much',
        day: '2026-11-20',
        type: 'hard-moment',
        isPrivate: true,
        place: { shelf: 'private', path },
      }),
      on('2026-11-15', 'On Sunday before', { type: 'book' }),
      on('2026-11-08', 'A Sunday long ago'),
      on('2026-11-02', 'A Monday long ago', { type: 'article' }),
      on('2026-10-27', 'Longer ago'),
    ];
    const trailers = [trailer('thanks', 'Sam', '2026-11-18'), trailer('learned', 'SET pins', '2026-11-22')];
    assert.equal(
      shown(entries, trailers, '2026-11-22'),
      `2026-W48 · 23–29 November
  Tomorrow already · win
This week
  SET pins · today · from shop 4f1c2a9
  Today it was tagged · today · for checkout
  Too much · hard moment · private
  Thanks: Sam · from shop 4f1c2a9
  On Monday · experiment
Last week
  On Sunday before · book
2026-W45 · 2–8 November …
  A Sunday long ago
  A Monday long ago · article
2026-W44 · 26 October – 1 November …
  Longer ago`,
    );
    const [, thisWeek] = logRows(entries, trailers, { today: '2026-11-22' });
    assert.deepEqual(thisWeek?.rows?.[2]?.opens, { shelf: 'private', path });
    assert.equal(thisWeek.rows[2].icon, 'lock');
    assert.equal(thisWeek.rows[3]?.context, 'trailer');
    assert.equal(thisWeek.rows[3].key, `shop ${'4f1c2a9'.padEnd(40, '0')} thanks Sam`);
  });

  it('goes over the end of a year of 53 weeks', () => {
    const entries = ['2027-01-04', '2027-01-03', '2026-12-28', '2026-12-27', '2026-01-01', '2025-12-29', '2024-12-30'];
    assert.equal(
      shown(
        entries.map(day => on(day, day)),
        [],
        '2027-01-04',
      ),
      `This week
  2027-01-04 · today
Last week
  2027-01-03
  2026-12-28
2026-W52 · 21–27 December …
  2026-12-27
2026-W01 · 29 December – 4 January …
  2026-01-01
  2025-12-29
2025-W01 · 30 December – 5 January …
  2024-12-30`,
    );
  });

  it('takes the week from the day it is where the person lives', () => {
    const sundayNight = Date.parse('2026-11-22T23:30:00Z') / 1000;
    const today = (zone: string) => calendarOf(zone).dayAt(sundayNight);
    const entries = [on('2026-11-22', 'On Sunday')];
    assert.equal(shown(entries, [], today('America/Los_Angeles')), 'This week\n  On Sunday · today');
    assert.equal(shown(entries, [], today('Europe/London')), 'This week\n  On Sunday · today');
    assert.equal(shown(entries, [], today('Pacific/Auckland')), 'Last week\n  On Sunday');
  });

  it('opens the newest week, however old it is', () => {
    const [newest, older] = logRows([on('2020-01-01', 'Old'), on('2019-01-01', 'Older')], [], {
      today: '2026-11-22',
    });
    assert.deepEqual([newest?.folded, older?.folded], [false, true]);
  });

  it('leaves nothing out of a long log, and knows a week again when it is no longer this one', () => {
    const many = Array.from({ length: 3000 }, (_, i) => on('2026-11-18', `No ${i}`));
    const now = logRows(many, [], { today: '2026-11-22' });
    const later = logRows(many, [], { today: '2026-11-23' });
    assert.deepEqual(
      [now, later].map(([row]) => [row?.label, row?.key, row?.folded, row?.rows?.length]),
      [
        ['This week', 'week 2026-W47', false, 3000],
        ['Last week', 'week 2026-W47', false, 3000],
      ],
    );
  });

  it('says more in the tooltip: the day, the goal, skills and tags', () => {
    const entry = on('2026-11-18', 'SET pins', { goal: 'checkout', skills: ['postgres'], tags: ['pgbouncer', 'sql'] });
    assert.equal(
      logRows([entry], [], { today: '2026-11-22' })[0]?.rows?.[0]?.tooltip,
      'SET pins · 2026-11-18 · goal: checkout · skill: postgres · #pgbouncer · #sql',
    );
  });

  it('calls a goal by its title where it is known', () => {
    const goals = [{ slug: 'checkout', title: 'Checkout under 200 ms', aliases: ['fast-checkout'] }];
    const entries = [
      on('2026-11-18', 'SET pins', { goal: 'fast-checkout' }),
      on('2026-11-17', 'Fsync', { goal: 'gone' }),
    ];
    const rows = logRows(entries, [trailer('goal', 'checkout', '2026-11-19')], { today: '2026-11-22', goals });
    assert.equal(
      outlineText(rows),
      `This week
  Goal: Checkout under 200 ms · from shop 4f1c2a9
  SET pins · for Checkout under 200 ms
  Fsync · for gone`,
    );
    assert.equal(rows[0]?.rows?.[1]?.tooltip, 'SET pins · 2026-11-18 · goal: Checkout under 200 ms');
  });

  it('has no rows for an empty log', () => {
    assert.deepEqual(logRows([], [], { today: '2026-11-22' }), []);
  });

  it('shows strangers’ words as words', () => {
    const rows = logRows(
      [loggedEntryOf({ title: '$(x) [a](command:b)' })],
      [trailer('learned', '$(y)\n\u202Eb', '2026-11-18')],
      { today: '2026-11-22' },
    );
    assert.equal(outlineText(rows), 'This week\n  $ (y) b · from shop 4f1c2a9\n  $ (x) (a)(command:b)');
  });
});
