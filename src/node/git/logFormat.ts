import type { Ident } from '../../core/people/person.ts';
import type { Commit } from '../../core/work/commit.ts';
import type { EpochSeconds } from '../../core/time/day.ts';
import { capped, copied, decode, NulFields } from './nulFields.ts';

const trailerKeys = [...['Co-authored-by', 'Reviewed-by', 'Acked-by', 'Tested-by'], ...['Learned', 'Goal', 'Thanks']];
const fields = [
  ...['%m', '%H', '%P', '%ad', '%ct', '%aN', '%aE', '%ae', '%s'],
  `%(trailers:${trailerKeys.map(key => `key=${key}`).join(',')},unfold)`,
];

/** Asks git for exactly what {@link LogParser} reads; every field ends with NUL, which no part of a commit can hold. */
export const logFormat = [
  ...['-z', '--no-show-signature', '--no-notes', '--date=raw', '--encoding=UTF-8', '--no-color', '--no-decorate'],
  ...['--no-ext-diff', '--no-textconv', '--no-renames', '--diff-merges=off', `--format=tformat:${fields.join('%x00')}`],
] as const;

/** One commit as the walk meets it. What most commits are dropped by comes first; the rest is decoded when asked for. */
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
  /** Trailer lines, undecoded; mostly empty. */
  readonly trailerLines: string;
  readonly name: string;
  readonly subject: string;
}

/** Reads what {@link logFormat} asks for, chunk by chunk. */
export class LogParser {
  readonly #fields: NulFields;

  constructor(onCommit: (commit: LoggedCommit) => void) {
    let row: string[] = [];
    this.#fields = new NulFields(field => {
      if (row.push(field) < fields.length) return;
      onCommit(commitOf(row));
      row = [];
    });
  }

  push(chunk: Buffer): void {
    this.#fields.push(chunk);
  }
}

function commitOf(row: readonly string[]): LoggedCommit {
  const [
    mark = '',
    hash = '',
    parents = '',
    date = '',
    committer = '',
    name = '',
    email = '',
    raw = '',
    subject = '',
    trailerLines = '',
  ] = row;
  const committed = Number(committer);
  const authored = Number.parseInt(date, 10);
  return {
    isEdge: mark === '-',
    hash,
    parents,
    authored: Number.isSafeInteger(authored) ? authored : committed,
    committed,
    emails: [email.toLowerCase(), raw.toLowerCase()],
    trailerLines,
    name,
    subject,
  };
}

/** The parts of a commit that are known after the walk, as text that holds on to nothing. */
export function commitText(
  logged: LoggedCommit,
): Pick<Commit, 'hash' | 'parents' | 'author' | 'authored' | 'committed' | 'subject' | 'trailers'> {
  const { authored, committed } = logged;
  return {
    hash: copied(logged.hash),
    parents: logged.parents === '' ? [] : copied(logged.parents).split(' '),
    author: { name: identPart(logged.name, '%aN'), email: identPart(logged.emails[0], '%ae') },
    authored,
    committed,
    subject: capped(decode(logged.subject), 240),
    trailers: parseTrailers(decode(logged.trailerLines)),
  };
}

/** git prints the question itself where a commit has no author that could be read. */
function identPart(field: string, question: string): string {
  return field === question || field.toLowerCase() === question ? '' : capped(decode(field), 200);
}

/**
 * @example
 * parseTrailers('Reviewed-By: Lin <lin@shop.example>\n'); //=> [{ key: 'reviewed-by', value: 'Lin <lin@shop.example>' }]
 */
export function parseTrailers(lines: string): Commit['trailers'] {
  if (lines === '') return [];
  return lines.split('\n').flatMap(line => {
    const [, key, value] = /^([A-Za-z-]+)\s*:\s*(.*\S)/.exec(line) ?? [];
    return key === undefined || value === undefined ? [] : [{ key: key.toLowerCase(), value: capped(value, 1000) }];
  });
}

/**
 * The person a trailer names.
 *
 * @example
 * identOf('Lin <lin@shop.example>'); //=> { name: 'Lin', email: 'lin@shop.example' }
 */
export function identOf(value: string): Ident | undefined {
  const [, name, email] = /^([^<>]*)<\s*([^<>\s]+)\s*>/.exec(value) ?? [];
  return name === undefined || email === undefined ? undefined : { name: name.trim(), email };
}
