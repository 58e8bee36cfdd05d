import { commitUrl } from '../forge/forge.ts';
import { compareText } from '../note/compareText.ts';
import type { Person } from '../people/person.ts';
import type { Calendar } from '../time/calendar.ts';
import type { Commit, RepositoryInfo } from '../work/commit.ts';
import { parseCapture } from './capture.ts';
import { saysPrivate } from './marks.ts';
import type { TrailerEntry } from './trailerEntry.ts';

const kinds: Readonly<Record<string, TrailerEntry['kind']>> = { learned: 'learned', goal: 'goal', thanks: 'thanks' };

/** Whose trailers count, and where their commits have pages. */
export interface TrailerOptions {
  /** Only commits she authored: what somebody else learned is not hers because she reviewed it. */
  readonly person: Pick<Person, 'emails'>;
  readonly repositories?: readonly RepositoryInfo[];
}

/**
 * What a person's own commits say she learned, whom they thank and which goal they serve, oldest first. What stands in
 * several commits, as after a rebase, comes once: from the main line where it is there, else from the latest. What she
 * marked `!private` even there is not repeated anywhere.
 */
export function trailerEntries(
  commits: readonly Commit[],
  calendar: Calendar,
  { person, repositories = [] }: TrailerOptions,
): readonly TrailerEntry[] {
  const found = new Map<string, { readonly entry: TrailerEntry; readonly isMerged: boolean }>();
  for (const commit of commits.toSorted((a, b) => a.authored - b.authored)) {
    if (!person.emails.includes(commit.author.email.toLowerCase())) continue;
    for (const entry of entriesOf(commit, calendar, repositories)) {
      const key = `${entry.kind} ${plain(entry.text)}`;
      const isMerged = commit.branch === undefined;
      if (found.get(key)?.isMerged === true && !isMerged) continue;
      found.delete(key);
      found.set(key, { entry, isMerged });
    }
  }
  return [...found.values()].map(({ entry }) => entry).toSorted((a, b) => compareText(a.day, b.day));
}

/**
 * What names a trailer among all others: its commit and its words. A row of a tree carries it to the command.
 *
 * @example
 * trailerKey(entry); //=> 'shop 4f1c2a9… learned an index-only scan needs a recent vacuum'
 */
export function trailerKey({ kind, text, commit }: TrailerEntry): string {
  return `${commit.repo} ${commit.hash} ${kind} ${text}`;
}

/** Whether two texts say the same, whatever their case, marks and full stops. */
export function saysTheSame(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function* entriesOf(
  commit: Commit,
  calendar: Calendar,
  repositories: readonly RepositoryInfo[],
): Iterable<TrailerEntry> {
  const forge = repositories.find(({ name }) => name === commit.repo)?.forge;
  for (const { key, value } of commit.trailers) {
    const kind = Object.hasOwn(kinds, key.toLowerCase()) ? kinds[key.toLowerCase()] : undefined;
    const text = value.replace(/\s+/g, ' ').trim().slice(0, 4000);
    if (!kind || text === '' || saysPrivate(text)) continue;
    const link = { repo: commit.repo, hash: commit.hash, ...(forge && { url: commitUrl(forge, commit.hash) }) };
    yield { kind, text, day: calendar.dayAt(commit.authored), commit: link };
  }
}

function plain(text: string): string {
  const { text: words } = parseCapture(text);
  return words
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
