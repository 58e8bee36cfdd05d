import { shortened } from '../markdown/cleanText.ts';
import { listed } from '../markdown/listed.ts';
import { bold, escapeSentence, escapeText, link } from '../markdown/markdown.ts';
import type { Ident } from '../people/person.ts';
import type { CommitLink, PieceOfWork, PullLink, ReviewedWork, WorkedOn } from '../work/piece.ts';
import type { Fact, PartLine } from './part.ts';

/** A note a line of work leads to, such as a goal. */
export interface NoteLink {
  readonly title: string;
  /** From the printed note on: `../goals/async-rust.md`. */
  readonly href?: string;
}

/** How work is told. */
export interface WorkPrinting {
  /** Whether a line names its repository; where it is not given, only if there are several. */
  readonly namesRepos?: boolean;
  /** The goals a piece serves. */
  readonly goalsOf?: (piece: PieceOfWork) => readonly NoteLink[];
  /** What somebody is called here; the name git knows where it is not given. */
  readonly nameOf?: (ident: Ident) => string;
  /** `git patch-id` of a commit, where it is known: it outlives a rebase. */
  readonly patchIdOf?: (commit: CommitLink) => string | undefined;
}

const longestSentence = 160;
const mostNames = 4;
const mostPulls = 6;

/**
 * What a person worked on as the lines of a note: one for each piece, one for all reviews, and the rest folded. It says
 * what and why and links to the commits; it never says how much.
 *
 * @example
 * - **Checkout reads stay under 200 ms** · [#412](…) · shop · for [checkout under 200 ms](../goals/checkout.md)
 * - **Release notes build without the network** · [tools 0c9d8e7](…) · with Sam
 * - Reviewed: the scheduler's new queue (Sam), the audit log (Lin)
 */
export function printWork(work: WorkedOn, options: WorkPrinting = {}): readonly PartLine[] {
  const how = { ...options, namesRepos: options.namesRepos ?? repositoriesOf(work).size > 1 };
  const own = work.pieces.map((piece): PartLine => ({
    facts: [{ ...identityOf(piece, how), markdown: `- ${printPiece(piece, how)}` }],
  }));
  const reviewed = work.reviewed.map((piece): Fact => ({
    id: `reviewed ${how.patchIdOf?.(piece.oldest) ?? piece.oldest.hash}`,
    name: `reviewed ${piece.repo} ${piece.sentence}`,
    markdown: printReviewed(piece, how),
  }));
  const also = work.also.map((piece): Fact => ({ ...identityOf(piece, how), markdown: printAlso(piece, how) }));
  return [...own, { facts: reviewed, group: reviewedGroup }, { facts: also, group: alsoGroup }].filter(
    line => line.facts.length > 0,
  );
}

const reviewedGroup = { before: '- Reviewed: ', between: ', ', after: '' };
const alsoGroup = { before: '<details><summary>also</summary>\n\n- ', between: '\n- ', after: '\n</details>' };

/** One piece in a line, without the bullet. */
function printPiece(piece: PieceOfWork, how: WorkPrinting = {}): string {
  const sentence = bold(escapeSentence(shortened(piece.sentence, longestSentence)));
  return [sentence, ...whereOf(piece, how), ...goalsOf(piece, how), ...withOf(piece, how)]
    .filter(words => words !== '')
    .join(' · ');
}

function printAlso(piece: PieceOfWork, how: WorkPrinting): string {
  const sentence = escapeSentence(shortened(piece.sentence, longestSentence));
  const where = [...whereOf({ ...piece, issue: undefined }, how), ...withOf(piece, how)].join(', ');
  const goals = goalsOf(piece, how).map(goal => ` · ${goal}`);
  return `${sentence} (${where})${goals.join('')}`.trim();
}

function printReviewed({ sentence, author }: ReviewedWork, how: WorkPrinting): string {
  return `${escapeSentence(shortened(sentence, 80))} (${nameIn(how, author)})`;
}

/** The pull request and where it is, or the commits themselves. */
function whereOf(
  {
    pull,
    pulls = pull ? [pull] : [],
    issue,
    repo,
    commits,
  }: Pick<PieceOfWork, 'pull' | 'pulls' | 'repo' | 'commits'> & { issue?: PieceOfWork['issue'] | undefined },
  { namesRepos }: WorkPrinting,
): string[] {
  const ticket = issue && issue.key !== `#${pull?.number}` ? [link(issue.key, issue.url)] : [];
  const where =
    pulls.length > 0
      ? [linkPulls(pulls), ...(namesRepos ? [escapeText(repo)] : [])]
      : [linkCommits(commits, namesRepos ? `${repo} ` : '')];
  return [...where, ...ticket];
}

/** `#12, #14`: as many as can be taken in, the rest as an ellipsis. */
function linkPulls(pulls: readonly PullLink[]): string {
  const links = pulls.slice(0, mostPulls).map(({ number, url }) => link(`#${number}`, url));
  return links.join(', ') + (pulls.length > mostPulls ? '…' : '');
}

/** `shop a1b2c3d…e4f5a6b`: both ends lead to their commits. */
function linkCommits(commits: readonly CommitLink[], repo: string): string {
  const first = commits[0];
  const last = commits.at(-1);
  if (!first || !last) return '';
  const start = link(repo + first.hash.slice(0, 7), first.url);
  if (commits.length === 1) return start;
  return `${start}${commits.length === 2 ? ', ' : '…'}${link(last.hash.slice(0, 7), last.url)}`;
}

function goalsOf(piece: PieceOfWork, { goalsOf: find }: WorkPrinting): string[] {
  const goals = (find?.(piece) ?? []).map(({ title, href }) => link(shortened(title, 80), href));
  return goals.length > 0 ? [`for ${goals.join(' and ')}`] : [];
}

function withOf(piece: PieceOfWork, how: WorkPrinting): string[] {
  const names = [...new Set(piece.with.map(ident => nameIn(how, ident)))].filter(name => name !== '');
  if (names.length === 0) return [];
  const shown = names.length > mostNames ? [...names.slice(0, mostNames - 1), 'others'] : names;
  return [`with ${listed(shown)}`];
}

function nameIn({ nameOf }: WorkPrinting, ident: Ident): string {
  return escapeText(shortened(nameOf?.(ident) ?? (ident.name || ident.email.replace(/@.*/, '')), 60));
}

/** What a piece stays known by while it grows, is rebased, amended or merged. */
function identityOf(piece: PieceOfWork, { patchIdOf }: WorkPrinting): Omit<Fact, 'markdown'> {
  const idOf = (commit: CommitLink) => patchIdOf?.(commit) ?? commit.hash;
  const name =
    (piece.pull && `#${piece.pull.number}`) ?? (piece.branch === undefined ? piece.sentence : `branch ${piece.branch}`);
  return {
    id: idOf(piece.oldest),
    covers: [...piece.commits, ...(piece.folded ?? [])].map(idOf),
    name: `${piece.repo} ${name}`,
  };
}

function repositoriesOf(work: WorkedOn): Set<string> {
  return new Set([...work.pieces, ...work.also].map(piece => piece.repo));
}
