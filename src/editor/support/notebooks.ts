import { EventEmitter, l10n, Uri, window, workspace, type Event, type ExtensionContext } from 'vscode';
import type { Disposable, NotebookHome, NotebookPlace } from '../../app/ports.ts';
import type { Notebook } from '../../app/shelf.ts';
import type { NotePath } from '../../core/note/notePath.ts';
import { together } from './disposables.ts';
import { placesOfWindow } from './windowPlaces.ts';
import type { World } from './world.ts';

/** What happened to an open notebook; without paths it was just opened. */
export interface NotesChange {
  readonly notebook: Notebook;
  readonly shelf: 'shared' | 'private';
  readonly paths?: readonly NotePath[];
}

interface Opened extends Disposable {
  readonly notebook: Notebook;
  /** Goes when it is closed. */
  readonly owned: Disposable[];
}

/** Finds the notebook that is meant in this window, opens it once, and keeps it current. */
export class Notebooks implements Disposable {
  readonly #context: ExtensionContext;
  readonly #world: World;
  readonly #changed = new EventEmitter<NotesChange>();
  readonly #opened = new Map<string, Promise<Opened>>();
  readonly #meant = new EventEmitter<void>();
  readonly #owned: Disposable;
  #home: Promise<NotebookHome> | undefined;
  #timer: NodeJS.Timeout | undefined;
  /** The folder of the notebook that was meant last. */
  #current: string | undefined;

  constructor(context: ExtensionContext, world: World) {
    this.#context = context;
    this.#world = world;
    const look = () => {
      this.#meant.fire();
    };
    this.#owned = together([
      this.#changed,
      this.#meant,
      workspace.onDidChangeConfiguration(event => {
        if (event.affectsConfiguration('outloud')) look();
      }),
      workspace.onDidChangeWorkspaceFolders(look),
      workspace.onDidGrantWorkspaceTrust(look),
      window.onDidChangeActiveTextEditor(() => {
        if (this.#current !== undefined) this.#lookSoon();
      }),
    ]);
  }

  /** Told when another notebook may be meant, or the same one be seen in another way: by a setting, a folder, the editor in front. */
  get onMeant(): Event<void> {
    return this.#meant.event;
  }

  /** Says that the notes may have to be seen in another way. */
  lookAnew(): void {
    this.#meant.fire();
  }

  /** Told after notes of an open notebook changed, wherever that came from. */
  get onChange(): Event<NotesChange> {
    return this.#changed.event;
  }

  /** The notebook that is meant, without asking; undefined where there is none yet. */
  async current(): Promise<Notebook | undefined> {
    const found = await (await this.home()).found();
    const place = found.find(isInFront) ?? this.#lastUsed(found) ?? found[0];
    this.#current = place?.folder;
    return place && this.open(place);
  }

  /**
   * The notebook that is meant. Of several the one of the editor in front, else the person is asked; where there is none yet
   * she is asked once where it shall be, and Enter takes the first.
   *
   * @returns undefined for "not now"
   */
  async choose(): Promise<Notebook | undefined> {
    const home = await this.home();
    const found = await home.found();
    return found.length === 0 ? this.#begin(await home.choices()) : this.#oneOf(found);
  }

  /** The same among those there are. Where there is none yet it says so, with a way to the first note, and asks nothing. */
  async chooseFound(): Promise<Notebook | undefined> {
    const found = await (await this.home()).found();
    if (found.length > 0) return this.#oneOf(found);
    const { tellNoNotes } = await import('./tellNoNotes.ts');
    void tellNoNotes();
    return undefined;
  }

  /** The notebook a file belongs to, of those in this window. */
  async holding(file: string): Promise<Notebook | undefined> {
    const current = await this.current();
    const opened = await Promise.all([...this.#opened.values()]);
    const notebooks = [...(current ? [current] : []), ...opened.map(({ notebook }) => notebook)];
    return notebooks.find(({ shared, private: own }) => (shared.pathOf(file) ?? own.pathOf(file)) !== undefined);
  }

  /** Keeps something as long as a notebook is open; where that is closed already, it goes at once. */
  async whileOpen(notebook: Notebook, part: Disposable): Promise<void> {
    const opened = await this.#opened.get(notebook.place.folder);
    if (opened?.notebook === notebook) opened.owned.push(part);
    else part.dispose();
  }

  /** After the notes went to another folder: that one is meant from now on, and the one they were in is closed. */
  moved(from: string, to: string): void {
    void this.#opened.get(from)?.then(opened => {
      opened.dispose();
    });
    this.#opened.delete(from);
    this.#current = to;
    void this.#context.workspaceState.update(lastUsedKey, to).then(() => {
      this.#meant.fire();
    });
  }

  dispose(): void {
    for (const opening of this.#opened.values())
      void opening.then(
        opened => {
          opened.dispose();
        },
        () => undefined,
      );
    this.#opened.clear();
    clearTimeout(this.#timer);
    this.#owned.dispose();
  }

  /** After the editor in front changed: is another notebook meant now? */
  #lookSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const before = this.#current;
      void this.current().then(
        () => {
          if (this.#current !== before) this.#meant.fire();
        },
        () => undefined,
      );
    }, 300);
  }

  async #oneOf(found: readonly NotebookPlace[]): Promise<Notebook | undefined> {
    const known = found.length === 1 ? found[0] : (found.find(isInFront) ?? this.#lastUsed(found));
    const place = known ?? (await ask(found, l10n.t('Which notebook?')));
    if (place) await this.#context.workspaceState.update(lastUsedKey, place.folder);
    return place && this.open(place);
  }

  async #begin(choices: readonly NotebookPlace[]): Promise<Notebook | undefined> {
    const place = await ask(
      choices,
      l10n.t('Where shall your notes be? They are plain markdown files. You are asked once.'),
    );
    return place && this.open(place);
  }

  #lastUsed(found: readonly NotebookPlace[]): NotebookPlace | undefined {
    const folder = this.#context.workspaceState.get<string>(lastUsedKey);
    return found.find(place => place.folder === folder);
  }

  /** Opens a place, also one that is not meant in this window. */
  open(place: NotebookPlace): Promise<Notebook> {
    const opening = this.#opened.get(place.folder) ?? this.#openAnew(place);
    this.#opened.set(place.folder, opening);
    opening.catch(() => this.#opened.delete(place.folder)); // asked again, it is tried again
    return opening.then(({ notebook }) => notebook);
  }

  /** Looks into a place where nobody's notes are meant to be any more. It is not watched, and nothing is told of it. */
  async glance(place: NotebookPlace): Promise<Notebook> {
    const [home, { throughEditors: through }, { tellWasOpen: wasOpen }] = await Promise.all([
      this.home(),
      import('./openDocuments.ts'),
      import('./tellWasOpen.ts'),
    ]);
    const storage = Uri.joinPath(this.#context.globalStorageUri, 'index').fsPath;
    return this.#world.open(place, { home, storage, through, wasOpen });
  }

  async #openAnew(place: NotebookPlace): Promise<Opened> {
    const [notebook, { watchNotebook }] = await Promise.all([this.glance(place), import('./watchNotebook.ts')]);
    const shared = notebook.shared.onChange(paths => {
      this.#changed.fire({ notebook, shelf: 'shared', paths });
    });
    const own = notebook.private.onChange(paths => {
      this.#changed.fire({ notebook, shelf: 'private', paths });
    });
    const owned = [watchNotebook(notebook), { dispose: shared }, { dispose: own }];
    setTimeout(() => {
      this.#changed.fire({ notebook, shelf: 'shared' });
    });
    return {
      notebook,
      owned,
      dispose: () => {
        together(owned).dispose();
      },
    };
  }

  /** Where notebooks are, and could be. */
  home(): Promise<NotebookHome> {
    this.#home ??= this.#world.home(placesOfWindow(this.#context));
    return this.#home;
  }
}

const lastUsedKey = 'notebook';

async function ask(places: readonly NotebookPlace[], question: string): Promise<NotebookPlace | undefined> {
  const { askForPlace } = await import('./askForPlace.ts');
  return askForPlace(places, question);
}

/** Whether the editor in front shows a file of this place's repository. */
function isInFront({ repository, folder, code }: NotebookPlace): boolean {
  const file = window.activeTextEditor?.document.uri;
  if (file?.scheme !== 'file') return false;
  const roots = [repository ?? folder, ...(code === undefined ? [] : [code])];
  return roots.some(root => file.fsPath.startsWith(`${root}/`) || file.fsPath.startsWith(`${root}\\`));
}
