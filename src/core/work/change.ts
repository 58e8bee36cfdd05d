import { compareText } from '../note/compareText.ts';
import type { Person } from '../people/person.ts';
import type { Commit } from './commit.ts';
import { type Subject, readSubject } from './subject.ts';
import { type MergeSubject, readMerge } from './mergeSubject.ts';
import { plainText } from './plainText.ts';

/** How somebody had a part in a commit; the strongest part counts. */
export type Part = 'author' | 'co-author' | 'reviewer';

/** A commit the person had a part in. */
export interface Involved {
  readonly commit: Commit;
  readonly part: Part;
  /** Whose work it is: all her addresses are one author. */
  readonly owner: string;
  readonly subject: Subject;
  /** Its subject as one plain line to compare by; GitHub's `(#12)` at its end makes no difference. */
  readonly same: string;
  /** What the merge that brought it in tells. */
  readonly merge: MergeSubject | undefined;
}

/** One change of the code that happened once, however many commits of it there are. */
export interface Change {
  /** The commits that stand for it, oldest first: one; for work that was taken back, that and what took it back. */
  readonly commits: readonly Involved[];
  /** The other copies, what was squashed into it, its fix-ups and reverted reverts: told of, never counted. */
  readonly folded: readonly Involved[];
  /** It was undone within the window. */
  readonly tookBack: boolean;
}

/**
 * A subject as one plain line to compare by, without the number of a pull request.
 *
 * @example
 * sameSubject('Round the totals (#12)'); //=> 'Round the totals'
 */
export function sameSubject(subject: string): string {
  const text = plainText(subject);
  return text.endsWith(')') ? text.replace(/\s*\((?:#|!)\d+\)$/, '') : text;
}

/** The commit a change is known by. */
export function head(change: Change): Involved {
  const [first] = change.commits;
  if (first === undefined) throw new RangeError('A change has at least one commit.');
  return first;
}

/** Oldest first; the same order for the same commits, whatever order they came in. */
export function byAge(a: Commit, b: Commit): number {
  return (
    a.authored - b.authored ||
    a.committed - b.committed ||
    compareText(a.hash, b.hash) ||
    Number(a.branch !== undefined) - Number(b.branch !== undefined) ||
    compareText(a.repo, b.repo)
  );
}

/**
 * What these commits have to do with a person: her own, those she had a hand in, those she reviewed. Others are left out.
 * Merges are no work. `Tested-by` counts as a review: it is time given to somebody else's change.
 */
export function involvedIn(commits: readonly Commit[], person: Person): Involved[] {
  const hers = new Set(person.emails.map(email => email.toLowerCase()));
  const involved: Involved[] = [];
  const seen = new Set<string>();
  const mergeOf = mergeReader();
  for (const commit of parentsFirst(commits.toSorted(byAge))) {
    const part = commit.parents.length > 1 || seen.has(commit.hash) ? undefined : partIn(commit, hers);
    if (part === undefined) continue;
    seen.add(commit.hash); // a clone and its fork hold the same commit
    const author = commit.author.email.toLowerCase();
    const subject = subjectOf(commit);
    involved.push({
      commit,
      part,
      owner: hers.has(author) ? '' : author,
      subject,
      same: sameSubject(commit.subject),
      merge: mergeOf(commit),
    });
  }
  return involved;
}

/** GitHub calls the fix of a security advisory "Merge commit from fork": what it mends stands below. */
function subjectOf({ subject, body }: Commit): Subject {
  const isHidden = /^merge commit from fork$/i.test(subject);
  const [, words] = (isHidden ? /^(?:[*-] +)?(\S.{10,})$/m.exec(body) : undefined) ?? [];
  return words === undefined ? readSubject(subject) : { kind: 'fix', ...readSubject(words) };
}

/** A merge brings in many commits, and is read once. */
function mergeReader(): (commit: Commit) => MergeSubject | undefined {
  const read = new Map<string, MergeSubject | undefined>();
  return ({ mergedBy }) => {
    if (mergedBy === undefined) return undefined;
    if (!read.has(mergedBy.merge)) read.set(mergedBy.merge, readMerge(mergedBy.subject));
    return read.get(mergedBy.merge);
  };
}

/** A rebase can date a whole series to one second; there the parents tell who was first. */
function* parentsFirst(sorted: readonly Commit[]): Generator<Commit> {
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    while (to < sorted.length && sorted[to]?.authored === sorted[from]?.authored) to++;
    let waiting = sorted.slice(from, to).slice(0, longestSeries);
    while (waiting.length > 1) {
      const children = new Set(waiting.map(({ hash }) => hash));
      const next = waiting.find(({ parents }) => !parents.some(parent => children.has(parent))) ?? waiting[0];
      if (next) yield next;
      waiting = waiting.filter(commit => commit !== next);
    }
    yield* waiting;
    yield* sorted.slice(from + longestSeries, to);
  }
}

/** Longer ones are an import, and stay as they are. */
const longestSeries = 50;

const reviewKeys = new Set(['reviewed-by', 'acked-by', 'tested-by']);

/** The part somebody had in a commit, by her addresses in lower case; undefined where she had none. */
export function partIn(commit: Commit, hers: ReadonlySet<string>): Part | undefined {
  if (hers.has(commit.author.email.toLowerCase())) return 'author';
  let reviewed = false;
  for (const { key, value } of commit.trailers) {
    if (key !== 'co-authored-by' && !reviewKeys.has(key)) continue;
    if (!hers.has(addressIn(value))) continue;
    if (key === 'co-authored-by') return 'co-author';
    reviewed = true;
  }
  return reviewed ? 'reviewer' : undefined;
}

/** The address of `Ada <ada@forge.example>`, in lower case. */
export function addressIn(ident: string): string {
  const open = ident.lastIndexOf('<');
  const close = ident.indexOf('>', open);
  return (open < 0 ? ident : ident.slice(open + 1, close < 0 ? undefined : close)).trim().toLowerCase();
}

/** Everything known of a change: what stands, and the copies and parts folded into it. */
export function everyCommit(change: Change): readonly Involved[] {
  return change.folded.length === 0 ? change.commits : [...change.commits, ...change.folded];
}

/** Her own and what she had a hand in is one side; a squash by somebody else can hold her commits. */
export function sideOf({ part, owner }: Involved): string {
  return part === 'reviewer' ? owner : '';
}
