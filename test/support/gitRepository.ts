import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface TestCommit {
  readonly subject: string;
  readonly body?: string;
  /** `Ada <ada@shop.example>`, which is also the default. */
  readonly author?: string;
  /** The author date, and the committer date where that is not given. Default: a minute after the last one. */
  readonly date?: string;
  readonly committer?: string;
  readonly committed?: string;
  /** Contents by path; undefined deletes. Default: one new small file. `{}` makes an empty commit. */
  readonly files?: Readonly<Record<string, string | Uint8Array | undefined>>;
  /** Whole lines: `Co-authored-by: Sam <sam@shop.example>`. */
  readonly trailers?: readonly string[];
}

/** A real repository made by a test, apart from the person's own configuration of git. */
export interface TestRepository {
  /** Absolute path of the work tree, links resolved. */
  readonly root: string;
  /** An environment without the person's configuration; hand it to what is tested. */
  readonly environment: Readonly<Record<string, string>>;
  /** Commits on the branch that is checked out and answers the hash. */
  commit(commit: TestCommit): string;
  /** Makes a branch at HEAD (or elsewhere) and checks it out. */
  branch(name: string, at?: string): void;
  checkout(name: string): void;
  /** Merges a branch with a merge commit, as forges do, and answers its hash. */
  merge(branch: string, options?: { subject?: string; title?: string; date?: string; author?: string }): string;
  /** Runs git in the work tree and answers what it printed, without the end of line. */
  git(...args: string[]): string;
  /** The same with something on its stdin and more environment. */
  gitWith(options: { input?: string | Uint8Array; env?: Record<string, string> }, ...args: string[]): string;
  write(path: string, content: string | Uint8Array): void;
  /** Removes the work tree and all beside it that was made for it. */
  dispose(): void;
}

const ada = 'Ada <ada@shop.example>';
const firstCommit = Date.parse('2026-11-16T08:00:00Z') / 1000;

/**
 * A fresh repository on branch `main`, in a temporary folder or below `dir`.
 *
 * @example
 * const shop = makeRepository();
 * shop.commit({ subject: 'Add a cart', date: '2026-11-16T09:00:00+01:00', files: { 'cart.ts': 'let cart;\n' } });
 */
export function makeRepository(dir?: string): TestRepository {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'outloud-git-')));
  const root = dir ?? join(home, 'shop');
  mkdirSync(root, { recursive: true });
  const environment = isolatedEnvironment(home);
  let made = 0;

  const gitWith: TestRepository['gitWith'] = (options, ...args) =>
    execFileSync('git', args, {
      cwd: root,
      env: { ...environment, ...options.env },
      input: options.input ?? '',
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'pipe'],
      maxBuffer: 1 << 28,
    }).replace(/\n$/, '');
  const git = (...args: string[]) => gitWith({}, ...args);
  const write = (path: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  };
  const identity = (commit: Partial<TestCommit>) => {
    const date = commit.date ?? `@${firstCommit + 60 * made} +0000`;
    made++;
    return {
      ...whoEnvironment('AUTHOR', commit.author ?? ada, date),
      ...whoEnvironment('COMMITTER', commit.committer ?? commit.author ?? ada, commit.committed ?? date),
    };
  };

  git('init', '-q', '-b', 'main');
  return {
    root: realpathSync(root),
    environment,
    git,
    gitWith,
    write,
    commit(commit) {
      const env = identity(commit);
      for (const [path, content] of Object.entries(commit.files ?? { [`file-${made}.txt`]: `${commit.subject}\n` })) {
        if (content === undefined) rmSync(join(root, path), { force: true });
        else write(path, content);
      }
      git('add', '--all');
      const input = [commit.subject, commit.body, commit.trailers?.join('\n')].filter(Boolean).join('\n\n');
      gitWith({ input, env }, 'commit', '-q', '--allow-empty', '--cleanup=verbatim', '--no-gpg-sign', '-F', '-');
      return git('rev-parse', 'HEAD');
    },
    branch: (name, at) => void git('checkout', '-q', '-b', name, ...(at === undefined ? [] : [at])),
    checkout: name => void git('checkout', '-q', name, '--'),
    merge(branch, options = {}) {
      const words = [options.subject ?? `Merge branch '${branch}'`, ...(options.title ? [options.title] : [])];
      gitWith({ env: identity(options) }, 'merge', '-q', '--no-ff', ...words.flatMap(word => ['-m', word]), branch);
      return git('rev-parse', 'HEAD');
    },
    dispose() {
      rmSync(home, { recursive: true, force: true, maxRetries: 3 });
      if (dir !== undefined) rmSync(dir, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** What a program needs to find git, and nothing of the person who runs the tests. */
export function isolatedEnvironment(home: string): Record<string, string> {
  const kept = ['PATH', 'Path', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR'].flatMap(name => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    ...Object.fromEntries(kept),
    HOME: home,
    USERPROFILE: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    GIT_CONFIG_GLOBAL: devNull,
    GIT_CONFIG_NOSYSTEM: '1',
    TZ: 'UTC',
    LC_ALL: 'C',
  };
}

function whoEnvironment(role: 'AUTHOR' | 'COMMITTER', who: string, date: string): Record<string, string> {
  const [, name = '', email = ''] = /^(.*?)\s*<(.*)>$/.exec(who) ?? [];
  return { [`GIT_${role}_NAME`]: name, [`GIT_${role}_EMAIL`]: email, [`GIT_${role}_DATE`]: date };
}
