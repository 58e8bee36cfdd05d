import fs from 'node:fs';
import path from 'node:path';
import { it } from 'mocha';
import { journeys } from './session.mjs';
import { until } from './until.mjs';

journeys('The inbox', { size: { width: 1280, height: 1700 } }, session => {
  const goal = () => path.join(session().folders[0], 'notes/people/ada/goals/checkout-under-200-ms.md');
  const text = () => fs.readFileSync(goal(), 'utf8');
  const row = words => session().workbench.treeRow(words, session().workbench.view('Inbox'));

  it('asks for a line for her allies, and takes it by keyboard alone', async () => {
    const { workbench, page } = session();
    await workbench.openContainer('Out Loud');
    await row('Said and did: Checkout under 200 ms').waitFor();
    await workbench.focusRow('Inbox', 'Said and did: Checkout under 200 ms');
    await page.keyboard.press('Enter');
    for (const [step, words] of ['measure the writes', 'measured them'].entries()) {
      await page.locator('.quick-input-widget', { hasText: `(${step + 1}/2)` }).waitFor();
      await workbench.type(words);
      await page.keyboard.press('Enter');
    }
    await until(() => / · said: measure the writes · did: measured them$/m.test(text()));
    await row('A word from Sam').waitFor();
  });

  it('asks no more where she says so, from the row’s menu', async () => {
    const { workbench } = session();
    await workbench.focusRow('Inbox', 'A word from Sam');
    await workbench.chooseFromMenu('Stop Asking');
    await row('A word from Sam').waitFor({ state: 'detached' });
  });

  it('shows a goal that became smaller beside what it was, as soon as it is saved', async () => {
    const { workbench, page } = session();
    fs.writeFileSync(goal(), text().replace('640 → 300 ms', '640 → 400 ms'));
    await row('Energised or anxious? Checkout under 200 ms').waitFor();
    await workbench.focusRow('Inbox', 'Energised or anxious? Checkout under 200 ms');
    await page.keyboard.press('Enter');
    await workbench.tab('before ↔ now').waitFor();
    await page.locator('.quick-input-widget', { hasText: 'p99 of writes: 300 ms → 400 ms' }).waitFor();
    if (process.env.OUTLOUD_SHOT) await page.screenshot({ path: process.env.OUTLOUD_SHOT });
    await page.keyboard.press('Escape');
    await row('Energised or anxious? Checkout under 200 ms').waitFor(); // not now: it still waits
  });
});
