import { baselines, hitsOf, product, rankIn, type Hits, type Proposer, type Reviewed } from './whomToAsk.ts';

/** Who looks at a series is known a commit later; a week before, nothing is known of it. */
export const aWeek = 7 * 86_400;

/** How soon those who really looked are named, in one history. */
export interface AskingJudged {
  /** {@link reviewersIn} the commits. */
  readonly reviewers: number;
  readonly product: Hits;
  /** The same, knowing nothing of the last week. */
  readonly early: Hits;
  /** By name; the best by the mean reciprocal rank first. */
  readonly baselines: readonly (readonly [string, Hits])[];
  /** Whom the product proposes for each commit, in small letters. */
  readonly candidates: readonly { readonly hash: string; readonly candidates: readonly string[] }[];
}

/** So many names of a commit are written down. */
const mostNames = 10;

/**
 * Proposes for each commit, in every way, and compares with the truth.
 *
 * @param early the same commits, with nothing known of the week before each
 */
export function judgeAsking(cases: readonly Reviewed[], early: readonly Reviewed[]): AskingJudged {
  const candidates: { readonly hash: string; readonly candidates: readonly string[] }[] = [];
  const noted: Proposer = reviewed => {
    const people = product(reviewed);
    const names = people.slice(0, mostNames).map(person => reviewed.nameOf(person));
    candidates.push({ hash: reviewed.hash, candidates: names });
    return people;
  };
  const judge = (of: readonly Reviewed[], propose: Proposer) =>
    hitsOf(of.map(reviewed => rankIn(propose(reviewed), reviewed.work.reviewers)));
  return {
    reviewers: reviewersIn(cases),
    product: judge(cases, noted),
    early: judge(early, product),
    baselines: Object.entries(baselines)
      .map(([name, propose]) => [name, judge(cases, propose)] as const)
      .sort(([, a], [, b]) => b.reciprocalRank - a.reciprocalRank),
    candidates,
  };
}

/**
 * Between how many people a review is as open as it is here: two to the power of the entropy of who reviewed. Of ten where two do nearly
 * all it is little more than two.
 */
export function reviewersIn(cases: readonly Reviewed[]): number {
  const times = new Map<string, number>();
  for (const { work } of cases) for (const person of work.reviewers) times.set(person, (times.get(person) ?? 0) + 1);
  const all = [...times.values()].reduce((sum, count) => sum + count, 0);
  return 2 ** [...times.values()].reduce((sum, count) => sum - (count / all) * Math.log2(count / all), 0);
}

/** What is printed of one history. */
export function askingTable({ reviewers, product: ours, early, baselines: plain }: AskingJudged): string {
  const row = (name: string, { hit1, hit3, hit5, reciprocalRank, known }: Hits) =>
    `| ${name} | ${[hit1, hit3, hit5, reciprocalRank, known].map(digits).join(' | ')} |`;
  return [
    `\n| whom to ask, ${ours.cases} commits, as if by ${reviewers.toFixed(0)} reviewers | hit@1 | hit@3 | hit@5 | MRR | known at all |\n|---|--:|--:|--:|--:|--:|`,
    row('Out Loud', ours),
    row('Out Loud, knowing nothing of the last week', early),
    ...plain.map(([name, hits]) => row(name, hits)),
  ].join('\n');
}

/** Its row in bench/RESULTS.md. */
export function askingRow(
  history: string,
  { reviewers, product: ours, early, baselines: [plain] }: AskingJudged,
): string {
  const { cases, known, hit1, hit3, hit5, reciprocalRank } = ours;
  const of = (hits: Hits) => `${digits(hits.hit5)} / ${digits(hits.reciprocalRank)}`;
  const figures = [known, hit1, hit3, hit5, reciprocalRank].map(digits).join(' | ');
  return `| ${history} | ${cases} | ${reviewers.toFixed(0)} | ${figures} | ${of(early)} | ${plain ? `${plain[0]} ${of(plain[1])}` : ''} |`;
}

function digits(figure: number): string {
  return figure.toFixed(3);
}
