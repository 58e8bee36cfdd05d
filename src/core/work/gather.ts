import { byAge } from './change.ts';
import { type Draft, type Surroundings, byWeight, draftOf } from './draft.ts';
import type { PieceOfWork, WorkKind } from './piece.ts';
import { capitalized, cutOnWord, uncapitalized } from './plainText.ts';
import { longestSentence } from './sentence.ts';
import { listed } from './sets.ts';

const headings: Record<WorkKind, string> = {
  feature: 'Small additions',
  performance: 'Speed-ups',
  fix: 'Fixes',
  refactor: 'Clean-ups',
  revert: 'Taken back',
  docs: 'Docs',
  test: 'Tests',
  build: 'Build',
  chore: 'Chores',
};

/** The weightiest few keep a line of their own; of the others, those of one place share one. */
export function gatheredByPlace(drafts: readonly Draft[], most: number, around: Surroundings): Draft[] {
  const own = Math.ceil(most / 2);
  const small = gatheredBy(drafts.slice(own), 2, around, ({ repo, place, issue, kind }) => {
    const tracked = issue && !issue.key.startsWith('#') ? issue.key : undefined;
    const isPlain = kind === 'fix' || kind === 'docs' || kind === 'test';
    const about = tracked ?? place ?? (isPlain ? '' : undefined);
    return about === undefined ? undefined : [repo, about, isPlain ? kind : ''].join('\0');
  });
  return [...drafts.slice(0, own), ...small].sort(byWeight);
}

/** Three and more of a kind share a line. */
export function gatheredByKind(drafts: readonly Draft[], around: Surroundings): Draft[] {
  return gatheredBy(drafts, 3, around, ({ repo, kind }) => (kind === 'revert' ? undefined : `${repo}\0${kind}`));
}

function gatheredBy(
  drafts: readonly Draft[],
  least: number,
  around: Surroundings,
  keyOf: (piece: PieceOfWork) => string | undefined,
): Draft[] {
  const lines = new Map<string, Draft[]>();
  for (const draft of drafts) listed(lines, keyOf(draft.piece) ?? `${draft.piece.oldest.hash}\0`).push(draft);
  return [...lines.values()].flatMap(group => (group.length < least ? group : [together(group, around)]));
}

/** Several small pieces in one line: "Fixes in checkout: rounding of totals, coupons that expired and more". */
function together(drafts: readonly Draft[], around: Surroundings): Draft {
  const inOrder = drafts.toSorted(byWeight);
  const [one] = inOrder;
  const kinds = new Set(drafts.map(({ piece }) => piece.kind));
  const places = new Set(drafts.map(({ piece }) => piece.place));
  const place = places.size === 1 ? one?.piece.place : undefined;
  const kind = kinds.size === 1 ? one?.piece.kind : undefined;
  const names = inOrder.map(({ brief }) => brief);
  return gatheredUnder(headingFor(kind, place), drafts, names, around);
}

function headingFor(kind: WorkKind | undefined, place: string | undefined): string {
  if (place === undefined) return kind === undefined ? 'Small things' : headings[kind];
  return kind === undefined || kind === 'feature' ? capitalized(place) : `${headings[kind]} in ${place}`;
}

/** One line for several, as heavy as the heaviest of them and a little more. */
function gatheredUnder(
  heading: string,
  drafts: readonly Draft[],
  names: readonly string[],
  around: Surroundings,
): Draft {
  const told = drafts.flatMap(draft => draft.told).sort((a, b) => byAge(a.commit, b.commit));
  const heaviest = drafts.reduce((most, { weight }) => Math.max(most, weight), 0);
  const gathered = draftOf(told, around, listOf(heading, names));
  return { ...gathered, piece: withCommon(gathered.piece, drafts), weight: heaviest + Math.log2(drafts.length) / 2 };
}

/** The line has the kind and the place its pieces share; where they share no place it has none. */
function withCommon({ place: _, ...piece }: PieceOfWork, drafts: readonly Draft[]): PieceOfWork {
  const kinds = new Set(drafts.map(draft => draft.piece.kind));
  const [place, ...morePlaces] = new Set(drafts.map(draft => draft.piece.place));
  const [kind = piece.kind] = kinds;
  return {
    ...piece,
    kind: kinds.size === 1 ? kind : piece.kind,
    ...(place !== undefined && morePlaces.length === 0 && { place }),
  };
}

/** Dependency bumps are one line, and so are releases. */
export function gatheredRoutine(drafts: readonly Draft[], around: Surroundings): Draft[] {
  const lines = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const heading = routineOf(draft)?.heading ?? draft.piece.oldest.hash;
    listed(lines, `${draft.piece.repo}\0${heading}`).push(draft);
  }
  return [...lines.values()].flatMap(group => (group.length > 1 ? [routineTogether(group, around)] : group));
}

const bump =
  /^(?:bump|update|upgrade)s? (?:the )?(?:(?:dependency|module|package|crate|plugin) )?([@\w./-]{2,60})(?: (?:action |digest )?(?:from \S+ )?to (?:version )?\S+|$)/i;
const dependencies =
  /^(?:bump|update|upgrade)s? ((?:[\w.-]+ ){0,4}(?:dependencies|deps|lock ?file|packages)(?: group)?)\b/i;
const release = /^(?:release |version )?((?:\S+@)?v?\d+\.\d+\S*)$/i;

/** What is done over and over: which line of its own it belongs to, and its names there. */
function routineOf({ told }: Draft): { readonly heading: string; readonly names: readonly string[] } | undefined {
  const [bumped, released]: [string[], string[]] = [[], []];
  for (const { subject, trifle } of told) {
    if (!trifle) return undefined;
    const version = release.exec(subject.text)?.[1];
    const name = bump.exec(subject.text)?.[1] ?? dependencies.exec(subject.text)?.[1];
    if (version !== undefined) released.push(version);
    else if (name !== undefined) bumped.push(name);
  }
  if (released.length === told.length) return { heading: 'Releases', names: released };
  return bumped.length === told.length ? { heading: 'Dependency bumps', names: bumped } : undefined;
}

function routineTogether(drafts: readonly Draft[], around: Surroundings): Draft {
  const inOrder = drafts.toSorted((a, b) => compareOldest(a, b));
  const routines = inOrder.flatMap(draft => routineOf(draft) ?? []);
  const names = [...new Set(routines.flatMap(routine => routine.names))];
  const [{ heading } = { heading: '' }] = routines;
  return gatheredUnder(names.length === 1 ? heading.slice(0, -1) : heading, inOrder, names, around);
}

function compareOldest(a: Draft, b: Draft): number {
  const [one, other] = [a.told[0]?.commit, b.told[0]?.commit];
  return one && other ? byAge(one, other) : 0;
}

/** No line holds more, and a year has thousands. */
const mostTried = 20;

/** "Fix rounding of totals" under the heading "Fixes". */
function asName(words: string): string {
  return uncapitalized(words.replace(/^Fix(?:e[sd])?\s+(?=\S{2})/i, ''));
}

/** As many names as fit a line; the first always. */
function listOf(heading: string, names: readonly string[]): string {
  let text = `${heading}: ${asName(names[0] ?? '')}`;
  let left = names.length - 1;
  for (const name of names.slice(1, mostTried)) {
    const next = `${text}${left === 1 ? ' and ' : ', '}${asName(name)}`;
    if (next.length + (left > 1 ? ' and more'.length : 0) > longestSentence) continue;
    text = next;
    left--;
  }
  return left === 0 ? cutOnWord(text, longestSentence) : `${cutOnWord(text, longestSentence - 9)} and more`;
}
