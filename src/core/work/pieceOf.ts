import { commitUrl, issueUrl, pullUrl } from '../forge/forge.ts';
import { compareText } from '../note/compareText.ts';
import type { Ident, Person } from '../people/person.ts';
import { addressIn, byAge, type Involved } from './change.ts';
import type { Commit, Forge, RepositoryInfo } from './commit.ts';
import type { Draft } from './draft.ts';
import type { CommitLink, PieceOfWork, PullLink } from './piece.ts';
import { plainText } from './plainText.ts';

/** What pieces are made with. */
export interface Surroundings {
  /** Lower-case addresses of the person. */
  readonly hers: ReadonlySet<string>;
  /** Her names as letters alone: co-author lines name her by addresses nobody told of. */
  readonly names: ReadonlySet<string>;
  /** By repository name. */
  readonly forges: ReadonlyMap<string, Forge>;
}

/** What is known around the commits of a person. */
export function surroundingsOf(
  { name, emails }: Person,
  repositories: readonly RepositoryInfo[],
  commits: readonly Commit[],
): Surroundings {
  const hers = new Set(emails.map(email => email.toLowerCase()));
  const signed = commits.flatMap(({ author }) => (hers.has(author.email.toLowerCase()) ? [author.name] : []));
  return {
    hers,
    names: new Set([name, ...signed].map(letters)),
    forges: new Map(repositories.flatMap(({ name, forge }) => (forge ? [[name, forge] as const] : []))),
  };
}

/** A chosen piece with all its links, people and files. */
export function pieceOf(draft: Draft, around: Surroundings): PieceOfWork {
  const { told, sentence, kind, place, pull, issue, branch, sizes } = draft;
  const standing = inOrder(told.flatMap(each => each.change.commits));
  const parts = inOrder(told.flatMap(each => each.change.folded));
  const every = inOrder([...standing, ...parts]);
  const commits = standing.map(({ commit }) => linkTo(commit, around));
  const [oldest] = commits;
  if (oldest === undefined) throw new RangeError('A piece has at least one commit.');
  const forge = around.forges.get(oldest.repo);
  const pulls = pull === undefined ? pullsOf(told) : [];
  const issuePage = issue !== undefined && forge ? issueUrl(forge, issue) : undefined;
  return {
    oldest,
    sentence,
    kind,
    repo: oldest.repo,
    ...(place !== undefined && { place }),
    ...(pull !== undefined && { pull: pullLink(pull, forge) }),
    ...(pulls.length > 0 && { pulls: pulls.map(number => pullLink(number, forge)) }),
    ...(issue !== undefined && { issue: { key: issue, ...(issuePage && { url: issuePage }) } }),
    ...(branch !== undefined && { branch }),
    commits,
    ...(parts.length > 0 && { folded: parts.map(({ commit }) => linkTo(commit, around)) }),
    with: othersIn(every, around),
    goals: goalsIn(every),
    files: filesIn(standing),
    sizes,
  };
}

function pullLink(number: number, forge: Forge | undefined): PullLink {
  const url = forge && pullUrl(forge, number);
  return { number, ...(url !== undefined && { url }) };
}

/** The pull requests of several changes; none where a change came in without one. */
function pullsOf(told: Draft['told']): readonly number[] {
  const pulls = told.flatMap(each => each.pull ?? []);
  return pulls.length === told.length ? [...new Set(pulls)] : [];
}

function inOrder(involved: Involved[]): Involved[] {
  return involved.length < 2 ? involved : involved.sort((a, b) => byAge(a.commit, b.commit));
}

/** A commit as a note links to it. */
export function linkTo({ repo, hash }: Commit, { forges }: Surroundings): CommitLink {
  const forge = forges.get(repo);
  return { repo, hash, ...(forge && { url: commitUrl(forge, hash) }) };
}

/** Tools sign commits too; thanks and questions go to people. */
const tool =
  /\[bot\]|^(?:noreply|copilot|cursoragent|claude)@|copilot@users\.noreply|(?:dependabot|renovate|github-actions)/i;

/** The others who had a hand in it: co-authors, and the author where that is not the person. */
function othersIn(every: readonly Involved[], { hers, names }: Surroundings): Ident[] {
  const others: Ident[] = [];
  const known = new Set([...hers, ...names]);
  const add = (name: string, email: string) => {
    if (email === '' || tool.test(email) || name.endsWith('[bot]')) return;
    const called = letters(name) === '' ? email : letters(name);
    if (!known.has(email) && !known.has(called)) others.push({ name: plainText(name), email });
    known.add(email).add(called);
  };
  for (const { commit, part } of every) {
    if (part === 'reviewer') continue;
    add(commit.author.name, commit.author.email.toLowerCase());
    for (const { key, value } of commit.trailers) {
      if (key === 'co-authored-by') add(value.replace(/<[^<>]*>\s*$/, '').trim(), addressIn(value));
    }
  }
  return others;
}

/** "Armand Philippot" and "ArmandPhilippot" are one. */
function letters(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\d]/gu, '');
}

function goalsIn(every: readonly Involved[]): string[] {
  const goals = every.flatMap(({ commit }) => commit.trailers.filter(({ key }) => key === 'goal'));
  return [...new Set(goals.map(({ value }) => plainText(value)))].filter(goal => goal !== '');
}

function filesIn(standing: readonly Involved[]): string[] {
  const files = new Set<string>();
  for (const { commit } of standing) for (const { path } of commit.files) files.add(path);
  return [...files].sort(compareText);
}
