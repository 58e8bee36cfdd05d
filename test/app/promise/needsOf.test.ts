import assert from 'node:assert/strict';
import { isFailure } from '../../../src/app/failure.ts';
import { ownGoal } from '../../../src/app/goal/ownGoal.ts';
import { needsToMeet } from '../../../src/app/promise/needsOf.ts';
import { promiseInbox } from '../../../src/app/promise/promiseInbox.ts';
import { takeAnotherWay } from '../../../src/app/promise/takeAnotherWay.ts';
import { yamlHead } from '../../../src/node/yamlHead.ts';
import { memoryDesk } from '../../support/memoryDesk.ts';

const meeting = (...lines: readonly string[]) =>
  `---\ntype: one-on-one\nwith: lin\n---\n# One-to-one\n\n## What I want to talk about\n\n${lines.join('\n')}\n`;
const published = (...lines: readonly string[]) => `---\ntype: promises\n---\n# Promises\n\n${lines.join('\n')}\n`;
const team = [{ handle: 'lin', name: 'Lin', emails: [], leads: ['ada'] }];

async function shown(notes: Readonly<Record<string, string>>, meetings: Readonly<Record<string, string>>) {
  const privateNotes = Object.fromEntries(
    Object.entries(meetings).map(([day, text]) => [`one-on-ones/${day}-ada-lin.md`, text]),
  );
  const inbox = await promiseInbox(memoryDesk({ notes, privateNotes, team }));
  const items = inbox.filter(({ kind }) => kind === 'otherWay');
  return items.map(({ label, detail = '' }) => `${label} · ${detail}`);
}

describe('Another way', () => {
  it('is offered where a promise was declined', async () => {
    const lins = published(
      '- [-] A budget · for @ada · declined 2026-11-20: it is spent 📅 2026-11-10',
      '- [-] A desk · for @sam · declined 2026-11-20: none is left',
      '- [-] Long ago · for @ada · declined 2026-01-20: no',
      '- [-] A talk · for @ada · declined 2026-11-01: not now',
      '- [ ] A talk · for @ada 📅 2027-01-10',
      '- [ ] Time · for @ada 📅 2026-11-01',
    );
    assert.deepEqual(await shown({ 'people/lin/promises.md': lins }, {}), [
      'Another way: A budget · Lin can’t: it is spent',
    ]);
  });

  it('is offered where an ask has no answer for three weeks', async () => {
    const found = await shown(
      { 'people/lin/promises.md': published('- [ ] A mentor · for @ada') },
      {
        '2026-10-06': meeting(
          '- [>] Try the scheduler (project)',
          '- [ ] A course (training)',
          '- [ ] A mentor (training)',
        ),
        '2026-10-27': meeting('- [ ] Try the scheduler (project) 📅 2026-11-15', '- [x] A course (training)'),
        '2026-11-10': meeting('- [ ] Fridays for reading (time)', '- [ ] no ask'),
      },
    );
    assert.deepEqual(found, ['Another way: Try the scheduler · asked on 2026-10-06, no answer yet']);
  });

  it('is offered for a need of her profile that stands there for weeks, where it says since when', async () => {
    const profile = (keys: string) => ({ 'people/ada/ada.md': `---\ntype: profile\n${keys}---\n# Ada\n` });
    const needs = 'needs: [a mentor, time · since 2026-10-20, "a desk · since 2026-11-15"]\n';
    assert.deepEqual(await shown(profile(needs), {}), ['Another way: time · asked on 2026-10-20, no answer yet']);
    const promised = { 'people/lin/promises.md': published('- [ ] Time · for @ada 📅 2027-01-10') };
    assert.deepEqual(await shown({ ...profile(needs), ...promised }, {}), []);
    const dated = await shown(profile(`date: 2026-11-01\n${needs}`), {});
    assert.deepEqual(dated, [
      'Another way: time · asked on 2026-10-20, no answer yet',
      'Another way: a mentor · asked on 2026-11-01, no answer yet',
    ]);
    const again = { '2026-11-17': meeting('- [x] A mentor (training)') };
    assert.equal((await shown(profile(`date: 2026-11-01\n${needs}`), again)).length, 1);
  });

  it('may be to anything her profile says she needs', async () => {
    const notes = { 'people/ada/ada.md': '---\ntype: profile\nneeds: [a quiet room]\n---\n# Ada\n' };
    assert.deepEqual(await needsToMeet(memoryDesk({ notes })), ['a quiet room']);
  });

  it('is a step of a goal, an ally, or a word to everybody', async () => {
    const path = 'people/ada/goals/fast.md';
    const notes = { [path]: '---\ntype: goal\nallies: [sam]\n---\n# Fast\n\n## Steps\n- [ ] Measure\n' };
    const desk = memoryDesk({ notes, privateNotes: { 'goals/mine.md': '---\ntype: goal\n---\n# Mine\n' } });
    const goal = await ownGoal({ ...desk, yaml: yamlHead }, { goal: 'fast' });
    await takeAnotherWay(desk, { kind: 'step', goal, words: 'Shadow Sam' });
    await takeAnotherWay(desk, { kind: 'ally', goal, ally: 'lin' });
    await takeAnotherWay(desk, { kind: 'ally', goal, ally: 'Sam' });
    assert.equal(
      desk.files.texts()[path],
      '---\ntype: goal\nallies: [sam, lin]\n---\n# Fast\n\n## Steps\n- [ ] Measure\n- [ ] Shadow Sam\n',
    );
    const help = await takeAnotherWay(desk, { kind: 'help', words: 'Who knows locks?' });
    assert.deepEqual(help, { shelf: 'shared', path: 'people/ada/learning/2026-11-22-who-knows-locks.md' });
    const mine = await ownGoal({ ...desk, yaml: yamlHead }, { goal: 'mine' });
    await assert.rejects(takeAnotherWay(desk, { kind: 'ally', goal: mine, ally: 'lin' }), isFailure);
    await assert.rejects(takeAnotherWay(desk, { kind: 'help', words: ' ' }), isFailure);
  });
});
