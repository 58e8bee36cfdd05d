import assert from 'node:assert/strict';
import fc from 'fast-check';
import { asksOf } from '../../../src/core/meeting/asks.ts';
import { carriedLines, closeCarried } from '../../../src/core/meeting/carriedLine.ts';
import { applyEdits } from '../../../src/core/note/textEdit.ts';

const heading = 'What I want to talk about';
const note = (lines: readonly string[], eol = '\n') =>
  ['# One-to-one', '', `## ${heading}`, '', ...lines, '', '## Other', '', '- [ ] Not this one', ''].join(eol);
const carried = (text: string) => carriedLines(text, heading, '2026-11-10').flatMap(({ lines }) => lines);

describe('What is still open after a meeting', () => {
  for (const [line, goesOn] of [
    ['- [ ] The scheduler', '- [ ] The scheduler · since 2026-11-10'],
    ['- [ ] The scheduler 📅 2026-12-15', '- [ ] The scheduler · since 2026-11-10 📅 2026-12-15'],
    ['- [ ] The scheduler · since 2026-10-27', '- [ ] The scheduler · since 2026-10-27'],
    ['  * [/] Half said', '* [/] Half said · since 2026-11-10'],
    ['- [x] Said', undefined],
    ['- [-] Dropped', undefined],
    ['- [>] Moved → 2026-11-10', undefined],
    ['- a thought', undefined],
    ['- [ ] ', undefined],
    ['- [ ] @lin find a budget', undefined], // a promise: it has a life of its own
  ] as const)
    it(`goes on: ${line}`, () => {
      assert.deepEqual(carried(note([line])), goesOn === undefined ? [] : [goesOn]);
    });

  it('goes on with what is indented below it, but for what is done', () => {
    const lines = ['- [ ] The scheduler', '  why: it is slow', '  - [x] read it', '  - [ ] ask Sam', '- [ ] Another'];
    assert.deepEqual(carried(note(lines)), [
      '- [ ] The scheduler · since 2026-11-10',
      '  why: it is slow',
      '  - [ ] ask Sam',
      '- [ ] Another · since 2026-11-10',
    ]);
  });

  it('is open in one note only, and every other byte stays', () => {
    const line = fc.constantFrom(
      ...[
        '- [ ] One',
        '- [ ] Two 📅 2026-12-15',
        '- [x] Three',
        '- four',
        '  - [ ] below',
        '',
        'Words.',
        '- [ ] @lin five',
      ],
    );
    fc.assert(
      fc.property(fc.uniqueArray(line), fc.constantFrom('\n', '\r\n'), (lines, eol) => {
        const text = note(lines, eol);
        const into = carried(text).join('\n');
        const after = applyEdits(text, closeCarried(text, heading, { text: into, day: '2026-11-24' }));
        assert.deepEqual(carried(after), []);
        assert.equal(after.replace(/ → 2026-11-24/g, '').replaceAll('[>]', '[ ]'), text);
      }),
    );
  });

  it('is still the ask it was', () => {
    const [line = ''] = carried(note(['- [ ] I would like to try the scheduler (project) 📅 2026-12-15']));
    assert.deepEqual(
      asksOf(line).map(({ text, type, by }) => [text, type, by]),
      [['I would like to try the scheduler', 'project', '2026-12-15']],
    );
  });

  it('stays open where it did not arrive', () => {
    const text = note(['- [ ] One']);
    assert.deepEqual(closeCarried(text, heading, { text: '- [ ] Something else', day: '2026-11-24' }), []);
  });
});
