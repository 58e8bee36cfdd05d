import { listValue, textValue } from '../note/headValues.ts';
import type { Day } from '../time/day.ts';
import { ownerOf, type KnownNote, type Names } from './names.ts';

/** A tag that is in use. */
export interface UsedTag {
  readonly tag: string;
  /** Whether a note of hers has it. */
  readonly isMine: boolean;
  /** The titles of the notes that have it, hers and the newest first; at most five. */
  readonly titles: readonly string[];
}

/** The tags in the front matter of the notes: hers first, then the ones used last. Only words a `#tag` can be made of. */
export function tagsOf({ notes, me }: Names): readonly UsedTag[] {
  const uses = new Map<string, { tag: string; isMine: boolean; last: Day | ''; notes: KnownNote[] }>();
  const isHers = new Set<KnownNote>([...notes.private, ...notes.shared.filter(({ path }) => ownerOf(path) === me)]);
  for (const note of [...notes.private, ...notes.shared])
    for (const tag of new Set(listValue(note.head['tags']))) {
      if (!/^[\p{L}\p{N}\p{M}_/-]{1,60}$/u.test(tag) || !/[\p{L}_]/u.test(tag)) continue;
      const key = tag.toLowerCase();
      const use = uses.get(key) ?? { tag, isMine: false, last: '', notes: [] };
      uses.set(key, {
        ...use,
        isMine: use.isMine || isHers.has(note),
        last: dayOf(note) > use.last ? dayOf(note) : use.last,
      });
      uses.get(key)?.notes.push(note);
    }
  const order = (note: KnownNote) => `${isHers.has(note) ? '1' : '0'}${dayOf(note)}`;
  return [...uses.values()]
    .sort((a, b) => Number(b.isMine) - Number(a.isMine) || compare(b.last, a.last) || compare(a.tag, b.tag))
    .map(({ tag, isMine, notes: having }) => ({
      tag,
      isMine,
      titles: having
        .toSorted((a, b) => compare(order(b), order(a)))
        .slice(0, 5)
        .map(({ title }) => title),
    }));
}

function dayOf({ head }: KnownNote): Day | '' {
  return textValue(head['date']) ?? '';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
