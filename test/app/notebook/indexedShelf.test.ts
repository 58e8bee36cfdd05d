import assert from 'node:assert/strict';
import { NoteRefused } from '../../../src/app/failure.ts';
import { indexedShelf, type ShelfOptions } from '../../../src/app/notebook/indexedShelf.ts';
import type { Shelf } from '../../../src/app/shelf.ts';
import type { SharedPath } from '../../../src/core/note/notePath.ts';
import { yamlHead } from '../../../src/node/yamlHead.ts';
import { memoryCache, memoryFiles, type MemoryFiles } from '../../support/memoryFiles.ts';

const at = (path: string) => path as SharedPath;
const learning = (title: string) => `---\ntype: learning\ndate: 2026-11-22\n---\n# ${title}\n`;
const notes = {
  'people/ada/learning/a.md': learning('A'),
  'people/ada/learning/b.md': learning('B'),
  'people/sam/learning/c.md': learning('C'),
  'team.md': '---\ntype: team\n---\n# Team\n',
};

function shelfOver(files: MemoryFiles<SharedPath>, options: Partial<ShelfOptions> = {}): Shelf<SharedPath> {
  return indexedShelf(files, { yaml: () => Promise.resolve(yamlHead), ...options });
}

/** What a shelf knows, a line for each note. */
async function shown(shelf: Shelf<SharedPath>): Promise<string> {
  const lines = (await shelf.notes()).map(({ path, title, type, isPrivate, problems }) =>
    [path, title, type ?? '–', ...(isPrivate ? ['private'] : []), ...problems.map(({ code }) => code)].join(' · '),
  );
  return lines.join('\n');
}

/** Lets everything that was started come to its end. */
const quiet = () => new Promise(resolve => setTimeout(resolve, 5));

describe('indexedShelf', () => {
  it('knows every note, sorted by path, and reads each once', async () => {
    const files = memoryFiles<SharedPath>(notes);
    const shelf = shelfOver(files);
    assert.deepEqual(files.calls, [], 'nothing is looked at before it is asked for');
    assert.equal(
      await shown(shelf),
      [
        'people/ada/learning/a.md · A · learning',
        'people/ada/learning/b.md · B · learning',
        'people/sam/learning/c.md · C · learning',
        'team.md · Team · team',
      ].join('\n'),
    );
    assert.deepEqual(files.calls, ['list', ...Object.keys(notes).map(path => `read ${path}`)]);
    assert.equal(await shelf.notes(), await shelf.notes(), 'a later call answers the same at once');
    assert.equal((await shelf.note(at('team.md')))?.title, 'Team');
    assert.equal(await shelf.note(at('none.md')), undefined);
    assert.equal(files.calls.length, 5);
  });

  it('shares one first look among all who ask at once', async () => {
    const files = memoryFiles<SharedPath>(notes);
    const shelf = shelfOver(files);
    await Promise.all([shelf.notes(), shelf.note(at('team.md')), shelf.notes()]);
    assert.equal(files.calls.length, 5);
  });

  it('keeps a refused note as a private one with a problem, and the others go on', async () => {
    const files = memoryFiles<SharedPath>(notes);
    files.put('people/ada/learning/b.md', new NoteRefused('b.md holds no text.', at('b.md'), 'binary'));
    files.put('people/ada/learning/2026-11-22-link.md', new NoteRefused('A link.', at('link.md'), 'link'));
    assert.equal(
      await shown(shelfOver(files)),
      [
        'people/ada/learning/2026-11-22-link.md · link · – · private · unreadable',
        'people/ada/learning/a.md · A · learning',
        'people/ada/learning/b.md · b · – · private · binary',
        'people/sam/learning/c.md · C · learning',
        'team.md · Team · team',
      ].join('\n'),
    );
  });

  it('leaves out what went away between the look and the reading', async () => {
    const files = memoryFiles<SharedPath>(notes);
    const readAll = files.readAll.bind(files);
    const hasty: MemoryFiles<SharedPath> = {
      ...files,
      readAll: paths => {
        files.remove('people/ada/learning/b.md');
        return readAll(paths);
      },
    };
    const paths = (await shelfOver(hasty).notes()).map(note => note.path);
    assert.deepEqual(paths, ['people/ada/learning/a.md', 'people/sam/learning/c.md', 'team.md']);
  });

  it('hears of its own writes at once, and takes the event of the disk for an echo', async () => {
    const files = memoryFiles<SharedPath>(notes);
    const shelf = shelfOver(files);
    const heard: string[] = [];
    const stop = shelf.onChange(paths => heard.push(paths.join(' ')));
    await shelf.notes();
    heard.length = 0;
    assert.equal(await shelf.create(at('team.md'), learning('New')), 'team-2.md');
    assert.equal((await shelf.note(at('team-2.md')))?.title, 'New');
    await shelf.update(at('team-2.md'), () => [{ at: { start: 0, end: 0 }, text: learning('Newer') }]);
    assert.equal((await shelf.note(at('team-2.md')))?.title, 'Newer');
    shelf.changed(['/notes/team-2.md']);
    await quiet();
    assert.deepEqual(heard, ['team-2.md', 'team-2.md']);
    stop();
    await shelf.create(at('x.md'), '# X');
    assert.equal(heard.length, 2);
  });

  it('looks at one changed note and at nothing else', async () => {
    const files = memoryFiles<SharedPath>(notes);
    const shelf = shelfOver(files);
    await shelf.notes();
    files.calls.length = 0;
    files.put('people/ada/learning/b.md', learning('B, better'));
    files.put('people/sam/learning/d.md', learning('D'));
    files.remove('team.md');
    const heard: string[] = [];
    shelf.onChange(paths => heard.push(...paths));
    shelf.changed([
      '/notes/people/ada/learning/b.md',
      '/notes/people/sam/learning/d.md',
      '/notes/team.md',
      '/elsewhere/x.md',
    ]);
    assert.match(await shown(shelf), /b\.md · B, better · learning\n.*c\.md.*\n.*d\.md · D · learning$/);
    assert.deepEqual(heard, ['people/ada/learning/b.md', 'people/sam/learning/d.md', 'team.md']);
    assert.equal(files.calls.filter(call => call.startsWith('list')).length, 0);
    assert.equal(files.calls.filter(call => call.startsWith('read')).length, 2);
  });

  it('looks below a folder that was moved, and at everything when told nothing more', async () => {
    const files = memoryFiles<SharedPath>(notes);
    const shelf = shelfOver(files);
    await shelf.notes();
    files.calls.length = 0;
    files.remove('people/ada/learning/a.md');
    files.put('people/ada/learning/z.md', learning('Z'));
    shelf.changed(['/notes/people/ada']);
    assert.deepEqual(
      (await shelf.notes()).map(note => note.title),
      ['B', 'Z', 'C', 'Team'],
    );
    assert.deepEqual(files.calls, ['list people/ada/', 'read people/ada/learning/z.md']);
    files.put('people/sam/learning/c.md', learning('C, pulled'));
    files.remove('team.md');
    shelf.changed();
    assert.deepEqual(
      (await shelf.notes()).map(note => note.title),
      ['B', 'Z', 'C, pulled'],
    );
    files.remove('people/sam/learning/c.md');
    shelf.changed(['/']);
    assert.deepEqual(
      (await shelf.notes()).map(note => note.title),
      ['B', 'Z'],
    );
  });

  it('follows events without being asked, a burst of them in one look', async () => {
    const files = memoryFiles<SharedPath>(notes);
    const shelf = shelfOver(files);
    await shelf.notes();
    files.calls.length = 0;
    const heard: string[][] = [];
    shelf.onChange(paths => heard.push([...paths]));
    for (const path of Object.keys(notes)) {
      files.put(path, learning('Pulled'));
      shelf.changed([`/notes/${path}`]);
    }
    await quiet();
    assert.deepEqual(heard, [Object.keys(notes)]);
  });

  it('tells nothing of its first look: who asked has the answer, and nobody saw an older one', async () => {
    const shelf = shelfOver(memoryFiles<SharedPath>(notes));
    const heard: string[] = [];
    shelf.onChange(paths => heard.push(...paths));
    assert.equal((await shelf.notes()).length, Object.keys(notes).length);
    assert.deepEqual(heard, []);
  });

  it('takes what changed during a look into account before it answers', async () => {
    const files = memoryFiles<SharedPath>(notes);
    const shelf = shelfOver(files);
    const first = shelf.notes();
    await Promise.resolve();
    files.put('people/sam/learning/d.md', learning('D'));
    shelf.changed(['/notes/people/sam/learning/d.md']);
    assert.deepEqual(
      (await first).map(note => note.title),
      ['A', 'B', 'C', 'D', 'Team'],
    );
  });

  it('lets two windows on one folder come to the same index', async () => {
    const files = memoryFiles<SharedPath>(notes);
    const [one, two] = [shelfOver(files), shelfOver(files)];
    await Promise.all([one.notes(), two.notes()]);
    const tell = (shelf: Shelf<SharedPath>) => (paths: readonly string[]) => {
      shelf.changed(paths.map(path => `/notes/${path}`));
    };
    one.onChange(tell(two));
    two.onChange(tell(one));
    await Promise.all([one.create(at('x.md'), learning('One')), two.create(at('x.md'), learning('Two'))]);
    await one.update(at('team.md'), () => [{ at: { start: 0, end: 0 }, text: learning('Us') }]);
    await quiet();
    assert.equal(await shown(one), await shown(two));
    assert.deepEqual((await two.notes()).map(note => note.title).toSorted(), ['A', 'B', 'C', 'One', 'Two', 'Us']);
  });

  it('stops for one who gives up, and goes on for the others', async () => {
    const files = memoryFiles<SharedPath>(notes);
    const shelf = shelfOver(files);
    const stop = new AbortController();
    const [given, kept] = [shelf.notes(stop.signal), shelf.notes()];
    stop.abort();
    await assert.rejects(given, { name: 'AbortError' });
    assert.equal((await kept).length, 4);
  });

  it('stops the work when nobody waits any more, and begins again when asked', async () => {
    const files = memoryFiles<SharedPath>(notes);
    const shelf = shelfOver(files);
    const stop = new AbortController();
    const given = shelf.notes(stop.signal);
    stop.abort();
    await assert.rejects(given, { name: 'AbortError' });
    await quiet();
    assert.ok(files.calls.length < 5, files.calls.join());
    assert.equal((await shelf.notes()).length, 4);
  });

  it('tells a failing disk to who asks, keeps what it knows, and tries again', async () => {
    const files = memoryFiles<SharedPath>(notes);
    const list = files.list.bind(files);
    let isBroken = false;
    const shelf = shelfOver({
      ...files,
      list: (...args) => {
        if (isBroken) throw new Error('EIO');
        return list(...args);
      },
    });
    await shelf.notes();
    isBroken = true;
    shelf.changed();
    await assert.rejects(shelf.notes(), /EIO/);
    isBroken = false;
    assert.equal((await shelf.notes()).length, 4);
  });

  it('a failed write leaves the index as it was', async () => {
    const files = memoryFiles<SharedPath>(notes);
    const shelf = shelfOver(files);
    const before = await shelf.notes();
    files.failWrites('The disk is full.');
    await assert.rejects(shelf.create(at('x.md'), 'my words'), { message: 'The disk is full.', text: 'my words' });
    assert.equal(await shelf.notes(), before);
  });

  describe('with a cache', () => {
    const cached = (cache: ReturnType<typeof memoryCache>) => ({ cache, cacheKey: 'shop' });
    const odd = {
      ...notes,
      'odd.md':
        '---\ntype: learning\ntags: [a, "b c"]\nsource: { name: a book, pages: [1, 2] }\nmy key: ~\nn: 1.5\n---\n# Odd\n',
      'broken.md': '---\ntype: learning\ntype: win\n---\n# Broken\n',
    };

    it('knows the same after a start, and reads only the private notes for it', async () => {
      const cache = memoryCache();
      const files = memoryFiles<SharedPath>(odd);
      const before = await shelfOver(files, cached(cache)).notes();
      await quiet();
      files.calls.length = 0;
      const after = await shelfOver(files, cached(cache)).notes();
      assert.deepEqual(after, before);
      assert.deepEqual(files.calls, ['list', 'read broken.md']); // nobody knows what it says, so it counts as private
    });

    it('keeps no word of a private note that lies among the shared ones', async () => {
      const cache = memoryCache();
      const texts = ['private: true', 'private: "false"', 'tags: [wisteria'].map(
        head => `---\n${head}\n---\n# Wisteria\n`,
      );
      const hard = '---\ntype: hard-moment\ntags: [wisteria]\n---\n# Wisteria\n';
      const hidden = [...texts, hard].map((text, i) => [`people/ada/learning/wisteria-${i}.md`, text] as const);
      const files = memoryFiles<SharedPath>({ ...notes, ...Object.fromEntries(hidden) });
      const before = await shelfOver(files, cached(cache)).notes();
      await quiet();
      const kept = new TextDecoder().decode(cache.entries.get('shop'));
      assert.match(kept, /team/);
      assert.doesNotMatch(kept, /wisteria/i);
      assert.deepEqual(await shelfOver(files, cached(cache)).notes(), before);
    });

    it('reads only what moved on since', async () => {
      const cache = memoryCache();
      const files = memoryFiles<SharedPath>(notes);
      await shelfOver(files, cached(cache)).notes();
      await quiet();
      files.put('people/ada/learning/b.md', learning('B, better'));
      files.put('people/zoe/learning/n.md', learning('N'));
      files.remove('team.md');
      files.calls.length = 0;
      const after = await shelfOver(files, cached(cache)).notes();
      assert.deepEqual(
        after.map(note => note.title),
        ['A', 'B, better', 'C', 'N'],
      );
      assert.deepEqual(files.calls, ['list', 'read people/ada/learning/b.md', 'read people/zoe/learning/n.md']);
    });

    it('does without a cache that is torn, of another format, or fails', async () => {
      const cache = memoryCache();
      const files = memoryFiles<SharedPath>(notes);
      await shelfOver(files, cached(cache)).notes();
      await quiet();
      const whole = cache.entries.get('shop') ?? new Uint8Array();
      const text = new TextDecoder().decode(whole);
      const torn = [
        whole.slice(0, -20),
        whole.slice(0, 5),
        new TextEncoder().encode(text.replace(/ \d\n/, ' 0\n')),
        new TextEncoder().encode(text.replace('[', '{')),
      ];
      for (const bytes of torn) {
        cache.entries.set('shop', bytes);
        assert.equal((await shelfOver(files, cached(cache)).notes()).length, 4);
      }
      const failing = { load: () => Promise.reject(new Error('EIO')), save: () => Promise.reject(new Error('EIO')) };
      assert.equal((await shelfOver(files, { cache: failing, cacheKey: 'shop' }).notes()).length, 4);
      await quiet();
    });

    it('keeps nothing an editor showed it that the disk does not have', async () => {
      const cache = memoryCache();
      const files = memoryFiles<SharedPath>(notes);
      const shelf = shelfOver(files, cached(cache));
      await shelf.notes();
      shelf.changed(['/notes/team.md']);
      await shelf.notes();
      for (let i = 0; i < 200; i += 1) files.put(`people/zoe/learning/${i}.md`, learning('Z'));
      shelf.changed();
      await shelf.notes();
      await quiet();
      files.calls.length = 0;
      await shelfOver(files, cached(cache)).notes();
      assert.deepEqual(files.calls, ['list', 'read team.md']);
    });
  });
});
