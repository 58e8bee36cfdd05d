import assert from 'node:assert/strict';
import { it } from 'mocha';
import { weeksUpTo } from '../../scripts/sample/calendar.mjs';
import { today } from '../../scripts/sampleTeam.mjs';
import { journeys } from './session.mjs';
import { until } from './until.mjs';

const last = weeksUpTo(today()).week(1);
const number = Number(last.slice(6));

journeys('The team’s week', {}, session => {
  const front = () =>
    session().ask(vscode => {
      const { document, selection } = vscode.window.activeTextEditor ?? {};
      return { path: document?.uri.path ?? '', text: document?.getText() ?? '', line: selection?.active.line };
    });
  const page = title => until(async () => (await front()).text.startsWith(`# ${title}`) && front());

  it('opens from the palette with what is asked for first', async () => {
    const { workbench } = session();
    await workbench.command('Out Loud: Open Team Week');
    const { text } = await page(`Week ${number} · the team`);
    const headings = text.match(/^#{2,3} .*$/gm);
    assert.deepEqual(headings, [
      '## Asks and roadblocks',
      '## Feedback wanted',
      '## Learned',
      '## Worked on',
      '### Lin',
      '### Ada',
      '### Sam',
    ]);
    assert.match(text, /^- Which clock do jobs go by .* · asks Ada and Lin · by \d{4}-\d\d-\d\d · Sam$/m);
    await workbench.codeLens('Copy as Text').first().waitFor();
    await session().shoot('team-week');
  });

  it('is paged by keys', async () => {
    const keys = session().page.keyboard;
    await session().workbench.editor().click();
    await session().workbench.focusInEditor();
    await keys.press('Alt+PageUp');
    await page(`Week ${Number(weeksUpTo(today()).week(2).slice(6))} · the team`);
    await keys.press('Alt+PageDown');
    await page(`Week ${number} · the team`);
  });

  it('leads from a line to where it stands, by a key', async () => {
    const { page: screen, workbench } = session();
    await workbench.editor().click();
    await workbench.focusInEditor();
    await screen.keyboard.press('Control+Home');
    const line = (await front()).text.split('\n').findIndex(each => each.startsWith('- Which clock'));
    for (let i = 0; i < line; i++) await screen.keyboard.press('ArrowDown');
    await until(async () => (await front()).line === line);
    await screen.keyboard.press('F12');
    const opened = await until(async () => (await front()).path.endsWith(`${last}-sam.md`) && front());
    assert.match(opened.text.split('\n')[opened.line], /Which clock/);
  });

  it('is copied for a chat', async () => {
    const { workbench, ask } = session();
    await workbench.command('Out Loud: Open Team Week');
    await page(`Week ${number} · the team`);
    const copied = await until(async () => {
      await workbench.codeLens('Copy as Text').first().click();
      const text = await ask(vscode => vscode.env.clipboard.readText());
      return text.startsWith(`Week ${number} · the team\n`) && text;
    });
    assert.doesNotMatch(copied, /^#|[*\\]/m);
  });

  it('tells where all the notes are', async () => {
    const { workbench, page: screen } = session();
    await workbench.command('Out Loud: Show Where My Notes Are');
    await workbench.row('Private notes').waitFor();
    await session().shoot('places');
    await screen.keyboard.press('Escape');
  });
});
