import assert from 'node:assert/strict';
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { commands, Position, Uri, window, workspace, WorkspaceEdit, type TextDocument } from 'vscode';
import { answerCheckIn } from '../../src/app/ally/answerCheckIn.ts';
import { checkIn } from '../../src/app/ally/checkIn.ts';
import { heldGoalCalled, heldGoalsOf } from '../../src/app/ally/heldGoalsOf.ts';
import type { Desk } from '../../src/app/desk.ts';
import { acceptEvidence } from '../../src/app/evidence/acceptEvidence.ts';
import { isFailure, isWriteFailed } from '../../src/app/failure.ts';
import { addStep } from '../../src/app/goal/addStep.ts';
import { changeGoal } from '../../src/app/goal/changeGoal.ts';
import { moveByOne, moveStep } from '../../src/app/goal/moveStep.ts';
import { ownGoal, type OwnGoal } from '../../src/app/goal/ownGoal.ts';
import { tickStep } from '../../src/app/goal/tickStep.ts';
import { updateKeyResult } from '../../src/app/goal/updateKeyResult.ts';
import { indexedShelf } from '../../src/app/notebook/indexedShelf.ts';
import { assessSkills } from '../../src/app/skill/assessSkills.ts';
import { addStrength } from '../../src/app/strength/addStrength.ts';
import type { SharedPath } from '../../src/core/note/notePath.ts';
import { throughEditors } from '../../src/editor/support/openDocuments.ts';
import { nodeFiles } from '../../src/node/files/nodeFiles.ts';
import { yamlHead } from '../../src/node/yamlHead.ts';
import { memoryDesk } from '../support/memoryDesk.ts';
import { notes as sample } from './support/sample.ts';
import { until } from './support/until.ts';

const fast = 'people/ada/goals/checkout-under-200-ms.md';
const rust = 'people/ada/goals/async-rust.md';
const assessment = 'people/ada/assessments/2026-11-22-ada-ada.md';
const word = 'people/ada/allies/sam-flame-graphs-for-everyone.md';
const step = { kind: 'step', text: 'One round trip less on writes' } as const;
const byAnother = 'Written by another program.';
const hers = 'Her own words.';
const team = ['ada', 'sam'].map(handle => ({ handle, name: handle, emails: [], leads: [] }));

interface Writer {
  readonly does: string;
  /** The note two write to. */
  readonly note: string;
  readonly write: (desk: Desk) => Promise<unknown>;
  /** What the note says afterwards. */
  readonly says: RegExp;
  /** Whether the note is made where it is not there. */
  readonly makes?: true;
}

/** Every file of a folder by its path. */
const filesOf = (folder: string) =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map(name => join(folder, name))
      .filter(file => statSync(file).isFile())
      .map(file => [file, readFileSync(file, 'utf8')]),
  );

const goalOf = (desk: Desk, path: string) => ownGoal({ ...desk, yaml: yamlHead }, { path });
const onGoal = (does: string, write: (goal: OwnGoal, desk: Desk) => Promise<unknown>, says: RegExp): Writer => ({
  does,
  note: fast,
  write: async desk => write(await goalOf(desk, fast), desk),
  says,
});
const answer = async (desk: Desk, text: string) =>
  answerCheckIn(desk, heldGoalCalled('sam/flame-graphs-for-everyone', (await heldGoalsOf(desk)).asAlly), text);

const writers: readonly Writer[] = [
  onGoal('ticks a step', goal => tickStep(goal, step, { done: '2026-11-22' }), /^- \[x\] One round trip less/m),
  onGoal('adds a step', goal => addStep(goal, 'Measure again'), /^- \[ \] Measure again$/m),
  onGoal('moves a step up', goal => moveByOne(goal, step, 'up'), /\[ \] One round trip.*\n- \[x\] One query/),
  onGoal(
    'moves a step to another goal',
    async (goal, desk) => moveStep(goal, step, { goal: await goalOf(desk, rust) }),
    /^(?![^]*One round trip)/,
  ),
  onGoal(
    'takes a step from another goal',
    async (goal, desk) =>
      moveStep(await goalOf(desk, rust), { kind: 'step', text: 'Replace the hand-made queue' }, { goal }),
    /^- \[ \] Replace the hand-made queue/m,
  ),
  onGoal(
    'updates a key result',
    goal => updateKeyResult(goal, { keyResult: 'p99 of writes', now: '310' }),
    /900 → 310 → 300 ms/,
  ),
  onGoal('parks the goal', goal => changeGoal(goal, { status: 'parked' }), /^status: parked$/m),
  onGoal(
    'accepts evidence',
    (goal, desk) =>
      acceptEvidence(desk, { shelf: 'shared', path: goal.path }, [{ claim: 'measured by hand', refs: [] }]),
    /^- measured by hand$/m,
  ),
  onGoal(
    'tells the allies',
    async (_, desk) =>
      checkIn(desk, heldGoalCalled('checkout-under-200-ms', (await heldGoalsOf(desk)).own), { said: 'a', did: 'b' }),
    /^- 2026-11-22 · said: a · did: b$/m,
  ),
  {
    does: 'adds a strength',
    note: 'people/ada/ada.md',
    write: desk => addStrength(desk, 'Measures first'),
    says: /^- Measures first$/m,
    makes: true,
  },
  {
    does: 'assesses skills on the same day',
    note: assessment,
    write: desk => assessSkills(desk, { skills: { Go: { level: 2 } } }),
    says: /^- Go: 2$/m,
    makes: true,
  },
  {
    does: 'answers an ally',
    note: word,
    write: desk => answer(desk, 'go on'),
    says: /: go on$/m,
    makes: true,
  },
];

for (const { does, note, write, says, makes = false } of writers)
  describe(`A note that two write to: one ${does}`, () => {
    let folder: string;
    let desk: Desk;
    let file: string;
    let before: string;
    const onDisk = () => readFileSync(file, 'utf8');

    beforeEach(async () => {
      folder = realpathSync(mkdtempSync(join(tmpdir(), 'outloud-two-')));
      cpSync(sample, folder, { recursive: true });
      const flames = join(folder, 'people/sam/goals/flame-graphs-for-everyone.md');
      appendFileSync(flames, '\n## Said and did\n\n- 2026-11-20 · said: draw\n');
      const memory = memoryDesk({ team });
      const yaml = () => Promise.resolve(yamlHead);
      const shared = indexedShelf(throughEditors(nodeFiles<SharedPath>(folder)), { yaml });
      desk = { ...memory, notebook: { ...memory.notebook, shared } };
      await assessSkills(desk, { skills: { Postgres: { level: 3 } } });
      await answer(desk, 'keep going');
      file = join(folder, note);
      before = onDisk();
    });
    afterEach(async () => {
      await commands.executeCommand('workbench.action.files.revert'); // no question about unsaved words can be answered here
      await commands.executeCommand('workbench.action.closeAllEditors');
      rmSync(folder, { recursive: true, force: true });
    });

    async function open(): Promise<TextDocument> {
      const { document } = await window.showTextDocument(Uri.file(file));
      await until(() => document.getText() === before);
      return document;
    }
    async function refused(): Promise<void> {
      const all = filesOf(folder);
      await assert.rejects(write(desk), error => isFailure(error) && error.message.endsWith('.'));
      assert.deepEqual(filesOf(folder), all);
    }

    it('while her words stand in its editor: both are there, and nothing is saved for her', async () => {
      const document = await open();
      const edit = new WorkspaceEdit();
      const title = before.split('\n').findIndex(line => line.startsWith('# '));
      edit.insert(document.uri, new Position(title + 1, 0), `\n${hers}\n`);
      assert.ok(await workspace.applyEdit(edit));
      await write(desk);
      const text = document.getText();
      assert.match(text, says);
      assert.ok(text.includes(hers));
      assert.deepEqual([document.isDirty, onDisk()], [true, before]);
      await document.save();
      const whole = onDisk();
      assert.equal(whole, text);
      for (const [path, then] of filesOf(folder)) assert.ok(path === file || !then.includes(hers));
    });

    for (const isOpen of [false, true]) {
      const where = isOpen ? 'open' : 'not open';

      it(`that another program just wrote to, ${where}: both are there`, async () => {
        const document = isOpen ? await open() : undefined;
        const writing = write(desk);
        appendFileSync(file, `\n${byAnother}\n`);
        await writing;
        assert.match(onDisk(), says);
        assert.ok(onDisk().includes(byAnother));
        if (document) await until(() => document.getText() === onDisk());
      });

      it(`that was renamed just before, ${where}: ${makes ? 'one more is made' : 'nothing is written'}`, async () => {
        if (isOpen) await open();
        const renamed = file.replace(/\.md$/, '-renamed.md');
        renameSync(file, renamed);
        if (!makes) return refused();
        await write(desk);
        assert.match(onDisk(), says);
        assert.equal(readFileSync(renamed, 'utf8'), before);
      });

      it(`in which two versions meet, ${where}: nothing is written`, async () => {
        if (isOpen) await open();
        writeFileSync(file, `${before}\n<<<<<<< ours\nmine\n=======\nhis\n>>>>>>> theirs\n`);
        await refused();
      });
    }

    it('that another program writes to meanwhile: both are there, or she is told and has both', async () => {
      const all = filesOf(folder);
      for (const delay of [0, 2, 5, 15]) {
        for (const [path, text] of all) writeFileSync(path, text);
        desk.notebook.shared.changed();
        const document = await open();
        const writing = write(desk).catch((error: unknown) => error);
        await new Promise(resolve => setTimeout(resolve, delay));
        appendFileSync(file, `\n${byAnother}\n`);
        const said = await writing;
        assert.ok(onDisk().includes(byAnother), `${delay} ms: the other's words are saved`);
        if (!isFailure(said)) {
          assert.match(onDisk(), says);
          continue;
        }
        assert.ok(isWriteFailed(said) && says.test(said.text), said.message);
        assert.match(document.getText(), says); // unsaved: the editor asks her to compare when she saves
        assert.ok(document.isDirty);
        await commands.executeCommand('workbench.action.files.revert');
      }
    });
  });
