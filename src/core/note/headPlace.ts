import { frontMatterOf } from './frontMatter.ts';
import { layoutOf, type HeadEntry } from './headLayout.ts';
import { linesOf } from './noteText.ts';
import type { Span } from './problem.ts';
import { findH1 } from './sections.ts';

/** Where a key's value stands in a note; the key itself where nothing stands behind it on its line; undefined where it has no such key. */
export function valuePlace(text: string, key: string): Span | undefined {
  const entry = entryOf(text, key);
  if (!entry) return undefined;
  return entry.valueAt.end > entry.valueAt.start ? entry.valueAt : entry.keyAt;
}

/** Where one of the values of a list stands; that of the whole key where it can't be told. */
export function itemPlace(text: string, key: string, item: string): Span | undefined {
  const entry = entryOf(text, key);
  const start = entry && item !== '' ? text.indexOf(item, entry.colon) : -1;
  return entry && start >= 0 && start + item.length <= entry.end
    ? { start, end: start + item.length }
    : valuePlace(text, key);
}

/** Where a note says what it is called: its title line, else its first line. */
export function titlePlace(text: string): Span {
  const { start, end } = findH1(text)?.at ?? linePlace(text, 1);
  return { start, end };
}

/** A line of a note, counted from 1, without its ending. */
export function linePlace(text: string, number: number): Span {
  let counted = 0;
  for (const { start, end } of linesOf(text)) if (++counted === number) return { start, end };
  return { start: text.length, end: text.length };
}

function entryOf(text: string, key: string): HeadEntry | undefined {
  const matter = frontMatterOf(text);
  if (!matter || !('yaml' in matter)) return undefined;
  return layoutOf(text, matter.yaml)?.entries.find(entry => entry.key === key);
}
