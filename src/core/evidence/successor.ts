import type { Person } from '../people/person.ts';
import { everyCommit, head, involvedIn, sameSubject } from '../work/change.ts';
import type { Commit } from '../work/commit.ts';
import { withoutSquashed } from '../work/squashes.ts';
import { suspects, withoutTwins } from '../work/twins.ts';

/** The commit that has the change of a lost one now. */
export interface Successor {
  readonly commit: Commit;
  /** It is the same change and nothing else; a squash has more. */
  readonly isSame: boolean;
}

/** A commit no branch leads to, with what else is known around it. */
export interface LostCommit {
  readonly commit: Commit;
  /** What was lost with it, as far as known. */
  readonly lost: readonly Commit[];
  /** The commits of the branches around its time, by the same people. */
  readonly candidates: readonly Commit[];
}

/** The hashes whose patch-ids decide where a lost commit went; nothing else is worth a diff. */
export function patchesToCompare({ commit, lost, candidates }: LostCommit): readonly string[] {
  const alike = candidates.filter(other => other.repo === commit.repo && extentOf(other) === extentOf(commit));
  const wanted = commit.files.length === 0 ? [] : [commit, ...alike].map(({ hash }) => hash);
  return [...new Set([...wanted, ...suspects([commit, ...lost, ...candidates])])];
}

/**
 * Where the change of a lost commit is now: the commit with the same patch, on the main line before any branch; else its twin by author
 * date and subject, or the squash that holds it.
 */
export function successorOf(
  gone: LostCommit,
  patchIds: ReadonlyMap<string, string>,
  person: Person,
): Successor | undefined {
  const { commit, lost } = gone;
  const lostHashes = new Set([commit, ...lost].map(({ hash }) => hash));
  const candidates = gone.candidates.filter(({ hash, repo }) => repo === commit.repo && !lostHashes.has(hash));
  const patch = patchIds.get(commit.hash);
  const same = candidates
    .filter(({ hash }) => patch !== undefined && patchIds.get(hash) === patch)
    .toSorted(byStanding);
  if (same[0]) return { commit: same[0], isSame: true };
  const everybody = [...new Set([...person.emails, commit.author.email.toLowerCase()])];
  const offBranch = [commit, ...lost].map(each => ({ ...each, branch: each.branch ?? lostBranch }));
  const involved = involvedIn([...offBranch, ...candidates], { ...person, emails: everybody });
  const twins = withoutTwins(involved, patchIds);
  const isTwin = twins.some(twin => everyCommit(twin).length > 1 && has(twin, commit.hash));
  const standing = withoutSquashed(twins).find(change => has(change, commit.hash));
  const found = standing && head(standing).commit;
  return found === undefined || lostHashes.has(found.hash) ? undefined : { commit: found, isSame: isTwin };
}

/**
 * Where a commit went that is nowhere any more: a message may say it was picked or squashed from it, or its subject is what the evidence
 * claims, once only.
 */
export function successorOfUnknown(
  { hash, claim }: { readonly hash: string; readonly claim: string },
  candidates: readonly Commit[],
): Successor | undefined {
  const named = candidates.filter(({ body }) => namesHash(body, hash)).toSorted(byStanding);
  const said = sameSubject(claim).toLowerCase();
  const called = candidates.filter(({ subject }) => said !== '' && sameSubject(subject).toLowerCase() === said);
  const commit = named[0] ?? (called.length === 1 ? called[0] : undefined);
  return commit && { commit, isSame: false };
}

const lostBranch = '(lost)';

function has(change: Parameters<typeof everyCommit>[0], hash: string): boolean {
  return everyCommit(change).some(({ commit }) => commit.hash === hash);
}

/** On the main line, then committed last. */
function byStanding(a: Commit, b: Commit): number {
  return Number(a.branch !== undefined) - Number(b.branch !== undefined) || b.committed - a.committed;
}

function extentOf({ files }: Commit): string {
  return files.map(({ path, added, deleted }) => `${path}\0${added ?? ''}\0${deleted ?? ''}`).join('\n');
}

function namesHash(body: string, hash: string): boolean {
  const short = hash.slice(0, 7);
  return (body.match(/(?<![0-9a-z])[0-9a-f]{7,64}(?![0-9a-z])/g) ?? []).some(
    named => named.startsWith(short) && (named.startsWith(hash) || hash.startsWith(named)),
  );
}
