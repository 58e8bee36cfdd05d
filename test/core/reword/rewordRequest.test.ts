import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../src/core/note/textEdit.ts';
import { ownSentences, rewordEdits } from '../../../src/core/reword/ownSentences.ts';
import { longestAnswer, printRequest, readAnswer } from '../../../src/core/reword/rewordRequest.ts';
import { placeParts } from '../../../src/core/week/placeParts.ts';
import { partsOf, weeklyNote } from './weekOf.ts';

const told = ['Reads stay under 200 ms', 'Use `SET LOCAL` in the pool', 'Notes build'];
const text = weeklyNote(told);
const sentences = ownSentences(text);

describe('What a language model is asked', () => {
  it('is the sentences with their numbers below what to do, and nothing else of the note', () => {
    const request = printRequest(sentences);
    assert.ok(
      request.endsWith('\n\n1: Reads stay under 200 ms\n2: Use `SET LOCAL` in the pool\n3: Notes build\n'),
      request,
    );
    for (const word of ['forge.example', 'shop', 'Sam', 'Lin', 'Mine', 'Ada', 'outloud', 'Bump'])
      assert.ok(!request.includes(word), word);
  });
});

describe('What a language model answered', () => {
  const answers: readonly (readonly [what: string, answer: string, reworded: readonly string[] | undefined])[] = [
    [
      'is taken line by line',
      '1: Keep reads under 200 ms\n2: Use `SET LOCAL` in the pool\n3: Build notes\n',
      ['Keep reads under 200 ms', 'Build notes'],
    ],
    [
      'may have other line ends, empty lines and full stops',
      '1. Keep reads under 200 ms.\r\n\r\n2) Use `SET LOCAL` in the pool.\r\n3: Notes build',
      ['Keep reads under 200 ms'],
    ],
    [
      'keeps the old words where it adds something',
      '1: Keep reads under 20 ms\n2: Use `SET LOCAL` in the pool of Sam\n3: Build the notes',
      ['Build the notes'],
    ],
    [
      'keeps the old words where it is too long',
      `1: ${'the '.repeat(30)}reads stay under 200 ms\n2: Use \`SET LOCAL\` in the pool\n3: Notes build`,
      [],
    ],
    [
      'is none with words around it',
      'Here you are:\n1: Keep reads under 200 ms\n2: Use `SET LOCAL` in the pool\n3: Build notes',
      undefined,
    ],
    ['is none with a line less', '1: Keep reads under 200 ms\n3: Build notes', undefined],
    ['is none with a line more', '1: Reads\n2: Pool\n3: Notes build\n4: Ada was great', undefined],
    [
      'is none in another order',
      '2: Use `SET LOCAL` in the pool\n1: Keep reads under 200 ms\n3: Build notes',
      undefined,
    ],
    [
      'is none with a number twice',
      '1: Keep reads under 200 ms\n1: Use `SET LOCAL` in the pool\n3: Build notes',
      undefined,
    ],
    ['is none without numbers', 'Keep reads under 200 ms\nUse `SET LOCAL` in the pool\nBuild notes', undefined],
    ['is none as a list', '- Keep reads under 200 ms\n- Use `SET LOCAL` in the pool\n- Build notes', undefined],
    [
      'is none in a fence',
      '```\n1: Keep reads under 200 ms\n2: Use `SET LOCAL` in the pool\n3: Build notes\n```',
      undefined,
    ],
    ['is none where it says nothing', '', undefined],
    ['is none where it never ends', `1: ${'a'.repeat(longestAnswer)}`, undefined],
  ];

  for (const [what, answer, expected] of answers)
    it(what, () => {
      assert.deepEqual(
        readAnswer(answer, sentences)?.rewordings.map(({ words }) => words),
        expected,
      );
    });

  it('says how many keep their words', () => {
    assert.equal(readAnswer('1: Faster\n2: Pools\n3: Build notes', sentences)?.refused, 2);
  });
});

/** Facts as they stand in the sentences below, each told apart from any other text. */
const facts = [
  '`SET LOCAL`',
  '#412',
  '@lin',
  '200',
  'src/db.ts',
  'a1b2c3d',
  'getUser',
  'SQL',
  'v1.2.3',
  'not',
  'under',
  'quokka',
  'Quux',
];
/** What no sentence says. */
const poison = [
  'Mallory',
  '99',
  'https://evil.example',
  '[x](y)',
  '**b**',
  '<b>',
  '`rm`',
  '#7',
  '@eve',
  'unicorn',
  '\n',
  '\u202E',
  '\u200B',
  '-->',
  '<!-- outloud:end worked-on -->',
  '```',
  '- ',
  '# ',
  'never',
  '|',
  '\u0007',
];
const filler = ['the', 'is', 'of', 'for', 'a', 'in'];

const sentence = fc
  .shuffledSubarray([...facts, ...filler], { minLength: 1, maxLength: 7 })
  .map(words => `Zebras ${words.join(' ')}`);

/** One line of an answer: anything, or the sentence taken apart and put together again with something more. */
const answered = (words: string) =>
  fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.shuffledSubarray([...words.split(' '), ...filler, ...poison]).map(found => found.join(' ')),
    fc
      .shuffledSubarray([...words.split(' '), ...filler], { minLength: words.split(' ').length })
      .map(found => found.join(' ')),
    fc.constantFrom(...poison).map(more => `${words} ${more}`),
    fc.constant(`A ${words.toLowerCase()}`),
    fc.constant(`The ${words}`),
  );

const exchange = fc
  .uniqueArray(sentence, { minLength: 1, maxLength: 4 })
  .chain(said =>
    fc.tuple(fc.constant(said), fc.tuple(...said.map(answered)), fc.boolean(), fc.string({ maxLength: 20 })),
  );

describe('Whatever a language model answers', () => {
  it('no fact is added or lost, nothing else of the note changes, and the week can be written again', () => {
    let taken = 0;
    fc.assert(
      fc.property(exchange, ([said, lines, isTidy, around]) => {
        const note = weeklyNote(said);
        const own = ownSentences(note);
        const numbered = lines.map((line, index) => `${index + 1}: ${line}`).join('\n');
        const reworded = readAnswer(isTidy ? numbered : `${around}${numbered}${around}`, own);
        if (!reworded) return;
        const edits = rewordEdits(note, reworded.rewordings);
        const after = applyEdits(note, edits);
        taken += edits.length;
        assert.equal(withoutBold(after), withoutBold(note));
        for (const fact of facts) assert.equal(countOf(after, fact), countOf(note, fact), fact);
        for (const word of poison.slice(0, 10).concat('\u202E', '\u200B', '\u0007'))
          assert.equal(countOf(after, word), countOf(note, word), word);
        assert.deepEqual(placeParts(after, partsOf(said)).edits, []);
      }),
      { numRuns: 1000 },
    );
    assert.ok(taken > 50, `${taken} sentences were reworded at all`);
  });
});

/** The note without what stands in bold at the beginning of its lines. */
function withoutBold(note: string): string {
  return note.replace(/^- \*\*(?:\\.|`[^`]*`|[^\\`*\n])*\*\*/gm, '- ');
}

function countOf(text: string, word: string): number {
  return text.split(word).length - 1;
}
