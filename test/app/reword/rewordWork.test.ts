import assert from 'node:assert/strict';
import { Failure, isFailure } from '../../../src/app/failure.ts';
import { askForWords, requestFor, takeWords, type RewordDesk } from '../../../src/app/reword/rewordWork.ts';
import type { SharedPath } from '../../../src/core/note/notePath.ts';
import { yamlHead } from '../../../src/node/yamlHead.ts';
import { toldLines, weeklyNote } from '../../core/reword/weekOf.ts';
import { memoryDesk, type MemoryDesk } from '../../support/memoryDesk.ts';

const path = 'people/ada/weekly/2026-W47-ada.md' as SharedPath;
const told = ['Reads stay under 200 ms', 'Notes build'];
const text = weeklyNote(told);
const { signal } = new AbortController();

function deskWith(note = text, at: string = path): MemoryDesk & RewordDesk {
  return { ...memoryDesk({ notes: { [at]: note } }), yaml: yamlHead };
}

/** A model that gives this answer, and what it was sent. */
function model(answer: string) {
  const sent: string[] = [];
  return { sent, ask: (words: string) => (sent.push(words), Promise.resolve(answer)) };
}

const sentence = (words: string) => (error: unknown) => isFailure(error) && error.message === words;

describe('Rewording a week by a language model', () => {
  it('sends what was shown, and writes what she took', async () => {
    const desk = deskWith();
    const request = await requestFor(desk, path);
    const { sent, ...asked } = model('1: Keep reads under 200 ms\n2: Build the notes');
    const { rewordings } = await askForWords(asked, request, signal);
    assert.deepEqual(sent, [request.text]);
    assert.equal(desk.files.texts()[path], text, 'nothing is written yet');

    assert.equal(await takeWords(desk, path, rewordings.slice(1)), 0);
    assert.equal(desk.files.texts()[path], text.replace('Notes build', 'Build the notes'));
  });

  it('leaves a line alone that changed while the model was asked', async () => {
    const desk = deskWith();
    const { rewordings } = await askForWords(
      model('1: Keep reads under 200 ms\n2: Build the notes'),
      await requestFor(desk, path),
      signal,
    );
    const hers = text.replace('Reads stay', 'My reads stay');
    desk.files.put(path, hers);
    assert.equal(await takeWords(desk, path, rewordings), 1);
    assert.equal(desk.files.texts()[path], hers.replace('Notes build', 'Build the notes'));
  });

  it('writes nothing where the answer is of no use', async () => {
    const desk = deskWith();
    const request = await requestFor(desk, path);
    await assert.rejects(
      askForWords(model('Certainly! Ada was great this week.'), request, signal),
      sentence('The language model did not answer line by line, so its answer was dropped. The note is as it was.'),
    );
    const { rewordings, refused } = await askForWords(
      model('1: Mallory did it\n2: Notes build 2 times'),
      request,
      signal,
    );
    assert.deepEqual({ rewordings, refused }, { rewordings: [], refused: 2 });
    assert.equal(await takeWords(desk, path, rewordings), 0);
    assert.equal(desk.files.texts()[path], text);
  });

  it('drops what comes after she stopped it, and passes on why there is no answer', async () => {
    const desk = deskWith();
    const request = await requestFor(desk, path);
    const stop = new AbortController();
    const late = {
      ask: () => {
        stop.abort();
        return Promise.resolve('1: Keep reads under 200 ms\n2: Build the notes');
      },
    };
    await assert.rejects(askForWords(late, request, stop.signal), { name: 'AbortError' });
    const refuses = { ask: () => Promise.reject(new Failure('Not today.')) };
    await assert.rejects(askForWords(refuses, request, signal), sentence('Not today.'));
    assert.equal(desk.files.texts()[path], text);
  });

  const refused: readonly (readonly [what: string, note: string, at: string, words: RegExp])[] = [
    [
      'is private',
      text.replace('person: ada', 'person: ada\nprivate: true'),
      path,
      /private, so nothing of it is sent/,
    ],
    ['can’t be read', text.replace('person: ada', 'person: [ada'), path, /private, so nothing of it is sent/],
    ['is no weekly note', text.replace('type: weekly', 'type: learning'), path, /Open a weekly note of yours first/],
    ['is somebody else’s', text, 'people/sam/weekly/2026-W47-sam.md', /somebody else’s/],
    ['holds two versions', `${text}<<<<<<< a\n=======\n>>>>>>> b\n`, path, /Two versions of this note met/],
    ['is a person’s alone', text.replace(/\*\*/g, '***'), path, /Nothing here can be reworded/],
  ];
  for (const [what, note, at, words] of refused)
    it(`sends nothing of a note that ${what}`, async () => {
      const desk = deskWith(note, at);
      await assert.rejects(
        requestFor(desk, at as SharedPath),
        (error: unknown) => isFailure(error) && words.test(error.message),
      );
      assert.equal(desk.files.texts()[at], note);
    });

  it('writes into nobody else’s note', async () => {
    const theirs = 'people/sam/weekly/2026-W47-sam.md' as SharedPath;
    const desk = deskWith(text, theirs);
    await assert.rejects(takeWords(desk, theirs, []), /somebody else’s/);
  });

  it('keeps the links, the goal and the names of a line', async () => {
    const desk = deskWith();
    const { rewordings } = await askForWords(
      model('1: Keep reads under 200 ms\n2: Build the notes'),
      await requestFor(desk, path),
      signal,
    );
    await takeWords(desk, path, rewordings);
    const behind = (note: string) => toldLines(note).map(line => line.replace(/\*\*.*\*\*/, ''));
    assert.deepEqual(behind(desk.files.texts()[path] ?? ''), behind(text));
  });
});
