import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { realpathSync } from 'node:fs';
import { isSafeName } from '../../core/note/safePath.ts';
import { codeOf, type Disk } from './disk.ts';
import { sameName } from './freeName.ts';

/** Why a folder below the notes folder is not entered. */
export type Obstacle = 'link' | 'repository' | 'not-a-folder';

/** What stands in the way of reading or writing below the notes folder. */
export class FolderRefused extends Error {
  override readonly name = 'FolderRefused';
  readonly obstacle: Obstacle;

  constructor(obstacle: Obstacle, folder: string) {
    super(`${folder}: ${obstacle}`);
    this.obstacle = obstacle;
  }
}

export interface FoldersOptions {
  /** A folder above the root, such as the repository's top level: no link may lead from there to the root either. */
  readonly from?: string;
  /** For new folders, before the umask. */
  readonly mode: number;
}

/** The folders of notes: paths to and from this machine's, and the way to each of them without a link on it. */
export class Folders {
  readonly #root: string;
  readonly #disk: Disk;
  readonly #options: FoldersOptions;

  constructor(root: string, disk: Disk, options: FoldersOptions) {
    this.#root = resolve(root);
    this.#disk = disk;
    this.#options = options;
  }

  /** The absolute path of a note or of a folder of notes (`''` is the root). */
  locate(path: string): string {
    if (path === '') return this.#root;
    return this.#root + sep + (sep === '/' ? path : path.replaceAll('/', sep));
  }

  /** The note at an absolute path, whether the root is written as given or as the system resolves it. */
  pathOf(file: string): string | undefined {
    return this.#below(this.#root, file) ?? this.#below(realOf(this.#root), file);
  }

  #below(root: string, file: string): string | undefined {
    const path = relative(root, file);
    if (path === '' || isAbsolute(path)) return undefined;
    const note = path.split(sep).join('/');
    return isReadablePath(note) ? note : undefined;
  }

  /**
   * Looks at every folder on the way to this one. `seen` keeps what was looked at in one slice.
   *
   * @throws FolderRefused at the first that is a link, a repository of its own, or no folder; ENOENT where one is missing.
   */
  enter(folder: string, seen = new Set<string>()): void {
    if (seen.has(folder)) return;
    if (folder === '') this.#enterRoot();
    else {
      this.enter(parentOf(folder), seen);
      const at = this.locate(folder);
      this.#isFolder(at);
      if (this.looksLikeRepository(at)) throw new FolderRefused('repository', at);
    }
    seen.add(folder);
  }

  #enterRoot(): void {
    const { from } = this.#options;
    if (from === undefined) return;
    const way = relative(from, this.#root).split(sep);
    if (way[0] === '..' || way[0] === '') return;
    for (let i = 1; i <= way.length; i += 1) this.#isFolder(join(from, ...way.slice(0, i)));
  }

  #isFolder(at: string): void {
    const stat = this.#disk.lstat(at);
    if (stat === undefined) throw Object.assign(new Error(`There is no ${at}.`), { code: 'ENOENT' });
    if (stat.isSymbolicLink()) throw new FolderRefused('link', at);
    if (!stat.isDirectory()) throw new FolderRefused('not-a-folder', at);
  }

  /** A repository below the notes folder, even a bare one, can carry code (SAFETY.md §1): nothing in it is touched. */
  looksLikeRepository(at: string): boolean {
    const has = (name: string) => this.#disk.lstat(join(at, name)) !== undefined;
    return has('.git') || (has('HEAD') && has('objects') && has('refs'));
  }

  /**
   * Makes a folder and those above it where they are missing, as real folders, and answers how it is spelled on disk:
   * a folder that differs in case only is taken instead of making its twin.
   */
  async make(folder: string, seen = new Set<string>()): Promise<string> {
    if (folder === '') return this.#makeRoot(seen);
    const parent = await this.make(parentOf(folder), seen);
    const wanted = folder.slice(folder.lastIndexOf('/') + 1);
    const name = this.#spelling(parent, wanted);
    const made = parent === '' ? (name ?? wanted) : `${parent}/${name ?? wanted}`;
    if (name === undefined) await this.#mkdir(this.locate(made));
    this.enter(made, seen);
    return made;
  }

  async #makeRoot(seen: Set<string>): Promise<string> {
    const missing: string[] = [];
    for (let at = this.#root; this.#disk.lstat(at) === undefined && dirname(at) !== at; at = dirname(at))
      missing.unshift(at);
    for (const at of missing) await this.#mkdir(at);
    this.enter('', seen);
    return '';
  }

  #spelling(parent: string, wanted: string): string | undefined {
    const ignoresCase = process.platform === 'win32' || process.platform === 'darwin';
    if (!ignoresCase && this.#disk.lstat(join(this.locate(parent), wanted)) !== undefined) return wanted;
    const names = this.#disk.names(this.locate(parent));
    return names.find(name => name === wanted) ?? names.find(name => sameName(name) === sameName(wanted));
  }

  async #mkdir(at: string): Promise<void> {
    try {
      await this.#disk.mkdir(at, this.#options.mode);
      await this.#disk.syncFolder(dirname(at)).catch(() => undefined);
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
  }
}

/** The folder of a path below the notes folder; `''` is the notes folder. */
export function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}

/** A path that can be read: names that are not hidden and lead nowhere else. What is written is held to `isSafePath`. */
export function isReadablePath(path: string): boolean {
  return path.endsWith('.md') && path.split('/').every(isReadableName);
}

/** The same for one name, as a walk through folders meets it. */
export function isReadableName(name: string): boolean {
  if (process.platform === 'win32') return isSafeName(name);
  // eslint-disable-next-line no-control-regex
  return name !== '' && !name.startsWith('.') && !/[\u0000-\u001f\u007f\\/]/.test(name);
}

function realOf(folder: string): string {
  try {
    return realpathSync.native(folder);
  } catch {
    return folder;
  }
}
