import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, it } from 'mocha';
import {
  commands,
  window,
  workspace,
  WorkspaceEdit,
  type CompletionList,
  type DocumentLink,
  type Hover,
  type Location,
  type LocationLink,
  type MarkdownString,
  type Position,
  type TextDocument,
} from 'vscode';
import { isRestricted, notes, run, team } from './support/sample.ts';
import { until } from './support/until.ts';

const written: string[] = [];

function write(path: string, text: string, folder = notes): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  written.push(file);
  return file;
}

/** Writes a note with the cursor at `|`, and opens it there once the notebook knows it. */
async function opened(path: string, marked: string, folder = notes): Promise<[TextDocument, Position]> {
  const file = write(path, marked.replace('|', ''), folder);
  const document = await workspace.openTextDocument(file);
  await window.showTextDocument(document);
  return [document, document.positionAt(marked.indexOf('|'))];
}

async function completionsAt([{ uri }, position]: [TextDocument, Position], trigger?: string) {
  const list = await commands.executeCommand<CompletionList>(
    'vscode.executeCompletionItemProvider',
    uri,
    position,
    trigger,
  );
  return list.items;
}
const hoverText = async ([{ uri }, position]: [TextDocument, Position]) => {
  const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', uri, position);
  return hovers.flatMap(({ contents }) => contents.map(content => (content as MarkdownString).value)).join('\n');
};

const goal = 'people/ada/goals/zebra-crossing.md';
const goalNote = `---
type: goal
status: active
due: 2030-01-02
---
# Zebra [x](command:evil) $(flame) ![i](https://evil.example/i.png)

## Key results
- KR: seconds to cross 90 → 60 → 30 s
`;

if (!isRestricted)
  describe('The notes as a language', () => {
    afterEach(async () => {
      await commands.executeCommand('workbench.action.closeAllEditors');
      for (const file of written.splice(0)) rmSync(file, { force: true });
    });

    /** Until the notebook knows the goal, nothing can be said about it. */
    async function withGoal(): Promise<void> {
      await run('openWeeklyNote'); // anything that opens the notebook
      write(goal, goalNote);
      const at = await opened(
        'people/ada/learning/2026-11-20-known.md',
        '---\ntype: learning\ngoal: zebra-cr|ossing\n---\n# T\n',
      );
      await until(async () => (await hoverText(at)) !== '');
    }

    it('completes goals, in front matter and in the text', async () => {
      await withGoal();
      const inHead = await completionsAt(
        await opened('people/ada/learning/2026-11-20-a.md', '---\ntype: learning\ngoal:|\n---\n# T\n'),
        ':',
      );
      const item = inHead.find(({ insertText }) => insertText === ' zebra-crossing');
      assert.match(
        item?.detail ?? '',
        /^Zebra \(x\)\(command:evil\) \$ \(flame\) !\(i\)\(https:\/\/evil\.example\/i\.png\) · due 2030-01-02$/,
      );
      const inText = await completionsAt(await opened('people/ada/learning/2026-11-20-b.md', '# T\n\nfor goal:zeb|\n'));
      assert.ok(inText.some(({ insertText }) => insertText === 'zebra-crossing'));
    });

    it('completes commits of mine as evidence', async () => {
      const items = await completionsAt(
        await opened('people/ada/goals/zebra-two.md', '---\ntype: goal\n---\n# T\n\n## Evidence\n- |\n'),
        ' ',
      );
      assert.ok(items.some(({ detail = '' }) => /^shop [0-9a-f]{7} · \d{4}-\d\d-\d\d$/.test(detail)));
    });

    it('explains a goal as text: no link, no image, no icon of its words', async () => {
      await withGoal();
      const text = await hoverText(
        await opened('people/ada/learning/2026-11-20-c.md', '# T\n\nfor goal:zebra|-crossing\n'),
      );
      assert.equal(
        text,
        '**Zebra \\[x\\](command:evil) \\$(flame) !\\[i\\](https:\\//evil.example/i.png)**\n\n' +
          'active · due 2030-01-02\n\n- seconds to cross: 60 of 30 s · 30 to go',
      );
    });

    it('leads from a name to its note, and from the note to every name', async () => {
      await withGoal();
      const place = await opened('people/ada/learning/2026-11-20-d.md', '# T\n\nfor goal:zebra|-crossing\n');
      const [link] = await commands.executeCommand<(Location | LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        place[0].uri,
        place[1],
      );
      const uri = link && ('targetUri' in link ? link.targetUri : link.uri);
      assert.equal(uri?.fsPath, join(notes, goal));
      const found = await until(async () => {
        const all = await commands.executeCommand<Location[]>(
          'vscode.executeReferenceProvider',
          ...[place[0].uri, place[1]],
        );
        return all.length >= 3 ? all : undefined;
      });
      assert.deepEqual(
        found.map(({ uri, range }) => `${uri.path.split('/').at(-1) ?? ''}:${range.start.line + 1}`).sort(),
        ['2026-11-20-d.md:3', '2026-11-20-known.md:3', 'zebra-crossing.md:1'],
      );
    });

    it('links the names of a front matter', async () => {
      await withGoal();
      const [{ uri }] = await opened(
        'people/ada/learning/2026-11-20-e.md',
        '---\ntype: learning\ngoal: zebra-crossing|\n---\n# T\n',
      );
      const links = await commands.executeCommand<DocumentLink[]>('vscode.executeLinkProvider', uri, 10);
      assert.deepEqual(
        links.map(({ target }) => target?.fsPath),
        [join(notes, goal)],
      );
    });

    /** Renames as F2 does, and saves what that changed. */
    async function renamed({ uri }: TextDocument, position: Position, to: string): Promise<void> {
      const edit = await commands.executeCommand<WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        ...[uri, position, to],
      );
      assert.ok(await workspace.applyEdit(edit));
      for (const document of workspace.textDocuments) if (document.isDirty) await document.save();
    }
    const withAlias = goalNote.replace('due: 2030-01-02\n', 'due: 2030-01-02\naliases:\n  - zebra-crossing\n');
    const pelican = join(notes, 'people/ada/goals/pelican-crossing.md');

    it('renames a goal: its file and my notes, and the old name stays an alias', async () => {
      await withGoal();
      const at = await opened(
        'people/ada/learning/2026-11-20-f.md',
        '---\ntype: learning\ngoal: zebra-cr|ossing\n---\n# T\n\n[it](../goals/zebra-crossing.md)\n',
      );
      await until(async () => (await hoverText(at)) !== '');
      const ready = await commands.executeCommand<{ placeholder: string }>('vscode.prepareRename', at[0].uri, at[1]);
      assert.equal(ready.placeholder, 'zebra-crossing');
      written.push(pelican);
      await renamed(...at, 'Pelican crossing');
      assert.ok(!existsSync(join(notes, goal)));
      assert.equal(readFileSync(pelican, 'utf8'), withAlias);
      assert.equal(
        readFileSync(at[0].uri.fsPath, 'utf8'),
        '---\ntype: learning\ngoal: pelican-crossing\n---\n# T\n\n[it](../goals/pelican-crossing.md)\n',
      );
    });

    it('renames a goal from its own title, with the words that were not saved yet', async () => {
      await withGoal();
      const document = await workspace.openTextDocument(join(notes, goal));
      await window.showTextDocument(document);
      const typed = new WorkspaceEdit();
      typed.insert(document.uri, document.positionAt(document.getText().length), 'Not saved yet goal:zebra-crossing\n');
      assert.ok(await workspace.applyEdit(typed));
      written.push(pelican);
      await renamed(document, document.positionAt(document.getText().indexOf('Zebra')), 'pelican-crossing');
      assert.ok(!existsSync(join(notes, goal)));
      assert.equal(readFileSync(pelican, 'utf8'), `${withAlias}Not saved yet goal:pelican-crossing\n`);
    });

    it('says why it renames nothing else, and answers nothing outside a notebook', async () => {
      await withGoal();
      const inNote = await opened('people/ada/learning/2026-11-20-g.md', '# T\n\nsome wor|ds\n');
      await assert.rejects(
        Promise.resolve(commands.executeCommand('vscode.prepareRename', inNote[0].uri, inNote[1])),
        /Out Loud renames goals and skills: put the cursor on one\./,
      );
      const outside = await opened('elsewhere/README.md', '---\ngoal: zebra-cr|ossing\n---\n# T\n', team);
      assert.equal(await hoverText(outside), '');
      const [{ uri }] = outside;
      assert.deepEqual(await commands.executeCommand('vscode.executeLinkProvider', uri, 10), []);
      rmSync(join(team, 'elsewhere'), { recursive: true, force: true });
    });
  });
