import { commands, l10n } from 'vscode';
import type { Disposable } from '../../app/ports.ts';
import type { GoalStatus } from '../../core/goal/goal.ts';
import type { OutLoud } from '../outloud.ts';
import { together } from '../support/disposables.ts';
import { OutlineView } from '../support/outline/outlineView.ts';
import type { StatusAnswers } from './goalStatus.ts';
import type { MoveAnswers } from './moveRow.ts';
import type { RowAnswers } from './namedRow.ts';

/** The goals in the sidebar, and what can be done with them. */
export function register(outloud: OutLoud): Disposable {
  const goals = viewOf(outloud);
  const follow = () => {
    goals.refresh();
  };
  /** What a command was given, else what the row says that is selected. */
  const given = <A extends object>(answers: Partial<A>) =>
    Object.keys(answers).length > 0 ? answers : ((goals.selected?.answers ?? {}) as Partial<A>);
  const setStatus = async (answers: Partial<StatusAnswers>, status: GoalStatus) =>
    (await import('./goalStatus.ts')).setStatus(outloud, given(answers), status);
  const moveOnePlace = async (answers: Partial<RowAnswers>, way: 'up' | 'down') =>
    (await import('./steps.ts')).moveOnePlace(outloud, given(answers), way);
  return together([
    goals,
    outloud.shownPerson.onChange(follow),
    outloud.goalAdditions.onChange(follow),
    outloud.command<RowAnswers>('tickStep', async answers =>
      Object.keys(answers).length === 0 ? goals.turnSelected() : (await import('./steps.ts')).turn(outloud, answers),
    ),
    outloud.commandsOf(() => import('./createGoal.ts'), ['createGoal']),
    outloud.commandsOf(() => import('./completeGoal.ts'), ['completeGoal']),
    outloud.commandsOf(() => import('./switchPerson.ts'), ['switchPerson']),
    outloud.command<RowAnswers & { text: string }>('addStep', async answers => {
      const added = await (await import('./steps.ts')).addStepTo(outloud, given(answers));
      if (added) void goals.reveal(row => row.answers?.['path'] === added.path && row.answers['step'] === added.step);
      return added;
    }),
    outloud.command<RowAnswers & { now: string }>('updateKeyResult', async answers =>
      (await import('./steps.ts')).updateKeyResult(outloud, given(answers)),
    ),
    outloud.command<RowAnswers>('moveUp', answers => moveOnePlace(answers, 'up')),
    outloud.command<RowAnswers>('moveDown', answers => moveOnePlace(answers, 'down')),
    outloud.command<MoveAnswers>('moveTo', async answers =>
      (await import('./moveRow.ts')).moveTo(outloud, given(answers)),
    ),
    outloud.command<StatusAnswers>('activateGoal', answers => setStatus(answers, 'active')),
    outloud.command<StatusAnswers>('parkGoal', answers => setStatus(answers, 'parked')),
    outloud.command<StatusAnswers>('finishGoal', answers => setStatus(answers, 'done')),
    outloud.command<StatusAnswers>('dropGoal', answers => setStatus(answers, 'dropped')),
    outloud.command<RowAnswers>('logForGoal', answers =>
      Promise.resolve(commands.executeCommand('outloud.logLearning', { goal: given(answers).goal })),
    ),
  ]);
}

function viewOf(outloud: OutLoud): OutlineView {
  const rows = () => import('./goalRowsOf.ts');
  const showBadge = (waiting: number) => {
    const sentence =
      waiting === 1
        ? l10n.t('One of your goals and steps is due by Sunday.')
        : l10n.t('{0} of your goals and steps are due by Sunday.', waiting);
    goals.badge(waiting, sentence);
  };
  const goals: OutlineView = new OutlineView(outloud, 'outloud.goals', {
    async rows(desk) {
      const { goalsInSight } = await rows();
      const person = outloud.shownPerson.of(desk);
      goals.describe(person.handle === desk.me.handle ? '' : person.name);
      const seen = await goalsInSight(desk, { person, proposed: outloud.goalAdditions.of(desk, person) });
      showBadge(seen.waiting);
      return seen.rows;
    },
    async unseen() {
      const desk = await outloud.quietDesk();
      if (desk) showBadge(await (await rows()).waitingForMe(desk));
    },
    tick: async (row, isTicked) => (await import('./steps.ts')).tick(outloud, row, isTicked),
    drag: {
      mayMove: row => /\bmine\b/.test(row.context ?? '') && /^(?:goal|step|keyResult)\b/.test(row.context ?? ''),
      drop: async (row, onto) => (await import('./moveRow.ts')).drop(outloud, row, onto),
    },
  });
  return goals;
}
