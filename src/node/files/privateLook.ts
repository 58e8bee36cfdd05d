import { chmodSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { Failure } from '../../app/failure.ts';
import type { PrivateLook } from '../../app/places/notePlaces.ts';
import { present } from '../../core/note/headValues.ts';
import { forgets } from './forgets.ts';
import { exists, isFolder, realOf, workTreeOf } from './notebookPlaces.ts';
import { syncedBy } from './syncedBy.ts';

/** Where people keep a repository beside their home that holds files of it, a bare one. */
const dotfileRepositories = ['.dotfiles', '.dotfiles.git', '.cfg', '.config.git', '.local/share/yadm/repo.git'];

/** What there is to know about the folder of private notes on this machine. */
export function privateLook(folder: string, home = homedir()): PrivateLook {
  const real = realOf(folder);
  return {
    folder,
    isOpen: isOpenToOthers(real),
    ...present('forgets', forgets({ env: process.env, folder: real, mounts: mountsOfMachine() })),
    ...present('synced', syncedBy(real)),
    ...present(
      'repository',
      [folder, real].map(workTreeOf).find(found => found !== undefined),
    ),
    ...present('dotfiles', dotfilesOf(home, real)),
  };
}

/**
 * Takes the rights of others away from a folder and, where it was open, from all that is in it. Links are not followed.
 *
 * @throws Failure where that is not hers to do
 */
export function closeToOthers(folder: string): void {
  try {
    if ((lstatSync(folder).mode & 0o077) !== 0) close(folder);
  } catch (error) {
    throw new Failure(
      `The rights of ${folder} could not be changed: it may belong to somebody else. Set outloud.privateFolder to a folder of your own.`,
      { cause: error },
    );
  }
}

function close(path: string): void {
  const stat = lstatSync(path);
  if (stat.isSymbolicLink()) return;
  if ((stat.mode & 0o077) !== 0) chmodSync(path, stat.mode & 0o700);
  if (stat.isDirectory()) for (const name of readdirSync(path)) close(join(path, name));
}

/** Whether others on this machine can come as far as this folder and look into it. Windows keeps rights elsewhere: a home is its owner's. */
export function isOpenToOthers(folder: string): boolean {
  if (process.platform === 'win32' || !isFolder(folder)) return false;
  const { mode, uid } = lstatSync(folder);
  if ((mode & 0o077) === 0 && uid === process.getuid?.()) return false;
  for (let at = dirname(folder); ; at = dirname(at)) {
    if ((lstatSync(at).mode & 0o011) === 0) return false; // nobody else comes through here
    if (dirname(at) === at) return true;
  }
}

function dotfilesOf(home: string, folder: string): string | undefined {
  if (!folder.startsWith(realOf(home))) return undefined;
  return dotfileRepositories
    .map(name => join(home, name))
    .find(at => ['HEAD', 'objects', 'refs'].every(name => exists(join(at, name))));
}

function mountsOfMachine(): string {
  try {
    return readFileSync('/proc/self/mountinfo', 'utf8');
  } catch {
    return ''; // no Linux
  }
}
