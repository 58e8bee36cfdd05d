import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { skillGaps } from '../../../src/app/skill/skillGaps.ts';
import { addResources, helpWith } from '../../../src/app/skill/skillHelp.ts';
import type { SharedPath } from '../../../src/core/note/notePath.ts';
import { memoryDesk } from '../../support/memoryDesk.ts';

const goal = 'people/ada/goals/postgres.md' as SharedPath;
const assessment = (of: string, body: string) =>
  `---\ntype: assessment\ndate: 2026-11-02\nof: ${of}\n---\n# Skills\n\n${body}\n`;
const notes = {
  'skills.md': '---\ntype: skills\n---\n# Skills\n\n## Postgres\nexpected: engineer 3\n## Rust\n',
  'resources.md':
    '---\ntype: resources\n---\n# Resources\n\n- [DDIA](https://forge.example/ddia) · skill: postgres · budget: 40 € · verdict: worth it [now](x)\n' +
    '- [The pool talk](people/lin/talk.md) · skill: Postgres, rust · method: group\n- [Bad](javascript:x) · skill: postgres\n- Nomicon · skill: rust\n',
  'people/lin/lin.md': '---\ntype: profile\noffers: [Postgres]\n---\n# Lin\n',
  'people/lin/assessments/2026-11-02-lin-lin.md': assessment('lin', '- Postgres: 5'),
  'people/sam/assessments/2026-11-02-sam-sam.md': assessment('sam', '- Postgres: 5'),
  'people/ada/assessments/2026-11-02-ada-ada.md': assessment('ada', '- Postgres: 2\n- Rust: 1'),
  'people/sam/learning/2026-11-02-indexes.md': '---\ntype: book\nskills: [postgres]\n---\n# Use the *index*\n',
  'people/sam/learning/2026-11-02-secret.md': '---\ntype: book\nskills: [postgres]\nprivate: true\n---\n# Zanzibar\n',
  [goal]: '---\ntype: goal\nskill: rust\n---\n# Postgres 3\n\n## Steps\n\n- [ ] one\n',
};
const team = [
  { handle: 'lin', name: 'Lin', emails: [], leads: ['ada'] },
  { handle: 'ada', name: 'Ada', emails: [], leads: [], role: 'engineer' },
  { handle: 'sam', name: 'Sam', emails: [], leads: [] },
];

describe('skillGaps', () => {
  it('finds the gaps of the person at the desk', async () => {
    const privateNotes = { 'goals/x.md': '---\ntype: goal\nskill: postgres\ntarget: 5\n---\n# Own\n' };
    const { gaps, focus } = await skillGaps(memoryDesk({ notes, team, privateNotes }));
    assert.deepEqual(
      gaps.map(({ skill, now, wanted, reasons }) => [skill, now, wanted, reasons.map(({ kind }) => kind).join(' ')]),
      [
        ['postgres', 2, 5, 'expected goal'],
        ['rust', 1, 2, 'goal'],
      ],
    );
    assert.deepEqual(
      focus.map(({ skill }) => skill),
      ['postgres', 'rust'],
    );
  });
});

describe('What helps with a skill', () => {
  const find = async () => {
    const desk = memoryDesk({ notes, team });
    const { matrix } = await skillGaps(desk);
    return { desk, help: await helpWith(desk, matrix, { skill: 'Postgres', from: goal }) };
  };

  it('is who offers it, what the catalogue lists, and what others read', async () => {
    const { help } = await find();
    assert.deepEqual(
      help.map(({ kind, label, detail, method }) => [kind, label, detail, method].join(' | ')),
      [
        'mentor | Lin | offers to teach it | mentoring',
        'resource | DDIA | 40 € · worth it now | self-study',
        'resource | The pool talk |  | group',
        'resource | Bad |  | self-study',
        'note | Use the *index* | book, read by sam | self-study',
      ],
    );
  });

  it('goes into the goal as links that lead there, once', async () => {
    const { desk, help } = await find();
    await addResources(desk, goal, help);
    await addResources(desk, goal, help);
    assert.equal(
      desk.files.texts()[goal],
      `${notes[goal]}
## Resources

- [Lin](../../lin/lin.md) · offers to teach it
- [DDIA](https://forge.example/ddia) · 40 € · worth it now
- [The pool talk](../../../people/lin/talk.md)
- Bad
- [Use the \\*index\\*](../../sam/learning/2026-11-02-indexes.md) · book, read by sam
`,
    );
  });
});
