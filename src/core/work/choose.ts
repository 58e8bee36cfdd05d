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
    const about = issue && !issue.key.startsWith('#') ? issue.key : (place ?? (kind === 'fix' ? '' : undefined));
    listed(shared, about === undefined ? draft.piece.oldest.hash : `${repo}\0${about}\0${kind === 'fix'}`).push(draft);
  }
  const lines = [...shared.values()].map(group => (group.length === 1 ? group : [together(group, around)]));
  return [...drafts.slice(0, own), ...lines.flat()].sort(byWeight);
}

/** Dependency bumps are one line, and so are releases. */
function gatheredAlso(drafts: readonly Draft[], around: Surroundings): Draft[] {
  const lines = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const heading = routineOf(draft)?.heading ?? draft.piece.oldest.hash;
    listed(lines, `${draft.piece.repo}\0${heading}`).push(draft);
  }
  return [...lines.values()].map(group => (group.length > 1 ? routineTogether(group, around) : group)).flat();
}

const bump =
  /^(?:bump|update|upgrade)s? (?:the )?(?:(?:dependency|module|package|crate|plugin) )?([@\w./-]{2,60})(?: (?:action |digest )?(?:from \S+ )?to (?:version )?\S+|$)/i;
const dependencies =
  /^(?:bump|update|upgrade)s? ((?:[\w.-]+ ){0,4}(?:dependencies|deps|lock ?file|packages)(?: group)?)\b/i;
const release = /^(?:release |version )?((?:\S+@)?v?\d+\.\d+\S*)$/i;

/** What is done over and over: which line of its own it belongs to, and its names there. */
function routineOf({ told }: Draft): { readonly heading: string; readonly names: readonly string[] } | undefined {
  const names = (form: RegExp) =>
    told.flatMap(({ subject, trifle }) => (trifle ? (form.exec(subject.text)?.[1] ?? []) : []));
  const released = names(release);
  if (released.length === told.length) return { heading: 'Releases', names: released };
  const bumped = told.flatMap(({ subject, trifle }) => {
    const name = bump.exec(subject.text)?.[1] ?? dependencies.exec(subject.text)?.[1];
    return trifle && name !== undefined ? [name] : [];
  });
  return bumped.length === told.length ? { heading: 'Dependency bumps', names: bumped } : undefined;
}

function routineTogether(drafts: readonly Draft[], around: Surroundings): Draft {
  const routines = drafts.toSorted(byAge).flatMap(draft => routineOf(draft) ?? []);
  const names = [...new Set(routines.flatMap(routine => routine.names))];
  const [{ heading } = { heading: '' }] = routines;
  return draftOf(
    toldIn(drafts),
    around,
    names.length === 1 ? listOf(heading.slice(0, -1), names) : listOf(heading, names),
  );
}

/** Several small pieces in one line: "Fixes in checkout: rounding of totals, coupons that expired and more". */
function together(drafts: readonly Draft[], around: Surroundings): Draft {
  const [strongest] = drafts;
  const place = strongest?.piece.place ?? strongest?.piece.repo ?? '';
  const fixes = strongest?.piece.place === undefined ? 'Fixes' : `Fixes in ${place}`;
  const heading = strongest?.piece.kind === 'fix' ? fixes : capitalized(place);
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
    if (next.length + (left > 1 ? ' and more'.length : 0) > longestSentence) continue;
    text = next;
    left--;
  }
  return left === 0 ? cutOnWord(text, longestSentence) : `${cutOnWord(text, longestSentence - 9)} and more`;
}
