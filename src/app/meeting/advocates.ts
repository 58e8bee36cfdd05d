import { oneOnOnes } from '../../core/meeting/oneOnOne.ts';
import { listValue } from '../../core/note/headValues.ts';
import type { Handle } from '../../core/note/notePath.ts';
import { personCalled } from '../../core/people/identity.ts';
import { sameHandle } from '../../core/people/leads.ts';
import type { Person } from '../../core/people/person.ts';
import type { Desk } from '../desk.ts';
import { teamHead } from './teamHead.ts';

/** Somebody who may speak for the person at the desk. */
export interface Advocate {
  readonly person: Person;
  /** She did the last time, or the team's note names her for everybody. */
  readonly why?: 'last' | 'team';
}

/** Who may speak for her when she meets somebody: who did the last time, whom `team.md` names, then the others of the team. */
export async function advocates(
  { notebook, me, team }: Pick<Desk, 'notebook' | 'me' | 'team'>,
  other: Handle,
): Promise<readonly Advocate[]> {
  const last = oneOnOnes(await notebook.private.notes()).find(({ advocate }) => advocate !== undefined)?.advocate;
  const named = listValue((await teamHead(notebook))['advocate']);
  const called: readonly (Pick<Advocate, 'why'> & { readonly who: string })[] = [
    ...(last === undefined ? [] : [{ who: last, why: 'last' } as const]),
    ...named.map(who => ({ who, why: 'team' }) as const),
    ...team.map(({ handle }) => ({ who: handle })),
  ];
  const found = called.map(({ who, ...why }): Advocate => ({ person: personCalled(who, team), ...why }));
  const isIn = ({ handle }: Person, people: readonly Pick<Person, 'handle'>[]) =>
    people.some(each => sameHandle(each.handle, handle));
  return found.filter(({ person }, index) => {
    const before = found.slice(0, index).map(each => each.person);
    return !isIn(person, [me, { handle: other }, ...before]);
  });
}
