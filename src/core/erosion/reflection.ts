import { escapeText } from '../markdown/markdown.ts';
import { appendItem } from '../note/appendItem.ts';
import { listValue } from '../note/headValues.ts';
import type { Note } from '../note/note.ts';
import { fileNameOf } from '../note/noteName.ts';
import type { PrivatePath } from '../note/notePath.ts';
import { printNote } from '../note/printNote.ts';
import type { TextEdit } from '../note/textEdit.ts';
import type { Day } from '../time/day.ts';
import { erosionText, type Erosion } from './erosion.ts';

export const feelings = ['energised', 'anxious'] as const;
export type Feeling = (typeof feelings)[number];

/** What a person felt when something of hers became smaller. It is for nobody else. */
export interface Reflection {
  readonly day: Day;
  readonly felt: Feeling;
  /** The goal's slug; undefined for the visions of her profile. */
  readonly goal?: string;
  readonly title: string;
  readonly erosions: readonly Erosion[];
}

/** Where a reflection lies: there is no path for one outside the private shelf. */
export function reflectionPath({ day, goal = 'vision' }: Reflection): PrivatePath {
  return `reflections/${day}-${fileNameOf(goal)}.md` as PrivatePath;
}

/** The text of a new reflection. */
export function printReflection({ day, felt, goal, title, erosions }: Reflection): string {
  return printNote({
    head: { type: 'reflection', date: day, goal, felt, changes: erosions.map(({ mark }) => mark) },
    title: `${title}: ${felt}`,
    body: erosions.map(erosion => `- ${escapeText(erosionText(erosion))}`).join('\n'),
  });
}

/** The edit that asks for another look on a day. */
export function watchAdded(text: string, until: Day): readonly TextEdit[] {
  return appendItem(text, 'Look again', `- [ ] Look at this again 📅 ${until}`);
}

/** The marks of the changes that were answered: told by the front matter alone. */
export function answeredMarks(notes: readonly Note[]): ReadonlySet<string> {
  return new Set(notes.filter(({ type }) => type === 'reflection').flatMap(({ head }) => listValue(head['changes'])));
}
