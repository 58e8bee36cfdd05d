import { commitUrl, issueUrl, pullUrl } from '../forge/forge.ts';
import { compareText } from '../note/compareText.ts';
import type { Ident } from '../people/person.ts';
import { addressIn, byAge, type Involved } from './change.ts';
import type { Commit, Forge, RepositoryInfo } from './commit.ts';
import type { Draft } from './draft.ts';
import type { CommitLink, PieceOfWork } from './piece.ts';
import { plainText } from './plainText.ts';

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
  const page = pull !== undefined && forge ? pullUrl(forge, pull) : undefined;
  const issuePage = issue !== undefined && forge ? issueUrl(forge, issue) : undefined;
  return {
    oldest,
    sentence,
    kind,
    repo: oldest.repo,
    ...(place !== undefined && { place }),
    ...(pull !== undefined && { pull: { number: pull, ...(page && { url: page }) } }),
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

function filesIn(standing: readonly Involved[]): string[] {
  const files = new Set<string>();
  for (const { commit } of standing) for (const { path } of commit.files) files.add(path);
  return [...files].sort(compareText);
}
