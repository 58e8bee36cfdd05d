import { appendItem } from '../../core/note/appendItem.ts';
import type { HeadReader } from '../../core/note/note.ts';
import { eolOf } from '../../core/note/noteText.ts';
import type { PrivatePath, SharedPath } from '../../core/note/notePath.ts';
import { printNote } from '../../core/note/printNote.ts';
import { readNote } from '../../core/note/readNote.ts';
import { applyEdits, type TextEdit } from '../../core/note/textEdit.ts';
import { addNeeds } from '../../core/people/addNeed.ts';
import { profilePath } from '../../core/people/profile.ts';
import { publishableLines, type PublishableLine } from '../../core/meeting/publishable.ts';
import type { Day } from '../../core/time/day.ts';
import { weekOf } from '../../core/time/week.ts';
import { titleOf } from '../../core/week/printWeek.ts';
import { weeklyNotesOf, weeklyPath } from '../../core/week/weeklyNotes.ts';
import type { Desk } from '../desk.ts';
import { Failure } from '../failure.ts';
import { othersIn } from '../promise/meetingsOf.ts';

/** Where lines of a private note may go: what she plans or is stuck with, into this week's note; what she needs, into her profile. */
export const publishPlaces = ['nextWeek', 'roadblocks', 'need'] as const;
export type PublishPlace = (typeof publishPlaces)[number];

/** What shall be told to others, and where. */
export interface ToPublish {
  /** The private note they stand in. */
  readonly from: PrivatePath;
  /** The words, as {@link PublishableLine} has them. */
  readonly words: readonly string[];
  readonly to: PublishPlace;
  /** The day she was shown it, whose week it goes into; today where it is not given. */
  readonly on?: Day;
}

/** What publishing would do, to be shown before it is done. */
export interface Publishing {
  readonly path: SharedPath;
  /** The lines exactly as they will stand. */
  readonly lines: readonly string[];
  /** The note as it is; undefined where it will be a new one. */
  readonly before: string | undefined;
  readonly after: string;
}

type Told = Pick<ToPublish, 'words' | 'to' | 'on'>;
type PublishDesk = Pick<Desk, 'notebook' | 'me' | 'team' | 'clock'> & { readonly yaml: HeadReader };

/** The lines of a private note that may be published. */
export async function linesToPublish(
  { notebook, me, team }: Pick<Desk, 'notebook' | 'me' | 'team'>,
  path: PrivatePath,
): Promise<readonly PublishableLine[]> {
  const note = await notebook.private.note(path);
  const others = note === undefined ? [] : othersIn(note, team);
  return publishableLines(await notebook.private.read(path), { me: me.handle, others });
}

/**
 * What publishing some lines would do. Nothing is written.
 *
 * @throws Failure where that note of hers can't be read by others, or a line may not leave the private one (any more)
 */
export async function planPublishing(desk: PublishDesk, publish: ToPublish): Promise<Publishing> {
  const { shared } = desk.notebook;
  await holdBack(desk, publish);
  const path = await targetOf(desk, publish);
  const before = (await shared.note(path)) === undefined ? undefined : await shared.read(path);
  const edits = editsFor(desk, path, publish)(before);
  return { path, lines: linesOf(publish), before, after: applyEdits(before ?? '', edits) };
}

/**
 * Tells others exactly these lines, in a note of her own. The private note stays as it is. Answers where they went.
 *
 * @throws Failure where that note of hers can't be read by others, or a line may not leave the private one (any more); WriteFailed where
 * nothing was written
 */
export async function publishLines(desk: PublishDesk, publish: ToPublish): Promise<SharedPath> {
  const path = await targetOf(desk, publish);
  await holdBack(desk, publish);
  await desk.notebook.shared.update(path, editsFor(desk, path, publish));
  return path;
}

/** Says no to what the private note does not offer as it is now: she may have dropped a point since she chose it. */
async function holdBack(desk: PublishDesk, { from, words }: ToPublish): Promise<void> {
  const offered = new Set((await linesToPublish(desk, from)).map(line => line.words));
  const kept = words.find(each => !offered.has(each));
  if (kept !== undefined)
    throw new Failure(`“${kept}” is dropped in your note, or no longer there, so nothing was published. Choose again.`);
}

/** The week's note, whatever it is called, or her profile. */
async function targetOf({ notebook, me, clock }: PublishDesk, { to, words, on }: ToPublish): Promise<SharedPath> {
  if (words.length === 0) throw new Failure('Choose at least one line to publish.');
  const week = weekOf(on ?? clock.today());
  const notes = await notebook.shared.notes();
  const weekly = weeklyNotesOf(notes, me.handle).find(each => each.week === week)?.note;
  const path = to === 'need' ? profilePath(me.handle) : (weekly?.path ?? weeklyPath(week, me.handle));
  const note = notes.find(each => each.path === path);
  if (note?.isPrivate)
    throw new Failure(`Others can’t read ${path}, so nothing was published. Look at the top of that note.`);
  return path;
}

function editsFor(
  { me, clock, yaml }: PublishDesk,
  path: SharedPath,
  { words, to, on }: Told,
): (text: string | undefined) => readonly TextEdit[] {
  if (to === 'need')
    return text =>
      text === undefined
        ? whole(printNote({ head: { type: 'profile', needs: [...words] }, title: me.name, body: '' }))
        : addNeeds({ ...readNote(path, text, yaml), path }, text, { needs: words, yaml });
  const week = weekOf(on ?? clock.today());
  return text => {
    if (text !== undefined) return itemsFor(text, { words, to });
    const head = { type: 'weekly', week, person: me.handle };
    const note = printNote({ head, title: titleOf({ week, person: me }), body: '' });
    return whole(applyEdits(note, itemsFor(note, { words, to })));
  };
}

/** Lines that stand there already are not put there again. */
function itemsFor(text: string, publish: Told): readonly TextEdit[] {
  const there = new Set(text.split(/\r?\n/).map(line => line.trim()));
  const lines = linesOf(publish).filter(line => !there.has(line));
  const heading = publish.to === 'roadblocks' ? 'Roadblocks' : 'Next week';
  return lines.length === 0 ? [] : appendItem(text, heading, lines.join(eolOf(text)));
}

function linesOf({ words, to }: Told): readonly string[] {
  return words.map(each => (to === 'need' ? each : `- [ ] ${each}`));
}

function whole(text: string): readonly TextEdit[] {
  return [{ at: { start: 0, end: 0 }, text }];
}
