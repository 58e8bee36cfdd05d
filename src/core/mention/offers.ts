import { goalStatuses } from '../goal/goal.ts';
import { link } from '../markdown/markdown.ts';
import { relativeHref } from '../markdown/relativeHref.ts';
import { entryTypes, type NoteType } from '../note/note.ts';
import { textValue } from '../note/headValues.ts';
import { ownerOf, type SharedPath } from '../note/notePath.ts';
import type { Blank } from './blank.ts';
import { pathAt } from './meaning.ts';
import { mentionsIn } from './mentionsIn.ts';
import type { KnownNote, NamedGoal, NamedPerson, Names, NotePlace } from './names.ts';
import { tagsOf } from './tags.ts';
import { writeName } from './writtenName.ts';
import { compareText } from '../note/compareText.ts';

/** One way to fill a blank. Its words come from notes: clean them before they are shown. */
export interface Offer {
  /** As it is listed. */
  readonly label: string;
  /** What it is: a title, a day, a name. */
  readonly detail?: string;
  /** What is written. */
  readonly insert: string;
  /** What it is found by besides. */
  readonly words?: string;
  readonly kind: Blank['wants'];
}

/** A commit of hers that could be evidence. */
export interface OfferedCommit {
  readonly ref: string;
  readonly subject: string;
  readonly day: string;
  readonly url?: string;
}

/** The note the blank is in. */
export interface Asking extends NotePlace {
  readonly text: string;
  /** Her last commits, the newest first; only looked at for evidence. */
  readonly commits?: readonly OfferedCommit[];
}

/** What a blank may be filled with, best first: hers before others', active before over, recent before old. */
export function offersFor({ wants, form, lead }: Blank, names: Names, asking: Asking): readonly Offer[] {
  if (typeof wants === 'object') return wants.map(word => ({ label: word, insert: lead + word, kind: wants }));
  const named = (name: string, offer: Omit<Offer, 'insert' | 'kind'>): Offer => ({
    ...offer,
    insert: lead + writeName(name, form),
    kind: wants,
  });
  switch (wants) {
    case 'goal':
      return names.goals.toSorted((a, b) => byGoal(a, b, names)).map(goal => named(goal.slug, goalOffer(goal, names)));
    case 'skill':
      return names.skills.map(({ slug, name, kind }) => named(slug, { label: name, detail: kind, words: slug }));
    case 'objective':
      return names.objectives
        .toSorted((a, b) => Number(a.status !== 'active') - Number(b.status !== 'active'))
        .map(({ slug, title, due, status }) =>
          named(slug, {
            label: slug,
            detail: told(title, status === 'active' ? due && `due ${due}` : status),
            words: title,
          }),
        );
    case 'person':
      return names.people
        .toSorted((a, b) => Number(a.handle === names.me) - Number(b.handle === names.me))
        .map(person => named(person.handle, personOffer(person)));
    case 'tag':
      return tagsOf(names).map(({ tag, first }) => named(tag, { label: tag, detail: first.title }));
    case 'request':
      return names.requests.map(({ owner = '', slug, title }) =>
        named(`${owner}/${slug}`, { label: `${owner}/${slug}`, detail: title }),
      );
    case 'evidence':
      return [...noteOffers(names, asking), ...commitOffers(asking)];
    case 'vision':
      return visionsOf(names).map(vision => named(vision, { label: vision }));
    default:
      return [];
  }
}

function byGoal(a: NamedGoal, b: NamedGoal, { me }: Names): number {
  return (
    Number(a.owner !== me) - Number(b.owner !== me) ||
    goalStatuses.indexOf(a.status) - goalStatuses.indexOf(b.status) ||
    compareText(a.due ?? '9999', b.due ?? '9999')
  );
}

function goalOffer(
  { slug, title, due, status, owner }: NamedGoal,
  { me, people }: Names,
): Omit<Offer, 'insert' | 'kind'> {
  const whose = owner === me ? '' : (people.find(({ handle }) => handle === owner)?.name ?? '');
  return { label: slug, detail: told(title, whose, status === 'active' ? due && `due ${due}` : status), words: title };
}

function personOffer({ handle, name, role }: NamedPerson): Omit<Offer, 'insert' | 'kind'> {
  return { label: handle, detail: told(name, role), words: name };
}

/** What goals of hers already say they lead to, and what her profile does in its front matter. */
function visionsOf({ notes, me }: Names): readonly string[] {
  const hers = [...notes.shared.filter(({ path }) => ownerOf(path) === me), ...notes.private];
  const said = hers.flatMap(({ head, type }) =>
    type === 'goal' || type === 'profile' ? [head['vision'] ?? []].flat() : [],
  );
  return [...new Set(said.filter(vision => typeof vision === 'string'))];
}

const mayProve: ReadonlySet<NoteType | undefined> = new Set([
  ...entryTypes,
  'book',
  'article',
  'feedback-answer',
  'review',
]);

/** Her own notes that are not yet linked here, the newest first. */
function noteOffers({ notes, me }: Names, { shelf, path, text }: Asking): readonly Offer[] {
  const linked = new Set(mentionsIn(text).flatMap(({ kind, name }) => (kind === 'note' ? pathAt(name, path) : [])));
  const hers = shelf === 'shared' ? notes.shared.filter(note => ownerOf(note.path) === me) : notes.private;
  return hers
    .filter(note => mayProve.has(note.type) && !linked.has(note.path))
    .toSorted((a, b) => compareText(dayOf(b), dayOf(a)))
    .slice(0, 50)
    .map(note => ({
      label: note.title,
      detail: told(note.type, dayOf(note)),
      insert: link(note.title, relativeHref(path as SharedPath, note.path as SharedPath)), // both on one shelf
      words: note.title,
      kind: 'evidence',
    }));
}

function commitOffers({ commits = [], text }: Asking): readonly Offer[] {
  return commits
    .filter(({ ref }) => !text.includes(ref))
    .map(({ ref, subject, day, url }) => ({
      label: subject,
      detail: told(ref, day),
      insert: link(ref, url),
      words: `${ref} ${subject}`,
      kind: 'commit',
    }));
}

function dayOf({ head }: KnownNote): string {
  return textValue(head['date']) ?? '';
}

function told(...parts: readonly (string | undefined)[]): string {
  return parts.filter(part => part !== undefined && part !== '').join(' · ');
}
