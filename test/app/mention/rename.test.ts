import assert from 'node:assert/strict';
import { namesOf } from '../../../src/app/mention/namesOf.ts';
import { renameGoal } from '../../../src/app/mention/renameGoal.ts';
import type { RenamePlan } from '../../../src/app/mention/renamePlan.ts';
import { skillMatrixOf } from '../../../src/app/skill/skillMatrix.ts';
import { renameSkill } from '../../../src/app/mention/renameSkill.ts';
import type { SharedPath } from '../../../src/core/note/notePath.ts';
import { applyEdits } from '../../../src/core/note/textEdit.ts';
import { findParts } from '../../../src/core/week/generatedPart.ts';
import { fullKey, lineHash, listFact, printEnd, printBegin } from '../../../src/core/week/part.ts';
import { writeWeek } from '../../../src/app/week/writeWeek.ts';
import { yamlHead } from '../../../src/node/yamlHead.ts';
import { memoryDesk, type MemoryDesk } from '../../support/memoryDesk.ts';

const goal = 'people/ada/goals/checkout.md';
const line = '- [Checkout under 200 ms](../goals/checkout.md) · reads there';
const hers = '- [Checkout under 200 ms](../goals/checkout.md), at last!';
const listed = [listFact({ id: goal, markdown: line }, line, new Set()), { key: 'abcdef', hash: '123456' }];
const weekly = `---\r\ntype: weekly\r\n---\r\n# Week 47\r\n\r\n${printBegin('goals')}\r\n${line}\r\n${hers}\r\n${printEnd('goals', listed)}\r\n\r\nSee goal:checkout. \`goal:checkout\`\r\n`;
const notes = {
  [goal]: '---\ntype: goal\n# mine\nstatus: active\n---\n# Checkout under 200 ms\n\nThat is goal:checkout.\n',
  'people/ada/goals/other.md': '---\ntype: goal\n---\n# Other\n',
  'people/ada/learning/2026-11-18-pool.md':
    '---\ntype: learning\ngoal: "checkout"   # why\n---\n# The pool\n\nNot checkout, but [it](../goals/checkout.md#steps) and goal:"Checkout under 200 ms".\n',
  'people/ada/learning/2026-11-19-else.md': '---\ntype: learning\ngoal: other\n---\n# checkout\n',
  'people/ada/weekly/2026-W47-ada.md': weekly,
  'people/sam/learning/2026-11-20-his.md': '---\ntype: learning\ngoal: checkout\n---\n# His\n',
  'people/sam/weekly/2026-W47-sam.md': '---\ntype: weekly\n---\n# Week\n\n[Ada’s](../../ada/goals/checkout.md)\n',
  'people/lin/goals/checkout.md': '---\ntype: goal\n---\n# Lin’s\n',
  'people/lin/learning/2026-11-20-hers.md': '---\ntype: learning\ngoal: checkout\n---\n# Hers\n',
};
const privateNotes = {
  'one-on-ones/2026-11-24-ada-lin.md': '---\ntype: one-on-one\n---\n# Lin\n\nabout goal:checkout\n',
};
const pause = () => Promise.resolve();

async function goalPlan(desk: MemoryDesk, slug: string, to: string, signal?: AbortSignal): Promise<RenamePlan> {
  const names = await namesOf(desk);
  const found = names.goals.find(each => each.slug === slug)!;
  return renameGoal(desk.notebook, { names, goal: found, to, yaml: yamlHead }, { pause, ...(signal && { signal }) });
}
const after = (plan: RenamePlan, path: string) => {
  const change = plan.changes.find(each => each.path === path);
  return change && applyEdits(change.text, change.edits);
};

describe('Renaming a goal', () => {
  it('gives its file another name, and its notes the new one; the old one becomes an alias', async () => {
    const plan = await goalPlan(memoryDesk({ notes, privateNotes }), 'checkout', 'Fast checkout');
    assert.deepEqual(plan.move, { shelf: 'shared', path: goal, to: 'people/ada/goals/fast-checkout.md' });
    assert.equal(
      after(plan, goal),
      '---\ntype: goal\n# mine\nstatus: active\naliases:\n  - checkout\n---\n# Checkout under 200 ms\n\nThat is goal:fast-checkout.\n',
    );
    assert.equal(
      after(plan, 'people/ada/learning/2026-11-18-pool.md'),
      '---\ntype: learning\ngoal: fast-checkout   # why\n---\n# The pool\n\nNot checkout, but [it](../goals/fast-checkout.md#steps) and goal:"Checkout under 200 ms".\n',
    );
    assert.match(after(plan, 'one-on-ones/2026-11-24-ada-lin.md')!, /about goal:fast-checkout\n$/);
    assert.deepEqual(plan.changes.map(({ shelf, path }) => `${shelf} ${path}`).sort(), [
      'private one-on-ones/2026-11-24-ada-lin.md',
      `shared ${goal}`,
      'shared people/ada/learning/2026-11-18-pool.md',
      'shared people/ada/weekly/2026-W47-ada.md',
    ]);
  });

  it('leaves notes of others alone and names them; a goal of theirs that is called the same is another', async () => {
    const plan = await goalPlan(memoryDesk({ notes }), 'checkout', 'fast-checkout');
    assert.deepEqual(
      plan.kept.map(({ path }) => path),
      ['people/sam/learning/2026-11-20-his.md', 'people/sam/weekly/2026-W47-sam.md'],
    );
  });

  it('keeps generated lines the tool’s, and hers hers', async () => {
    const plan = await goalPlan(memoryDesk({ notes }), 'checkout', 'fast-checkout');
    const text = after(plan, 'people/ada/weekly/2026-W47-ada.md')!;
    const renamed = line.replace('checkout.md', 'fast-checkout.md');
    assert.ok(text.includes(`${renamed}\r\n${hers.replace('checkout.md', 'fast-checkout.md')}\r\n`));
    assert.ok(text.endsWith('\r\n\r\nSee goal:fast-checkout. `goal:checkout`\r\n'));
    assert.deepEqual(findParts(text).parts[0]?.listed, [
      { key: fullKey('people/ada/goals/fast-checkout.md').slice(0, 6), hash: lineHash(renamed) },
      { key: 'abcdef', hash: '123456' },
    ]);
  });

  it('keeps other aliases, and renames again', async () => {
    const renamed = { [goal]: '---\ntype: goal\naliases: [first, checkout]\n---\n# T\n' };
    assert.match(after(await goalPlan(memoryDesk({ notes: renamed }), 'checkout', 'x1'), goal)!, /\[first, checkout\]/);
    const again = { [goal]: '---\ntype: goal\naliases: [first]\n---\n# T\n' };
    assert.match(
      after(await goalPlan(memoryDesk({ notes: again }), 'checkout', 'first-2'), goal)!,
      /\[first, checkout\]/,
    );
  });

  it('makes a safe file’s name of anything, changes nothing for the same name, and refuses the rest', async () => {
    const desk = memoryDesk({ notes });
    const plan = await goalPlan(desk, 'checkout', '../../[x](command:y) $(flame)\n');
    assert.equal(plan.move?.to, 'people/ada/goals/xcommandy-flame.md');
    assert.deepEqual(await goalPlan(desk, 'checkout', 'checkout'), { changes: [], kept: [] });
    await assert.rejects(
      goalPlan(desk, 'checkout', 'Other'),
      /You have a goal called “other” already\. Choose another name\./,
    );
    await assert.rejects(goalPlan(desk, 'checkout', '…'), /needs a letter/);
    await assert.rejects(goalPlan(desk, 'checkout', 'x'.repeat(3000)), /needs a letter/);
    const names = await namesOf(desk);
    const lins = names.goals.find(({ owner }) => owner === 'lin')!;
    await assert.rejects(
      renameGoal(desk.notebook, { names, goal: lins, to: 'x', yaml: yamlHead }, { pause }),
      /only its owner can rename it/,
    );
    await assert.rejects(goalPlan(desk, 'checkout', 'new', AbortSignal.abort()), { name: 'AbortError' });
  });

  for (const isDeleted of [false, true])
    it(`leaves a weekly note as it would be written again${isDeleted ? ', and what she deleted away' : ''}`, async () => {
      const entry = 'people/ada/learning/2026-11-18-pool.md';
      const before = memoryDesk({
        notes: {
          [goal]: notes[goal],
          [entry]: notes[entry].replace('type: learning', 'type: learning\ndate: 2026-11-18'),
        },
      });
      await writeWeek(before, { week: '2026-W47' });
      const path = 'people/ada/weekly/2026-W47-ada.md' as SharedPath;
      if (isDeleted)
        await before.notebook.shared.update(path, (text = '') => {
          const start = text.indexOf('- [Checkout under 200 ms]');
          return [{ at: { start, end: text.indexOf('\n', start) + 1 }, text: '' }];
        });
      const plan = await goalPlan(before, 'checkout', 'fast-checkout');
      const texts = Object.entries(before.files.texts()).map(([path, text]) => [
        path === goal ? plan.move!.to : path,
        after(plan, path) ?? text,
      ]);
      const desk = memoryDesk({ notes: Object.fromEntries(texts) as Record<string, string> });
      const renamed = desk.files.texts()[path] ?? '';
      assert.equal(renamed.includes('(../goals/fast-checkout.md)'), !isDeleted);
      await writeWeek(desk, { week: '2026-W47' });
      assert.equal(desk.files.texts()[path], renamed);
    });

  it('gives everything else its turn while it reads', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 100 }, (_, n) => [
        `people/ada/learning/2026-01-01-${n}.md`,
        '---\ntype: learning\n---\n# A\n',
      ]),
    );
    const desk = memoryDesk({ notes: { ...notes, ...many } });
    const names = await namesOf(desk);
    let turns = 0;
    const turn = () => {
      turns++;
      return Promise.resolve();
    };
    await renameGoal(desk.notebook, { names, goal: names.goals[0]!, to: 'new', yaml: yamlHead }, { pause: turn });
    assert.ok(turns >= 5);
  });
});

describe('Renaming a skill', () => {
  const skills = '---\ntype: skills\n---\n# Skills\n\n## Postgres ##\nHard\n\n1. Reads skill:postgres\n\n## Go\n';
  const learned = (head: string) => `---\ntype: learning\n${head}\n---\n# T\n`;
  const notes = {
    'skills.md': skills,
    'people/ada/ada.md': '---\ntype: profile\noffers: [Postgres, go]\n---\n# Ada\n',
    'people/ada/learning/2026-11-18-a.md': `${learned('skills:\n  - postgres\n  - go')}skill:Postgres\n`,
    'people/sam/learning/2026-11-18-b.md': learned('skills: [postgres]'),
  };

  it('changes its heading and my notes, each in the way it is written there', async () => {
    const desk = memoryDesk({ notes });
    const names = await namesOf(desk);
    const plan = await renameSkill(
      desk.notebook,
      { names, skill: names.skills[0]!, to: 'Postgres, and *SQL*', yaml: yamlHead },
      { pause },
    );
    assert.equal(
      after(plan, 'skills.md'),
      skills.replace('## Postgres ##\nHard', '## Postgres, and \\*SQL\\* ##\nHard · formerly: postgres'),
    );
    assert.equal(
      after(plan, 'people/ada/ada.md'),
      '---\ntype: profile\noffers: ["Postgres, and *SQL*", go]\n---\n# Ada\n',
    );
    assert.equal(
      after(plan, 'people/ada/learning/2026-11-18-a.md'),
      `${learned('skills:\n  - postgres-and-sql\n  - go')}skill:"Postgres, and *SQL*"\n`,
    );
    assert.deepEqual(
      plan.kept.map(({ path }) => path),
      ['people/sam/learning/2026-11-18-b.md'],
    );
  });

  it('leaves what others and I wrote under the old name with the skill', async () => {
    const desk = memoryDesk({ notes });
    const names = await namesOf(desk);
    const plan = await renameSkill(
      desk.notebook,
      { names, skill: names.skills[0]!, to: 'PostgreSQL', yaml: yamlHead },
      { pause },
    );
    const assessed = '---\ntype: assessment\ndate: 2026-10-01\nof: ada\nby: ada\n---\n- Postgres: 3 → 4\n';
    const later = memoryDesk({
      notes: {
        ...notes,
        'skills.md': after(plan, 'skills.md') ?? '',
        'people/ada/assessments/2026-10-01-ada-ada.md': assessed,
        'people/sam/sam.md': '---\ntype: profile\noffers: [postgres]\n---\n# Sam\n',
      },
    });
    const { skills: rows, people } = await skillMatrixOf(later);
    assert.deepEqual(
      rows.map(({ name }) => name),
      ['PostgreSQL', 'Go'],
    );
    const stateOf = (who: string) => people.find(({ handle }) => handle === who)?.skills[0];
    assert.deepEqual([stateOf('ada')?.self?.level, stateOf('sam')?.offers], [3, true]);
  });

  it('refuses the name of another skill', async () => {
    const desk = memoryDesk({ notes });
    const names = await namesOf(desk);
    await assert.rejects(
      renameSkill(desk.notebook, { names, skill: names.skills[0]!, to: 'go', yaml: yamlHead }, { pause }),
      /There is a skill called “go” already/,
    );
  });
});
