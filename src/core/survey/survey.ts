import { compareText } from '../note/compareText.ts';
import { present, textValue } from '../note/headValues.ts';
import type { Note } from '../note/note.ts';
import { dayOfNote, dayValue } from '../note/noteDays.ts';
import { slugOf, type Handle, type SharedPath } from '../note/notePath.ts';
import { sectionsOf } from '../note/sections.ts';
import type { Day } from '../time/day.ts';

/** What is asked of everybody in the team: a look back, or a few questions. */
export interface Survey {
  readonly path: SharedPath;
  /** How answers and other surveys name it: its file's name without ending. */
  readonly slug: string;
  readonly title: string;
  readonly kind: SurveyKind;
  /** The day it was asked. */
  readonly date?: Day;
  /** The last day on which everybody is asked. */
  readonly due?: Day;
  /** Who started it, and is asked to sum it up. */
  readonly by?: Handle;
  /** The slug of the one before it, whose actions it opens with. */
  readonly previous?: string;
  /** The day it was summed up, or ended without. */
  readonly closed?: Day;
}

export const surveyKinds = ['retrospective', 'survey'] as const;
export type SurveyKind = (typeof surveyKinds)[number];

/** Where the actions of a survey stand in its note. */
export const actionSection = 'Actions';
/** Where a survey tells what became of the last one's actions. */
export const lastTimeSection = 'Last time';
/** Where words stand that were said below no question. */
export const besidesSection = 'Said besides';

const noQuestions = [actionSection, lastTimeSection, besidesSection].map(title => title.toLowerCase());

/** The surveys among some notes, the newest first. Told by their front matter alone; a private one is none. */
export function surveysIn(notes: readonly (Note & { readonly path: SharedPath })[]): readonly Survey[] {
  const surveys = notes.flatMap(note => (note.type === 'survey' && !note.isPrivate ? [readSurvey(note)] : []));
  return surveys.toSorted((a, b) => order(b, a));
}

function readSurvey({ head, title, path }: Note & { readonly path: SharedPath }): Survey {
  const slug = slugOf(path);
  return {
    path,
    slug,
    title,
    kind: textValue(head['kind']) === 'survey' ? 'survey' : 'retrospective',
    ...present('date', dayOfNote({ head, path })),
    ...present('due', dayValue(head['due'])),
    ...present('by', textValue(head['by'])),
    ...present('previous', textValue(head['previous'])),
    ...present('closed', dayValue(head['closed'])),
  };
}

function order(a: Survey, b: Survey): number {
  const [one, other] = [`${a.date ?? ''} ${a.slug}`, `${b.date ?? ''} ${b.slug}`];
  return compareText(one, other);
}

/** Whether everybody is still asked: it is not closed, and its last day is not over. */
export function isRunning({ closed, due }: Pick<Survey, 'closed' | 'due'>, today: Day): boolean {
  return closed === undefined && (due === undefined || today <= due);
}

/** The questions of a survey's note, each once, in their order: its H2 headings. */
export function questionsOf(text: string): readonly string[] {
  const titles = sectionsOf(text).map(({ title }) => title.trim());
  return eachOnce(titles.filter(title => title !== '' && !noQuestions.includes(title.toLowerCase())));
}

/** The questions without those that ask the same as one before them. */
export function eachOnce(questions: readonly string[]): readonly string[] {
  const known = new Set<string>();
  return questions.filter(question => {
    const key = questionKey(question);
    return !known.has(key) && known.add(key);
  });
}

/** How much of a question tells it from others: an answer repeats a very long one only so far. */
const telling = 250;

/** What two headings have in common that ask the same. */
export function questionKey(question: string): string {
  return question.trim().replace(/\s+/g, ' ').slice(0, telling).toLowerCase();
}

/** The survey a text names: by its slug, or by its title. */
export function surveyNamed(text: string, surveys: readonly Survey[]): Survey | undefined {
  const name = text.trim().replace(/\.md$/i, '').toLowerCase();
  return (
    surveys.find(({ slug, path }) => slug.toLowerCase() === name || path.toLowerCase() === `${name}.md`) ??
    surveys.find(({ title }) => title.toLowerCase() === name)
  );
}
