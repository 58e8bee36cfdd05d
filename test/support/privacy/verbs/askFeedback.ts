import { askedAboutText } from '../../../../src/app/feedback/askedAbout.ts';
import { requestFeedback } from '../../../../src/app/feedback/requestFeedback.ts';
import { whomToAsk } from '../../../../src/app/feedback/whomToAsk.ts';
import { requestKinds } from '../../../../src/core/feedback/requestKinds.ts';
import { chatRequest, pullComment } from '../../../../src/core/feedback/requestText.ts';
import type { MarkedDesk, Verbs } from '../verb.ts';

const abouts = ['HEAD', 'main..outbox', '#412', 'cart.ts#L1-L2', 'myself', 'my talk'];

/** Asks everybody for everything, and answers the notes with what is copied of them. */
async function requests(desk: MarkedDesk): Promise<readonly string[]> {
  const texts: string[] = [];
  for (const text of abouts)
    for (const kind of requestKinds) {
      const about = await askedAboutText(desk, text);
      const people = await whomToAsk(desk, { kind, words: about.title, place: '/shop', range: about.work });
      const to = [desk.other.handle, ...people.map(({ handle }) => handle)];
      const note = await desk.notebook.shared.read(await requestFeedback(desk, { about, to, kind }));
      const names = { asker: desk.me.name, to };
      texts.push(note, chatRequest(note, names), pullComment(note, names));
    }
  return texts;
}

export const askFeedbackVerbs: Verbs = {
  'feedback/askedAbout': { forOthers: desk => Promise.all(abouts.map(text => askedAboutText(desk, text))) },
  'feedback/requestFeedback': { forOthers: requests },
  'feedback/whomToAsk': {
    shows: desk => Promise.all(requestKinds.map(kind => whomToAsk(desk, { kind, words: '', place: '/shop' }))),
  },
};
