import assert from 'node:assert/strict';
import fc from 'fast-check';
import { WriteFailed } from '../../../src/app/failure.ts';
import { logLearning } from '../../../src/app/log/logEntry.ts';
import { parseCapture } from '../../../src/core/log/capture.ts';
import type { Entry } from '../../../src/core/log/entry.ts';
import { entryTypes } from '../../../src/core/note/note.ts';
import { memoryDesk } from '../../support/memoryDesk.ts';

const entry = (line: string, changes: Partial<Entry> = {}): Entry => ({
  ...{ type: 'learning', day: '2026-11-22' },
  ...parseCapture(line),
  ...changes,
});

describe('logLearning', () => {
  it('writes one note into her folder and answers where', async () => {
    const desk = memoryDesk();
    const place = await logLearning(desk, entry('Vacuum is lazy #postgres goal:db'));
    assert.deepEqual(place, { shelf: 'shared', path: 'people/ada/learning/2026-11-22-vacuum-is-lazy.md' });
    assert.deepEqual(desk.files.texts(), {
      'people/ada/learning/2026-11-22-vacuum-is-lazy.md':
        '---\ntype: learning\ndate: 2026-11-22\ngoal: db\ntags:\n  - postgres\n---\n# Vacuum is lazy\n',
    });
  });

  it('takes the next free name for the same title in the same second', async () => {
    const desk = memoryDesk();
    const places = await Promise.all(['Twice', 'Twice', 'twice'].map(line => logLearning(desk, entry(line))));
    assert.deepEqual(
      places.map(({ path }) => path),
      ['', '-2', '-3'].map(number => `people/ada/learning/2026-11-22-twice${number}.md`),
    );
    assert.equal(Object.keys(desk.files.texts()).length, 3);
  });

  it('is heard of by the index', async () => {
    const desk = memoryDesk();
    await logLearning(desk, entry('Vacuum is lazy'));
    assert.deepEqual(
      (await desk.notebook.shared.notes()).map(({ type, title }) => `${type ?? '-'}: ${title}`),
      ['learning: Vacuum is lazy'],
    );
  });

  it('keeps her words where the disk is full', async () => {
    const desk = memoryDesk();
    desk.files.failWrites('The disk is full.');
    await assert.rejects(
      logLearning(desk, entry('Vacuum is lazy')),
      (error: unknown) => error instanceof WriteFailed && error.text.includes('# Vacuum is lazy'),
    );
  });

  it('never lets a private word onto the shelf of the team', async () => {
    const line = fc.string({ unit: 'binary', maxLength: 60 }).map(text => text.replaceAll('`', ''));
    const mark = fc.constantFrom('!private', '!PRIVATE', '(!private)', '！private');
    await fc.assert(
      fc.asyncProperty(line, mark, fc.constantFrom(...entryTypes), async (text, privately, type) => {
        const desk = memoryDesk();
        const { shelf } = await logLearning(desk, entry(`MARKEDWORD ${text} ${privately}`, { type }));
        const hard = await logLearning(desk, entry(`MARKEDWORD ${text}`, { type: 'hard-moment' }));
        assert.deepEqual([shelf, hard.shelf, desk.files.texts()], ['private', 'private', {}]);
        const texts = Object.values(desk.privateFiles.texts());
        assert.equal(texts.filter(note => note.includes('\nprivate: true\n')).length, 2);
      }),
      { numRuns: 60 },
    );
  });
});
