import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { it } from 'mocha';
import { weeksUpTo } from '../../scripts/sample/calendar.mjs';
import { today } from '../../scripts/sampleTeam.mjs';
import { journeys } from './session.mjs';
import { until } from './until.mjs';

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
      /^- \*\*No more retry storm after a pool reset\*\*.*\[#398\]/m,
      /^- \*\*Release notes build without the network\*\*.*tools.*with Sam/m,
      /\[PgBouncer pins a session for SET\]\(\.\.\/learning\//,
      /an index-only scan needs a recent vacuum/,
      /^- \[ \] Bring checkout reads under 200 ms/m,
      /^- \[ \] Pair with Sam on the scheduler.*W\d\d/m,
    ])
      assert.match(text, line);
    assert.equal(text.match(/retry storm/g)?.length, 1, 'the rebased copy counts once');
  });

  it('keeps what a person types into it, and a line she deletes stays away', async () => {
    const { workbench, page } = session();
    await workbench.editor().click();
    await workbench.focusInEditor();
    await putCursorOn('# Week');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Checkout is finally fast.');
    await until(async () => (await textInFront()).includes('Checkout is finally fast.')); // the extension host follows
    await putCursorOn('Release notes build');
    await page.keyboard.press('Control+Shift+k');
    await page.keyboard.press('Control+s');
    await until(async () => !/release notes build/i.test(fs.readFileSync(file(), 'utf8')));
    commitToShop('feat(invoices): send them as PDF');
    await write(workbench);
    const text = await until(async () => {
      const now = await textInFront();
      return /invoices/i.test(now) && now;
    });
    assert.match(text, /\n\nCheckout is finally fast\.\n/, 'her words stay');
    assert.doesNotMatch(text, /release notes build/i, 'what she deleted stays away');
    assert.equal(text.match(/PDF/g)?.length, 1, 'what is new comes once');
  });

  it('has opened each carried plan in one place only', async () => {
    const last = weeksUpTo(today()).week(1);
    const text = fs.readFileSync(path.join(path.dirname(file()), `${last}-ada.md`), 'utf8');
    assert.match(text, new RegExp(`^- \\[>\\] Bring checkout reads under 200 ms.*→ ${week}$`, 'm'));
    assert.doesNotMatch(text, /^- \[ \]/m);
  });

  it('is copied for Slack from above the note', async () => {
    const { workbench, ask } = session();
    const copied = await until(async () => {
      await workbench.codeLens('Slack').first().click();
      const text = await ask(vscode => vscode.env.clipboard.readText());
      return text.includes('*Checkout reads stay under 200 ms*') && text;
    });
    assert.doesNotMatch(copied, /outloud:begin/);
  });

  function commitToShop(message) {
    const [shop] = session().folders;
    fs.mkdirSync(path.join(shop, 'services/invoices'), { recursive: true });
    fs.writeFileSync(path.join(shop, 'services/invoices/pdf.ts'), 'export const paper = "A4";\n'.repeat(20));
    const env = { ...process.env, HOME: session().home };
    for (const args of [
      ['add', 'services/invoices'],
      ['commit', '--quiet', '--message', message],
    ])
      execFileSync('git', args, { cwd: shop, env });
  }

  /** At the beginning of the first line that holds these words. */
  async function putCursorOn(words) {
    const { ask, workbench } = session();
    const line = await ask((vscode, text) => {
      const editor = vscode.window.activeTextEditor;
      const found = editor.document
        .getText()
        .split('\n')
        .findIndex(each => each.includes(text));
      editor.selection = new vscode.Selection(found, 0, found, 0);
      return found;
    }, words);
    await workbench.cursorAt(`Ln ${line + 1}, Col 1`);
  }

  async function write(workbench) {
    await workbench.command('Out Loud: Write Weekly Note');
    await workbench.row('This week').waitFor();
    await workbench.accept();
    await workbench.tab(name).waitFor();
    await until(async () => (await textInFront())?.includes('outloud:end'));
  }
});
