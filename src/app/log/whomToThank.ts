import { memberWithEmail } from '../../core/people/identity.ts';
import type { Desk } from '../desk.ts';

/** Somebody to thank: how the entry names them, and how they are shown. */
export interface Thanked {
  /** A team member's handle, else the name git has. */
  readonly to: string;
  readonly name: string;
}

/** Who else wrote these lines, whoever wrote the most of them first; nobody where git does not say. */
export async function whomToThank(
  { history, me, team }: Pick<Desk, 'history' | 'me' | 'team'>,
  file: string,
  lines: readonly [number, number],
): Promise<readonly Thanked[]> {
  const found = new Map<string, Thanked>();
  try {
    for (const ident of (await history?.authorsOf(file, lines)) ?? []) {
      const member = memberWithEmail(team, [ident]);
      if (member?.handle === me.handle || me.emails.includes(ident.email.toLowerCase())) continue;
      const name = member?.name ?? ident.name.trim();
      const to = member?.handle ?? name.replaceAll(',', ' ');
      if (to.trim() !== '' && !found.has(to)) found.set(to, { to, name: name || to });
    }
  } catch {
    return []; // thanks can be said without git
  }
  return [...found.values()];
}
