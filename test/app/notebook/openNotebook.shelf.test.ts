import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { openNotebook } from '../../../src/app/notebook/openNotebook.ts';
import type { Notebook, Shelf } from '../../../src/app/shelf.ts';
import type { NotePath, PrivatePath, SharedPath } from '../../../src/core/note/notePath.ts';
import { nodeFiles } from '../../../src/node/files/nodeFiles.ts';
import { nodeHome } from '../../../src/node/files/nodeHome.ts';
import { pause } from '../../../src/node/files/pause.ts';
import { privateFiles } from '../../../src/node/files/privateFolder.ts';
import { yamlHead } from '../../../src/node/yamlHead.ts';
import { filesIn, freshFolder } from '../../node/files/folder.ts';
import { memoryCache } from '../../support/memoryFiles.ts';

describe('openNotebook, on a disk', () => {
  const folder = freshFolder();
  const open = async (cache = memoryCache()): Promise<Notebook> => {
    const home = nodeHome({
      folders: () => [folder('shop')],
      notesFolder: () => 'notes',
      storage: folder('storage'),
      home: folder('home'),
    });
    const [place] = [...(await home.found()), ...(await home.choices())];
    return openNotebook(place!, {
      home,
      sharedFiles: ({ folder: root }) => nodeFiles<SharedPath>(root),
      privateFiles,
      yaml: () => Promise.resolve(yamlHead),
      cache,
      pause,
    });
  };
  const titles = async <P extends NotePath>(shelf: Shelf<P>) => (await shelf.notes()).map(({ title }) => title);
  const learning = (title: string) => `---\ntype: learning\n---\n# ${title}\n`;
  const shared = (path: string) => path as SharedPath;

  it('keeps the two shelves apart, and no word of a private note anywhere else', async () => {
    const cache = memoryCache();
    const notebook = await open(cache);
    await notebook.shared.create(shared('people/ada/learning/a.md'), learning('For all'));
    await notebook.private.create('people/ada/learning/b.md' as PrivatePath, learning('Wisteria'));
    assert.deepEqual(await titles(notebook.shared), ['For all']);
    assert.deepEqual(await titles(notebook.private), ['Wisteria']);
    await pause(20);
    const holding = Object.entries(filesIn(folder())).filter(([, text]) => text.includes('Wisteria'));
    assert.match(
      holding.map(([path]) => path.replaceAll('\\', '/')).join(),
      /^home\/\.outloud\/private\/place-[0-9a-f]{16}\/people\/ada\/learning\/b\.md$/,
    );
    assert.ok(![...cache.entries.values()].some(bytes => new TextDecoder().decode(bytes).includes('Wisteria')));
  });

  it('lets two windows on one folder come to the same index', async () => {
    const [one, two] = [await open(), await open()];
    await Promise.all([one.shared.notes(), two.shared.notes()]);
    for (const [from, to] of [
      [one, two],
      [two, one],
    ] as const)
      from.shared.onChange(paths => {
        to.shared.changed(paths.map(path => from.shared.locate(path)));
      });
    await Promise.all(
      [one, two].map((notebook, i) =>
        notebook.shared.create(shared('people/ada/learning/a.md'), learning(`Window ${i}`)),
      ),
    );
    await pause(100);
    assert.deepEqual((await titles(one.shared)).toSorted(), ['Window 0', 'Window 1']);
    assert.deepEqual(await one.shared.notes(), await two.shared.notes());
  });

  it('sees what a pull and a branch switch did, from its cache and without one', async () => {
    const cache = memoryCache();
    const before = await open(cache);
    for (const name of ['a', 'b', 'c']) folder.write(`shop/notes/people/ada/learning/${name}.md`, learning(name));
    assert.deepEqual(await titles(before.shared), ['a', 'b', 'c']);
    await pause(50);
    rmSync(folder('shop/notes/people/ada/learning/b.md'));
    writeFileSync(folder('shop/notes/people/ada/learning/c.md'), learning('c, pulled'));
    folder.write('shop/notes/people/sam/learning/d.md', learning('d'));
    before.shared.changed();
    const expected = ['a', 'c, pulled', 'd'];
    assert.deepEqual(await titles(before.shared), expected);
    assert.deepEqual(await titles((await open(cache)).shared), expected);
    assert.deepEqual(await titles((await open()).shared), expected);
  });
});
