import type { NotePath } from '../../core/note/notePath.ts';
import type { NoteFiles } from '../ports.ts';

/** The prefix of the paths below a folder, or undefined where it lies elsewhere. A folder above ours means everything. */
export function folderOf<P extends NotePath>(files: NoteFiles<P>, folder: string): string | undefined {
  const bare = folder.replace(/[/\\]$/, '');
  const inside = files.pathOf(`${bare}/x.md`);
  if (inside !== undefined) return inside.slice(0, -'x.md'.length);
  const root = files.locate('x.md' as P).slice(0, -'x.md'.length);
  return root.startsWith(bare) && /[/\\]/.test(root.charAt(bare.length)) ? '' : undefined;
}
