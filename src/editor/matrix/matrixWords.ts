import { l10n } from 'vscode';
import type { Words } from '../../page/messages.ts';

/** Every word the page of the skills says, in the person's language. */
export function matrixWords(): Words {
  return {
    whose: l10n.t('Skills of'),
    me: l10n.t('me'),
    team: l10n.t('the team'),
    skill: l10n.t('Skill'),
    now: l10n.t('Now'),
    leader: l10n.t('As the lead sees it'),
    expected: l10n.t('Expected'),
    target: l10n.t('Wanted'),
    way: l10n.t('The way there'),
    by: l10n.t('by {0}'),
    seenBy: l10n.t('{0}, {1}'),
    private: l10n.t('Private'),
    soft: l10n.t('soft'),
    offers: l10n.t('offers to teach'),
    noSkills: l10n.t('No skills are named yet. Write skills.md, import a matrix you have, or assess your first skill.'),
    notSeen: l10n.t('not said yet'),
    levelOf: l10n.t('{0}, {1}'),
    canTeach: l10n.t('Offers to teach'),
    couldTeach: l10n.t('Could teach'),
    learners: l10n.t('Begins with it'),
    missing: l10n.t('Nobody is at home here yet'),
    nobody: l10n.t('nobody yet'),
    assess: l10n.t('Assess…'),
    import: l10n.t('Import Skills…'),
    goal: l10n.t('Goal'),
    makeGoal: l10n.t('Make a goal of {0}'),
    legend: l10n.t('Round: own view. Square: the lead’s. Diamond: wanted. Dashed: expected.'),
    levels: [
      l10n.t('novice'),
      l10n.t('advanced beginner'),
      l10n.t('competent'),
      l10n.t('proficient'),
      l10n.t('expert'),
    ],
  };
}
