import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, readdirSync, symlinkSync, unlinkSync } from 'node:fs';
import { NoteRefused } from '../../../src/app/failure.ts';
import type { SharedPath } from '../../../src/core/note/notePath.ts';
import { realDisk } from '../../../src/node/files/disk.ts';
import { nodeFiles } from '../../../src/node/files/nodeFiles.ts';
import { freshFolder } from './folder.ts';

const isWindows = process.platform === 'win32';

describe('reading notes', () => {
  const folder = freshFolder();
  const files = () => nodeFiles<SharedPath>(folder('notes'), { from: folder() });
  const at = (path: string) => path as SharedPath;
  const listed = async (below?: string) => {
    const paths: string[] = [];
    for await (const batch of files().list(undefined, below)) paths.push(...batch.map(file => file.path));
    return paths;
  };
  const refused = (code: NoteRefused['code']) => (error: unknown) =>
    error instanceof NoteRefused && error.code === code;

  it('lists the notes in the order of their paths, and nothing else', async () => {
    const bare = ['objects/x', 'refs/x', 'HEAD', 'x.md'].map(name => `people/bare/${name}`);
    const others = ['.hidden.md', '.git/a.md', 'people/nested/.git/HEAD', 'people/nested/a.md', 'people/picture.png'];
    const notes = ['people/ada-b.md', 'people/ada/a.md', 'people/ada.md', 'team.md', 'people/ada/What is it?.md'];
    for (const path of [...bare, ...others, ...(isWindows ? notes.slice(0, 4) : notes)])
      folder.write(`notes/${path}`, '# A');
    mkdirSync(folder('notes/folder.md'));
    folder.write('notes/folder.md/inside.md', '# A');
    folder.write('elsewhere/outside.md', '# A');
    symlinkSync(folder('elsewhere'), folder('notes/people/linked'), 'junction');
    if (!isWindows) symlinkSync(folder('elsewhere/outside.md'), folder('notes/linked.md'));
    const odd = isWindows ? [] : ['people/ada/What is it?.md'];
    assert.deepEqual(await listed(), ['people/ada-b.md', 'people/ada.md', ...odd, 'people/ada/a.md', 'team.md']);
    assert.deepEqual(await listed('people/ada/'), [...odd, 'people/ada/a.md']);
    assert.deepEqual(await listed('people/linked/'), []);
    assert.deepEqual(await listed('people/nested/'), []);
  });

  it('lists nothing where there is no folder, and does not take a failing disk for an empty one', async () => {
    assert.deepEqual(await listed(), []);
    folder.write('notes/a.md', '# A');
    const readdir = () => {
      throw Object.assign(new Error('EIO'), { code: 'EIO' });
    };
    const broken = nodeFiles<SharedPath>(folder('notes'), { disk: { ...realDisk, readdir } });
    await assert.rejects(async () => {
      for await (const _ of broken.list()) assert.fail('nothing to list');
    }, /EIO/);
  });

  it('stops listing and reading when told to', async () => {
    for (let i = 0; i < 300; i += 1) folder.write(`notes/${i}/a.md`, '# A');
    const stop = new AbortController();
    const busy = { ...realDisk, lstat: (path: string) => (waste(1), realDisk.lstat(path)) };
    const listing = async () => {
      for await (const _ of nodeFiles<SharedPath>(folder('notes'), { disk: busy }).list(stop.signal)) stop.abort();
    };
    await assert.rejects(listing, { name: 'AbortError' });
  });

  it('lets others have their turn while it lists and reads for long', async () => {
    const paths = Array.from({ length: 60 }, (_, i) => at(`${i}.md`));
    for (const path of paths) folder.write(`notes/${path}`, '# A');
    const slow = {
      ...realDisk,
      lstat: (path: string) => (waste(2), realDisk.lstat(path)),
      open: (path: string) => (waste(2), realDisk.open(path)),
    };
    const notes = nodeFiles<SharedPath>(folder('notes'), { disk: slow });
    let turns = 0;
    const turn = setInterval(() => (turns += 1), 0);
    for await (const _ of notes.list());
    assert.ok(turns >= 2, `${turns} turns while listing`);
    turns = 0;
    for await (const _ of notes.readAll(paths));
    clearInterval(turn);
    assert.ok(turns >= 2, `${turns} turns while reading`);
  });

  it('lets others have their turn while many ask for one note each, and use it', async () => {
    const paths = Array.from({ length: 60 }, (_, i) => at(`${i}.md`));
    for (const path of paths) folder.write(`notes/${path}`, '# A');
    const notes = files();
    let turns = 0;
    const turn = setInterval(() => (turns += 1), 0);
    const used = await Promise.all(
      paths.map(async path => {
        const text = await notes.read(path);
        waste(2);
        return text;
      }),
    );
    clearInterval(turn);
    assert.deepEqual(used, Array(60).fill('# A'));
    assert.ok(turns >= 3, `${turns} turns`);
  });

  it('reads every byte: byte order mark, line endings, a missing last newline', async () => {
    const text = '\uFEFF---\r\ntype: learning\r\n---\r\n# Zoë 学\n\nlast';
    folder.write('notes/a.md', text);
    assert.equal(await files().read(at('a.md')), text);
  });

  it('refuses what is no safe text', async () => {
    const cases: [string, string | Buffer, NoteRefused['code']][] = [
      ['nul.md', 'a\0b', 'binary'],
      ['latin1.md', Buffer.from('Zo\xeb', 'latin1'), 'not-utf8'],
      ['half.md', Buffer.from([0x61, 0xe5, 0xad]), 'not-utf8'],
      ['surrogate.md', Buffer.from([0xed, 0xa0, 0x80]), 'not-utf8'],
      ['large.md', 'x'.repeat(1024 * 1024 + 1), 'too-large'],
    ];
    for (const [path, bytes, code] of cases) {
      folder.write(`notes/${path}`, bytes);
      await assert.rejects(files().read(at(path)), refused(code), path);
    }
    folder.write('notes/largest.md', 'x'.repeat(1024 * 1024));
    assert.equal((await files().read(at('largest.md'))).length, 1024 * 1024);
  });

  it('refuses to leave the folder by a path', async () => {
    folder.write('secret.md', 'secret');
    for (const path of [
      '../secret.md',
      'a/../../secret.md',
      '/etc/x.md',
      'a\\..\\b.md',
      '.hidden.md',
      'a\0.md',
      'a//b.md',
      '',
    ]) {
      await assert.rejects(files().read(at(path)), refused('outside'), path);
      assert.throws(() => files().locate(at(path)), refused('outside'), path);
      assert.equal(await files().stat(at(path)), undefined, path);
    }
  });

  it('refuses links: the note, its folder, a folder above, the notes folder itself', async () => {
    folder.write('secret/people/ada/a.md', 'secret');
    folder.write('notes/people/ada/b.md', 'mine');
    symlinkSync(folder('secret/people/ada'), folder('notes/people/sam'), 'junction');
    symlinkSync(folder('secret/people'), folder('notes/others'), 'junction');
    if (!isWindows) {
      symlinkSync(folder('secret/people/ada/a.md'), folder('notes/people/ada/a.md'));
      symlinkSync(folder('notes/loop.md'), folder('notes/loop.md'));
    }
    for (const path of ['people/sam/a.md', 'others/ada/a.md', ...(isWindows ? [] : ['people/ada/a.md', 'loop.md'])])
      await assert.rejects(files().read(at(path)), refused('link'), path);
    const linkedRoot = folder('repository/docs');
    folder.write('repository/x', '');
    symlinkSync(folder('secret'), linkedRoot, 'junction');
    const through = nodeFiles<SharedPath>(folder('repository/docs/people'), { from: folder('repository') });
    await assert.rejects(through.read(at('ada/a.md')), refused('link'));
    assert.equal(await through.stat(at('ada/a.md')), undefined);
    assert.equal(await files().read(at('people/ada/b.md')), 'mine');
  });

  it('refuses a link without O_NOFOLLOW too, and a note replaced while it is opened is read', async () => {
    folder.write('notes/a.md', 'mine');
    folder.write('secret.md', 'secret');
    const disk = { ...realDisk, refusesLinks: false };
    assert.equal(await nodeFiles<SharedPath>(folder('notes'), { disk }).read(at('a.md')), 'mine');
    let looks = 0;
    const swapped = {
      ...disk,
      lstat: (path: string) => (
        (looks += path.endsWith('a.md') ? 1 : 0),
        looks === 1 && path.endsWith('a.md') ? realDisk.lstat(folder('secret.md')) : realDisk.lstat(path)
      ),
    };
    assert.equal(await nodeFiles<SharedPath>(folder('notes'), { disk: swapped }).read(at('a.md')), 'mine');
    if (isWindows) return;
    symlinkSync(folder('secret.md'), folder('notes/b.md'));
    await assert.rejects(nodeFiles<SharedPath>(folder('notes'), { disk }).read(at('b.md')), refused('link'));
  });

  it('refuses a hard link, a pipe and a folder called like a note, without waiting', async () => {
    folder.write('secret.md', 'secret');
    mkdirSync(folder('notes/folder.md'), { recursive: true });
    linkSync(folder('secret.md'), folder('notes/hard.md'));
    await assert.rejects(files().read(at('hard.md')), refused('link'));
    await assert.rejects(files().read(at('folder.md')), refused('unreadable'));
    if (isWindows) return;
    execFileSync('mkfifo', [folder('notes/pipe.md')]);
    await assert.rejects(files().read(at('pipe.md')), refused('unreadable'));
    assert.deepEqual(await listed(), ['hard.md']);
  });

  it('reads a note whose writer is just taking the second name away, or was stopped before', async () => {
    folder.write('notes/a.md', 'mine');
    linkSync(folder('notes/a.md'), folder('notes/other'));
    setTimeout(() => {
      unlinkSync(folder('notes/other'));
    }, 5);
    assert.equal(await files().read(at('a.md')), 'mine');
    linkSync(folder('notes/a.md'), folder('notes/.a.md.4194305-0123456789ab.tmp'));
    assert.equal(await files().read(at('a.md')), 'mine');
    assert.deepEqual(readdirSync(folder('notes')), ['a.md']);
  });

  it('reads many and goes on after one that is refused or gone', async () => {
    folder.write('notes/a.md', '# A');
    folder.write('notes/b.md', 'a\0b');
    folder.write('notes/d.md', '# D');
    const texts: string[] = [];
    for await (const { path, text } of files().readAll(['a.md', 'b.md', 'c.md', 'd.md'].map(at)))
      texts.push(`${path}: ${typeof text === 'string' ? text : text.message}`);
    assert.deepEqual(texts, [
      'a.md: # A',
      'b.md: b.md was not opened: it holds bytes that are no text. Save it as plain text.',
      'c.md: c.md is not there any more. Look whether it was moved.',
      'd.md: # D',
    ]);
  });

  it('finds a note by where it is, also through a link above the folder', () => {
    folder.write('notes/people/ada/a.md', '# A');
    symlinkSync(folder('notes'), folder('linked'), 'junction');
    const linked = nodeFiles<SharedPath>(folder('linked'));
    assert.equal(linked.pathOf(folder('notes', 'people', 'ada', 'a.md')), 'people/ada/a.md');
    assert.equal(linked.pathOf(linked.locate(at('people/ada/a.md'))), 'people/ada/a.md');
    for (const file of ['notes', 'notes/a.txt', 'a.md', 'notes/.git/a.md', 'notesx/a.md'])
      assert.equal(files().pathOf(folder(file)), undefined, file);
  });
});

function waste(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}
