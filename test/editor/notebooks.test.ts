import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { describe, it } from 'mocha';
import { Uri, type ExtensionContext } from 'vscode';
import { Notebooks } from '../../src/editor/support/notebooks.ts';
import { memoryDesk } from '../support/memoryDesk.ts';

describe('A notebook that is open', () => {
  it('keeps what belongs to it until it is closed', async () => {
    const { notebook } = memoryDesk();
    const { place } = notebook;
    const workspaceState = { get: () => undefined, update: () => Promise.resolve() };
    const context = { workspaceState, globalStorageUri: Uri.file(tmpdir()) } as unknown as ExtensionContext;
    const world = { home: () => Promise.resolve({}), open: () => Promise.resolve(notebook) };
    const notebooks = new Notebooks(context, world as never);
    const gone: string[] = [];
    const part = (name: string) => ({ dispose: () => void gone.push(name) });
    await notebooks.open(place);
    await notebooks.whileOpen(notebook, part('follows'));
    assert.deepEqual(gone, []);
    notebooks.moved(place.folder, '/elsewhere');
    await notebooks.whileOpen(notebook, part('late'));
    assert.deepEqual(gone.toSorted(), ['follows', 'late']);
    notebooks.dispose();
  });
});
