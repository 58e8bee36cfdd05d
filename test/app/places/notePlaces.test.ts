import assert from 'node:assert/strict';
import { notePlaces, type PrivateLook, type Reach } from '../../../src/app/places/notePlaces.ts';
import { SharingRefused } from '../../../src/app/share/noteSharing.ts';
import { memoryDesk } from '../../support/memoryDesk.ts';
import { memorySharing } from '../../support/memorySharing.ts';

describe('Where the notes are', () => {
  const desk = memoryDesk();
  const look = (folder: string): Promise<PrivateLook> => Promise.resolve({ folder, isOpen: false });
  const sharing = memorySharing(desk.files);
  const refusing = (why: ConstructorParameters<typeof SharingRefused>[0]) => ({
    ...sharing,
    publication: () => Promise.reject(new SharingRefused(why)),
  });

  it('tells both folders, and how far the shared one reaches', async () => {
    assert.deepEqual(await notePlaces(desk, { sharing, look }), {
      shared: {
        folder: '/notes',
        label: 'shop/notes',
        kind: 'here',
        repository: '/',
        reach: { state: 'published', remote: 'origin', branch: 'main' },
      },
      private: { folder: '/private', isOpen: false },
    });
  });

  const cases: readonly (readonly [Parameters<typeof notePlaces>[1]['sharing'], Reach])[] = [
    [undefined, { state: 'unknown' }],
    [refusing('no-remote'), { state: 'here', why: 'no-remote' }],
    [refusing('no-repository'), { state: 'here', why: 'no-repository' }],
  ];
  for (const [port, reach] of cases)
    it(`says ${JSON.stringify(reach)}`, async () => {
      assert.deepEqual((await notePlaces(desk, { sharing: port, look })).shared.reach, reach);
    });
});
