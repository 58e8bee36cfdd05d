import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import { until } from './session.mjs';
import { openPeople } from './twoPeople.mjs';

describe('Two people on two clones', function () {
  let team;
  before(async () => {
    team = await openPeople(['ada', 'lin']);
  });
  afterEach(async function () {
    if (this.currentTest.state !== 'failed') return;
    for (const name of ['ada', 'lin']) await team?.[name].shoot(`together-${name}`);
  });
  after(() => team?.close());

  it('one shares what she learned, the other reads it', async () => {
    const { ada, lin } = team;
    await command(ada, 'logLearning', { text: 'A lease needs a fence #locks' });
    await ada.workbench.command('Out Loud: Share Notes');
    await ada.workbench.row('A lease needs a fence').waitFor();
    await ada.workbench.accept(); // all that is ticked
    await ada.workbench.input.waitFor();
    await ada.workbench.accept(); // the message
    await ada.workbench.row('Share and Push').waitFor();
    await ada.workbench.accept();
    await ada.workbench.statusBar.getByText('Shared on main').waitFor();
    assert.equal(ada.git('rev-parse', 'HEAD'), ada.git('rev-parse', 'origin/main'));
    await pull(lin);
    await lin.workbench.command('Out Loud: Search Log');
    await lin.workbench.type('lease fence');
    await lin.workbench.row('A lease needs a fence').waitFor();
    await lin.page.keyboard.press('Escape');
  });
});

/** Runs a command of Out Loud with its answers, as a key binding would. */
function command({ ask }, id, answers) {
  return ask((vscode, name, given) => vscode.commands.executeCommand(`outloud.${name}`, given), id, answers);
}

/** Gets what the others pushed, as a person does in VS Code. */
async function pull(person) {
  const before = person.git('rev-parse', 'HEAD');
  await person.ask(vscode => vscode.commands.executeCommand('git.pull'));
  await until(() => person.git('rev-parse', 'HEAD') !== before);
}
