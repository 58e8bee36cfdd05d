import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { forgets } from '../../../src/node/files/forgets.ts';
import { closeToOthers, isOpenToOthers, privateLook } from '../../../src/node/files/privateLook.ts';
import { syncedBy } from '../../../src/node/files/syncedBy.ts';
import { freshFolder } from './folder.ts';

const isWindows = process.platform === 'win32';

describe('A folder of private notes', () => {
  const folder = freshFolder();
  const modeOf = (path: string) => (statSync(folder(path)).mode & 0o777).toString(8);

  it('is open where others come as far as it and may look into it', () => {
    mkdirSync(folder('home/private'), { recursive: true });
    chmodSync(folder(), 0o755);
    chmodSync(folder('home'), 0o711);
    const seen = [0o755, 0o750, 0o701, 0o700].map(mode => {
      chmodSync(folder('home/private'), mode);
      return isOpenToOthers(folder('home/private'));
    });
    assert.deepEqual(seen, isWindows ? [false, false, false, false] : [true, true, true, false]);
    chmodSync(folder('home/private'), 0o755);
    chmodSync(folder('home'), 0o700);
    assert.equal(isOpenToOthers(folder('home/private')), false);
    assert.equal(isOpenToOthers(folder('home/nothing')), false);
  });

  it('is closed with all that is in it, and nothing that a link leads to', () => {
    folder.write('private/one-on-ones/a.md', 'mine');
    folder.write('elsewhere/b.md', 'open');
    symlinkSync(folder('elsewhere'), folder('private/linked'), 'junction');
    if (isWindows) {
      closeToOthers(folder('private'));
      assert.equal(isOpenToOthers(folder('private')), false);
      return;
    }
    for (const path of ['private', 'private/one-on-ones', 'elsewhere']) chmodSync(folder(path), 0o775);
    for (const path of ['private/one-on-ones/a.md', 'elsewhere/b.md']) chmodSync(folder(path), 0o664);
    closeToOthers(folder('private'));
    assert.deepEqual(
      ['private', 'private/one-on-ones', 'private/one-on-ones/a.md', 'elsewhere', 'elsewhere/b.md'].map(modeOf),
      ['700', '700', '600', '775', '664'],
    );
  });

  it('is told to lie in a repository, beside one for dotfiles, or in what a program copies', () => {
    folder.write('dotfiles/.git/HEAD', '');
    assert.equal(privateLook(folder('dotfiles/private'), folder('home')).repository, folder('dotfiles'));
    for (const name of ['HEAD', 'objects/x', 'refs/x']) folder.write(`home/.dotfiles/${name}`, '');
    const inHome = privateLook(folder('home/.outloud/private'), folder('home'));
    assert.equal(inHome.dotfiles, folder('home/.dotfiles'));
    assert.equal(inHome.repository, undefined);
    assert.equal(privateLook(folder('elsewhere'), folder('home')).dotfiles, undefined);
    folder.write('synced/.stfolder', '');
    assert.equal(privateLook(folder('synced/private')).synced, 'Syncthing');
  });
});

describe('syncedBy', () => {
  const cases: readonly (readonly [folder: readonly string[], program: string | undefined])[] = [
    [['home', 'ada', 'Dropbox', 'private'], 'Dropbox'],
    [['home', 'ada', 'Dropbox (Shop)', 'private'], 'Dropbox'],
    [['home', 'ada', 'OneDrive - Shop', 'x'], 'OneDrive'],
    [['Users', 'ada', 'Library', 'CloudStorage', 'GoogleDrive-ada@forge.example', 'My Drive'], 'Google Drive'],
    [['Users', 'ada', 'Library', 'Mobile Documents', 'com~apple~CloudDocs', 'x'], 'iCloud'],
    [['home', 'ada', 'Nextcloud2', 'x'], 'Nextcloud'],
    [['home', 'ada', '.outloud', 'private'], undefined],
    [['home', 'ada', 'Boxes', 'My Dropbox notes'], undefined],
  ];
  for (const [parts, program] of cases)
    it(`${parts.join('/')} → ${String(program)}`, () => {
      assert.equal(
        syncedBy(join('/', ...parts), () => false),
        program,
      );
    });
});

describe('forgets', () => {
  const home = '/home/ada/.outloud/private';
  const overlay = '30 1 0:28 / / rw,relatime - overlay overlay rw\n';
  const volume = '31 30 8:1 /kept /home/ada/.outloud rw - ext4 /dev/sda1 rw\n';
  const memory = '32 30 0:40 / /home/ada rw - tmpfs tmpfs rw\n';
  const spaced = '33 30 8:1 /x /mnt/my\\040notes rw - ext4 /dev/sda1 rw\n';
  interface Case {
    readonly env?: Record<string, string>;
    readonly files?: readonly string[];
    readonly folder?: string;
    readonly mounts?: string;
  }
  const container = { files: ['/.dockerenv'], mounts: overlay };
  const cases: readonly (readonly [Case, machine: string | undefined])[] = [
    [{}, undefined],
    [{ env: { CODESPACES: 'true', REMOTE_CONTAINERS: 'true' } }, 'a codespace'],
    [
      {
        env: { CODESPACES: 'true' },
        folder: '/workspaces/x',
        mounts: volume.replace('/home/ada/.outloud', '/workspaces'),
      },
      'a codespace',
    ],
    [{ env: { CODESPACES: 'false' } }, undefined],
    [{ env: { REMOTE_CONTAINERS: 'true' }, files: ['/.dockerenv'] }, 'a dev container'],
    [{ env: { GITPOD_WORKSPACE_ID: 'x' } }, 'a Gitpod workspace'],
    [container, 'a container'],
    [{ files: ['/run/.containerenv'] }, 'a container'],
    [{ ...container, mounts: overlay + volume }, undefined],
    [{ ...container, mounts: overlay + spaced, folder: '/mnt/my notes/private' }, undefined],
    [{ ...container, mounts: overlay + spaced }, 'a container'],
    [{ mounts: overlay + memory }, 'a temporary folder'],
    [{ folder: '/tmp/home/.outloud' }, 'a temporary folder'],
    [{ folder: '/dev/shm/x' }, 'a temporary folder'],
    [{ folder: '/tmpfiles/x' }, undefined],
  ];
  for (const [{ env = {}, files = [], folder = home, mounts = '' }, machine] of cases)
    it(`${JSON.stringify({ env, files, folder, mounts })} → ${String(machine)}`, () => {
      assert.equal(forgets({ env, folder, mounts, exists: path => files.includes(path) }), machine);
    });
});
