import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { it } from 'mocha';
import { makeSampleTeam, today } from '../../scripts/sampleTeam.mjs';
import { journeys } from './session.mjs';
import { until } from './until.mjs';

const sample = identity => folder => makeSampleTeam(folder, today(), { identity });
const noteInFront = session => () =>
  session().ask(vscode => {
    const editor = vscode.window.activeTextEditor;
    const { line = 0 } = editor?.selection.active ?? {};
    return {
      file: editor?.document.uri.fsPath ?? '',
      text: editor?.document.getText() ?? '',
      line: editor?.document.lineAt(line).text ?? '',
    };
  });

journeys('A one-to-one from the side of who is led', { prepare: sample('ada') }, session => {
  const inFront = noteInFront(session);
  const picture = async name => {
    if (process.env.OUTLOUD_SHOTS)
      await session().page.screenshot({ path: `${process.env.OUTLOUD_SHOTS}/${name}.png` });
  };

  it('is prepared by Enter alone, outside of the repository, and goes on where she writes', async () => {
    const { workbench, page } = session();
    await workbench.commandByKeys('Out Loud: Prepare One-to-One');
    await workbench.row('Lin').filter({ hasText: 'leads you' }).waitFor();
    await picture('whom');
    await page.keyboard.press('Enter');
    await workbench.row('Today').waitFor();
    await picture('when');
    await page.keyboard.press('Enter');
    await workbench.row('One-to-one').waitFor();
    await picture('kind');
    await page.keyboard.press('Enter');
    await workbench.tab(`${today()}-ada-lin.md`).waitFor();
    const { file, text, line } = await until(async () => {
      const found = await inFront();
      return found.line === '- [ ] ' && found;
    });
    assert.ok(!file.startsWith(path.dirname(session().folders[0])), file);
    assert.match(text, /^## Promised to me\n[^]*^## Promised by me\n[^]*^## Since \d+ \w+/m);
    assert.match(text, /^- \*\*Checkout reads stay under 200 ms\*\*/m);
    assert.equal(line, '- [ ] ');
    await workbench.cursorAt(`Ln ${text.slice(0, text.indexOf('\n- [ ] \n')).split('\n').length + 1}, Col 7`);
    await page.keyboard.type('Try the scheduler next quarter');
    await page.keyboard.press('Control+s');
    await until(() => fs.readFileSync(file, 'utf8').includes('- [ ] Try the scheduler next quarter\n'));
    await picture('prepared');
  });

  it('publishes one line, ticked by the space bar, once its exact text was shown', async () => {
    const { workbench, page } = session();
    const before = (await inFront()).text;
    await workbench.commandByKeys('Out Loud: Publish Lines of a Private Note');
    const line = workbench.row('Try the scheduler next quarter');
    await line.waitFor();
    await workbench.ticked(0); // none at first
    await page.keyboard.type('scheduler next');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await workbench.ticked(1);
    await picture('lines');
    await page.keyboard.press('Enter');
    await workbench.row('My weekly note: Next week').waitFor();
    await page.keyboard.press('Enter');
    await workbench.row('Publish exactly this').filter({ hasText: '- [ ] Try the scheduler next quarter' }).waitFor();
    await workbench.tab('exactly what others will read').waitFor();
    await picture('exactly');
    await page.keyboard.press('Enter');
    const weekly = await until(() => {
      const folder = path.join(session().folders[0], 'notes/people/ada/weekly');
      const texts = fs.readdirSync(folder).map(name => fs.readFileSync(path.join(folder, name), 'utf8'));
      return texts.find(text => text.includes('Try the scheduler next quarter'));
    });
    assert.match(weekly, /## Next week\n\n(?:- .*\n)*- \[ \] Try the scheduler next quarter\n/);
    await workbench.tab(`${today()}-ada-lin.md`).waitFor();
    await until(async () => (await inFront()).text === before);
  });

  it('stands in her inbox', async () => {
    const { workbench } = session();
    await workbench.openContainer('Out Loud');
    await until(async () => /One-to-ones\n {2}One-to-one with Lin · today/.test(await workbench.treeText('Inbox')));
    await picture('inbox');
  });
});

journeys('A one-to-one from the side of who leads', { prepare: sample('lin') }, session => {
  const inFront = noteInFront(session);

  it('tells only what the other shared, and nothing of what git knows of her', async () => {
    const { workbench, page } = session();
    await workbench.commandByKeys('Out Loud: Prepare One-to-One');
    await workbench.row('Ada').filter({ hasText: 'you lead' }).waitFor();
    await page.keyboard.type('Ada');
    await page.keyboard.press('Enter');
    await workbench.row('Today').waitFor();
    await page.keyboard.press('Enter');
    await workbench.row('Career talk').waitFor();
    assert.ok(!(await workbench.rows()).includes('Autonomy-support meeting'), 'that one is hers to start');
    await page.keyboard.press('Enter');
    await workbench.tab(`${today()}-lin-ada.md`).waitFor();
    const { text } = await until(async () => {
      const found = await inFront();
      return found.line === '- ' && found;
    });
    assert.match(text, /^## Promised by me\n[^]*^## Promised to me\n[^]*^## What Ada shared since /m);
    assert.match(
      text,
      /^- Week \d+: “We can see the slow requests now, not only the mean\.” · The p99 of every request/m,
    );
    assert.match(text, /^- Learned: A mean hides the slow ones$/m);
    assert.doesNotMatch(text, /retry storm|\[#398\]|\/commit\//);
    if (process.env.OUTLOUD_SHOTS) await page.screenshot({ path: `${process.env.OUTLOUD_SHOTS}/leader.png` });
  });
});
