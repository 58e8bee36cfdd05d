import assert from 'node:assert/strict';
import { moveToPrivate, type Moved } from '../../../src/app/places/moveToPrivate.ts';
import type { PrivatePath, SharedPath } from '../../../src/core/note/notePath.ts';
import { yamlHead } from '../../../src/node/yamlHead.ts';
import { SharingRefused } from '../../../src/app/share/noteSharing.ts';
import { memoryDesk, type MemoryDesk } from '../../support/memoryDesk.ts';
import { memorySharing } from '../../support/memorySharing.ts';

const path = 'people/ada/learning/2026-11-22-mine.md' as SharedPath;
const mine = '---\r\ntype: learning\r\nprivate: true # for now\r\n---\r\n# Mine\r\n';

describe('Moving a private note out of the shared ones', () => {
  const deskWith = (notes: Record<string, string>, privateNotes = {}) => memoryDesk({ notes, privateNotes });
  const move = (desk: MemoryDesk, from = path, committed: Record<string, string> = {}): Promise<Moved> =>
    moveToPrivate(desk, {
      path: from,
      yaml: yamlHead,
      sharing: memorySharing(desk.files, committed),
      remove: () => {
        desk.files.remove(from);
        return Promise.resolve(true);
      },
    });

  it('takes every byte of it, and leaves nothing behind', async () => {
    const desk = deskWith({ [path]: mine });
    assert.deepEqual(await move(desk), { path: 'learning/2026-11-22-mine.md', isCommitted: false });
    assert.deepEqual(desk.files.texts(), {});
    assert.deepEqual(desk.privateFiles.texts(), { 'learning/2026-11-22-mine.md': mine });
    assert.deepEqual(await desk.notebook.shared.notes(), []);
  });

  it('says where git remembers it', async () => {
    assert.equal((await move(deskWith({ [path]: mine }), path, { [path]: 'as it was' })).isCommitted, true);
  });

  it('moves it also where git can’t tell', async () => {
    const desk = deskWith({ [path]: mine });
    const sharing = {
      ...memorySharing(desk.files),
      committedText: () => Promise.reject(new SharingRefused('unsafe')),
    };
    const remove = () => {
      desk.files.remove(path);
      return Promise.resolve(true);
    };
    const moved = await moveToPrivate(desk, { path, yaml: yamlHead, sharing, remove });
    assert.deepEqual(moved, { path: 'learning/2026-11-22-mine.md', isCommitted: undefined });
    assert.deepEqual(desk.files.texts(), {});
  });

  it('never writes over a note that is there', async () => {
    const desk = deskWith({ [path]: mine }, { 'learning/2026-11-22-mine.md': 'another' });
    assert.equal((await move(desk)).path, 'learning/2026-11-22-mine-2.md');
    assert.equal(desk.privateFiles.texts()['learning/2026-11-22-mine.md'], 'another');
  });

  it('leaves alone what is somebody else’s, and what is not private', async () => {
    const his = 'people/sam/learning/his.md' as SharedPath;
    const open = 'people/ada/learning/open.md' as SharedPath;
    const desk = deskWith({ [his]: mine, [open]: '---\ntype: learning\n---\n# Open\n' });
    const before = desk.files.texts();
    await assert.rejects(move(desk, his), { name: 'Failure', message: /somebody else’s/ });
    await assert.rejects(move(desk, open), { name: 'Failure', message: /not private/ });
    assert.deepEqual(desk.files.texts(), before);
    assert.deepEqual(desk.privateFiles.texts(), {});
  });

  it('keeps both where it was typed in meanwhile, or can’t be taken away', async () => {
    const desk = deskWith({ [path]: mine });
    const typing = {
      ...desk,
      notebook: {
        ...desk.notebook,
        private: {
          ...desk.notebook.private,
          create: async (to: PrivatePath, text: string) => {
            desk.files.put(path, `${mine}more\n`);
            return desk.privateFiles.create(to, text);
          },
        },
      },
    } as MemoryDesk;
    await assert.rejects(move(typing), { name: 'Failure', message: /lies in both places/ });
    assert.equal(desk.files.texts()[path], `${mine}more\n`);
    const stuck = { path, yaml: yamlHead, remove: () => Promise.resolve(false) };
    await assert.rejects(moveToPrivate(desk, stuck), { name: 'Failure', message: /lies in both places/ });
    assert.equal(desk.files.texts()[path], `${mine}more\n`);
  });
});
