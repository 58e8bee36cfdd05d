import assert from 'node:assert/strict';
import fc from 'fast-check';
import { stepLinesAdded } from '../../../src/core/goal/addStep.ts';
import { goalItemsOf } from '../../../src/core/goal/goalItems.ts';
import { itemTaken, linesBeside, linesOfItem, moveWithin, type Beside } from '../../../src/core/goal/moveItem.ts';
import { listItemsOf } from '../../../src/core/note/listItems.ts';
import { applyEdits } from '../../../src/core/note/textEdit.ts';

const note = (...lines: string[]) => `${lines.join('\n')}\n`;

/** Moves the item with these words beside the other one. */
function moved(text: string, words: string, side: Beside['side'], other: string): string {
  const items = goalItemsOf(text);
  const [item, target] = [words, other].map(each => items.find(({ text: said }) => said === each));
  assert.ok(item && target);
  return applyEdits(text, moveWithin(text, listItemsOf(text), { item, to: { target, side } }));
}

describe('moveWithin', () => {
  const steps = note(
    '# Fast',
    '## Steps',
    '- [ ] one',
    '  - [ ] one a',
    '    why',
    '- [x] two',
    '',
    '- [ ] three',
    '',
    'Words.',
  );

  it('lets neighbours change places, with what is nested in them', () => {
    assert.equal(
      moved(steps, 'one', 'after', 'two'),
      note('# Fast', '## Steps', '- [x] two', '- [ ] one', '  - [ ] one a', '    why', '', '- [ ] three', '', 'Words.'),
    );
  });

  it('leaves the empty lines between them where they are', () => {
    assert.equal(
      moved(steps, 'three', 'before', 'one'),
      note('# Fast', '## Steps', '- [ ] three', '- [ ] one', '  - [ ] one a', '    why', '', '- [x] two', '', 'Words.'),
    );
  });

  it('indents a step as its new neighbour is, its nested lines too', () => {
    assert.equal(
      moved(note('- [ ] a', '  - [ ] a1', '- [ ] b', '  more of b'), 'b', 'before', 'a1'),
      note('- [ ] a', '  - [ ] b', '    more of b', '  - [ ] a1'),
    );
  });

  it('takes a nested step out, behind the one it was nested in', () => {
    assert.equal(
      moved(note('- [ ] a', '\t- [ ] a1', '- [ ] b'), 'a1', 'after', 'a'),
      note('- [ ] a', '- [ ] a1', '- [ ] b'),
    );
    assert.equal(moved('- [ ] a\r\n  - [ ] a1', 'a1', 'after', 'a'), '- [ ] a\r\n- [ ] a1');
  });

  it('never puts a step into itself', () => {
    const text = note('- [ ] a', '  - [ ] a1');
    assert.equal(moved(text, 'a', 'after', 'a1'), text);
    assert.equal(moved(text, 'a', 'before', 'a'), text);
  });

  it('keeps a note without a last newline without one', () => {
    assert.equal(moved('## A\n- [ ] a\n## B\n- [ ] b', 'b', 'before', 'a'), '## A\n- [ ] b\n- [ ] a\n## B');
    assert.equal(moved('## A\n- [ ] a\n## B\n- [ ] b', 'a', 'after', 'b'), '## A\n## B\n- [ ] b\n- [ ] a');
  });
});

/** Notes as people and other programs leave them. Each line is one of its kind. */
const notes = fc
  .record({
    lines: fc.array(
      fc.constantFrom(
        ...[
          '- [ ] step',
          '- [x] done',
          '* [ ] star',
          '1. [ ] first',
          '  - [ ] nested',
          '\t- [ ] tabbed',
          '      - [ ] deep',
        ],
        ...[
          '- KR: p99 9 → 5 → 2',
          '- plain item',
          '  words below',
          'A paragraph',
          '',
          '',
          '## Steps',
          '### Part',
          '## Evidence',
        ],
        ...['```', '  ```', '<!-- outloud:begin x -->', '---', '- [>] moved → 2026-W47', '🦀 - [ ] no step'],
      ),
      { minLength: 2, maxLength: 25 },
    ),
    eol: fc.constantFrom('\n', '\r\n'),
    head: fc.constantFrom('', '---\ntype: goal\n# mine\n---\n', '\uFEFF---\ntype: goal\n---\n'),
    endsInNewline: fc.boolean(),
  })
  .map(({ lines, eol, head, endsInNewline }) => {
    const body = lines.map((line, index) =>
      /[a-z9]/i.test(line) && !line.includes('--') && !line.startsWith('#') ? `${line} ${index}` : line,
    );
    return head.replaceAll('\n', eol) + body.join(eol) + (endsInNewline ? eol : '');
  });

const linesIn = (text: string) => text.split(/\r?\n/);
const sorted = (text: string) =>
  linesIn(text)
    .map(line => line.trim())
    .sort();
const written = (text: string) => linesIn(text).filter(line => line.trim() !== '');

describe('Moving an item, whatever the note looks like', () => {
  it('loses nothing, doubles nothing, and leaves every other line as it was and where it was', () => {
    let moves = 0;
    fc.assert(
      fc.property(notes, fc.nat(), fc.nat(), fc.constantFrom('before', 'after'), (text, one, other, side) => {
        const items = listItemsOf(text);
        const [item, target] = [items[one % items.length], items[other % items.length]];
        if (!item || !target) return;
        moves += 1;
        const after = applyEdits(text, moveWithin(text, items, { item, to: { target, side } }));
        assert.deepEqual(sorted(after), sorted(text));
        if (text.endsWith('\n')) assert.ok(after.endsWith('\n'));
        const own = new Set(linesIn(text.slice(item.block.start, item.block.end)).map(line => line.trim()));
        const others = (all: string) => written(all).filter(line => !own.has(line.trim()));
        assert.deepEqual(others(after), others(text));
        assert.equal(after.includes('\r\n'), text.includes('\r\n'));
        assert.equal(/(?<!\r)\n/.test(after), /(?<!\r)\n/.test(text));
      }),
      { numRuns: 1000 },
    );
    assert.ok(moves > 300, String(moves));
  });

  it('brings it to another note whole, with the line endings of that note', () => {
    fc.assert(
      fc.property(notes, notes, fc.nat(), fc.option(fc.nat()), (from, to, one, beside) => {
        const items = goalItemsOf(from).filter(({ kind }) => kind === 'step');
        const item = items[one % items.length];
        if (!item) return;
        const lines = linesOfItem(from, item);
        const targets = goalItemsOf(to).filter(({ kind }) => kind === 'step');
        const target = beside === null ? undefined : targets[beside % targets.length];
        const edits = target ? [linesBeside(to, { target, side: 'before' }, lines)] : stepLinesAdded(to, lines);
        const [left, arrived] = [applyEdits(from, [itemTaken(from, item)]), applyEdits(to, edits)];
        const own = linesIn(lines).map(line => line.trim());
        assert.deepEqual(
          [...written(left).map(line => line.trim()), ...own.filter(line => line !== '')].sort(),
          written(from)
            .map(line => line.trim())
            .sort(),
        );
        const added = written(arrived).filter(line => line !== '## Steps');
        assert.deepEqual(
          added.map(line => line.trim()).sort(),
          [
            ...written(to)
              .filter(line => line !== '## Steps')
              .map(line => line.trim()),
            ...own.filter(line => line !== ''),
          ].sort(),
        );
        if (to.includes('\n')) assert.equal(/(?<!\r)\n/.test(arrived), /(?<!\r)\n/.test(to));
      }),
      { numRuns: 600 },
    );
  });
});
