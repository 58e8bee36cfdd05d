import type { Mark } from './marks.ts';

/** Marks that stand together with nothing but spaces and commas between them: they stay or go as one. */
interface Run {
  readonly marks: readonly Mark[];
  readonly start: number;
  readonly end: number;
}

/** How far around a mark the sentence is looked at. */
const reach = 200;

const endsSentence = /[.!?…。！？:;]["')\]]*\s*$/u;
// After one of these the sentence needs its next word.
const leadsOn =
  /(?:^|[\s(])(?:a|an|the|to|of|in|on|at|by|for|with|from|about|and|or|than|via|is|are|was|use|using|ask|asked|thank|thanks)\s*$|[,&+/]\s*$/iu;

/**
 * A text without these marks. A run of marks that labels its line goes, with one of the spaces around it; a tag, a
 * person or a time that is a word of its sentence only loses its sign. Everything else stays as it was.
 */
export function withoutMarks(text: string, marks: readonly Mark[]): string {
  let result = '';
  let read = 0;
  for (const run of runsOf(text, marks)) {
    result += text.slice(read, run.start);
    read = run.end;
    if (isPartOfSentence(result.slice(-reach), text.slice(run.end, run.end + reach), run)) {
      result += wordsOf(text, run);
    } else {
      const next = joint(result, text.slice(read));
      result = next.before;
      read += next.skipped;
    }
  }
  return result + text.slice(read);
}

function runsOf(text: string, marks: readonly Mark[]): readonly Run[] {
  const runs: Run[] = [];
  for (const mark of marks) {
    const last = runs.at(-1);
    const together = last && /^,?[^\S\n]+$/.test(text.slice(last.end, mark.start));
    if (together) runs.splice(-1, 1, { marks: [...last.marks, mark], start: last.start, end: mark.end });
    else runs.push({ marks: [mark], start: mark.start, end: mark.end });
  }
  return runs;
}

/** Whether the sentence around a run would miss its words. */
function isPartOfSentence(before: string, after: string, run: Run): boolean {
  if (!run.marks.some(hasWord)) return false;
  const lineBefore = before.slice(before.lastIndexOf('\n') + 1);
  if (lineBefore.trim() === '' || endsSentence.test(lineBefore)) return false;
  return leadsOn.test(lineBefore) || /^,?[^\S\n]+[^\s]/u.test(after);
}

function hasWord({ kind }: Mark): boolean {
  return kind === 'tag' || kind === 'person' || kind === 'minutes';
}

/** A run as words: signs and the marks that are no words are gone. */
function wordsOf(text: string, run: Run): string {
  let words = '';
  let read = run.start;
  for (const mark of run.marks) {
    const between = text.slice(read, mark.start);
    if (hasWord(mark)) words += (words === '' ? '' : between) + text.slice(mark.start + mark.sign, mark.end);
    read = mark.end;
  }
  return words;
}

/** What stands before a run that goes, and how much behind it goes with it, so that one space is left of two. */
function joint(before: string, after: string): { readonly before: string; readonly skipped: number } {
  const left = before.replace(/[^\S\n]+$/u, '');
  const spaces = /^[^\S\n]*/u.exec(after)?.[0].length ?? 0;
  const rest = after.slice(spaces);
  if (rest === '') return { before: left.replace(/\r?\n$/, ''), skipped: spaces };
  if (left === '' || left.endsWith('\n')) {
    const loose = /^(?:[,;:][^\S\n]+)?\n?/u.exec(rest)?.[0].length ?? 0;
    return { before: left, skipped: spaces + loose };
  }
  if (rest.startsWith('\n')) return { before: left, skipped: after.startsWith('\r') ? 0 : spaces };
  if (spaces === 0) return { before: left, skipped: 0 }; // punctuation
  return { before: before.slice(0, left.length + 1), skipped: spaces };
}
