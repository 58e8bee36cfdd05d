import { createGoal } from '../../../../src/app/goal/createGoal.ts';
import { assessSkills } from '../../../../src/app/skill/assessSkills.ts';
import { importSkills, planImport } from '../../../../src/app/skill/importSkills.ts';
import { skillGaps } from '../../../../src/app/skill/skillGaps.ts';
import { addResources, helpWith } from '../../../../src/app/skill/skillHelp.ts';
import { skillMatrixOf } from '../../../../src/app/skill/skillMatrix.ts';
import { skillsToAssess } from '../../../../src/app/skill/skillsToAssess.ts';
import { addStrength } from '../../../../src/app/strength/addStrength.ts';
import { hiddenStrengthsOf, strengthInbox } from '../../../../src/app/strength/strengthsOf.ts';
import type { SharedPath } from '../../../../src/core/note/notePath.ts';
import { matrixPage } from '../../../../src/core/skill/matrixPage.ts';
import { signsOf } from '../../../../src/core/strength/sign.ts';
import { tried, type MarkedDesk, type Verbs } from '../verb.ts';

async function strengthen(desk: MarkedDesk): Promise<void> {
  const notes = await desk.notebook.shared.notes();
  for (const { name, example } of await hiddenStrengthsOf(desk)) await tried(() => addStrength(desk, name, example));
  for (const sign of signsOf(notes, desk.me.handle, desk.team)) await tried(() => addStrength(desk, 'Open', sign));
  for (const { path, title, isPrivate } of notes)
    if (isPrivate) await tried(() => addStrength(desk, 'Closed', { path, title }));
}

export const skill: Verbs = {
  'skill/assessSkills': {
    does: async desk => {
      await tried(() => assessSkills(desk, { private: true, skills: { [desk.mark]: { level: 2, words: desk.mark } } }));
      await tried(() => assessSkills(desk, { skills: { Postgres: { level: 2 } } }));
    },
  },
  'skill/importSkills': {
    does: async desk =>
      importSkills(desk, await planImport(desk, `| skill | ${desk.me.handle} |\n|---|---|\n| Talking | 3 |\n`)),
  },
  'skill/skillGaps': { shows: skillGaps },
  'skill/skillHelp': {
    does: async desk => {
      for (const { skill: wanted, wanted: target } of (await skillGaps(desk)).openGaps) {
        const path = await createGoal(desk, { title: `Grow in ${wanted}`, skill: wanted, target });
        await addResources(desk, path, await helpWith(desk, await skillMatrixOf(desk), { skill: wanted, from: path }));
      }
    },
    shows: async desk =>
      helpWith(desk, await skillMatrixOf(desk), { skill: 'postgres', from: 'people/ada/goals/open.md' as SharedPath }),
  },
  'skill/skillMatrix': {
    shows: async desk => {
      const matrix = await skillMatrixOf(desk);
      return [matrix, ...[desk.me, desk.other].map(({ handle }) => matrixPage(matrix, handle))];
    },
  },
  'skill/skillsToAssess': {
    shows: desk => Promise.all([desk.me, desk.other].map(person => skillsToAssess(desk, person))),
  },
  'strength/addStrength': { does: strengthen },
  'strength/strengthsOf': { shows: async desk => [await hiddenStrengthsOf(desk), await strengthInbox(desk)] },
};
