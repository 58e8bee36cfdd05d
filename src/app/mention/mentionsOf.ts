import { isSameMeaning, meaningOf, type Meaning } from '../../core/mention/meaning.ts';
import type { Mention } from '../../core/mention/mention.ts';
import { mentionsIn } from '../../core/mention/mentionsIn.ts';
import type { KnownNote, Names, NotePlace } from '../../core/mention/names.ts';
import type { NotePath } from '../../core/note/notePath.ts';
import type { Notebook, Shelf } from '../shelf.ts';

/** A note with the places in it that name something. */
export interface MentioningNote extends NotePlace {
  readonly text: string;
  readonly mentions: readonly Mention[];
}

export interface Reading {
  readonly signal?: AbortSignal;
  /** Gives everything else its turn; called between a few notes and the next. */
  readonly pause: () => Promise<void>;
}

/** Which notes are read: all of a shelf, where nothing is said. */
export type IsCandidate = (note: KnownNote, shelf: NotePlace['shelf']) => boolean;

/** How many notes are read before everything else has its turn. */
const atOnce = 20;

/**
 * Every note that names this, with where it does. Reads the notes in small slices; private ones are hers alone. Nobody else's private
 * notes are looked at, and what is not safe to read is passed over.
 */
export async function* mentionsOf(
  notebook: Notebook,
  { names, meaning }: { readonly names: Names; readonly meaning: Meaning },
  { signal, pause, isCandidate = () => true }: Reading & { readonly isCandidate?: IsCandidate },
): AsyncGenerator<MentioningNote> {
  const words = wordsOf(meaning);
  for (const shelf of ['shared', 'private'] as const) {
    const notes = names.notes[shelf].filter(note => isCandidate(note, shelf));
    for (const [index, { path }] of notes.entries()) {
      if (index % atOnce === 0) await pause();
      signal?.throwIfAborted();
      const text = await (notebook[shelf] as Shelf<NotePath>).read(path).catch(() => ''); // its paths come from itself
      if (!mayName(text, words)) continue;
      const mentions = mentionsIn(text).filter(mention => {
        const meant = meaningOf(mention, names, { shelf, path });
        return meant !== undefined && isSameMeaning(meant, meaning);
      });
      if (mentions.length > 0) yield { shelf, path, text, mentions };
    }
  }
}

function mayName(text: string, names: readonly (readonly string[])[]): boolean {
  const lower = text.toLowerCase();
  return names.some(words => words.every(word => lower.includes(word)));
}

/** For each of its names the words that stand in a note wherever that name does, however it is written. */
function wordsOf(meaning: Meaning): readonly (readonly string[])[] {
  switch (meaning.kind) {
    case 'goal':
      return [meaning.goal.slug, meaning.goal.title, ...meaning.goal.aliases].map(plainWords);
    case 'note':
      return [plainWords(meaning.note.slug)];
    case 'objective':
      return [meaning.objective.slug, meaning.objective.title].map(plainWords);
    case 'person':
      return [meaning.person.handle, meaning.person.name].map(plainWords);
    case 'skill':
      return [meaning.skill.slug, meaning.skill.name].map(plainWords);
    case 'tag':
      return [[meaning.tag.toLowerCase()]];
    case 'commit':
      return [meaning.ref.hashes];
  }
}

/** Runs of plain letters and figures: the same in a title, a file's name and an address. None where there are none. */
function plainWords(name: string): readonly string[] {
  return name.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}
