import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { meetingPromises } from '../../../src/core/promise/meetingPromises.ts';
import { asksOf, askTyped, checkAsks } from '../../../src/core/meeting/asks.ts';
import { participantsOf } from '../../../src/core/meeting/participants.ts';
import { droppedSpans, mayLeave, pointDecided, pointsOf, type PointWay } from '../../../src/core/meeting/points.ts';
import { publishableLines } from '../../../src/core/meeting/publishable.ts';
import { linesOf } from '../../../src/core/note/noteText.ts';
import { applyEdits } from '../../../src/core/note/textEdit.ts';

const note = (lines: readonly string[]) => `# M\n\n## My points\n\n${lines.join('\n')}\n\n## My asks\n`;

describe('The points of a meeting', () => {
  for (const [line, way, text] of [
    ['- I say: the roadmap changes weekly', 'I say', 'the roadmap changes weekly'],
    ['* **I say:** the roadmap', 'I say', 'the roadmap'],
    ['- i say – the roadmap', 'I say', 'the roadmap'],
    ['- Advocate says: she waits for a year', 'Advocate says', 'she waits for a year'],
    ['- @sam says: she waits', 'Advocate says', 'she waits'],
    ['1. Drop: the tone on Monday', 'Drop', 'the tone on Monday'],
    ['- dropped: the tone', 'Drop', 'the tone'],
    ['- [-] the tone', 'Drop', 'the tone'],
    ['- ~~I say: the tone~~', 'Drop', 'the tone'],
    ['- [ ] I say: with a box', 'I say', 'with a box'],
    ['- nothing decided yet', undefined, 'nothing decided yet'],
    ['- Dropbox is slow', undefined, 'Dropbox is slow'],
    ['- I say what I think', undefined, 'I say what I think'],
  ] as const)
    it(`reads ${line}`, () => {
      assert.deepEqual(
        pointsOf(note([line])).map(point => [point.way, point.text, point.line]),
        [[way, text, 5]],
      );
    });

  it('are decided, and decided anew, by their beginning alone', () => {
    const ways: readonly PointWay[] = ['I say', 'Advocate says', 'Drop'];
    const lines = fc.constantFrom(
      '- the tone',
      '* [ ] **x** y',
      '3. Drop: z',
      '- @sam says: a',
      '- [-] b',
      '- I say: c',
    );
    const eol = fc.constantFrom('\n', '\r\n');
    fc.assert(
      fc.property(fc.array(lines, { minLength: 1 }), fc.nat(), fc.constantFrom(...ways), eol, (all, nth, way, end) => {
        const text = note(all).replaceAll('\n', end);
        const points = pointsOf(text);
        const point = points[nth % points.length];
        assert.ok(point);
        const edits = pointDecided(text, point, way);
        const after = applyEdits(text, edits);
        const now = pointsOf(after);
        assert.deepEqual(
          now.map(({ way: is, text: words }) => [is, words]),
          points.map(each => [each === point ? way : each.way, each.text]),
        );
        assert.deepEqual(pointDecided(after, now[nth % now.length] ?? point, way), [], 'nothing to do twice');
        for (const { at } of edits) assert.ok(at.start >= point.at.start && at.end <= point.at.end);
      }),
    );
  });

  it('never leave once they are dropped, with all that stands below them', () => {
    const drop = fc.constantFrom('- Drop: ', '* **Drop**: ', '- [-] ', '1. dropped – ', '- [ ] Drop: ');
    const other = fc.constantFrom('- I say: open', '- open', '## My asks', '- [ ] open (project)', '', 'open words');
    const below = fc.constantFrom(
      '  SECRET more',
      '  - SECRET nested (role)',
      '  - [ ] @lin SECRET promise',
      '    SECRET',
    );
    const block = fc.tuple(drop, fc.array(below, { maxLength: 3 }), fc.array(other, { maxLength: 3 }));
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), blocks => {
        const lines = blocks.flatMap(([front, more, rest]) => [`${front}SECRET point`, ...more, '', ...rest]);
        const text = note(lines);
        const leaving = [...linesOf(text)].filter(line => mayLeave(line, droppedSpans(text))).map(line => line.text);
        assert.ok(
          leaving.every(line => !line.includes('SECRET')),
          leaving.join('\n'),
        );
        assert.equal(
          leaving.filter(line => line.includes('open')).length,
          lines.filter(l => l.includes('open')).length,
        );
        assert.ok(asksOf(text).every(ask => !ask.text.includes('SECRET')));
        const meeting = { me: 'ada', others: ['lin'] };
        assert.doesNotMatch(JSON.stringify(publishableLines(text, meeting)), /SECRET/);
        const open = meetingPromises(text, meeting).filter(({ state }) => state === 'open');
        assert.ok(open.every(promise => !promise.text.includes('SECRET')));
        for (const { start, end } of droppedSpans(text)) assert.match(text.slice(start, end), /SECRET/);
      }),
    );
  });
});

describe('The asks of a meeting', () => {
  it('have a type and a day, in their section or wherever they say so', () => {
    const text = `## What I want to talk about
- I would like to try the scheduler next quarter (project) 📅 2026-12-15
- lunch (Thursday)

## My asks
- [ ] Two quiet mornings (Time) 📅 2026-12-01
- [x] Who decides on the queue? (clarity)
- A course
`;
    assert.deepEqual(
      asksOf(text).map(({ text: words, type, by, state }) => [words, type, by, state]),
      [
        ['I would like to try the scheduler next quarter', 'project', '2026-12-15', 'open'],
        ['Two quiet mornings', 'time', '2026-12-01', 'open'],
        ['Who decides on the queue?', 'clarity', undefined, 'done'],
        ['A course', undefined, undefined, 'open'],
      ],
    );
    assert.deepEqual(
      checkAsks(text).map(({ code, at }) => `${code}: ${text.slice(at.start, at.end)}`),
      ['ask-type: - A course', 'ask-day: - A course'],
    );
  });
});

describe('An ask without a type', () => {
  it('is given one behind its words, in front of its day', () => {
    const text = '## My asks\r\n- [ ] Two quiet mornings 📅 2026-12-01\r\n';
    const [ask] = asksOf(text);
    assert.ok(ask);
    const after = applyEdits(text, askTyped(text, ask, 'time'));
    assert.equal(after, text.replace('mornings', 'mornings (time)'));
    assert.deepEqual(checkAsks(after), []);
  });
});

describe('Who takes part in a meeting', () => {
  const team = [
    { handle: 'lin', name: 'Lin', emails: [], leads: [] },
    { handle: 'sam', name: 'Sam Vimes', emails: [], leads: [] },
  ];
  it('is named with who speaks for her, and nothing else of the line is taken up', () => {
    const text = `## Participants and advocate
- @lin: she was angry on Monday
- Sam Vimes · advocate
- advocate: @sam
- @kim, HR
- somebody I do not trust
`;
    assert.deepEqual(
      participantsOf(text, team).map(({ handle, name, isAdvocate }) => [handle, name, isAdvocate]),
      [
        ['lin', 'Lin', false],
        ['sam', 'Sam Vimes', true],
        ['kim', 'Kim', false],
      ],
    );
  });
});
