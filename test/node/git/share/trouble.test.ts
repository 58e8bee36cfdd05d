import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isSharingRefused } from '../../../../src/app/share/noteSharing.ts';
import { commitChosen } from '../../../../src/app/share/shareNotes.ts';
import type { TestRepository } from '../../../support/gitRepository.ts';
import { clonedBy, learningNote, sharedOrigin, type SharingClone } from '../../../support/sharingClone.ts';

const bees = 'people/ada/learning/2026-11-22-bees.md';
const cats = 'people/ada/learning/2026-11-22-cats.md';
const dogs = 'people/sam/learning/2026-11-22-dogs.md';

describe('Sharing notes where something is in the way', () => {
  let origin: TestRepository;
  let ada: SharingClone;
  beforeEach(() => {
    origin = sharedOrigin();
    ada = clonedBy('ada', origin);
    ada.write('cart.ts', 'let cart = "half done";\n');
  });
  afterEach(() => {
    origin.dispose();
  });

  async function samShares(): Promise<void> {
    const sam = clonedBy('sam', origin);
    sam.note(dogs, learningNote('Dogs'));
    await sam.share();
    await sam.publish();
  }
  const script = (file: string, ...lines: string[]) => {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `#!/bin/sh\n${lines.join('\n')}\n`);
    chmodSync(file, 0o755);
    return file;
  };
  const hook = (name: string, ...lines: string[]) => script(join(ada.root, '.git/hooks', name), ...lines);
  const serverHook = (name: string, ...lines: string[]) => script(join(origin.root, '.git/hooks', name), ...lines);
  const program = (name: string, ...lines: string[]) => script(join(dirname(origin.root), name), ...lines);
  const commitCart = (who: SharingClone, text: string) => {
    who.write('cart.ts', text);
    who.git('commit', '-q', '-m', 'Change the cart', 'cart.ts');
  };
  /** All that must be as it was: files, index, branch, and no draft or lock of ours. */
  const state = () => ({
    status: ada.git('status', '--porcelain', '--untracked-files=all'),
    index: ada.git('ls-files', '-s'),
    cart: ada.read('cart.ts'),
    bees: ada.read(`notes/${bees}`),
    drafts: readdirSync(join(ada.root, '.git')).filter(name => /outloud|\.lock$/.test(name)),
  });
  async function refusal(act: () => Promise<unknown>): Promise<string> {
    try {
      await act();
    } catch (error) {
      if (!isSharingRefused(error)) throw error;
      return error.detail === '' ? error.why : `${error.why}: ${error.detail}`;
    }
    return 'shared';
  }

  type Row = readonly [what: string, arrange: () => unknown, expected: string | RegExp];

  const beforeTheCommit: readonly Row[] = [
    [
      'a pre-commit hook',
      () => hook('pre-commit', 'echo "Run the linter." >&2; exit 1'),
      'hook: pre-commit: Run the linter.',
    ],
    ['a commit-msg hook', () => hook('commit-msg', 'echo "No ticket." >&2; exit 1'), 'hook: commit-msg: No ticket.'],
    ['a hook that can’t be run', () => hook('pre-commit', 'exec /nowhere/lint'), /^hook: pre-commit: /],
    [
      'a gpg that has no key',
      () => {
        ada.git('config', 'commit.gpgsign', 'true');
        ada.git('config', 'gpg.program', program('gpg', 'echo "gpg: signing failed: No secret key" >&2; exit 2'));
      },
      /^signature: /,
    ],
    [
      'an ssh key that is not there',
      () => {
        for (const [key, value] of [
          ['commit.gpgsign', 'true'],
          ['gpg.format', 'ssh'],
          ['user.signingkey', '/nowhere/id_ed25519'],
        ] as const)
          ada.git('config', key, value);
      },
      /^signature: /,
    ],
    [
      'a revert under way',
      () => {
        ada.write('cart.ts', 'let cart;\n');
        commitCart(ada, 'one\n');
        commitCart(ada, 'two\n');
        assert.throws(() => ada.git('revert', '--no-edit', 'HEAD~1'));
      },
      'picking: main',
    ],
    ['a bisect under way', () => void ada.git('bisect', 'start'), 'bisecting: main'],
    [
      'a rebase of mails under way',
      () => {
        mkdirSync(join(ada.root, '.git/rebase-apply'));
      },
      'rebasing: main',
    ],
    [
      'a lock left behind on the index',
      () => {
        ada.write('.git/index.lock', '');
      },
      'locked: .git/index.lock',
    ],
    [
      'a lock left behind on the branch',
      () => {
        ada.write('.git/refs/heads/main.lock', '');
      },
      'locked: .git/refs/heads/main.lock',
    ],
  ];
  for (const [what, arrange, expected] of beforeTheCommit)
    it(`says so, and commits nothing: ${what}`, async () => {
      arrange();
      ada.note(bees, learningNote('Bees'));
      const before = { ...state(), head: ada.git('rev-parse', 'HEAD') };
      const said = await refusal(() => ada.share());
      if (typeof expected === 'string') assert.equal(said, expected);
      else assert.match(said, expected);
      assert.deepEqual({ ...state(), head: ada.git('rev-parse', 'HEAD') }, before);
    });

  const afterTheCommit: readonly Row[] = [
    ['a pre-push hook', () => hook('pre-push', 'echo "3 tests failed." >&2; exit 1'), 'push-hook: 3 tests failed.'],
    ['no network', () => void ada.git('remote', 'set-url', 'origin', 'https://127.0.0.1:1/shop.git'), 'offline'],
    ['a remote that is gone', () => void ada.git('remote', 'set-url', 'origin', '/nowhere/shop.git'), 'offline'],
    [
      'a protected branch',
      () =>
        serverHook('pre-receive', 'echo "GitLab: You are not allowed to push code to protected branches." >&2; exit 1'),
      'protected: main',
    ],
    [
      'a server that wants something else',
      () => serverHook('pre-receive', 'echo "The subject needs a ticket." >&2; exit 1'),
      'turned-down: The subject needs a ticket.',
    ],
    ['a remote without a name', () => void ada.git('remote', 'remove', 'origin'), 'no-remote'],
    [
      'two remotes',
      () => {
        ada.git('remote', 'add', 'fork', origin.root);
        ada.git('branch', '--unset-upstream');
      },
      'choose-remote: fork, origin',
    ],
  ];
  for (const [what, arrange, expected] of afterTheCommit)
    it(`says so, and leaves the notes committed: ${what}`, async () => {
      arrange();
      ada.note(bees, learningNote('Bees'));
      const hash = await ada.share();
      const before = state();
      assert.equal(await refusal(() => ada.publish()), expected);
      assert.deepEqual(state(), before);
      assert.equal(ada.git('rev-parse', 'HEAD'), hash);
      assert.equal(before.status, ' M cart.ts');
    });

  const noTrouble: readonly (readonly [what: string, arrange: () => void])[] = [
    ['push.default=nothing', () => void ada.git('config', 'push.default', 'nothing')],
    [
      'a template for messages',
      () => {
        ada.write('.git/template', 'Why:\n');
        ada.git('config', 'commit.template', '.git/template');
      },
    ],
    ['commit.verbose and a strange cleanup', () => void ada.git('config', 'commit.cleanup', 'scissors')],
    [
      'rerere, autostash and a signature at pushes',
      () => {
        ada.git('config', 'rerere.enabled', 'true');
        ada.git('config', 'rebase.autoStash', 'true');
        ada.git('config', 'push.gpgSign', 'if-asked');
      },
    ],
    ['a sparse checkout', () => void ada.git('sparse-checkout', 'set', 'notes')],
    ['core.autocrlf', () => void ada.git('config', 'core.autocrlf', 'true')],
    ['a split index', () => void ada.git('update-index', '--split-index')],
    ['an untracked cache', () => void ada.git('update-index', '--force-untracked-cache')],
  ];
  for (const [what, arrange] of noTrouble)
    it(`shares past what others pushed with ${what}`, async () => {
      arrange();
      await samShares();
      ada.note(bees, learningNote('Bees'));
      await ada.share();
      assert.deepEqual(await ada.publish(), { pushed: true, isBehind: false });
      assert.equal(origin.git('log', '-2', '--format=%s', 'main'), 'Share notes: a learning\nShare notes: a learning');
      assert.match(ada.read(`notes/${dogs}`), /Dogs/);
      assert.equal(ada.git('status', '--porcelain'), ' M cart.ts');
      assert.deepEqual(state().drafts, []);
    });

  it('shares from a shallow clone', async () => {
    const shallow = clonedBy('ada', origin, { name: 'shallow', options: ['--depth=1'] });
    await samShares();
    shallow.note(bees, learningNote('Bees'));
    await shallow.share();
    assert.deepEqual(await shallow.publish(), { pushed: true, isBehind: false });
    assert.match(shallow.read(`notes/${dogs}`), /Dogs/);
    assert.equal(shallow.git('status', '--porcelain'), '');
  });

  it('stops where the signer asks and she has no time, with nothing committed', async () => {
    ada.git('config', 'commit.gpgsign', 'true');
    ada.git('config', 'gpg.program', program('gpg', 'exec sleep 20'));
    ada.note(bees, learningNote('Bees'));
    const before = state();
    const head = ada.git('rev-parse', 'HEAD');
    const look = await ada.look();
    const notNow = new AbortController();
    setTimeout(() => {
      notNow.abort();
    }, 300);
    const paths = look.notes.map(({ path }) => path);
    await assert.rejects(commitChosen(ada.desk, { look, paths, message: 'x', signal: notNow.signal }), {
      name: 'AbortError',
    });
    assert.deepEqual(state(), before);
    assert.equal(ada.git('rev-parse', 'HEAD'), head);
  });

  it('leaves her files alone where a program can’t fill what others changed', async () => {
    origin.git('checkout', '-q', 'main');
    origin.commit({ subject: 'Add a picture', files: { '.gitattributes': '*.png filter=far\n', 'a.png': 'one\n' } });
    origin.git('checkout', '-q', '--detach');
    ada.git('checkout', '-q', 'cart.ts');
    ada.git('pull', '-q');
    const other = clonedBy('sam', origin);
    other.write('a.png', 'two\n');
    other.note(dogs, learningNote('Dogs'));
    other.git('add', '.');
    other.git('commit', '-q', '-m', 'Change the picture');
    other.git('push', '-q');
    for (const [key, value] of [
      ['clean', 'sed s/filled/two/'],
      ['smudge', program('far', 'exit 1')],
      ['required', 'true'],
    ] as const)
      ada.git('config', `filter.far.${key}`, value);
    ada.note(bees, learningNote('Bees'));
    await ada.share();
    const before = state();
    assert.deepEqual(await ada.publish(), { pushed: true, isBehind: true });
    assert.deepEqual(state(), before);
    assert.ok(!existsSync(join(ada.root, 'notes', dogs)));

    ada.git('config', 'filter.far.smudge', 'sed s/two/filled/');
    ada.note(cats, learningNote('Cats'));
    await ada.share();
    assert.deepEqual(await ada.publish(), { pushed: true, isBehind: false });
    assert.equal(ada.read('a.png'), 'filled\n');
    assert.equal(ada.git('status', '--porcelain'), '');
  });

  it('names the line that has git ignore the notes', async () => {
    ada.write('.gitignore', '# Mine\n/notes/\n');
    ada.note(bees, learningNote('Bees'));
    const { notes, keptBack } = await ada.look();
    assert.deepEqual(notes, []);
    assert.deepEqual(
      keptBack.map(({ title, reason, by }) => `${title}: ${reason} by ${by ?? ''}`),
      ['Bees: ignored by .gitignore:2: /notes/'],
    );
    ada.write('.gitignore', '/notes/*\n!/notes/people/\n');
    assert.deepEqual((await ada.look()).keptBack, []);
  });

  it('keeps back a note whose name another has but for capitals, and takes a new spelling for the old note', async () => {
    ada.note(bees, learningNote('Bees'));
    await ada.share();
    const loud = bees.replace('bees', 'BEES');
    ada.note(loud, learningNote('Loud bees'));
    assert.deepEqual(
      (await ada.look()).keptBack.map(({ title, reason }) => `${title}: ${reason}`),
      ['Loud bees: twin'],
    );
    ada.remove(`notes/${bees}`);
    ada.git('config', 'core.ignorecase', 'true');
    await ada.share();
    assert.equal(ada.git('ls-files', '--', 'notes'), `notes/${loud}`);
  });

  it('clears away what a share that was killed left behind, and nothing newer', async () => {
    const old = '.git/outloud-01234567-89ab-cdef-0123-456789abcdef.index';
    const fresh = '.git/outloud-fedcba98-89ab-cdef-0123-456789abcdef.index';
    for (const file of [old, fresh]) ada.write(file, '');
    utimesSync(join(ada.root, old), new Date(0), new Date(0));
    await ada.look();
    assert.deepEqual(
      [old, fresh].map(file => existsSync(join(ada.root, file))),
      [false, true],
    );
    assert.equal(readFileSync(join(ada.root, fresh), 'utf8'), '');
  });
});
