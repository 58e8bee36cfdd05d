import assert from 'node:assert/strict';
import { inboxOf } from '../../../src/app/inbox/inboxOf.ts';
import { memoryDesk } from '../../support/memoryDesk.ts';

describe('The inbox of promises and needs', () => {
  it('reads each one-to-one once, whatever it looks for in them', async () => {
    const days = ['2026-10-13', '2026-10-27', '2026-11-10'];
    const note = '---\ntype: one-on-one\nwith: lin\n---\n# Lin\n\n- [ ] @ada the numbers\n- [ ] A course (training)\n';
    const desk = memoryDesk({
      privateNotes: Object.fromEntries(days.map(day => [`one-on-ones/${day}-ada-lin.md`, note])),
    });
    const read: string[] = [];
    const shelf = desk.notebook.private;
    const counted: typeof shelf = Object.create(shelf, {
      notes: { value: () => shelf.notes() },
      note: { value: (path: Parameters<typeof shelf.note>[0]) => shelf.note(path) },
      read: {
        value: (path: Parameters<typeof shelf.read>[0]) => {
          read.push(path);
          return shelf.read(path);
        },
      },
    }) as typeof shelf;
    const { items, failures } = await inboxOf({ ...desk, notebook: { ...desk.notebook, private: counted } });
    assert.deepEqual(failures, []);
    assert.deepEqual(
      items.filter(({ kind }) => kind.startsWith('promise') || kind === 'otherWay').map(({ label }) => label),
      ['the numbers', 'Another way: A course'],
    );
    assert.deepEqual(
      read.toSorted(),
      days.map(day => `one-on-ones/${day}-ada-lin.md`),
    );
  });
});
