import type { Problem } from './problem.ts';

/** A value of a note's front matter. Dates and times stay the text they were written as. */
export type HeadValue = string | number | boolean | null | readonly HeadValue[] | { readonly [key: string]: HeadValue };

/** A note's front matter: its keys in the order written, on an object without a prototype. */
export type Head = Readonly<Record<string, HeadValue>>;

/** The types of notes that are entries of a person's log. */
export const entryTypes = ['learning', 'win', 'thanks', 'help', 'experiment', 'hard-moment', 'waste'] as const;
export type EntryType = (typeof entryTypes)[number];

/** The types of notes that stand in a person's log: her entries, and what she read. */
export const logTypes = [...entryTypes, 'book', 'article'] as const;
export type LogType = (typeof logTypes)[number];

/** Every type a note may name in its front matter. */
export const noteTypes = [
  ...logTypes,
  ...(['team', 'skills', 'resources', 'glossary', 'objective', 'issue', 'protocol', 'ritual'] as const),
  ...([
    'profile',
    'goal',
    'weekly',
    'feedback-request',
    'feedback-answer',
    'assessment',
    'review',
    'ally',
    'reflection',
    'one-on-one',
    'promises',
    'survey',
    'survey-answer',
  ] as const),
] as const;
export type NoteType = (typeof noteTypes)[number];

/** What is known of a note after reading it. */
export interface Note {
  /** The type its front matter names; undefined for markdown that is no note of ours, or that could not be read. */
  readonly type: NoteType | undefined;
  /** The H1, else the file's name without date and ending. */
  readonly title: string;
  readonly head: Head;
  /** Where the body begins in the text: behind the closing fence. 0 where there is no front matter. */
  readonly bodyStart: number;
  /**
   * Anything but an absent or a plain `false` value of `private` means private; so does a note that can't be read, and
   * a hard moment, a reflection or a one-to-one whatever it says.
   */
  readonly isPrivate: boolean;
  readonly problems: readonly Problem[];
}

/** Reads heads that the strict fast path hands on: full YAML, with a hostile note in mind (SAFETY.md §3). */
export interface HeadReader {
  /** @param yaml the text between the fences; @param offset where it begins in the note, for the problems' spans. */
  read(yaml: string, offset: number): { readonly head: Head; readonly problems: readonly Problem[] };
}
