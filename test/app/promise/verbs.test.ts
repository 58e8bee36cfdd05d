import assert from 'node:assert/strict';
import { isFailure } from '../../../src/app/failure.ts';
import { ownPromise } from '../../../src/app/promise/ownPromise.ts';
import { ownPromises, promisesBetween } from '../../../src/app/promise/promisesOf.ts';
import { publishPromise, publishedLine } from '../../../src/app/promise/publishPromise.ts';
import { carryPromise, declinePromise, keepPromise } from '../../../src/app/promise/settlePromise.ts';
import { memoryDesk, type MemoryDesk } from '../../support/memoryDesk.ts';

const mine = 'people/ada/promises.md';
const note = 'one-on-ones/2026-11-10-ada-lin.md';
const published = `---
type: promises
---
# Promises of Ada

Words of mine.

- [ ] The numbers · for @lin 📅 2026-11-20
  - with the writes
- [ ] A draft · for @sam · since 2026-11-01 [due:: 2026-11-20]
- [ ] A page for all

## Later
`;
const meeting = `---
type: one-on-one
with: lin
---
# One-to-one

- [ ] @ada a talk about **pools** 📅 2026-11-30
- [ ] @lin find a budget 📅 2026-12-01
- he looks tired

## Promised by me
- [ ] Ask Sam
`;
const deskOf = () => memoryDesk({ notes: { [mine]: published }, privateNotes: { [note]: meeting } });
const textOf = (desk: MemoryDesk, path: string) => desk.files.texts()[path] ?? desk.privateFiles.texts()[path] ?? '';

/** The lines of a note that are not as they were. */
function changed(desk: MemoryDesk, path: string): readonly string[] {
  const before = new Set((path === mine ? published : meeting).split('\n'));
  return textOf(desk, path)
    .split('\n')
    .filter(line => !before.has(line));
}
const refused = (run: Promise<unknown>, says: RegExp) =>
  assert.rejects(run, error => isFailure(error) && says.test(error.message));

describe('A promise of hers', () => {
  it('is ticked with the day', async () => {
    const desk = deskOf();
    await keepPromise(desk, await ownPromise(desk, { promise: 'the numbers' }));
    await keepPromise(desk, await ownPromise(desk, { promise: 'Ask Sam' }), '2026-11-20');
    assert.deepEqual(changed(desk, mine), ['- [x] The numbers · for @lin 📅 2026-11-20 ✅ 2026-11-22']);
    assert.deepEqual(changed(desk, note), ['- [x] Ask Sam ✅ 2026-11-20']);
    await refused(ownPromise(desk, { promise: 'The numbers' }), /no open promise of yours/);
  });

  const carried: readonly (readonly [promise: string, path: string, line: string])[] = [
    ['The numbers', mine, '- [ ] The numbers · for @lin · since 2026-11-20 📅 2026-12-04'],
    ['A draft', mine, '- [ ] A draft · for @sam · since 2026-11-01 [due:: 2026-12-04]'],
    ['A page for all', mine, '- [ ] A page for all 📅 2026-12-04'],
    ['a talk about pools', note, '- [ ] @ada a talk about **pools** · since 2026-11-30 📅 2026-12-04'],
    ['Ask Sam', note, '- [ ] Ask Sam 📅 2026-12-04'],
  ];
  for (const [promise, path, line] of carried)
    it(`is carried to a new day: ${promise}`, async () => {
      const desk = deskOf();
      await carryPromise(desk, await ownPromise(desk, { promise }), '2026-12-04');
      assert.deepEqual(changed(desk, path), [line]);
      await carryPromise(desk, await ownPromise(desk, { promise }), '2027-01-08');
      const first = /since (\S+)/.exec(line)?.[1] ?? '2026-12-04';
      const again = line.replace('2026-12-04', '2027-01-08');
      assert.deepEqual(changed(desk, path), [
        line.includes('since') ? again : again.replace(' 📅', ` · since ${first} 📅`),
      ]);
    });

  it('is declined with a reason', async () => {
    const desk = deskOf();
    await declinePromise(desk, await ownPromise(desk, { promise: 'The numbers' }), ' nobody\nmeasured ');
    assert.deepEqual(changed(desk, mine), [
      '- [-] The numbers · for @lin · declined 2026-11-22: nobody measured 📅 2026-11-20',
    ]);
  });

  it('is published as a line of its own, and open once', async () => {
    const desk = deskOf();
    const promise = await ownPromise(desk, { promise: 'A talk about pools' });
    assert.equal(publishedLine(promise), '- [ ] A talk about **pools** · for @lin 📅 2026-11-30');
    assert.equal(await publishPromise(desk, promise), mine);
    assert.deepEqual(changed(desk, mine), [publishedLine(promise)]);
    assert.match(textOf(desk, mine), /A page for all\n- \[ \] A talk/);
    assert.deepEqual(changed(desk, note), [`- [>] @ada a talk about **pools** 📅 2026-11-30 → ${mine}`]);
    const open = await ownPromises(desk);
    assert.equal(open.filter(({ text }) => /talk/i.test(text)).length, 1);
    await refused(publishPromise(desk, await ownPromise(desk, { promise: 'A talk about pools' })), /already/);
  });

  it('is published in other words, and then those are what is open', async () => {
    const desk = memoryDesk({ privateNotes: { [note]: meeting } });
    await publishPromise(desk, await ownPromise(desk, { promise: 'Ask Sam' }), 'ask for help with CI · for @bob');
    assert.equal(
      textOf(desk, mine),
      '---\ntype: promises\n---\n# Promises of Ada\n\n- [ ] Ask for help with CI · for @lin\n',
    );
    const between = await promisesBetween(desk, 'lin');
    assert.deepEqual(
      between.map(({ by, text }) => `${by}: ${text}`),
      ['ada: Ask for help with CI', 'ada: a talk about **pools**', 'lin: find a budget'],
    );
  });

  it('is written by nobody else', async () => {
    const desk = memoryDesk({
      notes: { 'people/lin/promises.md': '---\ntype: promises\n---\n- [ ] Time · for @ada\n' },
      privateNotes: { [note]: meeting },
    });
    for (const promise of await promisesBetween(desk, 'lin'))
      if (promise.by === 'lin') await refused(keepPromise(desk, promise), /theirs/);
    await refused(ownPromise(desk, { promise: 'Time' }), /no open promise of yours/);
  });

  it('asks for a day that comes, and for a reason', async () => {
    const desk = deskOf();
    const promise = await ownPromise(desk, { promise: 'The numbers' });
    await refused(carryPromise(desk, promise, '2026-11-21'), /is over/);
    await refused(carryPromise(desk, promise, 'soon'), /is no day/);
    await refused(declinePromise(desk, promise, ' '), /why/);
    assert.deepEqual(changed(desk, mine), []);
  });

  it('is one where it was noted twice, whichever line is meant', async () => {
    const older = 'one-on-ones/2026-10-27-ada-lin.md';
    const desk = memoryDesk({ privateNotes: { [note]: meeting, [older]: meeting } });
    await keepPromise(desk, await ownPromise(desk, { promise: 'Ask Sam', path: older, line: 12 }));
    assert.deepEqual(changed(desk, note), ['- [x] Ask Sam ✅ 2026-11-22']);
    assert.ok((await ownPromises(desk)).every(({ text }) => text !== 'Ask Sam'));
  });

  it('is hers in a folder of another case', async () => {
    const path = 'people/Ada/promises.md';
    const desk = memoryDesk({ notes: { [path]: published } });
    await keepPromise(desk, await ownPromise(desk, { promise: 'A draft' }));
    assert.match(textOf(desk, path), /^- \[x\] A draft/m);
  });

  it('is found by its words where the note moved on, and not where it was settled meanwhile', async () => {
    const desk = deskOf();
    const promise = await ownPromise(desk, { promise: 'The numbers' });
    desk.files.put(mine, published.replace('Words', 'More\n\nWords'));
    await keepPromise(desk, promise);
    assert.match(textOf(desk, mine), /- \[x\] The numbers/);
    await refused(keepPromise(desk, promise), /no longer open/);
  });
});
