import { type Change, everyCommit, head } from './change.ts';
import type { Commit, FileChange } from './commit.ts';
import { isGenerated } from './generatedFiles.ts';
import { issueInBody, issueInBranch } from './issueKey.ts';
import { isTrifle, isVague, kindOf } from './kind.ts';
import { type MergeSubject, isBroadBranch, readMerge } from './mergeSubject.ts';
import type { WorkKind } from './piece.ts';
import { type Subject, readSubject } from './subject.ts';

/** A change with what its message tells. */
export interface Told {
  readonly change: Change;
  readonly commit: Commit;
  readonly subject: Subject;
  readonly kind: WorkKind;
  /** Its subject can't stand for a piece of work. */
  readonly vague: boolean;
  readonly trifle: boolean;
  /** The merge that brought in this topic and no other. */
  readonly merge?: MergeSubject & { readonly hash: string; readonly heading?: string };
  readonly pull?: number;
  readonly issue?: string;
  /** The topic branch it was made on, where that is known. */
  readonly branch?: string;
  /** What somebody wrote by hand: no lock files, snapshots or vendored code. */
  readonly files: readonly FileChange[];
  /** Hand-written lines touched. */
  readonly lines: number;
}

/** Reads a change's message, its merge and its branch. */
export function readChange(change: Change): Told {
  const { commit } = head(change);
  const subject = readSubject(commit.subject);
  const merge = mergeOf(change);
  const branch = merge?.branch ?? topicBranchOf(change);
  const pull = subject.pull ?? merge?.pull ?? pullInBody(commit.body);
  const issue = subject.issue ?? issueInBody(commit.body) ?? (branch === undefined ? undefined : issueInBranch(branch));
  const files = commit.files.filter(({ path }) => !isGenerated(path));
  return {
    change,
    commit,
    subject,
    kind: kindOf(subject, commit.files),
    vague: isVague(subject),
    trifle: isTrifle(subject),
    files,
    lines: files.reduce((sum, { added = 0, deleted = 0 }) => sum + added + deleted, 0),
    ...(merge && { merge }),
    ...(pull !== undefined && { pull }),
    ...(issue !== undefined && { issue }),
    ...(branch !== undefined && { branch }),
  };
}

function mergeOf(change: Change): Told['merge'] {
  for (const { commit } of everyCommit(change)) {
    const merge = commit.mergedBy && readMerge(commit.mergedBy.subject);
    if (!commit.mergedBy || !merge || merge.broad) continue;
    const heading = merge.title ?? commit.mergedBy.title;
    return { ...merge, hash: commit.mergedBy.merge, ...(heading !== undefined && { heading }) };
  }
  return undefined;
}

function topicBranchOf(change: Change): string | undefined {
  for (const { commit } of everyCommit(change)) {
    if (commit.branch !== undefined && !isBroadBranch(commit.branch)) return commit.branch;
  }
  return undefined;
}

const pullTrailer =
  /^(?:PR-URL|Part-of|Pull[ -]Request(?:[ -]URL| resolved)?|PR):\s*<?(?:https?:\/\/\S{1,200}?\/(?:pull|pulls|merge_requests|pull-requests)\/|[#!])(\d{1,8})/im;

function pullInBody(body: string): number | undefined {
  const [, number] = pullTrailer.exec(body) ?? [];
  return number === undefined ? undefined : Number(number);
}
