import type { Forge } from '../work/commit.ts';
import { isBitbucketServer } from './forge.ts';
import { encodeSegment } from './remote.ts';

/** The page that shows what lies between two commits; undefined where a forge has none. */
export function compareUrl(forge: Forge, base: string, head: string): string | undefined {
  const [from, to] = [encodeSegment(base), encodeSegment(head)];
  switch (forge.kind) {
    case 'github':
    case 'gitea':
      return `${forge.url}/compare/${from}...${to}`;
    case 'gitlab':
      return `${forge.url}/-/compare/${from}...${to}`;
    case 'bitbucket':
      return isBitbucketServer(forge)
        ? `${forge.url}/compare/commits?sourceBranch=${to}&targetBranch=${from}`
        : `${forge.url}/branches/compare/${to}..${from}`;
    case 'azure':
      return `${forge.url}/branchCompare?baseVersion=GC${from}&targetVersion=GC${to}`;
    case 'sourcehut':
      return undefined;
  }
}

/** The page on which a pull or merge request for a branch is begun, or shown where there is one; undefined where a forge has none. */
export function newPullUrl(forge: Forge, into: string, branch: string): string | undefined {
  const path = (name: string) => name.split('/').map(encodeSegment).join('/');
  const asked = (name: string) => encodeURIComponent(name);
  switch (forge.kind) {
    case 'github':
      return `${forge.url}/compare/${path(into)}...${path(branch)}?expand=1`;
    case 'gitea':
      return `${forge.url}/compare/${path(into)}...${path(branch)}`;
    case 'gitlab':
      return `${forge.url}/-/merge_requests/new?merge_request%5Bsource_branch%5D=${asked(branch)}&merge_request%5Btarget_branch%5D=${asked(into)}`;
    case 'bitbucket':
      return isBitbucketServer(forge)
        ? `${forge.url}/pull-requests?create&sourceBranch=${asked(`refs/heads/${branch}`)}&targetBranch=${asked(`refs/heads/${into}`)}`
        : `${forge.url}/pull-requests/new?source=${asked(branch)}&dest=${asked(into)}`;
    case 'azure':
      return `${forge.url}/pullrequestcreate?sourceRef=${asked(branch)}&targetRef=${asked(into)}`;
    case 'sourcehut':
      return undefined; // patches travel by mail
  }
}
