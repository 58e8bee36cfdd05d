import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { it } from 'mocha';
import { journeys } from './session.mjs';
import { until } from './until.mjs';

journeys('A rename', {}, session => {
  const textOf = name => fs.readFileSync(path.join(session().folders[0], 'notes', name), 'utf8');
  const goal = 'people/ada/goals/checkout-under-200-ms.md';
  const hers = () =>
    fs
      .readdirSync(path.join(session().folders[0], 'notes/people/ada'), { recursive: true })
      .filter(name => name.endsWith('.md'))
      .map(name => textOf(`people/ada/${name}`));
  const namesPostgres = text => /^(?:skill: | {2}- )postgres$/m.test(text);

  /** Waits until the extension host has the note in front, puts the cursor on a line of it and types another name into the box of F2. */
  async function rename(note, { line, to, key }) {
    const { workbench, page, ask } = session();
    const putCursor = (vscode, name, start) => {
      const editor = vscode.window.activeTextEditor;
      if (!editor?.document.uri.path.includes(name)) return 0;
      const found = editor.document
        .getText()
        .split('\n')
        .findIndex(text => text.startsWith(start));
      editor.selection = new vscode.Selection(found, start.length + 1, found, start.length + 1);
      return found + 1;
    };
    await workbench.openFile(note);
    const at = await until(() => ask(putCursor, note, line));
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
    const saved = () =>
      ask(async vscode => {
        await vscode.workspace.saveAll();
        return vscode.workspace.textDocuments.every(document => !document.isDirty);
      });
    assert.equal(hers().filter(namesPostgres).length, 3);
    await rename('checkout-under-200-ms.md', { line: 'skill: ', to: 'PostgreSQL', key: 'Control+Enter' });
    const panel = page.locator('.part.panel');
    await workbench.toast('still find the skill by it').waitFor(); // it goes by itself soon
    await panel.getByText('pgbouncer-pins-a-session').waitFor();
    assert.match(textOf('skills.md'), /^## Postgres$/m); // nothing before Apply
    await panel.getByRole('button', { name: 'Apply' }).click();
    await until(
      async () => (await saved()) && /^skill: postgresql$/m.test(textOf(goal)) && !hers().some(namesPostgres),
    );
    assert.match(textOf('skills.md'), /^## PostgreSQL\n\nHard · expected: engineer 3, lead 3 · formerly: postgres$/m);
  });

  it('of a goal takes its file along, and one undo brings all of it back', async () => {
    const { page, ask, folders } = session();
    const there = name => fs.existsSync(path.join(folders[0], 'notes/people/ada/goals', name));
    const goalLine = () => ask(vscode => /^goal: .*$/m.exec(vscode.window.activeTextEditor.document.getText())?.[0]);
    await ask(vscode => vscode.commands.executeCommand('workbench.action.closeAllEditors').then(() => true));
    await rename('pgbouncer-pins-a-session', { line: 'goal: ', to: 'checkout fast', key: 'Enter' });
    await until(() => there('checkout-fast.md') && !there('checkout-under-200-ms.md'));
    await until(async () => (await goalLine()) === 'goal: checkout-fast');
    await page.keyboard.press('Control+z');
    await until(() => there('checkout-under-200-ms.md') && !there('checkout-fast.md'));
    await until(async () => (await goalLine()) === 'goal: checkout-under-200-ms');
  });
});
