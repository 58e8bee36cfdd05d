import assert from 'node:assert/strict';
import { readNote } from '../../../src/core/note/readNote.ts';
import type { SharedPath } from '../../../src/core/note/notePath.ts';
import type { NoteState } from '../../../src/core/share/noteState.ts';
import { shareMessage } from '../../../src/core/share/shareMessage.ts';
import { isSharedBy, planShare, tooManyDeleted, type PlannedNote } from '../../../src/core/share/sharePlan.ts';
import { hasConflict } from '../../../src/core/note/bodyConflict.ts';
import { yamlHead } from '../../../src/node/yamlHead.ts';

const learning = (title: string, head = '') => `---\ntype: learning\n${head}---\n# ${title}\n`;

/** One line for each note: `path: others → committed → now`, where `.` is nothing. */
function states(lines: string): readonly NoteState[] {
  return lines
    .trim()
    .split('\n')
    .map(line => {
      const [path = '', ...rest] = line.trim().split(/: | → |, /);
      const [others, committed, now, kept] = rest.map(one => (one === '.' ? undefined : one));
      return { path: path as SharedPath, others, committed, now, ...(kept && { kept: kept as 'ignored' }) };
    });
}

function plan(lines: string, texts: Readonly<Record<string, string>> = {}) {
  const notes = new Map<string, PlannedNote>(
    Object.entries(texts).map(([path, text]) => [
      path,
      { ...readNote(path, text, yamlHead), path: path as SharedPath, hasConflict: hasConflict(text) },
    ]),
  );
  return planShare(states(lines), notes);
}

/** As a person would see it: a list with a mark before each note. */
function shown({ notes, keptBack }: ReturnType<typeof planShare>): string {
  const marks = { new: '+', changed: '~', deleted: '-' };
  return [
    ...notes.map(note => `${marks[note.change]} ${note.title}${note.isCommitted ? ' (committed)' : ''}`),
    ...keptBack.map(({ title, reason }) => `! ${title}: ${reason}`),
  ].join('\n');
}

describe('What would be shared', () => {
  it('is what is new, changed or gone, in the order of the paths', () => {
    const planned = plan(
      `people/ada/learning/c.md: 1 → 1 → 2
       people/ada/learning/b.md: . → . → 1
       people/ada/learning/2026-11-02-an-old-idea.md: 1 → 1 → .
       people/ada/learning/same.md: 1 → 1 → 1
       people/ada/learning/waits.md: . → 1 → 1`,
      {
        'people/ada/learning/b.md': learning('Bees'),
        'people/ada/learning/c.md': learning('Cats'),
        'people/ada/learning/same.md': learning('Same'),
        'people/ada/learning/waits.md': learning('Waits'),
      },
    );
    assert.equal(shown(planned), '- an old idea\n+ Bees\n~ Cats\n+ Waits (committed)');
  });

  it('keeps back, with the reason, what is private, can’t be read, or is in conflict', () => {
    const planned = plan(
      `private.md: . → . → 1
       nearly.md: . → . → 1
       moment.md: . → . → 1
       broken.md: . → . → 1
       open.md: . → . → 1
       conflict.md: 1 → 1 → 2
       body.md: 1 → 1 → 2
       refused.md: . → . → 1
       ignored.md: . → . → 1, ignored
       secret.md: . → . → 1, filtered
       meeting.md: 1 → 1 → 2, unmerged`,
      {
        'private.md': learning('Private', 'private: true\n'),
        'nearly.md': learning('Nearly', 'Private: "false"\n'),
        'moment.md': '---\ntype: hard-moment\n---\n# A moment\n',
        'broken.md': '---\ntype: [learning\n---\n# Broken\n',
        'open.md': '---\ntype: learning\n# Open\n',
        'conflict.md': '---\n<<<<<<< HEAD\ntype: win\n=======\ntype: help\n>>>>>>> b\n---\n# Conflict\n',
        'body.md': `${learning('Body')}\n<<<<<<< HEAD\nmine\n=======\ntheirs\n>>>>>>> b\n`,
        'ignored.md': learning('Ignored'),
        'secret.md': learning('Secret'),
        'meeting.md': learning('Meeting'),
      },
    );
    assert.equal(
      shown(planned),
      [
        '! Body: conflict',
        '! Broken: unreadable',
        '! Conflict: conflict',
        '! Ignored: ignored',
        '! Meeting: conflict',
        '! A moment: private',
        '! Nearly: private',
        '! open: unreadable',
        '! Private: private',
        '! refused: refused',
        '! Secret: filtered',
      ].join('\n'),
    );
  });

  it('is mine or the team’s', () => {
    const mine = ['people/ada/goals/x.md', 'team.md', 'people/adam/x.md', 'people/sam/x.md', 'skills.md'];
    assert.deepEqual(
      mine.filter(path => isSharedBy('ada', path)),
      ['people/ada/goals/x.md', 'team.md', 'skills.md'],
    );
  });

  it('asks before more than ten notes are deleted', () => {
    const deleted = (count: number) =>
      tooManyDeleted(plan(Array.from({ length: count }, (_, i) => `n${i}.md: 1 → 1 → .`).join('\n')).notes).length;
    assert.deepEqual([deleted(10), deleted(11)], [0, 11]);
  });
});

describe('The message of a share', () => {
  const message = (lines: string, texts: Readonly<Record<string, string>> = {}) =>
    shareMessage(plan(lines, texts).notes);
  const note = (type: string) => `---\ntype: ${type}\n---\n# A title nobody else should read here\n`;

  const table: readonly (readonly [string, readonly string[], string])[] = [
    [
      'a learning and a week',
      ['a.md learning', 'people/ada/weekly/2026-W47-ada.md weekly'],
      'Share notes: a learning, the week 47',
    ],
    [
      'several of a kind without their number',
      ['a.md learning', 'b.md learning', 'c.md goal'],
      'Share notes: learnings, a goal',
    ],
    [
      'two weeks',
      ['people/ada/weekly/2026-W47-ada.md weekly', 'people/ada/weekly/2026-W46-ada.md weekly'],
      'Share notes: the weeks 46 and 47',
    ],
    ['what has no word of its own', ['a.md protocol'], 'Share notes'],
    ['that beside something else', ['a.md protocol', 'b.md win'], 'Share notes: a win, others'],
  ];
  for (const [what, notes, expected] of table)
    it(`tells ${what}`, () => {
      const paths = notes.map(line => line.split(' ') as [string, string]);
      const texts = Object.fromEntries(paths.map(([path, type]) => [path, note(type)]));
      assert.equal(message(paths.map(([path]) => `${path}: . → . → 1`).join('\n'), texts), expected);
    });

  it('says that notes are removed where nothing else is shared', () => {
    assert.equal(message('people/ada/weekly/2026-W47-ada.md: 1 → 1 → .'), 'Remove notes: the week 47');
  });

  it('is never longer than a forge shows', () => {
    const kinds = [
      'learning',
      'feedback-request',
      'feedback-answer',
      'assessment',
      'experiment',
      'objective',
      'article',
    ];
    const texts = Object.fromEntries(kinds.map(kind => [`${kind}.md`, note(kind)]));
    const subject = message(kinds.map(kind => `${kind}.md: . → . → 1`).join('\n'), texts);
    assert.ok(subject.length <= 72, subject);
    assert.match(subject, /, others$/);
  });
});
