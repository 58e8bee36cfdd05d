import assert from 'node:assert/strict';
import { ownPromises, promisesBetween } from '../../../src/app/promise/promisesOf.ts';
import type { OpenPromise } from '../../../src/core/promise/openPromises.ts';
import { printPart } from '../../../src/core/week/part.ts';
import { memoryDesk } from '../../support/memoryDesk.ts';

const published = (...lines: readonly string[]) => `---\ntype: promises\n---\n# Promises\n\n${lines.join('\n')}\n`;
const meeting = (...lines: readonly string[]) =>
  `---\ntype: one-on-one\nwith: lin\n---\n# One-to-one\n\n${lines.join('\n')}\n`;
/** A line of a prepared note, as the tool wrote it from another. */
const copied = (line: string) =>
  printPart({ name: 'promises', lines: [{ facts: [{ id: line, markdown: line }] }] }) ?? '';

const words = ({ by, text, due, since, promised, isPublished, place }: OpenPromise) =>
  [
    `${by}: ${text}`,
    ...(promised === undefined ? [] : [`promised ${promised}`]),
    ...(since === undefined ? [] : [`since ${since}`]),
    ...(due === undefined ? [] : [`due ${due}`]),
    `${isPublished ? 'published' : 'noted'} in ${place.path}:${place.line}`,
  ].join(', ');

async function between(notes: Readonly<Record<string, string>>, meetings: Readonly<Record<string, string>>) {
  const privateNotes = Object.fromEntries(
    Object.entries(meetings).map(([day, text]) => [`one-on-ones/${day}-ada-lin.md`, text]),
  );
  return (await promisesBetween(memoryDesk({ notes, privateNotes }), 'lin')).map(words);
}
const lins = 'people/lin/promises.md';

describe('The open promises between two people', () => {
  it('are those of both sides, each once and the oldest first', async () => {
    const found = await between(
      {
        [lins]: published(
          '- [ ] An answer on the queue · for @ada 📅 2026-11-25',
          '- [ ] Find a budget · for @ada 📅 2026-12-01',
          '- [x] A desk · for @ada ✅ 2026-11-02',
          '- [ ] A talk · for @sam 📅 2026-01-01',
        ),
        'people/ada/promises.md': published('- [ ] The numbers · for @Lin 📅 2026-11-30'),
        'people/sam/promises.md': published('- [ ] A review · for @ada 📅 2026-01-01'),
      },
      {
        '2026-10-27': meeting('- [ ] @lin find a budget 📅 2026-11-10', '- [ ] @lin a desk', '- [ ] @sam a book'),
        '2026-11-10': meeting('- [ ] @ada a draft', '- [>] @ada the numbers → people/ada/promises.md'),
      },
    );
    assert.deepEqual(found, [
      'lin: Find a budget, promised 2026-10-27, since 2026-11-10, due 2026-12-01, published in people/lin/promises.md:7',
      'ada: The numbers, promised 2026-11-10, due 2026-11-30, published in people/ada/promises.md:6',
      'ada: a draft, promised 2026-11-10, noted in one-on-ones/2026-11-10-ada-lin.md:7',
      'lin: An answer on the queue, due 2026-11-25, published in people/lin/promises.md:6',
    ]);
  });

  it('are not open again because an older or prepared note still has them open', async () => {
    const kept = published('- [x] Find a budget · for @ada 📅 2026-11-10 ✅ 2026-11-22');
    const meetings = {
      '2026-10-27': meeting('- [ ] @lin find a budget 📅 2026-11-10'),
      '2026-11-24': meeting(copied('- [ ] @lin find a budget · promised 2026-10-27, 📅 2026-11-10 · **12 days over**')),
    };
    assert.deepEqual(await between({ [lins]: kept }, meetings), []);
    assert.deepEqual(await between({}, { ...meetings, '2026-11-25': meeting('- [x] @lin find a budget') }), []);
    const [open] = await between({}, meetings);
    assert.match(open ?? '', /^lin: find a budget, promised 2026-10-27, due 2026-11-10, noted in .*2026-10-27/);
  });

  it('are open where the same was promised again', async () => {
    const found = await between(
      { [lins]: published('- [x] The numbers · for @ada ✅ 2026-10-01') },
      { '2026-09-20': meeting('- [ ] @lin the numbers'), '2026-11-10': meeting('- [ ] @lin the numbers') },
    );
    assert.deepEqual(found, ['lin: the numbers, promised 2026-11-10, noted in one-on-ones/2026-11-10-ada-lin.md:7']);
  });

  it('are the tool’s copy where nothing else is left of one', async () => {
    const found = await between({}, { '2026-11-24': meeting(copied('- [ ] @lin time')) });
    assert.equal(found.length, 1);
  });

  it('leave out what nobody may read', async () => {
    const notes = { [lins]: published('- [ ] Time · for @ada').replace('---\n#', 'private: true\n---\n#') };
    assert.deepEqual(await between(notes, {}), []);
  });
});

describe('Her own promises', () => {
  it('are those to anybody, published or noted', async () => {
    const desk = memoryDesk({
      notes: { 'people/ada/promises.md': published('- [ ] The numbers · for @lin', '- [ ] A page for all') },
      privateNotes: { 'one-on-ones/2026-11-10-ada-lin.md': meeting('- [ ] @ada a draft', '- [ ] @lin time') },
    });
    assert.deepEqual(
      (await ownPromises(desk)).map(({ text, to }) => `${text} to ${to ?? 'all'}`),
      ['a draft to lin', 'The numbers to lin', 'A page for all to all'],
    );
  });
});
