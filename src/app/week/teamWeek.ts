import type { HeadReader } from '../../core/note/note.ts';
import type { Handle, SharedPath } from '../../core/note/notePath.ts';
import { readNote } from '../../core/note/readNote.ts';
import { personCalled } from '../../core/people/identity.ts';
import { addWeeks, weekOf, type Week } from '../../core/time/week.ts';
import { teamWeek, type SharedWeek, type TeamWeek } from '../../core/week/teamWeek.ts';
import { weeklyNotesOf } from '../../core/week/weeklyNotes.ts';
import type { Desk } from '../desk.ts';
import { isSharingRefused, type NoteSharing } from '../share/noteSharing.ts';
import type { IndexedNote } from '../shelf.ts';

/** What the page of a team's week is asked with. */
export interface TeamWeekQuestion {
  /** This week where it is not given, or the last one as long as nobody has shared this one's note. */
  readonly week?: Week;
  readonly yaml: HeadReader;
  /** Absent in Restricted Mode: then the notes are taken as they lie there. */
  readonly sharing?: NoteSharing | undefined;
  readonly signal?: AbortSignal;
}

/** The page, and the person's own note of the week where it is there but nobody else can see it yet. */
export interface TeamWeekSeen extends TeamWeek {
  readonly unshared?: SharedPath;
}

type TeamDesk = Pick<Desk, 'notebook' | 'me' | 'team' | 'clock'>;

/**
 * Everybody's weekly notes of one week on one page, as a colleague can see them: what is in a commit, in the words it has there. Where
 * there is no git to ask, it is what lies in the folder.
 */
export async function openTeamWeek(desk: TeamDesk, question: TeamWeekQuestion): Promise<TeamWeekSeen> {
  const now = weekOf(desk.clock.today());
  const page = await pageOf(desk, question.week ?? now, question);
  if (question.week !== undefined || page.people.length > 0) return page;
  const last = await pageOf(desk, addWeeks(now, -1), question);
  return last.people.length > 0 ? last : page;
}

async function pageOf(desk: TeamDesk, week: Week, question: TeamWeekQuestion): Promise<TeamWeekSeen> {
  const shared: SharedWeek[] = [];
  let unshared: SharedPath | undefined;
  const weekly = notesOf(desk, week, await desk.notebook.shared.notes(question.signal));
  const texts = await textsForOthers(
    desk,
    weekly.map(({ note }) => note.path),
    question,
  );
  question.signal?.throwIfAborted();
  for (const { handle, note } of weekly) {
    const text = texts.get(note.path);
    const name = handle === desk.me.handle ? desk.me.name : personCalled(handle, desk.team).name;
    if (text === undefined) unshared = handle === desk.me.handle ? note.path : unshared;
    else if (!readNote(note.path, text, question.yaml).isPrivate) shared.push({ handle, name, path: note.path, text });
  }
  const nameOf = (handle: Handle) => personCalled(handle, desk.team).name;
  return { ...teamWeek(week, shared, nameOf), ...(unshared !== undefined && { unshared }) };
}

/** The notes of a week by person: members in the order of the team, then whoever else has a folder. */
function notesOf({ team }: TeamDesk, week: Week, notes: readonly IndexedNote<SharedPath>[]) {
  const weekly = notes.filter(({ path, isPrivate }) => !isPrivate && /^people\/[^/]+\/weekly\//.test(path));
  const folders = new Set(weekly.map(({ path }) => path.split('/')[1] ?? ''));
  const members = team.map(({ handle }) => handle).filter(handle => folders.has(handle));
  return [...new Set([...members, ...folders])].flatMap(handle => {
    const note = weeklyNotesOf(weekly, handle).find(each => each.week === week)?.note;
    return note ? [{ handle, note }] : [];
  });
}

/** What others can read of notes: nothing of those that are in no commit yet. */
async function textsForOthers(
  { notebook }: TeamDesk,
  paths: readonly SharedPath[],
  { sharing }: TeamWeekQuestion,
): Promise<ReadonlyMap<SharedPath, string>> {
  try {
    if (sharing) return await sharing.committedTexts(paths);
  } catch (error) {
    if (!isSharingRefused(error)) throw error; // no repository around it: whoever sees the folder sees it all
  }
  return new Map(await Promise.all(paths.map(async path => [path, await notebook.shared.read(path)] as const)));
}
