import type { Forge } from '../work/commit.ts';

/** A git remote taken apart; user and password are left behind. */
interface Remote {
  /** What the web page is asked by: `https`, or `http` where the remote says so. */
  readonly scheme: 'https' | 'http';
  /** With the port, where the remote is asked by http(s) and names one. */
  readonly host: string;
  readonly segments: readonly string[];
}

/** The web address of a git remote on a forge we know. See `forgeOf`. */
export function webAddressOf(remoteUrl: string): Forge | undefined {
  const remote = takenApart(remoteUrl);
  if (!remote) return undefined;
  const kind = kindOf(remote.host);
  if (!kind) return undefined;
  const path = webPath[kind](remote);
  if (!path) return undefined;
  const host = kind === 'azure' ? 'dev.azure.com' : remote.host;
  return { kind, url: `${remote.scheme}://${host}/${path.map(encodeSegment).join('/')}` };
}

function takenApart(remoteUrl: string): Remote | undefined {
  const text = remoteUrl.trim();
  if (text.length > 2000) return undefined;
  return fromUrl(text) ?? fromScpForm(text);
}

function fromUrl(text: string): Remote | undefined {
  const form = /^(?:git\+)?(https?|ssh|git):\/\/(?:[^/?#]*@)?([a-z0-9.-]+)(?::(\d{0,5}))?\/+([^?#]*)/i.exec(text);
  if (!form) return undefined;
  const [, protocol = '', host = '', port, path = ''] = form;
  const asked = protocol.toLowerCase();
  const isWeb = asked === 'http' || asked === 'https';
  const segments = segmentsOf(path);
  if (!segments) return undefined;
  const scheme = asked === 'http' ? 'http' : 'https';
  const usual = scheme === 'http' ? '80' : '443';
  const named = isWeb && port && port !== usual ? `${host}:${port}` : host;
  return { scheme, host: publicHost(named, isWeb), segments };
}

/** `git@host:owner/name.git`, the way people paste it. */
function fromScpForm(text: string): Remote | undefined {
  const form = /^(?:[^@/:\s]*@)?([a-z0-9.-]+):(?!\/\/)([^?#]*)$/i.exec(text);
  if (!form) return undefined;
  const [, host = '', path = ''] = form;
  const segments = segmentsOf(path);
  return segments && { scheme: 'https', host: publicHost(host, false), segments };
}

/** The host people open in a browser: without `www.`, the ssh twins, and the `-work` of an alias in ~/.ssh/config. */
function publicHost(host: string, isWeb: boolean): string {
  const plain = host
    .toLowerCase()
    .replace(/^www\./, '')
    .replace(/\.(?=:|$)/, '');
  if (isWeb) return plain;
  const alias = /^(github\.com|gitlab\.com|bitbucket\.org|codeberg\.org)-[a-z0-9.-]+$/.exec(plain)?.[1];
  return alias ?? plain.replace(/^(?:ssh|altssh)\.(github\.com|gitlab\.com|bitbucket\.org)$/, '$1');
}

function segmentsOf(path: string): readonly string[] | undefined {
  const segments = path
    .replace(/\/+$/, '')
    .replace(/\.git$/i, '')
    .split('/')
    .filter(segment => segment !== '')
    .map(decoded);
  const isFine = (segment: string) => !/^\.{1,2}$|[\p{Cc}\p{Cs}\\]/u.test(segment) && segment.length <= 255;
  return segments.length > 0 && segments.every(isFine) ? segments : undefined;
}

function kindOf(host: string): Forge['kind'] | undefined {
  const name = host.replace(/:\d+$/, '');
  return forgesByName.find(({ pattern }) => pattern.test(name))?.kind;
}

const forgesByName: readonly { readonly kind: Forge['kind']; readonly pattern: RegExp }[] = [
  { kind: 'azure', pattern: /^(?:ssh\.)?dev\.azure\.com$|^[a-z0-9-]+\.visualstudio\.com$/ },
  { kind: 'sourcehut', pattern: /^git\.sr\.ht$/ },
  { kind: 'github', pattern: /^github\.|\.ghe\.com$/ },
  {
    kind: 'gitlab',
    pattern:
      /^gitlab\.|\.gitlab\.|^(?:salsa\.debian\.org|invent\.kde\.org|framagit\.org|0xacab\.org|code\.videolan\.org)$/,
  },
  { kind: 'bitbucket', pattern: /^bitbucket\./ },
  { kind: 'gitea', pattern: /^(?:gitea|forgejo|codeberg)\.|^(?:code\.forgejo\.org|git\.disroot\.org|opendev\.org)$/ },
];

/** The path of the repository's page for each kind, or undefined where the remote names no repository there. */
const webPath: Readonly<Record<Forge['kind'], (remote: Remote) => readonly string[] | undefined>> = {
  github: ownerAndName,
  gitea: ownerAndName,
  gitlab: ({ segments }) => (segments.length >= 2 ? segments : undefined),
  sourcehut: ({ segments }) => (segments.length === 2 && segments[0]?.startsWith('~') ? segments : undefined),
  bitbucket: remote => (remote.host === 'bitbucket.org' ? ownerAndName(remote) : bitbucketServerPath(remote)),
  azure: azurePath,
};

function ownerAndName({ segments }: Remote): readonly string[] | undefined {
  return segments.length === 2 ? segments : undefined;
}

/** A Bitbucket of one's own: `scm/key/name` by http, `key/name` by ssh, `~user/name` for a person's. */
function bitbucketServerPath({ segments }: Remote): readonly string[] | undefined {
  const [project, name, ...more] = segments[0] === 'scm' ? segments.slice(1) : segments;
  if (project === undefined || name === undefined || more.length > 0) return undefined;
  return project.startsWith('~')
    ? ['users', project.slice(1), 'repos', name]
    : ['projects', project.toUpperCase(), 'repos', name];
}

/** Azure DevOps: `org/project/_git/name`, `v3/org/project/name`, or the organisation in the host's name. */
function azurePath({ host, segments }: Remote): readonly string[] | undefined {
  const organisation = /^(?!vs-ssh\.)([a-z0-9-]+)\.visualstudio\.com$/.exec(host)?.[1];
  const path = segments.filter(segment => segment !== 'DefaultCollection');
  if (path[0] === 'v3') path.splice(0, 1);
  else if (organisation !== undefined) path.unshift(organisation);
  const [org, project, ...rest] = path.filter(segment => segment !== '_git');
  const name = rest.length === 0 && path.at(-2) === '_git' ? project : rest[0]; // `org/_git/name`: project of that name
  if (org === undefined || project === undefined || name === undefined || rest.length > 1) return undefined;
  return [org, project, '_git', name];
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** Percent-encoded, and with nothing left that could end a markdown link. */
export function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.replace(/\p{Cs}/gu, '\uFFFD')).replace(
    /[!'()*]/g,
    character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
