import type { SkillAnswers } from '../../app/skill/assessSkills.ts';
import type { Disposable } from '../../app/ports.ts';
import type { OutLoud } from '../outloud.ts';
import { together } from '../support/disposables.ts';
import type { FocusAnswers } from './chooseFocus.ts';
import type { ImportAnswers } from './importSkills.ts';

/** Where somebody stands with a skill, and what comes next. */
export function register(outloud: OutLoud): Disposable {
  return together([
    outloud.command<SkillAnswers>('assessSkills', async answers => {
      const { assessSkills } = await import('./assessSkills.ts');
      return assessSkills(outloud, answers);
    }),
    outloud.command<ImportAnswers>('importSkills', async answers => {
      const { importSkills } = await import('./importSkills.ts');
      return importSkills(outloud, answers);
    }),
    outloud.command<FocusAnswers>('chooseFocus', async answers => {
      const { chooseFocus } = await import('./chooseFocus.ts');
      return chooseFocus(outloud, answers);
    }),
  ]);
}
