import assert from 'node:assert/strict';
import { it } from 'mocha';
import { journeys } from './session.mjs';
import { until } from './until.mjs';

journeys('The walkthrough', {}, session => {
  const ticked = () =>
    session()
      .page.locator('.getting-started-step')
      .evaluateAll(steps =>
        steps
          .filter(step => step.querySelector('[role="checkbox"][aria-checked="true"]'))
          .map(step => step.querySelector('.step-title').textContent),
      );

  it('ticks what was made before it was opened, and what is made beside it', async () => {
    const { workbench, ask, page } = session();
    await workbench.command('Out Loud: Log Learning');
    await workbench.type('Made before anybody looked');
    await workbench.accept();
    await workbench.statusBar.getByText('Logged: Made before anybody looked').waitFor();
    await ask(vscode => vscode.commands.executeCommand('workbench.action.openWalkthrough', 'out-loud.out-loud#start'));
    await page.locator('.getting-started-step').first().waitFor();
    await until(async () => (await ticked()).length > 0);
    assert.deepEqual(await ticked(), ['Log what you learned']);
    await ask(vscode =>
      vscode.commands.executeCommand('outloud.attachEvidence', {
        goal: 'async-rust',
        ref: 'shop 1d0e77b',
        text: 'read it twice',
      }),
    );
    await until(async () => (await ticked()).length > 1);
    assert.deepEqual(await ticked(), ['Log what you learned', 'Show what proves it']);
    await page.locator('.getting-started-step').getByText('Show what proves it').click();
    const step = page.locator('.getting-started-step.expanded');
    await step.getByText('Attach Evidence').waitFor();
  });
});
