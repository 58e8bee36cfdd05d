// npm run screenshots: pictures of the packaged extension on the sample team, light and dark, into media/screenshots.
//   npm run screenshots -- goals skills    only those
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../test/host/install.mjs';
import { openSession } from '../test/ui/session.mjs';
import { until } from '../test/ui/until.mjs';
import { weeksUpTo } from './sample/calendar.mjs';
import { today } from './sampleTeam.mjs';

const folder = path.join(root, 'media/screenshots');
const themes = { light: 'Light 2026', dark: 'Dark 2026' };
const settings = {
  'files.autoSave': 'off', // what is half said stays asked
  'breadcrumbs.enabled': false,
  'editor.fontSize': 13,
  'editor.minimap.enabled': false,
  'editor.wordWrap': 'on',
  'editor.renderLineHighlight': 'none',
  'editor.cursorBlinking': 'solid',
  'explorer.autoReveal': false,
  'git.decorations.enabled': false,
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
};

const scenes = {
  reading: weeklyNoteToRead,
  capture: captureInput,
  goals: goalsBesideANote,
  skills: skillsOfAda,
  inbox: answerBesideItsCode,
};
const asked = process.argv.slice(2);

fs.mkdirSync(folder, { recursive: true });
for (const [name, show] of Object.entries(scenes)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const session = await openSession({ settings, size: { width: 1240, height: 760 }, scale: 1.5 });
  try {
    await session.workbench.openContainer('Out Loud');
    await session.workbench.treeRow('Checkout under 200 ms').first().waitFor();
    await widenSidebar(session.page, 90);
    await show(session);
    for (const [kind, theme] of Object.entries(themes)) await shoot(session, theme, `${name}-${kind}.png`);
  } finally {
    await session.close();
  }
}
process.exit(0);

/** The log and the goals beside a weekly note that was just written, as its readers see it on any forge too. */
async function weeklyNoteToRead(session) {
  await writeWeeklyNote(session);
  await session.workbench.command('Markdown: Open Preview');
  await session.page.locator('iframe.webview.ready').first().waitFor({ state: 'attached' });
  await session.page.waitForTimeout(3000); // the preview's own start
}

async function writeWeeklyNote({ workbench, page }) {
  await workbench.command('Out Loud: Write Weekly Note');
  await workbench.row('This week').waitFor();
  await workbench.accept();
  await workbench.tab(`${weeksUpTo(today()).week(0)}-ada.md`).waitFor();
  await page.locator('.codelens-decoration a').first().waitFor();
}

/** A learning being written about the lines that are selected. */
async function captureInput({ workbench, page, ask }) {
  await workbench.openFile('db.ts');
  const select = vscode => {
    const editor = vscode.window.activeTextEditor;
    editor.selection = new vscode.Selection(9, 0, 13, 35);
    return true;
  };
  await until(() => ask(select));
  await workbench.cursorAt(/selected/);
  await page.keyboard.press('Control+k');
  await page.keyboard.press('l');
  await workbench.type('SET LOCAL gives the connection back to the pool #postgres goal:');
  await until(async () => (await workbench.quick.locator('.monaco-list-row').count()) > 1);
}

/** Purpose, vision, goals and what proves them, beside the note they stand in. */
async function goalsBesideANote({ workbench, page, ask }) {
  await widenSidebar(page, 70);
  const goals = workbench.view('Goals');
  for (const view of ['Log', 'Inbox']) await workbench.view(view).locator('.pane-header').click(); // folded
  await workbench.treeRow('Is this evidence?', goals).waitFor(); // what git says comes last
  await workbench.openFile('checkout-under-200-ms.md');
  // The steps stand in the tree, and not every machine has a font for the signs of their days.
  const foldSteps = vscode => vscode.commands.executeCommand('editor.fold', { selectionLines: [21] });
  const step = workbench.editor().locator('.view-line', { hasText: 'Find' });
  await step.waitFor();
  await until(async () => {
    if ((await step.count()) === 0) return true;
    await ask(foldSteps);
    return step.waitFor({ state: 'detached', timeout: 3000 }).then(() => true); // folded twice, the whole note is gone
  });
}

/** Where Ada stands, and the way there. */
async function skillsOfAda({ workbench, page }) {
  await widenSidebar(page, -120); // the table is the picture
  await workbench.command('Out Loud: Show Skills');
  const frame = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  await frame.locator('tbody tr').first().waitFor();
}

/** What waits in the inbox, and one of it being answered with the code beside it. */
async function answerBesideItsCode({ workbench, page }) {
  for (const view of ['Log', 'Goals']) await workbench.view(view).locator('.pane-header').click(); // folded
  const row = workbench.treeRow('Sam: The queue on disk', workbench.view('Inbox'));
  await row.click();
  await workbench.tab('queue-on-disk-ada.md').waitFor();
  await page.locator('.monaco-diff-editor').first().waitFor();
  await workbench.cursorAt('Ln 10, Col 1');
  await page.keyboard.type('How small it is. A list and two verbs: I could follow every job.', { delay: 30 });
}

async function widenSidebar(page, by) {
  const { x, width, y } = await page.locator('.part.sidebar').boundingBox();
  await page.mouse.move(x + width + 2, y + 300);
  await page.mouse.down();
  await page.mouse.move(x + width + 2 + by, y + 300, { steps: 5 });
  await page.mouse.up();
}

async function shoot({ page, ask }, theme, name) {
  const change = (vscode, id) => vscode.workspace.getConfiguration('workbench').update('colorTheme', id, true);
  await ask(change, theme);
  await page.locator(theme.startsWith('Dark') ? '.monaco-workbench.vs-dark' : '.monaco-workbench.vs').waitFor();
  await page.mouse.move(25, 450); // where nothing is under it
  await page.waitForTimeout(800); // colours of the text come after those of the frame
  await page.screenshot({ path: path.join(folder, name), animations: 'disabled', caret: 'hide' });
  console.log(`media/screenshots/${name}`);
}
