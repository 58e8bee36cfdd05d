import { applyEdits } from '../../../src/core/note/textEdit.ts';
import type { Part } from '../../../src/core/week/part.ts';
import { placeParts } from '../../../src/core/week/placeParts.ts';
import { printWork } from '../../../src/core/week/printWork.ts';
import { piece, review, worked } from '../week/samples.ts';

/** What a week that was told in these sentences has in "Worked on". */
export function partsOf(sentences: readonly string[]): readonly Part[] {
  const pieces = sentences.map(sentence =>
    piece(sentence, { with: [{ name: 'Sam', email: 'sam@forge.example' }], goals: [] }),
  );
  const work = worked({
    pieces,
    reviewed: [review('the audit log', 'Lin')],
    also: [piece('Bump a thing'), piece('Tidy up')],
  });
  return [{ name: 'worked-on', heading: '## Worked on', lines: printWork(work) }];
}

/** The weekly note they are told in, between words of her own. */
export function weeklyNote(sentences: readonly string[]): string {
  const hers =
    '---\ntype: weekly\nweek: 2026-W47\nperson: ada\n---\n# Week 47 · Ada\n\nMine: - **not yours** · shop\n\n## Next week\n\n- [ ] **Mine too**\n';
  return applyEdits(hers, placeParts(hers, partsOf(sentences)).edits);
}

/** The lines of "Worked on" as a reader sees them, where they are told in full. */
export function toldLines(text: string): readonly string[] {
  return text.split('\n').filter(line => line.startsWith('- **'));
}
