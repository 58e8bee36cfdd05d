import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { it } from 'mocha';
import { weeksUpTo } from '../../scripts/sample/calendar.mjs';
import { today } from '../../scripts/sampleTeam.mjs';
import { journeys, until } from './session.mjs';

const week = weeksUpTo(today()).week(0);
const name = `${week}-ada.md`;

journeys('Writing the weekly note', {}, session => {
  const textInFront = () => session().ask(vscode => vscode.window.activeTextEditor?.document.getText());
  const file = () => path.join(session().folders[0], 'notes/people/ada/weekly', name);

  it('goes from the palette to an open note that tells the week', async () => {
    const { workbench } = session();
    await write(workbench);
    const text = await textInFront();
    assert.equal(text, fs.readFileSync(file(), 'utf8'));
    assert.ok(
      text.startsWith(`---\ntype: weekly\nweek: ${week}\nperson: ada\n---\n# Week ${Number(week.slice(6))} · Ada\n`),
      text,
    );
    for (const line of [
      /^- \*\*Checkout reads stay under 200 ms\*\*.*\[#412\]\(https:\/\/github\.forge\.example\/market\/shop\/pull\/412\)/m,
      /^- .*failed connection.*$/m,
      /^- .*release notes without the network.*with Sam/im,
      /\[PgBouncer pins a session for SET\]\(\.\.\/learning\//,
      /an index-only scan needs a recent vacuum/,
      /^- \[ \] Bring checkout reads under 200 ms/m,
      /^- \[ \] Pair with Sam on the scheduler.*W\d\d/m,
    ])
      assert.match(text, line);
    assert.equal(text.match(/retry storm|failed connection/g)?.length, 1, 'the rebased copy counts once');
  });

  it('keeps what a person types into it, and a line she deletes stays away', async () => {
    const { workbench, page, ask } = session();
    await ask(vscode => {
      const { document, selections } = vscode.window.activeTextEditor;
      const title = document
        .getText()
        .split('\n')
        .findIndex(line => line.startsWith('# Week'));
      vscode.window.activeTextEditor.selection = new vscode.Selection(title, 200, title, 200);
      return selections.length;
    });
    await workbench.editor().click({ position: { x: 400, y: 5 } });
    await ask(vscode => {
      const { document } = vscode.window.activeTextEditor;
      const title = document
        .getText()
        .split('\n')
        .findIndex(line => line.startsWith('# Week'));
      vscode.window.activeTextEditor.selection = new vscode.Selection(title, 200, title, 200);
    });
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Checkout is finally fast.');
    await ask(vscode => {
      const { document } = vscode.window.activeTextEditor;
      const line = document
        .getText()
        .split('\n')
        .findIndex(text => /release notes/i.test(text));
      vscode.window.activeTextEditor.selection = new vscode.Selection(line, 0, line, 0);
    });
    await page.keyboard.press('Control+Shift+k');
    await page.keyboard.press('Control+s');
    await until(async () => !/release notes/i.test(fs.readFileSync(file(), 'utf8')));
    const before = fs.readFileSync(file(), 'utf8');
    await write(workbench);
    const text = await textInFront();
    assert.match(text, /\n\nCheckout is finally fast\.\n/);
    assert.doesNotMatch(text, /release notes without/i);
    assert.equal(text, before, 'nothing else moved');
  });

  it('has opened each carried plan in one place only', async () => {
    const last = weeksUpTo(today()).week(1);
    const text = fs.readFileSync(path.join(path.dirname(file()), `${last}-ada.md`), 'utf8');
    assert.match(text, new RegExp(`^- \\[>\\] Bring checkout reads under 200 ms.*→ ${week}$`, 'm'));
    assert.doesNotMatch(text, /^- \[ \]/m);
  });

  it('is copied for Slack from above the note', async () => {
    const { workbench, ask } = session();
    await workbench.codeLens('Slack').first().click();
    const copied = await until(() => ask(vscode => vscode.env.clipboard.readText()));
    assert.match(copied, /\*Checkout reads stay under 200 ms\*/);
    assert.doesNotMatch(copied, /outloud:begin/);
  });

  async function write(workbench) {
    await workbench.command('Out Loud: Write Weekly Note');
    await workbench.row('This week').waitFor();
    await workbench.accept();
    await workbench.tab(name).waitFor();
    await until(async () => (await textInFront())?.includes('outloud:end'));
  }
});
