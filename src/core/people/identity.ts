import type { Handle } from '../note/notePath.ts';
import { fileNameOf } from '../note/noteName.ts';
import type { Ident, Member, Person } from './person.ts';

/** What is known of the person in front of the editor. */
export interface Signs {
  /** `outloud.me`: a handle, a name or an e-mail; empty where it is not set. */
  readonly setting?: string | undefined;
  readonly team: readonly Member[];
  /** `user.name` and `user.email` as git has them, after the mailmap, the most local first. */
  readonly idents: readonly Ident[];
}

/**
 * Who the person is: whom `outloud.me` names, else the team member with her `user.email`, else a slug of her
 * `user.name`. Undefined where nothing says so: then she is asked.
 *
 * @example
 * whoIs({ team: [], idents: [{ name: 'Ada Lovelace', email: 'ada@forge.example' }] });
 * //=> { handle: 'ada-lovelace', name: 'Ada Lovelace', emails: ['ada@forge.example'] }
 */
export function whoIs({ setting = '', team, idents }: Signs): Person | undefined {
  const said = setting.trim();
  const member = said === '' ? memberWithEmail(team, idents) : memberCalled(team, said);
  const ident = identFor(idents, member, said);
  const handle = member?.handle ?? handleOf(said) ?? (ident && handleOfIdent(ident));
  if (handle === undefined) return undefined;
  const name = member?.name ?? filled(ident?.name) ?? nameOf(said) ?? shownAs(handle);
  return { handle, name, emails: emailsOf(member, idents, team, said) };
}

/**
 * The person a handle, a name or an e-mail means: a team member, else somebody of that name only.
 *
 * @param known idents of the history, which give her more addresses
 */
export function personCalled(called: string, team: readonly Member[], known: readonly Ident[] = []): Person {
  const said = called.trim();
  const member = memberCalled(team, said);
  const lower = said.toLowerCase();
  const own = known.filter(({ name, email }) => name.toLowerCase() === lower || email.toLowerCase() === lower);
  const handle = handleCalled(called, team);
  const name = member?.name ?? filled(own.find(ident => filled(ident.name))?.name) ?? nameOf(said) ?? shownAs(handle);
  return { handle, name, emails: emailsOf(member, own, team, said) };
}

/** The handle of {@link personCalled} alone: for names that stand in thousands of notes. */
export function handleCalled(called: string, team: readonly Member[]): Handle {
  const said = called.trim();
  return memberCalled(team, said)?.handle ?? handleOf(said) ?? 'somebody';
}

/** The member with one of these addresses, the first address first. */
export function memberWithEmail(team: readonly Member[], idents: readonly Ident[]): Member | undefined {
  for (const { email } of idents) {
    const member = team.find(({ emails }) => emails.includes(email.trim().toLowerCase()));
    if (member) return member;
  }
  return undefined;
}

function memberCalled(team: readonly Member[], said: string): Member | undefined {
  const lower = said.replace(/^@/, '').toLowerCase();
  return (
    team.find(({ handle }) => handle.toLowerCase() === lower) ??
    team.find(({ emails }) => emails.includes(lower)) ??
    team.find(({ name }) => name?.toLowerCase() === lower)
  );
}

/** The ident that says her name: the member's, the one that fits what the setting says, else the first with a name. */
function identFor(idents: readonly Ident[], member: Member | undefined, said: string): Ident | undefined {
  if (member) return idents.find(({ email }) => member.emails.includes(email.toLowerCase()));
  if (said === '') return idents.find(ident => handleOfIdent(ident) !== undefined);
  const handle = handleOf(said);
  const fits = ({ name, email }: Ident) =>
    handle !== undefined && (`-${fileNameOf(name)}-`.includes(`-${handle}-`) || handleOf(localPart(email)) === handle);
  return idents.find(fits);
}

/** Hers are the member's and those git is set up with, but none that is another member's. */
function emailsOf(member: Member | undefined, idents: readonly Ident[], team: readonly Member[], said: string) {
  const others = team.filter(other => other !== member).flatMap(({ emails }) => emails);
  const all = [...(member?.emails ?? []), ...(isEmail(said) ? [said] : []), ...idents.map(({ email }) => email)];
  const plain = all.map(email => email.trim().toLowerCase()).filter(email => email !== '' && !others.includes(email));
  return [...new Set(plain)];
}

/** A handle of what somebody typed, or undefined where it holds no letter. */
function handleOf(said: string): Handle | undefined {
  const name = isEmail(said) ? localPart(said) : said.replace(/^@/, '');
  return /[\p{L}\p{N}]/u.test(name) ? fileNameOf(name) : undefined;
}

function handleOfIdent({ name, email }: Ident): Handle | undefined {
  return handleOf(name) ?? handleOf(localPart(email));
}

/** A name somebody typed; a handle or an e-mail is none. */
function nameOf(said: string): string | undefined {
  return isEmail(said) || /^@?[a-z0-9_-]*$/.test(said) ? undefined : said.replace(/^@/, '');
}

/** A handle where no name is known: `ada-lovelace` is shown as `Ada Lovelace`. */
function shownAs(handle: Handle): string {
  return handle.replace(/(^|-)(\p{L})/gu, (_, dash: string, letter: string) => (dash && ' ') + letter.toUpperCase());
}

function filled(text: string | undefined): string | undefined {
  const plain = text?.trim();
  return plain === '' ? undefined : plain;
}

function isEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(text);
}

/** `ada` of `ada+git@forge.example` and of GitHub's `1234+ada@users.noreply.github.com`. */
function localPart(email: string): string {
  const local = email.split('@')[0] ?? '';
  return /^\d+\+/.test(local) ? local.replace(/^\d+\+/, '') : local.replace(/\+.*$/, '');
}
