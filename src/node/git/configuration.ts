import type { Ident } from '../../core/people/person.ts';
import { GitFailed, type Git } from './gitCall.ts';
import { carefully } from './repository.ts';

/** What is read of a repository's configuration and the user's. Listing it runs nothing. */
export interface Configuration {
  /** The most local first. */
  readonly identities: readonly Ident[];
  /** Addresses of the remotes, origin first, short forms written out. */
  readonly remotes: readonly string[];
}

const wanted = String.raw`^(user\.(name|email)|remote\..*\.url|url\..*\.insteadof)$`;

/** Reads it for the repository around a folder, or for the user alone where there is none. */
export async function readConfiguration(git: Git, folder: string, signal?: AbortSignal): Promise<Configuration> {
  const args = [...carefully, 'config', '-z', '--show-scope', '--includes', '--get-regexp', wanted];
  const answer = await git
    .text({ cwd: folder, args, signal, cap: 4 << 20, timeout: 20_000 })
    .catch((error: unknown) => {
      if (error instanceof GitFailed) return ''; // nothing of it is set, or it can't be read
      throw error;
    });
  const settings = parseSettings(answer);
  return { identities: identitiesOf(settings), remotes: remotesOf(settings) };
}

interface Setting {
  readonly scope: string;
  readonly key: string;
  readonly value: string;
}

function parseSettings(answer: string): readonly Setting[] {
  const fields = answer.split('\0');
  const settings: Setting[] = [];
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const [key = '', ...value] = (fields[at + 1] ?? '').split('\n');
    settings.push({ scope: fields[at] ?? '', key, value: value.join('\n') });
  }
  return settings;
}

function identitiesOf(settings: readonly Setting[]): readonly Ident[] {
  const names = settings.filter(({ key }) => key === 'user.name');
  const emails = settings.filter(({ key, value }) => key === 'user.email' && value !== '');
  const lastName = names.at(-1)?.value ?? '';
  const idents = emails.map(({ scope, value }) => ({
    name: names.findLast(name => name.scope === scope)?.value ?? lastName,
    email: value,
  }));
  if (idents.length === 0 && lastName !== '') return [{ name: lastName, email: '' }];
  return idents.reverse(); // git lists the most general first
}

function remotesOf(settings: readonly Setting[]): readonly string[] {
  const shortForms = settings.flatMap(({ key, value }) => {
    const base = /^url\.(.*)\.insteadof$/s.exec(key)?.[1];
    return base === undefined ? [] : [{ base, short: value }];
  });
  const remotes = settings.flatMap(({ key, value }) => {
    const name = /^remote\.(.*)\.url$/s.exec(key)?.[1];
    return name === undefined ? [] : [{ name, url: writtenOut(value, shortForms) }];
  });
  const rank = (name: string) => ['origin', 'upstream'].indexOf(name) + 1 || 3;
  return remotes.sort((a, b) => rank(a.name) - rank(b.name)).map(({ url }) => url);
}

function writtenOut(url: string, shortForms: readonly { readonly base: string; readonly short: string }[]): string {
  const longest = shortForms
    .filter(({ short }) => short !== '' && url.startsWith(short))
    .sort((a, b) => b.short.length - a.short.length)[0];
  return longest === undefined ? url : longest.base + url.slice(longest.short.length);
}
