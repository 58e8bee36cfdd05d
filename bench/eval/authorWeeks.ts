import type { Commit } from '../../src/core/work/commit.ts';
import type { Topic } from './topics.ts';

/** What one author made in one week, of which it is known how it came in. */
export interface AuthorWeek {
  readonly email: string;
  /** Monday, as days since 1970. */
  readonly monday: number;
  /** Oldest first; at least three, of at least two topics. */
  readonly commits: readonly Commit[];
}

/** Every author's weeks that have something to cut, oldest first. */
export function authorWeeks(commits: readonly Commit[], topics: ReadonlyMap<string, Topic>): AuthorWeek[] {
  const weeks = new Map<string, Commit[]>();
  for (const commit of commits) {
    if (!topics.has(commit.hash) || commit.author.name.includes('[bot]')) continue;
    const key = `${mondayOf(commit)} ${commit.author.email.toLowerCase()}`;
    weeks.set(key, [...(weeks.get(key) ?? []), commit]);
  }
  return [...weeks]
    .filter(([, each]) => each.length >= 3 && new Set(each.map(({ hash }) => topics.get(hash)?.id)).size >= 2)
    .map(([key, each]) => {
      const [monday = '', email = ''] = key.split(' ');
      return { email, monday: Number(monday), commits: each.toSorted((a, b) => a.authored - b.authored) };
    })
    .toSorted((a, b) => a.monday - b.monday);
}

/** 1970-01-01 was a Thursday; days are UTC's. */
function mondayOf({ authored }: Commit): number {
  const day = Math.floor(authored / 86_400);
  return day - ((day + 3) % 7);
}
