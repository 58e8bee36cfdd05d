import type { EvidenceLine } from '../../core/evidence/evidence.ts';
import { evidenceAdded } from '../../core/evidence/evidenceItems.ts';
import { printEvidence } from '../../core/evidence/printEvidence.ts';
import type { Goal } from '../../core/goal/goal.ts';
import type { NotePath } from '../../core/note/notePath.ts';
import type { Desk } from '../desk.ts';
import type { Shelf } from '../shelf.ts';
import { changeNote } from '../notebook/changeNote.ts';

/**
 * Writes lines below "Evidence" in a goal's note, in one change; a line that stands there already is not written again.
 *
 * @throws Failure where the note is gone
 */
export async function acceptEvidence(
  { notebook }: Pick<Desk, 'notebook'>,
  { shelf, path }: Pick<Goal, 'shelf' | 'path'>,
  lines: readonly EvidenceLine[],
): Promise<void> {
  const printed = [...new Set(lines.map(printEvidence))].filter(line => line !== '');
  await changeNote(notebook[shelf] as Shelf<NotePath>, path, text => {
    const standing = new Set(
      text.split(/\r\n|\r|\n/).map(line => line.replace(/^\s*[-*+]\s+(?:\[.\]\s+)?/, '').trim()),
    );
    return evidenceAdded(
      text,
      printed.filter(line => !standing.has(line)),
    );
  });
}
