import type { Commit } from '../../src/core/work/commit.ts';
import { agreementOf, type Agreement } from './agreement.ts';
import type { AuthorWeek } from './authorWeeks.ts';
import { baselines, product, type Cut } from './cuts.ts';
import { flat, type Topic } from './topics.ts';

/** A way to cut, and how well it agrees with what people did: the mean over all weeks. */
export interface Figures extends Agreement {
  readonly name: string;
}

/** How well the weeks of one history are cut. */
export interface PiecesJudged {
  readonly weeks: number;
  readonly flat: Figures;
  /** The likeliest to agree first. */
  readonly baselines: readonly Figures[];
  readonly withGraph: Figures;
  /**
   * The share of the commits whose merge on the main line is no topic to a person: a merge of a long-lived branch, or one that brought
   * what was merged elsewhere before, pull request by pull request.
   */
  readonly gathered: number;
  /** With the graph, and without these commits. */
  readonly ofTopics: Figures & { readonly weeks: number };
}

/** What a history's weeks are judged by. */
export interface Judging {
  readonly weeks: readonly AuthorWeek[];
  readonly topics: ReadonlyMap<string, Topic>;
  /** The commit with what the graph tells of it. */
  readonly placed: (commit: Commit) => Commit;
}

/** Cuts every week in every way and compares with the truth. */
export function judgePieces({ weeks, topics, placed }: Judging): PiecesJudged {
  const isGathered = (commit: Commit) => {
    const { merge, isLongLived, isPull } = topics.get(commit.hash) ?? {};
    return !isPull && (isLongLived === true || placed(commit).mergedBy?.merge !== merge?.hash);
  };
  const own = weeks.flatMap(week => without(isGathered, week, topics));
  const all = weeks.flatMap(({ commits }) => commits);
  const mean = (name: string, cut: Cut, see: (commit: Commit) => Commit, of = weeks): Figures => ({
    name,
    ...meanAgreement(of.map(({ commits }) => agreementOf(truthOf(commits, topics), cut(commits.map(see))))),
  });
  return {
    weeks: weeks.length,
    flat: mean('Out Loud, a flat list', product, flat),
    baselines: Object.entries(baselines)
      .map(([name, cut]) => mean(name, cut, flat))
      .sort((a, b) => b.ari - a.ari),
    withGraph: mean('Out Loud, with the graph', product, placed),
    gathered: all.filter(isGathered).length / Math.max(1, all.length),
    ofTopics: { ...mean('the same, topics alone', product, placed, own), weeks: own.length },
  };
}

function without(
  isGathered: (commit: Commit) => boolean,
  week: AuthorWeek,
  topics: ReadonlyMap<string, Topic>,
): AuthorWeek[] {
  const commits = week.commits.filter(commit => !isGathered(commit));
  return commits.length >= 3 && new Set(truthOf(commits, topics)).size >= 2 ? [{ ...week, commits }] : [];
}

function truthOf(commits: readonly Commit[], topics: ReadonlyMap<string, Topic>): string[] {
  return commits.map(({ hash }) => topics.get(hash)?.id ?? '');
}

function meanAgreement(each: readonly Agreement[]): Agreement {
  const mean = (of: (agreement: Agreement) => number) => each.reduce((sum, one) => sum + of(one), 0) / each.length;
  return { ari: mean(({ ari }) => ari), v: mean(({ v }) => v) };
}

/** For each commit of these weeks the name of its piece, of a flat list and with the graph. */
export function piecesOf(weeks: readonly AuthorWeek[], placed: Judging['placed']): readonly object[] {
  return weeks.flatMap(({ email, monday, commits }) => {
    const [listed, known] = [product(commits.map(flat)), product(commits.map(placed))];
    const named = (cut: readonly string[], at: number) => `${email} ${monday} ${cut[at]}`;
    return commits.map(({ hash }, at) => ({ hash, piece: named(listed, at), pieceWithGraph: named(known, at) }));
  });
}

/** The figures as people read them in a terminal. */
export function piecesTable(judged: PiecesJudged): string {
  const { weeks, gathered, ofTopics } = judged;
  if (weeks === 0)
    return 'Pieces of work: nothing to judge. No author has three commits of two topics in one week: topics are known by merges, by `(#123)` at the end of a subject and by trailers such as `PR-URL:`.';
  const row = ({ name, ari, v }: Figures) => `| ${name} | ${ari.toFixed(3)} | ${v.toFixed(3)} |`;
  const rows = [judged.flat, ...judged.baselines, judged.withGraph].map(row);
  const share = `\n${percent(gathered)} of the commits came in by merges that are no topics to a person: of long-lived branches, or of what was merged elsewhere before.`;
  const others = ofTopics.weeks === 0 ? [] : [row({ ...ofTopics, name: `${ofTopics.name}, ${ofTopics.weeks} weeks` })];
  const head = `| pieces of work, ${weeks} author-weeks | ARI | V |\n|---|--:|--:|`;
  return [head, ...rows, ...(gathered === 0 ? [] : [...others, share])].join('\n');
}

/** The same as one row of `bench/RESULTS.md`. */
export function piecesRow(history: string, judged: PiecesJudged): string {
  const {
    weeks,
    flat: own,
    baselines: [best],
    withGraph,
    gathered,
    ofTopics,
  } = judged;
  if (weeks === 0 || best === undefined) return '';
  const lead = own.ari - best.ari;
  const cells = [
    ...[weeks, `**${own.ari.toFixed(3)}**`, own.v.toFixed(3), `${best.name} ${best.ari.toFixed(3)}`],
    ...[`${lead < 0 ? '−' : '+'}${Math.abs(lead).toFixed(3)}`, withGraph.ari.toFixed(3), percent(gathered)],
    ofTopics.weeks === 0 ? '' : ofTopics.ari.toFixed(3),
  ];
  return `| ${history} | ${cells.join(' | ')} |`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
