import { namesFrom, type Names } from '../../core/mention/names.ts';
import type { SharedPath } from '../../core/note/notePath.ts';
import { readSkills, type Skill } from '../../core/skill/skill.ts';
import type { Desk } from '../desk.ts';
import { NoteRefused } from '../failure.ts';
import type { IndexedNote, Shelf } from '../shelf.ts';

/** Everything a note of this person may name: goals, skills, objectives, people, requests, other notes. Reads no note but `skills.md`. */
export async function namesOf({ notebook, me, team }: Pick<Desk, 'notebook' | 'me' | 'team'>): Promise<Names> {
  const [shared, own] = await Promise.all([notebook.shared.notes(), notebook.private.notes()]);
  const skills = await skillsOf(notebook.shared, shared);
  return namesFrom({ me, team, shared, private: own, skills });
}

/** The team's skills; none where their note is missing or not safe to read. */
async function skillsOf(
  shelf: Shelf<SharedPath>,
  notes: readonly IndexedNote<SharedPath>[],
): Promise<readonly Skill[]> {
  const known = notes.filter(({ type }) => type === 'skills');
  const note = known.find(({ path }) => path === 'skills.md') ?? known[0];
  if (!note) return [];
  try {
    return readSkills(note, await shelf.read(note.path));
  } catch (refused) {
    if (refused instanceof NoteRefused) return [];
    throw refused;
  }
}
