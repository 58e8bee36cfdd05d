import assert from 'node:assert/strict';
import { printSizes, summarizeWork } from '../../../src/app/week/summarizeWork.ts';
import { printDays } from '../../../src/core/work/printDays.ts';
import type { SharedPath } from '../../../src/core/note/notePath.ts';
import type { TimeWindow } from '../../../src/core/time/calendar.ts';
import type { HistoryNotice } from '../../../src/core/work/commit.ts';
import { ada, writtenWeek } from '../../core/work/writtenWeek.ts';
import { memoryDesk, type MemoryDesk } from '../../support/memoryDesk.ts';
import { quietHistory } from '../../support/quietHistory.ts';

function deskWith(
  text: string,
  notices: readonly HistoryNotice[] = [],
): { readonly desk: MemoryDesk; readonly windows: TimeWindow[] } {
  const windows: TimeWindow[] = [];
  const commits = writtenWeek(text);
  const history = quietHistory({
    repositories: () =>
      Promise.resolve([{ name: 'shop', root: '/shop', forge: { kind: 'github', url: 'https://forge.example/shop' } }]),
    commits: ({ window }) => {
      windows.push(window);
      return Promise.resolve({ commits, notices });
    },
  });
  const team = [
    { handle: 'ada', name: 'Ada', emails: ada.emails, leads: [] },
    { handle: 'sam', name: 'Sam', emails: ['sam@forge.example'], leads: [] },
  ];
  return { desk: memoryDesk({ me: ada, team, history }), windows };
}

const week = `
  Mon 09:10 feat(checkout): keep reads under 200 ms (#412)
    services/checkout/db.ts +120 -60
    package-lock.json +900 -700
    Goal: checkout-under-200-ms
  Tue 09:00 Retry storm after a pool reset
    services/checkout/pool.ts +22 -8
    Co-authored-by: Sam <sam@forge.example>
  Wed 10:00 Fix typo in the on-call guide
    docs/on-call.md +1 -1
  Thu 10:00 Split the scheduler's queue
    author: Sam
    Reviewed-by: Ada`;

describe('summarizing work', () => {
  it('says so where there is no repository', async () => {
    const { desk } = deskWith(week);
    const history = {
      ...desk.history!,
      repositories: () => Promise.resolve([]),
      commits: () => Promise.resolve({ commits: [], notices: [] }),
    };
    await assert.rejects(summarizeWork({ ...desk, history }), /There is no git history to read here/);
  });

  it('calls a goal by its title, but one that is private as the commit does', async () => {
    const note = (isPrivate: boolean) =>
      `---\ntype: goal\n${isPrivate ? 'private: true\n' : ''}---\n# Checkout in a blink\n`;
    const told = async (isPrivate: boolean) => {
      const { desk } = deskWith(week);
      await desk.notebook.shared.create('people/ada/goals/checkout-under-200-ms.md' as SharedPath, note(isPrivate));
      return /· for ([^·]+) ·/.exec(await summarizeWork(desk))?.[1];
    };
    assert.deepEqual([await told(false), await told(true)], ['Checkout in a blink', 'checkout-under-200-ms']);
  });

  it('tells the author her week with its sizes', async () => {
    const { desk } = deskWith(week);
    const text = await summarizeWork(desk);
    assert.deepEqual(text.split('\n'), [
      '# What I worked on, 16 to 22 November 2026',
      '',
      `- **Keep reads under 200 ms in checkout** · [#412](https://forge.example/shop/pull/412) · for checkout-under-200-ms · 1 commit, +120 −60, 1600 generated`,
      `- **Retry storm after a pool reset** · [0002000](https://forge.example/shop/commit/${'0002'.repeat(10)}) · with Sam · 1 commit, +22 −8`,
      "- Reviewed: Split the scheduler's queue (Sam)",
      '',
      '<details><summary>also</summary>',
      '',
      `- Fix typo in the on-call guide ([0003000](https://forge.example/shop/commit/${'0003'.repeat(10)})) · 1 commit, +1 −1`,
      '</details>',
      '',
    ]);
  });

  it('tells of a colleague without any number', async () => {
    const { desk } = deskWith(week);
    for (const person of ['sam', { handle: 'sam', name: 'Sam', emails: ['sam@forge.example'] }]) {
      const text = await summarizeWork(desk, { person });
      assert.match(text, /^# What Sam worked on, 16 to 22 November 2026\n/);
      assert.match(text, /Split the scheduler's queue/);
      assert.doesNotMatch(text, /commits?, |\+\d/);
    }
  });

  it('knows herself by handle and address', async () => {
    for (const person of ['ada', 'ada@forge.example', '@ada'])
      assert.match(await summarizeWork(deskWith(week).desk, { person }), /^# What I worked on[^]*1 commit, \+120/);
  });

  it('takes the last seven days in her zone, or the days she gives', async () => {
    const { desk, windows } = deskWith('');
    await summarizeWork(desk);
    await summarizeWork(desk, { since: '2026-10-25', until: '2026-10-25' });
    assert.deepEqual(
      windows.map(({ from, to }) => [from, to].map(at => new Date(at * 1000).toISOString())),
      [
        ['2026-11-15T23:00:00.000Z', '2026-11-22T23:00:00.000Z'],
        ['2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'], // 25 hours: the clocks go back
      ],
    );
  });

  it('is kind about days without a commit', async () => {
    assert.equal(
      await summarizeWork(deskWith('').desk, { since: '2026-11-21' }),
      '# What I worked on, 21 to 22 November 2026\n\nGit knows of nothing of mine in these days. Reading, pairing and thinking leave no commits.\n',
    );
  });

  it('says what could not be seen, once', async () => {
    const shallow = { repo: 'shop', code: 'shallow' } as const;
    const text = await summarizeWork(deskWith('', [shallow, shallow, { repo: 'new', code: 'no-commits' }]).desk);
    assert.match(text, /\n\n> shop is a shallow clone: older commits are not here\.\n$/);
  });

  it('explains itself where there is no history, or no such days', async () => {
    await assert.rejects(summarizeWork(memoryDesk()), /There is no git history to read here\. Open a folder/);
    await assert.rejects(
      summarizeWork(deskWith('').desk, { since: '2026-11-22', until: '2026-11-20' }),
      /2026-11-22 comes after 2026-11-20/,
    );
  });

  it('says sizes and days in words', () => {
    assert.equal(
      printSizes({ commits: 3, added: 120, deleted: 60, generated: 1600 }),
      '3 commits, +120 −60, 1600 generated',
    );
    assert.equal(printSizes({ commits: 1, added: 0, deleted: 0, generated: 8 }), '1 commit, 8 generated');
    assert.equal(printSizes({ commits: 1, added: 0, deleted: 0, generated: 0 }), '1 commit, +0 −0');
    assert.equal(printDays('2026-11-22', '2026-11-22'), '22 November 2026');
    assert.equal(printDays('2026-10-26', '2026-11-01'), '26 October to 1 November 2026');
    assert.equal(printDays('2026-12-28', '2027-01-03'), '28 December 2026 to 3 January 2027');
  });
});
