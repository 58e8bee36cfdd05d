import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, it } from 'mocha';
import { commands, extensions, Uri, window } from 'vscode';
import { notes, run, runAccepting, shop } from './support/sample.ts';
import { until } from './support/until.ts';

const git = (folder: string, ...args: string[]) =>
  execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' }).trimEnd();
const origin = join(shop, '../origin.git');
const trees = join(homedir(), '.outloud/notes');
const tree = () => join(trees, readdirSync(trees)[0] ?? '');
const opened = () =>
  extensions
    .getExtension<{ getAPI(version: 1): { repositories: readonly { rootUri: Uri }[] } }>('vscode.git')
    ?.exports.getAPI(1)
    .repositories.map(({ rootUri }) => rootUri.fsPath) ?? [];
/** Each goes on where the one before left the notes, or begins there on its own. */
const onBranch = async () => {
  if (!existsSync(trees)) await run<Uri>('moveNotes', { to: 'branch', push: true });
};
const inFront = () => window.activeTextEditor?.document.uri.fsPath ?? '';

describe('Moving notes', () => {
  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('asks where they shall be at the first share, and Enter leaves them where they are', async () => {
    const note = join(notes, 'people/ada/learning/2026-11-22-first.md');
    writeFileSync(note, '---\ntype: learning\n---\n# First\n');
    const shared = await runAccepting<{ commit?: string }>('shareNotes', { push: false });
    assert.equal(shared.commit, git(shop, 'rev-parse', 'HEAD'));
    assert.equal(existsSync(trees), false);
  });

  it('takes them to a branch that stays in sight, and others find it', async () => {
    const before = git(shop, 'ls-tree', '-r', '--name-only', 'HEAD:notes');
    const profile = 'people/ada/ada.md';
    await window.showTextDocument(Uri.file(join(notes, profile)));
    const folder = await run<Uri>('moveNotes', { to: 'branch', push: true });
    assert.equal(folder.fsPath, tree());
    assert.equal(git(origin, 'ls-tree', '-r', '--name-only', 'outloud/notes'), before);
    assert.equal(git(shop, 'status', '--porcelain', '-uall'), '');
    assert.deepEqual(readdirSync(notes), ['README.md']);
    assert.match(readFileSync(join(notes, 'README.md'), 'utf8'), /on the branch `outloud\/notes` of this repository/);
    assert.equal(inFront(), join(tree(), profile));

    git(shop, 'switch', '-q', '-c', 'older', 'HEAD~1');
    assert.equal(existsSync(join(notes, profile)), true);
    const logged = await run<Uri>('logLearning', { text: 'Branches come and go' });
    assert.ok(logged.fsPath.startsWith(`${tree()}/people/ada/learning/`), logged.fsPath);
    git(shop, 'switch', '-q', 'main');
  });

  it('shares from there past what a colleague pushed, with the editor’s own git', async () => {
    await onBranch();
    const sam = join(shop, '../sam');
    git(join(shop, '..'), 'clone', '-q', '-b', 'outloud/notes', origin, sam);
    writeFileSync(join(sam, 'people/from-sam.md'), '---\ntype: profile\n---\n# Sam\n');
    git(sam, 'add', '.');
    git(sam, '-c', 'user.name=Sam', '-c', 'user.email=sam@shop.example', 'commit', '-qm', 'Share notes: a profile');
    git(sam, 'push', '-q');
    await run<Uri>('logLearning', { text: 'Two may share at once' });
    const code = git(shop, 'rev-parse', 'HEAD', 'origin/main');
    const shared = await run<{ pushed: boolean }>('shareNotes', { message: 'Share notes', push: true });
    assert.equal(shared.pushed, true);
    assert.match(
      git(origin, 'log', '--format=%s', 'outloud/notes'),
      /^Share notes\nShare notes: a profile\nMove the notes/,
    );
    assert.equal(existsSync(join(tree(), 'people/from-sam.md')), true);
    assert.equal(git(shop, 'rev-parse', 'HEAD', 'origin/main'), code);
    assert.ok(opened().includes(shop), opened().join());
  });

  it('follows what her own fetch brings, and leaves what she writes', async () => {
    const sam = join(shop, '../sam');
    git(sam, 'pull', '-q');
    writeFileSync(join(sam, 'people/later.md'), '---\ntype: profile\n---\n# Later\n');
    git(sam, 'add', '.');
    git(sam, '-c', 'user.name=Sam', '-c', 'user.email=sam@shop.example', 'commit', '-qm', 'Share notes: a profile');
    git(sam, 'push', '-q');
    const draft = join(tree(), 'people/ada/learning/2026-11-22-draft.md');
    writeFileSync(draft, '---\ntype: learning\n---\n# Draft\n');
    await commands.executeCommand('git.fetch', Uri.file(shop));
    await until(() => git(tree(), 'rev-parse', 'HEAD') === git(sam, 'rev-parse', 'HEAD'));
    assert.equal(existsSync(join(tree(), 'people/later.md')), true);
    assert.equal(git(tree(), 'status', '--porcelain', '-uall'), '?? people/ada/learning/2026-11-22-draft.md');
  });

  it('brings along what stayed in the folder they left', async () => {
    const stayed = 'people/ada/learning/2026-11-22-stayed.md';
    mkdirSync(join(notes, 'people/ada/learning'), { recursive: true });
    writeFileSync(join(notes, stayed), '---\ntype: learning\n---\n# Stayed\n');
    assert.deepEqual(await run<string[]>('bringNotes', { push: false }), [stayed]);
    assert.equal(git(tree(), 'show', '--format=%s', '--name-only', 'HEAD'), `Move the notes here\n\n${stayed}`);
    assert.deepEqual(readdirSync(notes), ['README.md']);
    assert.deepEqual(await run<string[]>('bringNotes', { push: false }), []);
  });

  it('brings them back', async () => {
    await run<Uri>('moveNotes', { to: 'here', push: false });
    assert.equal(existsSync(join(notes, 'people/later.md')), true);
    assert.equal(existsSync(join(notes, 'README.md')), false);
    assert.deepEqual(
      readdirSync(tree()).filter(name => !name.startsWith('.')),
      ['README.md'],
    );
    const logged = await run<Uri>('logLearning', { text: 'Home again' });
    assert.ok(logged.fsPath.startsWith(notes), logged.fsPath);
  });
});
