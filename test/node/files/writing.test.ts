import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import fc from 'fast-check';
import { NoteRefused, WriteFailed } from '../../../src/app/failure.ts';
import type { SharedPath } from '../../../src/core/note/notePath.ts';
import { realDisk, type Disk } from '../../../src/node/files/disk.ts';
import { numberedName } from '../../../src/node/files/freeName.ts';
import { nodeFiles } from '../../../src/node/files/nodeFiles.ts';
import { brokenDisk, diskWithout, fail, systemError } from './brokenDisk.ts';
import { filesIn, freshFolder } from './folder.ts';

const isWindows = process.platform === 'win32';
const at = (path: string) => path as SharedPath;
const append = (line: string) => (text: string | undefined) => {
  const end = text?.length ?? 0;
  return [{ at: { start: end, end }, text: line }];
};

describe('writing notes', () => {
  const folder = freshFolder();
  const files = (disk?: Disk) => nodeFiles<SharedPath>(folder('notes'), { from: folder(), ...(disk && { disk }) });
  const onDisk = () => filesIn(folder('notes'));

  it('makes the folders and the note, and leaves nothing else', async () => {
    assert.equal(await files().create(at('people/ada/learning/a.md'), '# Zoë\r\n'), 'people/ada/learning/a.md');
    assert.deepEqual(onDisk(), { 'people/ada/learning/a.md': '# Zoë\r\n' });
  });

  it('takes the next free name, and never a taken one', async () => {
    const wanted = at('people/ada/retro.md');
    const paths = await Promise.all(['one', 'two', 'three'].map(text => files().create(wanted, text)));
    assert.deepEqual(paths.toSorted(), ['people/ada/retro-2.md', 'people/ada/retro-3.md', wanted]);
    assert.deepEqual(Object.values(onDisk()).toSorted(), ['one', 'three', 'two']);
  });

  it('takes the next free name where another differs only in case or composition', async () => {
    folder.write('notes/Retro.md', 'hers');
    folder.write('notes/re\u0301sume\u0301.md', 'hers too');
    assert.equal(await files().create(at('retro.md'), 'mine'), 'retro-2.md');
    assert.equal(await files().create(at('r\u00e9sum\u00e9.md'), 'mine'), 'r\u00e9sum\u00e9-2.md');
  });

  it('writes into a folder that differs in case only instead of making its twin', async () => {
    folder.write('notes/people/Ada/a.md', '# A');
    assert.equal(await files().create(at('people/ada/b.md'), '# B'), 'people/Ada/b.md');
  });

  it('keeps a numbered name within what a name may be', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }),
        fc.integer({ min: 2, max: 9999 }),
        (stem, n) => {
          const name = numberedName(`${stem}.md`, n);
          assert.ok(Buffer.byteLength(name) <= 120 && name.endsWith(`-${n}.md`));
        },
      ),
    );
  });

  it('refuses a path that is not safe everywhere, and keeps the words', async () => {
    const names = [
      '../a',
      'a/../../a',
      'con',
      'people/NUL',
      'a:b',
      'what?',
      'x'.repeat(300),
      '.git/a',
      '.a',
      'a\0',
      're\u0301',
    ];
    for (const name of names) {
      await assert.rejects(
        files().create(at(`${name}.md`), 'my words'),
        (error: unknown) => error instanceof WriteFailed && error.text === 'my words',
      );
    }
    await assert.rejects(files().update(at('../a.md'), append('my words')), NoteRefused);
    await assert.rejects(files().update(at('people/NUL.md'), append('my words')), {
      name: 'WriteFailed',
      text: 'my words',
    });
    assert.equal(existsSync(folder('a.md')), false);
  });

  it('refuses what could not be read again', async () => {
    await assert.rejects(files().create(at('a.md'), 'a\0b'), WriteFailed);
    await assert.rejects(files().create(at('a.md'), 'x'.repeat(1024 * 1024 + 1)), WriteFailed);
    await files().create(at('a.md'), 'x'.repeat(1024 * 1024 - 1));
    await assert.rejects(files().update(at('a.md'), append('xx')), /larger than 1 MiB/);
    assert.equal(Object.keys(onDisk()).length, 1);
  });

  it('changes only what it was asked to change, in place', async () => {
    folder.write('notes/a.md', '\uFEFF---\r\ntype: goal # mine\r\n---\r\n<<<<<<< ours\n# A');
    if (!isWindows) chmodSync(folder('notes/a.md'), 0o640);
    await files().update(at('a.md'), text => {
      const start = text?.indexOf('goal') ?? 0;
      return [{ at: { start, end: start + 4 }, text: 'win' }];
    });
    assert.deepEqual(onDisk(), { 'a.md': '\uFEFF---\r\ntype: win # mine\r\n---\r\n<<<<<<< ours\n# A' });
    if (!isWindows) assert.equal((statSync(folder('notes/a.md')).mode & 0o777).toString(8), '640');
  });

  it('makes an absent note, and touches nothing where there is nothing to change', async () => {
    await files().update(at('people/ada/a.md'), () => []);
    assert.equal(existsSync(folder('notes')), false);
    await files().update(at('people/ada/a.md'), text => append(`${String(text)}: new\n`)(text));
    assert.deepEqual(onDisk(), { 'people/ada/a.md': 'undefined: new\n' });
    const before = statSync(folder('notes/people/ada/a.md'));
    await files().update(at('people/ada/a.md'), () => []);
    assert.equal(statSync(folder('notes/people/ada/a.md')).ino, before.ino);
  });

  it('hands on an error of who asked for the change, as it is', async () => {
    const mine = new Error('mine');
    const change = () => {
      throw mine;
    };
    folder.write('notes/a.md', '# A');
    await assert.rejects(files().update(at('a.md'), change), mine);
    assert.deepEqual(onDisk(), { 'a.md': '# A' });
  });

  it('asks for the change again where the note moved on while it was written', async () => {
    folder.write('notes/a.md', 'one\n');
    let n = 0;
    const { disk } = brokenDisk(name => {
      if (name === 'sync' && (n += 1) <= 2) writeFileSync(folder('notes/a.md'), `one\nhers ${n}\n`);
      return undefined;
    });
    await files(disk).update(at('a.md'), append('mine\n'));
    assert.deepEqual(onDisk(), { 'a.md': 'one\nhers 2\nmine\n' });
  });

  it('makes a note anew that was deleted meanwhile, and adds to one that was created meanwhile', async () => {
    folder.write('notes/a.md', 'one\n');
    const meanwhile = (act: () => void) => {
      let isDone = false;
      return brokenDisk(name => {
        if (name === 'sync' && !isDone) act();
        isDone ||= name === 'sync';
        return undefined;
      }).disk;
    };
    await files(
      meanwhile(() => {
        unlinkSync(folder('notes/a.md'));
      }),
    ).update(at('a.md'), append('mine\n'));
    await files(
      meanwhile(() => {
        writeFileSync(folder('notes/b.md'), 'hers\n');
      }),
    ).update(at('b.md'), append('mine\n'));
    assert.deepEqual(onDisk(), { 'a.md': 'mine\n', 'b.md': 'hers\nmine\n' });
  });

  it('gives up on a note that never keeps still, with the words kept', async () => {
    folder.write('notes/a.md', 'one\n');
    let n = 0;
    const { disk } = brokenDisk(name => {
      if (name === 'sync') writeFileSync(folder('notes/a.md'), `hers ${(n += 1)}\n`);
      return undefined;
    });
    await assert.rejects(
      files(disk).update(at('a.md'), append('mine\n')),
      /^WriteFailed: a\.md was not written: it kept changing while it was written\. Try again in a moment\. Your words are kept\.$/,
    );
    assert.deepEqual(Object.keys(onDisk()), ['a.md']);
  });

  it('refuses to write through links, into repositories and over what is no note', async () => {
    folder.write('elsewhere/people/ada/a.md', 'secret');
    folder.write('notes/nested/.git/HEAD', 'ref: x');
    for (const name of ['HEAD', 'objects/x', 'refs/x']) folder.write(`notes/bare/${name}`, '');
    folder.write('notes/file', 'no folder');
    symlinkSync(folder('elsewhere/people'), folder('notes/people'), 'junction');
    const before = filesIn(folder());
    for (const path of ['people/ada/b.md', 'nested/b.md', 'nested/deep/b.md', 'bare/b.md', 'file/b.md']) {
      await assert.rejects(files().create(at(path), 'mine'), { name: 'WriteFailed', text: 'mine' }, path);
      await assert.rejects(files().update(at(path), append('mine')), /was not (written|opened)/, path);
    }
    linkSync(folder('elsewhere/people/ada/a.md'), folder('notes/hard.md'));
    await assert.rejects(files().update(at('hard.md'), append('mine')), NoteRefused);
    rmSync(folder('notes/hard.md'));
    assert.deepEqual(filesIn(folder()), before);
  });

  it('refuses a notes folder that became a link', async () => {
    mkdirSync(folder('elsewhere'));
    symlinkSync(folder('elsewhere'), folder('notes'), 'junction');
    await assert.rejects(files().create(at('a.md'), 'mine'), /is a link to somewhere else/);
    assert.deepEqual(filesIn(folder('elsewhere')), {});
  });

  it('asks first whether this folder may be written in', async () => {
    const mayWrite = () => {
      throw systemError('EACCES');
    };
    const closed = nodeFiles<SharedPath>(folder('notes'), { mayWrite });
    await assert.rejects(closed.create(at('a.md'), 'mine'), { name: 'WriteFailed', text: 'mine' });
    await assert.rejects(closed.update(at('a.md'), append('mine')), { name: 'WriteFailed', text: 'mine' });
    assert.equal(existsSync(folder('notes')), false);
  });

  it('closes private notes to others', async function () {
    const own = nodeFiles<SharedPath>(folder('home/private/id'), { isPrivate: true });
    await own.create(at('one-on-ones/a.md'), 'mine');
    await own.update(at('one-on-ones/b.md'), append('mine'));
    const modes = [
      '',
      'private',
      'private/id',
      'private/id/one-on-ones',
      'private/id/one-on-ones/a.md',
      'private/id/one-on-ones/b.md',
    ].map(path => statSync(folder('home', path)).mode & 0o777);
    const closed = [0o700, 0o700, 0o700, 0o700, 0o600, 0o600];
    assert.deepEqual(isWindows ? closed : modes, closed); // Windows keeps rights elsewhere: a home is its owner's
  });

  it('closes a private note that was open to others as it is written again', async () => {
    folder.write('home/private/a.md', 'mine');
    if (!isWindows) chmodSync(folder('home/private/a.md'), 0o664);
    const seen: number[] = [];
    const create: typeof realDisk.create = (path, mode) => {
      seen.push(mode & 0o077);
      return realDisk.create(path, mode);
    };
    const own = nodeFiles<SharedPath>(folder('home/private'), { isPrivate: true, disk: { ...realDisk, create } });
    await own.update(at('a.md'), append(' and more'));
    assert.equal(readFileSync(folder('home/private/a.md'), 'utf8'), 'mine and more');
    assert.equal(isWindows ? 0o600 : statSync(folder('home/private/a.md')).mode & 0o777, 0o600);
    assert.deepEqual([...new Set(seen)], [0]); // the lock and the temporary file are nobody else's either
  });

  const sentences: [code: string, sentence: RegExp][] = [
    ['ENOSPC', /the disk is full\. Make some room and try again\./],
    ['EDQUOT', /your share of the disk is used up\./],
    ['EROFS', /the disk can only be read\. Choose a notes folder on another disk\./],
    ['EACCES', /you may not write there\. Change the rights/],
    ['EPERM', /you may not write there\. Change the rights/],
    ['EBUSY', /another program holds it\. Close it there and try again\./],
    ['EIO', /the disk reported a fault\./],
    ['EMFILE', /too many files are open\./],
    ['EXDEV', /the system refused it \(EXDEV\)\. Try again\./],
  ];
  for (const [code, sentence] of sentences)
    it(`says in one sentence what ${code} means, keeps the old note, the words, and no trace`, async () => {
      folder.write('notes/a.md', 'old\n');
      for (const step of ['create', 'write', 'sync', 'rename'] as const) {
        const failure = files(diskWithout(step, code)).update(at('a.md'), append('new\n'));
        await assert.rejects(failure, (error: unknown) => {
          assert.ok(error instanceof WriteFailed);
          assert.match(error.message, /^a\.md was not written: [^\n]+ Your words are kept\.$/);
          assert.match(error.message, sentence);
          assert.equal(error.text, 'old\nnew\n');
          return true;
        });
        assert.deepEqual(onDisk(), { 'a.md': 'old\n' }, step);
      }
    });

  it('writes every byte where the disk takes only some at a time, and fails where it takes none', async () => {
    const few = (most: number) =>
      brokenDisk((name, _, [fd, bytes, from]) =>
        name !== 'write'
          ? undefined
          : () => realDisk.write(fd as number, (bytes as Buffer).subarray(0, (from as number) + most), from as number),
      ).disk;
    const text = `${'Zoë '.repeat(50)}\n`;
    assert.equal(await files(few(7)).create(at('a.md'), text), 'a.md');
    await assert.rejects(
      files(brokenDisk(name => (name === 'write' ? () => 0 : undefined)).disk).create(at('b.md'), text),
      /the disk is full/,
    );
    assert.deepEqual(onDisk(), { 'a.md': text });
  });

  it('gives a new note its name where the disk knows no second names', async () => {
    for (const code of ['EPERM', 'ENOTSUP', 'ENOSYS']) {
      const disk = diskWithout('link', code);
      const wanted = at(`${code}.md`);
      const paths = await Promise.all([files(disk).create(wanted, 'one'), files(disk).create(wanted, 'two')]);
      assert.deepEqual(paths.toSorted(), [`${code}-2.md`, wanted]);
    }
    assert.deepEqual(Object.values(onDisk()).toSorted(), ['one', 'one', 'one', 'two', 'two', 'two']);
    const noName = brokenDisk(name => (name === 'link' || name === 'rename' ? fail('EPERM') : undefined)).disk;
    await assert.rejects(files(noName).create(at('x.md'), 'mine'), WriteFailed);
    assert.equal(existsSync(folder('notes/x.md')), false);
  });

  it('tries again where another program holds the note for a moment', async () => {
    folder.write('notes/a.md', 'old\n');
    let n = 0;
    const { disk } = brokenDisk(name => (name === 'rename' && (n += 1) < 3 ? fail('EBUSY') : undefined));
    await files(disk).update(at('a.md'), append('new\n'));
    assert.deepEqual(onDisk(), { 'a.md': 'old\nnew\n' });
  });

  it('respects a note that its owner made read-only', async () => {
    folder.write('notes/a.md', 'old\n');
    await assert.rejects(files(diskWithout('mayWrite', 'EACCES')).update(at('a.md'), append('new\n')), WriteFailed);
    assert.deepEqual(onDisk(), { 'a.md': 'old\n' });
  });

  describe('with a lock in the way', () => {
    const lock = (owner: object, age = 0) => {
      folder.write('notes/a.md', 'old\n');
      const file = folder.write('notes/.a.md.lock', JSON.stringify(owner));
      const then = Date.now() / 1000 - age;
      utimesSync(file, then, then);
    };
    const here = `${hostname()}/${process.platform}`;

    it('takes over from an owner that has ended, with what it left', async () => {
      lock({ pid: 4_194_305, host: here, token: 'x' });
      folder.write('notes/.a.md.4194305-0123456789ab.tmp', 'half');
      await files().update(at('a.md'), append('new\n'));
      assert.deepEqual(onDisk(), { 'a.md': 'old\nnew\n' });
    });

    it('takes over a lock of another machine after half a minute, torn or whole, also when the clock went back', async () => {
      for (const age of [31, -3600]) {
        lock({ pid: 1, host: 'elsewhere', token: 'x' }, age);
        await files().update(at('a.md'), append('new\n'));
        assert.deepEqual(onDisk(), { 'a.md': 'old\nnew\n' });
      }
      folder.write('notes/.a.md.lock', '{"pi');
      utimesSync(folder('notes/.a.md.lock'), 1, 1);
      await files().update(at('a.md'), append('again\n'));
      assert.deepEqual(onDisk(), { 'a.md': 'old\nnew\nagain\n' });
    });

    it('waits for an owner that is at work', async () => {
      lock({ pid: process.pid, host: here, token: 'x' });
      let isReleased = false;
      setTimeout(() => {
        isReleased = true;
        rmSync(folder('notes/.a.md.lock'));
      }, 60);
      await files().update(at('a.md'), append('new\n'));
      assert.equal(isReleased, true);
      assert.deepEqual(onDisk(), { 'a.md': 'old\nnew\n' });
    });

    it('sweeps what a crash left long ago when it first writes there', async () => {
      for (const name of ['notes/.b.md.77-0123456789ab.tmp', 'notes/.b.md.78-0123456789ab.tmp']) {
        folder.write(name, 'half');
        utimesSync(folder(name), 1, 1);
      }
      folder.write('notes/.mine.tmp', 'not ours');
      utimesSync(folder('notes/.mine.tmp'), 1, 1);
      await files().create(at('c.md'), 'new');
      assert.deepEqual(onDisk(), { '.mine.tmp': 'not ours', 'c.md': 'new' });
    });
  });

  it('loses nothing when any single step fails, or all from one step on', async () => {
    const jobs = {
      create: (disk: Disk) => files(disk).create(at('people/ada/new.md'), 'new\n'),
      update: (disk: Disk) => files(disk).update(at('people/ada/a.md'), append('new\n')),
      'update of an absent note': (disk: Disk) => files(disk).update(at('people/ada/new.md'), append('new\n')),
    };
    for (const [job, run] of Object.entries(jobs)) {
      const fresh = () => {
        rmSync(folder('notes'), { recursive: true, force: true });
        folder.write('notes/people/ada/a.md', 'old\n');
      };
      fresh();
      const healthy = brokenDisk(() => undefined);
      await run(healthy.disk);
      const done = onDisk();
      for (let step = 1; step <= healthy.calls.length; step += 1)
        for (const isCrash of [false, true]) {
          fresh();
          const broken = brokenDisk((name, nth) => (nth === step || (isCrash && nth > step) ? fail('EIO') : undefined));
          const failure = await Promise.resolve(run(broken.disk)).then(
            () => undefined,
            (error: unknown) => error,
          );
          const label = `${job}, ${isCrash ? 'from' : 'at'} step ${step} (${String(broken.calls[step - 1])})`;
          const visible = Object.fromEntries(Object.entries(onDisk()).filter(([path]) => !path.includes('/.')));
          if (failure === undefined) assert.deepEqual(visible, done, label);
          else {
            assert.ok(failure instanceof WriteFailed || failure instanceof NoteRefused, `${label}: not told`);
            const { 'people/ada/a.md': old, ...rest } = visible;
            assert.ok(old === 'old\n' || old === done['people/ada/a.md'], `${label}: ${String(old)}`);
            for (const text of Object.values(rest)) assert.equal(text, 'new\n', label);
          }
        }
    }
  });

  it('keeps every one of many changes at once', async () => {
    const [one, two] = [files(), files()];
    const lines = Array.from({ length: 60 }, (_, i) => `line ${i}\n`);
    await Promise.all(lines.map((line, i) => (i % 2 ? one : two).update(at('a.md'), append(line))));
    assert.deepEqual(
      readFileSync(folder('notes/a.md'), 'utf8')
        .split(/(?<=\n)/)
        .toSorted(),
      lines.toSorted(),
    );
    assert.deepEqual(Object.keys(onDisk()), ['a.md']);
  });
});
