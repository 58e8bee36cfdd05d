import { advocates } from '../../../../src/app/meeting/advocates.ts';
import { decidePoint } from '../../../../src/app/meeting/decidePoint.ts';
import { earlierMeetings, meetingsAhead } from '../../../../src/app/meeting/earlierMeetings.ts';
import { exportMeeting } from '../../../../src/app/meeting/exportMeeting.ts';
import { gatherMeeting } from '../../../../src/app/meeting/gatherMeeting.ts';
import { heardFeedback } from '../../../../src/app/meeting/heardFeedback.ts';
import { meetingInbox } from '../../../../src/app/meeting/meetingInbox.ts';
import { meetingPartners } from '../../../../src/app/meeting/meetingPartners.ts';
import { prepareOneOnOne } from '../../../../src/app/meeting/prepareOneOnOne.ts';
import {
  linesToPublish,
  planPublishing,
  publishLines,
  publishPlaces,
} from '../../../../src/app/meeting/publishLines.ts';
import { teamHead } from '../../../../src/app/meeting/teamHead.ts';
import { pointsOf } from '../../../../src/core/meeting/points.ts';
import type { PrivatePath } from '../../../../src/core/note/notePath.ts';
import { oneOnOnes } from '../../../../src/core/meeting/oneOnOne.ts';
import type { Side } from '../../../../src/core/meeting/meetingFacts.ts';
import { yamlHead } from '../../../../src/node/yamlHead.ts';
import type { MarkedDesk, Verbs } from '../verb.ts';
import { tried } from '../verb.ts';

const day = '2026-11-22';
const sides: readonly Side[] = ['led', 'leads', 'peer'];

/** The same desk where one of the two leads the other, or neither. */
function seenFrom(desk: MarkedDesk, side: Side): MarkedDesk {
  const leader = side === 'leads' ? desk.me : desk.other;
  const led = side === 'leads' ? desk.other : desk.me;
  const leads = (handle: string) => (side !== 'peer' && handle === leader.handle ? [led.handle] : []);
  return { ...desk, team: desk.team.map(member => ({ ...member, leads: leads(member.handle) })) };
}

/** A kind of meeting for each side. */
const meetings = [
  { side: 'led', kind: 'autonomy-support', day: '2026-12-01' },
  { side: 'leads', kind: 'career', day: '2026-12-02' },
  { side: 'peer', kind: 'review', day: '2026-12-03' },
] as const;

/** Prepares a meeting from every side. */
async function prepare(desk: MarkedDesk): Promise<void> {
  for (const { side, ...when } of meetings)
    await tried(() => prepareOneOnOne(seenFrom(desk, side), { with: desk.other.handle, ...when }));
}

/** What then stands in the notes. */
async function prepared({ notebook }: MarkedDesk): Promise<readonly string[]> {
  const notes = (await notebook.private.notes()).filter(({ path }) => meetings.some(({ day }) => path.includes(day)));
  return Promise.all(notes.map(({ path }) => notebook.private.read(path)));
}

/** A private note of hers with one line that others may read. */
async function withOpenWords({ notebook, me, mark }: MarkedDesk): Promise<PrivatePath> {
  const path = `one-on-ones/2026-11-21-${me.handle}-open.md` as PrivatePath;
  const text = `---\ntype: one-on-one\nwith: open\n---\n# ${mark}\n\n## My points\n\n- ${mark}\n\n## Notes\n\n- Open words\n- ${mark}\n`;
  await notebook.private.update(path, there => (there === undefined ? [{ at: { start: 0, end: 0 }, text }] : []));
  return path;
}

export const meetingVerbs: Verbs = {
  'meeting/advocates': { shows: desk => advocates(desk, desk.other.handle) },
  'meeting/teamHead': { shows: ({ notebook }) => teamHead(notebook) },
  'meeting/earlierMeetings': {
    shows: async ({ notebook, other }) => [
      await earlierMeetings(notebook, other.handle, day),
      await meetingsAhead(notebook, other.handle, '2020-01-01'),
    ],
  },
  'meeting/exportMeeting': {
    forOthers: async desk => {
      const meetings = oneOnOnes(await desk.notebook.private.notes());
      return Promise.all(meetings.map(meeting => tried(() => exportMeeting(desk, meeting, { time: '14:30' }))));
    },
  },
  'meeting/gatherMeeting': {
    shows: desk =>
      Promise.all(
        sides.map(async side => {
          const { me, other } = desk;
          const meeting = { day, kind: 'career', me, other, side } as const;
          const earlier = await earlierMeetings(desk.notebook, other.handle, day);
          const path = 'one-on-ones/none.md' as Parameters<typeof desk.notebook.private.read>[0];
          return gatherMeeting(seenFrom(desk, side), meeting, { earlier, path });
        }),
      ),
  },
  'meeting/heardFeedback': { shows: desk => heardFeedback(desk, { since: '2020-01-01', until: day }) },
  'meeting/meetingInbox': { shows: meetingInbox },
  'meeting/meetingPartners': { shows: meetingPartners },
  'meeting/publishLines': {
    // The words are what she chose to let others read; nothing else of her note goes along.
    does: async desk => {
      const open = { ...desk, yaml: yamlHead };
      for (const { path } of await desk.notebook.private.notes()) await tried(() => linesToPublish(desk, path));
      const from = await withOpenWords(desk);
      for (const to of publishPlaces) {
        await tried(() => planPublishing(open, { from, words: ['Open words'], to }));
        await tried(() => publishLines(open, { from, words: ['Open words'], to }));
      }
    },
    forOthers: async desk => {
      const from = await withOpenWords(desk);
      const open = { ...desk, yaml: yamlHead };
      return Promise.all(
        publishPlaces.map(to => tried(() => planPublishing(open, { from, words: ['Open words'], to }))),
      );
    },
  },
  'meeting/decidePoint': {
    does: async desk => {
      for (const { path } of await desk.notebook.private.notes())
        for (const { text } of pointsOf(await desk.notebook.private.read(path)))
          await tried(() => decidePoint(desk, path, { point: text, way: 'Drop' }));
    },
  },
  'meeting/prepareOneOnOne': { does: prepare, shows: prepared },
};
