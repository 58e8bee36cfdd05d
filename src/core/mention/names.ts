import { aliasesOf, goalStatuses, type GoalStatus } from '../goal/goal.ts';
import { readObjective, type Objective } from '../objective/objective.ts';
import { present, textValue } from '../note/headValues.ts';
import type { Note } from '../note/note.ts';
import { dayValue } from '../note/noteDays.ts';
import { type Handle, type NotePath, ownerOf, type SharedPath, slugOf } from '../note/notePath.ts';
import type { Member } from '../people/person.ts';
import type { Skill } from '../skill/skill.ts';
import type { Day } from '../time/day.ts';

/** Which of the two shelves something lies on. */
export type ShelfName = 'shared' | 'private';

/** A note by its place. */
export interface NotePlace {
  readonly shelf: ShelfName;
  readonly path: NotePath;
}

/** A note that can be named. */
export interface NamedNote extends NotePlace {
  /** Its file's name without ending. */
  readonly slug: string;
  readonly title: string;
  /** Whose it is; undefined for the team's. */
  readonly owner?: Handle;
}

export interface NamedGoal extends NamedNote {
  readonly aliases: readonly string[];
  readonly status: GoalStatus;
  readonly isPrivate: boolean;
  readonly due?: Day;
}

export interface NamedPerson {
  readonly handle: Handle;
  readonly name: string;
  readonly role?: string;
  /** Her profile. */
  readonly path?: SharedPath;
}

/** Everything a note of this person may name. Nobody else's private notes are in it. */
export interface Names {
  readonly me: Handle;
  /** Hers first, then by path. */
  readonly goals: readonly NamedGoal[];
  readonly objectives: readonly Objective[];
  /** In the order `skills.md` has them, and where that lies. */
  readonly skills: readonly Skill[];
  readonly skillsAt?: SharedPath;
  readonly people: readonly NamedPerson[];
  readonly requests: readonly NamedNote[];
  readonly notes: { readonly shared: readonly KnownNote<SharedPath>[]; readonly private: readonly KnownNote[] };
}

/** What the index knows of a note. */
export type KnownNote<P extends NotePath = NotePath> = Note & { readonly path: P };

/** What names are gathered from. */
export interface NameSources {
  readonly me: { readonly handle: Handle; readonly name: string };
  readonly team: readonly Member[];
  readonly shared: readonly KnownNote<SharedPath>[];
  readonly private: readonly KnownNote[];
  readonly skills: readonly Skill[];
}

/** Gathers what can be named, in one look at what the index knows. */
export function namesFrom({ me, team, shared: all, private: own, skills }: NameSources): Names {
  const shared = all.filter(({ isPrivate, path }) => !isPrivate || ownerOf(path) === me.handle);
  const goals = [
    ...own.filter(isGoal).map(note => goalFrom(note, 'private', me.handle)),
    ...shared.filter(isGoal).map(note => goalFrom(note, 'shared', ownerOf(note.path))),
  ];
  const skillNotes = shared.filter(({ type, isPrivate }) => type === 'skills' && !isPrivate).map(({ path }) => path);
  return {
    me: me.handle,
    goals: [...goals.filter(({ owner }) => owner === me.handle), ...goals.filter(({ owner }) => owner !== me.handle)],
    objectives: shared.filter(({ type, isPrivate }) => type === 'objective' && !isPrivate).map(readObjective),
    skills,
    ...present('skillsAt', skillNotes.find(path => path === 'skills.md') ?? skillNotes[0]),
    people: peopleFrom(me, team, shared),
    requests: shared
      .filter(({ type, isPrivate }) => type === 'feedback-request' && !isPrivate)
      .map(note => noteFrom(note, 'shared')),
    notes: { shared, private: own },
  };
}

/** What of it a note may name that others read: nothing that only she can see. */
export function namesForOthers(names: Names): Names {
  return {
    ...names,
    goals: names.goals.filter(({ isPrivate }) => !isPrivate),
    notes: { shared: names.notes.shared.filter(({ isPrivate }) => !isPrivate), private: [] },
  };
}

function isGoal({ type }: Note): boolean {
  return type === 'goal';
}

/** What is known of a note by its place. The notes come sorted by path, as the index has them. */
export function knownAt({ notes }: Names, { shelf, path }: NotePlace): KnownNote | undefined {
  const all = notes[shelf];
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((all[middle]?.path ?? '') < path) low = middle + 1;
    else high = middle;
  }
  return all[low]?.path === path ? all[low] : undefined;
}

/** A note as it can be named. */
export function noteFrom({ path, title }: KnownNote, shelf: ShelfName, owner = ownerOf(path)): NamedNote {
  return { shelf, path, slug: slugOf(path), title, ...present('owner', owner) };
}

function goalFrom(note: KnownNote, shelf: ShelfName, owner: Handle | undefined): NamedGoal {
  return {
    ...noteFrom(note, shelf, owner),
    aliases: aliasesOf(note.head),
    isPrivate: note.isPrivate || shelf === 'private',
    status: goalStatuses.find(status => status === note.head['status']) ?? 'active',
    ...present('due', dayValue(note.head['due'])),
  };
}

/** Members of the team in their order, she herself, and whoever has a folder. */
function peopleFrom(
  me: NameSources['me'],
  team: readonly Member[],
  shared: readonly KnownNote<SharedPath>[],
): readonly NamedPerson[] {
  const profiles = new Map(
    shared
      .filter(({ type, path, isPrivate }) => type === 'profile' && !isPrivate && ownerOf(path))
      .map(note => [ownerOf(note.path), note]),
  );
  const members = new Map(team.map(member => [member.handle, member]));
  const handles = new Set([...members.keys(), me.handle, ...shared.flatMap(({ path }) => ownerOf(path) ?? [])]);
  return Array.from(handles, handle => {
    const [member, profile] = [members.get(handle), profiles.get(handle)];
    const name = member?.name ?? (handle === me.handle ? me.name : (profile?.title ?? handle));
    const role = member?.role ?? textValue(profile?.head['role']);
    return { handle, name, ...present('role', role), ...present('path', profile?.path) };
  });
}
