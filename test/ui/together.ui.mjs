import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, afterEach, before, describe, it } from 'mocha';
import { tellFailure } from './session.mjs';
import { openPeople } from './twoPeople.mjs';
import { limit, until } from './until.mjs';

/** Words that stand in private notes only. */
const hers = 'zephyr-of-ada';
const his = 'zephyr-of-lin';
const promise = 'A day for the locks';

describe('Two people on two clones', function () {
  this.timeout(limit);
  let team;
  before(async () => {
    team = await openPeople(['ada', 'lin']);
  });
  afterEach(async function () {
    if (this.currentTest.state !== 'failed') return;
    for (const name of ['ada', 'lin']) await tellFailure(team[name], `${this.currentTest.title}, ${name}`);
  });
  after(() => team?.close());

  it('share by keyboard what one learned, and the other finds it', async () => {
    const { ada, lin } = team;
    await run(ada, 'logLearning', { text: 'A lease needs a fence #locks' });
    await run(ada, 'logLearning', { text: `I was unsure, ${hers} !private` });
    await ada.workbench.command('Out Loud: Share Notes');
    await ada.workbench.row('A lease needs a fence').waitFor();
    assert.doesNotMatch((await ada.workbench.rows()).join('\n'), new RegExp(hers));
    await ada.workbench.accept(); // all that is ticked
    await until(async () => (await ada.workbench.input.inputValue()).startsWith('Share notes'));
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

  it('ask, find it in the inbox, answer, and keep the answer as evidence', async () => {
    const { ada, lin } = team;
    const question = 'Is one query for the cart the right cut?';
    const asked = await run(ada, 'requestFeedback', {
      about: 'services/checkout/db.ts',
      to: ['lin'],
      questions: [question],
    });
    assert.ok(asked, 'nothing was asked');
    await share(ada, 'Ask Lin about the checkout');
    await pull(lin);
    await lin.workbench.openContainer('Out Loud');
    const row = lin.workbench.view('Inbox').locator('[role="treeitem"]', { hasText: 'Ada: ' }).first();
    await lin.workbench.openRow(row, '-lin.md');
    await lin.workbench.focusInEditor();
    await lin.workbench.cursorAt(/^Ln 10, /); // below the first question
    await lin.page.keyboard.type('The retry after a pool reset was easy to follow.');
    await lin.page.keyboard.press('Control+s');
    await until(() => answers(lin).some(text => text.includes('was easy to follow')));
    await share(lin, 'Answer Ada');
    await pull(ada);
    await ada.workbench.openContainer('Out Loud');
    const answered = ada.workbench.view('Inbox').locator('[role="treeitem"]', { hasText: 'Lin: ' }).first();
    await ada.workbench.openRow(answered, '-lin.md');
    const [answer] = fs.readdirSync(path.join(ada.shop, 'notes/people/lin/answers'));
    const uri = path.join(ada.shop, 'notes/people/lin/answers', answer);
    await ada.ask(
      (vscode, file, given) =>
        vscode.commands.executeCommand('outloud.attachEvidence', { uri: vscode.Uri.file(file), ...given }),
      uri,
      { goal: 'checkout-under-200-ms', text: 'easy to follow' },
    );
    const goal = path.join(ada.shop, 'notes/people/ada/goals/checkout-under-200-ms.md');
    await until(() => fs.readFileSync(goal, 'utf8').includes(`answers/${answer}`));
  });

  it('prepare a one-to-one from both sides; a promise is made, carried and kept', async () => {
    const { ada, lin } = team;
    const date = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    const noted = await prepare(lin, { with: 'ada', date, kind: 'regular' });
    await write(lin, noted, `\n- [ ] @lin ${promise} 📅 2099-12-01\n- ${his}\n`);
    const mine = await prepare(ada, { with: 'lin', date, kind: 'regular' });
    assert.doesNotMatch(fs.readFileSync(mine, 'utf8'), new RegExp(promise));
    assert.match(fs.readFileSync(mine, 'utf8'), /^type: one-on-one$/m);
    assert.ok(await run(lin, 'publishPromise', { promise, words: promise }), 'nothing was published');
    await share(lin, 'Promise a budget');
    await pull(ada);
    assert.match(promises(ada), new RegExp(`^- \\[ \\] ${promise} · for @ada 📅 2099-12-01$`, 'm'));
    await until(async () => {
      await prepare(ada, { with: 'lin', date, kind: 'regular' });
      return fs.readFileSync(mine, 'utf8').includes(promise);
    });
    await run(lin, 'carryPromise', { promise, to: '2099-12-15' });
    await share(lin, 'Move the budget');
    await pull(ada);
    assert.match(promises(ada), new RegExp(`^- \\[ \\] ${promise} · for @ada · since 2099-12-01 📅 2099-12-15$`, 'm'));
    await run(lin, 'keepPromise', { promise });
    await share(lin, 'Keep the promise');
    await pull(ada);
    assert.match(promises(ada), new RegExp(`^- \\[x\\] ${promise} .* ✅ \\d{4}-\\d{2}-\\d{2}$`, 'm'));
  });

  it('leave nothing private where others can read it', () => {
    const { ada, lin, origin } = team;
    for (const { shop, git } of [ada, lin]) {
      assert.equal(git('status', '--porcelain', '--', 'notes').replace(/^ M .*goals.*$/m, ''), '');
      const everything = git('log', '--all', '-p', '--format=%B');
      for (const word of [hers, his]) {
        assert.ok(!everything.includes(word), `${word} is in the history`);
        assert.ok(!textBelow(path.join(shop, 'notes')).includes(word), `${word} is in the notes folder`);
      }
      assert.ok(everything.includes('A lease needs a fence'), 'it would be found');
    }
    assert.equal(lin.git('rev-parse', 'HEAD'), ada.git('ls-remote', origin, 'refs/heads/main').split('\t')[0]);
  });
});

/** Runs a command of Out Loud with its answers, as a key binding would, and answers the path of the note it made. */
async function run({ ask }, id, answers) {
  return ask(
    async (vscode, name, given) => (await vscode.commands.executeCommand(`outloud.${name}`, given))?.fsPath,
    id,
    answers,
  );
}

/** Writes at the end of a note in the editor, and saves it. */
function write({ ask }, file, text) {
  const atEnd = async (vscode, path, words) => {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.file(path));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.lineAt(document.lineCount - 1).range.end, words);
    await vscode.workspace.applyEdit(edit);
    await document.save();
  };
  return ask(atEnd, file, text);
}

async function prepare(person, answers) {
  const note = await run(person, 'prepareOneOnOne', answers);
  assert.ok(note, 'no one-to-one was prepared');
  assert.ok(!note.startsWith(person.shop), 'it is private');
  return note;
}

/** Shares all there is, and pushes. */
async function share({ ask, git }, message) {
  const shared = await ask((vscode, given) => vscode.commands.executeCommand('outloud.shareNotes', given), {
    message,
    push: true,
  });
  assert.ok(shared?.pushed, `${message}: ${JSON.stringify(shared)}`);
  assert.equal(git('log', '-1', '--format=%s'), message);
  assert.equal(git('rev-parse', 'HEAD'), git('rev-parse', 'origin/main'));
}

/** Gets what the others pushed, as a person does in VS Code. */
async function pull(person) {
  const before = person.git('rev-parse', 'HEAD');
  await until(async () => {
    await person.ask(vscode => vscode.commands.executeCommand('git.pull')); // does nothing before git knows the repository
    return person.git('rev-parse', 'HEAD') !== before;
  });
}

function answers({ shop }) {
  const folder = path.join(shop, 'notes/people/lin/answers');
  return fs.existsSync(folder)
    ? fs.readdirSync(folder).map(name => fs.readFileSync(path.join(folder, name), 'utf8'))
    : [];
}

function promises({ shop }) {
  return fs.readFileSync(path.join(shop, 'notes/people/lin/promises.md'), 'utf8');
}

function textBelow(folder) {
  const files = fs.readdirSync(folder, { recursive: true }).map(name => path.join(folder, name));
  return files.map(file => (fs.statSync(file).isFile() ? fs.readFileSync(file, 'utf8') : '')).join('\n');
}
