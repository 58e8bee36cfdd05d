import { answerSurvey } from '../../../../src/app/survey/answerSurvey.ts';
import { canBeSummedUp, closeSurvey, endSurvey, extendSurvey } from '../../../../src/app/survey/closeSurvey.ts';
import { startSurvey } from '../../../../src/app/survey/startSurvey.ts';
import { surveyInbox } from '../../../../src/app/survey/surveyInbox.ts';
import { ownAnswer, saidTo, surveyCalled, surveysOf } from '../../../../src/app/survey/surveysOf.ts';
import { themesForMe } from '../../../../src/app/theme/themesForMe.ts';
import type { Survey } from '../../../../src/core/survey/survey.ts';
import { yamlHead } from '../../../../src/node/yamlHead.ts';
import { tried, type MarkedDesk, type Verbs } from '../verb.ts';

async function each(desk: MarkedDesk, work: (survey: Survey) => Promise<unknown>): Promise<readonly unknown[]> {
  const told: unknown[] = [];
  for (const survey of await surveysOf(desk)) told.push(await tried(() => work(survey)));
  return told;
}

export const surveyVerbs: Verbs = {
  'survey/answerSurvey': { does: desk => each(desk, survey => answerSurvey(desk, survey)) },
  'survey/closeSurvey': {
    does: desk =>
      each(desk, async survey => {
        const open = { ...desk, yaml: yamlHead };
        await tried(() => closeSurvey(open, survey));
        await endSurvey(open, survey);
        await extendSurvey(open, survey, '2026-12-31');
      }),
    forOthers: desk => each(desk, survey => canBeSummedUp(desk, survey)),
  },
  'survey/startSurvey': {
    does: desk =>
      tried(() => startSurvey(desk, { title: 'Again', kind: 'retrospective', questions: ['Why?'], due: '2026-12-31' })),
  },
  'survey/surveyInbox': { shows: surveyInbox },
  'survey/surveysOf': {
    shows: desk => each(desk, survey => ownAnswer(desk, survey)),
    forOthers: desk => each(desk, async survey => [await saidTo(desk, survey), await surveyCalled(desk, survey.title)]),
  },
  'theme/themesForMe': { shows: themesForMe },
};
