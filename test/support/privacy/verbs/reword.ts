import assert from 'node:assert/strict';
import { askForWords, requestFor, takeWords } from '../../../../src/app/reword/rewordWork.ts';
import type { SharedPath } from '../../../../src/core/note/notePath.ts';
import { leakIn } from '../leaks.ts';
import { anyMark } from '../markedNotes.ts';
import { tried, type MarkedDesk, type Verbs } from '../verb.ts';

/** A language model that is told nothing private; answers everything it is sent where a person has every note there is reworded, on whichever shelf it lies. */
async function sentOf(desk: MarkedDesk): Promise<readonly string[]> {
  const sent: string[] = [];
  const model = {
    ask(text: string) {
      assert.equal(leakIn(text, anyMark), undefined, 'a language model is told');
      sent.push(text);
      return Promise.resolve(`1: ${desk.mark}`);
    },
  };
  const notes = [...(await desk.notebook.shared.notes()), ...(await desk.notebook.private.notes())];
  for (const path of notes.map(note => note.path as SharedPath))
    await tried(async () => {
      const request = await requestFor(desk, path);
      const { rewordings } = await askForWords(model, request, new AbortController().signal);
      await takeWords(desk, path, rewordings);
    });
  return sent;
}

export const rewordVerbs: Verbs = {
  'reword/rewordWork': { does: sentOf, forOthers: sentOf },
};
