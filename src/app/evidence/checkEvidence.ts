import { isHistoryRef, isNoteRef, type EvidenceRef, type HistoryRef } from '../../core/evidence/evidence.ts';
import { evidenceItems, type EvidenceItem } from '../../core/evidence/evidenceItems.ts';
import { commitVerdict, type Verdict } from '../../core/evidence/verdict.ts';
import { forgePage } from '../../core/forge/forgePage.ts';
import { hrefTarget } from '../../core/markdown/hrefTarget.ts';
import type { NotePath, SharedPath } from '../../core/note/notePath.ts';
import type { Span } from '../../core/note/problem.ts';
import type { Person } from '../../core/people/person.ts';
import type { RepositoryInfo } from '../../core/work/commit.ts';
import type { CommitName } from '../../core/work/namedCommit.ts';
import type { Desk } from '../desk.ts';
import type { Shelf } from '../shelf.ts';

/** A goal's note whose evidence is looked at. */
export interface GoalText {
  readonly shelf: 'shared' | 'private';
  readonly path: NotePath;
  readonly text: string;
  /** Whose goal; else that of the person at the desk. */
  readonly person?: Person;
}

/** One reference of a goal's evidence, and what is known of it. */
export interface CheckedRef {
  readonly item: EvidenceItem;
  readonly ref: EvidenceRef;
  /** Where it stands in the note. */
  readonly at: Span;
  readonly verdict: Verdict;
}

/** Checks every reference of a goal's evidence. Without a history only the links to notes are. */
export async function checkEvidence(desk: Desk, goal: GoalText, signal?: AbortSignal): Promise<readonly CheckedRef[]> {
  const refs = evidenceItems(goal.text).flatMap(item =>
    item.refs.flatMap((ref, index) => {
      const at = item.places[index];
      return at ? [{ item, ref, at }] : [];
    }),
  );
  const verdicts = await commitVerdicts(desk, refs, { person: goal.person ?? desk.me, signal });
  return Promise.all(
    refs.map(async each => ({
      ...each,
      verdict: verdicts.get(each) ?? { state: await noteState(desk, goal, each.ref) },
    })),
  );
}

/** How a commit, a range or a file at a commit is looked up. */
export function commitNameOf(ref: HistoryRef, repositories: readonly RepositoryInfo[]): CommitName {
  const base = ref.url === undefined ? undefined : forgePage(ref.url)?.base.toLowerCase();
  const ofPage = repositories.find(({ forge }) => forge !== undefined && forge.url.toLowerCase() === base)?.name;
  const repo = ofPage ?? ref.repo;
  const at = repo === undefined ? {} : { repo };
  if (ref.kind === 'range') return { ...at, hash: ref.to, from: ref.from };
  return ref.kind === 'file' ? { ...at, hash: ref.hash, path: ref.path } : { ...at, hash: ref.hash };
}

type Ref = Omit<CheckedRef, 'verdict'>;
type InHistory = Ref & { readonly ref: HistoryRef };

async function commitVerdicts(
  { history }: Desk,
  refs: readonly Ref[],
  { person, signal }: { readonly person: Person; readonly signal: AbortSignal | undefined },
): Promise<ReadonlyMap<Ref, Verdict>> {
  const asked = refs.filter((each): each is InHistory => isHistoryRef(each.ref));
  if (asked.length === 0) return new Map();
  if (!history) return new Map(asked.map(each => [each, { state: 'cannotTell' }]));
  const repositories = await history.repositories(signal);
  const commits = asked.map(({ ref }) => commitNameOf(ref, repositories));
  const answers = await history.commitsNamed({ commits, emails: person.emails, ...(signal && { signal }) });
  return new Map(
    asked.map((each, index) => {
      const verdict = commitVerdict(each.ref, answers[index] ?? { state: 'cannotTell' });
      // A page of a repository that is not open says nothing about those that are.
      const isElsewhere = verdict.state === 'unknownCommit' && isUnknownPage(each.ref, repositories);
      return [each, isElsewhere ? { state: 'repositoryUnknown' } : verdict];
    }),
  );
}

function isUnknownPage(ref: HistoryRef, repositories: readonly RepositoryInfo[]): boolean {
  return ref.url !== undefined && commitNameOf(ref, repositories).repo === undefined;
}

async function noteState(
  { notebook }: Desk,
  goal: GoalText,
  ref: EvidenceRef,
): Promise<'verified' | 'noteGone' | 'cannotTell'> {
  if (!isNoteRef(ref)) return 'cannotTell';
  const path = noteOf(goal.path, ref);
  if (path === undefined) return 'cannotTell';
  const shelf = (ref.isRooted ? notebook.shared : notebook[goal.shelf]) as Shelf<NotePath>; // as the path is
  return (await shelf.note(path)) ? 'verified' : 'noteGone';
}

/** The note a reference means: from the goal's note on, or from the notes folder on. */
export function noteOf(
  goal: NotePath,
  { href, isRooted }: { readonly href: string; readonly isRooted?: true },
): NotePath | undefined {
  return isRooted ? (href as SharedPath) : hrefTarget(goal, href);
}
