import type { Commit } from '../../core/work/commit.ts';
import type { EpochSeconds } from '../../core/time/day.ts';
import { capped, decode } from './nulFields.ts';
import { NulRows, type NulRow } from './nulRows.ts';

const fields = ['%m%H', '%P', '%ct', '%ad', '%aE', '%ae', '%aN', '%cE', '%s', '%b'] as const;
/** Their places. */
const at = {
  ...{ hash: 0, parents: 1, committed: 2, authored: 3, email: 4, written: 5, name: 6 },
  ...{ committer: 7, subject: 8, body: 9 },
};
/** As whom GitHub commits where somebody presses a button on its pages. */
const forgeCommitter = 'noreply@github.com';

/** Asks git for exactly what {@link LogParser} reads; every field ends with NUL, which no part of a commit can hold. */
export const logFormat = [
  ...['-z', '--no-show-signature', '--no-notes', '--date=raw', '--encoding=UTF-8', '--no-color', '--no-decorate'],
  ...['--no-ext-diff', '--no-textconv', '--no-renames', '--diff-merges=off', `--format=tformat:${fields.join('%x00')}`],
] as const;

/** One commit as the walk meets it, until it meets the next. What most commits are dropped by is there; the rest is decoded when asked for. */
export interface LoggedCommit {
  /** Older than was asked for, and met only as a parent. */
  readonly isEdge: boolean;
  readonly hash: string;
  /** Hashes with a space between. */
  readonly parents: string;
  readonly authored: EpochSeconds;
  readonly committed: EpochSeconds;
  /** Lower-case: as the mailmap has it, and as it was written. */
  readonly emails: readonly [string, string];
  /** At most 240 characters, decoded. */
  subject(): string;
  /** At most 4,000 characters of what follows the subject, decoded. */
  body(): string;
  /** All of that, undecoded. */
  rawBody(): string;
  name(): string;
  /** Whether the forge itself committed it. */
  byForge(): boolean;
}

/** Reads what {@link logFormat} asks for, chunk by chunk. */
export class LogParser {
  readonly #rows: NulRows;

  constructor(onCommit: (commit: LoggedCommit) => void) {
    this.#rows = new NulRows(fields.length, row => {
      onCommit(new LoggedRow(row));
    });
  }

  push(chunk: Buffer): void {
    this.#rows.push(chunk);
  }
}

class LoggedRow implements LoggedCommit {
  readonly isEdge: boolean;
  readonly hash: string;
  readonly parents: string;
  readonly authored: EpochSeconds;
  readonly committed: EpochSeconds;
  readonly #row: NulRow;

  constructor(row: NulRow) {
    this.#row = row;
    const marked = row.latin1(at.hash);
    this.isEdge = marked.startsWith('-');
    this.hash = marked.slice(1);
    this.parents = row.latin1(at.parents);
    this.committed = Number(row.latin1(at.committed));
    const authored = Number.parseInt(row.latin1(at.authored), 10);
    this.authored = Number.isSafeInteger(authored) ? authored : this.committed;
  }

  get emails(): readonly [string, string] {
    return [this.#row.latin1(at.email).toLowerCase(), this.#row.latin1(at.written).toLowerCase()];
  }

  subject(): string {
    return this.#text(at.subject, 240);
  }

  body(): string {
    return this.#text(at.body, 4000).trimEnd();
  }

  rawBody(): string {
    return this.#row.latin1(at.body);
  }

  name(): string {
    return this.#text(at.name, 200);
  }

  byForge(): boolean {
    return this.#row.latin1(at.committer).toLowerCase() === forgeCommitter;
  }

  /** A character has at most four bytes; one that is cut is none, so that the others are still read as UTF-8. */
  #text(field: number, most: number): string {
    const bytes = this.#row.bytes(field, most * 4);
    const last = bytes.length === most * 4 ? bytes.findLastIndex(byte => byte < 0x80 || byte >= 0xc0) : -1;
    const whole = last >= 0 && (bytes[last] ?? 0) >= 0xc0 ? bytes.subarray(0, last) : bytes;
    return capped(decode(whole), most);
  }
}

/** The parts of a commit that are known after the walk, as text that holds on to nothing. */
export function commitText(
  logged: LoggedCommit,
): Pick<Commit, 'hash' | 'parents' | 'author' | 'authored' | 'committed' | 'byForge' | 'subject' | 'body'> {
  const { hash, parents, authored, committed } = logged;
  return {
    hash,
    parents: parents === '' ? [] : parents.split(' '),
    author: { name: identPart(logged.name(), '%aN'), email: identPart(capped(decode(logged.emails[0]), 200), '%ae') },
    authored,
    committed,
    ...(logged.byForge() && { byForge: true }),
    subject: logged.subject(),
    body: logged.body(),
  };
}

/** git prints the question itself where a commit has no author that could be read. */
function identPart(field: string, question: string): string {
  return field === question ? '' : field;
}
