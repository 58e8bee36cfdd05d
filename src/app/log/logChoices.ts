import type { LoggedEntry } from '../../core/log/loggedEntry.ts';
import { goalNamed, type Named } from '../../core/goal/matchGoals.ts';
import { logTypes, type LogType } from '../../core/note/note.ts';
import { type Handle, ownerOf } from '../../core/note/notePath.ts';
import { personCalled } from '../../core/people/identity.ts';
import type { Person } from '../../core/people/person.ts';
import type { Desk } from '../desk.ts';
import { goalsNamedIn } from '../goal/goalsOf.ts';
import { logOf } from './weekLog.ts';

/** What a log can be filtered by: only what stands in it. */
export interface LogChoices {
  readonly types: readonly LogType[];
  /** By name, as the entries write them; the title where a goal of that name is in sight. */
  readonly goals: readonly { readonly goal: string; readonly title: string }[];
  readonly skills: readonly string[];
  readonly tags: readonly string[];
  /** Everybody with a folder or in `team.md`, the person at the desk first. */
  readonly people: readonly { readonly handle: Handle; readonly name: string }[];
}

/** What somebody's log can be filtered by. Of others only what they share is offered. */
export async function logChoices(desk: Desk, person: Person): Promise<LogChoices> {
  const { all } = await logOf(desk, person);
  const used = new Set(all.map(({ type }) => type));
  return {
    types: logTypes.filter(type => used.has(type)),
    goals: await goalsNamed(desk, person, all),
    skills: eachOnce(all.flatMap(({ skills }) => skills)),
    tags: eachOnce(all.flatMap(({ tags }) => tags)),
    people: await everybody(desk),
  };
}

/** What the goals of a person go by. Of others only those they share. */
export async function goalsInSight({ notebook, me }: Desk, { handle }: Person): Promise<readonly Named[]> {
  const isMe = handle === me.handle;
  const shared = goalsNamedIn(await notebook.shared.notes(), `people/${handle}/`);
  const own = isMe ? goalsNamedIn(await notebook.private.notes(), '') : [];
  return [...shared.filter(({ isPrivate }) => isMe || !isPrivate), ...own];
}

async function goalsNamed(desk: Desk, person: Person, entries: readonly LoggedEntry[]) {
  const goals = await goalsInSight(desk, person);
  const named = eachOnce(entries.flatMap(({ goal }) => goal ?? [])).map(goal => {
    const known = goalNamed(goal, goals);
    return { goal: known?.slug ?? goal, title: known?.title ?? goal };
  });
  return [...new Map(named.map(each => [each.goal, each])).values()];
}

/** Everybody with a folder or in `team.md`, the person at the desk first. */
export async function everybody({ notebook, me, team }: Desk): Promise<LogChoices['people']> {
  const notes = await notebook.shared.notes();
  const folders = notes.flatMap(({ path }) => ownerOf(path) ?? []);
  const others = eachOnce([...team.map(({ handle }) => handle), ...folders]).filter(handle => handle !== me.handle);
  return [me, ...others.map(handle => personCalled(handle, team))].map(({ handle, name }) => ({ handle, name }));
}

/** In alphabetical order, each however often and in whatever case it stands. */
function eachOnce(values: readonly string[]): readonly string[] {
  const first = new Map<string, string>();
  for (const value of values) if (!first.has(value.toLowerCase())) first.set(value.toLowerCase(), value);
  return [...first.values()].toSorted((a, b) => a.localeCompare(b, 'en'));
}
