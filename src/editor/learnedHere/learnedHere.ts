import { CodeLens, Range, Uri, workspace, type CancellationToken, type TextDocument } from 'vscode';
import { entriesByCode, type EntriesByCode } from '../../app/code/entriesHere.ts';
import { CodeFollower } from '../../app/code/followHere.ts';
import { learnedHere, type LearnedAt } from '../../app/code/learnedHere.ts';
import type { FilesPast } from '../../app/ports.ts';
import type { Notebook } from '../../app/shelf.ts';
import type { CodeEntry } from '../../core/code/codeEntry.ts';
import type { OutLoud } from '../outloud.ts';
import type { Present } from '../support/identity.ts';
import { placeWords } from './hereWords.ts';
import { noteLens } from './noteLens.ts';

/** What is known of the notebook that is meant. */
export interface KnownNotes extends Partial<Present> {
  readonly notebook: Notebook;
  readonly entries: EntriesByCode;
}

/** What was found in a document, and what that holds for. */
interface Found {
  readonly version: number;
  readonly entries: EntriesByCode;
  readonly past: FilesPast | undefined;
  readonly places: readonly LearnedAt[];
}

/** While she types, nothing is looked for before she stops for so many milliseconds. */
const whileTyping = 400;

/** Knows what was logged at the code of this window's files. Everything is read when a file first asks for it, and kept. */
export class LearnedHere {
  readonly #outloud: OutLoud;
  readonly #followers = new Map<string, CodeFollower>();
  readonly #found = new WeakMap<TextDocument, Found>();
  /** By folder; a repository's commits are asked for once until it changes. */
  readonly #pasts = new Map<string, Promise<FilesPast | undefined>>();
  #person: Promise<Pick<KnownNotes, 'notebook' | 'me' | 'team'> | undefined> | undefined;
  #known: Promise<KnownNotes | undefined> | undefined;

  constructor(outloud: OutLoud) {
    this.#outloud = outloud;
  }

  /** Lets go of what may be another now: notes, with them who reads them, or the commits of repositories. */
  forget(what: 'notes' | 'person' | 'commits'): void {
    if (what === 'commits') this.#pasts.clear();
    else this.#known = undefined;
    if (what === 'person') this.#person = undefined;
  }

  /** The lenses of a file: of code where somebody logged something, or of the note of such an entry. */
  async lenses(document: TextDocument, token: CancellationToken): Promise<CodeLens[]> {
    const known = await this.known();
    if (!known || known.entries.all.length === 0) return [];
    const entry = entryOf(document.uri, known);
    if (entry) return noteLens(this.#outloud, this, { document, entry });
    const places = await this.places(document, token);
    const today = this.#outloud.world.clock.today();
    return places.map(place => {
      const line = Math.min(place.line, document.lineCount) - 1;
      return new CodeLens(new Range(line, 0, line, 0), {
        title: placeWords(place, { ...known, today }),
        command: 'outloud.openLearnedHere',
        arguments: [{ uri: document.uri, line: place.line }],
      });
    });
  }

  /** The places of a file where somebody logged something. Nothing is asked of git where there are none. */
  async places(document: TextDocument, token?: CancellationToken): Promise<readonly LearnedAt[]> {
    const known = await this.known();
    if (!known || isNote(document.uri, known)) return [];
    const { entries } = known;
    const isNamed = entries.naming(document.uri.fsPath).length > 0;
    const past = await this.#pastAround(document.uri.fsPath, isNamed, entries);
    if (!isNamed && !past) return [];
    const before = this.#found.get(document);
    const { version } = document;
    if (before?.version === version && before.entries === entries && before.past === past) return before.places;
    if (token && before && before.version !== version) await new Promise(resolve => setTimeout(resolve, whileTyping));
    if (token?.isCancellationRequested) return [];
    const file = { file: document.uri.fsPath, text: document.getText() };
    const places = await learnedHere(file, entries, past && this.follower(past));
    this.#found.set(document, { version, entries, past, places });
    return places;
  }

  /** The notebook that is meant, its entries at code, and who reads them. */
  known(): Promise<KnownNotes | undefined> {
    this.#known ??= this.#read();
    this.#known.catch(() => (this.#known = undefined));
    return this.#known;
  }

  /** Follows code through a work tree, as long as the same commit is checked out there. */
  follower(past: FilesPast): CodeFollower {
    const known = this.#followers.get(past.root);
    const follower = known?.past === past ? known : new CodeFollower(past, turn);
    this.#followers.set(past.root, follower);
    return follower;
  }

  async #read(): Promise<KnownNotes | undefined> {
    this.#person ??= this.#whoReads();
    this.#person.catch(() => (this.#person = undefined));
    const person = await this.#person;
    return person && { ...person, entries: await entriesByCode(person.notebook, person.me?.handle, turn) };
  }

  async #whoReads(): Promise<Pick<KnownNotes, 'notebook' | 'me' | 'team'> | undefined> {
    const desk = await this.#outloud.quietDesk();
    if (desk) return { notebook: desk.notebook, me: desk.me, team: desk.team };
    const notebook = await this.#outloud.notebooks.current();
    return notebook && { notebook }; // what teammates shared can be read without a name
  }

  /**
   * The commits around a file. A file no entry names may still be a renamed one: then what is known of the repository serves,
   * and each repository is asked once.
   */
  async #pastAround(file: string, isNamed: boolean, entries: EntriesByCode): Promise<FilesPast | undefined> {
    if (!isNamed) {
      if (!entries.all.some(({ code }) => code.commit !== undefined) || !workspace.getWorkspaceFolder(Uri.file(file)))
        return undefined;
      const asked = await Promise.all(this.#pasts.values());
      const around = asked.filter(
        past => past && file.startsWith(past.root) && /[\\/]/.test(file[past.root.length] ?? ''),
      );
      const [nearest] = around.sort((a, b) => (b?.root.length ?? 0) - (a?.root.length ?? 0));
      if (nearest) return nearest;
    }
    return this.pastOf(file);
  }

  /** The commits of the repository a file lies in, whether the file is there or not. */
  pastOf(file: string): Promise<FilesPast | undefined> {
    const folder = Uri.joinPath(Uri.file(file), '..').fsPath;
    const asked = this.#pasts.get(folder) ?? this.#outloud.history?.filesPast(file) ?? Promise.resolve(undefined);
    this.#pasts.set(folder, asked);
    asked.catch(() => this.#pasts.delete(folder));
    return asked;
  }
}

/** The entry at code whose note a document is. */
function entryOf({ fsPath }: Uri, { notebook, entries }: KnownNotes): CodeEntry | undefined {
  const shared = notebook.shared.pathOf(fsPath);
  if (shared !== undefined) return entries.at(shared, 'shared');
  const own = notebook.private.pathOf(fsPath);
  return own === undefined ? undefined : entries.at(own, 'private');
}

function isNote({ fsPath }: Uri, { notebook }: KnownNotes): boolean {
  return (notebook.shared.pathOf(fsPath) ?? notebook.private.pathOf(fsPath)) !== undefined;
}

/** Lets others have their turn. */
function turn(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}
