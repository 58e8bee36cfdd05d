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
  /^Merged? pull request #(?<pull>\d+) from [^/\s]+\/(?<branch>\S+?)\.?$/,
  /^Merge pull request #(?<pull>\d+) from [^/\s]+\/(?<branch>\S+)/,
  /^Merge pull request '(?<title>.+)' \(#(?<pull>\d+)\) from (?<branch>\S+)(?: into \S+)?$/,
  /^Merge pull request from (?<branch>GHSA-[\w-]+)$/,
  /^(?:Auto|Rollup) merge of #(?<pull>\d+) - [^:\s]+:(?<branch>\S+?),? r=/,
  /^auto merge of #(?<pull>\d+) : [^/\s]+\/[^/\s]+\/(?<branch>\S+?), r=/i,
  /^Merged in (?<branch>\S+) \(pull request #(?<pull>\d+)(?:: (?<title>.+))?\)/,
  /^(?:Merge )?pull request #(?<pull>\d+): (?<title>.+)$/i,
  /^Merged PR (?<pull>\d+): (?<title>.+)$/,
  /^Merge (?:PR )?#(?<pull>\d+)(?: into \S+)?(?:: (?<title>.+))?$/i,
  /^Merged? (?:pull request|(?:branch )?PR) '?(?:#|gh-)?(?<pull>\d+)(?!\S*\.\d)/i,
  // Gerrit · git itself, GitLab, CMake · by hand
  /^Merge "(?<title>.+)"(?: into \S+)?$/,
  /^Merge (?:remote(?:-tracking)? )?(?:branch|topic) '(?<branch>[^']+)'/i,
  /^Merge (?<broad>tag|tags|branches|remote-tracking branches|changes|commit) /,
  /^Merge (?:branch )?(?<branch>[\w./-]+) into [\w./-]+$/,
  /^Merge branch (?<branch>[\w./-]+)$/,
];
const mainBranch = /^(?:[^/]+\/)?(?:main|master|trunk|default|unstable|head)$/i;
const broadBranch =
  /^(?:(?:origin|upstream)\/)?(?:maint(?:[-_/]?v?\d.*|enance)?|releases?(?:[/_-]?v?\d.*)?|stable(?:[/_-].*)?|for-.*|seen|pu|todo|rc|v?\d{1,3}(?:-dev)?|v?\d{1,3}\.[\dx][\w.-]*)$/i;
/** Even a pull request from one of these brings many topics. */
const gathering =
  /^(?:(?:origin|upstream)\/)?(?:dev|devel|develop|development|next|staging|stage|prod|production|rollup.*|integration)$/i;

/** Whether work of many topics meets on a branch of this name. */
export function isBroadBranch(branch: string): boolean {
  return gathering.test(branch) || mainBranch.test(branch) || broadBranch.test(branch);
}

function isGathering(branch: string): boolean {
  return gathering.test(branch);
}

/** What somebody writes who brings lines of work up to date with each other. */
const sync =
  /\b(?:sync(?:ed|s|hroni[sz]\w*)?|merg(?:e[sd]?|ing)|catch up|upstream|trunk|stable|unstable|master|release[sd]?)\b|^(?:git )?v?\d+\.\d/i;

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
      // a pull request from the main branch of somebody's fork is one all the same
      broad:
        broad !== undefined || (branch !== undefined && (pull === undefined ? isBroadBranch : isGathering)(branch)),
    };
  }
  const title = /^(.{3,}?)(?: \((?:#|!)(\d{1,8})\))?$/.exec(text);
  if (/^merge\b/i.test(text) || title === null) return undefined;
  // where a forge is set to give a merge the pull request's title, or somebody wrote one
  const [, words = '', pull] = title;
  const broad = pull === undefined && sync.test(words);
  return { title: words, broad, ...(pull !== undefined && { pull: Number(pull) }) };
}
