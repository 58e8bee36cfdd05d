import type { CodeEntry } from '../../core/code/codeEntry.ts';
import { newestFirst } from '../../core/log/loggedEntry.ts';
import type { EntriesByCode } from './entriesHere.ts';
import type { CodeFollower } from './followHere.ts';

/** What was logged at one place of a file. */
export interface LearnedAt {
  /** Counted from 1. */
  readonly line: number;
  /** Whether the code itself was found there. Else the entry is about this file, and nobody can say where in it. */
  readonly isFollowed: boolean;
  /** The newest first. */
  readonly entries: readonly CodeEntry[];
}

/** A file that is open. */
export interface OpenFile {
  /** Absolute. */
  readonly file: string;
  readonly text: string;
}

/**
 * The places of a file where somebody logged something, from top to bottom. Code that is gone has none: the entry's note
 * tells of it.
 *
 * Without git nobody knows where the code went, or whether this is the file at all: what fits by the end of its path stands
 * above the first line then, where it claims no place.
 */
export async function learnedHere(
  { file, text }: OpenFile,
  entries: EntriesByCode,
  follower: CodeFollower | undefined,
): Promise<readonly LearnedAt[]> {
  const naming = entries.naming(file);
  if (!follower) return grouped(naming.filter(fitsByName(file)).map(entry => ({ entry, line: 1, isFollowed: false })));
  const path = pathIn(follower.past.root, file);
  const direct = naming.filter(({ code }) => code.path === path);
  const arrived = await follower.arrivedAt(path, entries.all);
  const found: FoundEntry[] = [];
  for (const entry of new Set([...direct, ...arrived])) {
    if (!(await follower.isOfHere(entry))) continue;
    const at = await follower.follow(entry, { path, text });
    if (at.kind === 'here' && at.path === path) found.push({ entry, line: at.lines[0], isFollowed: true });
    if (at.kind === 'unknown') found.push({ entry, line: lineWithoutProof(entry, text), isFollowed: false });
  }
  return grouped(found);
}

/** From the top of a work tree on, with forward slashes. */
export function pathIn(root: string, file: string): string {
  return file
    .slice(root.length)
    .replace(/^[\\/]/, '')
    .replaceAll('\\', '/');
}

/** An entry without a commit only has its number; one whose commit is not here not even that. */
function lineWithoutProof({ code }: CodeEntry, text: string): number {
  if (code.commit !== undefined || code.lines === undefined) return 1;
  return Math.min(code.lines[0], text.split('\n').length);
}

/** Where git can't be asked the folder has to be called like the repository. */
function fitsByName(file: string): (entry: CodeEntry) => boolean {
  const whole = file.replaceAll('\\', '/');
  return ({ code: { repo, path } }) => repo !== undefined && whole.endsWith(`/${repo}/${path}`);
}

interface FoundEntry {
  readonly entry: CodeEntry;
  readonly line: number;
  readonly isFollowed: boolean;
}

function grouped(found: readonly FoundEntry[]): readonly LearnedAt[] {
  const places = new Map<string, LearnedAt>();
  for (const { entry, line, isFollowed } of found) {
    const key = `${line} ${String(isFollowed)}`;
    places.set(key, { line, isFollowed, entries: newestFirst([...(places.get(key)?.entries ?? []), entry]) });
  }
  return [...places.values()].sort((a, b) => a.line - b.line || Number(a.isFollowed) - Number(b.isFollowed));
}
