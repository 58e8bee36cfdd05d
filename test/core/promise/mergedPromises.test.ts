import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../src/core/note/textEdit.ts';
import { promiseAdded, promiseCarried, promiseDeclined, promiseKept } from '../../../src/core/promise/changePromise.ts';
import { printPromise, promisesIn, type PromiseLine } from '../../../src/core/promise/promise.ts';
import { mergeNote } from '../../../src/core/share/mergeNote.ts';

const base = `---
type: promises
---
# Promises of Ada

- [ ] The numbers · for @lin 📅 2026-11-20
- [ ] A draft · for @sam
- [ ] A talk · for @lin 📅 2026-12-01
`;
const added = (text: string, words: string) => applyEdits(text, promiseAdded(text, printPromise({ text: words })));
const called = (text: string, words: string) => promisesIn(text).find(promise => promise.text === words)!;
const lines = (text: string) => text.split('\n').filter(line => line.startsWith('- '));
const merged = (ours: string, theirs: string, from = base) => {
  const { text, isClean } = mergeNote({ base: from, ours, theirs });
  assert.ok(isClean, text);
  return text;
};

type Change = (text: string, line: PromiseLine) => ReturnType<typeof promiseAdded>;
interface Side {
  readonly words: string;
  readonly work: Change;
  readonly more: readonly string[];
}

describe('Promises written on two clones', () => {
  it('are all there where each added one', () => {
    const text = merged(added(base, 'One'), added(base, 'Other'));
    assert.deepEqual(lines(text).slice(3).sort(), ['- [ ] One', '- [ ] Other']);
    assert.equal(lines(text).length, 5);
  });

  it('are one note where each clone made it', () => {
    const head = '---\ntype: promises\n---\n# Promises of Ada\n\n';
    const text = merged(`${head}- [ ] One\n`, `${head}- [ ] Other\n`, '');
    assert.deepEqual(lines(text).sort(), ['- [ ] One', '- [ ] Other']);
    assert.equal(text.split('\n').filter(line => line.startsWith('#')).length, 1);
  });

  it('are kept on one and carried on the other, where they are not the same', () => {
    const ours = applyEdits(base, promiseKept(base, called(base, 'The numbers'), '2026-11-19'));
    const theirs = added(applyEdits(base, promiseCarried(base, called(base, 'A talk'), '2026-12-08')), 'More');
    assert.deepEqual(lines(merged(ours, theirs)), [
      '- [x] The numbers · for @lin 📅 2026-11-20 ✅ 2026-11-19',
      '- [ ] A draft · for @sam',
      '- [ ] A talk · for @lin · since 2026-12-01 📅 2026-12-08',
      '- [ ] More',
    ]);
  });

  it('need nobody to choose, whatever is done to different ones', () => {
    const words = fc.constantFrom('The numbers', 'A draft', 'A talk');
    const work = fc.constantFrom<Change>(
      (text, line) => promiseKept(text, line, '2026-11-22'),
      (text, line) => promiseCarried(text, line, '2027-01-08'),
      (text, line) => promiseDeclined(text, line, { day: '2026-11-22', why: 'no time' }),
    );
    const side = fc.record({ words, work, more: fc.array(fc.constantFrom('One', 'Two', 'Three'), { maxLength: 2 }) });
    const done = ({ words: which, work: change, more }: Side) =>
      more.reduce(added, applyEdits(base, change(base, called(base, which))));
    fc.assert(
      fc.property(side, side, (one, other) => {
        fc.pre(one.words !== other.words);
        const text = merged(done(one), done(other));
        for (const line of [...lines(done(one)), ...lines(done(other))])
          assert.ok(lines(base).includes(line) || lines(text).includes(line), line);
      }),
    );
  });
});

describe('A change of a promise', () => {
  it('touches nothing but its line', () => {
    const note = fc
      .array(
        fc.constantFrom('', 'Words', '  - nested', '- [x] Old ✅ 2026-01-01', '## More', '- [ ] Other · for @sam'),
        {
          maxLength: 8,
        },
      )
      .chain(around =>
        fc
          .nat(around.length)
          .map(at => [...around.slice(0, at), '- [ ] Mine · for @lin 📅 2026-11-20', ...around.slice(at)]),
      );
    const eol = fc.constantFrom('\n', '\r\n');
    fc.assert(
      fc.property(note, eol, fc.boolean(), (all, end, isEnded) => {
        const text = all.join(end) + (isEnded ? end : '');
        const line = called(text, 'Mine');
        for (const edits of [
          promiseKept(text, line, '2026-11-22'),
          promiseCarried(text, line, '2026-12-01'),
          promiseDeclined(text, line, { day: '2026-11-22', why: 'no' }),
        ]) {
          const after = applyEdits(text, edits);
          const { start, end: stop } = line.task.at;
          assert.equal(after.slice(0, start), text.slice(0, start));
          assert.equal(after.slice(after.length - (text.length - stop)), text.slice(stop));
        }
        const more = applyEdits(text, promiseAdded(text, '- [ ] New'));
        assert.equal(promisesIn(more).at(-1)?.text, 'New');
        assert.deepEqual(
          more.split(/\r?\n/).filter(each => each !== '- [ ] New' && each.trim() !== ''),
          text.split(/\r?\n/).filter(each => each.trim() !== ''),
        );
      }),
    );
  });
});
