import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cleanText } from '../../../src/core/markdown/cleanText.ts';
import { escapeSentence } from '../../../src/core/markdown/markdown.ts';
import { applyEdits } from '../../../src/core/note/textEdit.ts';
import { ownSentences, rewordEdits } from '../../../src/core/reword/ownSentences.ts';
import { placeParts } from '../../../src/core/week/placeParts.ts';
import { partsOf, toldLines, weeklyNote } from './weekOf.ts';

const wordsOf = (text: string) => ownSentences(text).map(({ words }) => words);
const told = ['Reads stay under 200 ms', 'Use `SET LOCAL` in *the* pool_size', 'Notes build'];

/** The note once each of these sentences got other words. */
function reworded(text: string, words: Readonly<Record<string, string>>): string {
  const rewordings = ownSentences(text).flatMap(sentence => {
    const other = words[sentence.words];
    return other === undefined ? [] : [{ sentence, words: other }];
  });
  return applyEdits(text, rewordEdits(text, rewordings));
}

describe('The sentences of a week that are still the tool’s', () => {
  it('are those it tells in full, and nothing else of the note', () => {
    assert.deepEqual(wordsOf(weeklyNote(told)), told);
  });

  it('leave out what a person wrote, changed or took away', () => {
    const text = weeklyNote(told)
      .replace('Reads stay', 'Reads remain')
      .replace(/^- \*\*Notes build.*\n/m, '- **Notes of mine** · shop\n');
    assert.deepEqual(wordsOf(text), [told[1]]);
  });

  it('keep out what she wrote below a line', () => {
    const text = weeklyNote(told).replace(/^(- \*\*Reads.*)\n/m, '$1\n  and mine below\n');
    assert.deepEqual(wordsOf(text), told);
    assert.ok(ownSentences(text).every(({ line }) => !line.includes('mine')));
  });

  it('are none where the marks are damaged, or stand in code', () => {
    assert.deepEqual(wordsOf(weeklyNote(told).replace(/<!-- outloud:end.*\n/, '')), []);
    assert.deepEqual(wordsOf(`\`\`\`\n${weeklyNote(told).replace(/^---[^]*?---\n/, '')}\n\`\`\`\n`), []);
  });

  it('are read with Windows line ends', () => {
    assert.deepEqual(wordsOf(weeklyNote(told).replaceAll('\n', '\r\n')), told);
  });

  it('are read as they were written, whatever they say', () => {
    const sentence = fc.oneof(
      fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }),
      fc.array(fc.constantFrom('`', '*', '\\', '_', '[', '#', ' ', 'a', 'B', '1', '<', '·', '**'), { minLength: 1 }),
    );
    fc.assert(
      fc.property(sentence, found => {
        const words = cleanText(Array.isArray(found) ? found.join('') : found);
        fc.pre(words !== '' && words.length <= 100);
        for (const read of wordsOf(weeklyNote([words]))) assert.equal(escapeSentence(read), escapeSentence(words));
      }),
    );
  });
});

describe('A reworded line', () => {
  const text = weeklyNote(told);
  const words = { 'Reads stay under 200 ms': 'Keep reads under 200 ms' };

  it('has the new words, and everything else is as it was', () => {
    const after = reworded(text, words);
    assert.equal(after, text.replace('Reads stay under 200 ms', 'Keep reads under 200 ms'));
    assert.match(toldLines(after)[0] ?? '', /^- \*\*Keep reads under 200 ms\*\* · \[.*\]\(.*\) · with Sam$/);
  });

  it('is hers: writing the week again neither changes nor repeats it', () => {
    const after = reworded(text, words);
    assert.deepEqual(placeParts(after, partsOf(told)).edits, []);
    assert.deepEqual(
      wordsOf(after),
      told.filter(one => !one.startsWith('Reads')),
    );
  });

  it('stays away once it is deleted, and what is new comes all the same', () => {
    const deleted = reworded(text, words).replace(/^- \*\*Keep.*\n/m, '');
    const again = applyEdits(deleted, placeParts(deleted, partsOf([...told, 'One more'])).edits);
    assert.deepEqual(
      toldLines(again).map(line => /\*\*(.*)\*\*/.exec(line)?.[1]),
      ['Use `SET LOCAL` in \\*the\\* pool_size', 'Notes build', 'One more'],
    );
  });

  it('is not written over a line that changed meanwhile', () => {
    const [sentence] = ownSentences(text);
    assert.ok(sentence);
    const moved = text.replace('Reads stay', 'My reads stay');
    assert.deepEqual(rewordEdits(moved, [{ sentence, words: 'Keep reads under 200 ms' }]), []);
  });

  it('is found where the note moved on around it', () => {
    const [sentence] = ownSentences(text);
    assert.ok(sentence);
    const moved = text.replace('# Week 47 · Ada\n', '# Week 47 · Ada\n\nA word of mine.\n');
    const after = applyEdits(moved, rewordEdits(moved, [{ sentence, words: 'Keep reads under 200 ms' }]));
    assert.equal(after, moved.replace('Reads stay under 200 ms', 'Keep reads under 200 ms'));
  });

  it('shows its words as text, whatever they are', () => {
    const after = reworded(text, { 'Notes build': '<b>**x** [y](z) `c`' });
    assert.match(after, /^- \*\*\\<b>\\\*\\\*x\\\*\\\* \\\[y\\\]\(z\) `c`\*\* · /m);
  });
});
