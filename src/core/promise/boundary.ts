import { escapeSentence } from '../markdown/markdown.ts';
import { plainWords } from '../markdown/plainWords.ts';
import { compareText } from '../note/compareText.ts';
import { skillSlug } from '../skill/skill.ts';
import { addDays, weekdayOf, type Day } from '../time/day.ts';
import { sameWords } from './promise.ts';

/** Something a person said she would do, as others can read it. */
export interface Commitment {
  readonly kind: 'goal' | 'promise' | 'plan';
  /** Markdown of a note. */
  readonly words: string;
  /** To whom it was promised: a name. */
  readonly to?: string;
  readonly due?: Day;
}

/** Somebody who offers what is asked for. */
export interface Helper {
  readonly name: string;
  readonly offer: string;
}

/** What a reply to a new request for somebody's time is made of. Everything in it is known to those who read it. */
export interface Boundary {
  /** What is asked for, in a few words. */
  readonly request?: string;
  /** The name of who asks. */
  readonly from?: string;
  /** By when it is wanted. */
  readonly by?: Day;
  readonly today: Day;
  readonly commitments: readonly Commitment[];
  readonly helpers: readonly Helper[];
}

/** How far ahead a commitment may lie to be moved by something of which nobody said when it is wanted, in days. */
const near = 28;

/**
 * A kind reply to a request for time: what she is at, what would move, and three ways it could be done all the same. For the person to
 * change and send herself.
 */
export function printBoundary(boundary: Boundary): string {
  const { request = '', from = '', by } = boundary;
  const commitments = eachOnce(boundary.commitments);
  const moving = wouldSlip(boundary);
  const asked = request === '' ? '' : ` about “${escapeSentence(request)}”`;
  const wanted = by === undefined ? 'If I took it on now' : `If I took it on by ${by}`;
  const parts = [
    from === '' ? 'Hello,' : `Hello ${escapeSentence(from)},`,
    `thank you for asking me${asked}. I want to say yes only where I can keep it, so here is what I am at:`,
    listed(commitments.map(commitment => said(commitment, from))),
    moving.length === 0 ? '' : `${wanted}, this would move:`,
    listed(moving.map(({ words, due }) => `${shown(words)}${due === undefined ? '' : `, due ${due}`}`)),
    'What could work instead:',
    listed(ways(boundary, moving)),
    'Which of these helps you most?',
  ];
  const whole = commitments.length > 0 ? parts : [parts[0], withoutList(asked), ...parts.slice(5)];
  return `${whole.filter(part => part !== '').join('\n\n')}\n`;
}

/** What has a day by which the new request is wanted too, or where nobody said when, one of the next weeks; the earliest first. */
function wouldSlip({ commitments, by, today }: Boundary): readonly Commitment[] {
  const until = by ?? addDays(today, near);
  return eachOnce(commitments).filter(({ due }) => due !== undefined && due <= until);
}

/** Who offers something a request names. A short word has to stand there alone. */
export function helpersFor(request: string, offers: readonly Helper[]): readonly Helper[] {
  const asked = `-${skillSlug(plainWords(request))}-`;
  return offers.filter(({ offer }) => {
    const slug = skillSlug(offer);
    return /[\p{L}\p{N}]/u.test(slug) && asked.includes(`-${slug}-`);
  });
}

function ways({ today, by, helpers }: Boundary, moving: readonly Commitment[]): readonly string[] {
  const last = [...moving.flatMap(({ due }) => due ?? []), by ?? today, today].toSorted(compareText).at(-1) ?? today;
  const names = helpers.map(({ name, offer }) => `${shown(name)}, who offers ${shown(offer)}`);
  return [
    `A later day: I could begin on ${workday(addDays(last, 1))}.`,
    'A smaller piece: half an hour to look at it together, or an answer in writing.',
    names.length === 0 ? 'Somebody else: I can help you find out who.' : `Somebody else: ${names.join('; ')}.`,
  ];
}

function said({ kind, words, to, due }: Commitment, asker: string): string {
  const whom = to === undefined ? '' : ` to ${to === asker ? 'you' : escapeSentence(to)}`;
  const by = due === undefined ? '' : `, by ${due}`;
  switch (kind) {
    case 'goal':
      return `${shown(words)} (a goal of mine${by})`;
    case 'promise':
      return `${shown(words)} (promised${whom}${by})`;
    case 'plan':
      return `${shown(words)} (planned for this week${by})`;
  }
}

function withoutList(asked: string): string {
  return `thank you for asking me${asked}. I want to say yes only where I can keep it.`;
}

/** The first to be done first, each thing once: what was promised is also planned. */
function eachOnce(commitments: readonly Commitment[]): readonly Commitment[] {
  const order = { promise: 0, goal: 1, plan: 2 } as const;
  const sorted = commitments.toSorted((a, b) => order[a.kind] - order[b.kind]);
  const known = new Set<string>();
  const once = sorted.filter(({ words }) => {
    const key = sameWords(words);
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
  return once.toSorted((a, b) => compareText(a.due ?? '9999', b.due ?? '9999'));
}

function shown(markdown: string): string {
  return escapeSentence(plainWords(markdown));
}

function listed(lines: readonly string[]): string {
  return lines.map(line => `- ${line}`).join('\n');
}

/** That day, or the Monday after it. */
function workday(day: Day): Day {
  return weekdayOf(day) > 5 ? addDays(day, 8 - weekdayOf(day)) : day;
}
