import { mkdir } from 'node:fs/promises';
import type { HistoryNotice } from '../../core/work/commit.ts';
import { findGit, type FoundGit } from './findGit.ts';
import { Git } from './gitCall.ts';

/** What git may know of the window, and what is done with what it says. */
export interface GitOptions {
  /** The folders of the workspace, as they are now. */
  folders(): readonly string[];
  /** A folder of our own, outside every repository: where the views are. */
  readonly storage: string;
  /** Absolute. What the person set for this machine, or what the editor uses. Default: looked for on the PATH. */
  readonly gitPath?: string | undefined;
  /** Told names of commands, times and exits; never words. */
  log?(line: string): void;
  /** Default: the process's own. Only what git needs is passed on. */
  readonly environment?: Readonly<NodeJS.ProcessEnv>;
}

type Missing = Exclude<FoundGit, { readonly path: string }>;

/** The git of this machine, looked for once; where there was none it may be installed meanwhile. */
export class GitFinder {
  readonly #options: GitOptions;
  #found: Promise<Git | Missing> | undefined;

  constructor(options: GitOptions) {
    this.#options = options;
  }

  async find(): Promise<Git | HistoryNotice> {
    this.#found ??= this.#look();
    const found = await this.#found.catch((error: unknown) => {
      this.#found = undefined;
      throw error;
    });
    if (found instanceof Git) return found;
    this.#found = undefined;
    return { repo: '', code: found.missing, detail: found.detail };
  }

  async #look(): Promise<Git | Missing> {
    const options = this.#options;
    const environment = options.environment ?? process.env;
    await mkdir(options.storage, { recursive: true });
    const found = await findGit({ folders: options.folders(), gitPath: options.gitPath, environment });
    if ('missing' in found) return found;
    return new Git({ path: found.path, environment, log: line => options.log?.(line) });
  }
}
