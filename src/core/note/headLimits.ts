import { longestHead } from './frontMatter.ts';
import type { Problem } from './problem.ts';

/** How many brackets, or list and key marks of one line, may stand inside each other. */
const deepest = 64;

/**
 * Why front matter may not be handed to a parser at all, or undefined.
 *
 * @param offset where it begins in the note.
 */
export function overLimit(yaml: string, offset: number): Problem | undefined {
  if (yaml.length > longestHead)
    return { code: 'head-too-large', at: firstLine(yaml, offset), expected: 'front matter of at most 16 KiB' };
  const nul = yaml.indexOf('\0');
  if (nul >= 0) return { code: 'binary', at: { start: offset + nul, end: offset + nul + 1 }, expected: 'text' };
  let depth = 0;
  for (let at = 0; at < yaml.length; at++) {
    const character = yaml[at];
    if (character === '[' || character === '{') depth++;
    else if ((character === ']' || character === '}') && depth > 0) depth--;
    if (depth > deepest) return tooDeep(offset + at);
  }
  if (/\s{1000}/.test(yaml))
    return { code: 'head-too-large', at: firstLine(yaml, offset), expected: 'front matter without such gaps' };
  const marks = new RegExp(`(?:[-?:][ \\t]+){${deepest + 1}}`).exec(yaml);
  return marks ? tooDeep(offset + marks.index) : undefined;
}

function tooDeep(start: number): Problem {
  return { code: 'head-too-deep', at: { start, end: start + 1 }, expected: 'at most 64 levels' };
}

function firstLine(yaml: string, start: number): Problem['at'] {
  const length = yaml.search(/\r?\n/);
  return { start, end: start + (length < 0 ? yaml.length : length) };
}
