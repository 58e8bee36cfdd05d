/**
 * Cuts a stream of bytes into fields that end with NUL. Fields come as latin1, one character a byte, because most are
 * looked at and dropped; {@link decode} makes text of the few that are kept. A field of many megabytes is cut.
 */
export class NulFields {
  readonly #onField: (field: string) => void;
  readonly #cap: number;
  #rest = '';

  constructor(onField: (field: string) => void, cap = 1 << 17) {
    this.#onField = onField;
    this.#cap = cap;
  }

  push(chunk: Buffer): void {
    const pieces = chunk.toString('latin1').split('\0');
    const last = pieces.length - 1;
    for (let at = 0; at < last; at++) {
      const piece = pieces[at] ?? '';
      if (at > 0 || this.#rest === '') this.#onField(piece);
      else this.#onField(this.#rest + piece);
    }
    const open = pieces[last] ?? '';
    if (last > 0) this.#rest = open;
    else if (this.#rest.length < this.#cap) this.#rest += open;
  }
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text of a field: UTF-8, and where it is none, Latin-1, as old commits without a declared encoding mostly are. */
export function decode(field: string | Buffer): string {
  const bytes = typeof field === 'string' ? Buffer.from(field, 'latin1') : field;
  try {
    return strict.decode(bytes);
  } catch {
    return bytes.toString('latin1');
  }
}

/** A copy that does not keep the chunk alive it was cut from. */
export function copied(field: string): string {
  return Buffer.from(field, 'latin1').toString('latin1');
}

/** At most so many characters, never half of one. */
export function capped(text: string, most: number): string {
  if (text.length <= most) return text;
  return text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
}
