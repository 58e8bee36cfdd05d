import { whoIs } from '../../core/people/identity.ts';
import type { Ident, Member, Person } from '../../core/people/person.ts';
import { readTeam, type Team } from '../../core/people/team.ts';
import type { SharedPath } from '../../core/note/notePath.ts';
import { NoteRefused } from '../failure.ts';
import type { History } from '../ports.ts';
import type { Shelf } from '../shelf.ts';

/** What may say who is in front of the editor. */
export interface WhoAmI {
  /** `outloud.me`, where it is set. */
  readonly setting?: string | undefined;
  readonly team: readonly Member[];
  /** Absent in Restricted Mode and without git. */
  readonly history?: Pick<History, 'identities'> | undefined;
  readonly signal?: AbortSignal;
}

/** Who the person is, or undefined where nothing says so: ask her once, and keep it as `outloud.me`. */
export async function whoAmI({ setting, team, history, signal }: WhoAmI): Promise<Person | undefined> {
  return whoIs({ setting, team, idents: await identsOf(history, signal) });
}

/** The members of the notebook's `team.md`, with what could not be read in it; nobody where there is none. */
export async function teamOf(
  shelf: Pick<Shelf<SharedPath>, 'notes' | 'read'>,
): Promise<Team & { readonly path?: SharedPath }> {
  const notes = (await shelf.notes()).filter(({ type, isPrivate }) => type === 'team' && !isPrivate);
  const note = notes.find(({ path }) => path === 'team.md') ?? notes[0];
  if (!note) return { members: [], problems: [] };
  try {
    return { ...readTeam(note, await shelf.read(note.path)), path: note.path };
  } catch (refused) {
    if (refused instanceof NoteRefused) return { members: [], problems: note.problems, path: note.path };
    throw refused;
  }
}

/** A git that fails is no reason not to let her write: the setting or the question then says who she is. */
async function identsOf(history: WhoAmI['history'], signal: AbortSignal | undefined): Promise<readonly Ident[]> {
  try {
    return (await history?.identities(signal)) ?? [];
  } catch {
    return [];
  }
}
