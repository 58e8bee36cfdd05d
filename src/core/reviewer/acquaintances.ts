import { fileNameOf } from '../note/noteName.ts';
import { memberWithEmail } from '../people/identity.ts';
import { sameHandle } from '../people/leads.ts';
import type { Ident, Member, Person } from '../people/person.ts';
import type { PersonId } from './reviewFacts.ts';

/** Who the people of a history are: team members by their addresses, others by the slug of their name. */
export class Acquaintances {
  readonly #me: Person;
  readonly #team: readonly Member[];
  readonly #known = new Map<string, PersonId>();
  readonly #names = new Map<PersonId, string>();
  /** Whose addresses they are: somebody goes by many names. */
  readonly #addresses = new Map<string, PersonId>();
  /** Names at a forge, as its private addresses give them away. */
  readonly #logins = new Map<string, PersonId>();

  constructor({ me, team }: { readonly me: Person; readonly team: readonly Member[] }) {
    this.#me = me;
    this.#team = team;
    for (const { handle, name } of team) this.#names.set(handle, name ?? handle);
    this.#names.set(me.handle, me.name);
  }

  /** The person somebody in the history is. Empty for a program, and for nobody. */
  idOf(ident: Ident): PersonId {
    const key = `${ident.name}\0${ident.email}`.toLowerCase();
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const id = this.#find(ident);
    this.#known.set(key, id);
    const login = loginIn(ident.email);
    if (id !== '' && login !== undefined && !this.#logins.has(login)) this.#logins.set(login, id);
    return id;
  }

  /** The person an owner means, as files of code owners write them; undefined for a group, or somebody nobody met. */
  ownerOf(owner: string): PersonId | undefined {
    const lower = owner.toLowerCase();
    if (!lower.startsWith('@')) return this.idOf({ name: '', email: lower }) || undefined;
    const login = lower.slice(1);
    if (/[@/]/.test(login)) return undefined;
    return this.#team.find(({ handle }) => sameHandle(handle, login))?.handle ?? this.#logins.get(login);
  }

  /** How somebody is called. */
  nameOf(id: PersonId): string {
    return this.#names.get(id) ?? id;
  }

  #find(ident: Ident): PersonId {
    const email = ident.email.trim().toLowerCase();
    if (isProgram(ident)) return '';
    if (this.#me.emails.includes(email)) return this.#me.handle;
    const member =
      memberWithEmail(this.#team, [ident]) ??
      this.#team.find(({ name, handle }) => [name, handle].some(each => isCalled(each, ident.name)));
    if (member) return member.handle;
    const before = this.#addresses.get(email);
    if (before !== undefined) return before;
    const called = ident.name.trim() === '' ? (loginIn(email) ?? email.replace(/@.*/, '')) : ident.name.trim();
    if (!/[\p{L}\p{N}]/u.test(called)) return '';
    const id = fileNameOf(called);
    if (sameHandle(id, this.#me.handle)) return this.#me.handle;
    if (!this.#names.has(id)) this.#names.set(id, called);
    if (email.includes('@')) this.#addresses.set(email, id);
    return id;
  }
}

function isCalled(name: string | undefined, said: string): boolean {
  return name !== undefined && said.trim() !== '' && name.toLowerCase() === said.trim().toLowerCase();
}

/** `octocat` of GitHub's `1234+octocat@users.noreply.github.com`, and of the like at GitLab. */
function loginIn(email: string): string | undefined {
  return /^(?:\d+[+-])?([^@+]+)@users\.noreply\./i.exec(email)?.[1]?.toLowerCase();
}

/** Whether a program did it: it can't be asked. */
function isProgram({ name, email }: Ident): boolean {
  const programs =
    /\[bot\]|\b(?:dependabot|renovate|greenkeeper|snyk-bot|github-actions|gitlab-bot|semantic-release-bot)\b/i;
  const isNobody = /^(?:noreply@github\.com|no-?reply@[^@]*gitlab[^@]*)$/i.test(email.trim());
  return programs.test(name) || programs.test(email) || isNobody || /(?:^|[\s_-])bot$/i.test(name.trim());
}
