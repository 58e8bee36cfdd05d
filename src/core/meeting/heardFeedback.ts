import { firstWords } from '../feedback/answerText.ts';
import type { Handle, SharedPath } from '../note/notePath.ts';
import { titleOf } from '../note/noteName.ts';
import { plainWords } from '../markdown/plainWords.ts';

/** What somebody said to a person, in one sentence. */
export interface HeardFeedback {
  readonly path: SharedPath;
  readonly by: Handle;
  /** What it is about, as the request or the answer calls it. */
  readonly about: string;
  /** The first sentence of the answer, as plain words. */
  readonly words: string;
}

/** The first sentence of an answer; empty where nothing is said yet. */
export function firstSentence(text: string): string {
  const words = plainWords(firstWords(text));
  return words === '' ? '' : titleOf(words).title;
}
