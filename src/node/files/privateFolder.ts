import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { Failure } from '../../app/failure.ts';
import type { NotebookPlace, NoteFiles } from '../../app/ports.ts';
import type { PrivatePath } from '../../core/note/notePath.ts';
import { exists, liesIn, realOf, workTreeOf } from './notebookPlaces.ts';
import { nodeFiles } from './nodeFiles.ts';
import { closeToOthers, isOpenToOthers } from './privateLook.ts';

/**
 * The folder of all private notes: as set, else one in the home directory, on every system the same and easy to find.
 * (Not in a cache or roaming folder: those are cleaned, or copied to servers.)
 *
 * @throws Failure where the setting is no absolute path.
 */
export function privateRoot(setting = '', home = homedir()): string {
  const wanted = setting.trim().replace(/^~(?=$|[/\\])/, home);
  if (wanted === '') return join(home, '.outloud', 'private');
  if (isAbsolute(wanted)) return wanted;
  throw new Failure(
    'The setting outloud.privateFolder must name a folder from the root on. Set it to a path such as ~/private-notes.',
  );
}

/**
 * Makes sure that private notes would not lie one stray `git add` away.
 *
 * @throws Failure where the folder is inside a repository, or inside the notes that are shared.
 */
function checkPrivateFolder(folder: string, notesFolder: string): void {
  const top = [folder, realOf(folder)].map(workTreeOf).find(found => found !== undefined) ?? bareAbove(realOf(folder));
  const next = 'Set outloud.privateFolder to a folder outside every repository.';
  if (top !== undefined) throw new Failure(`Private notes are not written inside a repository (${top}). ${next}`);
  if (liesIn(folder, notesFolder)) throw new Failure(`Private notes are not written inside the shared notes. ${next}`);
}

/**
 * The private notes of one notebook: nobody else's to read, and checked at every write.
 *
 * @param wasOpen is told where others could look into the folder until now
 */
export function privateFiles(
  folder: string,
  place: NotebookPlace,
  wasOpen: (folder: string) => void = () => undefined,
): NoteFiles<PrivatePath> {
  return nodeFiles<PrivatePath>(folder, {
    isPrivate: true,
    from: dirname(folder),
    mayWrite: () => {
      checkPrivateFolder(folder, place.folder);
      closeIfOpen(folder, wasOpen);
    },
  });
}

/** Takes the rights of others away from a folder that was made by hand. What lies above it is hers to decide. */
function closeIfOpen(folder: string, wasOpen: (folder: string) => void): void {
  try {
    if (!exists(folder)) return;
    const couldBeRead = isOpenToOthers(folder);
    closeToOthers(folder);
    if (couldBeRead) wasOpen(folder);
  } catch {
    // somebody else's folder, or a disk without rights: the notes in it are closed all the same
  }
}

function bareAbove(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (['HEAD', 'objects', 'refs'].every(name => exists(join(at, name)))) return at;
    if (dirname(at) === at) return undefined;
  }
}
