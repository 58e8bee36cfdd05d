import { listValue, textValue } from '../note/headValues.ts';
import type { KnownNote, Names } from './names.ts';
import { compareText } from '../note/compareText.ts';
import { ownerOf } from '../note/notePath.ts';

/** A tag that is in use. */
export interface UsedTag {
  readonly tag: string;
  /** Whether a note of hers has it. */
  readonly isMine: boolean;
  /** The notes that have it. */
  readonly notes: readonly KnownNote[];
  /** The one to tell of first: hers before others', the newest. */
  readonly first: KnownNote;
}

interface Use extends UsedTag {
  isMine: boolean;
  readonly notes: KnownNote[];
  first: KnownNote;
}

/** The tags in the front matter of the notes: hers first, then the ones used last. Only words a `#tag` can be made of. */
export function tagsOf(names: Names): readonly UsedTag[] {
  const uses = new Map<string, Use>();
  const isHers = hersIn(names);
  for (const note of [...names.notes.private, ...names.notes.shared]) {
    if (note.head['tags'] === undefined) continue;
    const isMine = isHers(note);
    for (const tag of new Set(listValue(note.head['tags']))) {
      const key = tag.toLowerCase();
      const use = uses.get(key);
      if (!use) uses.set(key, { tag, isMine, notes: [note], first: note });
      else {
        use.notes.push(note);
        if (compareNotes(note, use.first, isHers) < 0) use.first = note;
        use.isMine ||= isMine;
      }
    }
  }
  return [...uses.values()]
    .filter(({ tag }) => /^[\p{L}\p{N}\p{M}_/-]{1,60}$/u.test(tag) && /[\p{L}_]/u.test(tag))
    .sort((a, b) => compareNotes(a.first, b.first, isHers) || compareText(a.tag, b.tag));
}

/** The titles of the notes that have a tag, hers and the newest first. */
export function titlesWith({ notes }: UsedTag, names: Names, most = 5): readonly string[] {
  const isHers = hersIn(names);
  return notes
    .toSorted((a, b) => compareNotes(a, b, isHers))
    .slice(0, most)
    .map(({ title }) => title);
}

type IsHers = (note: KnownNote) => boolean;

/** Which notes are hers: those of her folder, and all of her private shelf. */
function hersIn({ notes, me }: Names): IsHers {
  const own = new Set(notes.private);
  return note => ownerOf(note.path) === me || own.has(note);
}

function compareNotes(a: KnownNote, b: KnownNote, isHers: IsHers): number {
  return Number(isHers(b)) - Number(isHers(a)) || compareText(dayOf(b), dayOf(a));
}

function dayOf({ head }: KnownNote): string {
  return textValue(head['date']) ?? '';
}
