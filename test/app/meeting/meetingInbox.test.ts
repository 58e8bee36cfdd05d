import assert from 'node:assert/strict';
import { inboxOf } from '../../../src/app/inbox/inboxOf.ts';
import { meetingPartners } from '../../../src/app/meeting/meetingPartners.ts';
import { inboxRows } from '../../../src/core/outline/inboxRows.ts';
import { outlineText } from '../../support/outlineText.ts';
import { memoryDesk, type MemoryDeskOptions } from '../../support/memoryDesk.ts';

const team = [
  { handle: 'sam', name: 'Sam', emails: [], leads: [] },
  { handle: 'kim', name: 'Kim', emails: [], leads: [] },
  { handle: 'lin', name: 'Lin', emails: [], leads: ['ada', 'sam'] },
  { handle: 'ada', name: 'Ada', emails: [], leads: ['jo'] },
  { handle: 'jo', name: 'Jo', emails: [], leads: [] },
];
const met = (day: string, other: string, kind = 'regular') => ({
  [`one-on-ones/${day}-ada-${other}.md`]: `---\ntype: one-on-one\ndate: ${day}\nwith: ${other}\nkind: ${kind}\n---\n# With ${other}\n`,
});
const deskOf = (options: MemoryDeskOptions) => memoryDesk({ team, ...options });
const cadence = (text: string) => ({ 'team.md': `---\ntype: team\ncadence: ${text}\n---\n# Team\n` });
async function shown(options: MemoryDeskOptions): Promise<string> {
  const desk = deskOf(options);
  const { items, failures } = await inboxOf(desk);
  assert.deepEqual(failures, []);
  return outlineText(inboxRows(items, desk.clock.today()));
}

describe('One-to-ones in the inbox', () => {
  it('shows what is prepared, and the last one with each', async () => {
    const privateNotes = {
      ...{ ...met('2026-11-24', 'lin'), ...met('2026-12-08', 'lin'), ...met('2026-11-10', 'lin') },
      ...{ ...met('2026-11-23', 'sam', 'mentor'), ...met('2026-09-01', 'kim') },
    };
    assert.equal(
      await shown({ privateNotes }),
      [
        'One-to-ones',
        '  Mentoring with Sam · tomorrow',
        '  One-to-one with Lin · Tuesday, 24 November',
        '  Last time with Lin · 10 November',
      ].join('\n'),
    );
  });

  it('offers to prepare what the cadence wants in the next days, with whom one works', async () => {
    const notes = cadence('every two weeks on Tuesday');
    assert.equal(
      await shown({ notes, privateNotes: met('2026-11-10', 'lin') }),
      [
        'One-to-ones',
        '  Prepare your one-to-one with Lin · Tuesday, 24 November',
        '  Prepare your one-to-one with Jo · Tuesday, 24 November',
        '  Last time with Lin · 10 November',
      ].join('\n'),
    );
    assert.equal(
      await shown({ notes, privateNotes: met('2026-11-20', 'lin'), team: team.slice(0, 3) }),
      'One-to-ones\n  Last time with Lin · 20 November',
    );
  });

  it('knows whom one may meet: who leads, whom one leads, whom one met, then the others', async () => {
    const partners = await meetingPartners(
      deskOf({ privateNotes: { ...met('2026-11-10', 'kim'), ...met('2026-11-03', 'Eve') } }),
    );
    assert.deepEqual(
      partners.map(({ person, side, last }) => `${person.name} ${side} ${last?.day ?? '-'}`),
      ['Lin led -', 'Jo leads -', 'Kim peer 2026-11-10', 'Eve peer 2026-11-03', 'Sam peer -'],
    );
  });
});
