import type { HeadValue, Note } from '../note/note.ts';
import { dayOfNote, dayValue } from '../note/noteDays.ts';
import { ownerOf, slugOf, type Handle, type SharedPath } from '../note/notePath.ts';
import { sameHandle } from '../people/leads.ts';
import { addWeeks, weekOf, type Week } from '../time/week.ts';
import type { FeedbackWanted } from './weekReport.ts';

type SharedNote = Note & { readonly path: SharedPath };

/** How long a request without a date is waited for. */
const patience = 4;

/**
 * The feedback a person waits for in a week, and what was answered in it. Who answered is told by the folders of the others, whatever
 * their notes say.
 */
export function feedbackWanted(notes: readonly SharedNote[], me: Handle, week: Week): readonly FeedbackWanted[] {
  const shared = notes.filter(note => !note.isPrivate);
  const answers = shared.filter(note => note.type === 'feedback-answer');
  return shared
    .filter(({ type, path }) => type === 'feedback-request' && path.startsWith(`people/${me}/`))
    .flatMap(request => wanted(request, answers, me, week) ?? []);
}

function wanted(
  request: SharedNote,
  answers: readonly SharedNote[],
  me: Handle,
  week: Week,
): FeedbackWanted | undefined {
  const name = slugOf(request.path);
  const asked = dayOfNote(request);
  const due = dayValue(request.head['due']);
  const hers = answers.filter(({ head }) => textOf(head['request']) === `${me}/${name}`);
  const answered = (note: SharedNote) => ({ by: ownerOf(note.path) ?? '', day: dayOfNote(note) });
  const inTime = hers.map(answered).filter(({ day }) => day === undefined || weekOf(day) <= week);
  const waitsFor = listOf(request.head['to']).filter(handle => !inTime.some(({ by }) => sameHandle(by, handle)));
  const fresh = inTime.filter(({ day }) => day !== undefined && weekOf(day) === week).map(({ by }) => by);
  if (asked === undefined || weekOf(asked) > week) return undefined;
  const last = due === undefined ? addWeeks(weekOf(asked), patience) : addWeeks(weekOf(due), 1);
  const isOpen = waitsFor.length > 0 && week <= last;
  if (!isOpen && fresh.length === 0) return undefined;
  return {
    path: request.path,
    title: request.title,
    waitsFor: isOpen ? waitsFor : [],
    answeredBy: [...new Set(fresh)],
    ...(due === undefined ? {} : { due }),
  };
}

function textOf(value: HeadValue | undefined): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** One value counts as a list of one. */
export function listOf(value: HeadValue | undefined): readonly string[] {
  const values: readonly HeadValue[] = Array.isArray(value) ? (value as readonly HeadValue[]) : [value ?? null];
  return values.flatMap(each => textOf(each) ?? []);
}
