import assert from 'node:assert/strict';
import { kindsOfMeeting } from '../../../src/core/meeting/kinds.ts';
import { oneOnOneOf, oneOnOnePath, oneOnOnes } from '../../../src/core/meeting/oneOnOne.ts';
import { questionsFor } from '../../../src/core/meeting/question.ts';
import { readNote } from '../../../src/core/note/readNote.ts';
import type { PrivatePath } from '../../../src/core/note/notePath.ts';
import { yamlHead } from '../../../src/node/yamlHead.ts';

const noteAt = (path: string, head: string) => {
  const at = path as PrivatePath;
  return { ...readNote(at, `---\ntype: one-on-one\n${head}---\n# With Lin\n`, yamlHead), path: at };
};

describe('A note of a one-to-one', () => {
  it('is named by its day, who prepares it, and the other one', () => {
    assert.equal(oneOnOnePath({ day: '2026-11-24', me: 'ada', other: 'lin' }), 'one-on-ones/2026-11-24-ada-lin.md');
  });

  for (const [says, head, expected] of [
    ['all', 'date: 2026-11-24\nwith: lin\nkind: career\n', '2026-11-24 lin career'],
    ['no kind', 'date: 2026-11-24\nwith: lin\n', '2026-11-24 lin regular'],
    ['a kind nobody knows', 'date: 2026-11-24\nwith: lin\nkind: chat\n', '2026-11-24 lin regular'],
    ['no day, but its name does', 'with: "@lin"\n', '2026-11-10 lin regular'],
    ['nobody', 'date: 2026-11-24\n', undefined],
  ] as const)
    it(`says ${says}`, () => {
      const meeting = oneOnOneOf(noteAt('one-on-ones/2026-11-10-ada-lin.md', head));
      assert.equal(meeting && `${meeting.day} ${meeting.with} ${meeting.kind}`, expected);
    });

  it('stands before older ones with the same person, however she is written', () => {
    const notes = [
      noteAt('one-on-ones/2026-10-27-ada-lin.md', 'with: Lin\n'),
      noteAt('one-on-ones/2026-11-10-ada-lin.md', 'with: lin\n'),
      noteAt('one-on-ones/2026-11-12-ada-sam.md', 'with: sam\n'),
    ];
    assert.deepEqual(
      oneOnOnes(notes, 'lin').map(({ day }) => day),
      ['2026-11-10', '2026-10-27'],
    );
    assert.equal(oneOnOnes(notes).length, 3);
  });
});

describe('Kinds of meetings', () => {
  for (const [key, { kind, title, says, questions }] of Object.entries(kindsOfMeeting))
    it(`have words and questions: ${key}`, () => {
      assert.equal(kind, key);
      assert.ok(title.length > 0 && says.length > 0 && questions.length > 2);
      assert.equal(new Set(questions.map(({ text }) => text)).size, questions.length, 'no question twice');
    });

  it('may be begun by either, but for the one the person asks for herself', () => {
    const hers = Object.values(kindsOfMeeting).filter(({ startedBy }) => startedBy === 'person');
    assert.deepEqual(
      hers.map(({ kind }) => kind),
      ['autonomy-support'],
    );
  });

  it('give a leader the questions of a leader', () => {
    const { questions } = kindsOfMeeting.regular;
    const texts = (side: 'led' | 'leads') => questionsFor(questions, side).map(({ text }) => text);
    assert.ok(texts('led').includes('By when will that be done?'));
    assert.ok(!texts('leads').includes('By when will that be done?'));
    assert.ok(texts('leads').includes('What is in your way that I could move?'));
  });
});
