import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { exportMeeting, type MeetingTime } from '../../../src/app/meeting/exportMeeting.ts';
import { oneOnOnes } from '../../../src/core/meeting/oneOnOne.ts';
import type { Member } from '../../../src/core/people/person.ts';
import { memoryDesk } from '../../support/memoryDesk.ts';

const team: readonly Member[] = ['Ada', 'Sam', 'Lin'].map(name => ({
  handle: name.toLowerCase(),
  name,
  emails: [`${name.toLowerCase()}@forge.example`],
  leads: [],
}));
const path = 'one-on-ones/2026-11-24-ada-lin.md';
const note = (body: string, date = '2026-11-24') =>
  `---\ntype: one-on-one\ndate: ${date}\nwith: lin\nkind: autonomy-support\n---\n# SECRET title\n\n${body}`;

async function calendar(text: string, time?: MeetingTime): Promise<readonly string[]> {
  const desk = memoryDesk({ team, privateNotes: { [path]: text } });
  const [meeting] = oneOnOnes(await desk.notebook.private.notes());
  assert.ok(meeting);
  const file = await exportMeeting(desk, meeting, time);
  return file.replace(/\r\n /g, '').split('\r\n');
}
const tells = (lines: readonly string[]) => lines.filter(line => /^(?:DT(?:START|END)|SUMMARY|DESCRIPTION)/.test(line));

describe('A meeting for the calendar', () => {
  it('tells its day, its kind and who takes part', async () => {
    const body = '## Participants and advocate\n\n- @lin\n- @sam · advocate, SECRET\n\n## My points\n- I say: SECRET\n';
    assert.deepEqual(tells(await calendar(note(body))), [
      'DTSTART;VALUE=DATE:20261124',
      'DTEND;VALUE=DATE:20261125',
      'SUMMARY:Autonomy-support meeting: Ada and Lin',
      'DESCRIPTION:With Ada\\, Lin\\, Sam (advocate)',
    ]);
  });

  for (const [day, time, start] of [
    ['2026-11-24', '14:30', '20261124T133000Z'],
    ['2026-07-01', '9:05', '20260701T070500Z'],
    ['2026-10-25', '14:30', '20261025T133000Z'],
    ['2026-03-29', '14:30', '20260329T123000Z'],
  ] as const)
    it(`begins at ${time} in Berlin on ${day}`, async () => {
      assert.ok((await calendar(note('', day), { time, minutes: 45 })).includes(`DTSTART:${start}`));
    });

  for (const [time, why] of [
    [{ time: '25:00' }, /no time of the day/],
    [{ time: '10:00', minutes: 0 }, /none a calendar takes/],
  ] as const)
    it(`refuses ${JSON.stringify(time)}`, async () => {
      await assert.rejects(calendar(note(''), time), why);
    });

  it('holds no word of the note, whatever stands there', async () => {
    const line = fc.constantFrom(
      ...['- SECRET', '- @sam SECRET', '- Sam · SECRET advocate', 'SECRET', '## SECRET', '- [ ] SECRET (role)'],
      ...['## Participants and advocate', '## My points', '- I say: SECRET', '- Drop: SECRET', '- @kim: SECRET', ''],
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 12 }), async lines => {
        const text = (await calendar(note(`${lines.join('\n')}\n`))).join('\n');
        assert.doesNotMatch(text, /SECRET/);
        assert.match(text, /SUMMARY:Autonomy-support meeting: Ada and Lin\n/);
      }),
    );
  });
});
