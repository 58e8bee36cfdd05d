import assert from 'node:assert/strict';
import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { NotebookPlace } from '../../src/app/ports.ts';
import { isSharingRefused } from '../../src/app/share/noteSharing.ts';
import { clonedCode } from '../support/branchClone.ts';
import { makeRepository, type TestRepository } from '../support/gitRepository.ts';
import type { SharedPath } from '../../src/core/note/notePath.ts';
import { yamlHead } from '../../src/node/yamlHead.ts';
import { carryNotes } from '../../src/app/share/carryNotes.ts';
import { planMove } from '../../src/app/share/moveNotes.ts';
import { leftBehind } from '../../src/app/share/leftBehind.ts';
import { movingFiles } from '../../src/node/files/movingFiles.ts';
import { moved, gitIn, sidesOf } from '../support/notesMove.ts';
import { learningNote } from '../support/sharingClone.ts';
import { filesIn } from './files/folder.ts';

const bees = 'people/ada/learning/2026-11-22-bees.md';
const cats = 'people/ada/learning/2026-11-22-cats.md';
const dogs = 'people/sam/learning/2026-11-22-dogs.md';
const team = '---\ntype: team\n---\n# Team\n';

describe('Moving the notes', function () {
  this.timeout(120_000);
  let shop: TestRepository;
  beforeEach(() => {
    shop = makeRepository();
    shop.git('config', 'user.name', 'Ada');
    shop.git('config', 'user.email', 'ada@shop.example');
    shop.commit({
      subject: 'Begin',
      files: {
        'cart.ts': 'let cart;\n',
        'notes/team.md': team,
        [`notes/${bees}`]: '\uFEFF---\r\ntype: learning\r\n---\r\n# Bees\r\n',
        [`notes/${dogs}`]: learningNote('Dogs'),
      },
    });
  });
  afterEach(() => {
    shop.dispose();
  });

  const clone = () => clonedCode({ code: shop.root, environment: shop.environment, handle: 'ada' });
  const git = (folder: string, ...args: string[]) => gitIn(folder, shop.environment, ...args);
  const notesOf = (folder: string) =>
    Object.fromEntries(Object.entries(filesIn(folder)).filter(([path]) => path.endsWith('.md')));
  const move = (from: NotebookPlace, to: NotebookPlace) => moved(clone(), { from, to, environment: shop.environment });
  function otherRepository(): NotebookPlace {
    const tools = makeRepository(join(dirname(shop.root), 'tools'));
    tools.git('config', 'user.name', 'Ada');
    tools.git('config', 'user.email', 'ada@shop.example');
    tools.commit({ subject: 'Tools' });
    const folder = join(tools.root, 'notes');
    return { kind: 'repository', folder, label: 'tools/notes', repository: tools.root, exists: false };
  }
  async function places(): Promise<{ here: NotebookPlace; branch: NotebookPlace }> {
    const [here] = await clone().home.found();
    const [branch] = await clone().home.elsewhere(here!);
    return { here: here!, branch: branch! };
  }

  it('takes all of them to a branch, byte for byte, and leaves a word', async () => {
    shop.write(`notes/${cats}`, learningNote('Cats'));
    shop.write('cart.ts', 'let cart = "staged";\n');
    shop.git('add', 'cart.ts');
    const before = notesOf(join(shop.root, 'notes'));
    const last = shop.git('rev-parse', 'HEAD');
    const { here, branch } = await places();
    const { arrived, left } = await move(here, branch);
    assert.deepEqual(notesOf(branch.folder), before);
    assert.equal(arrived, git(branch.folder, 'rev-parse', 'HEAD'));
    assert.equal(git(branch.folder, 'status', '--porcelain', '-uall'), '');
    assert.equal(
      git(branch.folder, 'log', '-1', '--format=%B'),
      `Move the notes here\n\nThey were in the folder notes of this repository until then, last in ${last.slice(0, 10)}.`,
    );
    assert.equal(left, shop.git('rev-parse', 'HEAD'));
    assert.equal(shop.git('status', '--porcelain', '-uall'), 'M  cart.ts');
    assert.deepEqual(notesOf(join(shop.root, 'notes')), {
      'README.md': [
        '<!-- outloud:moved -->',
        '# The notes moved',
        '',
        'They are on the branch `outloud/notes` of this repository since 2026-11-22.',
        '',
        `The last commit that held them here is \`${last.slice(0, 10)}\`.`,
        '',
      ].join('\n'),
    });
    assert.equal(
      shop.git('show', '--format=%B', '--name-status', 'HEAD'),
      [
        'Move the notes away\n\nThey are on the branch outloud/notes of this repository now.\n\n',
        'A\tnotes/README.md',
        `D\tnotes/${bees}`,
        `D\tnotes/${dogs}`,
        'D\tnotes/team.md',
      ].join('\n'),
    );
    assert.deepEqual(
      (await clone().home.found()).map(({ label }) => label),
      ['shop (outloud/notes)'],
    );
  });

  it('is meant also where an older branch of the code is checked out', async () => {
    const { here, branch } = await places();
    await move(here, branch);
    shop.branch('older', 'HEAD~1');
    assert.equal(existsSync(join(shop.root, 'notes/team.md')), true);
    assert.deepEqual(
      (await clone().home.found()).map(({ kind }) => kind),
      ['branch'],
    );
  });

  it('writes its mark into no file that a link leads to', async () => {
    const [from, to] = ['from', 'to'].map(name => join(dirname(shop.root), name)) as [string, string];
    for (const folder of [from, to]) mkdirSync(folder);
    writeFileSync(join(from, 'hers'), 'hers');
    symlinkSync(join(from, 'hers'), join(to, '.outloud-moving'));
    const files = movingFiles({ from, to });
    await files.begin();
    assert.ok(lstatSync(join(to, '.outloud-moving')).isFile());
    assert.equal(readFileSync(join(from, 'hers'), 'utf8'), 'hers');
    await files.begin(); // where the last move was cut off
    await files.end();
    assert.ok(!existsSync(join(to, '.outloud-moving')));
  });

  it('takes them back, and the word at either place is the one that holds', async () => {
    const { here, branch } = await places();
    const before = notesOf(here.folder);
    await move(here, branch);
    const [back] = (await clone().home.elsewhere({ ...branch, exists: true })).filter(({ kind }) => kind === 'here');
    assert.equal(back?.folder, here.folder);
    await move({ ...branch, exists: true }, back);
    assert.deepEqual(notesOf(here.folder), before);
    assert.deepEqual(Object.keys(notesOf(branch.folder)), ['README.md']);
    assert.match(notesOf(branch.folder)['README.md'] ?? '', /in the folder `notes` of this repository/);
    assert.equal(shop.git('status', '--porcelain', '-uall'), '');
    assert.deepEqual(
      (await clone().home.found()).map(({ kind }) => kind),
      ['here'],
    );
  });

  it('takes them to another repository, and the private ones along', async () => {
    const { here } = await places();
    const to = otherRepository();
    const { privateFolder } = await clone().home.settle(here);
    mkdirSync(join(privateFolder, 'one-on-ones'), { recursive: true });
    writeFileSync(join(privateFolder, 'one-on-ones/a.md'), 'mine');
    const before = notesOf(here.folder);
    await move(here, to);
    assert.deepEqual(notesOf(to.folder), before);
    assert.match(notesOf(here.folder)['README.md'] ?? '', /in the folder `notes` of the repository tools since/);
    const after = await clone().home.settle(to);
    assert.notEqual(after.privateFolder, privateFolder);
    assert.equal(readFileSync(join(after.privateFolder, 'one-on-ones/a.md'), 'utf8'), 'mine');
    assert.equal(existsSync(privateFolder), false);
  });

  it('takes notes nobody committed yet, and leaves no word where there was nothing', async () => {
    const bare = makeRepository(join(dirname(shop.root), 'bare'));
    bare.git('config', 'user.name', 'Ada');
    bare.git('config', 'user.email', 'ada@shop.example');
    bare.commit({ subject: 'Code' });
    bare.write(`notes/${bees}`, learningNote('Bees'));
    const one = clonedCode({ code: bare.root, environment: shop.environment, handle: 'ada' });
    const [here] = await one.home.found();
    const [branch] = await one.home.elsewhere(here!);
    const { left } = await moved(one, { from: here!, to: branch!, environment: shop.environment });
    assert.equal(left, undefined);
    assert.equal(bare.git('status', '--porcelain', '-uall'), '');
    assert.equal(bare.git('log', '--format=%s'), 'Code');
    assert.deepEqual(notesOf(branch!.folder), { [bees]: learningNote('Bees') });
  });

  it('tells which note both places have, also where the old one is in no repository', async () => {
    const { branch } = await places();
    const own = join(dirname(shop.root), 'own');
    mkdirSync(join(own, dirname(bees)), { recursive: true });
    writeFileSync(join(own, bees), learningNote('Other bees'));
    const here: NotebookPlace = { kind: 'own', folder: own, label: '~/own', exists: true };
    await clone().home.make(branch);
    mkdirSync(join(branch.folder, dirname(bees)), { recursive: true });
    writeFileSync(join(branch.folder, bees), learningNote('Bees'));
    const { from, to } = sidesOf(clone(), { from: here, to: branch, environment: shop.environment });
    assert.equal(await from.sharing.committedText(bees as SharedPath), undefined);
    const { keptBack } = await planMove({ from, to, yaml: yamlHead });
    assert.deepEqual(keptBack, [{ path: bees, title: 'Other bees', reason: 'differs' }]);
  });

  it('writes over nothing that came to the new place since it was looked at', async () => {
    const { here, branch } = await places();
    await clone().home.make(branch);
    const desk = { ...sidesOf(clone(), { from: here, to: branch, environment: shop.environment }), yaml: yamlHead };
    const plan = await planMove(desk);
    mkdirSync(join(branch.folder, dirname(bees)), { recursive: true });
    writeFileSync(join(branch.folder, bees), learningNote('Hers, from another window'));
    const files = movingFiles({ from: here.folder, to: branch.folder });
    const before = filesIn(here.folder);
    await assert.rejects(
      carryNotes(desk, { plan, files, messages: { arrive: 'Here', leave: 'Away' } }),
      error => isSharingRefused(error) && error.why === 'moved',
    );
    assert.deepEqual(notesOf(branch.folder), { [bees]: learningNote('Hers, from another window') });
    assert.deepEqual(filesIn(here.folder), before);
  });

  it('moves nothing where the new place says no, and is found again', async () => {
    const { here, branch } = await places();
    const before = filesIn(here.folder);
    const head = shop.git('rev-parse', 'HEAD');
    shop.write('.git/hooks/pre-commit', '#!/bin/sh\necho no >&2; exit 1\n');
    shop.git('config', 'core.hooksPath', join(shop.root, '.git/hooks'));
    writeFileSync(join(shop.root, '.git/hooks/commit-msg'), '#!/bin/sh\necho no >&2; exit 1\n', { mode: 0o755 });
    await assert.rejects(move(here, branch), error => isSharingRefused(error) && error.why === 'hook');
    assert.deepEqual(filesIn(here.folder), before);
    assert.deepEqual(notesOf(branch.folder), {});
    assert.equal(shop.git('rev-parse', 'HEAD'), head);
    assert.deepEqual(
      (await clone().home.found()).map(({ kind }) => kind),
      ['here'],
    );
    rmSync(join(shop.root, '.git/hooks/commit-msg'));
    await move(here, branch);
    assert.deepEqual(Object.keys(notesOf(branch.folder)), [bees, dogs, 'team.md']);
  });

  it('goes on where it was cut off, at any step', async () => {
    for (const step of ['begin', 'end', 'discard'] as const) {
      const { here, branch } = await places();
      const before = notesOf(here.folder);
      const broken = moved(clone(), {
        from: here,
        to: branch,
        environment: shop.environment,
        files: files => ({ ...files, [step]: () => Promise.reject(new Error('power cut')) }),
      });
      await assert.rejects(broken, /power cut/, step);
      const everywhere = { ...notesOf(here.folder), ...notesOf(branch.folder) };
      for (const [path, text] of Object.entries(before)) assert.equal(everywhere[path], text, `${step}: ${path}`);
      await move(here, branch);
      assert.deepEqual(notesOf(branch.folder), before, step);
      assert.deepEqual(Object.keys(notesOf(here.folder)), ['README.md'], step);
      await move({ ...branch, exists: true }, here);
    }
  });

  it('leaves to her the commit at the old place, where git refuses it there', async () => {
    const { here } = await places();
    const to = otherRepository();
    mkdirSync(join(shop.root, '.git/hooks'), { recursive: true });
    writeFileSync(join(shop.root, '.git/hooks/commit-msg'), '#!/bin/sh\necho JIRA >&2; exit 1\n', { mode: 0o755 });
    const { notLeft, left } = await move(here, to);
    assert.deepEqual([notLeft?.why, left], ['hook', undefined]);
    assert.deepEqual(Object.keys(notesOf(here.folder)), ['README.md']);
    assert.equal(shop.git('status', '--porcelain', 'notes/team.md'), ' D notes/team.md');
  });

  it('tells what can’t be moved, and brings along what was left later', async () => {
    const mine = 'people/ada/learning/mine.md';
    shop.write(`notes/${mine}`, learningNote('Mine', 'private: true\n'));
    shop.write(`notes/${cats}`, learningNote('Cats'));
    const { here, branch } = await places();
    const first = await move(here, branch);
    assert.deepEqual(
      first.plan.keptBack.map(({ title, reason }) => [title, reason]),
      [['Mine', 'private']],
    );
    assert.deepEqual(Object.keys(notesOf(here.folder)), ['README.md', mine]);
    rmSync(join(here.folder, mine));
    shop.branch('older', 'HEAD~1');
    shop.write(`notes/${cats}`, learningNote('More cats'));
    shop.write(`notes/${bees}`, '\uFEFF---\r\ntype: learning\r\n---\r\n# Bees\r\n\r\nThey dance.\r\n');
    const { plan } = await move(here, { ...branch, exists: true });
    assert.deepEqual(
      plan.keptBack.map(({ title, reason }) => [title, reason]),
      [['More cats', 'differs']],
    );
    assert.equal(notesOf(branch.folder)[bees], '\uFEFF---\r\ntype: learning\r\n---\r\n# Bees\r\n\r\nThey dance.\r\n');
    assert.equal(notesOf(branch.folder)[cats], learningNote('Cats'));
    assert.deepEqual(Object.keys(notesOf(here.folder)), ['README.md', cats]);
  });

  it('brings the notes of hers that did not go along, committed or not, and nobody else’s', async () => {
    const { here, branch } = await places();
    await move(here, branch);
    const committed = 'people/ada/learning/2026-11-23-committed.md';
    shop.git('config', 'branch.main.remote', '.');
    shop.git('config', 'branch.main.merge', 'refs/heads/published');
    shop.git('branch', 'published');
    shop.commit({ subject: 'Share', files: { [`notes/${committed}`]: learningNote('Committed') } });
    shop.write(`notes/${cats}`, learningNote('Cats'));
    shop.write('notes/people/sam/learning/his.md', learningNote('His'));
    shop.write('notes/diagram.png', 'no note');
    const there = { ...branch, exists: true };
    const [old] = (await clone().home.elsewhere(there)).filter(({ kind }) => kind === 'here');
    assert.deepEqual([old?.folder, old?.exists], [here.folder, true]);
    const ways = { from: here, to: there, environment: shop.environment };
    const left = await leftBehind(sidesOf(clone(), ways), 'ada');
    assert.deepEqual(left, [cats, committed]);
    const { stayed } = await moved(clone(), { ...ways, only: left });
    assert.deepEqual(stayed, []);
    assert.equal(
      git(branch.folder, 'show', '--format=%s', '--name-only', 'HEAD'),
      `Move the notes here\n\n${cats}\n${committed}`,
    );
    assert.equal(
      shop.git('show', '--format=%s', '--name-status', 'HEAD'),
      `Move the notes away\n\nD\tnotes/${committed}`,
    );
    assert.deepEqual(Object.keys(notesOf(here.folder)), ['README.md', 'people/sam/learning/his.md']);
    assert.deepEqual(await leftBehind(sidesOf(clone(), ways), 'ada'), []);
    assert.deepEqual(await movingFiles({ from: here.folder, to: branch.folder }).rest(), ['diagram.png']);
  });

  it('finds nothing of hers in what an older branch of the code still has', async () => {
    const { here, branch } = await places();
    await move(here, branch);
    shop.branch('older', 'HEAD~1');
    const ways = { from: here, to: { ...branch, exists: true }, environment: shop.environment };
    assert.deepEqual(await leftBehind(sidesOf(clone(), ways), 'ada'), []);
  });
});
