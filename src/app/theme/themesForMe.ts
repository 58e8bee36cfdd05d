import { isUnreadable } from '../../core/note/readNote.ts';
import { sameHandle } from '../../core/people/leads.ts';
import { actionSection, lastTimeSection, surveysIn } from '../../core/survey/survey.ts';
import { sentencesOf, type Quote } from '../../core/theme/quote.ts';
import { themesOf, type Theme } from '../../core/theme/themes.ts';
import type { Desk } from '../desk.ts';
import { answersTo, feedbackOf } from '../feedback/feedbackOf.ts';
import { readIfThere } from '../notebook/readIfThere.ts';

type Corner = Pick<Desk, 'notebook' | 'me' | 'team'>;

/**
 * What comes back in the feedback the person at the desk was given, and in the summaries of the surveys she started. Nobody else's
 * themes are looked for, and nothing of it is written down.
 */
export async function themesForMe(desk: Corner): Promise<readonly Theme[]> {
  const [given, asked] = await Promise.all([feedbackQuotes(desk), surveyQuotes(desk)]);
  return themesOf([...given, ...asked]);
}

async function feedbackQuotes(desk: Corner): Promise<readonly Quote[]> {
  const feedback = await feedbackOf(desk);
  const titles = new Map(feedback.asked.map(({ request }) => [request.id.toLowerCase(), request.title]));
  const given = answersTo(feedback, desk.me.handle).filter(({ declined }) => declined === undefined);
  const quotes = await Promise.all(
    given.map(async ({ path, by, request, about, title, given: day }) => {
      const text = (await readIfThere(desk.notebook.shared, path)) ?? '';
      const topic = titles.get(request?.toLowerCase() ?? '') ?? about ?? title;
      const said = { by, day: day ?? '', occasion: request?.toLowerCase() ?? path, about: topic, path };
      return sentencesOf(text).map(sentence => ({ ...said, ...sentence }));
    }),
  );
  return quotes.flat();
}

/** The words of a summary have no names, and get none here. */
async function surveyQuotes({ notebook, me }: Corner): Promise<readonly Quote[]> {
  const notes = (await notebook.shared.notes()).filter(({ problems }) => !problems.some(isUnreadable));
  const mine = surveysIn(notes).filter(
    ({ by, closed }) => closed !== undefined && by !== undefined && sameHandle(by, me.handle),
  );
  const quotes = await Promise.all(
    mine.map(async ({ path, slug, title, date, closed = '' }) => {
      const text = (await readIfThere(notebook.shared, path)) ?? '';
      const said = { by: '', day: date ?? closed, occasion: slug, about: title, path };
      return sentencesOf(text, [actionSection, lastTimeSection]).map(sentence => ({ ...said, ...sentence }));
    }),
  );
  return quotes.flat();
}
