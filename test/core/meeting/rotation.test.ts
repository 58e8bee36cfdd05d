import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { MeetingQuestion } from '../../../src/core/meeting/question.ts';
import { askedOn, leastCovered, longestUnasked } from '../../../src/core/meeting/rotation.ts';
import { addDays, daysBetween } from '../../../src/core/time/day.ts';

const question = (text: string, covers?: MeetingQuestion['covers']): MeetingQuestion => ({
  ...{ asks: 'either', text },
  ...(covers && { covers }),
});
const texts = (questions: readonly MeetingQuestion[]) => questions.map(({ text }) => text).join(' ');

describe('Questions of a meeting', () => {
  const [a, b, c] = ['A?', 'B?', 'C?'].map(text => question(text)) as [
    MeetingQuestion,
    MeetingQuestion,
    MeetingQuestion,
  ];

  it('come in turns: those never asked, then those not asked for the longest time', () => {
    const asked = askedOn([
      { day: '2026-08-01', text: '## Questions\n\n- A?\n' },
      { day: '2026-07-01', text: '- [x] a?\n1. Not one of ours?' },
      { day: '2026-06-01', text: '- B?\n' },
    ]);
    assert.equal(texts(longestUnasked([a, b, c], asked, '2026-11-24')), 'C? B? A?');
  });

  for (const [left, isAsked] of [
    ['- A?', true],
    ['- A? The build, she said.', true],
    ['* [x] **A?** the build', true],
    ['> 1. A?', true],
    ['### a?', true],
    ['- ~~A?~~', false],
    ['- [-] A?', false],
    ['- Drop: A?', false],
    ['<!-- A? -->', false],
    ['```\n- A?\n```', false],
    ['- B?', false],
    ['- not A?', false],
  ] as const)
    it(`were ${isAsked ? '' : 'not '}asked where the note says ${JSON.stringify(left)}`, () => {
      const asked = askedOn([{ day: '2026-11-10', text: `# Note\n\n${left}\n` }]);
      assert.equal(texts(longestUnasked([a], asked, '2026-11-24')), isAsked ? '' : 'A?');
    });

  it('rest as well before a meeting they are prepared for already', () => {
    const asked = askedOn([{ day: '2026-12-01', text: '- A?\n' }]);
    assert.equal(texts(longestUnasked([a, b], asked, '2026-11-24')), 'B?');
  });

  it('are not the same within eight weeks', () => {
    const asked = askedOn([{ day: '2026-09-29', text: '- A?\n' }]);
    assert.equal(texts(longestUnasked([a], asked, '2026-11-23')), '');
    assert.equal(texts(longestUnasked([a], asked, '2026-11-24')), 'A?');
  });

  it('cover first what was covered least', () => {
    const all = [
      question('Choice one?', 'choice'),
      question('Choice two?', 'choice'),
      question('Reasons?', 'reasons'),
      question('Belonging?', 'belonging'),
    ];
    const asked = askedOn([
      { day: '2026-05-01', text: '- Reasons?' },
      { day: '2026-06-01', text: '- Choice one?' },
    ]);
    assert.equal(texts(leastCovered(all, asked, '2026-11-24')), 'Belonging? Reasons? Choice two? Choice one?');
  });

  it('never come back within eight weeks, whenever one meets and whatever was taken', () => {
    const questions = Array.from({ length: 12 }, (_, index) => question(`Question ${index}?`));
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 30 }), gaps => {
        const notes: { day: string; text: string }[] = [];
        let day = '2026-01-05';
        for (const gap of gaps) {
          day = addDays(day, gap);
          const picked = longestUnasked(questions, askedOn(notes), day).slice(0, 3);
          for (const { text } of picked)
            for (const note of notes.filter(each => each.text.includes(`- ${text}\n`)))
              assert.ok(daysBetween(note.day, day) >= 56);
          notes.push({ day, text: picked.map(({ text }) => `- ${text}\n`).join('') });
        }
      }),
    );
  });
});
