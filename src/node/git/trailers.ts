import type { Ident } from '../../core/people/person.ts';
import type { Commit } from '../../core/work/commit.ts';
import { capped } from './nulFields.ts';

const keys = [...['Co-authored-by', 'Reviewed-by', 'Acked-by', 'Tested-by'], ...['Learned', 'Goal', 'Thanks']];

/** Asks git for exactly what {@link parseTrailers} reads. It takes git some time, so it is asked of chosen commits only. */
export const trailerFormat = `%(trailers:${keys.map(key => `key=${key}`).join(',')},unfold)`;

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

const partLine = /^[ \t]*(?:co-authored|reviewed|acked)-by[ \t]*:.*/gm;
const part = /^(?:co-authored|reviewed|acked)-by$/;

/** Whether a message may say that one of these people had a part in it. What git takes for trailers is asked only then. */
export function mayName(body: string, emails: Iterable<string>): boolean {
  if (body === '') return false;
  const text = body.toLowerCase();
  const named = [...emails].filter(email => text.includes(email));
  if (named.length === 0) return false;
  const lines = text.replace(/\r?\n[ \t]+/g, ' ').match(partLine) ?? [];
  return lines.some(line => named.some(email => line.includes(email)));
}

/** Whether one of these people had a part in it. */
export function namesOneOf(trailers: Commit['trailers'], emails: { has(email: string): boolean }): boolean {
  return trailers.some(({ key, value }) => part.test(key) && emails.has(identOf(value)?.email.toLowerCase() ?? ''));
}
