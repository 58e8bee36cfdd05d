import type { PatternStep } from './pathPattern.ts';

const longestPattern = 500;
/** Of a group's words; each is a pattern of its own. */
const mostWords = 50;
const inside: readonly PatternStep[] = [{ letter: '/' }, { many: 'any' }];

/**
 * The ways a path can fit a pattern of GitHub's, GitLab's or Bitbucket's; none where it is no pattern.
 *
 * GitHub and Bitbucket follow gitignore: a pattern with a slash before its end begins at the top, a name means a file or all that is in a
 * folder, ranges are none. GitLab hands the pattern to `File.fnmatch`: one that does not begin with a slash fits anywhere, and
 * only a slash at the end means what is in a folder.
 */
export function globSteps(
  pattern: string,
  dialect: 'github' | 'gitlab' | 'bitbucket',
): readonly (readonly PatternStep[])[] {
  if (pattern.length > longestPattern) return [];
  const isGitlab = dialect === 'gitlab';
  if (!isGitlab && /^\\#|[[\]]/.test(pattern)) return [];
  const bare = pattern.replace(/^\//, '').replace(/\/+$/, '');
  const isFolder = pattern.endsWith('/');
  const isAtTop = isGitlab ? pattern.startsWith('/') : pattern.startsWith('/') || bare.includes('/');
  if (bare === '') return isFolder ? [[{ many: 'any' }]] : [];
  const steps = [...(isAtTop ? [] : [{ folders: true } as const]), ...letterSteps(bare)];
  if (isFolder) return [[...steps, ...inside]];
  const last = bare.slice(bare.lastIndexOf('/') + 1);
  const isName = !/[*?]/.test(last);
  return !isGitlab && isName ? [steps, [...steps, ...inside]] : [steps];
}

function letterSteps(glob: string): readonly PatternStep[] {
  const parts = glob.match(/\*\*\/|\/\*\*$|^\*\*$|\*+|\\.|./gsu) ?? [];
  return parts.flatMap((part): readonly PatternStep[] => {
    if (part === '**/') return [{ folders: true }];
    if (part === '/**') return inside;
    if (part === '**') return [{ many: 'any' }];
    if (part.startsWith('*')) return [{ many: 'ofName' }];
    if (part === '?') return [{ one: 'ofName' }];
    return [{ letter: part.length > 1 && part.startsWith('\\') ? part.slice(1) : part }];
  });
}

/**
 * The same for Gitea's and Forgejo's, which are regular expressions. A stranger's expression is never run: what is understood of it is plain
 * letters, `.`, `.*`, `.+`, `[^/]*`, `[^/]+` and a group of plain words; a pattern with anything else is passed over.
 */
export function giteaSteps(pattern: string): readonly (readonly PatternStep[])[] {
  if (pattern.length > longestPattern) return [];
  const bare = pattern
    .replace(/^\^/, '')
    .replace(/(?<!\\)\$$/, '')
    .replaceAll('\\\\', '\\');
  const [group, words = ''] = /\(([\p{L}\p{N}_|-]+)\)/u.exec(bare) ?? [];
  const each = words.split('|');
  if (each.length > mostWords) return [];
  const all = group === undefined ? [bare] : each.map(word => bare.replace(group, () => word));
  const read = all.map(expressionSteps);
  return read.every(steps => steps !== undefined) ? read : [];
}

function expressionSteps(expression: string): readonly PatternStep[] | undefined {
  const steps: PatternStep[] = [];
  for (const [part] of expression.matchAll(/\.[*+]?|\[\^\/\][*+]?|\\.|./gsu)) {
    const kind = part.startsWith('[^/]') ? 'ofName' : 'any';
    if (/^(?:\.|\[\^\/\])[*+]?$/.test(part)) {
      if (!part.endsWith('*')) steps.push({ one: kind });
      if (/[*+]$/.test(part)) steps.push({ many: kind });
    } else if (part.startsWith('\\') && part.length > 1) {
      if (/[\p{L}\p{N}]/u.test(part.slice(1))) return undefined; // \d, \w and their like
      steps.push({ letter: part.slice(1) });
    } else if (/[+*?()|[\]{}^$]/.test(part)) return undefined;
    else steps.push({ letter: part });
  }
  return steps;
}
