import { l10n, window } from 'vscode';
import { addStep } from '../../app/goal/addStep.ts';
import { Failure } from '../../app/failure.ts';
import { moveByOne } from '../../app/goal/moveStep.ts';
import { ownGoal, type OwnGoal } from '../../app/goal/ownGoal.ts';
import * as ticking from '../../app/goal/tickStep.ts';
import * as updating from '../../app/goal/updateKeyResult.ts';
import { findItem, goalItemsOf } from '../../core/goal/goalItems.ts';
import { figureIn, figuresOf } from '../../core/goal/keyResult.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import type { OutlineRow } from '../../core/outline/outlineRow.ts';
import type { OutLoud } from '../outloud.ts';
import { answersOf, goalDeskOf, itemOf, type RowAnswers } from './namedRow.ts';

/** Adds a step to a goal, asking for its words only. Answers the step, or undefined for "not now". */
export async function addStepTo(
  outloud: OutLoud,
  answers: Partial<RowAnswers & { text: string }>,
): Promise<Pick<RowAnswers, 'goal' | 'path' | 'step'> | undefined> {
  const desk = await goalDeskOf(outloud);
  if (!desk) return undefined;
  const goal = await ownGoal(desk, answers);
  const text = answers.text ?? (await askForStep(goal));
  if (text === undefined) return undefined;
  await addStep(goal, text);
  return { goal: goal.slug, path: goal.path, step: text.trim() };
}

function askForStep({ title }: OwnGoal): Thenable<string | undefined> {
  return window.showInputBox({
    title: l10n.t('A Step for {0}', plainLabel(title, 60)),
    prompt: l10n.t('What do you do next? The smaller the better.'),
    placeHolder: l10n.t('Measure the slowest call'),
    ignoreFocusOut: true,
    validateInput: text => (text.trim() === '' ? l10n.t('A word or two is enough.') : undefined),
  });
}

/** Writes that the box of a row was turned. */
export async function tick(outloud: OutLoud, row: OutlineRow, isTicked: boolean): Promise<void> {
  const [desk, item] = [await goalDeskOf(outloud), itemOf(answersOf(row))];
  if (!desk || !item) return;
  const goal = await ownGoal(desk, answersOf(row));
  await ticking.tickStep(goal, item, isTicked ? { done: desk.clock.today() } : { isOpen: true });
}

/** Turns a box, whatever its row says by now. */
export async function turn(outloud: OutLoud, answers: Partial<RowAnswers>): Promise<void> {
  const [desk, item] = [await goalDeskOf(outloud), itemOf(answers)];
  if (!desk || !item) return;
  await ticking.tickStep(await ownGoal(desk, answers), item, { turnedOn: desk.clock.today() });
}

/** Moves a step or a key result one place up or down. */
export async function moveOnePlace(outloud: OutLoud, answers: Partial<RowAnswers>, way: 'up' | 'down'): Promise<void> {
  const [desk, item] = [await goalDeskOf(outloud), itemOf(answers)];
  if (!desk || !item) return;
  await moveByOne(await ownGoal(desk, answers), item, way);
}

/** Asks where a key result is now, and writes it. Answers the figure, or undefined for "not now". */
export async function updateKeyResult(
  outloud: OutLoud,
  answers: Partial<RowAnswers & { now: string | number }>,
): Promise<string | undefined> {
  const [desk, item] = [await goalDeskOf(outloud), itemOf(answers)];
  if (!desk || !item) return undefined;
  const goal = await ownGoal(desk, answers);
  const now = answers.now === undefined ? await askForNow(goal, item) : String(answers.now);
  if (now === undefined) return undefined;
  await updating.updateKeyResult(goal, {
    keyResult: item.text,
    now,
    ...(item.line !== undefined && { line: item.line }),
  });
  return now.trim();
}

async function askForNow(goal: OwnGoal, item: NonNullable<ReturnType<typeof itemOf>>): Promise<string | undefined> {
  const words = findItem(goalItemsOf(await goal.shelf.read(goal.path)), item)?.words ?? '';
  const figures = figuresOf(words);
  if (figures === undefined)
    throw new Failure(l10n.t('This key result has no figures yet. Write them behind it: 480 → 200 ms.'));
  return window.showInputBox({
    title: plainLabel(item.text, 80),
    prompt: l10n.t('Where is it now? So far: {0}', plainLabel(figures, 80)),
    ignoreFocusOut: true,
    validateInput: text => (figureIn(text) === undefined ? l10n.t('A figure, such as 195 or 0.5.') : undefined),
  });
}
