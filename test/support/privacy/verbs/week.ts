import { openTeamWeek } from '../../../../src/app/week/teamWeek.ts';
import { reportWeek } from '../../../../src/app/week/reportWeek.ts';
import { summarizeWork } from '../../../../src/app/week/summarizeWork.ts';
import { draftWeek, writeWeek } from '../../../../src/app/week/writeWeek.ts';
import { printTeamWeek } from '../../../../src/core/week/printTeamWeek.ts';
import { yamlHead } from '../../../../src/node/yamlHead.ts';
import { plainText, slackText } from '../../../../src/core/week/chatText.ts';
import { tried, type MarkedDesk, type Verbs } from '../verb.ts';

const week = '2026-W47';

/** Everybody's week as it may be copied for a chat. */
async function drafts(desk: MarkedDesk): Promise<unknown> {
  const texts = [desk.me, desk.other].map(({ handle }) => tried(() => draftWeek(desk, { week, person: handle })));
  return (await Promise.all(texts)).map(
    draft => draft && [draft, plainText(draft.markdown), slackText(draft.markdown)],
  );
}

/** The team's page, by what is committed and by what lies in the folder. */
async function teamPages(desk: MarkedDesk): Promise<unknown> {
  const ways = [undefined, desk.sharing].map(sharing => openTeamWeek(desk, { week, yaml: yamlHead, sharing }));
  return (await Promise.all(ways)).map(team => [team, printTeamWeek(team).text]);
}

export const weekVerbs: Verbs = {
  'week/reportWeek': { forOthers: desk => reportWeek(desk, { week, person: desk.me, plans: [] }) },
  'week/teamWeek': { forOthers: teamPages },
  'week/summarizeWork': { forOthers: desk => summarizeWork(desk) },
  'week/writeWeek': { does: desk => writeWeek(desk, { week }), forOthers: drafts },
};
