import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { it } from 'mocha';
import { weeksUpTo } from '../../scripts/sample/calendar.mjs';
import { today } from '../../scripts/sampleTeam.mjs';
import { journeys } from './session.mjs';
import { until } from './until.mjs';

const name = `${weeksUpTo(today()).week(0)}-ada.md`;
const command = 'Out Loud: Reword What I Worked On…';

journeys('Rewording the week', { settings: { 'chat.disableAIFeatures': false } }, session => {
  const file = () => path.join(session().folders[0], 'notes/people/ada/weekly', name);
  const noteText = () => fs.readFileSync(file(), 'utf8');
  const turnOn = () =>
    session().ask(vscode => vscode.workspace.getConfiguration('outloud').update('languageModel.enabled', true, true));

  it('is in the palette once it is turned on, and says where there is no language model', async () => {
    const { workbench } = session();
    await workbench.command('Out Loud: Write Weekly Note');
    await workbench.row('This week').waitFor();
    await workbench.accept();
    await workbench.tab(name).waitFor();
    assert.ok(!(await workbench.commands('Out Loud: Reword')).includes(command));
    await turnOn();
    await until(async () => (await workbench.commands('Out Loud: Reword')).includes(command));
    const before = noteText();
    await workbench.command(command);
    await workbench.toast('There is no language model here.').waitFor();
    assert.equal(noteText(), before);
  });

  it('shows what is sent, and writes what she takes', async () => {
    const { workbench, ask, shoot } = session();
    const before = noteText();
    await ask(bringModel);
    await workbench.command(command);
    await workbench.row('Send exactly this to Test Model').waitFor();
    await workbench.tab('What would be sent.md').waitFor();
    await workbench.accept();
    await workbench.tab('Worked on: now ↔ reworded').waitFor();
    await workbench.row('The checkout reads stay under 200 ms').waitFor();
    await shoot('reword-take');
    await workbench.accept();
    await until(() => noteText().includes('**The checkout reads stay under 200 ms** · '));
    assert.equal(noteText().length, before.length + 'The '.length);
  });
});

/** A language model that puts an article in front of one sentence and adds what nobody said to another. Evaluated in the extension host. */
async function bringModel(vscode) {
  const answer = text =>
    text
      .match(/^\d+: .*$/gm)
      .map(line =>
        line.replace(': Checkout reads', ': The checkout reads').replace(/release notes/i, 'Mallory’s notes'),
      )
      .join('\n');
  const info = {
    id: 'test',
    name: 'Test Model',
    family: 'test',
    version: '1',
    maxInputTokens: 9000,
    maxOutputTokens: 9000,
  };
  vscode.lm.registerLanguageModelChatProvider('test-bridge', {
    provideLanguageModelChatInformation: () => [{ ...info, capabilities: {} }],
    provideLanguageModelChatResponse: async (_model, messages, _options, progress) => {
      const text = messages.flatMap(({ content }) => content.map(part => part.value ?? '')).join('');
      progress.report(new vscode.LanguageModelTextPart(answer(text)));
    },
    provideTokenCount: async () => 1,
  });
  for (const end = Date.now() + 50_000; (await vscode.lm.selectChatModels({ vendor: 'test-bridge' })).length === 0;)
    if (Date.now() > end) throw new Error('The model did not arrive.');
}
