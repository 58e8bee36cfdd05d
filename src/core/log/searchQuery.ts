import { isNumber, wordsIn } from './searchWords.ts';

/** What is looked for. */
export interface SearchQuery {
  /** Its words in their order; a number may be among them. */
  readonly words: readonly string[];
  /** The last word is perhaps not typed to its end: words that begin so are meant too. */
  readonly isTyping: boolean;
  /** Stretches of it of which a note has to name a good part: a pasted error is found by the one line that says what is wrong. */
  readonly stretches: readonly (readonly string[])[];
}

/** How much of a text is looked at: its beginning, and as much of its end, where some languages say what went wrong. */
const half = 8000;
const mostWords = 400;
/** How many words make a stretch of a long text. */
const stretch = 6;

/**
 * Reads what somebody types or pastes. Of paths only the file's name counts: the folders differ from machine to machine.
 *
 * @example
 * readQuery('at connect (/srv/shop/db.ts:88:13)').words; //=> ['at', 'connect', 'db', 'ts']
 */
export function readQuery(text: string): SearchQuery {
  const seen = text.length <= 2 * half ? text : `${text.slice(0, half)}\n${text.slice(-half)}`;
  const lines = seen.split(/[\r\n]+/).flatMap(line => {
    const words = wordsIn(withoutFolders(line));
    return words.length > 0 ? [words] : [];
  });
  const words = cut(lines.flat());
  const isShort = words.length <= 6 && lines.length === 1;
  return {
    words,
    isTyping: isShort && /[\p{L}\p{N}\p{M}]$/u.test(text),
    stretches: cut(lines.flatMap(stretchesOf), mostWords / 2),
  };
}

function cut<T>(all: readonly T[], most = mostWords): readonly T[] {
  return all.length <= most ? all : [...all.slice(0, most / 2), ...all.slice(-most / 2)];
}

/** A line, or where it is long its overlapping stretches: a field of one line joins the lines of what is pasted into it. */
function stretchesOf(words: readonly string[]): readonly (readonly string[])[] {
  const named = words.filter(word => !isNumber(word));
  const counted = named.length > 0 ? named : words;
  if (counted.length <= stretch + 4) return [[...new Set(counted)]];
  const starts = Array.from({ length: Math.ceil(counted.length / (stretch / 2)) - 1 }, (_, i) => (i * stretch) / 2);
  return starts.map(start => [...new Set(counted.slice(start, start + stretch))]);
}

function withoutFolders(line: string): string {
  return line.replace(/(?:[\w.@~-]{0,100}[/\\]){2,}/g, ' ');
}
