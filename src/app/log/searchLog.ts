import { fromMatch, placeOf } from '../../core/log/searchPlace.ts';
import { SearchIndex, type Hit } from '../../core/log/searchIndex.ts';
import { readQuery } from '../../core/log/searchQuery.ts';
import { wordsIn } from '../../core/log/searchWords.ts';
import { listValue } from '../../core/note/headValues.ts';
import { logTypes, type NoteType } from '../../core/note/note.ts';
import { dayOfNote } from '../../core/note/noteDays.ts';
import { type Handle, type NotePath, ownerOf } from '../../core/note/notePath.ts';
import type { Day } from '../../core/time/day.ts';
import type { Desk } from '../desk.ts';
import type { IndexedNote, Notebook, Shelf } from '../shelf.ts';

/** A note that says something about what was looked for. */
export interface FoundNote {
  readonly place: { readonly shelf: 'shared' | 'private'; readonly path: NotePath };
  readonly title: string;
  readonly type: NoteType | undefined;
  readonly isPrivate: boolean;
  /** Whose it is; undefined for the notes of the whole team. */
  readonly person?: Handle;
  readonly day?: Day;
  /** The line that says it, counted from 1, and its words around what was found. */
  readonly line: number;
  readonly text: string;
}

type ShelfName = FoundNote['place']['shelf'];
type Key = `${ShelfName} ${string}`;

/** How much of one note is searched, in characters. */
const longest = 200_000;
/** How many characters are taken in before others have their turn. */
const turn = 100_000;
const mostFound = 60;
/** A title and a tag tell as much as so many words of the text. */
const headTimes = 3;

/**
 * The words of a notebook, kept in memory to find what somebody figured out before. Titles and tags are known as soon as the index of
 * the notes is; the texts once they were read. Private notes of others are neither read nor found.
 */
export class LogSearch {
  readonly #notebook: Notebook;
  readonly #me: Handle;
  readonly #pause: () => Promise<void>;
  readonly #index = new SearchIndex<Key>();
  /** Notes to be looked at anew, and those of which only the title and tags are known. */
  readonly #changed = new Set<Key>();
  readonly #unread = new Set<Key>();
  readonly #stops: readonly (() => void)[];
  #isBegun = false;

  /** @param pause lets the event loop do what waits */
  constructor({ notebook, me }: Pick<Desk, 'notebook' | 'me'>, pause: () => Promise<void> = () => Promise.resolve()) {
    this.#notebook = notebook;
    this.#me = me.handle;
    this.#pause = pause;
    const follow = (name: ShelfName) => (paths: readonly NotePath[]) => {
      for (const path of paths) this.#changed.add(`${name} ${path}`);
    };
    this.#stops = [notebook.shared.onChange(follow('shared')), notebook.private.onChange(follow('private'))];
  }

  /** Whether every text is known as it is. */
  get isComplete(): boolean {
    return this.#isBegun && this.#changed.size + this.#unread.size === 0;
  }

  /** Reads what is not known yet, in slices. What was read before it is stopped stays known. */
  async read(signal?: AbortSignal): Promise<void> {
    await this.#learnHeads(signal);
    for (const name of ['shared', 'private'] as const) {
      const paths = [...this.#unread].flatMap(key => (key.startsWith(`${name} `) ? pathOf(key) : []));
      let taken = 0;
      for await (const { path, text } of this.#shelf(name).readAll(paths, signal)) {
        const key: Key = `${name} ${path}`;
        if (!this.#unread.delete(key) || typeof text !== 'string') continue;
        const note = await this.#noteAt(key);
        if (note) this.#index.put(key, [...headWords(note), ...wordsIn(text.slice(note.bodyStart, longest))]);
        taken += text.length;
        if (taken > turn) await this.#pause();
        taken %= turn;
        signal?.throwIfAborted();
      }
    }
  }

  /**
   * The notes that say something about a text: those in its very words first, then her own, the team's log, and the other notes.
   * It answers by what is known now; see {@link isComplete}.
   */
  async find(text: string, signal?: AbortSignal): Promise<readonly FoundNote[]> {
    const query = readQuery(text);
    if (query.words.length === 0) return [];
    await this.#learnHeads(signal);
    const weights = this.#index.weigh(query);
    const hits = this.#index.search(query, weights).slice(0, mostFound);
    const best = hits[0]?.score ?? 0;
    const found: Ranked[] = [];
    for await (const { hit, note, text: noteText } of this.#textsOf(hits, signal)) {
      const { isExact, line, text: words } = placeOf(noteText.slice(0, longest), query, weights);
      const said = this.#foundNote(hit.key, note, { line, text: fromMatch(words, query.words) });
      const tier = isExact ? 0 : hit.score >= best * 0.4 ? 1 : 2;
      found.push({ note: said, rank: [tier, this.#groupOf(said), -hit.score] });
    }
    return found.toSorted(byRank).map(({ note }) => note);
  }

  /** Lets go of the notebook. */
  dispose(): void {
    for (const stop of this.#stops) stop();
  }

  /** Takes in the titles and tags of what is new or changed. */
  async #learnHeads(signal: AbortSignal | undefined): Promise<void> {
    const { shared, private: own } = this.#notebook;
    if (!this.#isBegun) {
      for (const { path } of await shared.notes(signal)) this.#changed.add(`shared ${path}`);
      for (const { path } of await own.notes(signal)) this.#changed.add(`private ${path}`);
      this.#isBegun = true;
    }
    let taken = 0;
    for (const key of this.#changed) {
      const note = await this.#noteAt(key);
      this.#changed.delete(key);
      this.#unread.delete(key);
      if (note) this.#unread.add(key);
      if (note) this.#index.put(key, headWords(note));
      else this.#index.drop(key);
      taken += 1;
      if (taken % 100 === 0) await this.#pause();
      signal?.throwIfAborted();
    }
  }

  /** A note she may see. Somebody else's private one is not there for her. */
  async #noteAt(key: Key): Promise<IndexedNote | undefined> {
    const [name, path] = [shelfOf(key), pathOf(key)];
    const note = await this.#shelf(name).note(path);
    const isHers = name === 'private' || path.startsWith(`people/${this.#me}/`);
    return note && (isHers || !note.isPrivate) ? note : undefined;
  }

  /** The texts of what was found, as they are now. */
  async *#textsOf(
    hits: readonly Hit<Key>[],
    signal: AbortSignal | undefined,
  ): AsyncIterable<{ readonly hit: Hit<Key>; readonly note: IndexedNote; readonly text: string }> {
    const byKey = new Map(hits.map(hit => [hit.key, hit]));
    for (const name of ['shared', 'private'] as const) {
      const paths = hits.flatMap(({ key }) => (shelfOf(key) === name ? pathOf(key) : []));
      for await (const { path, text } of this.#shelf(name).readAll(paths, signal)) {
        const key: Key = `${name} ${path}`;
        const [hit, note] = [byKey.get(key), await this.#noteAt(key)];
        if (hit && note && typeof text === 'string') yield { hit, note, text };
        await this.#pause();
        signal?.throwIfAborted();
      }
    }
  }

  #shelf(name: ShelfName): Shelf<NotePath> {
    return this.#notebook[name]; // a key has its path from this shelf
  }

  #foundNote(
    key: Key,
    { title, type, isPrivate, path, head }: IndexedNote,
    at: { line: number; text: string },
  ): FoundNote {
    const shelf = shelfOf(key);
    const person = shelf === 'private' ? this.#me : ownerOf(path);
    const day = dayOfNote({ head, path });
    return {
      place: { shelf, path },
      ...{ title, type, ...at },
      isPrivate: isPrivate || shelf === 'private',
      ...(person !== undefined && { person }),
      ...(day !== undefined && { day }),
    };
  }

  /** Her own log, the team's; what is no entry of a log, hers first. */
  #groupOf({ type, person }: FoundNote): number {
    const isEntry = (logTypes as readonly (NoteType | undefined)[]).includes(type);
    return (isEntry ? 0 : 2) + (person === this.#me ? 0 : 1);
  }
}

interface Ranked {
  readonly note: FoundNote;
  /** The smaller the nearer to the top. */
  readonly rank: readonly [tier: number, group: number, score: number];
}

function byRank({ rank: a }: Ranked, { rank: b }: Ranked): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

function headWords({ title, head }: IndexedNote): readonly string[] {
  const words = wordsIn([title, ...listValue(head['tags']), ...listValue(head['aliases'])].join(' '));
  return Array.from({ length: headTimes }, () => words).flat();
}

function shelfOf(key: Key): ShelfName {
  return key.startsWith('shared ') ? 'shared' : 'private';
}

function pathOf(key: Key): NotePath {
  return key.slice(key.indexOf(' ') + 1) as NotePath;
}
