import assert from 'node:assert/strict';
import { prepareOneOnOne } from '../../../src/app/meeting/prepareOneOnOne.ts';
import { ownPromise } from '../../../src/app/promise/ownPromise.ts';
import { promisesBetween } from '../../../src/app/promise/promisesOf.ts';
import { publishPromise } from '../../../src/app/promise/publishPromise.ts';
import { carryPromise, keepPromise } from '../../../src/app/promise/settlePromise.ts';
import type { PrivatePath } from '../../../src/core/note/notePath.ts';
import { memoryDesk, type MemoryDesk } from '../../support/memoryDesk.ts';

const lins = 'people/lin/promises.md';
const published =
  '---\ntype: promises\n---\n# Promises of Lin\n\n- [ ] A **budget** for the [course](https://x.example) · for @ada 📅 2026-11-10\n';
const met =
  '---\ntype: one-on-one\ndate: 2026-10-27\nwith: lin\n---\n# One-to-one\n\n- [ ] @lin a budget for the course 📅 2026-11-10\n- [ ] @ada the numbers 📅 2026-11-20\n';
const team = ['ada', 'lin'].map(handle => ({ handle, name: handle, emails: [], leads: [] }));
const deskOf = () =>
  memoryDesk({ team, notes: { [lins]: published }, privateNotes: { 'one-on-ones/2026-10-27-ada-lin.md': met } });
const open = async (desk: MemoryDesk) =>
  (await promisesBetween(desk, 'lin')).map(({ by, text, promised = '' }) => `${by}: ${text}, promised ${promised}`);
const prepared = async (desk: MemoryDesk, day: string) => {
  const path = await prepareOneOnOne(desk, { with: 'lin', day });
  return desk.privateFiles.texts()[path] ?? '';
};

describe('Promises between two one-to-ones', () => {
  it('stand on top of a prepared note, and are open once all the same', async () => {
    const desk = deskOf();
    const before = await open(desk);
    assert.deepEqual(before, [
      'lin: A **budget** for the [course](https://x.example), promised 2026-10-27',
      'ada: the numbers, promised 2026-10-27',
    ]);
    assert.match(
      await prepared(desk, '2026-11-24'),
      /budget.* · promised 2026-10-27 · \*\*14 days over\*\* 📅 2026-11-10/,
    );
    assert.deepEqual(await open(desk), before);
  });

  it('are gone from the next one once they are kept, whoever keeps them and wherever', async () => {
    const desk = deskOf();
    await prepared(desk, '2026-11-24');
    desk.files.put(lins, published.replace('[ ]', '[x]').replace(/\n$/, ' ✅ 2026-11-22\n'));
    desk.notebook.shared.changed();
    await keepPromise(desk, await ownPromise(desk, { promise: 'the numbers' }));
    assert.deepEqual(await open(desk), []);
    assert.doesNotMatch(await prepared(desk, '2026-12-08'), /budget|numbers/);
  });

  it('are kept where one of hers is ticked in the prepared note', async () => {
    const desk = deskOf();
    await prepared(desk, '2026-11-24');
    const path = 'one-on-ones/2026-11-24-ada-lin.md' as PrivatePath;
    desk.privateFiles.put(path, (desk.privateFiles.texts()[path] ?? '').replace(/- \[ \] (.*numbers)/, '- [x] $1'));
    desk.notebook.private.changed();
    assert.equal((await open(desk)).length, 1);
  });

  it('are carried and published from wherever they were noted first, and stay one', async () => {
    const desk = deskOf();
    await prepared(desk, '2026-11-24');
    await carryPromise(desk, await ownPromise(desk, { promise: 'the numbers' }), '2026-12-01');
    await publishPromise(desk, await ownPromise(desk, { promise: 'the numbers' }));
    assert.match(
      desk.files.texts()['people/ada/promises.md'] ?? '',
      /- \[ \] The numbers · for @lin · since 2026-11-20 📅 2026-12-01\n/,
    );
    assert.equal((await open(desk)).length, 2);
    const next = await prepared(desk, '2026-12-08');
    assert.equal(next.match(/numbers/gi)?.length, 1);
  });
});
