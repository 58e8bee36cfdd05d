import { byAge } from './change.ts';
import { type Draft, byWeight, idOf, sizesOf } from './draft.ts';
import type { WorkKind } from './piece.ts';
import { cutOnWord, uncapitalized } from './plainText.ts';
import { routineIn } from './routine.ts';
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
export function gatheredByPlace(drafts: readonly Draft[], most: number): Draft[] {
  const own = Math.ceil(most / 2);
  const small = gatheredBy(drafts.slice(own), 2, ({ place, issue, kind }) => {
    const tracked = issue?.startsWith('#') === false ? issue : undefined;
    const isPlain = kind === 'fix' || kind === 'docs' || kind === 'test';
    const about = tracked ?? place ?? (isPlain ? '' : undefined);
    return about === undefined ? undefined : `${isPlain ? kind : ''}\0${about}`;
  });
  return [...drafts.slice(0, own), ...small].sort(byWeight);
}

/** Three and more of a kind share a line. */
export function gatheredByKind(drafts: readonly Draft[]): Draft[] {
  return gatheredBy(drafts, 3, ({ kind }) => (kind === 'revert' ? undefined : kind));
}

/** Dependency bumps are one line, and so are releases. */
export function gatheredRoutine(drafts: readonly Draft[]): Draft[] {
  const lines = linesBy(drafts, draft => routineOf(draft)?.heading);
  return lines.flatMap(line => (line.length > 1 ? [routineTogether(line)] : line));
}

function gatheredBy(drafts: readonly Draft[], least: number, keyOf: (draft: Draft) => string | undefined): Draft[] {
  return linesBy(drafts, keyOf).flatMap(line => (line.length < least ? line : [together(line)]));
}

/** The pieces of one repository with the same key; without a key each is alone. */
function linesBy(drafts: readonly Draft[], keyOf: (draft: Draft) => string | undefined): Draft[][] {
  const lines = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const key = keyOf(draft);
    const repo = draft.told[0]?.commit.repo ?? '';
    listed(lines, key === undefined ? idOf(draft) : `${repo}\0${key}`).push(draft);
  }
  return [...lines.values()];
}

/**
 * Several small pieces in one line: "Fixes in checkout: rounding of totals, coupons that expired and more". Where they are of
 * several kinds, or additions to one place, the weightiest speaks for all: a list of them reads as no human's sentence.
 */
function together(drafts: readonly Draft[]): Draft {
  const kind = common(drafts, draft => draft.kind);
  const place = common(drafts, draft => draft.place);
  const inOrder = drafts.toSorted(byWeight);
  const [heaviest] = inOrder;
  if (place !== undefined && heaviest && (kind === undefined || kind === 'feature'))
    return gathered(drafts, heaviest.sentence, heaviest.brief);
  const names = inOrder.map(({ brief }) => brief);
  return gathered(drafts, listOf(headingFor(kind, place), names), names[0]);
}

/** What all of them have; undefined where one differs. */
function common<V>(drafts: readonly Draft[], valueOf: (draft: Draft) => V): V | undefined {
  const [first] = drafts;
  return first && drafts.every(draft => valueOf(draft) === valueOf(first)) ? valueOf(first) : undefined;
}

function headingFor(kind: WorkKind | undefined, place: string | undefined): string {
  const heading = kind === undefined ? 'Small things' : headings[kind];
  return place === undefined ? heading : `${heading} in ${place}`;
}

/** One line for several, as heavy as the heaviest of them and a little more. */
function gathered(drafts: readonly Draft[], sentence: string, brief = sentence): Draft {
  const heaviest = drafts.reduce((a, b) => (b.weight > a.weight ? b : a));
  return {
    told: drafts.flatMap(draft => draft.told).sort((a, b) => byAge(a.commit, b.commit)),
    sentence,
    brief,
    kind: heaviest.kind,
    place: common(drafts, ({ place }) => place),
    pull: common(drafts, ({ pull }) => pull),
    issue: common(drafts, ({ issue }) => issue),
    branch: common(drafts, ({ branch }) => branch),
    sizes: sizesOf(drafts),
    weight: heaviest.weight + Math.log2(drafts.length) / 2,
    minor: drafts.every(({ minor }) => minor),
  };
}

/** The routine all changes of a piece are. */
function routineOf({ told }: Draft): { readonly heading: string; readonly names: readonly string[] } | undefined {
  const routines = told.map(routineIn);
  const [first] = routines;
  if (first === undefined || routines.some(routine => routine?.heading !== first.heading)) return undefined;
  return { heading: first.heading, names: routines.flatMap(routine => routine?.name ?? []) };
}

function routineTogether(drafts: readonly Draft[]): Draft {
  const inOrder = drafts.toSorted(byOldest);
  const routines = inOrder.flatMap(draft => routineOf(draft) ?? []);
  const names = [...new Set(routines.flatMap(routine => routine.names))];
  const [{ heading } = { heading: '' }] = routines;
  return gathered(inOrder, listOf(names.length === 1 ? heading.slice(0, -1) : heading, names));
}

function byOldest(a: Draft, b: Draft): number {
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
