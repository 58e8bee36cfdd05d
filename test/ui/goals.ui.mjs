import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { it } from 'mocha';
import { journeys } from './session.mjs';
import { until } from './until.mjs';

journeys('A first goal, by keyboard alone', { prepare: bareRepository }, session => {
  it('goes from the empty view to a goal with a measure, a day and a skill in under a minute', async () => {
    const { workbench, page, folder } = session();
    await workbench.command('Out Loud: Focus on Goals View');
    const began = Date.now();
    const button = workbench.view('Goals').locator('.welcome-view-content').getByText('Set a Goal');
    await button.waitFor();
    await until(async () => {
      await page.keyboard.press('Tab');
      return button.evaluate(
        words => words.ownerDocument.activeElement?.contains(words) && words.ownerDocument.activeElement.matches('a'),
      );
    });
    await page.keyboard.press('Enter');

    await asked('What shall be true one day?');
    await workbench.type('Async Rust without fear');
    await workbench.accept();
    await workbench.row('notes').waitFor();
    await workbench.accept();
    await asked('How would you like to check it?');
    await workbench.row('SMART').waitFor();
    await workbench.accept();
    await asked('By when?');
    await workbench.row('in three months').waitFor();
    await workbench.accept();
    await asked('How will you know');
    await workbench.type('two reviews without a question about lifetimes');
    await workbench.accept();
    await asked('Which skill does it grow?');
    await workbench.type('rust');
    await workbench.accept();
    await asked('Where does it bring you?');
    await workbench.accept();

    await workbench.tab('async-rust-without-fear.md').waitFor();
    const note = read(folder, 'async-rust-without-fear');
    assert.match(
      note,
      /^---\ntype: goal\nstatus: active\nkind: smart\ndue: \d{4}-\d\d-\d\d\nmeasure: two reviews without a question about lifetimes\nskill: rust\n---\n# Async Rust without fear\n\n## Steps\n- \[ \] The first small step\n$/,
    );
    assert.ok(Date.now() - began < 60_000, `${Date.now() - began} ms`);
    await workbench.treeRow('Async Rust without fear', workbench.view('Goals')).waitFor();
    await workbench.cursorAt(/selected/);
    await page.keyboard.type('Read the book'); // over the first step, which is selected
    await until(async () => (await workbench.editor().innerText()).replaceAll('\u00a0', ' ').includes('Read the book'));
    await page.keyboard.press('Control+s');
  });

  it('keeps what was said when the rest is left with Esc, and goes back a question', async () => {
    const { workbench, page, folder } = session();
    await workbench.command('Out Loud: New Goal');
    await asked('What shall be true one day?');
    await workbench.type('Talks without slides');
    await workbench.accept();
    await asked('How would you like to check it?');
    await workbench.row('OKR').waitFor();
    await page.keyboard.press('ArrowDown');
    await workbench.focusedRow('OKR').waitFor();
    await workbench.accept();
    await asked('By when?');
    await workbench.type('2099-03-31');
    await workbench.accept();
    await asked('What will be different?');
    await session().page.locator('.quick-input-widget .quick-input-titlebar [aria-label^="Back"]').click();
    await asked('By when?');
    await workbench.type('2099-06-30');
    await workbench.accept();
    await asked('What will be different?');
    await workbench.type('talks 0 -> 3');
    await workbench.accept();
    await asked('Which skill does it grow?');
    await page.keyboard.press('Escape');
    await workbench.tab('talks-without-slides.md').waitFor();
    assert.equal(
      read(folder, 'talks-without-slides'),
      '---\ntype: goal\nstatus: active\nkind: okr\ndue: 2099-06-30\n---\n# Talks without slides\n\n## Key results\n- KR: talks 0 → 3\n\n## Steps\n- [ ] The first small step\n',
    );
  });

  it('offers the next step of a goal, and takes the answer', async () => {
    const { workbench, folder } = session();
    await workbench.treeRow('Name the skill it grows…', workbench.view('Goals')).first().click();
    await asked('Which skill does it grow?');
    await workbench.type('speaking');
    await workbench.accept();
    await until(() => /^skill: speaking$/m.test(read(folder, 'talks-without-slides')));
    await workbench.treeRow('Name the skill it grows…', workbench.view('Goals')).waitFor({ state: 'detached' });
  });

  /** Waits for a question by its words, wherever the window puts them. */
  function asked(words) {
    const { quick, input } = session().workbench;
    return until(async () =>
      `${await quick.innerText()} ${(await input.getAttribute('placeholder')) ?? ''}`
        .replaceAll('\u00a0', ' ')
        .includes(words),
    );
  }
});

function read(folder, name) {
  return fs.readFileSync(path.join(folder, `notes/people/ada/goals/${name}.md`), 'utf8');
}

function bareRepository(folder) {
  fs.mkdirSync(folder);
  for (const args of [
    ['init', '--quiet'],
    ['config', 'user.name', 'Ada'],
    ['config', 'user.email', 'ada@forge.example'],
  ])
    execFileSync('git', args, { cwd: folder });
  fs.writeFileSync(path.join(folder, 'README.md'), '# alone\n');
  return { folder };
}
