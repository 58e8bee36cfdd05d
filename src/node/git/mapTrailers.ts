import type { Commit } from '../../core/work/commit.ts';
import type { Ident } from '../../core/people/person.ts';
import type { Git } from './gitCall.ts';
import { identOf } from './trailers.ts';
import { mapIdents, type Mailmap } from './mailmap.ts';
import type { View } from './view.ts';

type Trailers = Commit['trailers'];

const people = /^(?:co-authored|reviewed|acked|tested)-by$/;

/** The trailers of each commit, the people in them as the mailmap names them, and herself by an address she knows. */
export async function mapTrailers(
  git: Git,
  view: View,
  mailmap: Mailmap | undefined,
  commits: readonly { readonly trailers: Trailers }[],
  asked: { readonly emails: readonly string[]; readonly signal?: AbortSignal },
): Promise<readonly Trailers[]> {
  const values = new Set(
    commits.flatMap(({ trailers }) => trailers.filter(({ key }) => people.test(key)).map(({ value }) => value)),
  );
  const written = [...values].flatMap(value => {
    const ident = identOf(value);
    return ident === undefined ? [] : [{ value, ident }];
  });
  const mapped = await mapIdents(
    git,
    view,
    mailmap,
    written.map(({ ident }) => ident),
    asked.signal,
  );
  const hers = new Set(asked.emails.map(email => email.toLowerCase()));
  const renamed = new Map(
    written.map(({ value, ident }, at) => [
      value,
      print(hers.has(ident.email.toLowerCase()) ? ident : (mapped[at] ?? ident)),
    ]),
  );
  return commits.map(({ trailers }) =>
    trailers.map(({ key, value }) => ({ key, value: people.test(key) ? (renamed.get(value) ?? value) : value })),
  );
}

function print({ name, email }: Ident): string {
  return name === '' ? `<${email}>` : `${name} <${email}>`;
}
