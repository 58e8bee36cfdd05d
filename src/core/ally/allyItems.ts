import type { InboxItem } from '../inbox/inboxItem.ts';
import type { Handle, SharedPath } from '../note/notePath.ts';
import { addDays, type Day } from '../time/day.ts';
import { unanswered, type AllyWord } from './allyWord.ts';
import type { Placed } from '../note/sectionLines.ts';
import { checkInEvery, nextCheckIn, type CheckIn } from './checkIn.ts';
import type { HeldGoal } from './heldGoal.ts';

/** A word with the note it stands in and the name of who gave it. */
export interface GivenWord extends AllyWord, Placed {
  readonly path: SharedPath;
  readonly ally: Handle;
}

/** What is known of one goal when the inbox is filled. */
export interface HeldState {
  readonly goal: HeldGoal;
  readonly checkIns: readonly (CheckIn & Placed)[];
  readonly words: readonly GivenWord[];
}

interface Seen {
  readonly today: Day;
  readonly nameOf: (handle: Handle) => string;
}

/**
 * What a goal's owner finds in her inbox: that two weeks are over, else the words her allies gave on her last line, and
 * whose word she waits for.
 */
export function itemsForOwner({ goal, checkIns, words }: HeldState, { today, nameOf }: Seen): readonly InboxItem[] {
  if (!goal.asks) return [];
  const next = nextCheckIn(goal, checkIns);
  const last = checkIns.at(-1);
  const isDue = next === undefined || next <= today;
  const given = words.filter(({ on, day }) => on === last?.day && addDays(day, checkInEvery) >= today);
  const silent = goal.allies.filter(ally => !words.some(word => word.on === last?.day && word.ally === ally));
  const isWaiting = last !== undefined && !isDue && silent.length > 0;
  return [
    ...(isDue ? [checkInItem(goal, next)] : []),
    ...given.map(word => wordItem(goal, word, nameOf)),
    ...(isWaiting ? [waitingItem(goal, silent.map(nameOf), last)] : []),
  ];
}

/** What an ally finds in hers: a new line that waits for a word, or that there is such a goal. */
export function itemForAlly(
  { goal, checkIns, words }: HeldState,
  ally: Handle,
  { nameOf }: Pick<Seen, 'nameOf'>,
): InboxItem {
  const open = unanswered(
    checkIns,
    words.filter(word => word.ally === ally),
  );
  const label = `${nameOf(goal.owner)}: ${goal.title}`;
  const opens = { shelf: 'shared', path: goal.path, ...(open && { line: open.line }) } as const;
  const common = { label, opens, answers: { goal: goal.id } };
  if (open === undefined)
    return {
      ...common,
      key: `ally ${goal.id}`,
      group: 'later',
      kind: 'ally',
      icon: 'person',
      detail: 'you are an ally',
    };
  return {
    ...common,
    key: `allyWord ${goal.id}`,
    group: 'asked',
    kind: 'allyWord',
    icon: 'comment',
    detail: saidAndDid(open),
    command: 'answerCheckIn',
  };
}

/** A check-in in one line: `said: measure first · did: measured`. */
export function saidAndDid({ said, did }: CheckIn): string {
  const parts = [said === '' ? '' : `said: ${said}`, did === '' ? '' : `did: ${did}`];
  return parts.filter(part => part !== '').join(' · ');
}

function checkInItem(goal: HeldGoal, due: Day | undefined): InboxItem {
  return {
    key: `checkIn ${goal.id}`,
    group: 'goals',
    kind: 'checkIn',
    label: `Said and did: ${goal.title}`,
    detail: 'one line for your allies',
    icon: 'comment-discussion',
    ...(due !== undefined && { due }),
    opens: { shelf: 'shared', path: goal.path },
    command: 'checkIn',
    answers: { goal: goal.id },
  };
}

function wordItem(goal: HeldGoal, word: GivenWord, nameOf: Seen['nameOf']): InboxItem {
  return {
    key: `word ${goal.id} ${word.ally} ${word.on} ${word.line}`,
    group: 'goals',
    kind: 'word',
    label: `${nameOf(word.ally)}: ${word.text}`,
    detail: goal.title,
    icon: 'comment',
    opens: { shelf: 'shared', path: word.path, line: word.line },
    answers: { goal: goal.id },
  };
}

function waitingItem(goal: HeldGoal, names: readonly string[], { day, line }: CheckIn & Placed): InboxItem {
  return {
    key: `waiting ${goal.id} ${day}`,
    group: 'waiting',
    kind: 'waitingWord',
    label: `A word from ${names.join(', ')}`,
    detail: goal.title,
    icon: 'watch',
    opens: { shelf: 'shared', path: goal.path, line },
    answers: { goal: goal.id },
  };
}
