import type { Ident } from '../people/person.ts';
import type { EpochSeconds } from '../time/day.ts';
import type { Commit } from '../work/commit.ts';
import type { Acquaintances } from './acquaintances.ts';
import { wordsIn } from './alike.ts';
import type { PastWork, PersonId } from './reviewFacts.ts';

/** A commit before the work in question, as the history has it. */
export interface EarlierCommit {
  /** When it was committed. */
  readonly at: EpochSeconds;
  readonly author: Ident;
  readonly subject: string;
  readonly trailers: Commit['trailers'];
  /** At most a hundred. */
  readonly files: readonly string[];
}

/** What a commit tells of who knows what. */
export function pastWork({ at, author, subject, trailers, files }: EarlierCommit, people: Acquaintances): PastWork {
  const by = people.idOf(author);
  const named = (keys: RegExp): readonly PersonId[] => {
    const ids = trailers.filter(({ key }) => keys.test(key)).map(({ value }) => people.idOf(namedIn(value)));
    return [...new Set(ids)].filter(id => id !== by && id !== '');
  };
  return {
    at,
    author: by,
    reviewers: named(/^(?:reviewed|acked)-by$/),
    helpers: named(/^(?:co-authored|tested)-by$/),
    files,
    words: wordsIn(subject),
  };
}

/** `Lin <lin@shop.example>`, and `Lin` where somebody left out the address. */
function namedIn(value: string): Ident {
  const [, name = value, email = ''] = /^([^<>]*)<\s*([^<>\s]+)\s*>/.exec(value) ?? [];
  return { name: name.trim().replace(/^"(.*)"$/, '$1'), email };
}
