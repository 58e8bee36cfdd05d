import type { Head } from '../../core/note/note.ts';
import type { Notebook } from '../shelf.ts';

/** The keys of the note that says who the team is; none where there is no such note that all may read. */
export async function teamHead({ shared }: Pick<Notebook, 'shared'>): Promise<Head> {
  const notes = (await shared.notes()).filter(({ type, isPrivate }) => type === 'team' && !isPrivate);
  return (notes.find(({ path }) => path === 'team.md') ?? notes[0])?.head ?? {};
}
