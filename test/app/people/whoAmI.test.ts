import assert from 'node:assert/strict';
import { NoteRefused } from '../../../src/app/failure.ts';
import { teamOf, whoAmI } from '../../../src/app/people/whoAmI.ts';
import { whomToThank } from '../../../src/app/log/whomToThank.ts';
import type { History } from '../../../src/app/ports.ts';
import type { SharedPath } from '../../../src/core/note/notePath.ts';
import { memoryDesk } from '../../support/memoryDesk.ts';

const teamNote =
  '---\ntype: team\n---\n# Team\n\n- Ada (ada) · ada@forge.example\n- Sam (sam) · sam@forge.example\n- (..)\n';

describe('whoAmI', () => {
  it('asks the setting, the team and git', async () => {
    const { members } = await teamOf(memoryDesk({ notes: { 'team.md': teamNote } }).notebook.shared);
    const identities = () => Promise.resolve([{ name: 'S', email: 'SAM@forge.example' }]);
    const handle = async (setting?: string) =>
      (await whoAmI({ setting, team: members, history: { identities } }))?.handle;
    assert.deepEqual([await handle(), await handle(''), await handle('ada')], ['sam', 'sam', 'ada']);
  });

  it('goes on without git, and with one that fails', async () => {
    const identities = () => Promise.reject(new Error('git is too old'));
    assert.equal(await whoAmI({ team: [] }), undefined);
    assert.equal((await whoAmI({ setting: 'ada', team: [], history: { identities } }))?.handle, 'ada');
  });
});

describe('teamOf', () => {
  it('reads team.md of the notebook, with its problems', async () => {
    const { members, problems, path } = await teamOf(memoryDesk({ notes: { 'team.md': teamNote } }).notebook.shared);
    assert.deepEqual(
      members.map(({ handle }) => handle),
      ['ada', 'sam'],
    );
    assert.deepEqual([problems.length, path], [1, 'team.md']);
  });

  it('finds nobody where there is none, or none to be read', async () => {
    assert.deepEqual(await teamOf(memoryDesk().notebook.shared), { members: [], problems: [] });
    const desk = memoryDesk({ notes: { 'team.md': teamNote } });
    await desk.notebook.shared.notes();
    desk.files.put('team.md', new NoteRefused('It is too large.', 'team.md' as SharedPath, 'too-large'));
    assert.deepEqual((await teamOf(desk.notebook.shared)).members, []);
  });
});

describe('whomToThank', () => {
  const desk = (authors: Partial<History>) =>
    memoryDesk({
      team: [{ handle: 'sam', name: 'Sam', emails: ['sam@forge.example'], leads: [] }],
      history: authors as History,
    });

  it('names the others who wrote the lines, members by handle, herself never', async () => {
    const authorsOf = () =>
      Promise.resolve([
        { name: 'Ada', email: 'ADA@forge.example' },
        { name: 'S. Doe', email: 'sam@forge.example' },
        { name: 'Grace Hopper', email: 'grace@x.example' },
        { name: 'Sam', email: 'Sam@forge.example' },
        { name: '', email: 'x@y' },
      ]);
    assert.deepEqual(await whomToThank(desk({ authorsOf }), '/shop/db.ts', [1, 9]), [
      { to: 'sam', name: 'Sam' },
      { to: 'Grace Hopper', name: 'Grace Hopper' },
    ]);
  });

  it('names nobody without git', async () => {
    assert.deepEqual(await whomToThank(memoryDesk(), '/shop/db.ts', [1, 9]), []);
    const authorsOf = () => Promise.reject(new Error('git hangs'));
    assert.deepEqual(await whomToThank(desk({ authorsOf }), '/shop/db.ts', [1, 9]), []);
  });
});
