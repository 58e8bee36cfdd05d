import type { Handle } from '../note/notePath.ts';

/** Whether somebody leads somebody, as `team.md` says. Handles are compared as people write them: `Ada` is `ada`. */
export function leads(
  team: readonly { readonly handle: Handle; readonly leads: readonly Handle[] }[],
  leader: Handle,
  of: Handle,
): boolean {
  return team.some(member => sameHandle(member.handle, leader) && member.leads.some(handle => sameHandle(handle, of)));
}

export function sameHandle(a: Handle, b: Handle): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
