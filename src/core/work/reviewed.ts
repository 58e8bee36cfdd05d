import { everyCommit, head } from './change.ts';
import { type Surroundings, linkTo } from './pieceOf.ts';
import { listed } from '../listed.ts';
import type { ReviewedWork } from './piece.ts';
import { tellingOf } from './sentence.ts';
import type { Told } from './told.ts';

/** More lines than this of others' work would bury one's own. */
const most = 7;

/** Others' work that the person reviewed, by topic; where that is too much, by author and repository. Oldest first. */
export function reviewedWork(groups: readonly (readonly Told[])[], around: Surroundings): ReviewedWork[] {
  const topics = groups.flatMap(byAuthor);
  const enough = topics.length <= most ? topics : gathered(topics);
  return enough.map(told => {
    const commits = told.flatMap(({ change }) => change.commits.map(({ commit }) => linkTo(commit, around)));
    const [oldest] = commits;
    const author = told[0]?.commit.author;
    if (oldest === undefined || author === undefined) throw new RangeError('A review has at least one commit.');
    return { sentence: tellingOf(told).sentence, author, repo: oldest.repo, commits, oldest };
  });
}

function byAuthor(told: readonly Told[]): Told[][] {
  const authors = new Map<string, Told[]>();
  for (const each of told) listed(authors, head(each.change).owner).push(each);
  return [...authors.values()];
}

function gathered(topics: readonly Told[][]): Told[][] {
  const authors = new Map<string, Told[]>();
  for (const told of topics) {
    const [first] = told;
    if (first) listed(authors, `${first.commit.repo}\0${head(first.change).owner}`).push(...told);
  }
  return [...authors.values()];
}

/** Whether somebody else did it and she looked at it. */
export function isReview({ change }: Told): boolean {
  return everyCommit(change).every(({ part }) => part === 'reviewer');
}
