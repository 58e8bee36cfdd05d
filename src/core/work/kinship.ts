import type { Days } from './daysAround.ts';
import { weights } from './kinshipWeights.ts';
import type { Trace } from './trace.ts';

/** What two changes have in common, each as a figure between about 0 and 3. Those of `kinshipWeights` are of the same names. */
export interface Likeness {
  /** Always 1: how it stands where nothing is known. */
  readonly any: number;
  /** How far apart they were written, on a scale on which minutes, hours and days are steps. */
  readonly apart: number;
  /** The same of when they were committed: a series that is rebased or applied is committed at once. */
  readonly committedApart: number;
  readonly committedTogether: number;
  /** A press of a merge button: what it makes is mostly whole. */
  readonly merged: number;
  /** Two presses of it: two pull requests. */
  readonly mergedApart: number;
  /** Two of a forge's own commits to one file each: two pull requests, or two changes in its editor. */
  readonly editedApart: number;
  /** The share of the files of the one with fewer that the other touches as well. */
  readonly files: number;
  readonly stems: number;
  readonly folders: number;
  readonly sameScope: number;
  readonly otherScope: number;
  readonly words: number;
  /** One speaks of what the other touches. */
  readonly named: number;
  /** Each adds to a list of changes: each is worth a line of its own. */
  readonly bothListed: number;
  /** One is code without tests, the other tests without code. */
  readonly completes: number;
  /** The later one's subject names no work of its own. */
  readonly laterVague: number;
  /** The later one is explained at length: it begins something. */
  readonly laterExplained: number;
  /** How many files the one with fewer touches. */
  readonly broad: number;
  /** How she works in these days (see {@link Days}): who makes many changes makes small ones, and more of them are of one piece. */
  readonly busyDays: number;
  readonly mergedDays: number;
  readonly rebasedDays: number;
  readonly vagueDays: number;
  readonly seriesDays: number;
  readonly listedDays: number;
  readonly revisitingDays: number;
  readonly oneFileDays: number;
  readonly testDays: number;
}

/**
 * What two changes of one person have in common.
 *
 * @param later the one made after the other
 * @param days around the later one
 */
export function likeness(earlier: Trace, later: Trace, days: Days): Likeness {
  const committedApart = Math.abs(earlier.committed - later.committed);
  const [mine, yours] = [earlier.scope, later.scope];
  const isSame = mine !== undefined && mine === yours;
  const areForges = earlier.byForge && later.byForge && committedApart > 3;
  return {
    any: 1,
    apart: steps(Math.abs(earlier.authored - later.authored)),
    committedApart: steps(committedApart),
    committedTogether: Number(committedApart <= 60),
    merged: Number(earlier.isMerged || later.isMerged),
    mergedApart: Number(areForges && (earlier.isMerged || later.isMerged)),
    editedApart: Number(areForges && !earlier.isMerged && !later.isMerged),
    files: shareOfFewer(earlier.files, later.files),
    stems: overlap(earlier.stems, later.stems),
    folders: overlap(earlier.folders, later.folders),
    sameScope: Number(isSame),
    otherScope: Number(mine !== undefined && yours !== undefined && !isSame),
    words: overlap(earlier.words, later.words),
    named: Math.max(shareOfFewer(earlier.words, later.pathWords), shareOfFewer(later.words, earlier.pathWords)),
    bothListed: Number(earlier.isListed && later.isListed),
    completes: Number(isTestsOf(earlier, later) || isTestsOf(later, earlier)),
    laterVague: Number(later.isVague),
    laterExplained: Number(later.isExplained),
    broad: Math.log1p(Math.min(earlier.fileCount, later.fileCount)),
    busyDays: Math.log(Math.min(earlier.isDirect && later.isDirect ? busyEnough : mostBusy, days.changes)) / 2,
    mergedDays: days.merged,
    rebasedDays: days.rebased,
    vagueDays: days.vague,
    seriesDays: days.inSeries,
    listedDays: days.listed,
    revisitingDays: days.revisiting,
    oneFileDays: days.ofOneFile,
    testDays: days.ofTestsAlone,
  };
}

/** More than these in a week say no more; on the main line who makes many changes makes many pieces. */
const mostBusy = 50;
const busyEnough = 8;

/** Seconds on a scale on which minutes, hours and days are steps. */
function steps(seconds: number): number {
  return Math.log1p(seconds / 60) / 5;
}

function isTestsOf(code: Trace, tests: Trace): boolean {
  return code.hasCode && !code.hasTests && tests.hasTests && !tests.hasCode;
}

/** A release or a bump is no part of other work, but where it was made in the same minute. */
export function isApart(earlier: Trace, later: Trace): boolean {
  return earlier.isRoutine !== later.isRoutine && Math.abs(earlier.authored - later.authored) > 60;
}

/**
 * Whether something but the hour and the folder says that two changes are one piece. Who works straight on the main line commits what
 * is done: there, and only there, it takes that much.
 *
 * @param everyday files that most changes touch: to have those in common says nothing
 */
export function mayBeOne(one: Trace, other: Trace, everyday: ReadonlySet<string>): boolean {
  if (!one.isDirect || !other.isDirect) return true;
  if (one.isAside !== other.isAside) return false;
  return (
    [...one.files].some(file => other.files.has(file) && !everyday.has(file)) ||
    overlap(one.words, other.words) > 0 ||
    (one.scope !== undefined && one.scope === other.scope)
  );
}

/**
 * Whether their scopes are one, and of several parts (`net: dsa: mt7530`, `Sentinel command renaming`): such a scope names a piece of
 * work rather than a part of the code.
 */
export function isSameTopic({ scope }: Trace, other: Trace): boolean {
  return scope !== undefined && scope === other.scope && /[\s:]/.test(scope);
}

/** Jaccard's coefficient: the share of what either has that both have. */
function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const both = shared(one, other);
  return both === 0 ? 0 : both / (one.size + other.size - both);
}

/** The share of what the one with fewer has that both have. */
function shareOfFewer(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const both = shared(one, other);
  return both === 0 ? 0 : both / Math.min(one.size, other.size);
}

function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [few, many] = one.size < other.size ? [one, other] : [other, one];
  let both = 0;
  for (const each of few) if (many.has(each)) both++;
  return both;
}

/**
 * How likely two changes are of one piece of work: the logarithm of the odds, above 0 where it is likelier than not (the weights were
 * learned from public histories, see `kinshipWeights.ts`).
 */
export function kinship(earlier: Trace, later: Trace, days: Days): number {
  const like = likeness(earlier, later, days);
  let odds = earlier.isDirect && later.isDirect ? wholeness : 0;
  for (const name of names) odds += weights[name] * like[name];
  return odds;
}

/**
 * The weights were learned from topics with the topics taken away. What is pushed to the main line was no topic, and is mostly whole:
 * found by reading such weeks, not by fitting.
 */
const wholeness = -1.7;

const names = Object.keys(weights) as (keyof Likeness)[];
