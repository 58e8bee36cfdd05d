import { homedir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { mkdir } from 'node:fs/promises';
import { Failure } from '../../app/failure.ts';
import type { NotebookHome, NotebookPlace, Settled } from '../../app/ports.ts';
import { BranchPlaces, type TreeRequest } from './branchPlaces.ts';
import { codeOf } from './disk.ts';
import { moveNotes, notebookId } from './notebookId.ts';
import {
  candidatesIn,
  exists,
  hasLink,
  isFolder,
  liesIn,
  realOf,
  repositoriesIn,
  workTreeOf,
} from './notebookPlaces.ts';
import { holds, isNamed, labelOf, unique } from './placeNames.ts';
import { privateRoot } from './privateFolder.ts';
import { isFree, isNotebookItself, recognizeNotebook } from './recognizeNotebook.ts';
import { TextMapFile } from './textMapFile.ts';

/** What a window, its settings and git say about where notebooks could be. Asked anew each time. */
export interface NodeHomeOptions {
  /** Absolute paths of the workspace's folders. */
  folders(): readonly string[];
  /** The file in front of the person, if any. */
  activeFile?(): string | undefined;
  /** `outloud.notesFolder` as it is set for a folder. */
  notesFolder(folder: string): string;
  /** `outloud.notebook`: the label, the repository's name or the path of the one that is meant; empty for none. */
  pinned?(): string;
  /** `outloud.privateFolder`; empty for the default. */
  privateFolder?(): string;
  /** `outloud.notesBranch` as it is set for a folder. Default: `outloud/notes`. */
  notesBranch?(folder: string): string;
  /** Has git check a notes branch out; false, or absent, where git must not be started. */
  makeTree?(request: TreeRequest): Promise<boolean>;
  /** The first root commit of a repository; absent or undefined where git must not be started. */
  rootCommit?(repository: string): Promise<string | undefined>;
  /** A folder of the extension's own: it remembers where a person keeps notes outside her workspaces. */
  readonly storage: string;
  /** The person's home directory, where it is not this machine's idea of it. */
  readonly home?: string;
}

/** Finds notebooks in the folders of a window without starting git, and settles in where there is none yet. */
export function nodeHome(options: NodeHomeOptions): NotebookHome {
  return new NodeHome(options);
}

/** A folder that may hold a notebook: a workspace folder, or the top level of a repository in sight. */
interface Base {
  readonly folder: string;
  readonly kind: 'here' | 'repository';
}

class NodeHome implements NotebookHome {
  readonly #options: NodeHomeOptions;
  readonly #home: string;
  readonly #chosen: TextMapFile;
  readonly #branches: BranchPlaces;

  constructor(options: NodeHomeOptions) {
    this.#options = options;
    this.#home = options.home ?? homedir();
    this.#chosen = new TextMapFile(join(options.storage, 'notebooks.json'));
    this.#branches = new BranchPlaces({
      home: this.#home,
      notesBranch: folder => options.notesBranch?.(folder) ?? '',
      makeTree: async request => (await options.makeTree?.(request)) ?? false,
    });
  }

  async found(): Promise<readonly NotebookPlace[]> {
    const failures: unknown[] = [];
    const inSight = this.#bases().flatMap(base => {
      try {
        return this.#foundIn(base);
      } catch (error) {
        failures.push(error);
        return [];
      }
    });
    const chosen = await this.#chosenPlaces();
    const all = unique([...chosen.filter(place => this.#isKept(place)), ...inSight]);
    if (all.length === 0 && failures.length > 0) throw failures[0];
    const active = this.#options.activeFile?.();
    const ordered = [...all.filter(place => holds(place, active)), ...all.filter(place => !holds(place, active))];
    const pinned = (this.#options.pinned?.() ?? '').trim();
    const meant = pinned === '' ? [] : ordered.filter(place => isNamed(place, pinned));
    return meant.length > 0 ? meant.slice(0, 1) : ordered;
  }

  async choices(): Promise<readonly NotebookPlace[]> {
    const bases = this.#bases();
    const branches = bases.flatMap(base => this.#branchOf(base)).filter(({ isMade }) => isMade);
    const inSight = bases.flatMap(base => this.#placesIn(base).slice(0, 1));
    return unique([...branches, ...inSight, this.#ownPlace(await this.#ownFolder())]);
  }

  async elsewhere(from: NotebookPlace): Promise<readonly NotebookPlace[]> {
    const bases = this.#bases().filter(({ folder }) => workTreeOf(folder) === folder);
    const others = bases.flatMap(base => {
      const taken = this.#foundIn(base).filter(place => place.folder !== from.folder);
      if (taken.length > 0) return []; // two notebooks are not made one
      return [...this.#branchOf(base), ...this.#placesIn(base).slice(0, 1)];
    });
    const free = unique(others).filter(place => realOf(place.folder) !== realOf(from.folder));
    return Promise.resolve([...free.filter(({ isMade }) => isMade), ...free.filter(({ isMade }) => !isMade)]);
  }

  async moved(from: NotebookPlace, to: NotebookPlace): Promise<void> {
    const [before, after] = [await this.settle(from), await this.settle(to)];
    await this.#remember(to);
    if (before.id !== after.id && isFolder(before.privateFolder))
      await moveNotes(before.privateFolder, after.privateFolder);
  }

  /** The folder of her own that the person took in another workspace, else a new one. */
  async #ownFolder(): Promise<string> {
    return (await this.#chosen.read()).get('own') ?? join(this.#home, 'outloud-notes');
  }

  async make(place: NotebookPlace): Promise<void> {
    if (place.kind === 'branch') await this.#branches.settle(place);
    else await this.#makeFolder(place);
  }

  async settle(place: NotebookPlace): Promise<Settled> {
    await this.make(place);
    if (place.kind === 'own' || !place.exists) await this.#remember(place);
    const root = privateRoot(this.#options.privateFolder?.(), this.#home);
    const { repository, folder, code } = place;
    const top = code ?? repository;
    const rootCommit = top === undefined ? undefined : await this.#rootCommitOf(top);
    // Beside a branch lie the private notes that would lie beside a folder of the same code.
    const [first = folder, ...others] = code === undefined ? [] : candidatesIn(code, this.#options.notesFolder(code));
    const id = await notebookId(root, { folders: [first, ...others], rootCommit });
    return { id, privateFolder: join(root, id) };
  }

  async #makeFolder(place: NotebookPlace): Promise<void> {
    const from = place.repository ?? dirname(place.folder);
    if (place.kind !== 'own' && hasLink(from, place.folder))
      throw new Failure(
        `${place.label} is a link to somewhere else. Put a real folder in its place, or choose another one.`,
      );
    try {
      await mkdir(place.folder, { recursive: true });
    } catch (error) {
      throw new Failure(
        `The folder ${place.label} could not be made (${codeOf(error) ?? 'unknown'}). Choose another place, or change the rights of the folder around it.`,
        { cause: error },
      );
    }
  }

  /** A failing git must not keep anybody from her notes. */
  async #rootCommitOf(repository: string): Promise<string | undefined> {
    return this.#options.rootCommit?.(repository).catch(() => undefined);
  }

  /** Which workspace keeps its notes where, even before the first note: asked once for each. */
  async #remember(place: NotebookPlace): Promise<void> {
    const keys = place.kind === 'own' ? [...this.#keys(), 'own'] : this.#keys();
    for (const key of keys) await this.#chosen.set(key, place.folder);
  }

  async #chosenPlaces(): Promise<readonly NotebookPlace[]> {
    const chosen = await this.#chosen.read();
    const folders = this.#keys().flatMap(key => chosen.get(key) ?? []);
    return [...new Set(folders)].map(folder => this.#placeAt(folder));
  }

  #keys(): readonly string[] {
    const here = this.#bases().filter(base => base.kind === 'here');
    return here.length > 0 ? here.map(base => realOf(base.folder)) : ['no folder'];
  }

  /** Every folder in sight that may hold a notebook; that of the active editor first. */
  #bases(): readonly Base[] {
    const folders = this.#options.folders();
    const active = this.#options.activeFile?.();
    const first = folders.filter(folder => active !== undefined && liesIn(active, folder));
    const workspace = [...first, ...folders].flatMap(folder => [workTreeOf(folder) ?? folder, folder]);
    const inside = folders.filter(folder => workTreeOf(folder) === undefined).flatMap(repositoriesIn);
    const activeTop = active === undefined ? undefined : workTreeOf(dirname(active));
    const isSeen = activeTop !== undefined && [...workspace, ...inside].includes(activeTop);
    const all = [...new Set([...(isSeen ? [activeTop] : []), ...workspace, ...inside])];
    return all.map((folder, i) => ({ folder, kind: i === 0 ? 'here' : 'repository' }));
  }

  /** The notebooks of a base. One on a branch of its own stands for those that older branches of the code still have. */
  #foundIn(base: Base): readonly NotebookPlace[] {
    const branches = this.#branchOf(base).filter(place => this.#branches.holdsNotes(place));
    return branches.length > 0 ? branches : this.#placesIn(base).filter(place => place.exists);
  }

  /** Whether the notes of a chosen place are still there: not moved on to a branch, nor from there. */
  #isKept({ kind, exists: isThere, folder, repository }: NotebookPlace): boolean {
    if (!isThere) return false;
    if (kind === 'branch') return ['ours', 'empty'].includes(recognizeNotebook(folder));
    const branches = repository === undefined ? [] : this.#branchOf({ folder: repository });
    return !branches.some(place => this.#branches.holdsNotes(place));
  }

  #branchOf({ folder }: Pick<Base, 'folder'>): readonly NotebookPlace[] {
    const place = workTreeOf(folder) === folder ? this.#branches.of(folder) : undefined;
    return place === undefined ? [] : [place];
  }

  /** The notebooks below a base, or else the place where one would be made. */
  #placesIn({ folder: base, kind }: Base): readonly NotebookPlace[] {
    const setting = this.#options.notesFolder(base);
    const place = (folder: string, isThere: boolean): NotebookPlace => {
      const repository = workTreeOf(isThere ? folder : base);
      return {
        kind,
        folder,
        label: labelOf(base, folder),
        exists: isThere,
        ...(repository !== undefined && { repository }),
      };
    };
    if (isNotebookItself(base)) return [place(base, true)];
    const candidates = candidatesIn(base, setting).filter(folder => !hasLink(base, folder));
    const isDefault = candidates.length > 1;
    const ours = candidates.filter(
      at => isFolder(at) && (recognizeNotebook(at) === 'ours' || (!isDefault && at !== base)),
    );
    if (ours.length > 0) return ours.slice(0, 1).map(folder => place(folder, true));
    const free = candidates.find(at => !exists(at) || (isFolder(at) && isFree(at)));
    return free === undefined ? [] : [place(free, false)];
  }

  /** A folder that was chosen before, wherever it is. */
  #placeAt(folder: string): NotebookPlace {
    const branch = this.#bases()
      .flatMap(each => this.#branchOf(each))
      .find(place => place.folder === folder);
    if (branch !== undefined) return branch;
    const base = this.#bases().find(({ folder: top }) => liesIn(folder, top));
    if (base === undefined) return this.#ownPlace(folder);
    const isThere = isFolder(folder) && !hasLink(base.folder, folder);
    return { ...this.#ownPlace(folder), kind: base.kind, label: labelOf(base.folder, folder), exists: isThere };
  }

  #ownPlace(folder: string): NotebookPlace {
    const isHome = liesIn(folder, this.#home);
    const label = isHome ? `~/${relative(this.#home, folder).replaceAll('\\', '/')}` : folder;
    const repository = workTreeOf(folder);
    return { kind: 'own', folder, label, exists: isFolder(folder), ...(repository !== undefined && { repository }) };
  }
}
