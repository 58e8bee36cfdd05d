import type { CodeEntry, RememberedCode } from '../../core/code/codeEntry.ts';
import { findLines, followLines, tellingLine, type FollowedLines } from '../../core/code/followLines.ts';
import { trackLines, type CommitWords, type Track } from '../../core/code/trackLines.ts';
import type { Lines } from '../../core/log/sameLines.ts';
import type { FilesPast } from '../ports.ts';

/** A file of the work tree as the person sees it, saved or not. */
export interface FileInFront {
  /** From the repository's top level on, with forward slashes. */
  readonly path: string;
  /** Absent where there is no such file. */
  readonly text?: string | undefined;
}

/** Where the code of an entry is now. */
export type Whereabouts =
  | {
      readonly kind: 'here';
      readonly path: string;
      readonly lines: Lines;
      /** `same`: as it was, where it was. `moved`: as it was, elsewhere. `changed`: at least half of it is left. */
      readonly kept: 'same' | 'moved' | 'changed';
    }
  /** Without a commit where none removed it: it is gone in the files in front of her only. */
  | { readonly kind: 'gone'; readonly since?: CommitWords }
  /** Nobody can say: the entry names no commit or no lines, or that commit is not here (a shallow clone, never pushed). */
  | { readonly kind: 'unknown' };

/** Nobody reads a larger file, and to look through it would hold everything else. In characters. */
const largest = 2 << 20;
const unknown: Whereabouts = { kind: 'unknown' };

/** Follows the code of entries through one work tree, as long as the same commit is checked out. */
export class CodeFollower {
  readonly past: FilesPast;
  readonly #turn: () => Promise<void>;
  readonly #texts = new Map<string, Promise<string | undefined>>();
  readonly #ends = new Map<string, Promise<End>>();
  /** Code that was found in another file than the one it came from. */
  readonly #moved = new Map<string, Set<string>>();
  #renamed: Renamed | undefined;
  #looking: Promise<unknown> = Promise.resolve();

  /** @param turn lets others have their turn: many entries and versions may be compared in a row */
  constructor(past: FilesPast, turn: () => Promise<void> = () => Promise.resolve()) {
    this.past = past;
    this.#turn = turn;
  }

  /** Whether an entry is about this repository: by its name, or since its commit is here. A clone may be called otherwise. */
  async isOfHere({ code }: CodeEntry): Promise<boolean> {
    if (code.repo === this.past.repo) return true;
    return code.repo !== undefined && (await this.#textOf(code)) !== undefined;
  }

  /** Of all these entries the ones whose code came to a file from another one: by a rename, or as far as it was followed there. */
  async arrivedAt(path: string, all: readonly CodeEntry[]): Promise<readonly CodeEntry[]> {
    if (this.#renamed?.of !== all) this.#renamed = { of: all, byPath: this.#findRenamed(all) };
    const renamed = (await this.#renamed.byPath).get(path) ?? [];
    const moved = this.#moved.get(path);
    return moved ? [...renamed, ...all.filter(entry => moved.has(keyOf(entry)))] : renamed;
  }

  /** How the file of an entry is called now. */
  async pathOf({ code }: CodeEntry): Promise<string> {
    const [renamed] = await this.past.renamed(committed(code));
    return renamed?.to ?? code.path;
  }

  /** Where an entry's code is, looked for in the file it should be in, and then in the others. */
  async follow(entry: CodeEntry, now: FileInFront): Promise<Whereabouts> {
    const { code } = entry;
    const before = await this.#textOf(code);
    if (before === undefined || code.lines === undefined || (now.text?.length ?? 0) > largest) return unknown;
    await this.#turn();
    const here = followed(before, code.lines, now);
    if (here) return whereabouts(code, now.path, here);
    const end = await this.#endOf(code, before, code.lines);
    const again = end.lines && followed(end.text, end.lines, now);
    if (again) return { kind: 'here', path: now.path, lines: again.lines, kept: 'changed' };
    if (end.elsewhere && end.elsewhere.path !== now.path) {
      const arrived = this.#moved.get(end.elsewhere.path) ?? new Set();
      this.#moved.set(end.elsewhere.path, arrived.add(keyOf(entry)));
      return whereabouts(code, end.elsewhere.path, end.elsewhere);
    }
    const elsewhere = now.text === undefined ? undefined : findLines(before, now.text, code.lines);
    if (elsewhere) return whereabouts(code, now.path, elsewhere);
    return { kind: 'gone', ...(end.since && { since: end.since }) };
  }

  #textOf({ commit, path }: RememberedCode): Promise<string | undefined> {
    if (commit === undefined) return Promise.resolve(undefined);
    const key = `${commit} ${path}`;
    const known = this.#texts.get(key) ?? this.past.textAt({ commit, path });
    this.#texts.set(key, known);
    return known;
  }

  /** One look after the other: a file may have many entries whose code is gone. */
  #endOf(code: RememberedCode, before: string, lines: Lines): Promise<End> {
    const key = `${code.commit ?? ''} ${lines.join('-')} ${code.path}`;
    const known = this.#ends.get(key);
    if (known) return known;
    const end = this.#looking.then(() => this.#look(code, before, lines));
    this.#looking = end.catch(() => this.#ends.delete(key));
    this.#ends.set(key, end);
    return end;
  }

  /** Goes along the commits since then. The dear part: only where the code is not simply there. */
  async #look(code: RememberedCode, before: string, lines: Lines): Promise<End> {
    const [place] = committed(code);
    if (!place) return {};
    const track = await this.#walk(trackLines(before, lines, await this.past.versionsSince(place)));
    if (track.lines) return track;
    const line = tellingLine(before, lines);
    const files = line === undefined ? [] : await this.past.holding(line);
    const found = files.flatMap(({ path, text }) => {
      const there = findLines(before, text, lines);
      return there ? [{ path, ...there }] : [];
    });
    const [elsewhere] = found.sort((a, b) => b.likeness - a.likeness);
    return { ...track, ...(elsewhere && { elsewhere }) };
  }

  async #walk(steps: Generator<undefined, Track>): Promise<Track> {
    let step = steps.next();
    for (; !step.done; step = steps.next()) await this.#turn();
    return step.value;
  }

  async #findRenamed(all: readonly CodeEntry[]): Promise<ReadonlyMap<string, readonly CodeEntry[]>> {
    const ours = all.filter(({ code }) => code.repo === this.past.repo);
    const renamed = await this.past.renamed(ours.flatMap(({ code }) => committed(code)));
    return new Map(
      renamed.map(({ to }) => {
        const from = renamed.filter(each => each.to === to).map(each => `${each.from.commit} ${each.from.path}`);
        return [to, ours.filter(({ code }) => from.includes(`${code.commit ?? ''} ${code.path}`))];
      }),
    );
  }
}

/** Where the code of an entry ended, as the commits tell it. */
interface End {
  /** Still in the file that is checked out. */
  readonly lines?: Lines;
  readonly text?: string;
  readonly since?: CommitWords;
  readonly elsewhere?: FollowedLines & { readonly path: string };
}

interface Renamed {
  readonly of: readonly CodeEntry[];
  readonly byPath: Promise<ReadonlyMap<string, readonly CodeEntry[]>>;
}

function keyOf({ place }: CodeEntry): string {
  return `${place.shelf} ${place.path}`;
}

function committed({ commit, path }: RememberedCode) {
  return commit === undefined ? [] : [{ commit, path }];
}

function followed(before: string | undefined, lines: Lines, { text }: FileInFront): FollowedLines | undefined {
  return before === undefined || text === undefined ? undefined : followLines(before, text, lines);
}

function whereabouts(code: RememberedCode, path: string, { lines, likeness }: FollowedLines): Whereabouts {
  const [first, last] = code.lines ?? lines;
  const isWhole = likeness === 1 && lines[1] - lines[0] === last - first;
  const isThere = path === code.path && lines[0] === first;
  return { kind: 'here', path, lines, kept: isWhole ? (isThere ? 'same' : 'moved') : 'changed' };
}
