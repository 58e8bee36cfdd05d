import type { Span } from '../note/problem.ts';
import { applyEdits, type TextEdit } from '../note/textEdit.ts';
import { findParts, type FoundPart } from '../week/generatedPart.ts';
import { fullKey, lineHash, type ListedFact } from '../week/part.ts';
import { itemsOf } from '../week/partItems.ts';

/** A note that has another path now. */
export interface Moved {
  readonly from: string;
  readonly to: string;
}

/**
 * These edits, and what keeps a generated line the tool's where one of them changes it: its end marker gets the new hash. A line a
 * person had changed stays hers. What is listed by the path of a note that moved is listed by the new one.
 */
export function keepGenerated(text: string, edits: readonly TextEdit[], moved?: Moved): readonly TextEdit[] {
  const marks = findParts(text).parts.flatMap(part => {
    const hashes = newHashes(text, part, edits);
    const listed = part.listed.map(fact => ({ fact, now: renewed(fact, hashes, moved) }));
    return markEdits(text, part, listed);
  });
  return [...edits, ...marks];
}

/** The hashes of the lines an edit changes, before and after. */
function newHashes(text: string, part: FoundPart, edits: readonly TextEdit[]): ReadonlyMap<string, string> {
  const hashes = new Map<string, string>();
  for (const { span, text: before } of itemsOf(text, part)) {
    const inside = edits.filter(({ at }) => span.start <= at.start && at.end <= span.end);
    if (inside.length === 0) continue;
    const after = applyEdits(
      text.slice(span.start, span.end),
      inside.map(edit => shifted(edit, span)),
    );
    hashes.set(lineHash(before), lineHash(after.replaceAll('\r\n', '\n')));
  }
  return hashes;
}

function shifted({ at, text }: TextEdit, { start }: Span): TextEdit {
  return { at: { start: at.start - start, end: at.end - start }, text };
}

function renewed(fact: ListedFact, hashes: ReadonlyMap<string, string>, moved: Moved | undefined): ListedFact {
  const isMoved = moved !== undefined && fullKey(moved.from).startsWith(fact.key);
  const key = isMoved ? fullKey(moved.to).slice(0, fact.key.length) : fact.key;
  return { ...fact, key, hash: hashes.get(fact.hash) ?? fact.hash };
}

/** The words of the end marker that change, in the order they are listed. */
function markEdits(
  text: string,
  { end }: FoundPart,
  listed: readonly { readonly fact: ListedFact; readonly now: ListedFact }[],
): readonly TextEdit[] {
  let from = end.start;
  return listed.flatMap(({ fact, now }) => {
    const start = text.indexOf(printed(fact), from);
    if (start < 0 || start > end.end) return [];
    from = start + printed(fact).length;
    return printed(now) === printed(fact) ? [] : [{ at: { start, end: from }, text: printed(now) }];
  });
}

function printed({ key, name, hash }: ListedFact): string {
  return `${key}${name === undefined ? '' : `.${name}`}:${hash}`;
}
