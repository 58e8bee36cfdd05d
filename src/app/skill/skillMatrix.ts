import { type Handle, type NotePath, ownerOf } from '../../core/note/notePath.ts';
import { personCalled } from '../../core/people/identity.ts';
import type { Member } from '../../core/people/person.ts';
import { profilePath, readProfile, type Profile } from '../../core/people/profile.ts';
import { readAssessment, type Assessment } from '../../core/skill/assessment.ts';
import { skillMatrix, type MatrixSources, type SkillMatrix, type TeamPerson } from '../../core/skill/matrix.ts';
import { readSkills, type Skill } from '../../core/skill/skill.ts';
import { listValue, present, textValue } from '../../core/note/headValues.ts';
import type { SharedPath } from '../../core/note/notePath.ts';
import type { Desk } from '../desk.ts';
import { readIfThere } from '../notebook/readIfThere.ts';
import type { IndexedNote, Shelf } from '../shelf.ts';

/** What these verbs need of a desk. */
export type SkillDesk = Pick<Desk, 'notebook' | 'me' | 'team'>;

/**
 * Everything known of everybody's skills, for the eyes of the person at the desk. Only `skills.md`, the assessments and, where its head
 * says nothing of what somebody offers, a profile are read.
 */
export async function skillMatrixOf(desk: SkillDesk): Promise<SkillMatrix> {
  return skillMatrix(await matrixSources(desk));
}

/** What the matrix is made of. */
export async function matrixSources(desk: SkillDesk): Promise<MatrixSources> {
  const [skills, people, assessments] = await Promise.all([
    skillsOf(desk.notebook.shared),
    peopleOf(desk),
    assessmentsOf(desk),
  ]);
  return { me: desk.me.handle, skills, people, assessments };
}

/** The skills of `skills.md`, of one that stands there twice the first; none where there is no such note, or it can't be read. */
export async function skillsOf(shelf: Shelf<SharedPath>): Promise<readonly Skill[]> {
  const note = await skillsNote(shelf);
  const text = note && (await readIfThere(shelf, note.path));
  const skills = note === undefined || text === undefined ? [] : readSkills(note, text);
  return skills.filter(({ slug }, index) => skills.findIndex(skill => skill.slug === slug) === index);
}

/** The note that names the skills: `skills.md`, else the first of its type. */
export async function skillsNote(
  shelf: Pick<Shelf<SharedPath>, 'notes'>,
): Promise<IndexedNote<SharedPath> | undefined> {
  const notes = (await shelf.notes()).filter(({ type, isPrivate }) => type === 'skills' && !isPrivate);
  return notes.find(({ path }) => path === 'skills.md') ?? notes[0];
}

/** Every assessment this person may see: the shared ones, but others' private ones, and those on her own shelf. By path. */
export async function assessmentsOf({ notebook, me }: SkillDesk): Promise<readonly Assessment[]> {
  const own = `people/${me.handle}/`;
  const [shared, kept] = await Promise.all([
    read(notebook.shared, 'shared', me.handle, ({ isPrivate, path }) => !isPrivate || path.startsWith(own)),
    read(notebook.private, 'private', me.handle, () => true),
  ]);
  return [...shared, ...kept];
}

/** How many notes are open at a time: a team of years has more assessments than a system has files to open. */
const atOnce = 32;

async function read<P extends NotePath>(
  shelf: Shelf<P>,
  name: 'shared' | 'private',
  me: Handle,
  mayRead: (note: IndexedNote<P>) => boolean,
): Promise<readonly Assessment<P>[]> {
  const notes = (await shelf.notes()).filter(note => note.type === 'assessment' && mayRead(note));
  const found: Assessment<P>[] = [];
  for (let from = 0; from < notes.length; from += atOnce) {
    const some = notes.slice(from, from + atOnce);
    const texts = await Promise.all(some.map(({ path }) => readIfThere(shelf, path)));
    for (const [index, note] of some.entries()) {
      const text = texts[index];
      if (text !== undefined) found.push(readAssessment(note, text, { shelf: name, me }));
    }
  }
  return found;
}

/** The people of `team.md` in its order, and the person herself; without one everybody who has a profile or an assessment. */
async function peopleOf({ notebook: { shared }, me, team }: SkillDesk): Promise<readonly TeamPerson[]> {
  const notes = await shared.notes();
  const handles = team.length > 0 ? team.map(({ handle }) => handle) : writersOf(notes);
  const all = handles.includes(me.handle) ? handles : [...handles, me.handle];
  return Promise.all(
    all.map(async handle => {
      const member = team.find(each => each.handle === handle);
      const name = member?.name ?? (handle === me.handle ? me.name : personCalled(handle, team).name);
      return teamPerson(handle, name, member, await profileOf(shared, notes, handle));
    }),
  );
}

function teamPerson(
  handle: Handle,
  name: string,
  member: Member | undefined,
  profile: Pick<Profile, 'role' | 'offers'> | undefined,
): TeamPerson {
  return {
    handle,
    name,
    ...present('role', profile?.role ?? member?.role),
    leads: member?.leads ?? [],
    offers: profile?.offers ?? [],
  };
}

function writersOf(notes: readonly IndexedNote<SharedPath>[]): readonly Handle[] {
  const told = notes.filter(({ type, isPrivate }) => !isPrivate && (type === 'profile' || type === 'assessment'));
  return [...new Set(told.flatMap(({ path }) => ownerOf(path) ?? []))].toSorted();
}

async function profileOf(
  shelf: Shelf<SharedPath>,
  notes: readonly IndexedNote<SharedPath>[],
  handle: Handle,
): Promise<Pick<Profile, 'role' | 'offers'> | undefined> {
  const note = notes.find(
    ({ path, type, isPrivate }) => path === profilePath(handle) && type === 'profile' && !isPrivate,
  );
  if (!note) return undefined;
  const offers = listValue(note.head['offers']);
  if (offers.length > 0) return { ...present('role', textValue(note.head['role'])), offers };
  const text = await readIfThere(shelf, note.path);
  return text === undefined ? undefined : readProfile(note, text);
}
