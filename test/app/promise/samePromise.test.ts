import assert from 'node:assert/strict';
import { promisesBetween } from '../../../src/app/promise/promisesOf.ts';
import { joinPromise, maybeSame } from '../../../src/app/promise/samePromise.ts';
import { keepPromise } from '../../../src/app/promise/settlePromise.ts';
import { ownPromise } from '../../../src/app/promise/ownPromise.ts';
import { publishPromise } from '../../../src/app/promise/publishPromise.ts';
import type { PrivatePath } from '../../../src/core/note/notePath.ts';
import { memoryDesk, type MemoryDesk } from '../../support/memoryDesk.ts';

const note = 'one-on-ones/2026-11-10-ada-lin.md' as PrivatePath;
const lins = 'people/lin/promises.md';
const notes = {
  [lins]:
    '---\ntype: promises\n---\n# Promises of Lin\n\n- [ ] The “money” for Rust · for @ada 📅 2026-12-01\n- [ ] A talk · for @sam\n- [x] Old · for @ada\n',
};
const meeting =
  '---\ntype: one-on-one\nwith: lin\n---\n# One-to-one\n\n- [ ] @lin find a budget 📅 2026-11-30\n- [ ] @ada the numbers\n';
const deskOf = () => memoryDesk({ notes, privateNotes: { [note]: meeting } });
const open = async (desk: MemoryDesk) =>
  (await promisesBetween(desk, 'lin')).map(({ by, text, promised = '' }) => `${by}: ${text}, ${promised}`);
const budget = { path: note, promise: 'find a budget', line: 7 };

describe('A promise that was published in other words', () => {
  it('stands once after its person joins the two, in her own note alone', async () => {
    const desk = deskOf();
    assert.equal((await open(desk)).length, 3);
    const [same, ...others] = await maybeSame(desk, budget);
    assert.deepEqual([same?.text, others], ['The “money” for Rust', []]);
    await joinPromise(desk, budget, same!);
    assert.equal(
      desk.privateFiles.texts()[note],
      meeting.replace(
        '- [ ] @lin find a budget 📅 2026-11-30',
        '- [>] @lin find a budget 📅 2026-11-30 · same as “The "money" for Rust” → people/lin/promises.md',
      ),
    );
    assert.deepEqual(desk.files.texts(), notes);
    assert.deepEqual(await open(desk), ['lin: The “money” for Rust, 2026-11-10', 'ada: the numbers, 2026-11-10']);
    await assert.rejects(joinPromise(desk, budget, same!), /is no longer open in your note/);
  });

  it('is not the promise of somebody else', async () => {
    const desk = deskOf();
    const [same] = await maybeSame(desk, budget);
    await assert.rejects(joinPromise(desk, { path: note, promise: 'the numbers' }, same!), /Somebody else gave/);
    assert.deepEqual(await maybeSame(desk, { path: note, promise: 'the numbers' }), []);
    assert.equal(desk.privateFiles.texts()[note], meeting);
  });

  it('stands open in her note again where the published line goes', async () => {
    const desk = deskOf();
    await joinPromise(desk, budget, (await maybeSame(desk, budget))[0]!);
    desk.files.put(lins, '---\ntype: promises\n---\n# Promises of Lin\n');
    desk.notebook.shared.changed();
    assert.deepEqual(await open(desk), ['lin: find a budget, 2026-11-10', 'ada: the numbers, 2026-11-10']);
  });

  it('keeps the day it was given on where she publishes her own in other words', async () => {
    const desk = deskOf();
    await publishPromise(desk, await ownPromise(desk, { promise: 'the numbers' }), 'p99 of the writes');
    assert.match(
      desk.privateFiles.texts()[note] ?? '',
      /^- \[>\] @ada the numbers · same as “P99 of the writes” → people\/ada\/promises\.md$/m,
    );
    assert.ok((await open(desk)).includes('ada: P99 of the writes, 2026-11-10'));
    await keepPromise(desk, await ownPromise(desk, { promise: 'p99 of the writes' }));
    assert.ok(!(await open(desk)).some(line => line.startsWith('ada')));
  });
});
