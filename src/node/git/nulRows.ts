/** One row of fields. It is only there until the next one comes: most rows are looked at and dropped, so nothing is copied. */
export class NulRow {
  #bytes: Buffer = Buffer.alloc(0);
  #start = 0;
  readonly #ends: number[] = [];

  /** A field as latin1, one character a byte. */
  latin1(field: number): string {
    return this.#bytes.toString('latin1', this.#startOf(field), this.#ends[field]);
  }

  /** The bytes of a field, at most so many of them. */
  bytes(field: number, most = Infinity): Buffer {
    const start = this.#startOf(field);
    return this.#bytes.subarray(start, Math.min(this.#ends[field] ?? start, start + most));
  }

  isEmpty(field: number): boolean {
    return this.#startOf(field) === this.#ends[field];
  }

  /** Reads a row of so many fields and answers where the next one begins, or -1 where it has no end yet. */
  read(bytes: Buffer, start: number, width: number): number {
    this.#bytes = bytes;
    this.#start = start;
    let from = start;
    for (let field = 0; field < width; field++) {
      const end = bytes.indexOf(0, from);
      if (end < 0) return -1;
      this.#ends[field] = end;
      from = end + 1;
    }
    return from;
  }

  #startOf(field: number): number {
    return field === 0 ? this.#start : (this.#ends[field - 1] ?? 0) + 1;
  }
}

/** Cuts a stream of bytes into rows of fields that end with NUL. A row of many megabytes loses the most of them. */
export class NulRows {
  readonly #width: number;
  readonly #onRow: (row: NulRow) => void;
  readonly #row = new NulRow();
  #rest: Buffer = Buffer.alloc(0);
  /** The field that is open is longer than anybody wants: what comes of it is dropped. */
  #isTooLong = false;

  constructor(width: number, onRow: (row: NulRow) => void) {
    this.#width = width;
    this.#onRow = onRow;
  }

  push(chunk: Buffer): void {
    const from = this.#isTooLong ? chunk.indexOf(0) : 0;
    if (from < 0) return;
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk.subarray(from)]);
    let start = 0;
    for (;;) {
      const next = this.#row.read(bytes, start, this.#width);
      if (next < 0) break;
      this.#onRow(this.#row);
      start = next;
    }
    this.#rest = bytes.subarray(start);
    this.#isTooLong = this.#rest.length > longest;
  }
}

/** Room for every field that is kept, even where each of them is cut. */
const longest = 1 << 18;
