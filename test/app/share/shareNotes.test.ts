import assert from 'node:assert/strict';
import { isSharingRefused, type Publication } from '../../../src/app/share/noteSharing.ts';
import { publishNotes } from '../../../src/app/share/publishNotes.ts';
import { commitChosen, whatToShare, type ShareDesk } from '../../../src/app/share/shareNotes.ts';
import type { SharedPath } from '../../../src/core/note/notePath.ts';
import { yamlHead } from '../../../src/node/yamlHead.ts';
import { memoryDesk, type MemoryDesk } from '../../support/memoryDesk.ts';
import { memorySharing, type MemorySharing } from '../../support/memorySharing.ts';
import { learningNote } from '../../support/sharingClone.ts';

const bees = 'people/ada/learning/bees.md' as SharedPath;
const cats = 'people/ada/learning/cats.md' as SharedPath;
const his = 'people/sam/learning/his.md' as SharedPath;

describe('Sharing notes', () => {
  let desk: MemoryDesk & ShareDesk;
  let sharing: MemorySharing;
  beforeEach(() => {
    const memory = memoryDesk({
      notes: { [bees]: learningNote('Bees'), [cats]: learningNote('Cats'), [his]: learningNote('His') },
      privateNotes: { 'people/secret.md': learningNote('Secret') },
    });
    sharing = memorySharing(memory.files, { [cats]: learningNote('Cats before'), 'people/ada/gone.md': 'Gone\n' });
    desk = { ...memory, sharing, yaml: yamlHead };
  });
  const publish = (mayPublish: (publication: Publication) => boolean = () => true) =>
    publishNotes(desk, {
      exchange: sharing,
      mayPublish: publication => Promise.resolve(mayPublish(publication)),
      pause: () => Promise.resolve(),
    });

  it('offers hers and the team’s, and never a colleague’s or a private one', async () => {
    const { notes, keptBack } = await whatToShare(desk);
    assert.deepEqual(
      notes.map(({ title, change }) => `${title}: ${change}`),
      ['gone: deleted', 'Bees: new', 'Cats: changed'],
    );
    assert.deepEqual(keptBack, []);
  });

  it('leaves out a private folder that a setting put among the notes', async () => {
    const inside = {
      ...desk.notebook.private,
      pathOf: (file: string) => (file.startsWith('/notes/mine/') ? (file as never) : undefined),
    };
    const odd = { ...desk, notebook: { ...desk.notebook, private: inside } };
    await desk.notebook.shared.create('mine/secret.md' as SharedPath, learningNote('Secret'));
    const { notes, keptBack } = await whatToShare(odd);
    assert.deepEqual(
      [...notes, ...keptBack].filter(({ path }) => path.startsWith('mine/')),
      [],
    );
    assert.ok((await whatToShare(desk)).notes.some(({ path }) => path.startsWith('mine/'))); // else it would be the team's
  });

  it('commits the text that was read last, of the notes that were chosen', async () => {
    const look = await whatToShare(desk);
    await desk.notebook.shared.update(bees, () => [{ at: { start: 0, end: 0 }, text: '' }]);
    assert.equal(await commitChosen(desk, { look, paths: [bees], message: 'Share' }), 'commit 1');
    assert.deepEqual([...(sharing.commits[0]?.notes ?? [])], [[bees, learningNote('Bees')]]);
  });

  it('commits nothing where a chosen note became private meanwhile', async () => {
    const look = await whatToShare(desk);
    await desk.notebook.shared.update(bees, text => [
      { at: { start: 4, end: 4 }, text: text === '' ? '' : 'private: true\n' },
    ]);
    await assert.rejects(
      commitChosen(desk, { look, paths: [bees, cats], message: 'Share' }),
      error => isSharingRefused(error) && error.why === 'moved',
    );
    assert.deepEqual(sharing.commits, []);
  });

  it('commits nothing where a chosen note can’t be read any more', async () => {
    const look = await whatToShare(desk);
    const unreadable: ShareDesk = {
      ...desk,
      notebook: { ...desk.notebook, shared: { ...sharedOf(desk), readAll: noText } },
    };
    await assert.rejects(
      commitChosen(unreadable, { look, paths: [bees], message: 'Share' }),
      error => isSharingRefused(error) && error.why === 'moved',
    );
  });

  it('pushes again where others were faster, and gives up at some time', async () => {
    await commitChosen(desk, { look: await whatToShare(desk), paths: [bees], message: 'Share' });
    sharing.refusals = 7;
    assert.deepEqual(await publish(), { pushed: true, isBehind: false });
    assert.ok(sharing.others.has(bees));

    await commitChosen(desk, { look: await whatToShare(desk), paths: [cats], message: 'Share' });
    sharing.refusals = Infinity;
    await assert.rejects(publish(), error => isSharingRefused(error) && error.why === 'rejected');
  });

  it('asks once before the first push, and pushes nothing after a no', async () => {
    await commitChosen(desk, { look: await whatToShare(desk), paths: [bees], message: 'Share' });
    sharing.refusals = 3;
    sharing.otherCommits = ['Half a cart'];
    const asked: (readonly string[])[] = [];
    assert.deepEqual(await publish(({ others }) => asked.push(others) < 0), { pushed: false, isBehind: false });
    assert.ok(!sharing.others.has(bees));
    assert.deepEqual(await publish(({ others }) => asked.push(others) > 0), { pushed: true, isBehind: false });
    assert.deepEqual(asked, [['Half a cart'], ['Half a cart']]);
  });
});

function sharedOf({ notebook: { shared } }: ShareDesk): ShareDesk['notebook']['shared'] {
  return {
    notes: signal => shared.notes(signal),
    note: path => shared.note(path),
    read: path => shared.read(path),
    readAll: (paths, signal) => shared.readAll(paths, signal),
    create: (path, text) => shared.create(path, text),
    update: (path, change) => shared.update(path, change),
    locate: path => shared.locate(path),
    pathOf: file => shared.pathOf(file),
    changed: files => {
      shared.changed(files);
    },
    onChange: listener => shared.onChange(listener),
  };
}

async function* noText(paths: readonly SharedPath[]): AsyncIterable<{ path: SharedPath; text: Error }> {
  for (const path of paths) yield await Promise.resolve({ path, text: new Error('gone') });
}
