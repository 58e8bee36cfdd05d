import { l10n } from 'vscode';
import type { NotebookPlace } from '../../app/ports.ts';
import { leftBehind, type OldAndNew } from '../../app/share/leftBehind.ts';
import type { Desk } from '../../app/desk.ts';
import type { Notebook } from '../../app/shelf.ts';
import type { SharedPath } from '../../core/note/notePath.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import type { OutLoud } from '../outloud.ts';

/** Notes of the person at the desk at a place the team's notes have left. */
export interface LeftBehind extends OldAndNew {
  /** At least one. */
  readonly paths: readonly SharedPath[];
  /** The old place. */
  readonly notebook: Notebook;
}

/** Looks whether notes of hers still lie in the folder that a notes branch stands in front of; undefined where none do. */
export async function leftBehindAt(outloud: OutLoud, { notebook, me }: Desk): Promise<LeftBehind | undefined> {
  const old = notebook.place.kind === 'branch' ? await oldPlaceOf(outloud, notebook.place) : undefined;
  if (!old) return undefined;
  const before = await outloud.notebooks.glance(old);
  const [leaving, arriving] = await Promise.all([outloud.sharing(before), outloud.sharing(notebook)]);
  if (!leaving || !arriving) return undefined; // in Restricted Mode git is not asked
  const sides: OldAndNew = {
    from: { shelf: before.shared, sharing: leaving },
    to: { shelf: notebook.shared, sharing: arriving },
  };
  const paths = await leftBehind(sides, me.handle);
  return paths.length === 0 ? undefined : { ...sides, paths, notebook: before };
}

/** That they are there, in one sentence. */
export function leftBehindWords({ paths, notebook }: LeftBehind): string {
  const place = plainLabel(notebook.place.label, 60);
  return paths.length === 1
    ? l10n.t('A note of yours is still in {0}, where nobody looks any more.', place)
    : l10n.t('{0} notes of yours are still in {1}, where nobody looks any more.', paths.length, place);
}

async function oldPlaceOf(outloud: OutLoud, place: NotebookPlace): Promise<NotebookPlace | undefined> {
  const others = await (await outloud.notebooks.home()).elsewhere(place);
  return others.find(({ kind, exists, repository }) => kind !== 'branch' && exists && repository === place.code);
}
