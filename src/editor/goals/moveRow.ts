import { l10n, window, type QuickPickItem } from 'vscode';
import type { GoalChange } from '../../app/goal/changeGoal.ts';
import { ownGoals } from '../../app/goal/goalsOf.ts';
import { moveStep } from '../../app/goal/moveStep.ts';
import { ownGoal, type GoalDesk, type OwnGoal } from '../../app/goal/ownGoal.ts';
import { profileOf } from '../../app/people/profileOf.ts';
import { visionKey } from '../../core/outline/goalRows.ts';
import type { OutlineRow } from '../../core/outline/outlineRow.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import type { OutLoud } from '../outloud.ts';
import { change } from './goalStatus.ts';
import { answersOf, goalDeskOf, isRow, itemOf, type RowAnswers } from './namedRow.ts';

/** Puts a dragged row where it was dropped: a step beside another or into a goal, a goal below a vision or among what rests or is done. */
export async function drop(outloud: OutLoud, row: OutlineRow, onto: OutlineRow | undefined): Promise<void> {
  const desk = await goalDeskOf(outloud);
  if (!desk) return;
  const [answers, target] = [answersOf(row), onto ? answersOf(onto) : {}];
  const goal = await ownGoal(desk, answers);
  const item = itemOf(answers);
  if (!item) {
    const wanted = changeFor(onto);
    if (wanted) await change(desk, goal, wanted);
    return;
  }
  const beside = itemOf(target);
  if (!onto || !isRow(onto, 'mine') || target.path === undefined || beside?.kind === 'evidence') return;
  await moveStep(goal, item, { goal: await ownGoal(desk, target), ...(beside && { beside }) });
}

/** What dropping a goal on a row makes of it; undefined where it stays as it is. */
function changeFor(onto: OutlineRow | undefined): GoalChange | undefined {
  if (!onto || isRow(onto, 'purpose') || isRow(onto, 'goal', 'active', 'mine')) return { status: 'active' };
  if (isRow(onto, 'vision', 'mine')) return visionOf(onto);
  if (isRow(onto, 'parked', 'mine')) return { status: 'parked' };
  return isRow(onto, 'done', 'mine') ? { status: 'done' } : undefined;
}

function visionOf({ answers }: OutlineRow): GoalChange {
  const vision = answers?.['vision'];
  return { status: 'active', ...(typeof vision === 'string' && { vision }) };
}

/** Where a row is to be moved to: a step to a goal, a goal below a vision (an empty one: none) or to a status. */
export interface MoveAnswers extends RowAnswers {
  readonly to: string;
  readonly vision: string;
}

/** The same by keyboard: asks where a row goes. Answers whether it went. */
export async function moveTo(outloud: OutLoud, answers: Partial<MoveAnswers>): Promise<boolean> {
  const desk = await goalDeskOf(outloud);
  if (!desk) return false;
  const goal = await ownGoal(desk, answers);
  const item = itemOf(answers);
  if (!item) return moveGoal(desk, goal, answers);
  const to = answers.to === undefined ? await askForGoal(desk, goal) : await ownGoal(desk, { goal: answers.to });
  if (to) await moveStep(goal, item, { goal: to });
  return to !== undefined;
}

async function moveGoal(desk: GoalDesk, goal: OwnGoal, { to, vision }: Partial<MoveAnswers>): Promise<boolean> {
  const said = vision === undefined ? statusChange(to) : { vision: vision === '' ? null : vision };
  const wanted = said ?? (await askForPlace(desk, goal));
  return wanted === undefined ? false : change(desk, goal, wanted);
}

function statusChange(to: string | undefined): GoalChange | undefined {
  return to === 'active' || to === 'parked' || to === 'done' || to === 'dropped' ? { status: to } : undefined;
}

async function askForPlace(desk: GoalDesk, goal: OwnGoal): Promise<GoalChange | undefined> {
  const goals = await ownGoals(desk);
  const profile = await profileOf(desk.notebook, desk.me.handle);
  const visions = [...(profile?.visions ?? []), ...goals.flatMap(({ vision }) => vision ?? [])];
  const byKey = new Map(visions.toReversed().map(vision => [visionKey(vision), vision]));
  const items: (QuickPickItem & { readonly change: GoalChange })[] = [
    ...[...byKey.values()].toReversed().map(vision => ({
      label: `$(eye) ${plainLabel(vision)}`,
      change: { status: 'active', vision } as const,
    })),
    { label: `$(target) ${l10n.t('Active')}`, change: { status: 'active' } },
    { label: `$(circle-slash) ${l10n.t('No Vision')}`, change: { vision: null } },
    { label: `$(debug-pause) ${l10n.t('Parked')}`, change: { status: 'parked' } },
    { label: `$(pass) ${l10n.t('Done')}`, change: { status: 'done' } },
  ];
  return (await pick(items, goal.title))?.change;
}

async function askForGoal(desk: GoalDesk, from: OwnGoal): Promise<OwnGoal | undefined> {
  const others = (await ownGoals(desk)).filter(
    ({ status, path }) => (status === 'active' || status === 'parked') && path !== from.path,
  );
  const items = others.map(goal => ({
    label: `$(${goal.isPrivate ? 'lock' : 'target'}) ${plainLabel(goal.title)}`,
    ...(goal.status === 'parked' && { description: l10n.t('Parked') }),
    goal,
  }));
  const picked = await pick(items, from.title);
  return picked && ownGoal(desk, { path: picked.goal.path, shelf: picked.goal.shelf });
}

function pick<Item extends QuickPickItem>(items: readonly Item[], title: string): Thenable<Item | undefined> {
  return window.showQuickPick(items, {
    title: plainLabel(title, 80),
    placeHolder: l10n.t('Where does it go?'),
    ignoreFocusOut: true,
  });
}
