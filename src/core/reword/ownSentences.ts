import { bold, escapeSentence } from '../markdown/markdown.ts';
import type { Span } from '../note/problem.ts';
import type { TextEdit } from '../note/textEdit.ts';
import { findParts } from '../week/generatedPart.ts';
import { lineHash } from '../week/part.ts';
import { itemsOf } from '../week/partItems.ts';

/** A sentence of "Worked on" that is still the tool's: nobody changed its line since it was written. */
export interface OwnSentence {
  /** As it reads, with its code between backticks. */
  readonly words: string;
  /** Its whole line, by which it is found again. */
  readonly line: string;
  /** Where it stands with the signs that make it bold. */
  readonly at: Span;
}

/** Other words for a sentence. */
export interface Rewording {
  readonly sentence: OwnSentence;
  readonly words: string;
}

/** A line that tells a piece of work: escaped text and code in bold, and then, untouched by all of this, where it is, what for and with whom. */
const toldLine = /^- \*\*((?:\\.|`[^`]+`|[^\\`*])+)\*\*(?= · |$)/;

/**
 * The sentences of a weekly note that another wording may take the place of, from the top down. A line a person wrote or changed is hers
 * and not among them, nor is what is folded away or reviewed.
 */
export function ownSentences(text: string): readonly OwnSentence[] {
  const part = findParts(text).parts.find(({ name }) => name === 'worked-on');
  if (!part) return [];
  const written = new Set(part.listed.map(({ hash }) => hash));
  return itemsOf(text, part).flatMap(({ text: line, span }): OwnSentence[] => {
    const told = line.includes('\n') || !written.has(lineHash(line)) ? undefined : toldLine.exec(line)?.[1];
    const words = told?.replace(/\\(.)|`[^`]+`/g, (code, sign?: string) => sign ?? code) ?? '';
    if (told === undefined || escapeSentence(words) !== told) return []; // only what is sure to be written back as it was
    const start = span.start + '- '.length;
    return [{ words, line, at: { start, end: start + bold(told).length } }];
  });
}

/**
 * The edits that put other words into a note. A line that is no longer the tool's, or says something else by now, stays as it is. What was
 * reworded counts as a person's from then on, as if she had typed it: the end marker still lists the old words.
 */
export function rewordEdits(text: string, rewordings: readonly Rewording[]): readonly TextEdit[] {
  const open = [...rewordings];
  return ownSentences(text).flatMap(({ line, at }) => {
    const index = open.findIndex(({ sentence }) => sentence.line === line);
    const [found] = index < 0 ? [] : open.splice(index, 1);
    return found ? [{ at, text: bold(escapeSentence(found.words)) }] : [];
  });
}
