/** How near a path is to the files somebody asks about: 1 is one of them, 0 has nothing to do with them. */
export type Nearness = (path: string) => number;

/** So many files are compared; a change of more is about everything. */
const mostFiles = 60;

/**
 * Compares paths as RevFinder does (Thongtanunam et al., "Who should review my code?", SANER 2015): files of one folder are near each
 * other, and so are files whose names share words, wherever they lie: `pack-objects.c` and `t5300-pack-objects.sh`.
 */
export function nearTo(files: readonly string[]): Nearness {
  const asked = new Set(files);
  const some = [...asked].slice(0, mostFiles).map(pathParts);
  const known = new Map<string, number>();
  return path => {
    if (asked.has(path)) return 1;
    const before = known.get(path);
    if (before !== undefined) return before;
    const parts = pathParts(path);
    let nearest = 0;
    for (const file of some) nearest = Math.max(nearest, nearnessOf(file, parts));
    known.set(path, nearest);
    return nearest;
  };
}

interface PathParts {
  readonly folders: readonly string[];
  readonly words: ReadonlySet<string>;
}

/** Neighbours are never as near as the file itself. */
const sameFolder = 0.5;
const sameWords = 0.7;

function nearnessOf(a: PathParts, b: PathParts): number {
  let common = 0;
  while (common < a.folders.length && a.folders[common] === b.folders[common]) common++;
  const deepest = Math.max(a.folders.length, b.folders.length);
  const byFolder = common === 0 ? 0 : (sameFolder * common) / deepest;
  let shared = 0;
  for (const word of a.words) if (b.words.has(word)) shared++;
  const byName = shared === 0 ? 0 : (sameWords * shared) / (a.words.size + b.words.size - shared);
  return Math.max(byFolder, byName);
}

function pathParts(path: string): PathParts {
  const steps = path.split('/').slice(-12);
  const name = steps.at(-1) ?? '';
  const words =
    name
      .slice(0, 100)
      .replace(/(?<=.)\.[^.]*$/, '')
      .toLowerCase()
      .match(/[\p{L}][\p{L}]{2,}/gu) ?? [];
  return { folders: steps.slice(0, -1), words: new Set(words.filter(word => !common.has(word))) };
}

/** Words that stand in names of files about anything. */
const common = new Set([
  'test',
  'tests',
  'spec',
  'index',
  'main',
  'readme',
  'util',
  'utils',
  'helper',
  'helpers',
  'txt',
  'lib',
]);
