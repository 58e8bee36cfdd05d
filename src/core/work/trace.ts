import { fileSort } from './generatedFiles.ts';
import { isReleaseRitual } from './release.ts';
import { routineIn } from './routine.ts';
import type { Told } from './told.ts';

/** What a change is compared by. */
export interface Trace {
  readonly authored: number;
  readonly committed: number;
  /** The forge made the commit: by its merge button, or in its editor, where one file at a time is changed. */
  readonly byForge: boolean;
  /** Its merge button did: it touches several files. */
  readonly isMerged: boolean;
  /** It was made on the main line itself, or on another that lives long. */
  readonly isDirect: boolean;
  /** It was committed again after it was written: amended, rebased, applied. */
  readonly isRebased: boolean;
  /** Without lists of changes, which every piece of work adds a line to. */
  readonly files: ReadonlySet<string>;
  /** Names of files without folder and ending; a test is called by what it tests. */
  readonly stems: ReadonlySet<string>;
  readonly folders: ReadonlySet<string>;
  /** The words of its paths, by their beginnings. */
  readonly pathWords: ReadonlySet<string>;
  /** The words of its subject, by their beginnings: "retry" and "retries" are one. */
  readonly words: ReadonlySet<string>;
  readonly scope: string | undefined;
  /** It adds to a list of changes. */
  readonly isListed: boolean;
  readonly hasCode: boolean;
  readonly hasTests: boolean;
  readonly fileCount: number;
  /** Its subject names no work: "fix tests". */
  readonly isVague: boolean;
  /** Its message tells more than a line, beside trailers. */
  readonly isExplained: boolean;
  /** A release or a bump. */
  readonly isRoutine: boolean;
  /** That, or what is done around a release. */
  readonly isAside: boolean;
}

const filesRead = 60;
const pathsRead = 20;
const wordsRead = 60;
const aLine = 80;
const aMinute = 60;

/** Reads what a change is compared by. */
export function traceOf(told: Told): Trace {
  const { commit, files, subject } = told;
  const paths = files.slice(0, filesRead).map(({ path }) => path);
  const sorts = new Set(paths.filter(path => !isListOfChanges(path)).map(fileSort));
  const own = paths.filter(path => !isListOfChanges(path));
  return {
    authored: commit.authored,
    committed: commit.committed,
    byForge: commit.byForge === true,
    isMerged: commit.byForge === true && commit.files.length > 1,
    isDirect: commit.isDirect === true || isOnLongLived(told),
    isRebased: commit.committed - commit.authored > aMinute,
    files: new Set(own),
    stems: new Set(paths.map(stemOf)),
    folders: new Set(paths.map(path => path.slice(0, Math.max(0, path.lastIndexOf('/'))))),
    pathWords: wordsOf(paths.slice(0, pathsRead).join(' ')),
    words: wordsOf(subject.text),
    scope: subject.scope?.toLowerCase(),
    isListed: own.length < paths.length,
    hasCode: sorts.has('code') || sorts.has('build'),
    hasTests: sorts.has('test'),
    fileCount: files.length,
    isVague: told.vague,
    isExplained: commit.body.replace(/^[\w-]+: .*$/gm, '').trim().length > aLine,
    isRoutine: routineIn(told) !== undefined,
    isAside: routineIn(told) !== undefined || isReleaseRitual(subject.text),
  };
}

/** No topic brought it, and still something did: a maintenance branch, everybody's next release. */
function isOnLongLived({ commit, merge, branch }: Told): boolean {
  return merge === undefined && branch === undefined && (commit.mergedBy ?? commit.branch) !== undefined;
}

const listOfChanges =
  /(?:^|\/)(?:change(?:s|log)?|news|history|rel-?notes|release[-_]?notes?|what'?s?[-_]?new)(?:[/._-]|$)/i;

function isListOfChanges(path: string): boolean {
  return listOfChanges.test(path);
}

/** Many files have these names: only with the folder they are one. */
const commonName =
  /^(?:index|mod|main|lib|init|__init__|types|utils?|helpers?|constants|package|makefile|readme|setup)?$/;

/** `cart` for `src/cart.ts`, `test/cart_test.ts` and `test_cart.py`; `cart/index` for `src/cart/index.ts`. */
function stemOf(path: string): string {
  const [name = '', folder = ''] = path.toLowerCase().split('/').reverse();
  const stem = name
    .replace(/\.[^.]*$/, '')
    .replace(/^(?:test[_-]?|t\d+-)/, '')
    .replace(/[._-]?(?:test|spec)s?$/, '');
  return commonName.test(stem) ? `${folder}/${stem}` : stem;
}

const empty = new Set(
  'the and for with from into when this that not add use make fix remove update allow support more some all its are'.split(
    ' ',
  ),
);

/** Words by their first six letters; `readHead` is two. */
function wordsOf(text: string): ReadonlySet<string> {
  const words =
    text
      .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
      .toLowerCase()
      .match(/\p{L}{3,}/gu) ?? [];
  return new Set(
    words
      .slice(0, wordsRead)
      .filter(word => !empty.has(word))
      .map(word => word.slice(0, 6)),
  );
}
