import { namesFrom, type Names } from '../../core/mention/names.ts';
import type { Desk } from '../desk.ts';
import { skillsOf } from '../skill/skillMatrix.ts';

/** Everything a note of this person may name: goals, skills, objectives, people, requests, other notes. Reads no note but `skills.md`. */
export async function namesOf({ notebook, me, team }: Pick<Desk, 'notebook' | 'me' | 'team'>): Promise<Names> {
  const [shared, own] = await Promise.all([notebook.shared.notes(), notebook.private.notes()]);
  const skills = await skillsOf(notebook.shared);
  return namesFrom({ me, team, shared, private: own, skills });
}
