import { readGoal } from '../../core/goal/goal.ts';
import type { CommitRef, Meaning } from '../../core/mention/meaning.ts';
import { knownAt, type NamedGoal, type NamedPerson, type Names } from '../../core/mention/names.ts';
import { tagsOf, titlesWith } from '../../core/mention/tags.ts';
import type { NotePath } from '../../core/note/notePath.ts';
import { dueText } from '../../core/outline/dueText.ts';
import { progressText } from '../../core/outline/progressText.ts';
import { readProfile } from '../../core/people/profile.ts';
import { levelNames, type Skill } from '../../core/skill/skill.ts';
import { calendarOf } from '../../core/time/calendar.ts';
import type { Desk } from '../desk.ts';
import type { Shelf } from '../shelf.ts';

/** What is said of something a note names: its title, facts in one line, and a list. Words of notes and commits, not yet escaped. */
export interface Explanation {
  readonly title: string;
  /** `active`, `due 2026-12-18`: each a few words. */
  readonly facts: readonly string[];
  readonly list: readonly string[];
}

/** How many items of a list are told. */
const longestList = 7;

/** Says what a name in a note stands for; undefined where nothing is known that the name does not say itself. */
export async function explain(desk: Desk, names: Names, meaning: Meaning): Promise<Explanation | undefined> {
  switch (meaning.kind) {
    case 'goal':
      return explainGoal(desk, names, meaning.goal);
    case 'skill':
      return explainSkill(meaning.skill);
    case 'objective': {
      const { title, due, status, owner } = meaning.objective;
      const facts = [
        status,
        due === undefined ? '' : dueText(due, desk.clock.today()),
        owner === undefined ? '' : nameOf(owner, names),
      ];
      return { title, facts: said(facts), list: [] };
    }
    case 'person':
      return explainPerson(desk, meaning.person);
    case 'tag': {
      const used = tagsOf(names).find(({ tag }) => tag.toLowerCase() === meaning.tag.toLowerCase());
      return used && { title: `#${used.tag}`, facts: [], list: titlesWith(used, names) };
    }
    case 'commit':
      return explainCommits(desk, meaning.ref);
    case 'note':
      return { title: meaning.note.title, facts: said([nameOf(meaning.note.owner ?? '', names)]), list: [] };
  }
}

async function explainGoal({ notebook, clock }: Desk, names: Names, named: NamedGoal): Promise<Explanation> {
  const { shelf, path, owner, status, due, title } = named;
  const note = knownAt(names, { shelf, path });
  const text = await (notebook[shelf] as Shelf<NotePath>).read(path).catch(() => undefined); // its paths come from itself
  const goal = note && text !== undefined ? readGoal(note, text, shelf) : undefined;
  const isOpen = status === 'active' || status === 'parked';
  const facts = [
    owner === names.me ? '' : nameOf(owner ?? '', names),
    status,
    due !== undefined && isOpen ? dueText(due, clock.today()) : '',
  ];
  const results = goal?.keyResults.map(result => said([result.text, progressText(result)]).join(': ')) ?? [];
  return { title, facts: said(facts), list: results.slice(0, longestList) };
}

function explainSkill({ name, kind, levels, expected }: Skill): Explanation {
  const roles = Array.from(expected, ([role, level]) => `${role} ${level}`);
  const told = levels.flatMap((words, index) =>
    words === '' ? [] : `${index + 1} ${levelNames[index] ?? ''}: ${words}`,
  );
  return { title: name, facts: said([kind, roles.length === 0 ? '' : `expected: ${roles.join(', ')}`]), list: told };
}

async function explainPerson({ notebook }: Desk, { handle, name, role, path }: NamedPerson): Promise<Explanation> {
  const note = path && (await notebook.shared.note(path));
  const text = note && (await notebook.shared.read(note.path).catch(() => undefined));
  const offers = note && text !== undefined ? readProfile(note, text).offers : [];
  return {
    title: name,
    facts: said([`@${handle}`, role]),
    list: offers.slice(0, longestList).map(offer => `offers: ${offer}`),
  };
}

/** The commits a reference names, as far as git finds them here. */
async function explainCommits(
  { history, me, clock }: Desk,
  { repo, hashes }: CommitRef,
): Promise<Explanation | undefined> {
  const named = await history?.commitsNamed({ commits: hashes.map(hash => ({ repo, hash })), emails: me.emails });
  const found = named?.filter(each => each.state === 'found') ?? [];
  const calendar = calendarOf(clock.zone);
  const [first, ...rest] = found.map(({ commit, isReachable }) => ({
    subject: commit.subject,
    facts: said([commit.author.name, calendar.dayAt(commit.authored), isReachable ? '' : 'no branch leads to it']),
  }));
  if (!first) return undefined;
  return {
    title: first.subject,
    facts: first.facts,
    list: rest.map(({ subject, facts }) => `to ${[subject, ...facts].join(' · ')}`),
  };
}

function nameOf(handle: string, { people }: Names): string {
  return people.find(person => person.handle === handle)?.name ?? handle;
}

function said(facts: readonly (string | undefined)[]): readonly string[] {
  return facts.filter(fact => fact !== undefined && fact !== '') as string[];
}
