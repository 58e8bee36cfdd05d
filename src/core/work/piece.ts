import type { Ident } from '../people/person.ts';
import type { HistoryNotice } from './commit.ts';

export type WorkKind = 'feature' | 'fix' | 'performance' | 'refactor' | 'docs' | 'test' | 'build' | 'chore' | 'revert';

/** A commit as a note links to it. */
export interface CommitLink {
  readonly repo: string;
  readonly hash: string;
  /** The commit's page on its forge, where it has one. */
  readonly url?: string;
}

/** A pull request as a note links to it. */
export interface PullLink {
  readonly number: number;
  /** Its page on the forge, where it has one. */
  readonly url?: string;
}

/** How big a piece was. For its author's eyes only. */
export interface Sizes {
  readonly commits: number;
  readonly added: number;
  readonly deleted: number;
  /** Lines in generated, vendored and lock files, kept apart. */
  readonly generated: number;
}

/** Something a person would name in one sentence, made of one or more commits. */
export interface PieceOfWork {
  /** The oldest commit of the piece; its patch-id is the stable key in a note. */
  readonly oldest: CommitLink;
  /** What was done, as a sentence without full stop: "Retry storm after a pool reset fixed". Plain text, not markdown. */
  readonly sentence: string;
  readonly kind: WorkKind;
  readonly repo: string;
  /** The part of the code: a scope or a folder. */
  readonly place?: string;
  readonly pull?: PullLink;
  /** Where one line tells of several pull requests and nothing else: all of them, the oldest commit's first. */
  readonly pulls?: readonly PullLink[];
  readonly issue?: { readonly key: string; readonly url?: string };
  readonly branch?: string;
  /** Oldest first. */
  readonly commits: readonly CommitLink[];
  /** Copies and parts that are told by one of `commits` (twins, what was squashed, fix-ups): counted nowhere. Oldest first. */
  readonly folded?: readonly CommitLink[];
  /** Others who had a hand in it. */
  readonly with: readonly Ident[];
  /** From `Goal:` trailers, as written. */
  readonly goals: readonly string[];
  readonly files: readonly string[];
  readonly sizes: Sizes;
}

/** A piece of somebody else's work that the person reviewed. */
export interface ReviewedWork {
  readonly sentence: string;
  readonly author: Ident;
  readonly repo: string;
  readonly commits: readonly CommitLink[];
  readonly oldest: CommitLink;
}

/** What a person worked on in a window of time, ready to be printed. */
export interface WorkedOn {
  /** At most about seven, the weightiest first. */
  readonly pieces: readonly PieceOfWork[];
  /** The rest, folded. */
  readonly also: readonly PieceOfWork[];
  readonly reviewed: readonly ReviewedWork[];
  readonly notices: readonly HistoryNotice[];
}
