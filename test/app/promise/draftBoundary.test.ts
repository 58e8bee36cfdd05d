import assert from 'node:assert/strict';
import { isFailure } from '../../../src/app/failure.ts';
import { draftBoundary } from '../../../src/app/promise/draftBoundary.ts';
import { memoryDesk } from '../../support/memoryDesk.ts';

const team = ['ada', 'lin', 'sam'].map(handle => ({
  ...{ handle, emails: [], leads: [] },
  name: handle.replace(/^./, letter => letter.toUpperCase()),
}));
const goal = (title: string, head: string) => `---\ntype: goal\n${head}---\n# ${title}\n\n## Steps\n- [ ] A step\n`;
const notes = {
  'people/ada/goals/fast.md': goal('Checkout under 200 ms', 'due: 2026-12-18\n'),
  'people/ada/goals/rust.md': goal('Async *Rust*', 'status: parked\n'),
  'people/ada/goals/secret.md': goal('Secret', 'private: true\n'),
  'people/ada/promises.md':
    '---\ntype: promises\n---\n# Promises\n\n- [ ] The p99 of the write path · for @lin 📅 2026-11-27\n- [x] A draft · for @lin\n',
  'people/ada/weekly/2026-W46-ada.md':
    '---\ntype: weekly\nweek: 2026-W46\n---\n# Week 46\n\n## Next week\n\n- [ ] Pair with [Sam](../../sam/sam.md) on the scheduler 📅 2026-11-24\n- [ ] The p99 of the write path\n- [x] Rest\n',
  'people/sam/sam.md': '---\ntype: profile\noffers: [postgres, go]\n---\n# Sam\n',
  'people/lin/lin.md': '---\ntype: profile\noffers: [postgres]\n---\n# Lin\n',
};
const privateNotes = { 'goals/mine.md': goal('Leave this team', 'due: 2026-11-30\n') };

describe('A kind reply', () => {
  it('says what she is at, what would move, and three other ways', async () => {
    const desk = memoryDesk({ notes, privateNotes, team });
    assert.equal(
      await draftBoundary(desk, { request: 'a talk about Postgres locks', from: 'lin', by: '2026-11-30' }),
      `Hello Lin,

thank you for asking me about “a talk about Postgres locks”. I want to say yes only where I can keep it, so here is what I am at:

- Pair with Sam on the scheduler (planned for this week, by 2026-11-24)
- The p99 of the write path (promised to you, by 2026-11-27)
- Checkout under 200 ms (a goal of mine, by 2026-12-18)

If I took it on by 2026-11-30, this would move:

- Pair with Sam on the scheduler, due 2026-11-24
- The p99 of the write path, due 2026-11-27

What could work instead:

- A later day: I could begin on 2026-12-01.
- A smaller piece: half an hour to look at it together, or an answer in writing.
- Somebody else: Sam, who offers postgres.

Which of these helps you most?
`,
    );
  });

  it('is kind where nothing is known', async () => {
    assert.equal(
      await draftBoundary(memoryDesk(), {}),
      `Hello,

thank you for asking me. I want to say yes only where I can keep it.

What could work instead:

- A later day: I could begin on 2026-11-23.
- A smaller piece: half an hour to look at it together, or an answer in writing.
- Somebody else: I can help you find out who.

Which of these helps you most?
`,
    );
  });

  it('writes nothing, and reads nothing of hers that is private', async () => {
    const desk = memoryDesk({ notes, privateNotes, team });
    await draftBoundary(desk, { request: 'anything' });
    assert.deepEqual(desk.files.texts(), notes);
    assert.deepEqual(desk.privateFiles.calls, []);
  });

  it('takes nothing else than a day for one', async () => {
    await assert.rejects(draftBoundary(memoryDesk(), { by: 'soon' }), isFailure);
  });
});
