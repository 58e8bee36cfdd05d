import type { Ident } from '../../core/people/person.ts';
import type { Git } from './gitCall.ts';
import { identOf } from './trailers.ts';
import { isHash } from './tips.ts';
import type { View } from './view.ts';

/** The `.mailmap` that was committed; the one in the work tree is nobody's word yet. */
export interface Mailmap {
  /** How git is told of it: `<head>:.mailmap`. */
  readonly blob: string;
  /** Stands for its contents. */
  readonly id: string;
  /** Every address that stands in it, lower-case. */
  readonly emails: ReadonlySet<string>;
}

/** Where the mailmap of a commit would be. */
export function mailmapAt(head: string | undefined): string | undefined {
  return head === undefined || !isHash(head) ? undefined : `${head}:.mailmap`;
}

/** The mailmap of a commit; undefined where it has none. */
export async function readMailmap(
  git: Git,
  view: View,
  head: string | undefined,
  signal?: AbortSignal,
): Promise<Mailmap | undefined> {
  const blob = mailmapAt(head);
  if (blob === undefined) return undefined;
  const answer = await git
    .text(view.call(['cat-file', '--batch'], { input: `${blob}\n`, signal, cap: 8 << 20 }))
    .catch(() => '');
  const [, id, text] = /^([0-9a-f]+) blob \d+\n([^]*)$/.exec(answer) ?? [];
  if (id === undefined || text === undefined) return undefined;
  const emails = new Set(Array.from(text.matchAll(/<([^<>\s]+)>/g), ([, email = '']) => email.toLowerCase()));
  return { blob, id, emails };
}

/** The people as the mailmap names them, in the order given. */
export async function mapIdents(
  git: Git,
  view: View,
  mailmap: Mailmap | undefined,
  idents: readonly Ident[],
  signal?: AbortSignal,
): Promise<readonly Ident[]> {
  if (mailmap === undefined || !idents.some(({ email }) => mailmap.emails.has(email.toLowerCase()))) return idents;
  const input = idents.map(({ name, email }) => `${plain(name)} <${plain(email)}>\n`).join('');
  const answer = await git.text(view.call(['check-mailmap', '--stdin'], { mailmap: mailmap.blob, input, signal }));
  const mapped = answer.split('\n');
  return idents.map((ident, at) => {
    const found = identOf(mapped[at] ?? '');
    return found === undefined ? ident : { name: found.name === '' ? ident.name : found.name, email: found.email };
  });
}

/**
 * Every address that is one of these people's, with the one it was asked for by: whatever a commit or a trailer says,
 * whoever asked finds the address she knows.
 */
export async function aliasesOf(
  git: Git,
  view: View,
  mailmap: Mailmap | undefined,
  emails: readonly string[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const asked = emails.map(email => email.toLowerCase()).filter(email => email !== '');
  const aliases = new Map(asked.map(email => [email, email]));
  if (mailmap === undefined) return aliases;
  const known = [...new Set([...asked, ...mailmap.emails])];
  const idents = known.map(email => ({ name: '', email }));
  const mapped = (await mapIdents(git, view, mailmap, idents, signal)).map(({ email }) => email.toLowerCase());
  const proper = new Map(asked.map((email, at) => [mapped[at] ?? email, email]));
  for (const [at, email] of known.entries()) {
    const owner = proper.get(mapped[at] ?? email);
    if (owner !== undefined && !aliases.has(email)) aliases.set(email, owner);
  }
  return aliases;
}

function plain(text: string): string {
  return text.replace(/[<>\p{Cc}]/gu, '');
}
