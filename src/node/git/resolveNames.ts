import type { CommitName } from '../../core/work/namedCommit.ts';
import type { Git } from './gitCall.ts';
import { isHash } from './tips.ts';
import type { View } from './view.ts';

/** A name after git was asked what it means. */
export interface ResolvedName {
  /** Why there is no hash. */
  readonly state: 'missing' | 'ambiguous';
  /** Whole; undefined where no one commit is meant. */
  readonly hash?: string;
  /** Of a range: where it begins. */
  readonly from?: string;
  readonly hasPath?: boolean;
}

const abbreviated = /^[0-9a-f]{4,64}$/;

/** What names of commits mean, all asked in one go. Nothing but digits and a file's path is handed to git, on its stdin. */
export async function resolveNames(
  git: Git,
  view: View,
  names: readonly CommitName[],
  signal: AbortSignal | undefined,
): Promise<readonly ResolvedName[]> {
  const questions = names.map(name => questionsOf(name));
  const input = questions.flat().join('');
  if (input === '') return names.map(() => ({ state: 'missing' }));
  const call = view.call(['cat-file', '--batch-check=%(objectname)'], { input, signal, cap: 64 << 20 });
  const answers = (await git.text(call)).split('\n');
  let next = 0;
  return names.map((name, at) => {
    const own = answers.slice(next, (next += questions[at]?.length ?? 0));
    return resolvedBy(name, own, view.repository.isPartial);
  });
}

/** The commit, the range's beginning, the file; each a line, as the answers will be. */
function questionsOf({ hash, from, path }: CommitName): readonly string[] {
  const ends = from === undefined ? [hash] : [hash, from];
  if (!ends.every(end => abbreviated.test(end))) return [];
  // Only the digits alone are called ambiguous.
  return [...ends.flatMap(end => [`${end}^{commit}\n`, `${end}\n`]), ...(canAsk(path) ? [`${hash}:${path}\n`] : [])];
}

function canAsk(path: string | undefined): path is string {
  return path !== undefined && path !== '' && !/[\0\r\n]/.test(path);
}

function resolvedBy({ from, path }: CommitName, answers: readonly string[], isPartial: boolean): ResolvedName {
  const [hash = '', ...more] = answers.filter((_, at) => at % 2 === 0); // the file's is the last of an odd number
  const state = answers.some(answer => answer.endsWith(' ambiguous')) ? 'ambiguous' : 'missing';
  const start = from === undefined ? undefined : (more.shift() ?? '');
  if (!isHash(hash) || (start !== undefined && !isHash(start))) return { state };
  const isThere = isHash(more[0] ?? '');
  const hasPath = !canAsk(path) || (isPartial && !isThere) ? undefined : isThere;
  return {
    state,
    hash,
    ...(start !== undefined && { from: start }),
    ...(hasPath !== undefined && { hasPath }),
  };
}
