import type { QuickPickItem } from 'vscode';
import type { Desk } from '../../app/desk.ts';
import { everybody } from '../../app/log/logChoices.ts';
import type { Handle } from '../../core/note/notePath.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import { sameHandle } from '../../core/people/leads.ts';

/** A person who can be chosen. */
export interface PersonItem extends QuickPickItem {
  readonly handle: Handle;
}

/** Everybody but the person herself, to choose from: whoever has a folder or stands in `team.md`. */
export async function othersToPick(desk: Desk): Promise<readonly PersonItem[]> {
  const others = (await everybody(desk)).filter(({ handle }) => !sameHandle(handle, desk.me.handle));
  return others.map(({ handle, name }) => ({
    label: `$(person) ${plainLabel(name, 60)}`,
    description: `@${plainLabel(handle)}`,
    handle,
  }));
}
