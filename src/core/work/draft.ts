import { commitUrl, issueUrl, pullUrl } from '../forge/forge.ts';
import type { Ident } from '../people/person.ts';
import { addressIn, byAge, compareText, type Involved } from './change.ts';
import type { Commit, Forge, RepositoryInfo } from './commit.ts';
import type { CommitLink, PieceOfWork, Sizes } from './piece.ts';
import { placeOf } from './place.ts';
import { plainText } from './plainText.ts';
import { tellingOf } from './sentence.ts';
import type { Told } from './told.ts';
import { isMinor, weightOf } from './weigh.ts';

/** A piece of work with what is needed to choose among several. */
export interface Draft {
  readonly piece: PieceOfWork;
  /** What was done, for a list: without its place, not cut. */
  readonly brief: string;
  readonly told: readonly Told[];
  readonly weight: number;
  /** It belongs under "also", however few there are. */
  readonly minor: boolean;
}

/** What pieces are made with. */
export interface Surroundings {
  /** Lower-case addresses of the person. */
  readonly hers: ReadonlySet<string>;
  /** By repository name. */
  readonly forges: ReadonlyMap<string, Forge>;
}

/** What is known around the commits of a person. */
export function surroundingsOf(emails: readonly string[], repositories: readonly RepositoryInfo[]): Surroundings {
  return {
    hers: new Set(emails.map(email => email.toLowerCase())),
    forges: new Map(repositories.flatMap(({ name, forge }) => (forge ? [[name, forge] as const] : []))),
  };
}

/** A piece of work made of changes that belong together. */
export function draftOf(told: readonly Told[], around: Surroundings, sentence?: string): Draft {
  const tookBack = told.every(each => each.change.tookBack);
  const telling = tellingOf(told);
  const strongest = telling.by ?? told.toSorted((a, b) => b.lines - a.lines)[0];
  const standing = inOrder(told.flatMap(each => each.change.commits));
  const parts = inOrder(told.flatMap(each => each.change.folded));
  const every = parts.length === 0 ? standing : inOrder([...standing, ...parts]);
  const commits = standing.map(({ commit }) => linkTo(commit, around));
  const folded = parts.map(({ commit }) => linkTo(commit, around));
  const [oldest] = commits;
  if (oldest === undefined || strongest === undefined) throw new RangeError('A piece has at least one commit.');
  const kind = tookBack ? 'revert' : (telling.kind ?? strongest.kind);
  const files = filesIn(standing);
  const words = sentence ?? (tookBack ? `Tried and took back: ${telling.sentence}` : telling.sentence);
  const piece: PieceOfWork = {
    oldest,
    sentence: words,
    kind,
    repo: oldest.repo,
    ...placing(told, strongest),
    ...numbers(told, around),
    commits,
    ...(folded.length > 0 && { folded }),
    with: othersIn(every, around),
    goals: goalsIn(every),
    files,
    sizes: sizesOf(told),
  };
  const isSaid = telling.kind !== undefined;
  return {
    piece,
    told,
    brief: telling.brief,
    weight: weightOf(piece, told, isSaid),
    minor: tookBack || isMinor(piece, told, isSaid),
  };
}

function inOrder(involved: Involved[]): Involved[] {
  return involved.length < 2 ? involved : involved.sort((a, b) => byAge(a.commit, b.commit));
}

/** A commit as a note links to it. */
export function linkTo({ repo, hash }: Commit, { forges }: Surroundings): CommitLink {
  const forge = forges.get(repo);
  return { repo, hash, ...(forge && { url: commitUrl(forge, hash) }) };
}

function placing(told: readonly Told[], strongest: Told): Pick<PieceOfWork, 'place'> {
  const scope = strongest.subject.scope ?? told.find(each => each.subject.scope !== undefined)?.subject.scope;
  const place = scope ?? placeOf(told.flatMap(({ files }) => files.map(({ path }) => path)));
  return place === undefined ? {} : { place: plainText(place) };
}

function numbers(told: readonly Told[], around: Surroundings): Pick<PieceOfWork, 'pull' | 'issue' | 'branch'> {
  const forge = around.forges.get(told[0]?.commit.repo ?? '');
  const pull = shared(told.map(each => each.pull));
  const issue = shared(told.map(each => each.issue));
  const branch = shared(told.map(each => each.branch));
  const page = pull !== undefined && forge ? pullUrl(forge, pull) : undefined;
  const issuePage = issue !== undefined && forge ? issueUrl(forge, issue) : undefined;
  return {
    ...(pull !== undefined && { pull: { number: pull, ...(page && { url: page }) } }),
    ...(issue !== undefined && { issue: { key: issue, ...(issuePage && { url: issuePage }) } }),
    ...(branch !== undefined && { branch }),
  };
}

/** The one value there is; undefined where there are several. */
function shared<T>(values: readonly (T | undefined)[]): T | undefined {
  const known = values.find(value => value !== undefined);
  return values.every(value => value === undefined || value === known) ? known : undefined;
}

/** Tools sign commits too; thanks and questions go to people. */
const tool =
  /\[bot\]|^(?:noreply|copilot|cursoragent|claude)@|copilot@users\.noreply|(?:dependabot|renovate|github-actions)/i;

/** The others who had a hand in it: co-authors, and the author where that is not the person. */
function othersIn(every: readonly Involved[], { hers }: Surroundings): Ident[] {
  const others = new Map<string, Ident>();
  const add = (name: string, email: string) => {
    const isPerson = email !== '' && !hers.has(email) && !tool.test(email) && !name.endsWith('[bot]');
    if (isPerson && !others.has(email)) others.set(email, { name: plainText(name), email });
  };
  for (const { commit, part } of every) {
    if (part === 'reviewer') continue;
    add(commit.author.name, commit.author.email.toLowerCase());
    for (const { key, value } of commit.trailers) {
      if (key === 'co-authored-by') add(value.replace(/<[^<>]*>\s*$/, '').trim(), addressIn(value));
    }
  }
  return [...others.values()];
}

function goalsIn(every: readonly Involved[]): string[] {
  const goals = every.flatMap(({ commit }) => commit.trailers.filter(({ key }) => key === 'goal'));
  return [...new Set(goals.map(({ value }) => plainText(value)))].filter(goal => goal !== '');
}

function sizesOf(told: readonly Told[]): Sizes {
  let [commits, added, deleted, generated] = [0, 0, 0, 0];
  for (const { sizes } of told) {
    commits += sizes.commits;
    added += sizes.added;
    deleted += sizes.deleted;
    generated += sizes.generated;
  }
  return { commits, added, deleted, generated };
}

function filesIn(standing: readonly Involved[]): string[] {
  const files = new Set<string>();
  for (const { commit } of standing) for (const { path } of commit.files) files.add(path);
  return [...files].sort(compareText);
}

/** The weightiest first; never a tie. */
export function byWeight(a: Draft, b: Draft): number {
  return b.weight - a.weight || compareText(a.piece.oldest.hash, b.piece.oldest.hash);
}
