import type { Handle, SharedPath } from '../note/notePath.ts';
import { titleOf } from '../note/noteName.ts';
import { plainWords } from '../markdown/plainWords.ts';
import { linesWithin } from '../note/sectionLines.ts';
import { bodyStartOf, headingIn } from '../note/sections.ts';

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
  const line = linesWithin(text, bodyStartOf(text)).find(({ words }) => isWord(words));
  const words = plainWords((line?.words ?? '').replace(/^\s*(?:[-*+>]|\d+[.)])\s+/, ''));
  return words === '' ? '' : titleOf(words).title;
}

/** A heading asks, and a comment is not seen. */
function isWord(line: string): boolean {
  return /[\p{L}\p{N}]/u.test(line.replace(/<!--.*?-->/g, '')) && headingIn(line) === undefined;
}
