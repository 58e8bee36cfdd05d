import { rm, rmdir, unlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { MovingFiles } from '../../app/share/carryNotes.ts';
import { realDisk } from './disk.ts';
import { isFolder, liesIn, namesIn } from './notebookPlaces.ts';
import { readNoteBytes, textOf } from './readNoteBytes.ts';
import { beginMark } from './recognizeNotebook.ts';

/** The folders of a move: where notes are taken from, and where they go. */
export interface MovingFolders {
  readonly from: string;
  readonly to: string;
}

/** Deletes what a move has brought to safety, and marks the new place while it is not whole. */
export function movingFiles({ from, to }: MovingFolders): MovingFiles {
  const mark = join(to, beginMark);
  return {
    async begin() {
      await rm(mark, { force: true }); // one that is there may be a link to anywhere
      await writeFile(mark, 'Notes are on their way here.\n', { flag: 'wx' });
    },
    end: () => rm(mark, { force: true }),
    async discard(file, text) {
      const root = [from, to].find(folder => liesIn(file, folder));
      if (root === undefined || textAt(file) !== text) return false;
      await unlink(file);
      await removeEmpty(dirname(file), root);
      return true;
    },
    rest: () => Promise.resolve(othersIn(from)),
  };
}

/** How many files are looked for: she is shown a few. */
const mostFiles = 10;

function othersIn(folder: string): readonly string[] {
  const found: string[] = [];
  const waiting = [''];
  for (let below = waiting.shift(); below !== undefined && found.length < mostFiles; below = waiting.shift())
    for (const name of namesIn(join(folder, below))) {
      const path = below + name;
      if (isFolder(join(folder, path))) waiting.push(`${path}/`);
      else if (!name.endsWith('.md')) found.push(path);
    }
  return found.slice(0, mostFiles);
}

/** What is no safe note (a link, no text) is nothing of ours to delete. */
function textAt(file: string): string | undefined {
  try {
    return textOf(readNoteBytes(realDisk, file).bytes);
  } catch {
    return undefined;
  }
}

/** The folders that hold nothing any more, up to the notes folder. */
async function removeEmpty(folder: string, root: string): Promise<void> {
  for (let at = folder; at !== root && liesIn(at, root); at = dirname(at))
    try {
      await rmdir(at);
    } catch {
      return; // something is in it still
    }
}
