import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { erosionInbox, watchInbox } from '../../../src/app/erosion/erosionInbox.ts';
import { erosionsOf } from '../../../src/app/erosion/erosionsOf.ts';
import type { FileVersion, History } from '../../../src/app/ports.ts';
import { putBack, reflect, watchUntil } from '../../../src/app/erosion/reflect.ts';
import { inboxRows } from '../../../src/core/outline/inboxRows.ts';
import { outlineText } from '../../support/outlineText.ts';
import { yamlHead } from '../../../src/node/yamlHead.ts';
import { memoryDesk, type MemoryDesk } from '../../support/memoryDesk.ts';

const path = 'people/ada/goals/checkout.md';
const goal = (target: number, due = '2026-12-18') => `---
type: goal
due: ${due}
---
# Checkout under 200 ms

## Key results
- KR: p99 of writes 900 → 640 → ${target} ms
`;
const profile = (vision: string) => `---\ntype: profile\n---\n# Ada\n\n## Vision\n\n${vision}\n`;

/** A desk whose files have these earlier texts, newest first; what was asked is remembered. */
function deskWith(notes: Record<string, string>, before: Record<string, readonly string[]>, today = '2026-11-22') {
  const asked: string[] = [];
  const versionsOf = (file: string, { since = 0 } = {}): Promise<readonly FileVersion[]> => {
    asked.push(`${file} ${new Date(since * 1000).toISOString().slice(0, 10)}`);
    const texts = before[file.replace('/notes/', '')] ?? [];
    return Promise.resolve(texts.map((text, at) => ({ hash: `${at}`, text })));
  };
  const desk = memoryDesk({ notes, today, history: { versionsOf } as unknown as History });
  return { desk, asked };
}

async function inbox(desk: MemoryDesk): Promise<string> {
  const items = [...(await erosionInbox(desk, await erosionsOf(desk, yamlHead))), ...(await watchInbox(desk))];
  return outlineText(inboxRows(items, desk.clock.today()));
}

describe('A goal that wants less than it did', () => {
  it('is asked about once, and the answer is private', async () => {
    const { desk } = deskWith({ [path]: goal(400) }, { [path]: [goal(400), goal(300), goal(300)] });
    const before = desk.files.texts();
    assert.equal(
      await inbox(desk),
      'My goals\n  Energised or anxious? Checkout under 200 ms · p99 of writes: 300 ms → 400 ms',
    );
    const [shrunk] = await erosionsOf(desk, yamlHead);
    assert.equal(shrunk?.before.hash, '1');
    const note = await reflect(desk, shrunk, 'anxious');
    await watchUntil(desk, note, '2026-12-20');
    assert.deepEqual(desk.files.texts(), before);
    assert.deepEqual(desk.privateFiles.texts(), {
      'reflections/2026-11-22-checkout.md': `---
type: reflection
date: 2026-11-22
goal: checkout
felt: anxious
changes:
  - ${shrunk.erosions[0]?.mark ?? ''}
---
# Checkout under 200 ms: anxious

- p99 of writes: 300 ms → 400 ms

## Look again

- [ ] Look at this again 📅 2026-12-20
`,
    });
    assert.equal(await inbox(desk), 'Later\n  Look again: Checkout under 200 ms: anxious · due 2026-12-20');
    desk.clock.set({ today: '2026-12-21' });
    assert.match(await inbox(desk), /^My goals\n {2}Look again: .* due 2026-12-20, 1 day over$/);
  });

  it('is not asked about again after the goal was renamed', async () => {
    const { desk } = deskWith({ [path]: goal(400) }, { [path]: [goal(300)] });
    const [shrunk] = await erosionsOf(desk, yamlHead);
    await reflect(desk, shrunk!, 'energised');
    const fast = path.replace('checkout', 'fast');
    const renamed = goal(400).replace('due:', 'aliases: [older, checkout]\ndue:');
    const after = deskWith({ [fast]: renamed }, { [fast]: [goal(300)] }).desk;
    assert.match(await inbox(after), /Energised or anxious/);
    for (const [note, text] of Object.entries(desk.privateFiles.texts())) after.privateFiles.put(note, text);
    after.notebook.private.changed();
    assert.equal(await inbox(after), '');
  });

  it('is asked about again where it becomes smaller once more', async () => {
    const { desk } = deskWith({ [path]: goal(400) }, { [path]: [goal(300)] });
    const [shrunk] = await erosionsOf(desk, yamlHead);
    await reflect(desk, shrunk!, 'energised');
    desk.files.put(path, goal(500));
    desk.notebook.shared.changed();
    assert.match(await inbox(desk), /300 ms → 500 ms/);
  });

  it('shows the newest text that still had all of it', async () => {
    const texts = [goal(400, '2026-12-18'), goal(300, '2026-12-18'), goal(200)];
    const { desk } = deskWith({ [path]: goal(500, '2027-03-01') }, { [path]: texts });
    const [shrunk] = await erosionsOf(desk, yamlHead);
    assert.equal(shrunk?.before.text, texts[0]);
    assert.equal(shrunk?.erosions.length, 2);
  });

  it('says again what it said, with everything else as it is by then', async () => {
    const { desk } = deskWith({ [path]: goal(400, '2027-03-01') }, { [path]: [goal(300)] });
    const [shrunk] = await erosionsOf(desk, yamlHead);
    const moved = goal(400, '2027-03-01').replace('## Key results', 'Some words.\n\n## Key results');
    desk.files.put(path, moved.replace('640', '500'));
    assert.equal(await putBack(desk, shrunk!, yamlHead), true);
    assert.equal(
      desk.files.texts()[path],
      goal(300).replace('## Key results', 'Some words.\n\n## Key results').replace('640', '500'),
    );
    assert.equal(await putBack(desk, shrunk!, yamlHead), false);
  });

  for (const [name, now, then] of [
    ['parked', goal(400).replace('type: goal', 'type: goal\nstatus: parked'), goal(300)],
    ['private', goal(400).replace('type: goal', 'type: goal\nprivate: true'), goal(300)],
    ['once private', goal(400), goal(300).replace('type: goal', 'type: goal\nprivate: true')],
    ['once no goal', goal(400), '# Words\n'],
    ['once torn', goal(400), goal(300).replace('due:', '<<<<<<< HEAD\ndue:')],
  ] as const)
    it(`is left alone where it is ${name}`, async () => {
      assert.equal(await inbox(deskWith({ [path]: now }, { [path]: [then] }).desk), '');
    });

  it('is looked for in her own notes only, and only in the last months', async () => {
    const sam = path.replace('ada', 'sam');
    const vision = 'people/ada/ada.md';
    const { desk, asked } = deskWith(
      { [path]: goal(400), [sam]: goal(400), [vision]: profile('others ask'), 'people/ada/learning/x.md': '# X\n' },
      { [sam]: [goal(300)], [vision]: [profile('the person others ask')] },
    );
    assert.equal(
      await inbox(desk),
      'My goals\n  Energised or anxious? My vision · “the person others ask” → “others ask”',
    );
    assert.deepEqual(asked, [`/notes/${vision} 2026-08-23`, `/notes/${path} 2026-08-23`]);
  });

  it('is nothing without git', async () => {
    assert.deepEqual(await erosionsOf(memoryDesk({ notes: { [path]: goal(400) } }), yamlHead), []);
  });
});
