import { nextMeeting, readCadence, type Cadence } from '../../core/meeting/cadence.ts';
import { sideOf, type Side } from '../../core/meeting/meetingFacts.ts';
import { oneOnOnes, type OneOnOne } from '../../core/meeting/oneOnOne.ts';
import { textValue } from '../../core/note/headValues.ts';
import { personCalled } from '../../core/people/identity.ts';
import { sameHandle } from '../../core/people/leads.ts';
import type { Person } from '../../core/people/person.ts';
import type { Day } from '../../core/time/day.ts';
import type { Desk } from '../desk.ts';
import { teamHead } from './teamHead.ts';

/** Somebody the person at the desk meets, or may meet. */
export interface MeetingPartner {
  readonly person: Person;
  readonly side: Side;
  /** The last meeting she noted, before today. */
  readonly last?: OneOnOne;
  /** The nearest one she prepared, from today on. */
  readonly prepared?: OneOnOne;
  /** The day the team's cadence wants, where it says one for these two: for who leads whom. */
  readonly next?: Day;
}

type PartnerDesk = Pick<Desk, 'notebook' | 'me' | 'team' | 'clock'>;

/** Whom she may meet: who leads her, whom she leads, whom she met, then the others of the team. */
export async function meetingPartners(desk: PartnerDesk): Promise<readonly MeetingPartner[]> {
  const { notebook, me, team, clock } = desk;
  const meetings = oneOnOnes(await notebook.private.notes());
  const cadence = readCadence(textValue((await teamHead(notebook))['cadence']) ?? '');
  const handles = [...team.map(({ handle }) => handle), ...meetings.map(meeting => meeting.with)];
  const others = handles.filter(
    (handle, index) => !sameHandle(handle, me.handle) && handles.findIndex(each => sameHandle(each, handle)) === index,
  );
  const partners = others.map(handle => {
    const own = meetings.filter(meeting => sameHandle(meeting.with, handle));
    return partnerOf(personCalled(handle, team), {
      own,
      cadence,
      side: sideOf(team, me.handle, handle),
      today: clock.today(),
    });
  });
  return partners.toSorted((a, b) => rankOf(a) - rankOf(b));
}

interface Known {
  /** Her meetings with that person, the newest first. */
  readonly own: readonly OneOnOne[];
  readonly cadence: Cadence | undefined;
  readonly side: Side;
  readonly today: Day;
}

function partnerOf(person: Person, { own, cadence, side, today }: Known): MeetingPartner {
  const last = own.find(({ day }) => day < today);
  const prepared = own.findLast(({ day }) => day >= today);
  const next = cadence && side !== 'peer' ? nextMeeting(cadence, last?.day, today) : undefined;
  return { person, side, ...(last && { last }), ...(prepared && { prepared }), ...(next !== undefined && { next }) };
}

function rankOf({ side, last, prepared }: MeetingPartner): number {
  if (side !== 'peer') return side === 'led' ? 0 : 1;
  return last || prepared ? 2 : 3;
}
