import { textValue } from '../note/headValues.ts';
import type { Note } from '../note/note.ts';
import { dayOfNote } from '../note/noteDays.ts';
import { type Handle, type NotePath, ownerOf, type PrivatePath, type SharedPath } from '../note/notePath.ts';
import { printNote } from '../note/printNote.ts';
import type { Problem } from '../note/problem.ts';
import type { Day } from '../time/day.ts';
import { assessedLines, printAssessed, type Assessed, type AssessedLine } from './assessed.ts';
import { skillNamed, type Skill } from './skill.ts';

/** How somebody saw somebody's skills on one day. */
export interface Assessment<P extends NotePath = NotePath> {
  readonly path: P;
  readonly shelf: 'shared' | 'private';
  /** Undefined where neither the note nor its name says when: then it counts for nothing. */
  readonly day: Day | undefined;
  readonly of: Handle;
  /** Whoever's folder it lies in, whatever the note says: nobody writes in somebody else's name. */
  readonly by: Handle;
  readonly isPrivate: boolean;
  /** Each skill once, in the order written. */
  readonly skills: readonly AssessedLine[];
}

/**
 * Reads an assessment: a list item for each skill, everything between and below them is her own.
 *
 * ```markdown
 * - Postgres: 3 → 4 by 2027-05-31 · explains a plan to others
 * - Giving feedback: 2
 * ```
 *
 * @param text the whole note
 * @param me whose private shelf it is; in the shared folder the place says who wrote it
 */
export function readAssessment<P extends NotePath>(
  { head, path, isPrivate }: Note & { readonly path: P },
  text: string,
  { shelf, me }: { readonly shelf: 'shared' | 'private'; readonly me: Handle },
): Assessment<P> {
  const by = shelf === 'private' ? me : (ownerOf(path) ?? handle(textValue(head['by'])) ?? '');
  return {
    path,
    shelf,
    day: dayOfNote({ head, path }),
    of: handle(textValue(head['of'])) ?? by,
    by,
    isPrivate: isPrivate || shelf === 'private',
    skills: assessedLines(text).skills,
  };
}

/**
 * What is wrong in the body of an assessment: levels there are not, days there are not, a skill twice, and, where `skills.md` is known,
 * skills it does not name.
 */
export function checkAssessment(
  _note: Pick<Note, 'bodyStart'>,
  text: string,
  skills: readonly Pick<Skill, 'slug' | 'name'>[] = [],
): readonly Problem[] {
  const { skills: lines, problems } = assessedLines(text);
  const unknown = skills.length === 0 ? [] : lines.filter(({ name }) => skillNamed(name, skills) === undefined);
  return [
    ...problems,
    ...unknown.map(({ name, nameAt }): Problem => ({ code: 'skill-unknown', at: nameAt, expected: '', detail: name })),
  ];
}

/** An assessment to be written. */
export interface NewAssessment {
  readonly day: Day;
  readonly of: Handle;
  readonly by: Handle;
  /** How both are called in its title. */
  readonly names: { readonly of: string; readonly by: string };
  readonly private?: boolean;
  readonly skills: readonly Assessed[];
}

/** An assessment as the text of a new note. */
export function printAssessment({ day, of, by, names, private: isPrivate, skills }: NewAssessment): string {
  return printNote({
    head: { type: 'assessment', date: day, of, by, private: isPrivate === true ? true : undefined },
    title: `Skills of ${names.of}, by ${names.by}`,
    body: skills.map(skill => `- ${printAssessed(skill)}`).join('\n'),
  });
}

/**
 * Where an assessment is written: below the folder of who writes it.
 *
 * @example
 * assessmentPath({ day: '2026-11-22', of: 'ada', by: 'lin' }); //=> 'people/lin/assessments/2026-11-22-ada-lin.md'
 */
export function assessmentPath({ day, of, by }: Pick<NewAssessment, 'day' | 'of' | 'by'>): SharedPath {
  return `people/${by}/assessments/${day}-${of}-${by}.md` as SharedPath;
}

/** Where one is written that is for nobody else. */
export function privateAssessmentPath({ day, of, by }: Pick<NewAssessment, 'day' | 'of' | 'by'>): PrivatePath {
  return `assessments/${day}-${of}-${by}.md` as PrivatePath;
}

function handle(text: string | undefined): Handle | undefined {
  const bare = text?.replace(/^@/, '').trim();
  return bare === '' ? undefined : bare;
}
