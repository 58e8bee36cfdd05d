import assert from 'node:assert/strict';
import { logChoices } from '../../../src/app/log/logChoices.ts';
import { personCalled } from '../../../src/core/people/identity.ts';
import { memoryDesk } from '../../support/memoryDesk.ts';

const note = (head: string, title: string) => `---\n${head.replaceAll('; ', '\n')}\n---\n# ${title}\n`;

describe('What a log can be filtered by', () => {
  const desk = memoryDesk({
    team: [{ handle: 'lin', name: 'Lin', emails: [], leads: [] }],
    notes: {
      'people/ada/goals/checkout.md': note('type: goal', 'Checkout under 200 ms'),
      'people/ada/learning/2026-11-18-a.md': note(
        'type: learning; goal: checkout; skills: [Postgres]; tags: [sql]',
        'A',
      ),
      'people/ada/learning/2026-11-19-b.md': note('type: win; goal: gone; skills: [postgres]; tags: [SQL, ci]', 'B'),
      'people/sam/goals/hush.md': note('type: goal; private: true', 'Hush'),
      'people/sam/learning/2026-11-20-c.md': note('type: book; tags: [rust]; goal: hush', 'C'),
      'people/sam/learning/2026-11-20-d.md': note('type: learning; private: true; tags: [secret]', 'D'),
    },
    privateNotes: {
      'goals/calm.md': note('type: goal', 'Stay calm'),
      'learning/2026-11-20-e.md': note('type: hard-moment; goal: calm; tags: [review]', 'E'),
    },
  });

  it('is what stands in her own log, private entries too', async () => {
    assert.deepEqual(await logChoices(desk, desk.me), {
      types: ['learning', 'win', 'hard-moment'],
      goals: [
        { goal: 'calm', title: 'Stay calm' },
        { goal: 'checkout', title: 'Checkout under 200 ms' },
        { goal: 'gone', title: 'gone' },
      ],
      skills: ['postgres'],
      tags: ['ci', 'review', 'SQL'],
      people: [
        { handle: 'ada', name: 'Ada' },
        { handle: 'lin', name: 'Lin' },
        { handle: 'sam', name: 'Sam' },
      ],
    });
  });

  it('is of somebody else’s log only what she shares', async () => {
    const { types, goals, tags } = await logChoices(desk, personCalled('sam', desk.team));
    assert.deepEqual(
      { types, goals, tags },
      { types: ['book'], goals: [{ goal: 'hush', title: 'hush' }], tags: ['rust'] },
    );
  });
});
