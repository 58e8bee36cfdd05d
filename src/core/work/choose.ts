import { compareText } from './change.ts';
import { type Draft, type Surroundings, draftOf } from './draft.ts';
import { capitalized, cutOnWord, uncapitalized } from './plainText.ts';
import { listed } from './sets.ts';
import { longestSentence } from './sentence.ts';

/** What is told in full and what is folded under "also". */
export interface Choice {
  readonly pieces: readonly Draft[];
  readonly also: readonly Draft[];
}

/**
 * Chooses what a week is told with: the weightiest first, at most `most`. Where there is more, small pieces of one part of the code
 * are told in one line; small print stays under "also" unless there is nothing else.
 */
export function chosen(drafts: readonly Draft[], most: number, around: Surroundings): Choice {
  const main = drafts.filter(draft => !draft.minor).sort(byWeight);
  const minor = drafts.filter(draft => draft.minor).sort(byWeight);
  const gathered = main.length > most ? gatheredByPlace(main, most, around) : main;
  const pieces = gathered.length > 0 ? gathered.slice(0, most) : minor.filter(isTellable).slice(0, Math.min(3, most));
  const told = new Set(pieces);
  const rest = [...gathered, ...minor].filter(draft => !told.has(draft));
  return { pieces, also: gatheredAlso(rest, around).sort(byWeight) };
}

function isTellable({ told }: Draft): boolean {
  return !told.every(each => each.change.tookBack);
}

function byWeight(a: Draft, b: Draft): number {
  return b.weight - a.weight || compareText(a.piece.oldest.hash, b.piece.oldest.hash);
}

/** The weightiest few keep a line of their own; of the others, those of one place share one. */
function gatheredByPlace(drafts: readonly Draft[], most: number, around: Surroundings): Draft[] {
  const own = Math.ceil(most / 2);
  const shared = new Map<string, Draft[]>();
  for (const draft of drafts.slice(own)) {
    const { repo, place, issue, kind } = draft.piece;
    const about = issue && !issue.key.startsWith('#') ? issue.key : place;
    listed(shared, about === undefined ? draft.piece.oldest.hash : `${repo}\0${about}\0${kind === 'fix'}`).push(draft);
  }
  const lines = [...shared.values()].map(group => (group.length === 1 ? group : [together(group, around)]));
  return [...drafts.slice(0, own), ...lines.flat()].sort(byWeight);
}

/** Dependency bumps are one line, and so is the small print of one place where there is much of it. */
function gatheredAlso(drafts: readonly Draft[], around: Surroundings): Draft[] {
  const bumps = new Map<string, Draft[]>();
  const others: Draft[] = [];
  for (const draft of drafts) {
    if (bumpedBy(draft).length === 0) others.push(draft);
    else listed(bumps, draft.piece.repo).push(draft);
  }
  const bumped = [...bumps.values()].flatMap(group => (group.length > 1 ? [bumpsTogether(group, around)] : group));
  return [...others, ...bumped];
}

const bump =
  /^(?:bump|update|upgrade)s? (?:the )?(?:dependency |module |package |crate |plugin )?([@\w./-]{2,60})(?: (?:action |digest )?(?:from \S+ )?to \S+|$)/i;

/** What a piece brings up to date, where it does nothing else. */
function bumpedBy({ told }: Draft): string[] {
  const names = told.map(({ subject, trifle }) => (trifle ? bump.exec(subject.text)?.[1] : undefined));
  return names.every(name => name !== undefined) ? names : [];
}

function bumpsTogether(drafts: readonly Draft[], around: Surroundings): Draft {
  const names = [...new Set(drafts.toSorted(byAge).flatMap(bumpedBy))];
  return draftOf(toldIn(drafts), around, listOf('Dependency bumps', names));
}

/** Several small pieces in one line: "Fixes in checkout: rounding of totals, coupons that expired and more". */
function together(drafts: readonly Draft[], around: Surroundings): Draft {
  const [strongest] = drafts;
  const place = strongest?.piece.place ?? strongest?.piece.repo ?? '';
  const heading = strongest?.piece.kind === 'fix' ? `Fixes in ${place}` : capitalized(place);
  const names = drafts.map(({ piece }) =>
    uncapitalized(capitalized(piece.sentence.replace(/^Fix(?:e[sd])?\s+(?=\S{2})/i, ''))),
  );
  return draftOf(toldIn(drafts), around, listOf(heading, names));
}

function toldIn(drafts: readonly Draft[]): Draft['told'] {
  return drafts.toSorted(byAge).flatMap(({ told }) => told);
}

function byAge(a: Draft, b: Draft): number {
  const [one, other] = [a.told[0]?.commit, b.told[0]?.commit];
  return (one?.authored ?? 0) - (other?.authored ?? 0) || compareText(one?.hash ?? '', other?.hash ?? '');
}

/** As many names as fit a line; the first always. */
function listOf(heading: string, names: readonly string[]): string {
  const [first = '', ...rest] = names;
  let text = `${heading}: ${first}`;
  let left = rest.length;
  for (const name of rest) {
    const next = `${text}${left === 1 ? ' and ' : ', '}${name}`;
    if (next.length + (left > 1 ? ' and more'.length : 0) > longestSentence) break;
    text = next;
    left--;
  }
  return left === 0 ? cutOnWord(text, longestSentence) : `${cutOnWord(text, longestSentence - 9)} and more`;
}
