import { l10n, window, type QuickPickItem } from 'vscode';
import type { Desk } from '../../app/desk.ts';
import { advocates, type Advocate } from '../../app/meeting/advocates.ts';
import type { Handle } from '../../core/note/notePath.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';

/**
 * Who speaks for her where she would rather not; undefined for "not now", and empty for nobody. Enter takes who did the last time, else
 * whom the team's note names, else nobody.
 */
export async function askForAdvocate(desk: Desk, other: Handle): Promise<string | undefined> {
  const people = await advocates(desk, other);
  const item = ({ person, why }: Advocate): QuickPickItem & { readonly handle: Handle } => ({
    label: `$(person) ${plainLabel(person.name, 60)}`,
    description: `@${plainLabel(person.handle)}`,
    ...(why === 'last' && { detail: l10n.t('as the last time') }),
    ...(why === 'team' && { detail: l10n.t('speaks for anybody in the team who wants it') }),
    handle: person.handle,
  });
  const nobody = {
    label: l10n.t('Nobody: I speak for myself'),
    detail: l10n.t('A name below “Participants and advocate” changes that at any time'),
    handle: '',
  };
  const proposed = people.filter(({ why }) => why !== undefined).map(item);
  const others = people.filter(({ why }) => why === undefined).map(item);
  const picked = await window.showQuickPick([...proposed, nobody, ...others], {
    title: l10n.t('Prepare One-to-One'),
    placeHolder: l10n.t('Who speaks for you where you would rather not? Nobody else reads it here.'),
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  return picked?.handle;
}
