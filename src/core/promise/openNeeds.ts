import { listed } from '../listed.ts';
import type { InboxItem } from '../inbox/inboxItem.ts';
import { compareText } from '../note/compareText.ts';
import { present } from '../note/headValues.ts';
import type { Handle } from '../note/notePath.ts';
import { addDays, type Day } from '../time/day.ts';
import type { TaskLine } from '../note/tasks.ts';
import type { PromisePlace, SaidPromise } from './openPromises.ts';
import { sameWords } from './promise.ts';

/** Something a person asked for in a meeting, or says in her profile that she needs. */
export interface SaidAsk {
  readonly text: string;
  readonly state: TaskLine['state'];
  /** The day of the meeting, or since when she says so. */
  readonly met: Day;
  /** Whom she asked. */
  readonly of: readonly Handle[];
  readonly place: PromisePlace;
}

/** What a person needs and was refused, or asked for weeks ago and heard nothing of. */
export interface OpenNeed {
  readonly text: string;
  readonly why: 'declined' | 'silent';
  /** Who declined it, or was asked. */
  readonly of?: Handle;
  /** The day it was declined, or first asked for. */
  readonly since: Day;
  /** Why it was declined, in their words. */
  readonly reason?: string;
  readonly place: PromisePlace;
}

/** After how many days without an answer another way is offered. */
const patience = 21;
/** How long, in days, it goes on being offered: what is older was settled in some way no note tells of. */
const longest = 180;

/** Everything that was asked of others and promised to one person. */
export interface Needed {
  readonly asks: readonly SaidAsk[];
  /** What others said about promises to her, whatever became of them. */
  readonly promises: readonly SaidPromise[];
}

/** What of it is refused or silent. A promise is an answer; one that was declined and given again is no refusal. */
export function openNeeds({ asks, promises }: Needed, today: Day): readonly OpenNeed[] {
  const isRecent = (day: Day) => day >= addDays(today, -longest);
  const given = grouped(promises);
  const declined = promises.flatMap(({ text, state, declined: no, by, place }): OpenNeed[] => {
    const isRefused = given.get(sameWords(text))?.every(each => each.state === 'declined') === true;
    if (state !== 'declined' || !no || !isRefused || !isRecent(no.day)) return [];
    const reason = no.why === '' ? undefined : no.why;
    return [{ text, why: 'declined', of: by, since: no.day, ...present('reason', reason), place }];
  });
  const silent = silentAsks(asks).filter(
    ({ text, since }) => !given.has(sameWords(text)) && since <= addDays(today, -patience) && isRecent(since),
  );
  return once([...declined, ...silent]);
}

/** The asks whose newest line is open, each since it was first asked for. */
function silentAsks(asks: readonly SaidAsk[]): readonly OpenNeed[] {
  const sorted = asks.toSorted((a, b) => compareText(a.met, b.met));
  const first = new Map<string, SaidAsk>();
  const newest = new Map<string, SaidAsk>();
  for (const ask of sorted) {
    const words = sameWords(ask.text);
    if (!first.has(words)) first.set(words, ask);
    newest.delete(words); // what was said last stands last
    newest.set(words, ask);
  }
  return Array.from(newest, ([words, ask]) => ({ ask, since: first.get(words)?.met ?? ask.met })).flatMap(
    ({ ask: { text, state, of, place }, since }): OpenNeed[] =>
      state === 'open' ? [{ text, why: 'silent', ...present('of', of[0]), since, place }] : [],
  );
}

/** What says the same in other letters, marks and dates, together. */
function grouped<Said extends { readonly text: string }>(said: readonly Said[]): ReadonlyMap<string, readonly Said[]> {
  const groups = new Map<string, Said[]>();
  for (const each of said) listed(groups, sameWords(each.text)).push(each);
  return groups;
}

function once(needs: readonly OpenNeed[]): readonly OpenNeed[] {
  const known = new Set<string>();
  return needs.filter(({ text }) => {
    const isNew = !known.has(sameWords(text));
    known.add(sameWords(text));
    return isNew;
  });
}

/** What its owner finds in her inbox: an offer, which waits as long as she likes and stops when she says so. */
export function needItems(needs: readonly OpenNeed[], nameOf: (handle: Handle) => string): readonly InboxItem[] {
  return needs.map(({ text, why, of, since, reason, place }): InboxItem => {
    const name = of === undefined ? 'somebody' : nameOf(of);
    const declined = `${name} can’t${reason === undefined ? '' : `: ${reason}`}`;
    return {
      key: `otherWay ${sameWords(text)}`,
      group: 'goals',
      kind: 'otherWay',
      label: `Another way: ${text}`,
      detail: why === 'declined' ? declined : `asked on ${since}, no answer yet`,
      icon: 'compass',
      opens: place,
      command: 'findAnotherWay',
      answers: { need: text },
    };
  });
}
