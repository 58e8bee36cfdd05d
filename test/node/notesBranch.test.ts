import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { NotebookPlace } from '../../src/app/ports.ts';
import { catchUp } from '../../src/app/share/catchUp.ts';
import { isSharingRefused, type NoteSharing } from '../../src/app/share/noteSharing.ts';
import { clonedCode, type ClonedCodeOptions } from '../support/branchClone.ts';
import { makeRepository, type TestRepository } from '../support/gitRepository.ts';
import { learningNote } from '../support/sharingClone.ts';
import { filesIn } from './files/folder.ts';

const bees = 'people/ada/learning/2026-11-22-bees.md';
const dogs = 'people/sam/learning/2026-11-22-dogs.md';

describe('A branch for notes alone', function () {
  this.timeout(120_000);
  let origin: TestRepository;
  beforeEach(() => {
    origin = makeRepository();
    origin.commit({ subject: 'Begin', files: { 'cart.ts': 'let cart;\n', 'src/shop.ts': 'let shop;\n' } });
    origin.git('checkout', '-q', '--detach');
  });
  afterEach(() => {
    origin.dispose();
  });

  function clone(handle: string, more: Partial<ClonedCodeOptions> = {}) {
    const code = join(dirname(origin.root), handle, 'shop');
    if (!existsSync(code)) {
      origin.git('clone', '-q', '-b', 'main', origin.root, code);
      gitIn(code, 'config', 'user.name', handle);
      gitIn(code, 'config', 'user.email', `${handle}@shop.example`);
    }
    return clonedCode({ code, environment: origin.environment, handle, ...more });
  }
  function gitIn(root: string, ...args: string[]): string {
    return origin.git('-C', root, ...args);
  }
  const shown = (places: readonly NotebookPlace[]) =>
    places.map(({ kind, label, exists }) => `${kind} · ${label} · ${exists ? 'exists' : 'to be made'}`);
  const published = () => origin.git('log', '--format=%s', 'outloud/notes').split('\n');

  it('loses nothing that is committed while it catches up', async () => {
    const [ada, sam] = [await clone('ada').settled(), await clone('sam').settled()];
    for (const [who, path] of [
      [ada, bees],
      [sam, dogs],
    ] as const) {
      who.note(path, learningNote('Pets'));
      await who.share();
      await who.publish();
    }
    ada.git('fetch', '-q');
    const { sharing } = ada.desk;
    const between: NoteSharing = {
      ...sharing,
      async follow(commit) {
        ada.note('people/ada/learning/late.md', learningNote('Late'));
        await ada.share();
        return sharing.follow(commit);
      },
    };
    assert.equal(await catchUp(between), false);
    assert.equal(ada.git('log', '-1', '--format=%s'), 'Share notes: a learning');
    assert.deepEqual(await ada.publish(), { pushed: true, isBehind: false });
    assert.equal(ada.git('status', '--porcelain', '-uall'), '');
    assert.match(origin.git('ls-tree', '-r', '--name-only', 'outloud/notes'), /late\.md/);
    await Promise.all([catchUp(sam.desk.sharing), catchUp(sam.desk.sharing)]);
    sam.git('fetch', '-q');
    await Promise.all([catchUp(sam.desk.sharing), catchUp(sam.desk.sharing)]);
    assert.equal(sam.git('status', '--porcelain', '-uall'), '');
    assert.equal(sam.git('rev-parse', 'HEAD'), sam.git('rev-parse', 'origin/outloud/notes'));
  });

  it('is made beside the code, which stays byte for byte as it was', async () => {
    const ada = clone('ada');
    writeFileSync(join(ada.code, 'cart.ts'), 'let cart = "staged";\n');
    gitIn(ada.code, 'add', 'cart.ts');
    writeFileSync(join(ada.code, 'src/shop.ts'), 'let shop = "changed";\n');
    writeFileSync(join(ada.code, 'new.ts'), 'untracked\n');
    const before = [codeFiles(ada.code), readFileSync(join(ada.code, '.git/index'), 'hex')];
    const notes = await ada.settled();
    notes.note(bees, learningNote('Bees'));
    await notes.share();
    assert.deepEqual(await notes.publish(), { pushed: true, isBehind: false });
    gitIn(ada.code, 'switch', '-q', '-c', 'feature');
    assert.equal(notes.read(bees), learningNote('Bees'));
    assert.deepEqual([codeFiles(ada.code), readFileSync(join(ada.code, '.git/index'), 'hex')], before);
    assert.deepEqual(published(), ['Share notes: a learning', 'Begin the notes']);
    assert.equal(origin.git('ls-tree', '-r', '--name-only', 'outloud/notes'), bees);
    assert.equal(origin.git('log', '--format=%s', 'main'), 'Begin');
    assert.deepEqual(shown(await ada.home.found()), ['branch · shop (outloud/notes) · exists']);
    assert.match(basename(notes.root), /^shop-notes-[0-9a-f]{8}$/);
  });

  it('shows what was committed and never pushed as waiting', async () => {
    const notes = await clone('ada').settled();
    notes.note(bees, learningNote('Bees'));
    await notes.share();
    assert.deepEqual(
      (await notes.look()).notes.map(({ title, isCommitted }) => [title, isCommitted]),
      [['Bees', true]],
    );
    await notes.publish();
    assert.deepEqual((await notes.look()).notes, []);
  });

  it('is proposed to a fresh clone, where another made it', async () => {
    const ada = await clone('ada').settled();
    ada.note(bees, learningNote('Bees'));
    await ada.share();
    await ada.publish();
    const sam = clone('sam');
    assert.deepEqual(await sam.home.found(), []);
    assert.deepEqual(shown(await sam.home.choices()).slice(0, 2), [
      'branch · shop (outloud/notes) · to be made',
      'here · shop/notes · to be made',
    ]);
    const notes = await sam.settled();
    assert.equal(notes.read(bees), learningNote('Bees'));
    notes.note(dogs, learningNote('Dogs'));
    ada.note(bees, learningNote('More bees'));
    await Promise.all([notes.share(), ada.share()]);
    await Promise.all([notes.publish(), ada.publish()]);
    assert.deepEqual(origin.git('ls-tree', '-r', '--name-only', 'outloud/notes').split('\n'), [bees, dogs]);
    assert.equal(origin.git('show', `outloud/notes:${bees}`), learningNote('More bees').trimEnd());
  });

  it('is one branch also where two begin it at the same time', async () => {
    const [ada, sam] = [await clone('ada').settled(), await clone('sam').settled()];
    ada.note(bees, learningNote('Bees'));
    sam.note(dogs, learningNote('Dogs'));
    await Promise.all([ada.share(), sam.share()]);
    await Promise.all([ada.publish(), sam.publish()]);
    assert.deepEqual(published().slice(-3), ['Share notes: a learning', 'Share notes: a learning', 'Begin the notes']);
    assert.deepEqual(origin.git('ls-tree', '-r', '--name-only', 'outloud/notes').split('\n'), [bees, dogs]);
  });

  it('is shared from where main is protected', async () => {
    mkdirSync(join(origin.root, '.git/hooks'), { recursive: true });
    writeFileSync(join(origin.root, '.git/hooks/update'), '#!/bin/sh\n[ "$1" != refs/heads/main ]\n', { mode: 0o755 });
    const ada = clone('ada');
    const notes = await ada.settled();
    notes.note(bees, learningNote('Bees'));
    await notes.share();
    assert.deepEqual(await notes.publish(), { pushed: true, isBehind: false });
    gitIn(ada.code, 'commit', '-q', '--allow-empty', '-m', 'Code');
    assert.throws(() => gitIn(ada.code, 'push', '-q', 'origin', 'main'), /hook declined/);
  });

  it('is the same for every work tree of a clone, and each clone has its own', async () => {
    const ada = clone('ada');
    const notes = await ada.settled();
    notes.note(bees, learningNote('Bees'));
    gitIn(ada.code, 'worktree', 'add', '-q', '-b', 'hotfix', join(ada.code, '../hotfix'));
    const hotfix = clone('ada', { code: join(ada.code, '../hotfix') });
    assert.equal((await hotfix.branch()).folder, notes.root);
    cpSync(ada.code, join(ada.code, '../copy'), { recursive: true });
    const copy = clone('ada', { code: join(ada.code, '../copy') });
    assert.deepEqual(await copy.home.found(), []);
    assert.notEqual((await copy.branch()).folder, notes.root);
  });

  it('survives a prune, a folder that was deleted, and a clone that was moved', async () => {
    const ada = clone('ada');
    const first = await ada.settled();
    first.note(bees, learningNote('Bees'));
    await first.share();
    gitIn(ada.code, 'worktree', 'prune', '--expire=now');
    assert.deepEqual(shown(await ada.home.found()), ['branch · shop (outloud/notes) · exists']);

    rmSync(first.root, { recursive: true });
    gitIn(ada.code, 'worktree', 'prune', '--expire=now');
    assert.deepEqual(shown(await ada.home.found()), ['branch · shop (outloud/notes) · to be made']);
    const again = await ada.settled();
    assert.equal(again.root, first.root);
    assert.equal(again.read(bees), learningNote('Bees'));
    assert.equal(again.git('status', '--porcelain'), '');

    again.note('people/ada/learning/cats.md', learningNote('Cats'));
    const moved = join(ada.code, '../moved');
    renameSync(ada.code, moved);
    const there = clone('ada', { code: moved });
    const notes = await there.settled();
    assert.equal(notes.root, first.root);
    assert.equal(notes.git('status', '--porcelain', '-uall'), '?? people/ada/learning/cats.md');
    await notes.share();
    await notes.publish();
    assert.equal(published().length, 3);
  });

  it('finishes what ended in the middle, and shows nothing as deleted', async () => {
    const ada = clone('ada');
    const notes = await ada.settled();
    notes.note(bees, learningNote('Bees'));
    await notes.share();
    const gitDir = notes.git('rev-parse', '--absolute-git-dir');
    rmSync(join(gitDir, 'index'));
    rmSync(join(notes.root, bees));
    assert.equal((await ada.branch()).exists, false);
    assert.equal((await ada.settled()).read(bees), learningNote('Bees'));
  });

  it('is whole where the code is checked out sparsely', async () => {
    const ada = clone('ada');
    gitIn(ada.code, 'sparse-checkout', 'set', 'docs');
    const notes = await ada.settled();
    notes.note(bees, learningNote('Bees'));
    await notes.share();
    await notes.publish();
    const sam = clone('sam');
    gitIn(sam.code, 'sparse-checkout', 'set', 'docs');
    assert.equal((await sam.settled()).read(bees), learningNote('Bees'));
    assert.equal(existsSync(join(sam.code, 'src/shop.ts')), false);
  });

  it('keeps the private notes of the folder it takes the place of', async () => {
    const ada = clone('ada');
    const [here] = await ada.home.choices();
    const before = await ada.home.settle(here!);
    const after = await ada.home.settle(await ada.branch());
    assert.deepEqual(after, before);
    const shallow = join(dirname(origin.root), 'shallow/shop');
    origin.commit({ subject: 'More' });
    origin.git('branch', '-f', 'main', 'HEAD');
    origin.git('clone', '-q', '--depth=1', '-b', 'main', `file://${origin.root}`, shallow);
    const other = clone('lin', { code: shallow });
    const known = await other.home.settle((await other.home.choices())[0]!);
    assert.match(known.id, /^place-/);
    assert.deepEqual(await other.home.settle(await other.branch()), known);
  });

  it('is read in Restricted Mode, where git is not started, but not made', async () => {
    const ada = clone('ada');
    await assert.rejects(
      clone('ada', { isRestricted: true }).settled(),
      /^Failure: shop \(outloud\/notes\) is not checked out here, and git is not started in Restricted Mode\./,
    );
    assert.equal(existsSync(join(ada.code, '.git/worktrees')), false);
    const notes = await ada.settled();
    notes.note(bees, learningNote('Bees'));
    const restricted = clone('ada', { isRestricted: true, environment: { ...origin.environment, PATH: '' } });
    assert.deepEqual(shown(await restricted.home.found()), ['branch · shop (outloud/notes) · exists']);
    await restricted.settled();
  });

  it('runs nothing that the clone configures', async () => {
    const ada = await clone('ada').settled();
    ada.note('.gitattributes', '* filter=evil\n');
    ada.note(bees, learningNote('Bees'));
    ada.git('add', '-A');
    ada.git('commit', '-qm', 'Share notes');
    ada.git('push', '-q', 'origin', 'HEAD:outloud/notes');
    const sam = clone('sam');
    const ran = join(sam.code, '../ran');
    for (const key of ['filter.evil.smudge', 'filter.evil.clean', 'core.fsmonitor'])
      gitIn(sam.code, 'config', key, `touch '${ran}'; cat`);
    mkdirSync(join(sam.code, '.git/hooks'), { recursive: true });
    writeFileSync(join(sam.code, '.git/hooks/post-checkout'), `#!/bin/sh\ntouch '${ran}'\n`, { mode: 0o755 });
    const notes = await sam.settled();
    assert.equal(notes.read(bees), learningNote('Bees'));
    assert.equal(existsSync(ran), false);
    gitIn(sam.code, 'worktree', 'add', '-q', '-b', 'plain', join(sam.code, '../plain'), 'outloud/notes');
    assert.equal(existsSync(ran), true); // where git is left to itself
  });

  it('leaves a branch alone that holds something else, or is checked out elsewhere', async () => {
    origin.git('branch', 'outloud/notes', 'main');
    const ada = clone('ada');
    await assert.rejects(ada.settled(), /^Failure: The branch outloud\/notes holds something else than notes\. Set/);
    assert.equal(existsSync(join(ada.code, '.git/worktrees')), false);
    const named = clone('ada', { notesBranch: 'team-notes' });
    const notes = await named.settled();
    assert.equal(notes.git('symbolic-ref', 'HEAD'), 'refs/heads/team-notes');
    for (const notesBranch of ['-x', 'a..b', 'x.lock', 'a//b', '../x', 'HEAD', 'a b'])
      await assert.rejects(
        clone('sam', { notesBranch }).branch(),
        /^Failure: The setting outloud\.notesBranch is no name/,
      );
    const sam = clone('sam', { notesBranch: 'mine' });
    gitIn(sam.code, 'switch', '-q', '--orphan', 'mine');
    gitIn(sam.code, 'commit', '-q', '--allow-empty', '-m', 'x');
    await assert.rejects(
      sam.settled(),
      /^Failure: The branch mine is checked out in .*shop\. Check out another one there/,
    );
  });

  it('stays in sight in the middle of a rebase of its own', async () => {
    const ada = clone('ada');
    const notes = await ada.settled();
    notes.note(bees, learningNote('Bees'));
    await notes.share();
    notes.note(bees, learningNote('Other bees'));
    await notes.share();
    assert.throws(() => notes.git('rebase', '-q', '--onto', 'HEAD~2', 'HEAD~1'));
    assert.deepEqual(shown(await ada.home.found()), ['branch · shop (outloud/notes) · exists']);
    await assert.rejects(notes.look(), error => isSharingRefused(error) && error.why === 'rebasing');
  });
});

function codeFiles(root: string): Readonly<Record<string, string>> {
  const files = Object.entries(filesIn(root));
  return Object.fromEntries(files.filter(([path]) => !path.startsWith('.git/')));
}
