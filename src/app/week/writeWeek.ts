import type { SharedPath } from '../../core/note/notePath.ts';
import type { Problem } from '../../core/note/problem.ts';
import type { TextEdit } from '../../core/note/textEdit.ts';
import { applyEdits } from '../../core/note/textEdit.ts';
import { personCalled } from '../../core/people/identity.ts';
import type { Week } from '../../core/time/week.ts';
import { composeWeek } from '../../core/week/composeWeek.ts';
import { hasConflict } from '../../core/note/bodyConflict.ts';
import { placeParts } from '../../core/week/placeParts.ts';
import { movedPlans, plansLeft, textsOf, type Plan } from '../../core/week/plans.ts';
import { printDraft, printWeek, withoutMarks } from '../../core/week/printWeek.ts';
import type { WeekReport } from '../../core/week/weekReport.ts';
import { layoutPath, weeklyNotesOf, weeklyPath, type WeeklyNote } from '../../core/week/weeklyNotes.ts';
import type { HistoryNotice } from '../../core/work/commit.ts';
import type { Desk } from '../desk.ts';
import { Failure, isFailure, NoteRefused } from '../failure.ts';
import { patchIdsOf } from './patchIdsOf.ts';
import { reportWeek } from './reportWeek.ts';
import type { IndexedNote, Notebook } from '../shelf.ts';

/** Which week, and how to stop. */
export interface WeekOptions {
  readonly week: Week;
  /** A handle, a name or an e-mail; the person at the desk where it is not given. */
  readonly person?: string;
  readonly signal?: AbortSignal;
  /** Told now and then with how many commits were looked at. */
  readonly progress?: (seen: number) => void;
  /**
   * Whether the team's own layout may be used: not in Restricted Mode. It is asked with the layout's text, so that a
   * changed one can be shown before its first use. Where it is not given, layouts are used beside a history only.
   */
  readonly templates?: boolean | ((layout: string) => boolean | Promise<boolean>);
}

/** Something the person should know about her note; the words for it belong to the editor. */
export type WeekNotice =
  | { readonly code: 'no-history' }
  | { readonly code: 'history'; readonly notice: HistoryNotice }
  /** The team's layout could not be used; the built-in one was. */
  | { readonly code: 'template'; readonly path: SharedPath; readonly problem: Problem }
  /** A generated part was left alone. */
  | { readonly code: 'part'; readonly problem: Problem }
  /** The last note could not be read or changed: its open plans stayed there. */
  | { readonly code: 'plans'; readonly week: Week };

/**
 * A week as markdown to be read, of anybody: her note as it would be after writing it, without markers. Nothing is
 * written, and it says nothing about sizes.
 */
export async function draftWeek(
  desk: Desk,
  { week, person: called, signal, progress }: WeekOptions,
): Promise<{ readonly markdown: string; readonly notices: readonly WeekNotice[] }> {
  const person = called === undefined ? desk.me : personCalled(called, desk.team);
  const notes = weeklyNotesOf(await desk.notebook.shared.notes(signal), person.handle);
  const last = await lastNote(desk, notes, week);
  const plans = last.text === undefined ? [] : plansLeft(last.text, last.week, week);
  const report = await reportWeek(desk, { week, person, plans, ...stopping({ signal, progress }) });
  const there = notes.find(one => one.week === week && !one.note.isPrivate)?.note;
  const text = there && (await desk.notebook.shared.read(there.path));
  if (text === undefined || hasConflict(text))
    return { markdown: printDraft(report, composeWeek(report)), notices: noticesOf(report) };
  const { edits } = place(text, { ...report, ...(await patchIdsOf(desk.history, report.work, signal)) });
  return { markdown: withoutMarks(applyEdits(text, edits)), notices: noticesOf(report) };
}

/**
 * Writes the note of a week into the person's own folder, or brings it up to date around what she wrote there, and
 * closes in the notes before it what it took over from them. The new note is written first: whatever stops it between
 * the two, no plan is lost, and writing it again puts it right.
 *
 * @throws WriteFailed where nothing was written; Failure where the note is somebody else's, or holds a conflict.
 */
export async function writeWeek(
  desk: Desk,
  options: WeekOptions,
): Promise<{ readonly path: SharedPath; readonly notices: readonly WeekNotice[] }> {
  const { week, signal } = options;
  const { shared } = desk.notebook;
  refuseOthers(desk, options.person);
  const notes = weeklyNotesOf(await shared.notes(signal), desk.me.handle);
  const there = notes.find(one => one.week === week)?.note;
  await refuseConflict(desk.notebook, there);
  const last = await lastNote(desk, notes, week);
  const plans = last.text === undefined ? [] : plansLeft(last.text, last.week, week);
  const gathered = await reportWeek(desk, { week, person: desk.me, plans, ...stopping(options) });
  const path = there?.path ?? weeklyPath(week, desk.me.handle);
  const report = { ...gathered, path, ...(await patchIdsOf(desk.history, gathered.work, signal)) };
  const fresh = there ? undefined : await newNote(desk, report, options);
  signal?.throwIfAborted();
  let written = '';
  let problems: readonly Problem[] = [];
  await shared.update(path, text => {
    const placing =
      text === undefined ? whole(fresh?.text ?? printWeek(report, composeWeek(report))) : place(text, report);
    written = applyEdits(text ?? '', placing.edits);
    problems = placing.problems;
    return placing.edits;
  });
  const stuck = await closePlans(desk, notes, { text: written, week });
  const notices = [...noticesOf(report), ...(fresh?.notices ?? []), ...last.notices, ...stuck];
  return { path, notices: [...notices, ...problems.map(problem => ({ code: 'part', problem }) as const)] };
}

function refuseOthers({ me, team }: Desk, person: string | undefined): void {
  if (person === undefined || personCalled(person, team).handle === me.handle) return;
  throw new Failure(
    'A weekly note is written by its own person. Summarize their work instead, or ask them to share theirs.',
  );
}

async function refuseConflict({ shared }: Notebook, note: IndexedNote<SharedPath> | undefined): Promise<void> {
  if (!note || !hasConflict(await shared.read(note.path))) return;
  throw new Failure('Two versions of this note met, and git left both in it. Keep what you want, then write it again.');
}

/** The words of the last note before a week, where it may be read into another. */
async function lastNote(
  { notebook }: Desk,
  notes: readonly WeeklyNote<IndexedNote<SharedPath>>[],
  week: Week,
): Promise<{ readonly text?: string; readonly week: Week; readonly notices: readonly WeekNotice[] }> {
  const last = notes.findLast(one => one.week < week);
  if (!last || last.note.isPrivate) return { week, notices: [] };
  const stuck = { week: last.week, notices: [{ code: 'plans', week: last.week } as const] };
  try {
    const text = await notebook.shared.read(last.note.path);
    return hasConflict(text) ? stuck : { text, week: last.week, notices: [] };
  } catch (error) {
    if (error instanceof NoteRefused) return stuck;
    throw error;
  }
}

/** Closes what arrived, in the last note and in the one before it, where an earlier run may have stopped half-way. */
async function closePlans(
  { notebook }: Desk,
  notes: readonly WeeklyNote<IndexedNote<SharedPath>>[],
  written: { readonly text: string; readonly week: Week },
): Promise<readonly WeekNotice[]> {
  const stuck: WeekNotice[] = [];
  let into = written;
  for (const { note, week } of notes
    .filter(one => one.week < written.week)
    .slice(-2)
    .toReversed()) {
    if (note.isPrivate) break;
    try {
      const before = await notebook.shared.read(note.path);
      if (hasConflict(before)) break;
      const { text: newer, week: to } = into;
      if (movedPlans(before, week, { text: newer, week: to }).length > 0)
        await notebook.shared.update(note.path, text =>
          text === undefined ? [] : movedPlans(text, week, { text: newer, week: to }),
        );
      into = { text: before, week };
    } catch (error) {
      if (!isFailure(error)) throw error;
      stuck.push({ code: 'plans', week });
      break;
    }
  }
  return stuck;
}

function whole(text: string): { readonly edits: readonly TextEdit[]; readonly problems: readonly Problem[] } {
  return { edits: [{ at: { start: 0, end: 0 }, text }], problems: [] };
}

/** Brings a note up to date. A plan that stands anywhere in it is not carried in again. */
function place(text: string, report: WeekReport): ReturnType<typeof placeParts> {
  const there = textsOf(text);
  const plans = report.plans.filter((plan: Plan) => !there.has(plan.text));
  return placeParts(text, composeWeek({ ...report, plans }));
}

/** A new note in the team's own layout, where there is one that can be used. */
async function newNote(
  desk: Desk,
  report: WeekReport,
  { templates = desk.history !== undefined }: WeekOptions,
): Promise<{ readonly text?: string; readonly notices: readonly WeekNotice[] }> {
  const { shared } = desk.notebook;
  const template = templates === false ? undefined : await shared.note(layoutPath);
  if (!template || template.isPrivate) return { notices: [] };
  const layout = await shared.read(layoutPath);
  if (typeof templates === 'function' && !(await templates(layout))) return { notices: [] };
  const { printFromTemplate } = await import('../../core/week/weekTemplate.ts');
  const printed = await printFromTemplate(layout, report, composeWeek(report));
  if ('text' in printed) return { text: printed.text, notices: [] };
  return { notices: [{ code: 'template', path: layoutPath, problem: printed.problem }] };
}

function noticesOf({ work }: WeekReport): readonly WeekNotice[] {
  if (!work) return [{ code: 'no-history' }];
  return work.notices.map(notice => ({ code: 'history', notice }));
}

function stopping({
  signal,
  progress,
}: {
  signal?: AbortSignal | undefined;
  progress?: ((seen: number) => void) | undefined;
}) {
  return { ...(signal && { signal }), ...(progress && { progress }) };
}
