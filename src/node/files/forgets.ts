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

/**
 * What kind of machine this is, where it forgets its home directory some day, and private notes with it.
 *
 * @example
 * forgets({ CODESPACES: 'true' }); //=> 'a codespace'
 */
export function forgets(
  env: Readonly<Record<string, string | undefined>>,
  exists: (path: string) => boolean = existsSync,
): string | undefined {
  const sign = signs.find(([variable]) => (env[variable] ?? '') !== '' && env[variable] !== 'false');
  if (sign !== undefined) return sign[1];
  return exists('/.dockerenv') || exists('/run/.containerenv') ? 'a container' : undefined;
}
