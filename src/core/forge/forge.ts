import type { Forge } from '../work/commit.ts';
import { encodeSegment, webAddressOf } from './remote.ts';

export type { Forge } from '../work/commit.ts';

/**
 * The forge a git remote lives on, or undefined where its addresses are not known to us. Credentials never stay in it.
 *
 * @example
 * forgeOf('git@github.com:ada/shop.git'); //=> { kind: 'github', url: 'https://github.com/ada/shop' }
 */
export function forgeOf(remoteUrl: string): Forge | undefined {
  return webAddressOf(remoteUrl);
}

/** A commit's page. */
export function commitUrl(forge: Forge, hash: string): string {
  const id = encodeSegment(hash);
  switch (forge.kind) {
    case 'gitlab':
      return `${forge.url}/-/commit/${id}`;
    case 'bitbucket':
      return `${forge.url}/commits/${id}`;
    case 'github':
    case 'gitea':
    case 'sourcehut':
    case 'azure':
      return `${forge.url}/commit/${id}`;
  }
}

/**
 * Lines of a file as they were at a commit: a link that stays true. Without lines the whole file.
 *
 * @param path from the repository's top level on, with forward slashes
 * @param lines the first and last line, counted from 1
 */
export function linesUrl(forge: Forge, hash: string, path: string, lines?: readonly [number, number]): string {
  const id = encodeSegment(hash);
  const file = path.split('/').map(encodeSegment).join('/');
  const asSource = lines !== undefined && isRendered(path);
  const [first, last] = lines ?? [0, 0];
  const span = (to: string) => (first === last ? `${first}` : `${first}${to}${last}`);
  const anchor = (text: string) => (lines ? text : '');
  switch (forge.kind) {
    case 'github':
      return `${forge.url}/blob/${id}/${file}${asSource ? '?plain=1' : ''}${anchor(`#L${span('-L')}`)}`;
    case 'gitlab':
      return `${forge.url}/-/blob/${id}/${file}${asSource ? '?plain=1' : ''}${anchor(`#L${span('-')}`)}`;
    case 'gitea':
      return `${forge.url}/src/commit/${id}/${file}${asSource ? '?display=source' : ''}${anchor(`#L${span('-L')}`)}`;
    case 'sourcehut':
      return `${forge.url}/tree/${id}/item/${file}${anchor(`#L${span('-')}`)}`;
    case 'bitbucket':
      return isBitbucketServer(forge)
        ? `${forge.url}/browse/${file}?at=${id}${anchor(`#${span('-')}`)}`
        : `${forge.url}/src/${id}/${file}${anchor(`#lines-${span(':')}`)}`;
    case 'azure':
      return `${forge.url}?path=${encodeSegment('/' + path)}&version=GC${id}${anchor(azureLines(first, last))}`;
  }
}

/** A pull or merge request's page, where the forge has such pages. */
export function pullUrl(forge: Forge, number: number): string | undefined {
  switch (forge.kind) {
    case 'github':
      return `${forge.url}/pull/${number}`;
    case 'gitlab':
      return `${forge.url}/-/merge_requests/${number}`;
    case 'bitbucket':
      return `${forge.url}/pull-requests/${number}`;
    case 'gitea':
      return `${forge.url}/pulls/${number}`;
    case 'azure':
      return `${forge.url}/pullrequest/${number}`;
    case 'sourcehut':
      return undefined; // patches travel by mail
  }
}

/**
 * An issue's page, where the forge keeps the issues itself.
 *
 * @param key a number, also written `#412` or `412`; the key of another tracker (`SHOP-12`) has no page here
 */
export function issueUrl(forge: Forge, key: number | string): string | undefined {
  const number = /^#?(\d{1,10})$/.exec(String(key))?.[1];
  if (number === undefined || isBitbucketServer(forge)) return undefined;
  switch (forge.kind) {
    case 'gitlab':
      return `${forge.url}/-/issues/${number}`;
    case 'github':
    case 'gitea':
    case 'bitbucket':
      return `${forge.url}/issues/${number}`;
    case 'azure':
      return `${forge.url.replace(/\/_git\/.*$/, '')}/_workitems/edit/${number}`;
    case 'sourcehut':
      return undefined; // trackers are named apart from repositories
  }
}

/** Bitbucket on a server of its own has other addresses than the one in the cloud. */
export function isBitbucketServer(forge: Forge): boolean {
  return forge.kind === 'bitbucket' && /\/(?:projects|users)\/[^/]+\/repos\//.test(forge.url);
}

function azureLines(first: number, last: number): string {
  return `&line=${first}&lineEnd=${last + 1}&lineStartColumn=1&lineEndColumn=1`;
}

/** Files a forge shows rendered, where a link to lines needs their source. */
function isRendered(path: string): boolean {
  return /\.(?:md|markdown|mdx|rst|adoc|asciidoc|org|textile|ipynb|svg)$/i.test(path);
}
