import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mock } from 'node:test';
import { isSharingRefused } from '../../../../src/app/share/noteSharing.ts';
import { commitChosen, whatToShare } from '../../../../src/app/share/shareNotes.ts';
import { meetTarget, partingAhead } from '../../../../src/app/share/meetTarget.ts';
import { realDisk } from '../../../../src/node/files/disk.ts';
import type { TestRepository } from '../../../support/gitRepository.ts';
import {
  clonedBy,
  gitExchange,
  learningNote,
  refused,
  sharedOrigin,
  type SharingClone,
} from '../../../support/sharingClone.ts';

const bees = 'people/ada/learning/2026-11-22-bees.md';
const cats = 'people/ada/learning/2026-11-22-cats.md';
const weekly = 'people/ada/weekly/2026-W47-ada.md';

describe('Sharing while something else happens', () => {
  let origin: TestRepository;
  let ada: SharingClone;
  beforeEach(() => {
    origin = sharedOrigin();
    ada = clonedBy('ada', origin);
  });
  afterEach(() => {
    origin.dispose();
  });

  const published = (branch = 'main') => origin.git('log', '--format=%s', branch).split('\n');
  const changeCode = (who: SharingClone, subject: string, files: Readonly<Record<string, string>>) => {
    for (const [path, text] of Object.entries(files)) who.write(path, text);
    who.git('add', '--', ...Object.keys(files));
    who.git('commit', '-q', '-m', subject);
  };
  const shareBees = async () => {
    ada.note(bees, learningNote('Bees'));
    await ada.share();
  };

  describe('what is committed', () => {
    it('holds no word that was written after the note was read', async () => {
      ada.note(bees, learningNote('Bees'));
      const hook = join(ada.root, '.git', 'hooks', 'pre-commit');
      mkdirSync(join(hook, '..'), { recursive: true });
      writeFileSync(hook, `#!/bin/sh\nprintf -- '---\\nprivate: true\\n---\\n# Hush\\n' > 'notes/${bees}'\n`);
      chmodSync(hook, 0o755);
      await ada.share();
      assert.match(ada.git('show', `HEAD:notes/${bees}`), /Bees/);
      assert.doesNotMatch(ada.git('cat-file', '--batch-all-objects', '--batch'), /Hush/);
      assert.equal(ada.git('status', '--porcelain'), ` M notes/${bees}`);
    });

    it('stands in the index too where a virus scanner held that for a moment', async () => {
      const rename = realDisk.rename.bind(realDisk);
      const held = mock.method(realDisk, 'rename', (from: string, to: string) => {
        const isHeld = held.mock.callCount() < 2;
        return isHeld ? Promise.reject(Object.assign(new Error('held'), { code: 'EBUSY' })) : rename(from, to);
      });
      try {
        await shareBees();
      } finally {
        held.mock.restore();
      }
      assert.equal(held.mock.callCount(), 3);
      assert.equal(ada.git('status', '--porcelain'), '');
    });

    it('goes on no other branch than the one she was shown', async () => {
      ada.note(bees, learningNote('Bees'));
      const { desk } = ada;
      const look = await whatToShare(desk);
      ada.git('checkout', '-q', '-b', 'other');
      await refused(commitChosen(desk, { look, paths: look.notes.map(({ path }) => path), message: 'Share' }), 'moved');
      assert.equal(ada.git('log', '-1', '--format=%s'), 'Begin');
    });

    it('takes no note away that is there again', async () => {
      await shareBees();
      ada.remove(`notes/${bees}`);
      const { desk } = ada;
      const look = await whatToShare(desk);
      ada.note(bees, learningNote('Bees'));
      await refused(commitChosen(desk, { look, paths: look.notes.map(({ path }) => path), message: 'Share' }), 'moved');
      assert.equal(ada.git('status', '--porcelain'), '');
    });
  });

  describe('what is pushed', () => {
    it('is nothing of another branch that is checked out while she is asked', async () => {
      await shareBees();
      const pushing = ada.publish({
        mayPublish: () => {
          ada.git('checkout', '-q', '-b', 'half');
          changeCode(ada, 'Half a cart', { 'cart.ts': 'let cart = 1;\n' });
          return true;
        },
      });
      await refused(pushing, 'moved');
      assert.deepEqual(published(), ['Begin']);
      assert.equal(origin.git('branch', '--list', 'half'), '');
    });

    it('is asked for again where there is more by then', async () => {
      changeCode(ada, 'The shop', { 'shop.ts': 'let shop = 1;\n' });
      await shareBees();
      const asked: (readonly string[])[] = [];
      const { pushed } = await ada.publish({
        mayPublish: ({ others }) => {
          asked.push(others);
          if (asked.length === 1) changeCode(ada, 'Half a cart', { 'cart.ts': 'let cart = 1;\n' });
          return !others.includes('Half a cart');
        },
      });
      assert.equal(pushed, false);
      assert.deepEqual(asked, [['The shop'], ['Half a cart', 'The shop']]);
      assert.deepEqual(published(), ['Begin']);
    });

    it('holds private notes only where she says so, which she committed by hand or made private since', async () => {
      ada.note(bees, learningNote('Bees', 'private: true\n'));
      ada.git('add', '.');
      ada.git('commit', '-q', '-m', 'Save all');
      ada.note(cats, learningNote('Cats'));
      await ada.share();
      ada.note(cats, learningNote('Cats', 'private: true\n'));
      const asked: (readonly string[])[] = [];
      const { pushed } = await ada.publish({ mayPublish: ({ privates }) => (asked.push(privates), false) });
      assert.equal(pushed, false);
      assert.deepEqual(asked, [[`notes/${cats}`, `notes/${bees}`]]);
    });

    it('is asked for where there is more than anybody can look at', async () => {
      const note = (n: number) => `M 644 inline notes/people/ada/learning/${n}.md\ndata 1\nx\n`;
      const commits = Array.from({ length: 502 }, (_, n) => {
        const file = n === 0 ? 'M 644 inline cart.ts\ndata 1\nx\n' : note(n);
        const from = n === 0 ? `from ${ada.git('rev-parse', 'HEAD')}\n` : '';
        return `commit refs/heads/main\ncommitter Ada <ada@shop.example> ${1764000000 + n} +0000\ndata 1\nx\n${from}${file}\n`;
      });
      origin.gitWith({ input: commits.join('') }, '-C', ada.root, 'fast-import', '--quiet');
      ada.git('reset', '-q', '--hard');
      assert.equal((await ada.publish()).pushed, false);
    });

    it('takes no code along where a branch is merged into hers for her notes', async () => {
      const week = (line: string) => `---\ntype: weekly\nweek: 2026-W47\n---\n# Week 47\n\n- ${line}\n`;
      const laptop = clonedBy('ada', origin, { name: 'laptop' });
      laptop.note(weekly, week('on the laptop'));
      await laptop.share();
      await laptop.publish();
      ada.git('checkout', '-q', '-b', 'two', '--no-track');
      ada.note(weekly, week('here'));
      await ada.share();
      await ada.publish();
      const exchange = gitExchange(ada.root, origin.environment);
      const parting = await partingAhead(ada.desk, exchange);
      assert.ok(parting);
      changeCode(ada, 'Half a cart', { 'cart.ts': 'let cart = 1;\n' });
      assert.equal(await partingAhead(ada.desk, exchange), undefined);
      await refused(meetTarget(ada.desk, exchange, parting), 'moved');
      assert.deepEqual(published('two'), ['Share notes: the week 47', 'Begin']);
    });

    it('goes to an address that is told without the secret in it', async () => {
      ada.git('config', 'remote.origin.pushurl', 'https://ada:s3cr@t@forge.example/shop.git');
      await shareBees();
      const told: string[] = [];
      await ada.publish({ mayPublish: ({ address }) => (told.push(address), false) });
      assert.deepEqual(told, ['https://forge.example/shop.git']);
    });
  });

  describe('a file that is no note', () => {
    const bothWrite = (path: string, [one, other]: readonly [string, string]) => {
      const sam = clonedBy('sam', origin);
      changeCode(sam, 'By Sam', { [path]: one });
      changeCode(ada, 'By Ada', { [path]: other });
      sam.git('push', '-q');
    };

    for (const path of ['README.md', 'site/learning/intro.md'])
      it(`is left to git’s own rebase, which stops: ${path}`, async () => {
        bothWrite(path, ['# Sam\n', '# Ada\n']);
        await shareBees();
        await assert.rejects(
          ada.publish({ mayPublish: () => true }),
          error => isSharingRefused(error) && (assert.deepEqual([error.why, error.detail], ['conflict', path]), true),
        );
        assert.equal(ada.git('status', '--porcelain'), `AA ${path}`);
        assert.equal(
          origin.git('ls-tree', '-r', '--name-only', 'main'),
          ['cart.ts', path, 'shop.ts'].toSorted().join('\n'),
        );
      });

    it('goes along where git’s own rebase makes one of both', async () => {
      const lines = (first: string, last: string) => `${first}\n\n\n\n\n\n\n\n${last}\n`;
      origin.git('checkout', '-q', 'main');
      origin.commit({ subject: 'Lines', files: { 'lines.ts': lines('a', 'z') } });
      origin.git('checkout', '-q', '--detach');
      ada.git('pull', '-q');
      bothWrite('lines.ts', [lines('Sam', 'z'), lines('a', 'Ada')]);
      await shareBees();
      assert.equal((await ada.publish({ mayPublish: () => true })).pushed, true);
      assert.equal(origin.git('show', 'main:lines.ts'), lines('Sam', 'Ada').trimEnd());
    });
  });
});
