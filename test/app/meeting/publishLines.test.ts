import assert from 'node:assert/strict';
import { linesToPublish, planPublishing, publishLines } from '../../../src/app/meeting/publishLines.ts';
import type { PrivatePath } from '../../../src/core/note/notePath.ts';
import type { Day } from '../../../src/core/time/day.ts';
import { yamlHead } from '../../../src/node/yamlHead.ts';
import { writeWeek } from '../../../src/app/week/writeWeek.ts';
import { memoryDesk, type MemoryDeskOptions } from '../../support/memoryDesk.ts';

const path = 'one-on-ones/2026-11-24-ada-lin.md' as PrivatePath;
const privateNotes = {
  [path]:
    '---\ntype: one-on-one\ndate: 2026-11-24\nwith: lin\n---\n# One-to-one with Lin\n\n## What I want to talk about\n\n- [ ] Try the scheduler 📅 2026-12-15\n- [ ] Hers alone\n- a mentor\n- Which queue?\n',
};
const weekly = 'people/ada/weekly/2026-W47-ada.md';
const deskOf = (notes: MemoryDeskOptions['notes'] = {}) => ({ ...memoryDesk({ notes, privateNotes }), yaml: yamlHead });
const seen = (text: string | undefined) => (text ?? '').replace(/<!--.*?-->\n?/g, '').replace(/\n{3,}/g, '\n\n');

describe('publishing lines of a private note', () => {
  it('puts exactly the chosen ones into this week’s note, as it showed before', async () => {
    const desk = deskOf({
      [weekly]: '---\ntype: weekly\nweek: 2026-W47\n---\n# Week 47\n\nMine.\n\n## Next week\n\n- [ ] Write path\n',
    });
    const [line] = await linesToPublish(desk, path);
    const publish = { from: path, words: [line?.words ?? ''], to: 'nextWeek' } as const;
    const plan = await planPublishing(desk, publish);
    assert.deepEqual(plan.lines, ['- [ ] Try the scheduler 📅 2026-12-15']);
    assert.equal(desk.files.texts()[weekly], plan.before, 'nothing is written yet');
    assert.equal(await publishLines(desk, publish), weekly);
    assert.equal(
      desk.files.texts()[weekly],
      '---\ntype: weekly\nweek: 2026-W47\n---\n# Week 47\n\nMine.\n\n## Next week\n\n- [ ] Write path\n- [ ] Try the scheduler 📅 2026-12-15\n',
    );
    assert.equal(desk.files.texts()[weekly], plan.after);
    assert.deepEqual(desk.privateFiles.texts(), privateNotes, 'the private note stays as it is');
    await publishLines(desk, publish);
    assert.equal(desk.files.texts()[weekly], plan.after, 'once is enough');
  });

  it('begins the week’s note where there is none, which is then written as ever', async () => {
    const desk = deskOf();
    const publish = { from: path, words: ['Which queue?'], to: 'roadblocks' } as const;
    const { before, after } = await planPublishing(desk, publish);
    await publishLines(desk, publish);
    assert.deepEqual([before, desk.files.texts()], [undefined, { [weekly]: after }]);
    assert.equal(
      seen(after),
      '---\ntype: weekly\nweek: 2026-W47\nperson: ada\n---\n# Week 47 · Ada\n\n## Roadblocks\n\n- [ ] Which queue?\n',
    );
    desk.files.put(
      'people/ada/learning/2026-11-18-a.md',
      '---\ntype: learning\ndate: 2026-11-18\n---\n# A mean hides the slow ones\n',
    );
    desk.notebook.shared.changed();
    await writeWeek(desk, { week: '2026-W47' });
    const week = seen(desk.files.texts()[weekly]);
    assert.match(week, /## Learned\n\n- \[A mean hides the slow ones\]/);
    assert.match(week, /## Roadblocks\n\n- \[ \] Which queue\?\n/);
  });

  it('goes into the week that was shown, also where Monday came meanwhile', async () => {
    const sunday = deskOf();
    const publish = { from: path, words: ['Which queue?'], to: 'roadblocks', on: '2026-11-22' } as const;
    const { after } = await planPublishing(sunday, publish);
    const monday = { ...sunday, clock: { ...sunday.clock, today: () => '2026-11-23' as Day } };
    assert.equal(await publishLines(monday, publish), weekly);
    assert.deepEqual(sunday.files.texts(), { [weekly]: after });
  });

  for (const [what, profile, expected] of [
    ['no profile', undefined, '---\ntype: profile\nneeds:\n  - a mentor\n---\n# Ada\n'],
    [
      'needs in the head',
      '---\ntype: profile\nneeds: [time]\n---\n# Ada\n',
      '---\ntype: profile\nneeds: [time, a mentor]\n---\n# Ada\n',
    ],
    [
      'needs in a list',
      '---\ntype: profile\n---\n# Ada\n\n## Needs\n\n- time\n',
      '---\ntype: profile\n---\n# Ada\n\n## Needs\n\n- time\n- a mentor\n',
    ],
    [
      'that need',
      '---\ntype: profile\nneeds: [A mentor]\n---\n# Ada\n',
      '---\ntype: profile\nneeds: [A mentor]\n---\n# Ada\n',
    ],
  ] as const)
    it(`says what she needs in her profile, where it has ${what}`, async () => {
      const desk = deskOf(profile === undefined ? {} : { 'people/ada/ada.md': profile });
      const publish = { from: path, words: ['a mentor'], to: 'need' } as const;
      const { after } = await planPublishing(desk, publish);
      await publishLines(desk, publish);
      assert.equal(desk.files.texts()['people/ada/ada.md'], expected);
      assert.equal(after, expected);
    });

  it('says no to a line she dropped after she chose it, or that was never in the note', async () => {
    const desk = deskOf();
    const publish = { from: path, words: ['a mentor'], to: 'nextWeek' } as const;
    await planPublishing(desk, publish);
    desk.privateFiles.put(path, privateNotes[path]?.replace('- a mentor', '- Drop: a mentor') ?? '');
    desk.notebook.private.changed();
    await assert.rejects(publishLines(desk, publish), /“a mentor” is dropped in your note, or no longer there/);
    await assert.rejects(planPublishing(desk, publish), /Choose again/);
    await assert.rejects(publishLines(desk, { ...publish, words: ['made up'] }), /“made up”/);
    assert.deepEqual(desk.files.texts(), {});
  });

  it('says no where others can’t read that note, and where nothing was chosen', async () => {
    const desk = deskOf({ [weekly]: '---\ntype: weekly\nweek: 2026-W47\nprivate: true\n---\n# Week 47\n' });
    const before = desk.files.texts();
    await assert.rejects(publishLines(desk, { from: path, words: ['a mentor'], to: 'nextWeek' }), /Others can’t read/);
    await assert.rejects(planPublishing(desk, { from: path, words: [], to: 'need' }), /at least one line/);
    assert.deepEqual(desk.files.texts(), before);
  });
});
