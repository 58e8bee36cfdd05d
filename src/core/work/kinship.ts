import { isReleaseRitual } from './release.ts';
import { routineIn } from './routine.ts';
import type { Told } from './told.ts';
import { weights } from './kinshipWeights.ts';

/** What a change is compared by. */
export interface Trace {
  readonly authored: number;
  readonly committed: number;
  /** A merge button made the commit, at the moment it was pressed. */
  readonly byForge: boolean;
  /** It was made on the main line itself, or on another that lives long. */
  readonly isDirect: boolean;
  readonly files: ReadonlySet<string>;
  readonly folders: ReadonlySet<string>;
  readonly scope: string | undefined;
  readonly words: ReadonlySet<string>;
  /** A release or a bump. */
  readonly isRoutine: boolean;
  /** That, or what is done around a release. */
  readonly isAside: boolean;
}

/** What two changes have in common, each as a figure between about 0 and 3. Those of `kinshipWeights` are of the same names. */
export interface Likeness {
  /** Always 1: how it stands where nothing is known. */
  readonly any: number;
  /** How far apart they were written, on a scale on which minutes, hours and days are steps. */
  readonly apart: number;
  /** The same of when they were committed: a series that is rebased or applied is committed at once. */
  readonly committedApart: number;
  readonly committedTogether: number;
  /** Two presses of a merge button: two pull requests. */
  readonly mergedApart: number;
  readonly files: number;
  readonly folders: number;
  readonly sameScope: number;
  /** A scope of several parts (`net: dsa: mt7530`, `Sentinel command renaming`) names a piece of work rather than a part of the code. */
  readonly sameTopic: number;
  readonly otherScope: number;
  readonly words: number;
  /** One is a release or a bump, the other is not. */
  readonly routine: number;
  /** Who makes many changes in these days makes small ones, and more of them are of one piece. */
  readonly busy: number;
}

/** On the main line who makes many changes makes many pieces. */
const busyEnough = 8;

const filesRead = 60;
const wordsRead = 24;

/** Reads what a change is compared by. */
export function traceOf(told: Told): Trace {
  const { commit, files, subject } = told;
  const paths = files.slice(0, filesRead).map(({ path }) => path);
  return {
    authored: commit.authored,
    committed: commit.committed,
    byForge: commit.byForge === true,
    isDirect: commit.isDirect === true || isOnLongLived(told),
    files: new Set(paths),
    folders: new Set(paths.map(path => path.slice(0, Math.max(0, path.lastIndexOf('/'))))),
    scope: subject.scope?.toLowerCase(),
    words: wordsOf(subject.text),
    isRoutine: routineIn(told) !== undefined,
    isAside: routineIn(told) !== undefined || isReleaseRitual(subject.text),
  };
}

/** No topic brought it, and still something did: a maintenance branch, everybody's next release. */
function isOnLongLived({ commit, merge, branch }: Told): boolean {
  return merge === undefined && branch === undefined && (commit.mergedBy ?? commit.branch) !== undefined;
}

const empty = new Set(
  'the and for with from into when this that not add use make fix remove update allow support more some all its are'.split(
    ' ',
  ),
);

function wordsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}_]{3,}/gu) ?? [];
  return new Set(words.slice(0, wordsRead).filter(word => !empty.has(word)));
}

/**
 * What two changes of one person have in common.
 *
 * @param around how many changes she made in these days
 */
export function likeness(one: Trace, other: Trace, around: number): Likeness {
  const committedApart = Math.abs(one.committed - other.committed);
  const [mine, yours] = [one.scope, other.scope];
  return {
    any: 1,
    apart: Math.log1p(Math.abs(one.authored - other.authored) / 60) / 5,
    committedApart: Math.log1p(committedApart / 60) / 5,
    committedTogether: Number(committedApart <= 60),
    mergedApart: Number(one.byForge && other.byForge && committedApart > 3),
    files: overlap(one.files, other.files),
    folders: overlap(one.folders, other.folders),
    sameScope: Number(mine !== undefined && mine === yours),
    sameTopic: Number(isSameTopic(one, other)),
    otherScope: Number(mine !== undefined && yours !== undefined && mine !== yours),
    words: overlap(one.words, other.words),
    routine: Number(one.isRoutine !== other.isRoutine),
    busy: Math.log(one.isDirect && other.isDirect ? Math.min(around, busyEnough) : around) / 2,
  };
}

/**
 * Whether something but the hour and the folder says that two changes are one piece. Who works straight on the main line commits what
 * is done: there, and only there, it takes that much.
 *
 * @param everyday files that most changes touch, a changelog: to have those in common says nothing
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

/** Whether their scopes are one, and of several parts. */
export function isSameTopic({ scope }: Trace, other: Trace): boolean {
  return scope !== undefined && scope === other.scope && /[\s:]/.test(scope);
}

/** Jaccard's coefficient: the share of what either has that both have. */
function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [few, many] = one.size < other.size ? [one, other] : [other, one];
  let both = 0;
  for (const each of few) if (many.has(each)) both++;
  return both === 0 ? 0 : both / (one.size + other.size - both);
}

/**
 * How likely two changes are of one piece of work: the logarithm of the odds, above 0 where it is likelier than not (logistic
 * regression; the weights were learned from public histories, see `kinshipWeights.ts`).
 */
export function kinship(one: Trace, other: Trace, around: number): number {
  const like = likeness(one, other, around);
  let odds = 0;
  for (const name of names) odds += weights[name] * like[name];
  return odds;
}

const names = Object.keys(weights) as (keyof Likeness)[];
