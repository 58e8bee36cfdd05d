import { goalNamed } from '../goal/matchGoals.ts';
import type { Objective } from '../objective/objective.ts';
import { type NotePath, ownerOf } from '../note/notePath.ts';
import { skillNamed, type Skill } from '../skill/skill.ts';
import type { Mention } from './mention.ts';
import {
  knownAt,
  noteFrom,
  type NamedGoal,
  type NamedNote,
  type NamedPerson,
  type Names,
  type NotePlace,
} from './names.ts';

/** What a mention is the name of. */
export type Meaning =
  | { readonly kind: 'goal'; readonly goal: NamedGoal }
  | { readonly kind: 'skill'; readonly skill: Skill }
  | { readonly kind: 'objective'; readonly objective: Objective }
  | { readonly kind: 'person'; readonly person: NamedPerson }
  | { readonly kind: 'note'; readonly note: NamedNote }
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'commit'; readonly ref: CommitRef };

/** `shop 1d0e77b..4f1c2a9`, taken apart. */
export interface CommitRef {
  readonly repo: string;
  /** One hash, or the two ends of a range; as short as they were written. */
  readonly hashes: readonly string[];
}

/**
 * What a mention means where it stands; undefined where nothing of that name is known.
 *
 * A goal of the note's owner is meant before one of hers who looks, and that before anybody else's.
 */
export function meaningOf({ kind, name }: Mention, names: Names, from: NotePlace): Meaning | undefined {
  switch (kind) {
    case 'goal':
      return goalMeant(name, names, from);
    case 'skill': {
      const skill = skillNamed(name, names.skills);
      return skill && { kind, skill };
    }
    case 'objective': {
      const objective = objectiveMeant(name, names);
      return objective && { kind, objective };
    }
    case 'person': {
      const person = personMeant(name, names);
      return person && { kind, person };
    }
    case 'request':
      return requestMeant(name, names);
    case 'note':
      return linkMeant(name, names, from);
    case 'tag':
      return { kind, tag: name };
    case 'commit': {
      const [repo = '', hashes = ''] = name.split(' ');
      return { kind, ref: { repo, hashes: hashes.split(/\.{2,3}/) } };
    }
    case 'vision':
      return undefined; // words, not a name
  }
}

/** Whether two meanings are the same thing. */
export function isSameMeaning(one: Meaning, other: Meaning): boolean {
  return identity(one) === identity(other);
}

function identity(meaning: Meaning): string {
  switch (meaning.kind) {
    case 'goal':
      return `note ${meaning.goal.shelf} ${meaning.goal.path}`;
    case 'note':
      return `note ${meaning.note.shelf} ${meaning.note.path}`;
    case 'objective':
      return `note shared ${meaning.objective.path}`;
    case 'person':
      return `person ${meaning.person.handle}`;
    case 'skill':
      return `skill ${meaning.skill.slug}`;
    case 'tag':
      return `tag ${meaning.tag.toLowerCase()}`;
    case 'commit':
      return `commit ${meaning.ref.repo} ${meaning.ref.hashes.join(' ')}`;
  }
}

function goalMeant(name: string, { goals, me }: Names, { shelf, path }: NotePlace): Meaning | undefined {
  const owner = shelf === 'private' ? me : ownerOf(path);
  const goal =
    goalNamed(
      name,
      goals.filter(each => each.owner === owner),
    ) ??
    goalNamed(
      name,
      goals.filter(each => each.owner === me),
    ) ??
    goalNamed(name, goals);
  return goal && { kind: 'goal', goal };
}

function objectiveMeant(name: string, { objectives }: Names): Objective | undefined {
  const said = name.toLowerCase();
  return (
    objectives.find(({ slug }) => slug.toLowerCase() === said) ??
    objectives.find(({ title }) => title.trim().toLowerCase() === said)
  );
}

function personMeant(name: string, { people }: Names): NamedPerson | undefined {
  const said = name.replace(/^@/, '').toLowerCase();
  return (
    people.find(({ handle }) => handle.toLowerCase() === said) ??
    people.find(person => person.name.toLowerCase() === said)
  );
}

function requestMeant(name: string, { requests }: Names): Meaning | undefined {
  const [owner, slug] = name.toLowerCase().split('/');
  const note = requests.find(each => each.owner?.toLowerCase() === owner && each.slug.toLowerCase() === slug);
  return note && { kind: 'note', note };
}

function linkMeant(address: string, names: Names, { shelf, path: from }: NotePlace): Meaning | undefined {
  const path = pathAt(address, from);
  const known = path && knownAt(names, { shelf, path });
  if (!known) return undefined;
  if (known.type === 'goal') {
    const goal = names.goals.find(each => each.shelf === shelf && each.path === path);
    return goal && { kind: 'goal', goal };
  }
  const objective = shelf === 'shared' ? names.objectives.find(each => each.path === path) : undefined;
  if (objective) return { kind: 'objective', objective };
  const person = shelf === 'shared' ? names.people.find(each => each.path === path) : undefined;
  return person ? { kind: 'person', person } : { kind: 'note', note: noteFrom(known, shelf) };
}

/** The note a relative address leads to; undefined where it leads out of the folder. */
export function pathAt(address: string, from: NotePath): NotePath | undefined {
  const steps = from.split('/').slice(0, -1);
  for (const step of address.split('/')) {
    if (step === '..' && steps.pop() === undefined) return undefined;
    if (step !== '..' && step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/') as NotePath; // looked up among those that are there
}
