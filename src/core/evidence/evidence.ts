import type { Span } from '../note/problem.ts';

/** A commit: `shop 1d0e77b`. */
export interface CommitRef {
  readonly kind: 'commit';
  /** The repository's short name; absent where the line names none. */
  readonly repo?: string;
  /** Whole or abbreviated. */
  readonly hash: string;
  readonly url?: string;
  /** The link's words, where they say something else than the commit. */
  readonly text?: string;
}

/** What lies between two commits: `shop 1d0e77b..4f1c2a9`. */
export interface RangeRef extends Omit<CommitRef, 'kind' | 'hash'> {
  readonly kind: 'range';
  readonly from: string;
  readonly to: string;
}

/** A file as it was at a commit: `shop 1d0e77b:services/db.ts#L10-L20`. */
export interface FileRef extends Omit<CommitRef, 'kind'> {
  readonly kind: 'file';
  /** From the repository's top level on, with forward slashes. */
  readonly path: string;
  readonly lines?: readonly [number, number];
}

/** A note: a learning, somebody's answer, whatever lies in the notebook. */
export interface NoteRef {
  readonly kind: 'note' | 'answer';
  /** As written: relative to the note it stands in, or from the notes folder on (`people/sam/answers/x.md`). */
  readonly href: string;
  /** It stands without a link, so it begins at the notes folder. */
  readonly isRooted?: true;
  readonly text?: string;
}

/** Any other page of the web: a pull request, a dashboard. Nobody here can check it. */
export interface PageRef {
  readonly kind: 'page';
  readonly url: string;
  readonly text?: string;
}

/** What can be looked up in a history. */
export type HistoryRef = CommitRef | RangeRef | FileRef;

/** What a claim is shown by. */
export type EvidenceRef = HistoryRef | NoteRef | PageRef;

/** One line of a goal's evidence. */
export interface EvidenceLine {
  /** What is claimed: `reads under 200 ms`. Empty where the line is only what it links. */
  readonly claim: string;
  readonly refs: readonly EvidenceRef[];
}

/** The same as it was read from a line, with where each reference stands in it. */
export interface FoundEvidence extends EvidenceLine {
  readonly places: readonly Span[];
}

/** Whether a reference can be looked up in a history. */
export function isHistoryRef(ref: EvidenceRef): ref is HistoryRef {
  return ref.kind === 'commit' || ref.kind === 'range' || ref.kind === 'file';
}

/** Whether a reference means a note. */
export function isNoteRef(ref: EvidenceRef): ref is NoteRef {
  return ref.kind === 'note' || ref.kind === 'answer';
}
