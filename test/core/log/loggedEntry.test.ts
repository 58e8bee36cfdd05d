import assert from 'node:assert/strict';
import { entriesOfWeek, newestFirst, privateEntries, sharedEntries } from '../../../src/core/log/loggedEntry.ts';
import type { LoggedEntry } from '../../../src/core/log/loggedEntry.ts';
import type { NotePath, PrivatePath, SharedPath } from '../../../src/core/note/notePath.ts';
import { readNote } from '../../../src/core/note/readNote.ts';
import { yamlHead } from '../../../src/node/yamlHead.ts';

const noteAt = <P extends NotePath>(path: P, head: string) => ({
  ...readNote(path, `---\n${head.replaceAll('; ', '\n')}\n---\n# ${path.slice(-4, -3).toUpperCase()}\n`, yamlHead),
  path,
});
const shown = (entries: readonly LoggedEntry[]) =>
  entries.map(({ place, day, type, title, goal, isPrivate, fromCommit }) =>
    [place.shelf, day, type, title, goal ?? '-', isPrivate ? 'private' : '-', fromCommit ?? '-'].join(' '),
  );

describe('the entries of a log', () => {
  const shared = [
    noteAt('people/ada/learning/2026-11-16-a.md' as SharedPath, 'type: learning; date: 2026-11-16; goal: checkout'),
    noteAt('people/ada/learning/2026-11-18-b.md' as SharedPath, 'type: win'),
    noteAt('people/ada/learning/c.md' as SharedPath, 'type: learning; date: soon'),
    noteAt('people/ada/learning/2026-11-17-d.md' as SharedPath, 'type: learning; date: 2026-11-22; private: "no"'),
    noteAt('people/ada/learning/2026-11-15-e.md' as SharedPath, 'type: learning; commit: 4f1c2a9'),
    noteAt('people/ada/learning/2026-11-15-f.md' as SharedPath, 'type: learning; commit: "1234567"; path: x.ts'),
    noteAt('people/ada/goals/2026-11-18-g.md' as SharedPath, 'type: goal'),
    noteAt('people/adam/learning/2026-11-18-h.md' as SharedPath, 'type: learning'),
    noteAt('people/ada/learning/2026-11-18-i.md' as SharedPath, 'type: {'),
  ];
  const own = [noteAt('learning/2026-11-20-j.md' as PrivatePath, 'type: learning; private: false')];

  it("are hers alone, newest first, by their date or their file's", () => {
    assert.deepEqual(shown(sharedEntries(shared, 'ada')), [
      'shared 2026-11-22 learning D - private -',
      'shared 2026-11-18 win B - - -',
      'shared 2026-11-16 learning A checkout - -',
      'shared 2026-11-15 learning F - - -',
      'shared 2026-11-15 learning E - - 4f1c2a9',
    ]);
  });

  it('are private on the private shelf, whatever they say', () => {
    assert.deepEqual(shown(privateEntries(own)), ['private 2026-11-20 learning J - private -']);
  });

  it('come together newest first', () => {
    const all = newestFirst([...sharedEntries(shared, 'ada'), ...privateEntries(own)]);
    assert.deepEqual(all.map(({ title }) => title).join(''), 'DJBAFE');
  });

  it('are also the books and articles she read, and know their skills and tags', () => {
    const read = [
      noteAt(
        'people/ada/books/a.md' as SharedPath,
        'type: book; date: 2026-11-21; skills: [databases, 7]; tags: outbox',
      ),
      noteAt('people/ada/b.md' as SharedPath, 'type: article; date: 2026-11-20'),
    ];
    assert.deepEqual(
      sharedEntries(read, 'ada').map(({ type, skills, tags }) => [type, skills, tags]),
      [
        ['book', ['databases', '7'], ['outbox']],
        ['article', [], []],
      ],
    );
  });

  it('belong to the week of their day', () => {
    const all = sharedEntries(shared, 'ada');
    assert.deepEqual(
      entriesOfWeek(all, '2026-W47')
        .map(({ title }) => title)
        .join(''),
      'DBA',
    );
    assert.deepEqual(
      entriesOfWeek(all, '2026-W46')
        .map(({ title }) => title)
        .join(''),
      'FE',
    );
  });
});
