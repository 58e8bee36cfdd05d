import type { InboxItem } from '../../core/inbox/inboxItem.ts';
import { sameHandle } from '../../core/people/leads.ts';
import { personCalled } from '../../core/people/identity.ts';
import { isRunning, type Survey } from '../../core/survey/survey.ts';
import { actionsOf } from '../../core/survey/surveyAction.ts';
import { actionItem, askedItem, overItem, waitingItem } from '../../core/survey/surveyItems.ts';
import { addDays } from '../../core/time/day.ts';
import type { Desk } from '../desk.ts';
import { readIfThere } from '../notebook/readIfThere.ts';
import { ownAnswer, surveysOf } from './surveysOf.ts';

/** For so many days after a survey was asked its open actions are looked for. */
const longEnough = 365;

/** What the team's surveys ask of the person at the desk: her answer, a summary of what she asked, and the actions she owns. */
export async function surveyInbox(desk: Desk): Promise<readonly InboxItem[]> {
  const surveys = await surveysOf(desk);
  const items = await Promise.all(surveys.map(survey => itemsOf(desk, survey)));
  return items.flat();
}

async function itemsOf(desk: Desk, survey: Survey): Promise<readonly InboxItem[]> {
  const today = desk.clock.today();
  const isMine = survey.by !== undefined && sameHandle(survey.by, desk.me.handle);
  if (isRunning(survey, today)) {
    const asked = (await ownAnswer(desk, survey))?.isSaid === true ? [] : [askedItem(survey, nameOf(desk, survey.by))];
    return [...asked, ...(isMine ? [waitingItem(survey)] : [])];
  }
  const over = isMine && survey.closed === undefined ? [overItem(survey)] : [];
  return [...over, ...(await dueActions(desk, survey))];
}

async function dueActions(desk: Desk, survey: Survey): Promise<readonly InboxItem[]> {
  const today = desk.clock.today();
  if (survey.date !== undefined && addDays(survey.date, longEnough) < today) return [];
  const actions = actionsOf((await readIfThere(desk.notebook.shared, survey.path)) ?? '');
  return actions
    .filter(({ owner, state }) => state === 'open' && owner !== undefined && isMe(desk, owner))
    .filter(({ due }) => due !== undefined && due <= today)
    .map(action => actionItem(survey, action));
}

function isMe({ me, team }: Desk, called: string): boolean {
  return sameHandle(personCalled(called, team).handle, me.handle);
}

function nameOf({ team }: Desk, handle: string | undefined): string | undefined {
  return handle === undefined ? undefined : personCalled(handle, team).name;
}
