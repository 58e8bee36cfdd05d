import { devNull } from 'node:os';
import type { Git, GitCall } from '../gitCall.ts';
import { carefully } from '../repository.ts';

type Setting = readonly [key: string, value: string];

/** What a repository's configuration could have run, or changed about what is asked. */
const quiet: readonly Setting[] = [
  ['safe.bareRepository', 'explicit'],
  ['core.fsmonitor', 'false'],
  ['core.hooksPath', devNull],
  ['core.quotePath', 'false'],
  ['core.safecrlf', 'false'],
  ['diff.external', ''],
  ['submodule.recurse', 'false'],
  ['index.sparse', 'false'],
  ['gc.auto', '0'],
  ['maintenance.auto', 'false'],
  ['user.useConfigOnly', 'true'],
  ['log.showSignature', 'false'],
  ['i18n.commitEncoding', 'UTF-8'],
];

/** What holds where her own configuration does: hooks start gits of their own, and shall find it as at home. */
const personal: readonly Setting[] = [
  ['user.useConfigOnly', 'true'],
  ['i18n.commitEncoding', 'UTF-8'],
];

/** Keys of a clone's own configuration that name programs, and what takes their place. `hook.*` is run by git 2.54 and newer. */
const dangerous: readonly (readonly [pattern: RegExp, value: string])[] = [
  [/^filter\..*\.(?:clean|smudge|process)$/s, ''],
  [/^filter\..*\.required$/s, 'false'],
  [/^merge\..*\.driver$/s, ''],
  [/^diff\..*\.(?:command|textconv)$/s, ''],
  [/^hook\..*\.(?:command|event)$/s, ''],
];

/** What is configured for a repository, on every level. Listing it runs nothing. */
class GitConfiguration {
  /** What takes the place of the programs the clone itself names. */
  readonly overrides: readonly Setting[];
  readonly #values = new Map<string, string>();

  constructor(listed: string) {
    const overrides: Setting[] = [];
    const fields = listed.split('\0');
    for (let at = 0; at + 1 < fields.length; at += 2) {
      const [key = '', ...lines] = (fields[at + 1] ?? '').split('\n');
      this.#values.set(key, lines.length === 0 ? 'true' : lines.join('\n')); // a key alone is a yes
      const instead = dangerous.find(([pattern]) => pattern.test(key))?.[1];
      if (instead !== undefined && ['local', 'worktree'].includes(fields[at] ?? '')) overrides.push([key, instead]);
    }
    this.overrides = overrides;
  }

  /** The value that counts, by the key as git lists it: section and name in lower case. */
  get(key: string): string | undefined {
    return this.#values.get(key);
  }

  isOn(key: string): boolean {
    return ['true', 'yes', 'on', '1'].includes(this.get(key)?.toLowerCase() ?? '');
  }

  isOff(key: string): boolean {
    return ['false', 'no', 'off', '0', ''].includes(this.get(key)?.toLowerCase() ?? 'unset');
  }

  has(pattern: RegExp): boolean {
    return [...this.#values.keys()].some(key => pattern.test(key));
  }
}

/** Asks git in the real repository, where no view will do: nothing that the repository configures is run. */
export class QuietGit {
  readonly root: string;
  readonly configuration: GitConfiguration;
  readonly #git: Git;
  readonly #settings: readonly Setting[];

  private constructor(git: Git, root: string, configuration: GitConfiguration) {
    this.#git = git;
    this.root = root;
    this.configuration = configuration;
    this.#settings = [...quiet, ...configuration.overrides];
  }

  /** @param root the repository's top level: never a folder of the notes, where somebody may have put a repository of his own. */
  static async in(git: Git, root: string, signal?: AbortSignal): Promise<QuietGit> {
    const args = [...carefully, 'config', '-z', '--includes', '--show-scope', '--list'];
    const answer = await git.text({ cwd: root, args, signal, cap: 16 << 20, timeout: 20_000 });
    return new QuietGit(git, root, new GitConfiguration(answer));
  }

  text(args: readonly string[], options: QuietOptions = {}): Promise<string> {
    return this.#git.text(this.#call(args, options));
  }

  bytes(args: readonly string[], options: QuietOptions = {}): Promise<Buffer> {
    return this.#git.bytes(this.#call(args, options));
  }

  /** Runs git as the person's own would be: with her hooks, her filters, and the program that signs. */
  async asThePerson(args: readonly string[], options: QuietOptions = {}): Promise<string> {
    const call = this.#call(args, { timeout: 600_000, silence: 600_000, ...options });
    return this.#git.text({ ...call, settings: personal, env: { ...sessionEnvironment(), ...call.env } });
  }

  #call(args: readonly string[], options: QuietOptions): GitCall {
    return { ...options, cwd: this.root, args: ['--no-pager', ...args], settings: this.#settings };
  }
}

export type QuietOptions = Omit<Partial<GitCall>, 'cwd' | 'args' | 'settings'>;

/** What hooks and agents need to know of the person's session. Nothing of it says where git is or what it shall do. */
function sessionEnvironment(): Record<string, string> {
  const names = [
    ...['SSH_AUTH_SOCK', 'GNUPGHOME', 'GPG_TTY', 'DISPLAY', 'WAYLAND_DISPLAY', 'XAUTHORITY', 'XDG_RUNTIME_DIR'],
    ...['DBUS_SESSION_BUS_ADDRESS', 'LANG', 'SHELL', 'XDG_DATA_HOME', 'NVM_DIR', 'VOLTA_HOME'],
  ];
  const kept = names.flatMap(name => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  const likeAtHome = { GIT_LITERAL_PATHSPECS: '0', GIT_ALLOW_PROTOCOL: 'https:http:ssh:git:file', GIT_EDITOR: ':' };
  return { ...Object.fromEntries(kept), ...likeAtHome };
}
