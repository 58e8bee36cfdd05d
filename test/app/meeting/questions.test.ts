import assert from 'node:assert/strict';
import fc from 'fast-check';
import { prepareOneOnOne } from '../../../src/app/meeting/prepareOneOnOne.ts';
import { autonomySupport } from '../../../src/core/meeting/autonomySupport.ts';
import { linesBelow } from '../../../src/core/note/sectionLines.ts';
import { addDays, daysBetween, type Day } from '../../../src/core/time/day.ts';
import { memoryDesk, type MemoryDesk } from '../../support/memoryDesk.ts';

const team = [
  { handle: 'lin', name: 'Lin', emails: ['lin@forge.example'], leads: ['ada'] },
  { handle: 'ada', name: 'Ada', emails: ['ada@forge.example'], leads: [] },
];
const lin = { handle: 'lin', name: 'Lin', emails: ['lin@forge.example'] };
const first = '2026-01-05';
const heading = 'Questions not asked for the longest time';
const weekly = Array.from({ length: 52 }, (_, week) => addDays(first, week * 7));

interface Asked {
  readonly day: Day;
  readonly text: string;
}

/** Prepares a meeting, does something to its questions, and answers those that are left, without what was said behind them. */
async function meet(
  desk: MemoryDesk,
  day: Day,
  edit: (line: string, index: number) => string | undefined = line => line,
): Promise<readonly Asked[]> {
  const path = await prepareOneOnOne(desk, { with: desk.me.handle === 'lin' ? 'ada' : 'lin', day });
  const text = await desk.notebook.private.read(path);
  const questions = linesBelow(text, heading).filter(({ words }) => words.startsWith('- '));
  const after = questions.reduceRight((whole, { at }, index) => {
    const line = edit(whole.slice(at.start, at.end), index);
    return whole.slice(0, at.start) + (line ?? '') + whole.slice(line === undefined ? at.end + 1 : at.end);
  }, text);
  desk.privateFiles.put(path, after);
  desk.notebook.private.changed();
  return linesBelow(after, heading)
    .filter(({ words }) => words.startsWith('- '))
    .map(({ words }) => ({ day, text: words.replace(/\?.*$/, '?') }));
}

/** No question stands in two notes that are less than eight weeks apart. */
function holdNoneTwice(asked: readonly Asked[]): void {
  for (const [index, { day, text }] of asked.entries())
    for (const before of asked.slice(0, index).filter(each => each.text === text))
      assert.ok(Math.abs(daysBetween(before.day, day)) >= 56, `${text} on ${before.day} and on ${day}`);
}

describe('The questions of a year of weekly meetings', function () {
  this.timeout(60_000);

  for (const me of [lin, undefined])
    it(`never come twice within eight weeks and never run out: ${me ? 'of who leads' : 'of who is led'}`, async () => {
      const desk = memoryDesk({ team, ...(me && { me }) });
      const asked: Asked[] = [];
      for (const day of weekly) {
        const now = await meet(desk, day);
        assert.equal(now.length, 3, day);
        asked.push(...now);
      }
      holdNoneTwice(asked);
    });

  it('cover all that supports autonomy: each theme within five meetings, each question within twenty', async () => {
    const desk = memoryDesk({ team, me: lin });
    const asked: (readonly string[])[] = [];
    for (const day of weekly) asked.push((await meet(desk, day)).map(({ text }) => text.slice(2)));
    const within = (span: number, isThere: (text: string) => boolean) => {
      for (let start = 0; start + span <= asked.length; start++)
        if (
          !asked
            .slice(start, start + span)
            .flat()
            .some(isThere)
        )
          return false;
      return true;
    };
    const themes = [...new Set(autonomySupport.questions.map(({ covers }) => covers))];
    const missed = themes.filter(
      theme => !within(5, text => autonomySupport.questions.some(each => each.covers === theme && each.text === text)),
    );
    assert.deepEqual(missed, []);
    const never = autonomySupport.questions.filter(question => !within(20, text => text === question.text));
    assert.deepEqual(
      never.map(({ text }) => text),
      [],
    );
  });

  it('are those left in the notes, whatever was deleted, answered behind, or prepared out of turn', async () => {
    const edits = fc.array(fc.constantFrom('keep', 'delete', 'answer', 'tick'), { minLength: 3, maxLength: 3 });
    const weeks = fc.uniqueArray(fc.tuple(fc.nat({ max: 51 }), edits), {
      selector: ([week]) => week,
      minLength: 2,
      maxLength: 14,
    });
    await fc.assert(
      fc.asyncProperty(weeks, fc.boolean(), async (planned, isLeader) => {
        const desk = memoryDesk({ team, ...(isLeader && { me: lin }) });
        const asked: Asked[] = [];
        for (const [week, marks] of planned)
          asked.push(
            ...(await meet(desk, addDays(first, week * 7), (line, index) => {
              const mark = marks[index];
              if (mark === 'delete') return undefined;
              if (mark === 'answer') return `${line} the build, and who may change it?`;
              return mark === 'tick' ? line.replace('- ', '- [x] ') : line;
            })),
          );
        holdNoneTwice(asked.map(({ day, text }) => ({ day, text: text.replace('[x] ', '') })));
      }),
      { numRuns: 25 },
    );
  });

  it('are offered again the next week where they were deleted, and only there', async () => {
    const desk = memoryDesk({ team });
    const before = await meet(desk, first, (line, index) => (index === 1 ? undefined : line));
    const next = await meet(desk, addDays(first, 7));
    const again = 'By when will that be done?';
    assert.deepEqual(
      [before, next].map(each => each.some(({ text }) => text === `- ${again}`)),
      [false, true],
    );
    holdNoneTwice([...before, ...next]);
  });

  it('stay as they were when the note is prepared again', async () => {
    const desk = memoryDesk({ team });
    const left = await meet(desk, first, (line, index) => (index === 0 ? undefined : line));
    await meet(desk, addDays(first, 7));
    assert.deepEqual(await meet(desk, first), left);
  });
});
