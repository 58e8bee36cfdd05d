import assert from 'node:assert/strict';
import { appendFileSync, chmodSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { History } from '../../../src/app/ports.ts';
import { gitHistory } from '../../../src/node/git/gitHistory.ts';
import { makeRepository, type TestRepository } from '../../support/gitRepository.ts';

/** A way to run a program of somebody's choice, and the plain command that falls for it. */
interface Vector {
  readonly what: string;
  /** `evil` is a program that leaves a mark. */
  readonly arm: (shop: TestRepository, evil: string) => void;
  readonly fallsFor: (shop: TestRepository) => void;
}

const week = { from: Date.parse('2026-11-16T00:00:00Z') / 1000, to: Date.parse('2026-11-23T00:00:00Z') / 1000 };
const ada = ['ada@shop.example'];

const vectors: readonly Vector[] = [
  {
    what: 'core.fsmonitor',
    arm: (shop, evil) => void shop.git('config', 'core.fsmonitor', evil),
    fallsFor: shop => void shop.git('status'),
  },
  {
    what: 'core.fsmonitor in an included file',
    arm(shop, evil) {
      shop.write('.git/more', `[core]\n\tfsmonitor = ${JSON.stringify(evil)}\n`);
      shop.git('config', 'include.path', 'more');
    },
    fallsFor: shop => void shop.git('status'),
  },
  {
    what: 'core.fsmonitor in a file included for a place',
    arm(shop, evil) {
      shop.write('.git/more', `[core]\n\tfsmonitor = ${JSON.stringify(evil)}\n`);
      shop.git('config', 'includeIf.gitdir:**.path', 'more');
    },
    fallsFor: shop => void shop.git('status'),
  },
  {
    what: "core.fsmonitor in a work tree's own configuration",
    arm(shop, evil) {
      shop.git('config', 'extensions.worktreeConfig', 'true');
      shop.git('config', '--worktree', 'core.fsmonitor', evil);
    },
    fallsFor: shop => void shop.git('status'),
  },
  {
    what: 'hooks',
    arm(shop, evil) {
      const names = ['pre-commit', 'post-index-change', 'reference-transaction', 'post-checkout', 'pre-auto-gc'];
      for (const name of names) {
        shop.write(`.git/evil-hooks/${name}`, `#!/bin/sh\n'${evil}'\n`);
        chmodSync(join(shop.root, '.git/evil-hooks', name), 0o755);
      }
      shop.git('config', 'core.hooksPath', '.git/evil-hooks');
    },
    fallsFor: shop => void shop.git('update-ref', 'refs/heads/other', 'HEAD'),
  },
  {
    what: 'gpg.program with log.showSignature',
    arm(shop, evil) {
      signHead(shop);
      shop.git('config', 'gpg.program', evil);
      shop.git('config', 'log.showSignature', 'true');
    },
    fallsFor: shop => void shop.git('log', '-1'),
  },
  {
    what: 'an external diff',
    arm: (shop, evil) => void shop.git('config', 'diff.external', evil),
    fallsFor: shop => void shop.git('diff', 'HEAD~1', 'HEAD'),
  },
  {
    what: "a diff driver's command",
    arm(shop, evil) {
      attribute(shop, 'diff=evil');
      shop.git('config', 'diff.evil.command', evil);
    },
    fallsFor: shop => void shop.git('diff', 'HEAD~1', 'HEAD'),
  },
  {
    what: 'textconv',
    arm(shop, evil) {
      attribute(shop, 'diff=evil');
      shop.git('config', 'diff.evil.textconv', evil);
    },
    fallsFor: shop => void shop.git('blame', 'cart.txt'),
  },
  {
    what: 'a clean filter',
    arm(shop, evil) {
      attribute(shop, 'filter=evil');
      shop.git('config', 'filter.evil.clean', evil);
      shop.write('cart.txt', 'changed\n');
    },
    fallsFor: shop => void shop.git('diff'),
  },
  {
    what: 'a filter process',
    arm(shop, evil) {
      attribute(shop, 'filter=evil');
      shop.git('config', 'filter.evil.process', evil);
      shop.write('cart.txt', 'changed\n');
    },
    fallsFor: shop => void shop.git('diff'),
  },
  {
    what: 'an alias',
    arm: (shop, evil) => void shop.git('config', 'alias.recent', `!'${evil}'`),
    fallsFor: shop => void shop.git('recent'),
  },
  {
    what: 'core.editor',
    arm: (shop, evil) => void shop.git('config', 'core.editor', `'${evil}'`),
    fallsFor: shop => void shop.git('commit', '--allow-empty'),
  },
  {
    what: 'a credential helper',
    arm: (shop, evil) => void shop.git('config', 'credential.helper', `!'${evil}'`),
    fallsFor: shop => void shop.gitWith({ input: 'protocol=https\nhost=forge.example\n\n' }, 'credential', 'fill'),
  },
  {
    what: 'a promisor remote, asked as soon as a blob is missing',
    arm(shop, evil) {
      forget(shop, shop.git('rev-parse', 'HEAD:cart.txt'));
      shop.git('config', 'remote.origin.url', 'ssh://forge.example/shop');
      shop.git('config', 'remote.origin.promisor', 'true');
      shop.git('config', 'extensions.partialClone', 'origin');
      shop.git('config', 'core.repositoryFormatVersion', '1');
      shop.git('config', 'core.sshCommand', `'${evil}'`);
    },
    fallsFor: shop => void shop.git('log', '--numstat'),
  },
  {
    what: "a trailer's command",
    arm: (shop, evil) => void shop.git('config', 'trailer.reviewed-by.command', `'${evil}'`),
    fallsFor: shop => void shop.git('interpret-trailers', '--trailer', 'Reviewed-by'),
  },
  {
    what: 'a submodule that is updated by a command',
    arm(shop, evil) {
      shop.write('.gitmodules', '[submodule "sub"]\n\tpath = sub\n\turl = ./sub\n');
      shop.git('init', '-q', 'sub');
      shop.gitWith({ env: shopIdentity }, '-C', 'sub', 'commit', '-q', '--allow-empty', '-m', 'sub');
      shop.git('-c', 'advice.addEmbeddedRepo=false', 'add', 'sub', '.gitmodules');
      shop.gitWith({ env: shopIdentity }, 'commit', '-q', '-m', 'Add a submodule');
      shop.git('config', 'submodule.sub.url', join(shop.root, 'sub'));
      shop.git('config', 'submodule.sub.update', `!'${evil}'`);
      shop.gitWith({ env: shopIdentity }, '-C', 'sub', 'commit', '-q', '--allow-empty', '-m', 'other');
    },
    fallsFor: shop => void shop.git('submodule', 'update'),
  },
];

const shopIdentity = {
  ...{ GIT_AUTHOR_NAME: 'Ada', GIT_AUTHOR_EMAIL: 'ada@shop.example' },
  ...{ GIT_COMMITTER_NAME: 'Ada', GIT_COMMITTER_EMAIL: 'ada@shop.example' },
};

describe('history of a hostile repository', () => {
  let shop: TestRepository;
  let mark: string;
  let evil: string;

  beforeEach(() => {
    shop = makeRepository();
    shop.git('config', 'user.email', 'ada@shop.example');
    shop.git('config', 'user.name', 'Ada');
    shop.commit({ subject: 'Add a cart', date: '2026-11-16T09:00:00Z', files: { 'cart.txt': 'one\n' } });
    shop.commit({ subject: 'Count what is in it', date: '2026-11-17T09:00:00Z', files: { 'cart.txt': 'one\ntwo\n' } });
    mark = join(dirname(shop.root), 'was-here');
    evil = join(dirname(shop.root), 'evil.sh');
    writeFileSync(evil, `#!/bin/sh\n: > '${mark}'\nexit 1\n`, { mode: 0o755 });
  });
  afterEach(() => {
    shop.dispose();
  });

  for (const { what, arm, fallsFor } of vectors) {
    it(`runs nothing of ${what}`, async () => {
      arm(shop, evil);
      const asked = await askEverything(historyOf(shop, [shop.root]), shop);

      assert.ok(!existsSync(mark), 'something was run');
      assert.deepEqual(asked.subjects.slice(0, 2), ['Add a cart', 'Count what is in it']);
      assert.deepEqual(asked.authors, what.startsWith('a promisor') ? [] : ['Ada <ada@shop.example>']);

      attempt(() => {
        fallsFor(shop);
      });
      assert.ok(existsSync(mark), 'plain git does not fall for it: this test proves nothing');
    });
  }

  it('runs nothing of a bare repository that a teammate committed', async () => {
    const notes = join(shop.root, 'notes');
    shop.git('init', '-q', '--bare', notes);
    shop.git('-C', notes, 'config', 'core.bare', 'false');
    shop.git('-C', notes, 'config', 'core.worktree', notes);
    shop.git('-C', notes, 'config', 'core.fsmonitor', evil);
    writeFileSync(join(notes, 'a.md'), '# A\n');

    const history = historyOf(shop, [notes, shop.root]);
    const asked = await askEverything(history, shop);
    assert.deepEqual(await history.authorsOf(join(notes, 'a.md'), [1, 1]), []);
    assert.equal((await history.anchor(join(notes, 'a.md')))?.path, 'notes/a.md');

    assert.ok(!existsSync(mark), 'something was run');
    assert.deepEqual(asked.subjects, ['Add a cart', 'Count what is in it']);
    attempt(() => shop.git('-C', notes, 'status'));
    assert.ok(existsSync(mark), 'plain git does not fall for it: this test proves nothing');
  });

  it('is not led elsewhere by what its process inherited', async () => {
    const other = makeRepository();
    other.commit({ subject: 'Somewhere else', date: '2026-11-18T09:00:00Z' });
    const inherited = {
      GIT_DIR: join(other.root, '.git'),
      GIT_WORK_TREE: other.root,
      GIT_OBJECT_DIRECTORY: join(other.root, '.git/objects'),
      GIT_COMMON_DIR: join(other.root, '.git'),
      GIT_INDEX_FILE: join(other.root, '.git/index'),
      GIT_CONFIG_COUNT: '2',
      ...{ GIT_CONFIG_KEY_0: 'core.fsmonitor', GIT_CONFIG_VALUE_0: evil },
      ...{ GIT_CONFIG_KEY_1: 'diff.external', GIT_CONFIG_VALUE_1: evil },
      GIT_EXTERNAL_DIFF: evil,
      GIT_SSH_COMMAND: evil,
      GIT_TRACE: join(dirname(shop.root), 'trace'),
      GIT_EXEC_PATH: dirname(evil),
      EDITOR: evil,
      PAGER: evil,
    };
    const clean = await askEverything(historyOf(shop, [shop.root]), shop);
    const asked = await askEverything(historyOf(shop, [shop.root], inherited), shop);

    assert.deepEqual(asked, clean);
    assert.deepEqual(asked.subjects, ['Add a cart', 'Count what is in it']);
    assert.ok(!existsSync(mark), 'something was run');
    assert.ok(!existsSync(join(dirname(shop.root), 'trace')));
    assert.match(shop.gitWith({ env: { GIT_DIR: inherited.GIT_DIR } }, 'log', '--format=%s'), /Somewhere else/);
    other.dispose();
  });

  it('takes names for names, whatever they look like', async () => {
    const head = shop.git('rev-parse', 'HEAD');
    const pwned = join(dirname(shop.root), 'pwned');
    const option = `--output=${pwned}`;
    mkdirSync(join(shop.root, '.git/refs/heads', dirname(option)), { recursive: true });
    appendFileSync(
      join(shop.root, '.git/packed-refs'),
      `${head} refs/heads/--all\n${head} refs/heads/--output=pwned\n`,
    );
    shop.git('checkout', '-q', '-b', 'topic');
    shop.commit({
      ...{ subject: option, author: `${option} <--all@shop.example>`, date: '2026-11-18T09:00:00Z' },
      files: { [`--output=pwned`]: 'x\n', '-L1': 'x\n', ':(exclude)a.txt': 'x\n' },
    });
    const history = historyOf(shop, [shop.root]);
    const { commits } = await history.commits({ window: week, emails: ['--all@shop.example', option] });

    assert.deepEqual(
      commits.map(({ subject, author, files }) => [subject, author.name, files.map(({ path }) => path)]),
      [[option, option, ['--output=pwned', '-L1', ':(exclude)a.txt']]],
    );
    for (const name of ['--output=pwned', '-L1', ':(exclude)a.txt']) {
      assert.deepEqual(await history.authorsOf(join(shop.root, name), [1, 1]), [
        { name: option, email: '--all@shop.example' },
      ]);
      assert.deepEqual(
        (await history.versionsOf(join(shop.root, name))).map(({ text }) => text),
        ['x\n'],
      );
    }
    for (const range of [
      option,
      `${option}..HEAD`,
      `HEAD..${option}`,
      '--all',
      '-1..HEAD',
      '@{-1}',
      ':/x',
      '^HEAD',
      '*..HEAD',
    ])
      assert.equal(await history.rangeOfWork({ place: shop.root, range }), undefined, range);
    const past = await history.filesPast(join(shop.root, 'any'));
    for (const path of [
      '../storage',
      '/etc/passwd',
      '',
      '.',
      ':(top)cart.txt',
      'cart.txt\nHEAD:cart.txt',
      'a\0HEAD:cart.txt',
    ])
      assert.equal(await past?.textAt({ commit: head, path }), undefined, path);
    for (const commit of [option, 'HEAD', '--all', `${head}^{tree}`, ''])
      assert.equal(await past?.textAt({ commit, path: 'cart.txt' }), undefined, commit);
    assert.equal(await past?.textAt({ commit: head, path: 'cart.txt' }), 'one\ntwo\n');
    const file = { path: option, lines: [1, 2] as const };
    assert.deepEqual((await history.workBefore({ place: shop.root, file, since: 0 })).lines, []);
    assert.deepEqual(await history.patchIds(option, [option, head]), new Map());
    assert.deepEqual(await history.patchIds('shop', [option, '--all', 'HEAD']), new Map());
    assert.ok(!existsSync(pwned) && !readdirSync(shop.root).includes('pwned'));
    rmSync(join(shop.root, '.git/packed-refs'));
  });
});

/** Plain git; whether it succeeds is not the question. */
function attempt(plain: () => unknown): void {
  try {
    plain();
  } catch (error) {
    assert.ok(error instanceof Error && 'status' in error, String(error));
  }
}

function historyOf(shop: TestRepository, folders: readonly string[], more: Record<string, string> = {}): History {
  const storage = join(dirname(shop.root), 'storage');
  return gitHistory({ folders: () => folders, storage, environment: { ...shop.environment, ...more } });
}

/** Everything the port can be asked, put so that two answers can be compared. */
async function askEverything(history: History, shop: TestRepository) {
  const { commits, notices } = await history.commits({ window: week, emails: ada });
  const repositories = await history.repositories();
  const file = join(shop.root, 'cart.txt');
  const past = await history.filesPast(file);
  const oldest = { commit: commits[0]?.hash ?? '', path: 'cart.txt' };
  return {
    repositories: repositories.map(({ name }) => name),
    identities: (await history.identities()).map(({ name, email }) => `${name} <${email}>`),
    subjects: commits.map(({ subject }) => subject),
    patchIds: [
      ...(
        await history.patchIds(
          'shop',
          commits.map(({ hash }) => hash),
        )
      ).values(),
    ],
    anchor: (await history.anchor(file))?.path,
    authors: (await history.authorsOf(file, [1, 9])).map(({ name, email }) => `${name} <${email}>`),
    versions: (await history.versionsOf(file)).map(({ hash }) => hash),
    past: {
      text: await past?.textAt(oldest),
      versions: (await past?.versionsSince(oldest))?.versions.map(({ subject, text }) => [subject, text]),
      renamed: await past?.renamed([oldest, { ...oldest, path: 'gone.txt' }]),
      holding: await past?.holding('one'),
    },
    around: await askAround(history, shop),
    notices: notices.map(({ code }) => code),
  };
}

async function askAround(history: History, shop: TestRepository) {
  const last = await history.rangeOfWork({ place: shop.root, range: 'HEAD~1..HEAD' });
  const { commits, lines, codeOwners } = await history.workBefore({ place: shop.root, range: last, since: 0 });
  return { files: last?.files, ends: [last?.from, last?.to], commits, lines, places: [...codeOwners.keys()] };
}

function attribute(shop: TestRepository, value: string): void {
  const files = { '.gitattributes': `*.txt ${value}\n`, 'cart.txt': 'one\ntwo\nthree\n' };
  shop.commit({ subject: 'Set attributes', date: '2026-11-18T09:00:00Z', files });
}

/** Gives HEAD a signature, which is all that is needed for gpg to be asked. */
function signHead(shop: TestRepository): void {
  const commit = shop.git('cat-file', 'commit', 'HEAD');
  const signature = 'gpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n';
  const signed = commit.replace(/(committer .*\n)/, `$1${signature}`);
  const hash = shop.gitWith({ input: `${signed}\n` }, 'hash-object', '-t', 'commit', '-w', '--stdin');
  shop.git('update-ref', 'refs/heads/main', hash);
}

function forget(shop: TestRepository, blob: string): void {
  rmSync(join(shop.root, '.git/objects', blob.slice(0, 2), blob.slice(2)), { force: true });
}
