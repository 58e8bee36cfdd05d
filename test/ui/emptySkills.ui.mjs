import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { it } from 'mocha';
import { journeys, sampleTeam } from './session.mjs';
import { until } from './until.mjs';

const sheet = 'Skill;1;4;Expected engineer;Ada\nPostgres;reads a plan;others ask her;4;3\n"Pairing; daily";;;3;2\n';

journeys('A team without a list of skills', { prepare: withoutSkills }, session => {
  it('is led from the empty page to the table it has, by keyboard', async () => {
    const { workbench, page, folders } = session();
    await page.evaluate(words => globalThis.navigator.clipboard.writeText(words), sheet);
    await workbench.command('Out Loud: Show Skills');
    const frame = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
    await frame.getByText('No skills are named yet.').waitFor();
    await frame.getByRole('button', { name: 'Import Skills…' }).press('Enter');
    await workbench.row('From the clipboard').waitFor();
    await workbench.type('clip');
    await workbench.accept();
    await workbench.row('My own levels').waitFor();
    await workbench.accept();
    const list = path.join(folders[0], 'notes/skills.md');
    await until(() => fs.existsSync(list));
    assert.match(
      fs.readFileSync(list, 'utf8'),
      /## Postgres\n\nHard · expected: engineer 4\n\n1\. reads a plan\n4\. others ask her\n\n## Pairing; daily\n/,
    );
    await workbench.tab('skills.md').waitFor();
  });

  it('sees on the page at once what was imported', async () => {
    const { workbench, page } = session();
    await workbench.command('Out Loud: Show Skills');
    const frame = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
    const row = frame.locator('tbody tr').first();
    await until(async () => /^Postgres\s+3\s+●●●○○/.test(await row.innerText()));
    await page.setViewportSize({ width: 700, height: 800 });
    await frame.locator('select').selectOption({ label: 'the team' });
    await frame.locator('th', { hasText: 'Could teach' }).waitFor();
    await until(async () => {
      const { width } = await row.locator('th').boundingBox();
      assert.ok(width >= 120, `${width} px for the name of a skill`); // beside long lists of people, too
      return true;
    });
  });
});

function withoutSkills(folder) {
  const team = sampleTeam(folder);
  const notes = path.join(team.folders[0], 'notes');
  fs.rmSync(path.join(notes, 'skills.md'));
  for (const who of ['ada', 'lin', 'sam'])
    fs.rmSync(path.join(notes, 'people', who, 'assessments'), { recursive: true, force: true });
  return team;
}
