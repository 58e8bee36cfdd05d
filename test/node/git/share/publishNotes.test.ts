import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isSharingRefused } from '../../../../src/app/share/noteSharing.ts';
import { applyEdits } from '../../../../src/core/note/textEdit.ts';
import { placeParts } from '../../../../src/core/week/placeParts.ts';
import type { TestRepository } from '../../../support/gitRepository.ts';
import { clonedBy, learningNote, refused, sharedOrigin, type SharingClone } from '../../../support/sharingClone.ts';

const bees = 'people/ada/learning/2026-11-22-bees.md';
const cats = 'people/ada/learning/2026-11-22-cats.md';
const weekly = 'people/ada/weekly/2026-W47-ada.md';

describe('Publishing notes', () => {
  let origin: TestRepository;
  let ada: SharingClone;
  beforeEach(() => {
    origin = sharedOrigin();
    ada = clonedBy('ada', origin);
  });
  afterEach(() => {
    origin.dispose();
  });

  async function share(who: SharingClone, path: string, text: string) {
    who.note(path, text);
    await who.share();
    return who.publish();
  }
  const published = (branch = 'main') => origin.git('log', '--format=%s', branch).split('\n');
  const textOf = (path: string) => origin.git('show', `main:notes/${path}`);

  it('pushes what was committed, and moves nothing else', async () => {
    origin.git('tag', 'v1', 'main');
    ada.git('branch', 'private');
    ada.git('config', 'push.default', 'matching');
    ada.git('config', 'push.followTags', 'true');
    assert.deepEqual(await share(ada, bees, learningNote('Bees')), { pushed: true, isBehind: false });
    assert.deepEqual(published(), ['Share notes: a learning', 'Begin']);
    assert.equal(origin.git('branch', '--format=%(refname)', '--list', 'main', 'private'), 'refs/heads/main');
    assert.equal(ada.git('rev-parse', 'origin/main'), ada.git('rev-parse', 'HEAD'));
    assert.deepEqual((await ada.look()).notes, []);
  });

  it('shows a note that is committed and not pushed, and pushes it later', async () => {
    ada.note(bees, learningNote('Bees'));
    await ada.share();
    assert.deepEqual(
      (await ada.look()).notes.map(({ title, isCommitted }) => [title, isCommitted]),
      [['Bees', true]],
    );
    assert.equal(await ada.share(), undefined);
    await ada.publish();
    assert.deepEqual((await ada.look()).notes, []);
  });

  it('puts hers behind what others pushed meanwhile, and leaves alone what she changed and staged', async () => {
    const sam = clonedBy('sam', origin);
    await share(sam, 'people/sam/learning/dogs.md', learningNote('Dogs'));
    ada.write('cart.ts', 'let cart = "staged";\n');
    ada.git('add', 'cart.ts');
    ada.write('shop.ts', 'let shop = "changed";\n');
    ada.write('new.ts', 'untracked\n');
    const before = ada.git('status', '--porcelain');
    assert.deepEqual(await share(ada, bees, learningNote('Bees')), { pushed: true, isBehind: false });
    assert.deepEqual(published(), ['Share notes: a learning', 'Share notes: a learning', 'Begin']);
    assert.equal(ada.git('log', '-1', '--format=%an %cn', 'origin/main'), 'ada ada');
    assert.equal(ada.git('status', '--porcelain'), before);
    assert.match(ada.read('notes/people/sam/learning/dogs.md'), /Dogs/);
  });

  it('merges where the person’s pulls merge', async () => {
    const sam = clonedBy('sam', origin);
    await share(sam, 'people/sam/learning/dogs.md', learningNote('Dogs'));
    ada.git('config', 'pull.rebase', 'false');
    await share(ada, bees, learningNote('Bees'));
    assert.equal(published()[0], "Merge branch 'main' of 'origin'");
    assert.equal(ada.git('rev-list', '--count', '--merges', 'HEAD'), '1');
    assert.equal(ada.git('status', '--porcelain'), '');
  });

  it('publishes all the same where other changes of hers are in the way of what others did', async () => {
    const sam = clonedBy('sam', origin);
    sam.write('cart.ts', 'let cart = "Sam’s";\n');
    sam.git('commit', '-q', '-m', 'Change the cart', 'cart.ts');
    sam.git('push', '-q');
    ada.write('cart.ts', 'let cart = "Ada’s, not done";\n');
    assert.deepEqual(await share(ada, bees, learningNote('Bees')), { pushed: true, isBehind: true });
    assert.deepEqual(published(), ['Share notes: a learning', 'Change the cart', 'Begin']);
    assert.equal(ada.read('cart.ts'), 'let cart = "Ada’s, not done";\n');
    assert.equal(ada.git('log', '-1', '--format=%s'), 'Share notes: a learning');
    ada.git('stash', '-q');
    ada.git('pull', '-q', '--rebase');
    ada.git('stash', 'drop', '-q');
    assert.equal(ada.git('rev-parse', 'HEAD'), origin.git('rev-parse', 'main'));
  });

  it('says what else would be published, and publishes it only where that is agreed to', async () => {
    ada.write('cart.ts', 'let cart = 1;\n');
    ada.git('commit', '-q', '-m', 'Half a cart', 'cart.ts');
    ada.note(bees, learningNote('Bees'));
    await ada.share();
    const asked: (readonly string[])[] = [];
    const answer = (yes: boolean) => ada.publish({ mayPublish: ({ others }) => (asked.push(others), yes) });
    assert.deepEqual(await answer(false), { pushed: false, isBehind: false });
    assert.deepEqual(published(), ['Begin']);
    assert.deepEqual(await answer(true), { pushed: true, isBehind: false });
    assert.deepEqual(asked, [['Half a cart'], ['Half a cart']]);
    assert.deepEqual(published(), ['Share notes: a learning', 'Half a cart', 'Begin']);
  });

  it('takes a note of somebody else for something else', async () => {
    ada.write('notes/people/sam/learning/his.md', learningNote('His'));
    ada.git('add', '.');
    ada.git('commit', '-q', '-m', 'Write for Sam');
    assert.equal((await ada.publish()).pushed, false);
  });

  it('publishes a branch for the first time where all of it is known or notes', async () => {
    ada.git('checkout', '-q', '-b', 'outbox', '--no-track', 'origin/main');
    await share(ada, bees, learningNote('Bees'));
    assert.deepEqual(published('outbox'), ['Share notes: a learning', 'Begin']);
    assert.equal(ada.git('rev-parse', '--abbrev-ref', '@{upstream}'), 'origin/outbox');
    await share(ada, cats, learningNote('Cats'));
    assert.equal(published('outbox').length, 3);
    assert.deepEqual(published(), ['Begin']);
  });

  it('meets a branch of the same name that another clone of hers published first', async () => {
    const laptop = clonedBy('ada', origin, { name: 'laptop' });
    for (const machine of [ada, laptop]) machine.git('checkout', '-q', '-b', 'outbox', '--no-track', 'origin/main');
    await share(laptop, cats, learningNote('Cats'));
    assert.deepEqual(await share(ada, bees, learningNote('Bees')), { pushed: true, isBehind: false });
    assert.equal(published('outbox').length, 3);
    assert.match(ada.read(`notes/${cats}`), /Cats/);
  });

  it('pushes to the upstream’s name, whatever the branch is called here', async () => {
    ada.git('checkout', '-q', '-b', 'mine', '--track', 'origin/main');
    await share(ada, bees, learningNote('Bees'));
    assert.deepEqual(published(), ['Share notes: a learning', 'Begin']);
  });

  it('asks which remote where there are two, unless git knows', async () => {
    ada.git('checkout', '-q', '-b', 'outbox', '--no-track');
    ada.git('remote', 'add', 'fork', origin.root);
    ada.git('fetch', '-q', 'fork');
    ada.note(bees, learningNote('Bees'));
    await ada.share();
    await refused(ada.publish(), 'choose-remote');
    assert.equal((await ada.publish({ remote: 'fork' })).pushed, true);

    ada.git('checkout', '-q', '-b', 'inbox', '--no-track');
    ada.git('config', 'remote.pushDefault', 'origin');
    ada.note(cats, learningNote('Cats'));
    await ada.share();
    assert.equal((await ada.publish()).pushed, true);
  });

  it('says why it can’t, and the notes stay committed', async () => {
    ada.note(bees, learningNote('Bees'));
    await ada.share();
    const head = ada.git('rev-parse', 'HEAD');
    const table: readonly (readonly [string, () => void])[] = [
      ['offline', () => void ada.git('remote', 'set-url', 'origin', join(origin.root, 'nowhere'))],
      [
        'protected',
        () => {
          ada.git('remote', 'set-url', 'origin', origin.root);
          hook('update', 'echo "protected branch" >&2; exit 1');
        },
      ],
      ['no-remote', () => void ada.git('remote', 'remove', 'origin')],
    ];
    for (const [why, arrange] of table) {
      arrange();
      await refused(ada.publish(), why);
      assert.equal(ada.git('rev-parse', 'HEAD'), head);
      assert.equal(ada.git('status', '--porcelain'), '');
    }
  });

  it('recognises a remote whose history was rewritten', async () => {
    await share(ada, bees, learningNote('Bees'));
    origin.git('update-ref', 'refs/heads/main', 'main~1');
    origin.git('checkout', '-q', 'main');
    origin.commit({ subject: 'Another way' });
    origin.git('checkout', '-q', '--detach');
    await share(ada, cats, learningNote('Cats'));
    assert.deepEqual(published(), ['Share notes: a learning', 'Share notes: a learning', 'Another way', 'Begin']);
  });

  describe('on two clones of one person', () => {
    const week =
      '---\ntype: weekly\nweek: 2026-W47\nperson: ada\n---\n# Week 47 · Ada\n\n## Next week\n\n- [ ] Plan it\n';
    const write = (text: string, ...facts: string[]) => {
      const lines = facts.map(fact => ({ facts: [{ id: fact, markdown: `- ${fact}` }] }));
      return applyEdits(text, placeParts(text, [{ name: 'worked-on', heading: '## Worked on', lines }]).edits);
    };
    let laptop: SharingClone;
    beforeEach(() => (laptop = clonedBy('ada', origin, { name: 'laptop' })));

    it('makes one weekly note of two', async () => {
      await share(ada, weekly, write(week, 'cart'));
      await share(laptop, weekly, write(week, 'outbox'));
      assert.deepEqual(
        textOf(weekly)
          .match(/^- .*$/gm)
          ?.sort(),
        ['- [ ] Plan it', '- cart', '- outbox'],
      );
      assert.equal(laptop.read(`notes/${weekly}`).trimEnd(), textOf(weekly));
      await share(ada, cats, learningNote('Cats'));
      assert.equal(ada.read(`notes/${weekly}`), laptop.read(`notes/${weekly}`));
    });

    it('keeps two entries of one name, and what was said of the second later', async () => {
      await share(ada, bees, learningNote('Bees', 'skills: [dance]\n'));
      laptop.note(bees, learningNote('Bees', 'skills: [honey]\n'));
      await laptop.share();
      laptop.note(bees, learningNote('Bees, again', 'skills: [honey]\n'));
      await laptop.share();
      assert.deepEqual(await laptop.publish(), { pushed: true, isBehind: false });
      const second = bees.replace('.md', '-2.md');
      assert.equal(textOf(bees), learningNote('Bees', 'skills: [dance]\n').trimEnd());
      assert.equal(textOf(second), learningNote('Bees, again', 'skills: [honey]\n').trimEnd());
      assert.equal(laptop.read(`notes/${second}`).trimEnd(), textOf(second));
      assert.equal(laptop.git('status', '--porcelain'), '');
    });

    it('keeps three entries where her second has the name the first would get', async () => {
      await share(ada, bees, learningNote('Bees', 'skills: [dance]\n'));
      laptop.note(bees, learningNote('Bees', 'skills: [honey]\n'));
      laptop.note(bees.replace('.md', '-2.md'), learningNote('Bees', 'skills: [wax]\n'));
      await laptop.share();
      await laptop.publish();
      const skills = ['', '-2', '-3'].map(n => /skills: \[(\w+)\]/.exec(textOf(bees.replace('.md', `${n}.md`)))?.[1]);
      assert.deepEqual(skills, ['dance', 'wax', 'honey']);
    });

    it('keeps a note that one deleted and the other changed', async () => {
      await share(ada, bees, learningNote('Bees'));
      await share(laptop, cats, learningNote('Cats'));
      ada.remove(`notes/${bees}`);
      await ada.share();
      await share(laptop, bees, learningNote('Bees, better'));
      await ada.publish();
      assert.match(textOf(bees), /Bees, better/);
      assert.match(ada.read(`notes/${bees}`), /Bees, better/);
    });

    const clashOf = async (sharing: Promise<unknown>) => {
      try {
        await sharing;
      } catch (error) {
        if (isSharingRefused(error) && error.why === 'conflict') return error.clash;
        throw error;
      }
      throw new Error('There was nothing to choose.');
    };

    for (const pulls of ['rebase', 'merge'])
      it(`leaves to her what only she can choose, and goes on with it (${pulls})`, async () => {
        laptop.git('config', 'pull.rebase', String(pulls === 'rebase'));
        await share(ada, bees, learningNote('Bees'));
        await share(laptop, cats, learningNote('Cats'));
        await share(ada, bees, learningNote('Bees sing'));
        laptop.write('cart.ts', 'half done\n');
        laptop.note(bees, learningNote('Bees waltz'));
        await laptop.share();
        laptop.note(bees, learningNote('Bees dance'));
        await laptop.share();
        const before = laptop.git('rev-parse', 'HEAD');
        const clash = await clashOf(laptop.publish());
        assert.ok(clash);
        assert.deepEqual(
          [clash.base, clash.ours, clash.theirs],
          ['', ' dance', ' sing'].map(what => learningNote(`Bees${what}`)),
        );
        assert.match(clash.merged.text, /<<<<<<< here\n# Bees dance\n=======\n# Bees sing\n>>>>>>> there/);
        assert.equal(laptop.git('rev-parse', 'HEAD'), before);
        assert.equal(laptop.git('status', '--porcelain'), ' M cart.ts');

        const choice = { ...clash, text: learningNote('Bees sing and dance') };
        await share(ada, bees, learningNote('Bees sing loudly'));
        const again = await clashOf(laptop.publish({ choices: [choice] })); // it was about another version
        assert.ok(again);
        const secret = { ...again, text: learningNote('Bees sing and dance', 'private: true\n') };
        assert.ok(await clashOf(laptop.publish({ choices: [secret] })));
        const published = await laptop.publish({ choices: [{ ...again, text: choice.text }] });
        assert.deepEqual(published, { pushed: true, isBehind: false });
        assert.equal(textOf(bees), choice.text.trimEnd());
        assert.equal(laptop.read(`notes/${bees}`), choice.text);
        assert.equal(laptop.git('status', '--porcelain'), ' M cart.ts');
      });

    it('asks nobody where only a step on the way was in the way', async () => {
      const text = (title: string, end: string) => `---\ntype: goal\n---\n# ${title}\n\nOne.\n\nTwo.\n\n${end}\n`;
      const path = 'people/ada/goals/fly.md';
      await share(ada, path, text('Fly', 'Three.'));
      await share(laptop, cats, learningNote('Cats'));
      await share(ada, path, text('Fly high', 'Three.'));
      laptop.note(path, text('Fly far', 'Three.'));
      await laptop.share();
      laptop.note(path, text('Fly', 'Four.'));
      await laptop.share();
      assert.deepEqual(await laptop.publish(), { pushed: true, isBehind: false });
      assert.equal(textOf(path), text('Fly high', 'Four.').trimEnd());
    });

    describe('and two branches', () => {
      const onBranch = (who: SharingClone, branch: string) => who.git('checkout', '-q', '-b', branch, '--no-track');
      /** What a forge does with a pull request. */
      const merges = (branch: string) => {
        const forge = join(dirname(origin.root), `forge-${branch}`);
        origin.git('worktree', 'add', '-q', forge, 'main');
        const inForge = (...args: string[]) => origin.git('-C', forge, ...args);
        try {
          inForge('-c', 'user.name=Forge', '-c', 'user.email=forge@shop.example', 'merge', '-q', '--no-ff', branch);
          return true;
        } catch {
          inForge('merge', '--abort');
          return false;
        } finally {
          origin.git('worktree', 'remove', '--force', forge);
        }
      };

      it('merges in what its branch will go into, so that a forge can merge the pull request', async () => {
        onBranch(ada, 'one');
        onBranch(laptop, 'two');
        await share(ada, weekly, write(week, 'cart'));
        await share(ada, bees, learningNote('Bees', 'skills: [dance]\n'));
        commitInto(laptop, 'shop.ts', 'let shop = 2;\n');
        laptop.note(weekly, write(week, 'outbox'));
        laptop.note(bees, learningNote('Bees', 'skills: [honey]\n'));
        await laptop.share();
        await laptop.publish({ mayPublish: () => true });
        assert.deepEqual(await laptop.meet(), []);
        assert.ok(merges('one'));
        assert.ok(!merges('two'));
        laptop.write('cart.ts', 'half done\n');
        assert.deepEqual(await laptop.meet(), [`notes/${bees}`, `notes/${weekly}`]);
        assert.equal(laptop.git('status', '--porcelain'), ' M cart.ts');
        assert.equal(laptop.git('rev-parse', 'HEAD'), laptop.git('rev-parse', 'origin/two'));
        assert.ok(merges('two'));
        assert.deepEqual(
          textOf(weekly)
            .match(/^- .*$/gm)
            ?.sort(),
          ['- [ ] Plan it', '- cart', '- outbox'],
        );
        const skills = ['', '-2'].map(n => /skills: \[(\w+)\]/.exec(textOf(bees.replace('.md', `${n}.md`)))?.[1]);
        assert.deepEqual(skills, ['dance', 'honey']);
        assert.equal(origin.git('show', 'main:shop.ts'), 'let shop = 2;');
        assert.deepEqual(await laptop.meet(), []);
      });

      it('merges behind what was pushed to her branch meanwhile, from a machine of hers', async () => {
        onBranch(ada, 'one');
        onBranch(laptop, 'two');
        await share(ada, weekly, write(week, 'cart'));
        await share(laptop, weekly, write(week, 'outbox'));
        assert.ok(merges('one'));
        const phone = clonedBy('ada', origin, { name: 'phone' });
        phone.git('checkout', '-q', 'two');
        await share(phone, cats, learningNote('Cats'));
        const theirs = phone.git('rev-parse', 'HEAD');
        laptop.write('cart.ts', 'half done\n');
        assert.deepEqual(await laptop.meet(), [`notes/${weekly}`]);
        assert.equal(laptop.git('merge-base', theirs, 'origin/two'), theirs);
        assert.equal(laptop.git('rev-parse', 'HEAD'), laptop.git('rev-parse', 'origin/two'));
        assert.equal(laptop.git('status', '--porcelain'), ' M cart.ts');
        assert.equal(laptop.read(`notes/${cats}`), learningNote('Cats'));
        assert.ok(merges('two'));
      });

      it('leaves alone a branch whose code is in the way too', async () => {
        onBranch(ada, 'one');
        onBranch(laptop, 'two');
        for (const [who, fact] of [
          [ada, 'cart'],
          [laptop, 'outbox'],
        ] as const) {
          commitInto(who, 'shop.ts', `let shop = "${fact}";\n`);
          who.note(weekly, write(week, fact));
          await who.share();
          await who.publish({ mayPublish: () => true });
        }
        assert.ok(merges('one'));
        const before = laptop.git('rev-parse', 'HEAD');
        assert.deepEqual(await laptop.meet(), []);
        assert.equal(laptop.git('rev-parse', 'HEAD'), before);
      });

      function commitInto(who: SharingClone, path: string, text: string): void {
        who.write(path, text);
        who.git('commit', '-q', '-m', `Change ${path}`, path);
      }
    });

    it('leaves a conflict in what is no note to git’s own', async () => {
      for (const machine of [ada, laptop]) {
        machine.write('cart.ts', `let cart = "${machine.root}";\n`);
        machine.git('commit', '-q', '-m', 'Change the cart', 'cart.ts');
      }
      ada.git('push', '-q');
      const clash = await clashOf(laptop.publish({ mayPublish: () => true })).catch((error: unknown) => error);
      assert.equal(clash, undefined);
      assert.equal(laptop.git('status', '--porcelain'), 'UU cart.ts');
      await refused(laptop.look(), 'rebasing');
    });
  });

  it('runs nothing that a clone configures while it joins, and names no remote like an option', async () => {
    const mark = join(dirname(origin.root), 'mark');
    const evil = join(dirname(origin.root), 'evil');
    writeFileSync(evil, `#!/bin/sh\ntouch '${mark}'\ncat\n`);
    chmodSync(evil, 0o755);
    const laptop = clonedBy('ada', origin, { name: 'laptop' });
    await share(laptop, weekly, '---\ntype: weekly\n---\n# Week 47\n\n- [ ] rest\n');
    ada.note(weekly, '---\ntype: weekly\n---\n# Week 47\n\n- [ ] read\n');
    await ada.share();
    ada.git('fetch', '-q');
    ada.write('.git/info/attributes', '*.md diff=evil merge=evil\n');
    for (const key of ['merge.evil.driver', 'diff.evil.textconv', 'diff.external', 'core.editor', 'core.fsmonitor'])
      ada.git('config', key, evil);
    const { sharing } = ada.desk;
    const publication = await sharing.publication({ mayShare: () => true });
    const commit = await sharing.join(publication);
    assert.ok(!existsSync(mark));
    assert.match(ada.git('show', `${commit}:notes/${weekly}`), /- \[ \] rest\n\n?- \[ \] read/);

    ada.git('remote', 'remove', 'origin');
    ada.git('config', 'remote.--receive-pack=evil.url', origin.root);
    await refused(sharing.publication({ mayShare: () => true }), 'no-remote');
  });

  it('lets four at once through, with nothing lost and no merge commit', async function () {
    this.timeout(60_000);
    const clones = ['ada', 'ben', 'cem', 'dot'].map(handle => (handle === 'ada' ? ada : clonedBy(handle, origin)));
    await Promise.all(
      clones.map(async (who, at) => {
        const handle = ['ada', 'ben', 'cem', 'dot'][at] ?? '';
        for (let note = 0; note < 4; note++)
          await share(who, `people/${handle}/learning/note-${note}.md`, learningNote(`Note ${note}`));
      }),
    );
    const notes = origin.git('ls-tree', '-r', '--name-only', 'main', '--', 'notes/').split('\n');
    assert.equal(notes.length, 16);
    assert.equal(origin.git('rev-list', '--count', '--merges', 'main'), '0');
    for (const who of clones) assert.equal(who.git('status', '--porcelain'), '');
  });

  function hook(name: string, script: string) {
    const folder = join(origin.root, '.git/hooks');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, name), 0o755);
  }
});
