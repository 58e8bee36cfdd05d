import { escapeText, link } from '../../core/markdown/markdown.ts';
import { relativeHref } from '../../core/markdown/relativeHref.ts';
import { listValue } from '../../core/note/headValues.ts';
import { itemsAdded } from '../../core/note/itemsAdded.ts';
import { ownerOf, type SharedPath } from '../../core/note/notePath.ts';
import { sameHandle } from '../../core/people/leads.ts';
import { profilePath } from '../../core/people/profile.ts';
import type { SkillMatrix } from '../../core/skill/matrix.ts';
import { isSkill, skillNamed, type NamedSkill, skillSlug } from '../../core/skill/skill.ts';
import { readResources, type Method, type Resource } from '../../core/skill/resources.ts';
import { readIfThere } from '../notebook/readIfThere.ts';
import type { IndexedNote, Shelf } from '../shelf.ts';
import type { SkillDesk } from './skillMatrix.ts';
import { changeNote } from '../notebook/changeNote.ts';

/** Somebody or something that helps with a skill. */
export interface SkillHelp {
  readonly kind: 'mentor' | 'resource' | 'note';
  /** A name or a title, as it stands there: cleaned where it is shown. */
  readonly label: string;
  /** What is known of it: `40 € · worth it (ada)`. */
  readonly detail: string;
  readonly method: Method;
  /** What stands in a goal's note for it, without a bullet. */
  readonly line: string;
}

/**
 * Who and what helps with a skill: who offers it and is proficient, then what `resources.md` lists for it, then books and articles
 * somebody took notes of.
 *
 * @param from the note the links lead from
 */
export async function helpWith(
  { notebook: { shared }, me }: SkillDesk,
  { skills, people, team }: SkillMatrix,
  { skill, from }: { readonly skill: string; readonly from: SharedPath },
): Promise<readonly SkillHelp[]> {
  const asked = skillNamed(skill, skills) ?? { slug: skillSlug(skill) };
  const notes = (await shared.notes()).filter(({ isPrivate }) => !isPrivate);
  const teachers = team.find(each => each.skill === asked.slug)?.teachers ?? [];
  const mentors = people.filter(({ handle }) => teachers.includes(handle) && !sameHandle(handle, me.handle));
  const profileOf = (handle: string) => notes.find(({ path }) => path === profilePath(handle));
  const catalogues = await Promise.all(
    notes.filter(({ type }) => type === 'resources').map(note => catalogue(shared, note)),
  );
  return [
    ...mentors.map(({ handle, name }) => mentor(name, profileOf(handle), from)),
    ...catalogues.flatMap(({ path, resources }) =>
      resources
        .filter(({ skills: about }) => about.some(name => isSkill(name, asked)))
        .map(resource => listed(resource, path, from)),
    ),
    ...notes.filter(note => isAbout(note, asked)).map(note => noted(note, from)),
  ];
}

/**
 * Puts who and what helps into a goal's note, below "Resources". What stands there stays, and nothing is put there twice.
 *
 * @param goal a note of the person at the desk
 */
export async function addResources(
  { notebook }: Pick<SkillDesk, 'notebook'>,
  goal: SharedPath,
  help: readonly SkillHelp[],
): Promise<void> {
  const lines = help.map(({ line }) => line);
  await changeNote(notebook.shared, goal, text => itemsAdded(text, 'Resources', lines));
}

async function catalogue(
  shelf: Shelf<SharedPath>,
  note: IndexedNote<SharedPath>,
): Promise<{ readonly path: SharedPath; readonly resources: readonly Resource[] }> {
  const text = await readIfThere(shelf, note.path);
  return { path: note.path, resources: text === undefined ? [] : readResources(note, text) };
}

function isAbout({ type, head }: IndexedNote, skill: NamedSkill): boolean {
  return (type === 'book' || type === 'article') && listValue(head['skills']).some(name => isSkill(name, skill));
}

function mentor(name: string, profile: IndexedNote<SharedPath> | undefined, from: SharedPath): SkillHelp {
  const href = profile && relativeHref(from, profile.path);
  return {
    kind: 'mentor',
    label: name,
    detail: 'offers to teach it',
    method: 'mentoring',
    line: `${link(name, href)} · offers to teach it`,
  };
}

function listed(
  { title, address, method = 'self-study', budget, verdict }: Resource,
  path: SharedPath,
  from: SharedPath,
): SkillHelp {
  const details = [budget, verdict].filter(part => part !== undefined);
  const named = link(title, address === undefined ? undefined : addressFrom(address, path, from));
  return {
    kind: 'resource',
    label: title,
    detail: details.join(' · '),
    method,
    line: [named, ...details.map(escapeText)].join(' · '),
  };
}

function noted({ path, title, type }: IndexedNote<SharedPath>, from: SharedPath): SkillHelp {
  const writer = ownerOf(path);
  const detail = `${type === 'book' ? 'book' : 'article'}${writer === undefined ? '' : `, read by ${writer}`}`;
  const named = link(title, relativeHref(from, path));
  return { kind: 'note', label: title, detail, method: 'self-study', line: `${named} · ${escapeText(detail)}` };
}

/** An address of one note as another one links to it: one of the web as it is, a relative one from the top of the notes down. */
function addressFrom(address: string, path: SharedPath, from: SharedPath): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(address) || address.startsWith('/')) return address;
  const up = '../'.repeat(from.split('/').length - 1);
  return `${up}${path.slice(0, path.lastIndexOf('/') + 1)}${address.replace(/^\.\//, '')}`;
}
