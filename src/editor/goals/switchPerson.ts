import { l10n, window } from 'vscode';
import { everybody } from '../../app/log/logChoices.ts';
import type { Handle } from '../../core/note/notePath.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import { personCalled } from '../../core/people/identity.ts';
import type { OutLoud } from '../outloud.ts';

/** Asks whose goals and log are to be looked at, oneself first. Answers her handle, or undefined for "not now". */
export async function switchPerson(outloud: OutLoud, { person }: { person?: string }): Promise<Handle | undefined> {
  const desk = await outloud.deskWithNotes();
  if (!desk) return undefined;
  const handle = person ?? (await askForPerson(await everybody(desk), outloud.shownPerson.of(desk).handle));
  if (handle !== undefined)
    outloud.shownPerson.show(handle === desk.me.handle ? undefined : handle, team => personCalled(handle, team));
  return handle;
}

async function askForPerson(
  people: readonly { readonly handle: Handle; readonly name: string }[],
  shown: Handle,
): Promise<Handle | undefined> {
  const items = people.map(({ handle, name }, index) => ({
    label: `$(${handle === shown ? 'check' : 'person'}) ${plainLabel(name)}`,
    description: index === 0 ? l10n.t('you') : `@${plainLabel(handle)}`,
    handle,
  }));
  const placeHolder = l10n.t('Whose goals and log do you want to look at?');
  return (await window.showQuickPick(items, { title: l10n.t('Switch Person'), placeHolder, ignoreFocusOut: true }))
    ?.handle;
}
