import type { Goal } from '../goal/goal.ts';
import type { KeyResult } from '../goal/keyResult.ts';
import { daysBetween, type Day } from '../time/day.ts';
import { fingerprint } from '../note/fingerprint.ts';
import { isShrunk, plain, share, shrunkAmong, wordsIn } from './shrunkWords.ts';

/** One way in which a goal or a vision became smaller than it was. It may be wise: only the person knows. */
export interface Erosion {
  /** A key result that wants less, one that is gone, a later date, a lower level of the skill, a smaller vision. */
  readonly kind: 'target' | 'dropped' | 'later' | 'level' | 'vision';
  /** What is measured: `p99 of reads`; empty where the kind says it all. */
  readonly what: string;
  readonly from: string;
  /** Undefined where nothing is left of it. */
  readonly to?: string;
  /** Stands for this change: the same one later has the same mark, and is not asked about twice. */
  readonly mark: string;
  /** The marks it had under the names its goal had before. */
  readonly formerMarks?: readonly string[];
  /** Of the key result in the older and in the newer note, counted from 1. */
  readonly fromLine?: number;
  readonly line?: number;
}

type Compared = Pick<Goal, 'slug' | 'aliases' | 'keyResults' | 'due' | 'vision' | 'skill' | 'target'>;

/** How many days a date may move without being asked about. */
const someDays = 14;

/** How a goal became smaller since an older text of it. */
export function goalErosions(older: Compared, newer: Compared): readonly Erosion[] {
  const { slug, aliases } = newer;
  const marked = (erosion: Omit<Erosion, 'mark'>): Erosion => ({
    ...erosion,
    mark: markOf(slug, erosion),
    ...(aliases.length > 0 && { formerMarks: aliases.map(alias => markOf(alias, erosion)) }),
  });
  return [
    ...keyResultErosions(older.keyResults, newer.keyResults),
    ...laterDate(older.due, newer.due),
    ...lowerLevel(older, newer),
    ...(older.vision !== undefined && isShrunk(older.vision, newer.vision)
      ? [vision({ from: older.vision, to: newer.vision })]
      : []),
  ].map(marked);
}

/** How a person's visions became smaller since an older text of her profile. */
export function visionErosions(handle: string, older: readonly string[], newer: readonly string[]): readonly Erosion[] {
  return shrunkAmong(older, newer)
    .map(vision)
    .map(erosion => ({ ...erosion, mark: markOf(handle, erosion) }));
}

/** The change in one line: `p99 of writes: 300 ms → 400 ms`, `due 2026-12-18 → 2027-03-01`. */
export function erosionText({ kind, what, from, to }: Omit<Erosion, 'mark'>): string {
  const left = to ?? 'gone';
  if (kind === 'target') return `${what === '' ? '' : `${what}: `}${from} → ${left}`;
  if (kind === 'dropped') return `${what} → ${left}`;
  if (kind === 'later') return `due ${from} → ${to ?? 'no date'}`;
  if (kind === 'level') return `${what === '' ? 'level' : what} ${from} → ${left}`;
  return `“${from}” → ${to === undefined ? left : `“${to}”`}`;
}

/** The older wish is left out: after months it may be forgotten what stood there first, and the change is the same. */
function markOf(whose: string, { kind, what, from, to }: Omit<Erosion, 'mark'>): string {
  const subject = kind === 'vision' && to === undefined ? from : what;
  return fingerprint([whose, kind, plain(subject), to ?? ''].join('\n'));
}

function vision({ from, to }: { readonly from: string; readonly to?: string | undefined }): Omit<Erosion, 'mark'> {
  return { kind: 'vision', what: '', from, ...(to !== undefined && { to }) };
}

function laterDate(older: Day | undefined, newer: Day | undefined): readonly Omit<Erosion, 'mark'>[] {
  if (older === undefined || (newer !== undefined && daysBetween(older, newer) <= someDays)) return [];
  return [{ kind: 'later', what: '', from: older, ...(newer !== undefined && { to: newer }) }];
}

function lowerLevel(older: Compared, newer: Compared): readonly Omit<Erosion, 'mark'>[] {
  const isSameSkill = plain(older.skill ?? '') === plain(newer.skill ?? '');
  if (older.target === undefined || !isSameSkill || (newer.target ?? -Infinity) >= older.target) return [];
  const to = newer.target === undefined ? {} : { to: String(newer.target) };
  return [{ kind: 'level', what: newer.skill ?? '', from: String(older.target), ...to }];
}

function keyResultErosions(older: readonly KeyResult[], newer: readonly KeyResult[]): readonly Omit<Erosion, 'mark'>[] {
  const pairs = paired(older, newer);
  return older.flatMap((before): readonly Omit<Erosion, 'mark'>[] => {
    const after = pairs.get(before);
    const common = { what: before.text, fromLine: before.line };
    if (after === undefined)
      return before.isReached === true ? [] : [{ ...common, kind: 'dropped', from: wish(before) }];
    if (!wantsLess(before, after)) return [];
    const to = after.target === undefined ? {} : { to: wish(after) };
    return [{ ...common, kind: 'target', what: after.text, from: wish(before), ...to, line: after.line }];
  });
}

/** Which key result became which: told by its words, else by most of its words or where it was measured from. */
function paired(
  older: readonly KeyResult[],
  newer: readonly KeyResult[],
): ReadonlyMap<KeyResult, KeyResult | undefined> {
  const left = new Set(newer);
  const pairs = new Map<KeyResult, KeyResult>();
  const take = (fits: (before: KeyResult, after: KeyResult) => boolean) => {
    for (const before of older) {
      const after = pairs.has(before) ? undefined : [...left].find(each => fits(before, each));
      if (after !== undefined && left.delete(after)) pairs.set(before, after);
    }
  };
  take((before, after) => plain(before.text) === plain(after.text) && before.target === after.target);
  take((before, after) => plain(before.text) === plain(after.text));
  take(isReworded);
  return pairs;
}

function isReworded(before: KeyResult, after: KeyResult): boolean {
  const isSameMeasure = before.start !== undefined && before.start === after.start && before.unit === after.unit;
  const [one, other] = [wordsIn(before.text), wordsIn(after.text)];
  return isSameMeasure || Math.min(share(one, other), share(other, one)) >= 0.5;
}

/** Down is the way where the target lies below the start. Figures in another unit can't be compared. */
function wantsLess(before: KeyResult, after: KeyResult): boolean {
  const { start, target } = before;
  if (target === undefined) return false;
  if (after.target === undefined) return true;
  if ((before.unit ?? after.unit) !== (after.unit ?? before.unit)) return false;
  return target < (start ?? target) ? after.target > target : after.target < target;
}

function wish({ target, unit = '', text }: KeyResult): string {
  if (target === undefined) return text;
  return `${target}${unit === '' || unit === '%' ? unit : ` ${unit}`}`;
}
