/* global getComputedStyle */
import assert from 'node:assert/strict';
import { it } from 'mocha';
import { journeys } from './session.mjs';
import { until } from './until.mjs';

journeys('The skills', {}, session => {
  /** The page inside the editor. */
  async function skillsPage() {
    const { page } = session();
    const frame = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
    await frame.locator('main header').waitFor();
    return frame;
  }

  const rowsOf = async frame => {
    const rows = await frame
      .locator('tbody tr')
      .evaluateAll(all => all.map(row => [...row.cells].map(cell => cell.innerText.trim().replace(/\s+/g, ' '))));
    return rows.map(cells => cells.slice(0, 5).join(' | '));
  };

  it('show where she stands, where her lead sees her, what is expected and where she wants to be', async () => {
    const { workbench } = session();
    await workbench.command('Out Loud: Show Skills');
    const frame = await skillsPage();
    const rows = await until(async () => {
      const shown = await rowsOf(frame);
      return shown.length > 0 && shown;
    });
    assert.match(rows[0], /^Postgres \| 3 ●●●○○ \| 3 ●●●○○ \| 3 ●●●○○ \| 4 ●●●●○ by \d{4}-\d\d-\d\d$/);
    assert.equal(rows[2], 'Measuring offers to teach | 4 ●●●●○ | 5 ●●●●● | 3 ●●●○○ | –');
    assert.doesNotMatch(rows.join('\n'), /%|sum|average|rank/i);
  });

  it('are walked by the arrows, and say each cell in the words of the team', async () => {
    const { page } = session();
    const frame = await skillsPage();
    await frame.locator('tbody th').first().focus();
    await page.keyboard.press('ArrowRight');
    const detail = frame.locator('.detail');
    await until(async () =>
      /^Postgres, Now: 3, competent\. Reads a plan and knows what to change\./.test(await detail.innerText()),
    );
    await page.keyboard.press('ArrowRight');
    await until(async () => /^Postgres, As the lead sees it: .* Lin, \d{4}-/.test(await detail.innerText()));
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Home');
    await until(async () => /^Deploying/.test(await detail.innerText()));
    const focused = frame.locator(':focus');
    assert.match(await focused.getAttribute('aria-label'), /^Deploying/);
  });

  it('tell of the team who can teach what, and where nobody is, in the order of the team', async () => {
    const frame = await skillsPage();
    await frame.locator('select').selectOption({ label: 'the team' });
    await frame.locator('th', { hasText: 'Could teach' }).waitFor();
    assert.deepEqual(await rowsOf(frame), [
      'Postgres | Lin |  | Sam',
      'Rust | Sam |  | Ada',
      'Measuring | Ada |  | ',
      'Giving feedback |  | Lin, Ada | ',
      'Leading a meeting | Lin |  | Ada, Sam',
      'Deploying Nobody is at home here yet |  |  | ',
    ]);
    const wraps = await frame
      .locator('tbody td')
      .first()
      .evaluate(cell => getComputedStyle(cell).whiteSpace);
    assert.equal(wraps, 'normal', 'a team of thirty is no line');
  });

  it('follow the person who is chosen, and keep the focus there', async () => {
    const frame = await skillsPage();
    await frame.locator('select').focus();
    await frame.locator('select').selectOption({ label: 'Sam' });
    await until(async () => (await rowsOf(frame))[1] === 'Rust offers to teach | 4 ●●●●○ | 4 ●●●●○ | 2 ●●○○○ | –');
    assert.equal(await frame.locator(':focus').getAttribute('id'), 'whose');
    assert.equal(await frame.getByRole('button', { name: 'Assess…' }).count(), 0); // she doesn't lead him
    assert.equal(await frame.getByRole('grid', { name: 'Skills of Sam' }).count(), 1);
    assert.equal(await frame.getByRole('columnheader', { name: 'Goal' }).count(), 1);
    assert.equal(await frame.getByRole('status').innerText(), 'Skills of Sam');
  });

  it('become a goal from the page: its note opens beside it, with who helps', async () => {
    const { workbench } = session();
    const frame = await skillsPage();
    await frame.locator('select').selectOption({ label: 'Ada (me)' });
    await until(async () => (await rowsOf(frame))[0]?.startsWith('Postgres | 3'));
    await frame.getByRole('button', { name: 'Make a goal of Postgres' }).click();
    await workbench.tab('postgres-others-ask-her-about-slow-queries.md').waitFor();
    await workbench.editor().getByText('offers to teach it').waitFor();
    await workbench.command('View: Close Editor');
  });

  it('ask for room before a fourth goal is active: Enter lets the new one wait', async () => {
    const { workbench, ask } = session();
    const frame = await skillsPage();
    await frame.getByRole('button', { name: 'Make a goal of Rust' }).click();
    await workbench.row('Park the new one').waitFor();
    await workbench.accept();
    await workbench.tab('rust-builds-a-service').waitFor();
    const inFront = () => ask(vscode => vscode.window.activeTextEditor?.document.getText());
    await until(async () => /^status: parked$/m.test(await inFront()));
    await workbench.command('View: Close Editor');
  });

  it('run no script and load nothing but their own', async () => {
    const frame = await skillsPage();
    const policy = await frame.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    assert.match(
      policy,
      /^default-src 'none'; base-uri 'none'; form-action 'none'; style-src [^;]+; script-src 'nonce-[\w-]+'$/,
    );
  });
});
