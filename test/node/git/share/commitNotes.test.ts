import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isSharingRefused } from '../../../../src/app/share/noteSharing.ts';
import type { ShareLook } from '../../../../src/app/share/shareNotes.ts';
import type { SharedPath } from '../../../../src/core/note/notePath.ts';
import { makeRepository, type TestRepository } from '../../../support/gitRepository.ts';
import { learningNote, sharingClone, type SharingClone } from '../../../support/sharingClone.ts';

const bees = 'people/ada/learning/2026-11-22-bees.md';
const cats = 'people/ada/learning/2026-11-22-cats.md';

describe('Committing notes', () => {
  let shop: TestRepository;
  let ada: SharingClone;
  beforeEach(() => {
    shop = makeRepository();
    shop.commit({ subject: 'Begin', files: { 'cart.ts': 'let cart;\n', 'shop.ts': 'let shop;\n' } });
    shop.git('config', 'user.name', 'Ada');
    shop.git('config', 'user.email', 'ada@shop.example');
    ada = sharingClone(shop);
  });
  afterEach(() => {
    shop.dispose();
  });

  /** What the last commit changed: one line for each file. */
  const committed = () =>
    shop.git('show', '--format=', '--name-status', 'HEAD').replaceAll('\t', ' ').split('\n').join('\n');
  const status = () => shop.git('status', '--porcelain=v1', '--untracked-files=all');
  const refused = async (why: string, share: () => Promise<unknown> = () => ada.share()) => {
    const before = { head: shop.git('rev-parse', '--verify', '-q', 'HEAD'), index: indexBytes(), status: status() };
    await assert.rejects(share, error => isSharingRefused(error) && (assert.equal(error.why, why), true));
    const after = { head: shop.git('rev-parse', '--verify', '-q', 'HEAD'), index: indexBytes(), status: status() };
    assert.deepEqual(after.head, before.head);
    assert.equal(after.status, before.status);
    assert.deepEqual(leftBehind(), []);
  };
  const indexBytes = () => shop.git('ls-files', '-s', '-v', '--debug');
  const leftBehind = () =>
    readdirSync(join(shop.root, '.git')).filter(name => name.includes('outloud') || name === 'index.lock');

  it('takes exactly the notes, and says in the subject what they are', async () => {
    ada.note(bees, learningNote('Bees dance'));
    ada.note('people/ada/weekly/2026-W47-ada.md', '---\ntype: weekly\nweek: 2026-W47\n---\n# Week 47 · Ada\n');
    shop.write('cart.ts', 'let cart = 1;\n');
    const hash = await ada.share();
    assert.equal(shop.git('rev-parse', 'HEAD'), hash);
    assert.equal(
      shop.git('log', '-1', '--format=%s|%an|%ae|%cn'),
      'Share notes: a learning, the week 47|Ada|ada@shop.example|Ada',
    );
    assert.equal(committed(), `A notes/${bees}\nA notes/people/ada/weekly/2026-W47-ada.md`);
    assert.equal(status(), ' M cart.ts');
    assert.deepEqual(leftBehind(), []);
    assert.deepEqual(shown(await ada.look()), []);
  });

  it('answers what several notes say in the last commit, and leaves out those it does not have', async () => {
    const odd = 'people/ada/learning/Was heißt das.md';
    ada.note(bees, learningNote('Bees'));
    ada.note(odd, learningNote('Größe'));
    await ada.share();
    ada.note(bees, learningNote('Bees now'));
    ada.note(cats, learningNote('Cats'));
    const texts = await ada.desk.sharing.committedTexts([cats, odd, bees] as SharedPath[]);
    assert.deepEqual(
      [...texts],
      [
        [odd, learningNote('Größe')],
        [bees, learningNote('Bees')],
      ],
    );
    assert.deepEqual([...(await ada.desk.sharing.committedTexts([]))], []);
  });

  it('takes only those that were chosen', async () => {
    ada.note(bees, learningNote('Bees'));
    ada.note(cats, learningNote('Cats'));
    await ada.share({ paths: [cats] });
    assert.equal(committed(), `A notes/${cats}`);
    assert.equal(status(), `?? notes/${bees}`);
  });

  it('leaves what is staged staged, byte for byte', async () => {
    shop.write('cart.ts', 'let cart = "staged";\n');
    shop.write('new.ts', 'staged too\n');
    shop.git('add', 'cart.ts', 'new.ts');
    shop.git('rm', '-q', 'shop.ts');
    shop.write('cart.ts', 'let cart = "and changed again";\n');
    shop.git('add', '-N', '--', shopFile('intent.ts'));
    ada.note(bees, learningNote('Bees'));
    const before = shop.git('ls-files', '-s');
    const diff = shop.git('diff', '--cached', '--', 'cart.ts', 'new.ts', 'shop.ts');
    await ada.share();
    assert.equal(committed(), `A notes/${bees}`);
    const [note, ...others] = shop
      .git('ls-files', '-s')
      .split('\n')
      .sort((a, b) => Number(b.includes('notes/')) - Number(a.includes('notes/')));
    assert.match(note ?? '', /notes\/people/);
    assert.deepEqual(others.sort(), before.split('\n').sort());
    assert.equal(shop.git('diff', '--cached', '--', 'cart.ts', 'new.ts', 'shop.ts'), diff);
    assert.equal(status(), 'MM cart.ts\n A intent.ts\nA  new.ts\nD  shop.ts');
  });

  it('changes and deletes notes, and takes what was staged of them', async () => {
    ada.note(bees, learningNote('Bees'));
    ada.note(cats, learningNote('Cats'));
    await ada.share();
    ada.note(bees, learningNote('Bees, staged'));
    shop.git('add', '.');
    ada.note(bees, learningNote('Bees, better'));
    ada.remove(`notes/${cats}`);
    assert.deepEqual(shown(await ada.look()), ['~ Bees, better', '- cats']);
    await ada.share();
    assert.equal(committed(), `M notes/${bees}\nD notes/${cats}`);
    assert.equal(shop.git('show', `HEAD:notes/${bees}`), learningNote('Bees, better').trimEnd());
    assert.equal(status(), '');
  });

  it('sees no news in a note that was only touched', async () => {
    ada.note(bees, learningNote('Bees'));
    await ada.share();
    ada.note(bees, learningNote('Bees'));
    assert.deepEqual(shown(await ada.look()), []);
    assert.equal(await ada.share(), undefined);
  });

  it('keeps back what is private, and what git is told to ignore or to pass through a program', async () => {
    shop.write('.gitignore', 'drafts/\n');
    shop.write('.gitattributes', 'secret.md filter=crypt\n');
    ada.note(bees, learningNote('Bees', 'private: true\n'));
    ada.note('people/ada/drafts/idea.md', learningNote('Idea'));
    ada.note('people/ada/secret.md', learningNote('Secret'));
    ada.note('people/sam/learning/his.md', learningNote('His'));
    ada.note('team.md', '---\ntype: team\n---\n# Team\n');
    assert.deepEqual(shown(await ada.look()), ['! Idea: ignored', '! Bees: private', '! Secret: filtered', '+ Team']);
    await ada.share();
    assert.equal(committed(), 'A notes/team.md');
  });

  it('never follows a link', async () => {
    shop.write('secret.txt', 'a secret\n');
    mkdirSync(join(shop.root, 'notes/people/ada'), { recursive: true });
    symlinkSync('../../../secret.txt', join(shop.root, 'notes/people/ada/link.md'));
    ada.note(bees, learningNote('Bees'));
    await ada.share();
    assert.equal(committed(), `A notes/${bees}`);
  });

  it('commits a note that became private meanwhile not at all', async () => {
    ada.note(bees, learningNote('Bees'));
    const look = await ada.look();
    ada.note(bees, learningNote('Bees', 'private: true\n'));
    const { commitChosen } = await import('../../../../src/app/share/shareNotes.ts');
    await refused('moved', () =>
      commitChosen(ada.desk, { look, paths: look.notes.map(({ path }) => path), message: 'x' }),
    );
  });

  it('waits where somebody committed meanwhile', async () => {
    ada.note(bees, learningNote('Bees'));
    const look = await ada.look();
    shop.gitWith({ env: {} }, 'commit', '-q', '--allow-empty', '-m', 'Meanwhile');
    const { commitChosen } = await import('../../../../src/app/share/shareNotes.ts');
    await refused('moved', () =>
      commitChosen(ada.desk, { look, paths: look.notes.map(({ path }) => path), message: 'x' }),
    );
  });

  it('is the first commit of a new repository too', async () => {
    const fresh = makeRepository();
    try {
      fresh.git('config', 'user.name', 'Ada');
      fresh.git('config', 'user.email', 'ada@shop.example');
      const hers = sharingClone({ ...fresh, notes: '.' });
      fresh.write('staged.txt', 'x\n');
      fresh.git('add', 'staged.txt');
      hers.note(bees, learningNote('Bees'));
      await hers.share();
      assert.equal(fresh.git('show', '--format=', '--name-status', 'HEAD'), `A\t${bees}`);
      assert.equal(fresh.git('status', '--porcelain'), 'A  staged.txt');
    } finally {
      fresh.dispose();
    }
  });

  it('goes on the feature branch, in a work tree of its own, and in a submodule', async () => {
    shop.branch('outbox');
    ada.note(bees, learningNote('Bees'));
    await ada.share();
    assert.equal(shop.git('log', '-1', '--format=%s', 'outbox'), 'Share notes: a learning');
    assert.equal(shop.git('log', '-1', '--format=%s', 'main'), 'Begin');

    const tree = join(dirname(shop.root), 'tree');
    shop.git('worktree', 'add', '-q', '-b', 'elsewhere', tree);
    const there = sharingClone({ ...shop, root: tree });
    there.note(cats, learningNote('Cats'));
    await there.share();
    assert.equal(shop.git('log', '-1', '--format=%s', 'elsewhere'), 'Share notes: a learning');
    assert.equal(there.git('status', '--porcelain'), '');
    assert.equal(status(), '');

    const outer = makeRepository();
    try {
      outer.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', shop.root, 'lib');
      const inside = sharingClone({ root: join(outer.root, 'lib'), environment: shop.environment });
      inside.git('config', 'user.name', 'Ada');
      inside.git('config', 'user.email', 'ada@shop.example');
      inside.note(cats, learningNote('Cats'));
      await inside.share();
      assert.equal(inside.git('status', '--porcelain'), '');
    } finally {
      outer.dispose();
    }
  });

  it('does not take for deleted what a sparse checkout leaves out', async () => {
    ada.note(bees, learningNote('Bees'));
    ada.note('people/ada/goals/fly.md', '---\ntype: goal\nstatus: active\n---\n# Fly\n');
    await ada.share();
    shop.git('sparse-checkout', 'set', '--no-cone', '/*', '!/notes/people/ada/learning/');
    assert.ok(!existsSync(join(shop.root, 'notes', bees)));
    assert.deepEqual(shown(await ada.look()), []);
    ada.note('people/ada/goals/swim.md', '---\ntype: goal\nstatus: active\n---\n# Swim\n');
    await ada.share();
    assert.equal(committed(), 'A notes/people/ada/goals/swim.md');
    assert.match(shop.git('ls-files', '-t', '--', `notes/${bees}`), /^S /);
  });

  it('stores line ends as the person’s git does', async () => {
    shop.git('config', 'core.autocrlf', 'true');
    ada.note(bees, learningNote('Bees').replaceAll('\n', '\r\n'));
    await ada.share();
    assert.equal(shop.gitWith({}, 'cat-file', 'blob', `HEAD:notes/${bees}`), learningNote('Bees').trimEnd());
    assert.match(readFileSync(join(shop.root, 'notes', bees), 'utf8'), /\r\n/);
    assert.equal(status(), '');
    assert.deepEqual(shown(await ada.look()), []);
  });

  it('keeps every byte where nobody asks for other line ends', async () => {
    const text = `\uFEFF${learningNote('Bees').replaceAll('\n', '\r\n')}no end`;
    ada.note(bees, text);
    await ada.share();
    assert.equal(shop.gitWith({}, 'cat-file', 'blob', `HEAD:notes/${bees}`), text);
  });

  it('leaves a conflict of other files as it is', async () => {
    shop.write('cart.ts', 'stashed\n');
    shop.git('stash', '-q');
    shop.write('cart.ts', 'committed\n');
    shop.git('commit', '-q', '-m', 'Change the cart', 'cart.ts');
    assert.throws(() => shop.git('stash', 'pop'));
    const before = shop.git('ls-files', '-u');
    ada.note(bees, learningNote('Bees'));
    await ada.share();
    assert.equal(committed(), `A notes/${bees}`);
    assert.equal(shop.git('ls-files', '-u'), before);
    assert.equal(status(), 'UU cart.ts');
  });

  it('keeps back a note in which two versions meet, for git or in its text', async () => {
    ada.note(bees, learningNote('Bees'));
    await ada.share();
    ada.note(bees, learningNote('Bees sing'));
    shop.git('stash', '-q');
    ada.note(bees, learningNote('Bees dance'));
    await ada.share();
    assert.throws(() => shop.git('stash', 'pop'));
    assert.deepEqual(shown(await ada.look()), ['! Bees dance: conflict']);
    ada.note(bees, learningNote('Bees sing and dance')); // chosen, but git does not know that yet
    assert.deepEqual(shown(await ada.look()), ['! Bees sing and dance: conflict']);
    shop.git('add', '.');
    assert.deepEqual(shown(await ada.look()), ['~ Bees sing and dance']);
  });

  it('takes names that look like options or patterns for names', async () => {
    ada.note('people/ada/learning/-A.md', learningNote('Dash'));
    ada.note('people/ada/learning/[ab]*.md', learningNote('Star'));
    ada.note('people/ada/learning/:(exclude)a.md', learningNote('Magic'));
    shop.write('other.txt', 'x\n');
    await ada.share();
    assert.match(committed(), /^A notes/);
    assert.equal(status(), '?? other.txt');
  });

  describe('waits and says why', () => {
    beforeEach(() => {
      ada.note(bees, learningNote('Bees'));
    });
    const conflict = (end: string[]) => {
      shop.branch('theirs');
      shop.write('cart.ts', 'theirs\n');
      shop.git('commit', '-q', '-m', 'Theirs', 'cart.ts');
      shop.checkout('main');
      shop.write('cart.ts', 'mine\n');
      shop.git('commit', '-q', '-m', 'Mine', 'cart.ts');
      assert.throws(() => shop.git(...end));
    };
    const table: readonly (readonly [string, string, () => void])[] = [
      [
        'in the middle of a merge',
        'merging',
        () => {
          conflict(['merge', 'theirs']);
        },
      ],
      [
        'in the middle of a rebase',
        'rebasing',
        () => {
          conflict(['rebase', 'theirs']);
        },
      ],
      [
        'in the middle of a cherry-pick',
        'picking',
        () => {
          conflict(['cherry-pick', 'theirs']);
        },
      ],
      [
        'while another git works',
        'locked',
        () => {
          shop.write('.git/index.lock', '');
        },
      ],
      ['on no branch', 'detached', () => void shop.git('checkout', '-q', '--detach')],
      ['where git knows nobody', 'no-identity', () => void shop.git('config', '--unset', 'user.email')],
    ];
    for (const [what, why, arrange] of table)
      it(what, async () => {
        arrange();
        const left = why === 'locked' ? 'index.lock' : undefined;
        const before = status();
        await assert.rejects(ada.share(), error => isSharingRefused(error) && error.why === why);
        assert.equal(status(), before);
        assert.deepEqual(leftBehind(), left === undefined ? [] : [left]);
        assert.equal(ada.read(`notes/${bees}`), learningNote('Bees'));
      });

    it('in no repository', async () => {
      const home = join(dirname(shop.root), 'plain');
      const hers = sharingClone({ ...shop, root: home });
      hers.note(bees, learningNote('Bees'));
      await assert.rejects(hers.share(), error => isSharingRefused(error) && error.why === 'no-repository');
    });
  });

  describe('with hooks', () => {
    const hook = (name: string, script: string) => {
      shop.write(`.git/hooks/${name}`, `#!/bin/sh\n${script}\n`);
      chmodSync(join(shop.root, '.git/hooks', name), 0o755);
    };
    beforeEach(() => {
      ada.note(bees, learningNote('Bees'));
    });

    it('runs them as a commit by hand does', async () => {
      hook('pre-commit', 'git diff --cached --name-only > seen.txt');
      hook('prepare-commit-msg', 'test "$2" = message && echo "SHOP-1 $(cat "$1")" > "$1"');
      hook('commit-msg', 'grep -q SHOP-1 "$1"');
      hook('post-commit', 'git log -1 --format=%s > after.txt');
      hook('reference-transaction', 'echo "$1" >> refs.txt');
      await ada.share();
      assert.equal(ada.read('seen.txt'), `notes/${bees}\n`);
      assert.equal(shop.git('log', '-1', '--format=%s'), 'SHOP-1 Share notes: a learning');
      assert.equal(ada.read('after.txt'), 'SHOP-1 Share notes: a learning\n');
      assert.match(ada.read('refs.txt'), /committed/);
    });

    it('says which one refused, and what it said last', async () => {
      hook('pre-commit', 'echo "checking"; echo "Run the linter first." >&2; exit 1');
      await assert.rejects(
        ada.share(),
        error => isSharingRefused(error) && (assert.equal(error.detail, 'pre-commit: Run the linter first.'), true),
      );
      await refused('hook');
    });

    it('takes what one tidied in the note, and nothing else it puts in', async () => {
      hook('pre-commit', `sed -i 's/Bees/Tidy bees/' "notes/${bees}" && git add "notes/${bees}"`);
      await ada.share();
      assert.match(shop.git('show', `HEAD:notes/${bees}`), /# Tidy bees/);
      assert.equal(status(), '');

      hook('pre-commit', 'git add -A');
      shop.write('secret.txt', 'not to be shared\n');
      ada.note(cats, learningNote('Cats'));
      await refused('hook-changed');
    });

    it('says that the branch may not be moved', async () => {
      hook('reference-transaction', 'test "$1" = prepared && exit 1; exit 0');
      await refused('hook');
    });
  });

  it('signs where the person signs, and says where that fails', async () => {
    const signer = join(dirname(shop.root), 'signer');
    writeFileSync(
      signer,
      '#!/bin/sh\ncat >/dev/null\necho "[GNUPG:] SIG_CREATED " >&2\necho "-----BEGIN PGP SIGNATURE-----\nx\n-----END PGP SIGNATURE-----"\n',
    );
    chmodSync(signer, 0o755);
    shop.git('config', 'commit.gpgsign', 'true');
    shop.git('config', 'gpg.program', signer);
    ada.note(bees, learningNote('Bees'));
    await ada.share();
    assert.match(shop.git('cat-file', 'commit', 'HEAD'), /^gpgsig -----BEGIN PGP SIGNATURE-----$/m);

    shop.git('config', 'gpg.program', '/nowhere/gpg');
    ada.note(cats, learningNote('Cats'));
    await refused('signature');
  });

  it('runs nothing of a hostile repository but what a commit by hand would run', async () => {
    const mark = join(dirname(shop.root), 'mark');
    const evil = join(dirname(shop.root), 'evil');
    writeFileSync(evil, `#!/bin/sh\ntouch '${mark}'\ncat\n`);
    chmodSync(evil, 0o755);
    shop.write('.git/info/attributes', '*.md diff=evil merge=evil\n*.ts filter=evil\n');
    for (const key of [
      'core.fsmonitor',
      'diff.external',
      'filter.evil.clean',
      'filter.evil.process',
      'diff.evil.textconv',
      'diff.evil.command',
    ])
      shop.git('config', key, evil);
    for (const key of [
      'merge.evil.driver',
      'core.editor',
      'core.pager',
      'credential.helper',
      'core.sshCommand',
      'core.askPass',
      'gpg.program',
      'sequence.editor',
      'core.alternateRefsCommand',
    ])
      shop.git('config', key, evil);
    ada.note(bees, learningNote('Bees'));
    await ada.look();
    await ada.share();
    assert.ok(!existsSync(mark));
    assert.equal(shop.git('-c', 'core.fsmonitor=false', 'log', '-1', '--format=%s'), 'Share notes: a learning');
  });

  function shopFile(name: string): string {
    writeFileSync(join(shop.root, name), 'intent\n');
    return name;
  }
});

/** As a person would see it, in the order of the paths. */
function shown({ notes, keptBack }: ShareLook): string[] {
  const marks = { new: '+', changed: '~', deleted: '-' };
  const lines = [
    ...notes.map(({ path, title, change }) => [path, `${marks[change]} ${title}`] as const),
    ...keptBack.map(({ path, title, reason }) => [path, `! ${title}: ${reason}`] as const),
  ];
  return lines.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line);
}
