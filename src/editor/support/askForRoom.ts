import { l10n, window, type QuickPickItem } from 'vscode';
import type { Desk } from '../../app/desk.ts';
import { changeGoal, goalsInTheWay } from '../../app/goal/changeGoal.ts';
import { ownGoal } from '../../app/goal/ownGoal.ts';
import type { Goal } from '../../core/goal/goal.ts';
import type { SharedPath } from '../../core/note/notePath.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import type { OutLoud } from '../outloud.ts';

interface Room extends QuickPickItem {
  /** The one that would be parked. */
  readonly goal?: Goal;
}

/**
 * Where enough goals are active already, offers to let one rest before another is made, and parks it. Answers what the new one shall
 * be; Esc lets her work on all of them.
 */
export async function askForRoom(outloud: OutLoud, desk: Desk): Promise<'active' | 'parked'> {
  const goalDesk = { ...desk, yaml: await outloud.world.yaml() };
  const others = await goalsInTheWay(goalDesk, { name: 'shared', path: '' as SharedPath });
  if (others.length === 0) return 'active';
  const parkNew: Room = { label: l10n.t('Park the new one: it waits for me') };
  const parkOther = others.map((goal): Room => ({ label: l10n.t('Park “{0}”', plainLabel(goal.title, 60)), goal }));
  const items = [parkNew, ...parkOther, { label: l10n.t('Work on all of them') }];
  const picked = await window.showQuickPick(items, {
    title: l10n.t('New Goal'),
    placeHolder: l10n.t('Three goals are active already, and three get done sooner than four'),
    ignoreFocusOut: true,
  });
  if (picked?.goal) {
    const { slug, path, shelf } = picked.goal;
    await changeGoal(await ownGoal(goalDesk, { goal: slug, path, shelf }), { status: 'parked' });
  }
  return picked === parkNew ? 'parked' : 'active';
}
