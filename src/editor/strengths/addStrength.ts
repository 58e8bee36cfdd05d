import { l10n, Range, window, type Uri } from 'vscode';
import * as verb from '../../app/strength/addStrength.ts';
import type { Desk } from '../../app/desk.ts';
import { Failure } from '../../app/failure.ts';
import { sharedGoalsOf } from '../../app/goal/goalsOf.ts';
import { evidenceNotes } from '../../app/strength/strengthsOf.ts';
import { goalNamed } from '../../core/goal/matchGoals.ts';
import { signsOf } from '../../core/strength/sign.ts';
import type { OutLoud } from '../outloud.ts';
import { pickExample, pickStrength } from './pickStrength.ts';

export interface StrengthAnswers {
  readonly strength: string;
  /** The note that shows it best; an empty text for none. */
  readonly example: string;
  /** A goal's slug and a line of its evidence, as it stands there. */
  readonly goal: string;
  readonly evidence: string;
}

/** Adds a strength to her profile, asking for its words and what shows it as far as they are missing. Answers the profile. */
export async function addStrength(outloud: OutLoud, answers: Partial<StrengthAnswers>): Promise<Uri | undefined> {
  const desk = await outloud.desk();
  if (!desk) return undefined;
  const given = await exampleGiven(desk, answers);
  const strength = answers.strength ?? (await pickStrength(desk));
  if (strength === undefined) return undefined;
  const example = given ?? (await pickExample(desk, strength));
  if (example === undefined) return undefined;
  const path = await verb.addStrength(desk, strength, example === 'none' ? undefined : example);
  const uri = outloud.uriOf(desk.notebook, { shelf: 'shared', path });
  if (answers.strength === undefined) await showAt(uri, strength);
  else window.setStatusBarMessage(l10n.t('$(sparkle) It stands among the strengths in your profile.'), 5000);
  return uri;
}

/** What shows it, where that was said: her own note, thanks to her, an answer to her, or what a goal's evidence links. */
async function exampleGiven(
  desk: Desk,
  { example, goal, evidence }: Partial<StrengthAnswers>,
): Promise<verb.ShownBy | 'none' | undefined> {
  if (example === '') return 'none';
  if (example !== undefined) return ownExample(desk, example);
  return evidence === undefined ? undefined : fromEvidence(desk, goal ?? '', evidence);
}

async function ownExample({ notebook, me, team }: Desk, example: string): Promise<verb.ShownBy> {
  const sign = signsOf(await notebook.shared.notes(), me.handle, team).find(({ path }) => path === example);
  if (!sign)
    throw new Failure(l10n.t('That note is not about you, or others can’t read it: it can’t stand in your profile.'));
  return sign;
}

/** The note the line links, where it links one others can read; else the goal itself. */
async function fromEvidence({ notebook, me }: Desk, called: string, evidence: string): Promise<verb.ShownBy> {
  const goal = goalNamed(called, await sharedGoalsOf(notebook, me.handle));
  if (!goal)
    throw new Failure(l10n.t('That goal is not yours, or others can’t read it: it can’t stand in your profile.'));
  const [linked] = evidenceNotes({ ...goal, evidence: [{ text: evidence, line: 1 }] });
  const note = linked === undefined ? undefined : await notebook.shared.note(linked);
  return note && !note.isPrivate ? { path: note.path, title: note.title } : { path: goal.path, title: goal.title };
}

async function showAt(uri: Uri, strength: string): Promise<void> {
  const editor = await window.showTextDocument(uri);
  const line = editor.document
    .getText()
    .split('\n')
    .findLastIndex(text => text.includes(strength));
  if (line >= 0) editor.revealRange(new Range(line, 0, line, 0));
}
