import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { addStrength } from '../../../src/app/strength/addStrength.ts';
import { strengthInbox } from '../../../src/app/strength/strengthsOf.ts';
import { inboxRows } from '../../../src/core/outline/inboxRows.ts';
import { outlineText } from '../../support/outlineText.ts';
import type { SharedPath } from '../../../src/core/note/notePath.ts';
import { signsOf } from '../../../src/core/strength/sign.ts';
import { memoryDesk, type MemoryDesk } from '../../support/memoryDesk.ts';

const profile = 'people/ada/ada.md';
const days = ['2026-11-02', '2026-11-10', '2026-11-18'];

/** An entry of the log by its place and its keys. */
function entry(who: string, day: string, keys: string): [string, string] {
  const [type = '', ...more] = keys.split('; ');
  const head = [`type: ${type}`, `date: ${day}`, ...more];
  return [`people/${who}/learning/${day}-${type}.md`, `---\n${head.join('\n')}\n---\n# ${type} of ${who}\n`];
}

const thanks = days.map(day => entry('sam', day, 'thanks; to: Ada; tags: [Flame Graphs]'));
const deskOf = (...notes: readonly (readonly [string, string])[]) => memoryDesk({ notes: Object.fromEntries(notes) });

async function asked(desk: MemoryDesk): Promise<string> {
  return outlineText(inboxRows(await strengthInbox(desk), desk.clock.today()));
}

describe('A hidden strength', () => {
  it('is what others thank her for, again and again', async () => {
    assert.equal(
      await asked(deskOf(...thanks)),
      'My goals\n  Others thank you for flame graphs · is that a strength of yours?',
    );
  });

  it('is what comes back in her wins and in accepted evidence', async () => {
    const evidence = `---\ntype: goal\n---\n# G\n\n## Evidence\n- [x](../learning/2026-11-18-learning.md)\n`;
    const notes = [
      entry('ada', '2026-11-02', 'win; tags: [sql]'),
      entry('ada', '2026-11-10', 'win; skills: [SQL]'),
      entry('ada', '2026-11-18', 'learning; skills: [sql]'),
    ];
    assert.equal(await asked(deskOf(...notes)), '');
    assert.match(await asked(deskOf(...notes, ['people/ada/goals/g.md', evidence])), /You come back to sql · is that/);
  });

  for (const [name, notes] of [
    ['came back in one week only', days.map((_, i) => entry('sam', `2026-11-0${i + 2}`, 'thanks; to: ada; tags: [x]'))],
    ['came back twice', thanks.slice(1)],
    ['is thanks to somebody else', days.map(day => entry('sam', day, 'thanks; to: lin; tags: [x]'))],
    ['is somebody else’s win', days.map(day => entry('sam', day, 'win; tags: [x]'))],
    ['she thanks for herself', days.map(day => entry('ada', day, 'thanks; to: ada; tags: [x]'))],
    ['is private', days.map(day => entry('ada', day, 'win; tags: [x]; private: true'))],
    ['is her goal', [...thanks, ['people/ada/goals/flame-graphs-for-all.md', '---\ntype: goal\n---\n# Teach\n']]],
    ['is a goal’s skill', [...thanks, ['people/ada/goals/g.md', '---\ntype: goal\nskill: flame graphs\n---\n# G\n']]],
    [
      'is in her profile',
      [...thanks, [profile, '---\ntype: profile\n---\n# Ada\n\n## Strengths\n- Draws flame graphs\n']],
    ],
  ] as const)
    it(`is none where it ${name}`, async () => {
      assert.equal(await asked(deskOf(...(notes as [string, string][]))), '');
    });

  it('reads no text where nothing can come of it', async () => {
    const desk = deskOf(thanks[0]!, ['people/ada/goals/g.md', '---\ntype: goal\n---\n# G\n']);
    await desk.notebook.shared.notes();
    const before = desk.files.calls.length;
    await asked(desk);
    assert.equal(desk.files.calls.length, before);
  });

  it('is told in a note of her own by one action', async () => {
    const desk = deskOf(...thanks);
    const [item] = await strengthInbox(desk);
    const { strength, example } = item?.answers as { strength: string; example: SharedPath };
    const sign = signsOf(await desk.notebook.shared.notes(), 'ada', []).find(({ path }) => path === example);
    const before = desk.files.texts();
    assert.equal(await addStrength(desk, strength, sign), profile);
    assert.deepEqual(desk.files.texts(), {
      ...before,
      [profile]: `---
type: profile
---
# Ada

## Strengths

- flame graphs: [thanks of sam](../sam/learning/2026-11-18-thanks.md)
`,
    });
    desk.notebook.shared.changed();
    assert.equal(await asked(desk), '');
  });
});

describe('What shows a strength', () => {
  it('is hers, said to her, and open to others', async () => {
    const answer = '---\ntype: feedback-answer\nrequest: ada/2026-11-01-x\ndate: 2026-11-04\n---\n# A\n';
    const desk = deskOf(
      entry('ada', '2026-11-02', 'win'),
      entry('sam', '2026-11-03', 'thanks; to: [lin, ada]'),
      ['people/sam/answers/2026-11-04-x-sam.md', answer],
      ['people/sam/answers/2026-11-05-x-sam.md', answer.replace('ada/', 'lin/')],
      entry('ada', '2026-11-06', 'waste'),
      entry('ada', '2026-11-07', 'win; private: yes'),
      entry('lin', '2026-11-08', 'learning'),
    );
    const signs = signsOf(await desk.notebook.shared.notes(), 'ada', []);
    assert.deepEqual(
      signs.map(({ kind, by, day }) => `${day} ${kind} by ${by}`),
      ['2026-11-04 feedback by sam', '2026-11-03 thanks by sam', '2026-11-02 win by ada'],
    );
  });

  it('needs a name', async () => {
    await assert.rejects(addStrength(deskOf(), ' – '), /by a word or two/);
  });
});
