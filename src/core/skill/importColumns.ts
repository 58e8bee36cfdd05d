import type { Member, Person } from '../people/person.ts';
import { levelIn } from './levelIn.ts';

/** Who and what a table's headings may name. */
export interface KnownPeople {
  /** Whether a text is the handle, the name or an address of the person in front. */
  isMe(text: string): boolean;
  /** The same for anybody of the team. */
  isPerson(text: string): boolean;
  /** The roles of the team, in lower case. */
  readonly roles: ReadonlySet<string>;
}

/** The people and roles of a team, as a table may call them. */
export function knownPeople(me: Person, team: readonly Member[], roles: readonly string[]): KnownPeople {
  const callsOf = ({ handle, name = '', emails }: Pick<Member, 'handle' | 'name' | 'emails'>) =>
    [handle, `@${handle}`, name, ...emails].map(plain).filter(call => call !== '');
  const own = new Set(callsOf(me));
  const others = team
    .filter(({ handle }) => plain(handle) !== plain(me.handle))
    .map(member => new Set(callsOf(member)));
  const everybody = [own, ...others];
  const firstName = (call: string) => everybody.filter(calls => [...calls].some(each => each.split(' ')[0] === call));
  const whose = (text: string) => {
    const call = plain(text);
    const byFirst = firstName(call);
    return everybody.find(calls => calls.has(call)) ?? (byFirst.length === 1 ? byFirst[0] : undefined);
  };
  return {
    isMe: text => whose(text) === own,
    isPerson: text => whose(text) !== undefined,
    roles: new Set(roles.map(plain)),
  };
}

/** The role whose expected levels stand below a heading: `expected engineer`, `Lead (expected)`, or a role of the team alone. */
export function roleIn(title: string, { roles }: Pick<KnownPeople, 'roles'>): string | undefined {
  const [, before, behind] =
    /^(?:expected(?:\s+(?:of|from|for))?[\s:(]+(.+?)\)?|(.+?)[\s:(]+expected\)?)$/i.exec(title.trim()) ?? [];
  const said = before ?? behind;
  if (said !== undefined) return plain(said.replace(/[,·]/g, ' '));
  return levelIn(title) === undefined && roles.has(plain(title)) ? plain(title) : undefined;
}

/** Columns of levels, held apart: her own, and those of others. */
export function memberColumns<C extends { readonly title: string }>(
  columns: readonly C[],
  { isMe }: Pick<KnownPeople, 'isMe'>,
): { readonly own: readonly C[]; readonly others: readonly C[] } {
  const own = columns.filter(({ title }) => isMe(title)).slice(0, 1);
  return { own, others: columns.filter(column => !own.includes(column)) };
}

function plain(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase();
}
