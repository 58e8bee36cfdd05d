import { l10n } from 'vscode';
import type { NotebookPlace } from '../../app/ports.ts';
import type { NoteNotMoved } from '../../app/share/moveNotes.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import { keptBackWords } from './sharingWords.ts';

/** A place of notes in a list of them. */
export function homeLabel(place: NotebookPlace): string {
  const { kind } = place;
  const name = plainLabel(place.label, 60);
  switch (kind) {
    case 'here':
      return l10n.t('$(folder) In the code: {0}', name);
    case 'branch':
      return l10n.t('$(git-branch) On a branch of their own: {0}', name);
    case 'repository':
      return l10n.t('$(repo) In another repository: {0}', name);
    case 'own':
      return l10n.t('$(home) In a folder of my own: {0}', name);
  }
}

/** What speaks for it. */
export function homeDetail({ kind }: NotebookPlace): string {
  switch (kind) {
    case 'here':
      return l10n.t('They are on the branch that is checked out, and take the road the code takes');
    case 'branch':
      return l10n.t('Always in sight, whatever branch of the code is checked out; for a protected main branch too');
    case 'repository':
      return l10n.t('With a history of their own, for whoever may read that repository');
    case 'own':
      return l10n.t('Shared with nobody, unless it is a repository with a remote');
  }
}

/** Why notes can't be moved, with what can be done. */
export function notMovedWords(note: NoteNotMoved): string {
  const name = plainLabel(note.title, 80);
  const { reason } = note;
  if (reason === 'differs')
    return l10n.t(
      'The new place has another “{0}” with other words, so nothing was moved. Make both the same, then move them again.',
      name,
    );
  if (reason === 'private')
    return l10n.t(
      '“{0}” is private and lies among the notes that are shared, so nothing was moved. Move it to your private notes first.',
      name,
    );
  return keptBackWords({ ...note, reason });
}
