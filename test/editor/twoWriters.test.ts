import assert from 'node:assert/strict';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
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
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { commands, Position, Uri, window, workspace, WorkspaceEdit, type TextDocument } from 'vscode';
import type { Desk } from '../../src/app/desk.ts';
import { isFailure } from '../../src/app/failure.ts';
import { indexedShelf } from '../../src/app/notebook/indexedShelf.ts';
import { assessSkills } from '../../src/app/skill/assessSkills.ts';
import type { SharedPath } from '../../src/core/note/notePath.ts';
import { throughEditors } from '../../src/editor/support/openDocuments.ts';
import { nodeFiles } from '../../src/node/files/nodeFiles.ts';
import { yamlHead } from '../../src/node/yamlHead.ts';
import { memoryDesk } from '../support/memoryDesk.ts';
import { answer, notesBeside, putSurvey, writers } from './support/noteWriters.ts';
import { isRestricted, notes as sample } from './support/sample.ts';
import { until } from './support/until.ts';

const byAnother = 'Written by another program.';
const hers = 'Her own words.';
const team = ['ada', 'sam'].map(handle => ({ handle, name: handle, emails: [], leads: [] }));

/** Every file of a folder by its path. */
const filesOf = (folder: string) =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map(name => join(folder, name))
      .filter(file => statSync(file).isFile())
      .map(file => [file, readFileSync(file, 'utf8')]),
  );

// Nothing of it depends on trust, so it is tried once.
for (const { does, note, write, says, makes = false } of isRestricted ? [] : writers)
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
      for (const [path, text] of Object.entries(notesBeside)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
      putSurvey(folder);
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
    async function openWithWords(): Promise<TextDocument> {
      const document = await open();
      const edit = new WorkspaceEdit();
      const title = before.split('\n').findIndex(line => line.startsWith('# '));
      edit.insert(document.uri, new Position(title + 1, 0), `\n${hers}\n`);
      assert.ok(await workspace.applyEdit(edit));
      return document;
    }
    async function refused(): Promise<void> {
      const all = filesOf(folder);
      await assert.rejects(write(desk), error => isFailure(error) && error.message.endsWith('.'));
      assert.deepEqual(filesOf(folder), all);
    }

    it('while her words stand in its editor: both are there, and nothing is saved for her', async () => {
      const document = await openWithWords();
      await write(desk);
      const text = document.getText();
      assert.match(text, says);
      assert.ok(text.includes(hers));
      assert.deepEqual([document.isDirty, onDisk()], [true, before]);
      await document.save();
      assert.equal(onDisk(), text);
    });

    it('while her words stand in its editor and another program writes to it: nobody’s are written over', async () => {
      const document = await openWithWords();
      const writing = write(desk);
      appendFileSync(file, `\n${byAnother}\n`);
      await writing;
      const text = document.getText();
      assert.match(text, says);
      assert.ok(text.includes(hers) && document.isDirty);
      assert.equal(onDisk(), `${before}\n${byAnother}\n`);
      assert.equal(await document.save(), false, 'the editor asks her to compare');
      assert.deepEqual([document.getText(), onDisk()], [text, `${before}\n${byAnother}\n`]);
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
  });
