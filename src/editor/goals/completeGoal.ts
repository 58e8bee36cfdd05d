import { commands, l10n, type Uri } from 'vscode';
import { addVision } from '../../app/people/addVision.ts';
import type { Desk } from '../../app/desk.ts';
import { editNote } from '../../app/notebook/editNote.ts';
import { Failure } from '../../app/failure.ts';
import { stagesAround } from '../../app/goal/goalAround.ts';
import { goalChoices, type GoalChoices } from '../../app/goal/goalChoices.ts';
import { ownGoal, type GoalName, type OwnGoal } from '../../app/goal/ownGoal.ts';
import { readGoal, type Goal } from '../../core/goal/goal.ts';
import { missingIn, type Missing, type Stage } from '../../core/goal/stages.ts';
import { readNote } from '../../core/note/readNote.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import type { OutLoud } from '../outloud.ts';
import { completions, type Completed, type Completion } from './completions.ts';

export interface GoalToComplete extends GoalName {
  /** What is wanted of it, or … */
  readonly missing: Missing | Completed;
  /** … the stage whose missing step is taken. */
  readonly stage: Stage;
  /** The answer; it is asked for where it is not given. */
  readonly value: string | number;
}

/** Asks for exactly what a goal still misses and writes it into the goal's note. Answers the note, or undefined for "not now". */
export async function completeGoal(outloud: OutLoud, answers: Partial<GoalToComplete>): Promise<Uri | undefined> {
  const desk = await outloud.deskWithNotes();
  if (!desk) return undefined;
  const own = await ownGoal({ ...desk, yaml: await outloud.world.yaml() }, answers);
  const text = await own.shelf.read(own.path);
  const goal = readGoal({ ...readNote(own.path, text, own.yaml), path: own.path }, text, own.name);
  const what = answers.missing ?? (await nextMissing(desk, goal, answers.stage));
  const uri = outloud.uriOf(desk.notebook, { shelf: own.name, path: own.path });
  if (what === undefined) return uri;
  const named = { goal: own.slug, shelf: own.name, path: own.path };
  if (what === 'evidence') return commands.executeCommand('outloud.attachEvidence', named);
  if (what === 'lesson') return commands.executeCommand('outloud.logLearning', { goal: own.slug });
  const choices = await goalChoices(desk);
  const frame = { title: plainLabel(goal.title) || l10n.t('Goal') };
  const completion = completions[what];
  const found =
    answers.value === undefined
      ? await completion.ask({ frame, goal, choices, desk })
      : completion.given(String(answers.value), choices);
  if (found === undefined) return undefined;
  await write(desk, own, { found, choices });
  return uri;
}

async function nextMissing(desk: Desk, goal: Goal, stage: Stage | undefined): Promise<Missing | undefined> {
  if (stage === undefined)
    throw new Failure(l10n.t('Say what of the goal is missing: its day, its measure, its skill.'));
  return missingIn(stage, goal, await stagesAround(desk));
}

async function write(
  desk: Desk,
  own: OwnGoal,
  { found, choices }: { readonly found: Completion; readonly choices: GoalChoices },
): Promise<void> {
  await editNote(own, text => found.edits(text, own.yaml));
  const { vision } = found;
  if (vision !== undefined && !choices.visions.includes(vision)) await addVision(desk, vision, own.yaml);
}
