import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { NotebookPlace } from '../../../src/app/ports.ts';
import type { PrivatePath } from '../../../src/core/note/notePath.ts';
import { nodeHome, type NodeHomeOptions } from '../../../src/node/files/nodeHome.ts';
import { privateFiles } from '../../../src/node/files/privateFolder.ts';
import { filesIn, freshFolder } from './folder.ts';

const [root1, root2] = ['1', '2'].map(digit => digit.repeat(40));

describe('nodeHome', () => {
  const folder = freshFolder();
  const repository = (...names: string[]) => {
    for (const name of names) folder.write(`${name}/.git/HEAD`, 'ref: refs/heads/main\n');
  };
  const home = (names: readonly string[], more: Partial<NodeHomeOptions> = {}) =>
    nodeHome({
      folders: () => names.map(name => folder(name)),
      notesFolder: () => 'notes',
      storage: folder('storage'),
      home: folder('home'),
      ...more,
    });
  const shown = (places: readonly NotebookPlace[]) =>
    places.map(({ kind, label, exists, repository: top }) =>
      [kind, label, ...(top === undefined ? [] : [`in ${basename(top)}`]), exists ? 'exists' : 'to be made'].join(
        ' · ',
      ),
    );
  const goal = '---\ntype: goal\n---\n# Goal\n';

  describe('where there is no notebook', () => {
    it('offers here, the other repositories, and a folder of her own', async () => {
      repository('shop', 'tools');
      mkdirSync(folder('plain'));
      const places = home(['shop', 'tools', 'plain']);
      assert.deepEqual(await places.found(), []);
      assert.deepEqual(shown(await places.choices()), [
        'here · shop/notes · in shop · to be made',
        'repository · tools/notes · in tools · to be made',
        'repository · plain/notes · to be made',
        'own · ~/outloud-notes · to be made',
      ]);
    });

    it('offers the repository of the file in front first, also one inside the folder that is open', async () => {
      repository('work/shop', 'work/tools');
      const places = home(['work'], { activeFile: () => folder('work/tools/src/a.ts') });
      assert.deepEqual(shown(await places.choices()), [
        'here · tools/notes · in tools · to be made',
        'repository · work/notes · to be made',
        'repository · shop/notes · in shop · to be made',
        'own · ~/outloud-notes · to be made',
      ]);
    });

    it('offers the top level of the repository a folder belongs to', async () => {
      repository('shop');
      mkdirSync(folder('shop/services/checkout'), { recursive: true });
      assert.equal(
        shown(await home(['shop/services/checkout']).choices())[0],
        'here · shop/notes · in shop · to be made',
      );
    });

    it('offers a folder of her own where no folder is open', async () => {
      assert.deepEqual(shown(await home([]).choices()), ['own · ~/outloud-notes · to be made']);
    });

    it('remembers the choice, even before the first note', async () => {
      repository('shop', 'tools');
      const [here, tools, own] = await home(['shop', 'tools']).choices();
      assert.ok(here && tools && own);
      await home(['shop', 'tools']).settle(tools);
      assert.deepEqual(shown(await home(['shop', 'tools']).found()), ['repository · tools/notes · in tools · exists']);
      await home(['shop']).settle(own);
      assert.deepEqual(shown(await home(['shop']).found()), ['own · ~/outloud-notes · exists']);
      assert.deepEqual(await home(['other']).found(), []);
      assert.equal(shown(await home(['other']).choices()).at(-1), 'own · ~/outloud-notes · exists');
      rmSync(folder('home/outloud-notes'), { recursive: true });
      assert.deepEqual(await home(['shop']).found(), []);
    });
  });

  describe('where there are notebooks', () => {
    it('finds them all, that of the file in front first', async () => {
      repository('shop', 'tools');
      folder.write('shop/notes/people/ada/goals/a.md', goal);
      folder.write('tools/notes/team.md', '---\r\ntype: team\r\n---\r\n');
      const all = ['here · shop/notes · in shop · exists', 'repository · tools/notes · in tools · exists'];
      assert.deepEqual(shown(await home(['shop', 'tools']).found()), all);
      const inTools = home(['shop', 'tools'], { activeFile: () => folder('tools/a.ts') });
      assert.deepEqual(shown(await inTools.found()), [
        'here · tools/notes · in tools · exists',
        'repository · shop/notes · in shop · exists',
      ]);
    });

    it('takes the pinned one alone, by name, label or path; a name of another window counts for nothing', async () => {
      repository('shop', 'tools');
      for (const name of ['shop', 'tools'])
        folder.write(`${name}/notes/objectives/a.md`, '---\ntype: objective\n---\n');
      for (const name of ['tools', 'tools/notes', folder('tools/notes')])
        assert.deepEqual(shown(await home(['shop', 'tools'], { pinned: () => name }).found()), [
          'repository · tools/notes · in tools · exists',
        ]);
      assert.equal((await home(['shop', 'tools'], { pinned: () => 'elsewhere' }).found()).length, 2);
    });

    it('finds one that is a repository of its own, opened as a folder', async () => {
      repository('team-notes');
      folder.write('team-notes/team.md', '---\ntype: team\n---\n');
      folder.write('team-notes/people/ada/learning/a.md', '---\ntype: learning\n---\n');
      assert.deepEqual(shown(await home(['team-notes']).found()), ['here · team-notes · in team-notes · exists']);
    });

    it('works in a folder that is no repository', async () => {
      folder.write('plain/notes/people/ada/goals/a.md', goal);
      assert.deepEqual(shown(await home(['plain']).found()), ['here · plain/notes · exists']);
    });
  });

  it('leaves an unrelated notes folder alone, and offers another beside it', async () => {
    repository('shop');
    folder.write('shop/notes/release-1.0.md', '# 1.0\n\n---\ntype: goal\n---\n');
    folder.write('shop/notes/todo.txt', 'type: goal');
    assert.deepEqual(await home(['shop']).found(), []);
    const [place] = await home(['shop']).choices();
    assert.equal(shown([place!])[0], 'here · shop/outloud-notes · in shop · to be made');
    await home(['shop']).settle(place!);
    folder.write('shop/outloud-notes/people/ada/goals/a.md', goal);
    assert.deepEqual(shown(await home(['shop']).found()), ['here · shop/outloud-notes · in shop · exists']);
    assert.deepEqual(Object.keys(filesIn(folder('shop/notes'))), ['release-1.0.md', 'todo.txt']);
  });

  it('takes a folder that is set by name for meant, whatever is in it', async () => {
    folder.write('shop/docs/log/a.txt', 'mine');
    assert.deepEqual(shown(await home(['shop'], { notesFolder: () => 'docs/log' }).found()), [
      'here · shop/docs/log · exists',
    ]);
  });

  it('refuses a setting that leads elsewhere, in a sentence', async () => {
    mkdirSync(folder('shop'));
    for (const setting of [
      '..',
      '../x',
      'a/../..',
      '/etc',
      'C:\\notes',
      '\\\\host\\notes',
      '.git',
      'a/.git/x',
      'con',
      'a//b',
    ]) {
      const places = home(['shop'], { notesFolder: () => setting });
      const sentence = {
        name: 'Failure',
        message: /^The setting outloud\.notesFolder does not name a folder below the workspace\. Set it/,
      };
      await assert.rejects(places.found(), sentence, setting);
      await assert.rejects(places.choices(), sentence, setting);
    }
  });

  it('does not follow a link to a notes folder', async () => {
    folder.write('secret/people/ada/goals/a.md', goal);
    repository('shop');
    symlinkSync(folder('secret'), folder('shop/notes'), 'junction');
    assert.deepEqual(await home(['shop']).found(), []);
    assert.equal(shown(await home(['shop']).choices())[0], 'here · shop/outloud-notes · in shop · to be made');
    const place: NotebookPlace = {
      kind: 'here',
      folder: folder('shop/notes'),
      label: 'shop/notes',
      repository: folder('shop'),
      exists: true,
    };
    await assert.rejects(home(['shop']).settle(place), /^Failure: shop\/notes is a link to somewhere else\./);
  });

  it('says in a sentence that a folder could not be made', async () => {
    folder.write('shop/notes', 'a file');
    const place: NotebookPlace = { kind: 'here', folder: folder('shop/notes/x'), label: 'shop/notes/x', exists: false };
    await assert.rejects(
      home(['shop']).settle(place),
      /^Failure: The folder shop\/notes\/x could not be made \(E\w+\)\. Choose another place/,
    );
  });

  describe('private notes', () => {
    const settle = async (name: string, rootCommit?: string, more: Partial<NodeHomeOptions> = {}) => {
      const place: NotebookPlace = {
        kind: 'here',
        folder: folder(name, 'notes'),
        label: `${name}/notes`,
        repository: folder(name),
        exists: true,
      };
      const known = await home([name], { rootCommit: () => Promise.resolve(rootCommit), ...more }).settle(place);
      return { ...known, files: privateFiles(known.privateFolder, place) };
    };
    const path = 'one-on-ones/2026-11-24-ada-lin.md' as PrivatePath;

    it('lie in the home directory, named by the first root commit, and nothing is made before the first', async () => {
      const { id, privateFolder, files } = await settle('shop', root1);
      assert.equal(id, root1);
      assert.equal(privateFolder, folder('home/.outloud/private', root1!));
      assert.equal(statSync(folder('home/.outloud'), { throwIfNoEntry: false }), undefined);
      await files.create(path, 'mine');
      assert.deepEqual(Object.keys(filesIn(folder('home'))), [join('.outloud/private', root1!, path)]);
    });

    it('are shared by every clone, and stay where a set folder says', async () => {
      const set = { privateFolder: () => folder('safe') };
      const [one, two] = [await settle('shop', root1, set), await settle('clone', root1, set)];
      await one.files.create(path, 'mine');
      assert.equal(await two.files.read(path), 'mine');
      assert.equal(two.privateFolder, folder('safe', root1!));
      await assert.rejects(
        settle('shop', root1, { privateFolder: () => 'relative' }),
        /must name a folder from the root on/,
      );
    });

    it('written before git could be asked are there when it is, and the other way round', async () => {
      const before = await settle('shop');
      assert.match(before.id, /^place-[0-9a-f]{16}$/);
      await before.files.create(path, 'mine');
      const trusted = await settle('shop', root1);
      assert.equal(trusted.id, root1);
      assert.equal(await trusted.files.read(path), 'mine');
      const restricted = await settle('shop');
      assert.equal(await restricted.files.read(path), 'mine');
    });

    it('join those another clone has already, and none is written over', async () => {
      await (await settle('clone', root1)).files.create(path, 'from the clone');
      await (await settle('shop')).files.create(path, 'from Restricted Mode');
      const { files } = await settle('shop', root1);
      assert.equal(await files.read(path), 'from the clone');
      assert.equal(await files.read(path.replace('.md', '-2.md') as PrivatePath), 'from Restricted Mode');
    });

    it('stay in sight when the history was rewritten, and are not mixed with those of another notebook', async () => {
      const first = await settle('shop', root1);
      await first.files.create(path, 'mine');
      await settle('shop', root1);
      assert.equal(await (await settle('shop', root2)).files.read(path), 'mine');
      await (await settle('other', root2)).files.create(path, 'of the other');
      assert.equal(await (await settle('shop', root2)).files.read(path), 'of the other');
      assert.equal(await first.files.read(path), 'mine');
    });

    it('do not depend on a git that fails, or answers nonsense', async () => {
      const failing = await settle('shop', undefined, { rootCommit: () => Promise.reject(new Error('git hangs')) });
      assert.match(failing.id, /^place-/);
      assert.equal((await settle('shop', '../../elsewhere')).id, failing.id);
    });

    it('are refused inside a repository and inside the shared notes, whenever that becomes so', async () => {
      const inside = (sentence: RegExp) => (error: unknown) => error instanceof Error && sentence.test(error.message);
      repository('dotfiles');
      const set = (at: string) => ({ privateFolder: () => folder(at) });
      const refused = await settle('shop', root1, set('dotfiles/private'));
      const sentence = inside(
        /^2026-11-24-ada-lin\.md was not written: Private notes are not written inside a repository \(.*\)\. Set outloud\.privateFolder to a folder outside every repository\. Your words are kept\.$/,
      );
      await assert.rejects(refused.files.create(path, 'mine'), sentence);
      const shared = await settle('shop', root1, set('shop/notes/private'));
      await assert.rejects(shared.files.create(path, 'mine'), inside(/inside the shared notes/));
      mkdirSync(folder('linked'));
      symlinkSync(folder('dotfiles'), folder('linked/dotfiles'), 'junction');
      await assert.rejects(
        (await settle('shop', root1, set('linked/dotfiles/private'))).files.create(path, 'mine'),
        sentence,
      );
      const fine = await settle('shop', root1, set('later/private'));
      await fine.files.create(path, 'mine');
      writeFileSync(folder('later/.git'), 'gitdir: elsewhere\n');
      await assert.rejects(
        fine.files.update(path, () => [{ at: { start: 0, end: 0 }, text: 'more' }]),
        sentence,
      );
      assert.equal(await fine.files.read(path), 'mine');
    });

    it('are closed to others even where the folder was open, and nothing above it is touched', async () => {
      mkdirSync(folder('safe', root1!), { recursive: true });
      for (const at of [folder('safe'), folder('safe', root1!)]) chmodSync(at, 0o755);
      const { files } = await settle('shop', root1, { privateFolder: () => folder('safe') });
      await files.create(path, 'mine');
      const modes = [folder('safe', root1!), folder('safe')].map(at => statSync(at).mode & 0o777);
      const expected = [0o700, 0o755];
      assert.deepEqual(process.platform === 'win32' ? expected : modes, expected); // Windows: a home is its owner's
    });
  });
});
