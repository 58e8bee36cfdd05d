import { languages, Uri, workspace, type TextDocument } from 'vscode';
import type { Disposable } from '../../app/ports.ts';
import type { Notebook, Shelf } from '../../app/shelf.ts';
import { entryTypes, type NoteType } from '../../core/note/note.ts';
import type { NotePath } from '../../core/note/notePath.ts';
import { layoutPath } from '../../core/week/weeklyNotes.ts';
import { inSlices } from '../support/slices.ts';
import type { NotesChange } from '../support/notebooks.ts';
import type { OutLoud } from '../outloud.ts';
import { openDocument } from '../support/openDocuments.ts';
import { traceOf } from '../support/tell.ts';
import type { GoalLook } from './goalLook.ts';

/** How long the typing in a note has to rest before it is read again, in milliseconds. */
const rest = 300;

/** What is wrong with the notes: with every one as it is on disk, and with an open one as it is being typed. */
export class NoteProblems implements Disposable {
  readonly #outloud: OutLoud;
  readonly #shown = languages.createDiagnosticCollection('outloud');
  readonly #timers = new Map<string, NodeJS.Timeout>();
  /** The reading of each open document that was begun last: one that began earlier, and knows less, may end later. */
  readonly #readings = new WeakMap<TextDocument, object>();
  /** What is around the goals of a notebook, until one of its notes changes. */
  readonly #looks = new Map<Notebook, Promise<GoalLook>>();

  constructor(outloud: OutLoud) {
    this.#outloud = outloud;
  }

  /** Reads an open document once nothing is typed in it for a moment. */
  readSoon(document: TextDocument, ms = rest): void {
    if (!mayBeNote(document)) return;
    const key = document.uri.toString();
    clearTimeout(this.#timers.get(key));
    this.#timers.set(
      key,
      setTimeout(() => {
        this.#timers.delete(key);
        this.#try(this.#readOpen(document));
      }, ms),
    );
  }

  /** A document was closed, perhaps without saving: what is on disk counts again. */
  readClosed(document: TextDocument): void {
    if (!mayBeNote(document)) return;
    this.#try(
      this.#placeOf(document).then(place => place && this.#readShelf(place.notebook, place.shelf, [place.path])),
    );
  }

  /** Notes changed outside, or a notebook was opened. */
  readChanged({ notebook, shelf, paths }: NotesChange): void {
    this.#looks.delete(notebook);
    this.readOpen();
    this.#try(paths ? this.#readShelf(notebook, shelf, paths) : this.#readNotebook(notebook));
  }

  /** Reads the open notes again: what is asked about a goal depends on the others, on the day and on the settings. */
  readOpen(): void {
    for (const document of workspace.textDocuments) this.readSoon(document);
  }

  /** Reads everything again. */
  readAll(): void {
    this.#looks.clear();
    this.readOpen();
    this.#try(this.#outloud.notebooks.current().then(notebook => notebook && this.#readNotebook(notebook)));
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#shown.dispose();
  }

  async #readOpen(document: TextDocument): Promise<void> {
    const reading = {};
    this.#readings.set(document, reading);
    const place = await this.#placeOf(document);
    if (!place) return;
    const yaml = await this.#outloud.world.yaml();
    const [{ readNote }, { problemsOf }, { diagnosticsOf }] = await Promise.all([
      import('../../core/note/readNote.ts'),
      import('./problemsOf.ts'),
      import('./diagnostics.ts'),
    ]);
    const { version } = document;
    const text = document.getText();
    const note = readNote(place.path, text, yaml);
    const problems = await problemsOf({ ...place, text, note }, await this.#lookAt(place.notebook));
    if (!document.isClosed && document.version === version && this.#readings.get(document) === reading)
      this.#shown.set(document.uri, diagnosticsOf(document, problems));
  }

  #readNotebook(notebook: Notebook): Promise<unknown> {
    return Promise.all([this.#readShelf(notebook, 'shared'), this.#readShelf(notebook, 'private')]);
  }

  async #readShelf(notebook: Notebook, name: ShelfName, paths?: readonly NotePath[]): Promise<void> {
    const shelf = notebook[name] as Shelf<NotePath>; // its paths come from itself
    const wanted = paths && new Set(paths);
    const notes = (await shelf.notes()).filter(({ path }) => wanted?.has(path) ?? true);
    const present = new Set(notes.map(({ path }) => path));
    for (const path of paths ?? []) if (!present.has(path)) this.#shown.delete(Uri.file(shelf.locate(path)));
    for await (const note of inSlices(notes)) {
      const file = shelf.locate(note.path);
      if (openDocument(file)) continue; // read as it is typed
      const uri = Uri.file(file);
      // The index knows the front matter's problems. Whole notes are read only as they change, but for the one layout.
      const isMisplaced = name === 'shared' && note.isPrivate;
      const hasRules = isMisplaced || (paths ? hasRulesOfItsBody(note) : note.path === layoutPath);
      if (note.problems.length === 0 && !hasRules) {
        if (this.#shown.has(uri)) this.#shown.delete(uri);
      } else {
        const [{ problemsOf }, { diagnosticsOf }] = await Promise.all([
          import('./problemsOf.ts'),
          import('./diagnostics.ts'),
        ]);
        const [look, text] = await Promise.all([this.#lookAt(notebook), shelf.read(note.path).catch(() => '')]);
        this.#shown.set(uri, diagnosticsOf(text, await problemsOf({ shelf: name, path: note.path, text, note }, look)));
      }
    }
  }

  #lookAt(notebook: Notebook): Promise<GoalLook> {
    const look =
      this.#looks.get(notebook) ??
      import('./goalLook.ts').then(({ GoalLook }) => new GoalLook(this.#outloud, notebook));
    this.#looks.set(notebook, look);
    return look;
  }

  /** Which note an open document is; undefined where it belongs to no notebook. */
  async #placeOf({ uri: { fsPath } }: TextDocument): Promise<Place | undefined> {
    const notebook = await this.#outloud.notebooks.holding(fsPath);
    const shared = notebook?.shared.pathOf(fsPath);
    if (notebook && shared !== undefined) return { notebook, shelf: 'shared', path: shared };
    const own = notebook?.private.pathOf(fsPath);
    return notebook && own !== undefined ? { notebook, shelf: 'private', path: own } : undefined;
  }

  /** Nobody asked for it: what fails is kept in the log. */
  #try(reading: Promise<unknown>): void {
    reading.catch((error: unknown) => {
      this.#outloud.log.error(`problems: ${traceOf(error)}`);
    });
  }
}

type ShelfName = 'shared' | 'private';

interface Place {
  readonly notebook: Notebook;
  readonly shelf: ShelfName;
  readonly path: NotePath;
}

/** Whether more can be wrong with a note than its front matter: the notes of the log are most, and need not be read. */
function hasRulesOfItsBody({ type, path }: { readonly type: NoteType | undefined; readonly path: NotePath }): boolean {
  return path === layoutPath || !(type === undefined || (entryTypes as readonly NoteType[]).includes(type));
}

function mayBeNote({ languageId, uri }: TextDocument): boolean {
  return languageId === 'markdown' && uri.scheme === 'file';
}
