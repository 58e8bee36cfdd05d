import { evidenceAdded } from '../../core/evidence/evidenceItems.ts';
import { printRef } from '../../core/evidence/printEvidence.ts';
import type { TrailerEntry } from '../../core/log/trailerEntry.ts';
import { present } from '../../core/note/headValues.ts';
import type { PrivatePath, SharedPath } from '../../core/note/notePath.ts';
import type { TextEdit } from '../../core/note/textEdit.ts';
import type { Person } from '../../core/people/person.ts';
import type { CommitLink } from '../../core/work/piece.ts';
import type { Desk } from '../desk.ts';
import { goalCalled } from '../goal/goalsOf.ts';

/** The note of a goal that a `Goal:` trailer names. */
export type NamedGoal =
  | { readonly shelf: 'shared'; readonly path: SharedPath; readonly text: string }
  | { readonly shelf: 'private'; readonly path: PrivatePath; readonly text: string };

/** The person's goal of that name: one others can read before one of her own shelf, where she is at the desk herself. */
export async function goalOfTrailer(
  { notebook, me }: Pick<Desk, 'notebook' | 'me'>,
  { text: called }: TrailerEntry,
  person: Pick<Person, 'handle'> = me,
): Promise<NamedGoal | undefined> {
  const shared = await goalCalled(notebook.shared, `people/${person.handle}/`, called);
  if (shared) return { shelf: 'shared', path: shared.path, text: await notebook.shared.read(shared.path) };
  if (person.handle !== me.handle) return undefined;
  const own = await goalCalled(notebook.private, '', called);
  return own && { shelf: 'private', path: own.path, text: await notebook.private.read(own.path) };
}

/** Whether a goal's note names this commit already. */
export function isEvidenceFor(text: string, { hash }: CommitLink): boolean {
  const named = text.match(/(?<![0-9a-z])[0-9a-f]{7,64}(?![0-9a-z])/g) ?? [];
  return named.some(short => hash.startsWith(short));
}

/** What puts a commit at the end of a goal's evidence; nothing where it stands there already. */
export function commitAdded(text: string, commit: CommitLink): readonly TextEdit[] {
  if (isEvidenceFor(text, commit)) return [];
  const { repo, hash, url } = commit;
  const ref = {
    kind: 'commit',
    repo,
    hash: url === undefined ? hash.slice(0, 7) : hash,
    ...present('url', url),
  } as const;
  return evidenceAdded(text, [printRef(ref)]);
}
