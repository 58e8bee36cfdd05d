import { commands, Range, window, type Uri } from 'vscode';
import type { Desk } from '../../app/desk.ts';
import { LogSearch, type FoundNote } from '../../app/log/searchLog.ts';
import type { Disposable } from '../../app/ports.ts';
import type { Handle } from '../../core/note/notePath.ts';
import type { Notebook } from '../../app/shelf.ts';
import type { OutLoud } from '../outloud.ts';
import { SearchPick } from './searchPick.ts';

/** A note that says something about what was looked for, and its line, counted from 1. */
export interface FoundAt {
  readonly uri: Uri;
  readonly title: string;
  readonly line: number;
}

/** Finds what she or the team figured out before, and keeps what it read for the next time. */
export class LogFinder implements Disposable {
  readonly #outloud: OutLoud;
  #known: { readonly notebook: Notebook; readonly me: Handle; readonly search: LogSearch } | undefined;

  constructor(outloud: OutLoud) {
    this.#outloud = outloud;
  }

  /**
   * Answers the notes that say something about a text. Without one it asks, opens the note she chooses, and answers that one; what
   * nobody knows yet she may log instead.
   */
  async search({ text }: { text?: string }): Promise<readonly FoundAt[] | FoundAt | Uri | undefined> {
    const desk = await this.#outloud.deskWithNotes();
    if (!desk) return undefined;
    const search = this.#searchOf(desk);
    if (typeof text === 'string') {
      await search.read();
      return (await search.find(text)).map(found => this.#foundAt(desk, found));
    }
    const chosen = await new SearchPick(search, desk).ask();
    if (chosen && 'log' in chosen) return commands.executeCommand<Uri>('outloud.logLearning', { begin: chosen.log });
    return chosen && this.#open(this.#foundAt(desk, chosen));
  }

  dispose(): void {
    this.#known?.search.dispose();
    this.#known = undefined;
  }

  #searchOf(desk: Desk): LogSearch {
    const { notebook, me } = desk;
    if (this.#known?.notebook === notebook && this.#known.me === me.handle) return this.#known.search;
    this.dispose();
    const search = new LogSearch(desk, () => new Promise(resolve => setImmediate(resolve)));
    this.#known = { notebook, me: me.handle, search };
    return search;
  }

  #foundAt({ notebook }: Desk, { place, title, line }: FoundNote): FoundAt {
    return { uri: this.#outloud.uriOf(notebook, place), title, line };
  }

  async #open(found: FoundAt): Promise<FoundAt> {
    const at = new Range(found.line - 1, 0, found.line - 1, 0);
    await window.showTextDocument(found.uri, { selection: at });
    return found;
  }
}
