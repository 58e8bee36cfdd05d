import { cleanText } from '../markdown/cleanText.ts';
import { appendItem } from '../note/appendItem.ts';
import { compareText } from '../note/compareText.ts';
import { linesBelow, type Placed } from '../note/sectionLines.ts';
import type { TextEdit } from '../note/textEdit.ts';
import { addDays, parseDay, type Day } from '../time/day.ts';
import type { HeldGoal } from './heldGoal.ts';

/** What a goal's owner said she would do, and what she did. One of them may be empty. */
export interface CheckIn {
  readonly day: Day;
  readonly said: string;
  readonly did: string;
}

/** Where check-ins stand in a goal's note, oldest first. */
const checkInSection = 'Said and did';
/** How many days lie between two. */
export const checkInEvery = 14;

const item = /^ {0,3}[-*+][ \t]+(\d{4}-\d{2}-\d{2})(?:[ \t]*·[ \t]*said:(.*?))?(?:[ \t]*·[ \t]*did:(.*))?$/u;

/**
 * The line of one check-in, which {@link checkInsOf} reads back.
 *
 * @example
 * printCheckIn({ day: '2026-11-22', said: 'measure', did: 'measured' }); //=> '- 2026-11-22 · said: measure · did: measured'
 */
export function printCheckIn({ day, said, did }: CheckIn): string {
  const first = cleanText(said).replace(/·(?=\s*did:)/gu, '•'); // would end what was said
  const second = cleanText(did);
  const parts = [first === '' ? '' : `said: ${first}`, second === '' ? '' : `did: ${second}`];
  return ['- ' + day, ...parts.filter(part => part !== '')].join(' · ');
}

/** The check-ins of a goal, oldest first. Lines of another form are the person's own and are passed over. */
export function checkInsOf(text: string): readonly (CheckIn & Placed)[] {
  const found = linesBelow(text, checkInSection).flatMap(({ words, line }) => {
    const [, date = '', said = '', did = ''] = item.exec(words) ?? [];
    const day = parseDay(date);
    const isSaid = said.trim() !== '' || did.trim() !== '';
    return day === undefined || !isSaid ? [] : [{ day, said: said.trim(), did: did.trim(), line }];
  });
  return found.toSorted((a, b) => compareText(a.day, b.day));
}

/** The edit that writes one more check-in into a goal's note. */
export function checkInAdded(text: string, checkIn: CheckIn): readonly TextEdit[] {
  return appendItem(text, checkInSection, printCheckIn(checkIn));
}

/**
 * The day a goal's owner is next asked: two weeks after her last line, or after the goal began. Undefined where neither has a day:
 * then she may be asked at any time.
 */
export function nextCheckIn({ since }: Pick<HeldGoal, 'since'>, checkIns: readonly CheckIn[]): Day | undefined {
  const last = checkIns.at(-1)?.day ?? since;
  return last === undefined ? undefined : addDays(last, checkInEvery);
}
