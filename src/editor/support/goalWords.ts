import { l10n } from 'vscode';
import type { GoalCheck } from '../../core/note/problem.ts';

/** What a goal is asked, in a sentence that says why it matters and what to do next. */
export function goalWords(code: `goal-${GoalCheck}`, detail: string): string {
  switch (code) {
    case 'goal-date':
      return l10n.t('This goal has no day yet. Choose one, even a rough one: it tells what can wait, and it may move.');
    case 'goal-pastDate':
      return l10n.t('The day of this goal, {0}, is over. Mark it done, choose a new day, or let it rest.', detail);
    case 'goal-measure':
      return l10n.t(
        'How will you know that you are there? Add a measure, so that you can tell, and others can see it.',
      );
    case 'goal-keyResults':
      return l10n.t('An OKR says what will be different. Add a key result with figures, such as “p99 480 → 200 ms”.');
    case 'goal-figures':
      return l10n.t(
        'Nobody can tell when “{0}” is reached. Give it figures, start → wanted, or a box to tick.',
        detail,
      );
    case 'goal-objective':
      return l10n.t('This goal serves no objective of the team. Link one, and others see what it is good for.');
    case 'goal-objectiveGone':
      return l10n.t(
        'There is no objective “{0}”, so nobody sees what this serves. Link another, or take it out.',
        detail,
      );
    case 'goal-objectiveOver':
      return l10n.t(
        'The objective “{0}” is over. If the goal still matters, link another; if not, let it rest.',
        detail,
      );
    case 'goal-vision':
      return l10n.t('Where does this bring you? A goal with a vision behind it lasts longer: link one of yours.');
    case 'goal-focus':
      return l10n.t('{0} goals are active. Three get done sooner than four: park one, and it waits for you.', detail);
    case 'goal-softSkill':
      return l10n.t(
        'All your active goals grow hard skills. One on how you work with others would carry them further.',
      );
    case 'goal-untouched':
      return l10n.t('Nothing moved here for {0} weeks. Take one small step, or park it: that is no failure.', detail);
    case 'goal-levels':
      if (detail !== '')
        return l10n.t(
          'Levels go from 1 (novice) to 5 (expert), so this one is not read. Give it one of the five numbers.',
        );
      return l10n.t(
        'Levels go from 1 to 5, upwards, or nobody can tell how far it is. Choose a level above the start.',
      );
    case 'goal-skill':
      return l10n.t(
        '“{0}” is not in skills.md, so nobody is found who could teach it. Use a name from there, or add it.',
        detail,
      );
    case 'goal-ally':
      return l10n.t('“{0}” is not in team.md, so this reaches nobody. Use the handle of a member.', detail);
  }
}

/** What a check looks for, as it goes on a sentence: `goals without a day`. */
export function checkName(check: GoalCheck): string {
  switch (check) {
    case 'date':
      return l10n.t('goals without a day');
    case 'pastDate':
      return l10n.t('goals whose day is over');
    case 'measure':
      return l10n.t('goals without a measure');
    case 'keyResults':
      return l10n.t('OKRs without key results');
    case 'figures':
      return l10n.t('key results without figures or a box');
    case 'objective':
      return l10n.t('goals without an objective');
    case 'objectiveGone':
      return l10n.t('goals whose objective is gone');
    case 'objectiveOver':
      return l10n.t('goals whose objective is over');
    case 'vision':
      return l10n.t('goals without a vision');
    case 'focus':
      return l10n.t('more than three active goals');
    case 'softSkill':
      return l10n.t('goals that grow hard skills only');
    case 'untouched':
      return l10n.t('goals in which nothing moves');
    case 'levels':
      return l10n.t('levels that can’t be');
    case 'skill':
      return l10n.t('skills that are not in skills.md');
    case 'ally':
      return l10n.t('allies who are not in team.md');
  }
}
