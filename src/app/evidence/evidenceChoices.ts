import type { EvidenceLine, FileRef, NoteRef } from '../../core/evidence/evidence.ts';
import { readEvidence } from '../../core/evidence/readEvidence.ts';
import { proposalsFor } from '../../core/evidence/proposals.ts';
import type { Goal } from '../../core/goal/goal.ts';
import { relativeHref } from '../../core/markdown/relativeHref.ts';
import { textValue } from '../../core/note/headValues.ts';
import type { NotePath } from '../../core/note/notePath.ts';
import { addDays } from '../../core/time/day.ts';
import { codeAnchor, type CodeSelection } from '../code/codeAnchor.ts';
import type { Desk } from '../desk.ts';
import { Failure } from '../failure.ts';
import { workSince } from './proposedEvidence.ts';
import type { IndexedNote } from '../shelf.ts';
import { logOf } from '../log/weekLog.ts';

/** Something that can be attached to a goal as it is. */
export interface EvidenceChoice {
  readonly kind: 'work' | 'entry' | 'answer';
  readonly title: string;
  readonly line: EvidenceLine;
}

/** So much of each kind is offered, newest first; what is older is named by hand. */
const mostOffered = 30;
const daysBack = 56;

/** Her recent work, entries of her log and answers she was given, as lines for a goal's evidence. What is private is offered to a private goal only. */
export async function evidenceChoices(
  desk: Desk,
  goal: Goal,
  signal?: AbortSignal,
): Promise<readonly EvidenceChoice[]> {
  const since = addDays(desk.clock.today(), -daysBack);
  const [worked, { all }, answers] = await Promise.all([
    workSince(desk, since, { signal }),
    logOf(desk, desk.me),
    answersTo(desk),
  ]);
  // As if all of it named the goal: what stands in its note already is told apart in one place.
  const pieces = worked.map(({ piece }) => ({ ...piece, goals: [goal.slug] }));
  const entries = all.filter(({ day }) => day >= since).map(entry => ({ ...entry, goal: goal.slug }));
  const text = await desk.notebook[goal.shelf].read(goal.path as never); // its path is of this shelf
  const offered = proposalsFor(goal, text, { pieces, entries, most: Infinity });
  const work = offered.filter(({ kind }) => kind === 'work').slice(0, mostOffered);
  const fromLog = offered.filter(({ kind }) => kind === 'entry').slice(0, mostOffered);
  return [
    ...[...work, ...fromLog].map(({ kind, title, line }) => ({ kind, title, line })),
    ...answers.slice(0, mostOffered).map((note): EvidenceChoice => ({
      kind: 'answer',
      title: note.title,
      line: { claim: '', refs: [noteRef(goal, note)] },
    })),
  ];
}

/** What others answered her, newest first. */
async function answersTo({ notebook, me }: Desk): Promise<readonly IndexedNote[]> {
  const notes = await notebook.shared.notes();
  const isHers = ({ type, isPrivate, head }: IndexedNote) =>
    type === 'feedback-answer' && !isPrivate && textValue(head['request'])?.startsWith(`${me.handle}/`) === true;
  const dayOf = ({ head }: IndexedNote) => textValue(head['date']) ?? '';
  return notes.filter(isHers).toSorted((a, b) => (dayOf(a) < dayOf(b) ? 1 : -1));
}

/** A note of the shared shelf as a goal's note names it. */
export function noteRef(
  goal: Pick<Goal, 'shelf' | 'path'>,
  { path, title }: Pick<IndexedNote, 'path' | 'title'>,
): NoteRef {
  const kind = /(?:^|\/)answers\//.test(path) ? 'answer' : 'note';
  if (goal.shelf === 'private') return { kind, href: path, isRooted: true };
  return { kind, href: relativeHref<NotePath>(goal.path, path), text: title };
}

/**
 * The lines of code in front of a person, as they are in the last commit.
 *
 * @throws Failure where they are in none: nobody could look them up.
 */
export async function codeRef(desk: Desk, selection: CodeSelection): Promise<FileRef> {
  if (!desk.history)
    throw new Failure(
      'Git is not started in Restricted Mode, so these lines can’t be looked up. Trust this workspace, then attach them again.',
    );
  const { repo, commit, path, lines, permalink, changed } = await codeAnchor(selection, desk.history);
  if (repo === undefined)
    throw new Failure(
      'This file is in no repository, so nobody could look its lines up. Log what it shows, then attach that note.',
    );
  if (commit === undefined || changed)
    throw new Failure(
      'These lines are not committed yet, so nobody could look them up. Commit them, then attach them again.',
    );
  const at = { path, repo, ...(lines && { lines }) };
  if (permalink === undefined) return { kind: 'file', ...at, hash: commit.slice(0, 7) };
  return { kind: 'file', ...at, hash: commit, url: permalink };
}

/**
 * What a person typed, as a line: her words and what they name.
 *
 * @throws Failure where nothing is named.
 */
export function typedLine(typed: string): EvidenceLine {
  const { claim, refs } = readEvidence(typed);
  if (refs.length === 0)
    throw new Failure(
      'That names no commit, file or note. Write it like “shop 1d0e77b”, “shop 1d0e77b..4f1c2a9” or paste a link.',
    );
  return { claim, refs };
}
