import { byAge } from './change.ts';
import { type Draft, byWeight, idOf, sizesOf } from './draft.ts';
import { listOf, toldTogether } from './listing.ts';
import { namesIn, routineOf } from './routine.ts';
import { listed } from '../listed.ts';

/** The weightiest few keep a line of their own; of the others, those of one place share one. */
export function gatheredByPlace(drafts: readonly Draft[], most: number): Draft[] {
  const own = Math.ceil(most / 2);
  const small = gatheredBy(drafts.slice(own), 2, ({ place, issue, kind }) => {
    const tracked = issue?.startsWith('#') === false ? issue : undefined;
    if (tracked !== undefined) return `\0${tracked}`;
    const isPlain = kind === 'fix' || kind === 'docs' || kind === 'test' || kind === 'build';
    return isPlain && place !== undefined ? `${kind}\0${place}` : undefined;
  });
  return [...drafts.slice(0, own), ...small].sort(byWeight);
}

/** Three and more of a kind that were done in one place share a line. */
export function gatheredAlike(drafts: readonly Draft[]): Draft[] {
  return gatheredBy(drafts, 3, ({ kind, place }) =>
    kind === 'revert' || kind === 'feature' || place === undefined ? undefined : `${kind}\0${place}`,
  );
}

/** Three and more of a kind share a line. */
export function gatheredByKind(drafts: readonly Draft[]): Draft[] {
  return gatheredBy(drafts, 3, ({ kind }) => (kind === 'revert' ? undefined : kind));
}

/** What is told in the same words is one line: a change that was landed in parts, "update docs" five times. */
export function gatheredSame(drafts: readonly Draft[]): Draft[] {
  return linesBy(drafts, ({ sentence, kind, told }) =>
    told.some(({ change }) => change.tookBack) ? undefined : `${kind}\0${sentence}`,
  ).flatMap(line => {
    const [first] = line;
    return first === undefined || line.length < 2 ? line : [gathered(line, first.sentence, first.brief)];
  });
}

/** Dependency bumps are one line, and so are releases. */
export function gatheredRoutine(drafts: readonly Draft[]): Draft[] {
  const lines = linesBy(drafts, ({ told }) => routineOf(told)?.heading);
  return lines.flatMap(line => {
    const isOne = line.length === 1 && line[0]?.told.length === 1;
    return isOne || line.every(({ told }) => routineOf(told) === undefined) ? line : [routineTogether(line)];
  });
}

function gatheredBy(drafts: readonly Draft[], least: number, keyOf: (draft: Draft) => string | undefined): Draft[] {
  return linesBy(drafts, keyOf).flatMap(line => (line.length < least ? line : (together(line) ?? line)));
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
 * Several small pieces in one line: "Fixes in checkout: rounding of totals, coupons that expired and more"; undefined where a line can't
 * name two of them. Of several kinds that serve one issue, the weightiest speaks for all.
 */
function together(drafts: readonly Draft[]): Draft | undefined {
  const kind = common(drafts, draft => draft.kind);
  const place = common(drafts, draft => draft.place);
  const inOrder = drafts.toSorted(byWeight);
  const [heaviest] = inOrder;
  if (kind === undefined && heaviest) return gathered(drafts, heaviest.sentence, heaviest.brief);
  const briefs = inOrder.flatMap(({ brief, names = [brief] }) => names);
  const { text, named } = toldTogether(briefs, kind ?? 'chore', place);
  return named < 2 ? undefined : { ...gathered(drafts, text, briefs[0]), names: briefs };
}

/** What all of them have; undefined where one differs. */
function common<V>(drafts: readonly Draft[], valueOf: (draft: Draft) => V): V | undefined {
  const [first] = drafts;
  return first && drafts.every(draft => valueOf(draft) === valueOf(first)) ? valueOf(first) : undefined;
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

function routineTogether(drafts: readonly Draft[]): Draft {
  const inOrder = drafts.toSorted(byOldest);
  const routines = inOrder.flatMap(({ told }) => routineOf(told) ?? []);
  const names = namesIn(routines.flatMap(routine => routine.names));
  const [{ heading } = { heading: '' }] = routines;
  if (names.length > 0 && heading === 'Releases' && names.length < 2)
    return gathered(inOrder, `Release ${names[0] ?? ''}`);
  const line = names.length === 1 ? heading.slice(0, -1) : heading;
  return gathered(inOrder, names.length === 0 ? line : listOf(line, names).text);
}

function byOldest(a: Draft, b: Draft): number {
  const [one, other] = [a.told[0]?.commit, b.told[0]?.commit];
  return one && other ? byAge(one, other) : 0;
}
