import assert from 'node:assert/strict';
import { loggedEntryOf } from '../../support/loggedEntry.ts';
import type { TrailerEntry } from '../../../src/core/log/trailerEntry.ts';
import { logRows } from '../../../src/core/outline/logRows.ts';
import { outlineText } from '../../../src/core/outline/outlineText.ts';
import type { PrivatePath } from '../../../src/core/note/notePath.ts';

const trailer = (kind: TrailerEntry['kind'], text: string, day: string): TrailerEntry => {
  return { kind, text, day, commit: { repo: 'shop', hash: '4f1c2a9'.padEnd(40, '0') } };
};

describe('logRows', () => {
  it('groups by today, this week and earlier, the newest first', () => {
    const path = 'learning/2026-11-20-x.md' as PrivatePath;
    const entries = [
      loggedEntryOf({ title: 'Today it was tagged', day: '2026-11-22', goal: 'checkout' }),
      loggedEntryOf({ title: 'Tomorrow already', day: '2026-11-23', type: 'win' }),
      loggedEntryOf({ title: 'On Monday', day: '2026-11-16', type: 'experiment' }),
      loggedEntryOf({
        title: 'Too much',
        day: '2026-11-20',
        type: 'hard-moment',
        isPrivate: true,
        place: { shelf: 'private', path },
      }),
      loggedEntryOf({ title: 'Last week', day: '2026-11-15' }),
    ];
    const trailers = [trailer('thanks', 'Sam', '2026-11-18'), trailer('learned', 'SET pins', '2026-11-22')];
    const rows = logRows(entries, trailers, '2026-11-22');
    assert.equal(
      outlineText(rows),
      [
        'Today',
        '  Tomorrow already · win',
        '  SET pins · from shop 4f1c2a9',
        '  Today it was tagged · for checkout',
        'This week',
        '  Too much · hard moment · private',
        '  thanks: Sam · from shop 4f1c2a9',
        '  On Monday · experiment',
        'Earlier',
        '  Last week',
      ].join('\n'),
    );
    const [, thisWeek] = rows;
    assert.deepEqual(thisWeek?.rows?.[0]?.opens, { shelf: 'private', path });
    assert.equal(thisWeek.rows[0].icon, 'lock');
    assert.equal(thisWeek.rows[1]?.context, 'trailer');
    assert.equal(thisWeek.rows[1].key, `shop ${'4f1c2a9'.padEnd(40, '0')} thanks Sam`);
  });

  it('has no rows for an empty log', () => {
    assert.deepEqual(logRows([], [], '2026-11-22'), []);
  });

  it('shows strangers’ words as words', () => {
    const rows = logRows(
      [loggedEntryOf({ title: '$(x) [a](command:b)' })],
      [trailer('learned', '$(y)\n\u202Eb', '2026-11-18')],
      '2026-11-18',
    );
    assert.equal(outlineText(rows), 'Today\n  $ (y) b · from shop 4f1c2a9\n  $ (x) (a)(command:b)');
  });
});
