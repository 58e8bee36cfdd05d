import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { it } from 'mocha';
import { journeys, until } from './session.mjs';

journeys('A rename', {}, session => {
  const textOf = name => fs.readFileSync(path.join(session().folders[0], 'notes', name), 'utf8');
  const goal = 'people/ada/goals/checkout-under-200-ms.md';

  /** Puts the cursor on a line of the note in front and types another name into the box of F2. */
  async function rename(line, to, key) {
    const { workbench, page, ask } = session();
    const at = await ask((vscode, start) => {
      const editor = vscode.window.activeTextEditor;
      const found = editor.document
        .getText()
        .split('\n')
        .findIndex(text => text.startsWith(start));
      editor.selection = new vscode.Selection(found, start.length + 1, found, start.length + 1);
      return found + 1;
    }, line);
    await workbench.cursorAt(new RegExp(`Ln ${at}, `));
    await workbench.editor().locator('textarea, .native-edit-context').first().focus();
    await page.keyboard.press('F2');
    const box = page.locator('.rename-box input.rename-input');
    await box.waitFor();
    await box.fill(to);
    await box.press(key);
  }

  it('of a skill is looked at first, and changes its list and her notes; the old name stays with it', async () => {
    const { workbench, page, ask } = session();
    await workbench.openFile('checkout-under-200-ms.md');
    await until(() => ask(vscode => vscode.window.activeTextEditor !== undefined));
    await rename('skill: ', 'PostgreSQL', 'Control+Enter');
    const panel = page.locator('.part.panel');
    await panel.getByText('pgbouncer-pins-a-session').waitFor();
    assert.match(textOf('skills.md'), /^## Postgres$/m); // nothing before Apply
    await panel.getByRole('button', { name: 'Apply' }).click();
    await workbench.toast('still find the skill by it').waitFor();
    await until(() => ask(vscode => vscode.workspace.saveAll().then(() => true)));
    await until(() => /^skill: postgresql$/m.test(textOf(goal)));
    assert.match(textOf('skills.md'), /^## PostgreSQL\n\nHard · expected: engineer 3, lead 3 · formerly: postgres$/m);
  });

  it('of a goal takes its file along, and one undo brings all of it back', async () => {
    const { workbench, page, ask, folders } = session();
    const there = name => fs.existsSync(path.join(folders[0], 'notes/people/ada/goals', name));
    const goalLine = () => ask(vscode => /^goal: .*$/m.exec(vscode.window.activeTextEditor.document.getText())?.[0]);
    await ask(vscode => vscode.commands.executeCommand('workbench.action.closeAllEditors').then(() => true));
    await workbench.openFile('pgbouncer-pins-a-session');
    await until(goalLine);
    await rename('goal: ', 'checkout fast', 'Enter');
    await until(() => there('checkout-fast.md') && !there('checkout-under-200-ms.md'));
    await until(async () => (await goalLine()) === 'goal: checkout-fast');
    await page.keyboard.press('Control+z');
    await until(() => there('checkout-under-200-ms.md') && !there('checkout-fast.md'));
    await until(async () => (await goalLine()) === 'goal: checkout-under-200-ms');
  });
});
