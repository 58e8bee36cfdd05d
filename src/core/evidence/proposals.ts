import { globTest } from '../goal/glob.ts';
import type { Goal } from '../goal/goal.ts';
import { matchGoals, namesGoal } from '../goal/matchGoals.ts';
import type { LoggedEntry } from '../log/loggedEntry.ts';
import { hrefTarget } from '../markdown/hrefTarget.ts';
import { relativeHref } from '../markdown/relativeHref.ts';
import type { LogType } from '../note/note.ts';
import type { NotePath } from '../note/notePath.ts';
import type { CommitLink, PieceOfWork } from '../work/piece.ts';
import { isNoteRef, type EvidenceLine, type EvidenceRef } from './evidence.ts';
import { evidenceItems } from './evidenceItems.ts';

/** Something that may show how far a goal has come, and is not in its note yet. */
export interface ProposedEvidence {
  /** Stable while it is the same thing; a row carries it to the command. */
  readonly key: string;
  /** What it is, in a sentence. Plain text. */
  readonly title: string;
  readonly kind: 'work' | 'entry';
  /** It names the goal, its branch does, or it lies in the goal's files. */
  readonly why: 'named' | 'branch' | 'paths';
  /** The goal's glob it lies in. */
  readonly glob?: string;
  /** What stands in the note once it is accepted. */
  readonly line: EvidenceLine;
  /** The entry's note. */
  readonly opens?: LoggedEntry['place'];
}

/** What may show something, gathered for one goal. */
export interface Gathered {
  /** Newest last. */
  readonly pieces: readonly PieceOfWork[];
  readonly entries: readonly LoggedEntry[];
  /** How many are proposed at most; a few where it is not given. */
  readonly most?: number;
}

/** More than these are no help: the first of them say it. */
const mostProposed = 8;

/** Entries that show nothing reached: asking for help and time that was lost. */
const noProof: readonly LogType[] = ['help', 'waste', 'hard-moment'];

/**
 * What may be evidence for a goal: pieces of work and entries that name it, a branch named after it, work in its files; those that name it
 * first, then the newest. What its note names already is left out, and so is a private entry unless the goal is private too.
 *
 * @param text the goal's whole note
 */
export function proposalsFor(
  goal: Goal,
  text: string,
  { pieces, entries, most = mostProposed }: Gathered,
): readonly ProposedEvidence[] {
  const known = knownIn(goal, text);
  const isNamed = namesGoal(goal);
  const fromWork = pieces.toReversed().flatMap(piece => pieceProposal(goal, piece, known) ?? []);
  const fromLog = entries
    .filter(({ type, goal: named }) => !noProof.includes(type) && named !== undefined && isNamed(named))
    .flatMap(entry => entryProposal(goal, entry, known) ?? []);
  return [...fromLog, ...fromWork].toSorted((a, b) => order.indexOf(a.why) - order.indexOf(b.why)).slice(0, most);
}

const order: readonly ProposedEvidence['why'][] = ['named', 'branch', 'paths'];

/** What a goal's note names: hashes, pages, notes. */
interface Known {
  readonly hashes: readonly string[];
  readonly pages: ReadonlySet<string>;
  readonly notes: ReadonlySet<string>;
}

function knownIn({ path, shelf }: Goal, text: string): Known {
  const refs = evidenceItems(text).flatMap(item => item.refs);
  const notes = refs.filter(isNoteRef).flatMap(({ href, isRooted }) => {
    const target = isRooted ? href : hrefTarget(path, href);
    return target === undefined ? [] : [`${isRooted ? 'shared' : shelf} ${target}`];
  });
  return {
    hashes: text.match(/(?<![0-9a-z])[0-9a-f]{7,64}(?![0-9a-z])/g) ?? [],
    pages: new Set(refs.flatMap(ref => (ref.kind === 'page' ? [ref.url] : []))),
    notes: new Set(notes),
  };
}

function pieceProposal(goal: Goal, piece: PieceOfWork, known: Known): ProposedEvidence | undefined {
  const { pull, commits, folded = [], files, sentence, oldest } = piece;
  const [match] = matchGoals(piece, [goal]);
  const isKnown =
    (pull?.url !== undefined && known.pages.has(pull.url)) ||
    [...commits, ...folded].some(({ hash }) => known.hashes.some(named => hash.startsWith(named)));
  if (!match || isKnown) return undefined;
  const glob = match.by === 'paths' ? goal.paths.find(each => files.some(globTest(each))) : undefined;
  return {
    key: `work ${oldest.repo} ${oldest.hash}`,
    title: sentence,
    kind: 'work',
    why: match.by === 'trailer' ? 'named' : match.by,
    ...(glob !== undefined && { glob }),
    line: { claim: sentence, refs: [...pullRef(piece), ...commitRefs(commits)] },
  };
}

function pullRef({ pull }: PieceOfWork): EvidenceRef[] {
  return pull?.url === undefined ? [] : [{ kind: 'page', url: pull.url, text: `#${pull.number}` }];
}

/** Its one commit, or all from the first to the last. */
function commitRefs(commits: readonly CommitLink[]): EvidenceRef[] {
  const [first, last = first] = [commits[0], commits.at(-1)];
  if (!first || !last) return [];
  const { repo, hash, url } = first;
  if (hash !== last.hash) return [{ kind: 'range', repo, from: hash.slice(0, 7), to: last.hash.slice(0, 7) }];
  return [url === undefined ? { kind: 'commit', repo, hash: hash.slice(0, 7) } : { kind: 'commit', repo, hash, url }];
}

function entryProposal(goal: Goal, entry: LoggedEntry, known: Known): ProposedEvidence | undefined {
  const { place, title } = entry;
  const isOpen = goal.shelf === 'shared';
  if (isOpen && (entry.isPrivate || place.shelf === 'private')) return undefined;
  if (known.notes.has(`${place.shelf} ${place.path}`)) return undefined;
  const line = entryLine(goal, entry);
  const key = `entry ${place.shelf} ${place.path}`;
  return line && { key, title, kind: 'entry', why: 'named', line, opens: place };
}

/** A private goal lies in another folder than what it names on the shared shelf: no link leads from one to the other. */
function entryLine({ path, shelf }: Goal, { place, title }: LoggedEntry): EvidenceLine | undefined {
  const to: NotePath = place.path;
  if (place.shelf === shelf) return { claim: '', refs: [{ kind: 'note', href: relativeHref(path, to), text: title }] };
  if (!/^people\/[^\s<>()[\]:]+\.md$/.test(to)) return undefined;
  return { claim: title, refs: [{ kind: 'note', href: to, isRooted: true }] };
}
