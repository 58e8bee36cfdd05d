import type { Problem } from '../note/problem.ts';
import { meetingPromises, type Meeting } from './meetingPromises.ts';

/** What may be asked about the promises in the note of a one-to-one: by when each will be kept, where its line says no day. */
export function checkPromises(text: string, meeting: Meeting): readonly Problem[] {
  return meetingPromises(text, meeting)
    .filter(({ state, due, isCopy }) => state === 'open' && due === undefined && !isCopy)
    .map(({ task: { at, markAt }, text: detail }) => {
      const line = text.slice(at.start, at.end);
      const start = markAt.end + (/^\][ \t]*/.exec(text.slice(markAt.end, at.end))?.[0].length ?? 0);
      return { code: 'promise-day', at: { start, end: at.start + line.trimEnd().length }, expected: '', detail };
    });
}
