import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, it } from 'mocha';
import {
  commands,
  DiagnosticSeverity,
  ConfigurationTarget,
  languages,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
  type Diagnostic,
  type TextDocument,
} from 'vscode';
import { fixesAt } from './support/quickFixes.ts';
import { isRestricted, notes, run } from './support/sample.ts';
import { until } from './support/until.ts';

const written: string[] = [];

/** Opens a goal of Ada's that is made for one test. */
async function open(name: string, head: string, body = ''): Promise<TextDocument> {
  const file = join(notes, `people/ada/goals/${name}.md`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `---\ntype: goal\n${head}---\n# A goal to look at\n${body}`);
  written.push(file);
  return (await window.showTextDocument(Uri.file(file))).document;
}

const ours = ({ uri }: TextDocument) => languages.getDiagnostics(uri).filter(({ source }) => source === 'Out Loud');
const found = (document: TextDocument, words: RegExp) =>
  until(() => ours(document).find(({ message }) => words.test(message)));

const fixesOf = ({ uri }: TextDocument, { range }: Diagnostic) => fixesAt(uri, range);

async function apply(document: TextDocument, words: RegExp, title: RegExp): Promise<void> {
  const diagnostic = await found(document, words);
  const fix = await until(async () => {
    const found = (await fixesOf(document, diagnostic)).find(action => title.test(action.title));
    return found && (!found.edit || (await workspace.applyEdit(found.edit))) ? found : undefined;
  });
  const { command } = fix;
  if (command) await commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
  await until(() => ours(document).every(({ message }) => !words.test(message)));
}

if (!isRestricted)
  describe('A goal that is checked', () => {
    const whole = 'due: 2099-12-18\nmeasure: two reviews\nvision: calm\nobjective: a\n';

    afterEach(async () => {
      await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      await workspace.getConfiguration('outloud').update('checks', undefined, ConfigurationTarget.Global);
      for (const file of written.splice(0)) rmSync(file, { force: true });
    });

    it('asks for what is missing, gently and at its title', async () => {
      const document = await open('empty', '');
      const expected = [
        '4 How will you know that you are there',
        '4 This goal has no day yet',
        '4 This goal serves no objective of the team',
        '4 Where does this bring you',
      ];
      const said = () =>
        ours(document)
          .map(({ range, message }) => `${range.start.line + 1} ${message.replace(/[.?].*/, '')}`)
          .toSorted();
      // goals of other tests went a moment ago, which is heard a moment later
      await until(() => JSON.stringify(said()) === JSON.stringify(expected)).catch(() => {
        assert.deepEqual(said(), expected);
      });
      assert.ok(
        ours(document).every(({ severity }) => severity !== DiagnosticSeverity.Warning),
        'no warning',
      );
    });

    it('takes a day, an objective, a vision by one action each, and keeps every other byte', async () => {
      const document = await open('mend', 'mood: "+" # mine\ndue: 2020-01-01 # moved once\nmeasure: x\n');
      await apply(document, /is over/, /^Due in three months: /);
      await apply(document, /serves no objective/, /^Link “A checkout that nobody waits for”$/);
      await apply(document, /Where does this bring you/, /^Link “the person others ask about slow systems”$/);
      assert.match(
        document.getText(),
        /^---\ntype: goal\nmood: "\+" # mine\ndue: \d{4}-\d\d-\d\d # moved once\nmeasure: x\nobjective: \d{4}-q\d-faster-checkout\nvision: the person others ask about slow systems\n---\n# A goal to look at\n$/,
      );
    });

    it('takes a stale link away, and parks', async () => {
      const document = await open('stale', whole);
      await apply(document, /There is no objective “a”/, /^Take the link away$/);
      assert.ok(!document.getText().includes('objective:'));
      await apply(document, /serves no objective/, /^Ask nothing about this goal$/);
      assert.match(document.getText(), /^checks: none$/m);
    });

    it('asks for a measure and writes the answer', async () => {
      const document = await open('measured', 'due: 2099-12-18\n');
      await document.save();
      await run('completeGoal', { goal: 'measured', missing: 'measure', value: 'two reviews' });
      await until(() => document.getText().includes('measure: two reviews'));
      await until(() => readFileSync(document.uri.fsPath, 'utf8').includes('measure: two reviews'));
    });

    it('takes each missing thing by one answer', async () => {
      const document = await open('answers', 'due: 2099-12-18\n');
      for (const [missing, value, line] of [
        ['due', '2099-12-24', 'due: 2099-12-24'],
        ['skill', 'Giving feedback', 'skill: giving-feedback'],
        ['from', 2, 'from: 2'],
        ['method', 'peers', 'method: peers'],
        ['objective', 'q9', 'objective: q9'],
        ['keyResult', 'p99 480 -> 200 ms', '- KR: p99 480 → 200 ms'],
        ['keyResult', 'Three talks', '- [ ] KR: Three talks'],
        ['resource', 'The pool talk', '- The pool talk'],
      ] as const) {
        await run('completeGoal', { goal: 'answers', missing, value });
        await until(() => document.getText().split('\n').includes(line));
      }
      await run('completeGoal', { goal: 'answers', missing: 'from', value: 7 });
      assert.match(document.getText(), /^from: 2$/m);
    });

    it('is asked for levels that can be, and beside hard skills for a goal with a soft one', async () => {
      const document = await open('hard', `status: active\n${whole}skill: rust\nfrom: 4\ntarget: 2\n`);
      const levels = await found(document, /Levels go from 1 to 5/);
      await until(async () => {
        const titles = (await fixesOf(document, levels)).map(({ title }) => title);
        return titles.includes('Choose where you want to be…') && titles.includes('Choose where you are now…');
      });
      const soft = await found(document, /grow hard skills/);
      const offered = await until(async () =>
        (await fixesOf(document, soft)).find(({ title }) => title === 'Set a goal for “Giving feedback”…'),
      );
      assert.deepEqual(offered.command?.arguments, [{ skill: 'giving-feedback' }]);
      await run('completeGoal', { goal: 'hard', missing: 'target', value: 5 });
      await until(() => /^target: 5$/m.test(document.getText()));
      await until(() => ours(document).every(({ message }) => !message.includes('Levels go')));
    });

    it('tells of what can’t be read in the list of skills', async () => {
      const file = Uri.file(join(notes, 'skills.md'));
      const { document } = await window.showTextDocument(file);
      const edit = new WorkspaceEdit();
      edit.insert(
        file,
        document.positionAt(document.getText().length),
        '\n## Rust\n\nHard · expected: engineer nine\n\n7. All of it\n',
      );
      await workspace.applyEdit(edit);
      await found(document, /go from 1 \(novice\) to 5/);
      const said = ours(document).map(({ message }) => message.replace(/[.,].*/, ''));
      assert.deepEqual(said, [
        'The skill “Rust” stands here twice',
        '“engineer nine” can’t be read as an expected level',
        'Levels go from 1 (novice) to 5 (expert)',
      ]);
    });

    it('does not ask again what is turned off, and asks again once it is turned on', async () => {
      const document = await open('off', 'due: 2099-12-18\nobjective: a\n');
      await apply(document, /How will you know/, /^Don’t look for goals without a measure$/);
      assert.equal(workspace.getConfiguration('outloud').get<Record<string, boolean>>('checks')?.['measure'], false);
      assert.ok(
        ours(document).some(({ message }) => message.includes('bring you')),
        'the others go on',
      );
      await workspace.getConfiguration('outloud').update('checks', undefined, ConfigurationTarget.Global);
      await found(document, /How will you know/);
    });

    it('is asked to rest as one of more than three, until another one does', async () => {
      for (const name of ['one', 'two', 'three']) await open(name, `status: active\n${whole}`);
      const document = await open('four', `status: active\n${whole}`);
      await apply(document, /goals are active/, /^Park this goal$/);
      assert.match(document.getText(), /^status: parked$/m);
    });

    it('asks nothing about somebody else’s', async () => {
      const file = Uri.file(join(notes, 'people/sam/goals/flame-graphs-for-everyone.md'));
      const { document } = await window.showTextDocument(file);
      await new Promise(resolve => setTimeout(resolve, 1500));
      assert.deepEqual(ours(document), []);
    });

    it('is made without a question where its title is given', async () => {
      const made = await run<Uri>('createGoal', {
        title: 'Made by a task',
        kind: 'okr',
        due: '2099-01-31',
        keyResults: ['p99 480 -> 200 ms'],
      });
      written.push(made.fsPath);
      assert.equal(
        readFileSync(made.fsPath, 'utf8'),
        '---\ntype: goal\nstatus: active\nkind: okr\ndue: 2099-01-31\n---\n# Made by a task\n\n## Key results\n- KR: p99 480 → 200 ms\n\n## Steps\n- [ ] The first small step\n',
      );
    });
  });
