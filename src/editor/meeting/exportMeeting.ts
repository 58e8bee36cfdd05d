import { homedir } from 'node:os';
import { l10n, Uri, window, workspace } from 'vscode';
import type { Desk } from '../../app/desk.ts';
import { Failure } from '../../app/failure.ts';
import * as verb from '../../app/meeting/exportMeeting.ts';
import { oneOnOneOf, oneOnOnes, type OneOnOne } from '../../core/meeting/oneOnOne.ts';
import { slugOf } from '../../core/note/notePath.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import { personCalled } from '../../core/people/identity.ts';
import type { OutLoud } from '../outloud.ts';

/** What a caller may already know. */
export interface ExportAnswers extends verb.MeetingTime {
  /** The name of the meeting's note: `2026-11-24-ada-lin`. */
  readonly meeting: string;
  /** Where the file goes. */
  readonly to: Uri;
}

/**
 * Writes a meeting as a calendar file to a place she chooses: its day, what kind it is and who takes part. Answers the file, or undefined
 * for "not now".
 */
export async function exportMeeting(outloud: OutLoud, answers: Partial<ExportAnswers>): Promise<Uri | undefined> {
  const desk = await outloud.deskWithNotes();
  const meeting = desk && (await pickMeeting(desk, answers.meeting));
  if (!meeting) return undefined;
  const { time = answers.to === undefined ? await askForTime() : '', minutes, to } = answers;
  if (time === undefined) return undefined;
  const text = await verb.exportMeeting(desk, meeting, {
    ...(time.trim() === '' ? {} : { time }),
    ...(minutes === undefined ? {} : { minutes }),
  });
  const file = to ?? (await askForFile(meeting));
  if (!file) return undefined;
  if (to && (await isThere(to)))
    throw new Failure(l10n.t('There is a file of that name already, so nothing was written. Choose another name.'));
  await workspace.fs.writeFile(file, new TextEncoder().encode(text));
  window.setStatusBarMessage(
    l10n.t('$(calendar) The file holds the day, the kind and who takes part; nothing else.'),
    8000,
  );
  return file;
}

/** The meeting that was named, the one in front, else one she picks from the next and the last ones. */
async function pickMeeting({ notebook, team }: Desk, called: string | undefined): Promise<OneOnOne | undefined> {
  const meetings = oneOnOnes(await notebook.private.notes());
  if (called !== undefined) {
    const found = meetings.find(({ path }) => path === called || slugOf(path) === called);
    if (!found) throw new Failure(l10n.t('There is no meeting called {0}.', plainLabel(called)));
    return found;
  }
  const file = window.activeTextEditor?.document.uri.fsPath;
  const open = file === undefined ? undefined : notebook.private.pathOf(file);
  const note = open === undefined ? undefined : await notebook.private.note(open);
  const inFront = note && oneOnOneOf(note);
  if (inFront) return inFront;
  if (meetings.length === 0) throw new Failure(l10n.t('No meeting is prepared yet. “Prepare One-to-One” does that.'));
  const items = meetings.slice(0, 50).map(meeting => ({
    label: plainLabel(personCalled(meeting.with, team).name),
    description: meeting.day,
    meeting,
  }));
  return (await window.showQuickPick(items, { title: l10n.t('Export Meeting'), placeHolder: l10n.t('Which meeting?') }))
    ?.meeting;
}

function askForTime(): Thenable<string | undefined> {
  return window.showInputBox({
    title: l10n.t('Export Meeting'),
    prompt: l10n.t('When does it begin? Enter on nothing takes the whole day.'),
    placeHolder: '14:30',
    validateInput: text =>
      /^(?:|(?:[01]?\d|2[0-3]):[0-5]\d)$/.test(text.trim()) ? undefined : l10n.t('A time looks like 14:30.'),
  });
}

function askForFile({ path }: OneOnOne): Thenable<Uri | undefined> {
  return window.showSaveDialog({
    defaultUri: Uri.joinPath(Uri.file(homedir()), `${slugOf(path)}.ics`),
    filters: { [l10n.t('Calendar')]: ['ics'] },
    title: l10n.t('Export Meeting'),
  });
}

async function isThere(file: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(file);
    return true;
  } catch {
    return false;
  }
}
