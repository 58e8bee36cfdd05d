import { l10n, window, type QuickPickItem } from 'vscode';
import { changeGoal, goalsInTheWay, type GoalChange } from '../../app/goal/changeGoal.ts';
import { ownGoal, type GoalDesk, type OwnGoal } from '../../app/goal/ownGoal.ts';
import { mostActive } from '../../core/goal/checkGoal.ts';
import type { Goal, GoalStatus } from '../../core/goal/goal.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import type { OutLoud } from '../outloud.ts';
import { goalDeskOf, type RowAnswers } from './namedRow.ts';

/** What taking up a goal may be told: the slug of the one that rests instead, or `none`. */
export interface StatusAnswers extends RowAnswers {
  readonly instead: string;
}

/** Parks, finishes, drops or takes up a goal. Answers its new status, or undefined for "not now". */
export async function setStatus(
  outloud: OutLoud,
  answers: Partial<StatusAnswers>,
  status: GoalStatus,
): Promise<GoalStatus | undefined> {
  const desk = await goalDeskOf(outloud);
  if (!desk) return undefined;
  const goal = await ownGoal(desk, answers);
  return (await change(desk, goal, { status, ...(answers.instead !== undefined && { instead: answers.instead }) }))
    ? status
    : undefined;
}

/**
 * Changes a goal. Where one more would be taken up than can be held in mind, it is asked which rests instead; all may be kept.
 *
 * @returns false for "not now"
 */
export async function change(
  desk: GoalDesk,
  goal: OwnGoal,
  { instead, status, ...rest }: GoalChange & { readonly instead?: string },
): Promise<boolean> {
  const isTakenUp = status === 'active' && !(await isActive(goal));
  const others = isTakenUp ? await goalsInTheWay(desk, goal) : [];
  const resting = others.length === 0 ? 'none' : (instead ?? (await askWhichRests(goal, others)));
  if (resting === undefined) return false;
  const isSaid = status !== undefined && (isTakenUp || status !== 'active'); // a goal that says nothing is active
  await changeGoal(goal, { ...rest, ...(isSaid && { status }) });
  const other = others.find(({ slug }) => slug === resting);
  if (other) await changeGoal(await ownGoal(desk, { path: other.path, shelf: other.shelf }), { status: 'parked' });
  return true;
}

async function isActive({ shelf, path }: OwnGoal): Promise<boolean> {
  const status = (await shelf.note(path))?.head['status'];
  return status === undefined || status === null || status === 'active';
}

async function askWhichRests({ title }: OwnGoal, others: readonly Goal[]): Promise<string | undefined> {
  const items: (QuickPickItem & { readonly slug: string })[] = [
    ...others.map(goal => ({
      label: `$(debug-pause) ${plainLabel(goal.title, 80)}`,
      ...(goal.due !== undefined && { description: goal.due }),
      slug: goal.slug,
    })),
    { label: `$(check-all) ${l10n.t('Keep All')}`, slug: 'none' },
  ];
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Take Up {0}', plainLabel(title, 60)),
    placeHolder: l10n.t('{0} goals at a time leave room for each. Which one rests meanwhile?', mostActive),
    ignoreFocusOut: true,
  });
  return picked?.slug;
}
