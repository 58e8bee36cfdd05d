import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, realpath, stat } from 'node:fs/promises';
import { delimiter, isAbsolute, join, relative } from 'node:path';
import { gitEnvironment } from './gitEnvironment.ts';

/** Which git answers, or why none does. */
export type FoundGit =
  | { readonly path: string; readonly version: string }
  | { readonly missing: 'git-missing' | 'git-too-old'; readonly detail: string };

export interface GitSearch {
  /** The folders of the workspace: a git that lies in one of them is never run. */
  readonly folders: readonly string[];
  /** What the person set for this machine, or what the editor uses itself. Absolute. */
  readonly gitPath?: string | undefined;
  readonly environment: Readonly<NodeJS.ProcessEnv>;
}

/** Older ones ignore `safe.bareRepository`. */
const leastVersion: readonly [number, number] = [2, 38];
const executable = process.platform === 'win32' ? 'git.exe' : 'git';

/** Finds git outside the workspace, by absolute path. The first that is new enough; else the reason, as data. */
export async function findGit(search: GitSearch): Promise<FoundGit> {
  const folders = await Promise.all(search.folders.map(real));
  let tooOld: string | undefined;
  for (const candidate of candidates(search)) {
    if (!(await mayRun(candidate, folders))) continue;
    const version = await versionOf(candidate, search.environment);
    if (version === undefined) continue;
    if (isNewEnough(version)) return { path: candidate, version };
    tooOld ??= version;
  }
  return tooOld === undefined
    ? { missing: 'git-missing', detail: search.gitPath ?? '' }
    : { missing: 'git-too-old', detail: tooOld };
}

function candidates({ gitPath, environment }: GitSearch): string[] {
  if (gitPath !== undefined && gitPath !== '') return [gitPath];
  const path = environment['PATH'] ?? environment['Path'] ?? '';
  const installed = ['ProgramFiles', 'ProgramFiles(x86)'].flatMap(name => {
    const folder = environment[name];
    return folder === undefined ? [] : [join(folder, 'Git', 'cmd')];
  });
  return [...path.split(delimiter), ...installed].filter(isAbsolute).map(folder => join(folder, executable));
}

async function mayRun(candidate: string, folders: readonly string[]): Promise<boolean> {
  if (!isAbsolute(candidate)) return false;
  try {
    await access(candidate, constants.X_OK);
    if (!(await stat(candidate)).isFile()) return false;
  } catch {
    return false;
  }
  // A link on the PATH may lead into the workspace, and the workspace may be reached by a link.
  const places = [candidate, await real(candidate)];
  if (places.some(place => folders.some(folder => isInside(place, folder)))) return false;
  return !(await opensADialog(candidate));
}

/** Without the command line tools, Apple's stub asks in a window to install them. */
async function opensADialog(candidate: string): Promise<boolean> {
  if (process.platform !== 'darwin' || candidate !== '/usr/bin/git') return false;
  const tools = ['/Library/Developer/CommandLineTools/usr/bin/git', '/Applications/Xcode.app'];
  const found = await Promise.all(tools.map(tool => stat(tool).then(Boolean, () => false)));
  return !found.includes(true);
}

function versionOf(path: string, environment: Readonly<NodeJS.ProcessEnv>): Promise<string | undefined> {
  return new Promise(resolve => {
    const options = {
      env: gitEnvironment(environment),
      timeout: 10_000,
      killSignal: 'SIGKILL',
      maxBuffer: 4096,
    } as const;
    execFile(path, ['--version'], options, (error, output) => {
      resolve(error === null ? /^git version (\d+\.\d+\S*)/.exec(output)?.[1] : undefined);
    }).stdin?.end();
  });
}

function isNewEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > leastVersion[0] || (major === leastVersion[0] && minor >= leastVersion[1]);
}

function isInside(file: string, folder: string): boolean {
  const way = relative(folder, file);
  return way === '' || (!way.startsWith('..') && !isAbsolute(way));
}

function real(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}
