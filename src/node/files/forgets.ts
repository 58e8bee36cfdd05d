import { existsSync } from 'node:fs';

/** What shows that a machine is thrown away some day, and what people call such a machine. */
const signs: readonly (readonly [variable: string, machine: string])[] = [
  ['CODESPACES', 'a codespace'],
  ['GITPOD_WORKSPACE_ID', 'a Gitpod workspace'],
  ['CLOUD_SHELL', 'a cloud shell'],
  ['REMOTE_CONTAINERS', 'a dev container'],
  ['REMOTE_CONTAINERS_IPC', 'a dev container'],
  ['DEVCONTAINER', 'a dev container'],
  ['KUBERNETES_SERVICE_HOST', 'a container'],
];

/** What is asked about a machine and a folder on it. */
export interface Keeping {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute, links resolved. */
  readonly folder: string;
  /** Linux's own list of what is mounted where (`/proc/self/mountinfo`); empty where there is none. */
  readonly mounts: string;
  readonly exists?: (path: string) => boolean;
}

/**
 * What kind of machine or folder this is, where it forgets what lies in the folder some day. What a container has mounted from
 * outside is kept when it goes.
 *
 * @example
 * forgets({ env: { REMOTE_CONTAINERS: 'true' }, folder: '/root/.outloud', mounts: '' }); //=> 'a dev container'
 */
export function forgets({ env, folder, mounts, exists = existsSync }: Keeping): string | undefined {
  const mount = mountOf(folder, mounts);
  if (isTemporary(folder) || mount?.type === 'tmpfs') return 'a temporary folder';
  const machine = machineOf(env, exists);
  const isFromOutside = mount !== undefined && mount.at !== '/' && mount.type !== 'overlay';
  return isFromOutside && machine !== 'a codespace' ? undefined : machine;
}

function machineOf(env: Keeping['env'], exists: (path: string) => boolean): string | undefined {
  const sign = signs.find(([variable]) => (env[variable] ?? '') !== '' && env[variable] !== 'false');
  if (sign !== undefined) return sign[1];
  return exists('/.dockerenv') || exists('/run/.containerenv') ? 'a container' : undefined;
}

/** Folders that are emptied at the next start, or after a while. */
function isTemporary(folder: string): boolean {
  return /^(?:\/private)?(?:\/tmp|\/var\/tmp|\/var\/folders|\/dev\/shm|\/run\/user\/\d+)(?:\/|$)/.test(folder);
}

/** Where the disk begins that a folder lies on, and of what kind it is. */
function mountOf(folder: string, mounts: string): { readonly at: string; readonly type: string } | undefined {
  const all = mounts.split('\n').flatMap(line => {
    const [, at, type] = /^\d+ \d+ \S+ \S+ (\S+) .*? - (\S+) /.exec(line) ?? [];
    return at === undefined || type === undefined ? [] : [{ at: at.replaceAll('\\040', ' '), type }];
  });
  const around = all.filter(({ at }) => folder === at || folder.startsWith(at.endsWith('/') ? at : `${at}/`));
  return around.toSorted((a, b) => b.at.length - a.at.length)[0];
}
