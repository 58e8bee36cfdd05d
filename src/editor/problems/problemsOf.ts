import { checkAsks } from '../../core/meeting/asks.ts';
import { misplaced } from '../../core/note/misplaced.ts';
import type { Note } from '../../core/note/note.ts';
import type { NotePath } from '../../core/note/notePath.ts';
import type { Problem } from '../../core/note/problem.ts';
import { isUnreadable } from '../../core/note/readNote.ts';
import { readTeam } from '../../core/people/team.ts';
import { checkAssessment } from '../../core/skill/assessment.ts';
import { checkSkills } from '../../core/skill/checkSkills.ts';
import { checkActions } from '../../core/survey/surveyAction.ts';
import { findParts } from '../../core/week/generatedPart.ts';
import { layoutPath } from '../../core/week/weeklyNotes.ts';
import { isWorkspaceTrusted } from '../support/trust.ts';
import type { GoalLook } from './goalLook.ts';

/** A note that was read, and its whole text. */
export interface ReadNote {
  readonly shelf: 'shared' | 'private';
  readonly path: NotePath;
  readonly text: string;
  readonly note: Note;
}

/**
 * Everything that is wrong with a note, and what a goal is asked: its front matter, and what its body has to keep to where it is a weekly
 * note, the layout of those, the list of skills, an assessment or the team.
 */
export async function problemsOf(read: ReadNote, goals: GoalLook): Promise<readonly Problem[]> {
  const { problems } = read.note;
  if (problems.some(isUnreadable)) return problems;
  return [...problems, ...(await problemsOfPlace(read, goals)), ...(await problemsOfBody(read, goals))];
}

/** A private note among the shared ones: said to whoever can move it. */
async function problemsOfPlace({ shelf, path, text, note }: ReadNote, look: GoalLook): Promise<readonly Problem[]> {
  const problem = shelf === 'shared' && note.isPrivate ? misplaced(text, note) : undefined;
  return problem && (await look.isHers(path)) ? [problem] : [];
}

async function problemsOfBody(read: ReadNote, goals: GoalLook): Promise<readonly Problem[]> {
  const { shelf, path, text, note } = read;
  if (note.type === 'goal') return goals.problemsOf(read);
  if (note.type === 'assessment') return checkAssessment(note, text, await goals.skills());
  if (note.type === 'one-on-one') return [...checkAsks(text), ...(await goals.promiseProblems(read))];
  if (shelf === 'private') return [];
  if (path === layoutPath) return layoutProblems(text);
  if (note.type === 'skills') return checkSkills(text);
  if (note.type === 'feedback-answer') return goals.answerProblems(read);
  if (note.type === 'survey') return checkActions(text);
  if (note.type === 'team') return readTeam(note, text).problems;
  return /^people\/[^/]+\/weekly\//.test(path) ? findParts(text).problems : [];
}

/** In Restricted Mode no layout is used, so there is nothing to say about one. */
async function layoutProblems(text: string): Promise<readonly Problem[]> {
  if (!isWorkspaceTrusted()) return [];
  const { checkTemplate } = await import('../../core/week/checkTemplate.ts');
  const problem = await checkTemplate(text);
  return problem ? [problem] : [];
}
