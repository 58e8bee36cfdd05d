import { allyNoteOf, allyPath, printAllyNote, printWord, unanswered, type AllyWord } from '../../core/ally/allyWord.ts';
import { linesWithin } from '../../core/note/sectionLines.ts';
import { isMeant, isSame, type HeldGoal } from '../../core/ally/heldGoal.ts';
import type { SharedPath } from '../../core/note/notePath.ts';
import { isUnreadable } from '../../core/note/readNote.ts';
import { eolOf } from '../../core/note/noteText.ts';
import { bodyStartOf } from '../../core/note/sections.ts';
import type { TextEdit } from '../../core/note/textEdit.ts';
import type { Desk } from '../desk.ts';
import { Failure } from '../failure.ts';
import { stateOf } from './heldGoalsOf.ts';

/**
 * Gives a word back on the newest check-in of somebody's goal: a line in a note of the ally's own, one for each goal. Answers where
 * it stands.
 */
export async function answerCheckIn(desk: Desk, goal: HeldGoal, text: string): Promise<SharedPath> {
  const { notebook, me, clock } = desk;
  const state = await stateOf(desk, goal);
  const mine = state?.words.filter(({ ally }) => isSame(ally, me.handle)) ?? [];
  const on = unanswered(state?.checkIns ?? [], mine) ?? state?.checkIns.at(-1);
  if (on === undefined) throw new Failure('Nothing was written there yet that waits for a word.');
  if (text.trim() === '') throw new Failure('A word is enough, but one it takes.');
  const word: AllyWord = { day: clock.today(), on: on.day, text };
  const known = (await notebook.shared.notes()).map(allyNoteOf).find(isMine);
  const path = known?.path ?? allyPath(me.handle, goal);
  const isBroken = (await notebook.shared.note(path))?.problems.some(isUnreadable) === true;
  if (known === undefined && !isBroken) return notebook.shared.create(path, printAllyNote(goal, path, word));
  await notebook.shared.update(path, old =>
    old === undefined ? [{ at: { start: 0, end: 0 }, text: printAllyNote(goal, path, word) }] : wordAdded(old, word),
  );
  return path;

  function isMine(found: ReturnType<typeof allyNoteOf>): boolean {
    return found !== undefined && isSame(found.ally, me.handle) && isMeant(goal, found.goal);
  }
}

/** A word behind the last one, or at the end of the note. */
function wordAdded(text: string, word: AllyWord): readonly TextEdit[] {
  const eol = eolOf(text);
  const end = text.trimEnd().length;
  const last = linesWithin(text, bodyStartOf(text)).at(-1)?.words ?? '';
  const gap = /^ {0,3}[-*+][ \t]/.test(last) ? eol : eol + eol;
  return [{ at: { start: end, end }, text: `${gap}${printWord(word)}${end === text.length ? eol : ''}` }];
}
