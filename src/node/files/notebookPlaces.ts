import { lstatSync, readdirSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { Failure } from '../../app/failure.ts';
import { isSafeName } from '../../core/note/safePath.ts';

/** What a workspace offers when nothing is set. */
const defaultNotesFolder = 'notes';

/** What is offered where `notes` is something else. */
const secondNotesFolder = 'outloud-notes';

/**
 * The folder of notes a setting names, below a folder of the workspace; the folder itself for `.`.
 *
 * @throws Failure where the setting leads out of it, or into git's own.
 */
function notesFolderIn(base: string, setting: string): string {
  const names = setting
    .trim()
    .replace(/^\.[/\\]/, '')
    .split(/[/\\]/)
    .filter((name, i, all) => name !== '' || i < all.length - 1);
  if (names.length === 0 || (names.length === 1 && names[0] === '.')) return base;
  if (isAbsolute(setting) || /^[a-z]:/i.test(setting) || !names.every(isSafeName))
    throw new Failure(
      'The setting outloud.notesFolder does not name a folder below the workspace. Set it to a name such as notes or docs/notes.',
    );
  return join(base, ...names);
}

/** The folders to try below a base, the one to make first. */
export function candidatesIn(base: string, setting: string): readonly string[] {
  const wanted = notesFolderIn(base, setting);
  return setting.trim() === defaultNotesFolder ? [wanted, join(base, secondNotesFolder)] : [wanted];
}

/** The nearest folder at or above this one that is the top of a repository's work tree. Asks no git. */
export function workTreeOf(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (exists(join(at, '.git'))) return at;
    if (dirname(at) === at) return undefined;
  }
}

/** Repositories directly below a folder that is none itself: a window often shows the folder they lie in. */
export function repositoriesIn(folder: string): readonly string[] {
  const names = namesIn(folder).slice(0, 200);
  return names.map(name => join(folder, name)).filter(at => isFolder(at) && exists(join(at, '.git')));
}

/** Whether one folder lies in another, or is it, however either is spelled. */
export function liesIn(inner: string, outer: string): boolean {
  return isBelow(resolve(inner), resolve(outer)) || isBelow(realOf(inner), realOf(outer));
}

function isBelow(inner: string, outer: string): boolean {
  const way = relative(outer, inner);
  return !isAbsolute(way) && way.split(sep)[0] !== '..';
}

/** Where a path really is; the part of it that does not exist yet stays as it is. */
export function realOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(realOf(parent), relative(parent, path));
  }
}

/** Whether a link lies on the way from a folder down to another. */
export function hasLink(from: string, to: string): boolean {
  const way = relative(from, to).split(sep);
  return way.some((_, i) => statOf(join(from, ...way.slice(0, i + 1)))?.isSymbolicLink());
}

export function isFolder(path: string): boolean {
  return statOf(path)?.isDirectory() ?? false;
}

export function exists(path: string): boolean {
  return statOf(path) !== undefined;
}

/** The names in a folder that are not hidden; none where there is no such folder. */
export function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter(name => !name.startsWith('.'));
  } catch {
    return [];
  }
}

function statOf(path: string): ReturnType<typeof lstatSync> {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined; // what can't be looked at is not there for us
  }
}
