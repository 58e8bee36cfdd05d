import { plainText } from './plainText.ts';

/** What a merge's subject tells of what it brought in. */
export interface MergeSubject {
  readonly pull?: number;
  readonly branch?: string;
  /** The pull request's title, where the subject holds it. */
  readonly title?: string;
  /** It brought in more than one topic (a release, a rollup, somebody's main line), so it groups nothing. */
  readonly broad: boolean;
}

const forms: readonly RegExp[] = [
  // GitHub · Gitea · bors, homu · Bitbucket cloud · Bitbucket server · Azure
  /^Merge pull request #(?<pull>\d+) from [^/\s]+\/(?<branch>\S+)/,
  /^Merge pull request '(?<title>.+)' \(#(?<pull>\d+)\) from (?<branch>\S+)(?: into \S+)?$/,
  /^(?:Auto|Rollup) merge of #(?<pull>\d+) - [^:\s]+:(?<branch>\S+?),? r=/,
  /^Merged in (?<branch>\S+) \(pull request #(?<pull>\d+)\)/,
  /^(?:Merge )?pull request #(?<pull>\d+): (?<title>.+)$/i,
  /^Merged PR (?<pull>\d+): (?<title>.+)$/,
  /^Merge (?:PR )?#(?<pull>\d+)(?:: (?<title>.+))?$/,
  // Gerrit · git itself, GitLab, CMake · by hand
  /^Merge "(?<title>.+)"(?: into \S+)?$/,
  /^Merge (?:remote-tracking )?(?:branch|topic) '(?<branch>[^']+)'/,
  /^Merge (?<broad>tag|tags|branches|remote-tracking branches|changes|commit) /,
  /^Merge (?:branch )?(?<branch>[\w./-]+) into [\w./-]+$/,
  /^Merge branch (?<branch>[\w./-]+)$/,
];
const broadBranch =
  /^(?:(?:origin|upstream)\/)?(?:main|master|trunk|dev|devel|develop|development|next|staging|stage|prod|production|releases?(?:[/_-].*)?|stable.*|maint.*|rollup.*|for-.*|integration|seen|pu|todo|head|v?\d+(?:\.\d+|\.x|-dev)*)$/i;

/** Whether work of many topics meets on a branch of this name. */
export function isBroadBranch(branch: string): boolean {
  return broadBranch.test(branch);
}

/**
 * Reads a merge's subject as the forges and git write them; undefined where it is none of these.
 *
 * @example
 * readMerge('Merge pull request #12 from ada/retry'); //=> { pull: 12, branch: 'retry', broad: false }
 */
export function readMerge(subject: string): MergeSubject | undefined {
  const text = plainText(subject);
  for (const form of forms) {
    const groups = form.exec(text)?.groups;
    if (groups === undefined) continue;
    const { pull, title, broad } = groups;
    const branch = groups['branch']?.replace(/^(?:origin|upstream)\//, '');
    return {
      ...(pull !== undefined && { pull: Number(pull) }),
      ...(branch !== undefined && { branch }),
      ...(title !== undefined && { title }),
      broad: broad !== undefined || (branch !== undefined && isBroadBranch(branch)),
    };
  }
  const title = /^(.{3,}?)(?: \((?:#|!)(\d{1,8})\))?$/.exec(text);
  if (/^merge\b/i.test(text) || title === null) return undefined;
  // where a forge is set to give a merge the pull request's title
  const [, words = '', pull] = title;
  return { title: words, broad: pull === undefined, ...(pull !== undefined && { pull: Number(pull) }) };
}
