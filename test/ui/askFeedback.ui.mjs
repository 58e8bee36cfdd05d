import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { it } from 'mocha';
import { today } from '../../scripts/sampleTeam.mjs';
import { journeys, sampleTeam } from './session.mjs';
import { until } from './until.mjs';

/** Ada stands on her branch. */
function onBranch(folder) {
  const team = sampleTeam(folder);
  execFileSync('git', ['checkout', '--quiet', 'ada/outbox'], { cwd: team.folders[0] });
  return team;
}

journeys('Asking for feedback', { prepare: onBranch }, session => {
  const folder = () => path.join(session().folders[0], 'notes/people/ada/feedback');
  const note = name => path.join(folder(), `${today()}-${name}.md`);
  const input = words => session().page.locator('.quick-input-widget', { hasText: words });
  const marked = words => session().workbench.focusedRow(words).waitFor();
  const shoot = async name => {
    if (process.env.OUTLOUD_SHOTS)
      await session().page.screenshot({ path: path.join(process.env.OUTLOUD_SHOTS, `${name}.png`) });
  };

  it('is Enter, Enter, Enter for the branch one is on', async () => {
    const { workbench, page } = session();
    await workbench.command('Out Loud: Request Feedback');
    await marked('ada/outbox');
    await shoot('ask-1-about');
    await page.keyboard.press('Enter');
    const people = page.locator('.quick-input-list .monaco-list-row');
    await people.filter({ hasText: 'Sam' }).waitFor();
    await people.filter({ hasText: 'Lin' }).waitFor();
    await workbench.ticked(1);
    await shoot('ask-2-whom');
    await page.keyboard.press('Enter');
    await marked('Write the request');
    await shoot('ask-3-ready');
    await page.keyboard.press('Enter');
    await workbench.tab(path.basename(note('outbox-design'))).waitFor();
    const text = await until(
      () => fs.existsSync(note('outbox-design')) && fs.readFileSync(note('outbox-design'), 'utf8'),
    );
    assert.match(text, /^about: shop main\.\.ada\/outbox\nto:\n {2}- (?:sam|lin)\n/m);
    assert.match(text, /^## What did you notice first\?$/m);
    await page.locator('.notification-toast', { hasText: 'once you share it' }).waitFor();
    await page.locator('.codelens-decoration', { hasText: 'Copy for the Chat' }).waitFor();
    await shoot('ask-4-note');
  });

  it('takes another kind, a question of her own and a second person by the keyboard alone', async () => {
    const { workbench, page } = session();
    await workbench.command('Out Loud: Request Feedback');
    await marked('ada/outbox');
    await page.keyboard.type('myself');
    await marked('Myself');
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Somebody else…' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await workbench.ticked(2);
    await shoot('ask-5-two');
    await page.keyboard.press('Enter');
    await marked('Write the request');
    await page.keyboard.press('ArrowDown');
    await marked('Add a question of your own');
    await page.keyboard.press('Enter');
    await input('What are you unsure about?').waitFor();
    await page.keyboard.type('Do I ask early enough?');
    await page.keyboard.press('Enter');
    await marked('Write the request');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await marked('another kind of feedback');
    await page.keyboard.press('Enter');
    await marked('Start, stop, continue');
    await page.keyboard.type('growth');
    await marked('Growth');
    await page.keyboard.press('Enter');
    await marked('Write the request');
    await shoot('ask-6-ready');
    await page.keyboard.press('Enter');
    const text = await until(() => fs.existsSync(note('growth-ada')) && fs.readFileSync(note('growth-ada'), 'utf8'));
    assert.match(text, /^to:\n {2}- \w+\n {2}- \w+\n/m);
    assert.match(text, /^## Do I ask early enough\?$/m);
    assert.match(text, /^kind: growth$/m);
  });
});
