import { eolOf } from '../note/noteText.ts';
import type { Span } from '../note/problem.ts';
import { applyEdits, type TextEdit } from '../note/textEdit.ts';
import type { FoundPart } from './generatedPart.ts';
import { itemsOf, type Item } from './partItems.ts';
import { fullKey, gap, joinLines, lineHash, listed, listFact, printEnd, printLine, shortName } from './part.ts';
import type { Fact, ListedFact, Part, PartLine } from './part.ts';

/**
 * The edits that bring a part up to date without touching a word of the person's: what is listed but no longer there as
 * written is hers; what is still as written follows the facts; what is not listed is added once, beside its neighbours.
 */
export function mergePart(text: string, found: FoundPart, part: Part): readonly TextEdit[] {
  const items = itemsOf(text, found);
  const recognised = recognise(part, found.listed);
  const owners = locate(found.listed, items);
  const plan = planLines(part, { recognised, owners, listed: found.listed });
  if (isEmptied(plan, text, found)) return [{ at: wholePart(text, found), text: '' }];
  const edits = [...rewrites(plan, text), ...insertions(plan, text, found)];
  const entries = entriesAfter(plan, { recognised, listed: found.listed });
  return [...edits, ...endEdit(text, found, entries)];
}

/** Which listed fact each fact of today is. */
type Recognised = ReadonlyMap<Fact, ListedFact>;

interface Planned {
  readonly line: PartLine;
  /** The facts it shows: new ones and those that are still the tool's. */
  readonly facts: readonly Fact[];
  readonly words: string;
  /** Where it stands now; undefined for a new line. */
  readonly at: Item | undefined;
}

interface Plan {
  readonly lines: readonly Planned[];
  /** Lines of the tool whose facts went elsewhere. */
  readonly removed: readonly Item[];
  /** Lines of the tool whose facts are out of sight now. */
  readonly kept: readonly Item[];
}

function recognise(part: Part, listedFacts: readonly ListedFact[]): Recognised {
  const facts = part.lines.flatMap(line => line.facts);
  const found = new Map<Fact, ListedFact>();
  const free = new Set(listedFacts);
  const claim = (matches: (fact: Fact, entry: ListedFact) => boolean) => {
    for (const fact of facts) {
      if (found.has(fact)) continue;
      const entry = [...free].filter(one => matches(fact, one)).toSorted((a, b) => b.key.length - a.key.length)[0];
      if (entry === undefined) continue;
      found.set(fact, entry);
      free.delete(entry);
    }
  };
  claim((fact, entry) => fullKey(fact.id).startsWith(entry.key) && shortName(fact.name ?? '') === entry.name);
  claim((fact, entry) => fullKey(fact.id).startsWith(entry.key));
  claim((fact, entry) => (fact.covers ?? []).some(id => fullKey(id).startsWith(entry.key)));
  claim((fact, entry) => fact.name !== undefined && shortName(fact.name) === entry.name);
  return found;
}

/** Where each listed fact's line still stands as the tool wrote it. Equal lines belong to equal entries in their order. */
function locate(entries: readonly ListedFact[], items: readonly Item[]): ReadonlyMap<ListedFact, Item> {
  const byHash = new Map<string, Item[]>();
  for (const item of items) {
    const hash = lineHash(item.text);
    byHash.set(hash, [...(byHash.get(hash) ?? []), item]);
  }
  return new Map(
    entries.flatMap(entry => {
      const equal = byHash.get(entry.hash) ?? [];
      const item = equal.length > 1 ? equal.shift() : equal[0];
      return item ? [[entry, item] as const] : [];
    }),
  );
}

interface Standing {
  readonly recognised: Recognised;
  readonly owners: ReadonlyMap<ListedFact, Item>;
  readonly listed: readonly ListedFact[];
}

function planLines(part: Part, { recognised, owners, listed: entries }: Standing): Plan {
  const itemOf = (fact: Fact): Item | undefined => {
    const entry = recognised.get(fact);
    return entry && owners.get(entry);
  };
  const gone = goneEntries(part, new Set(recognised.values()), entries);
  const known = new Set(recognised.values());
  const frozen = new Set<Item>();
  for (const [entry, item] of owners) if (!known.has(entry) && !gone.has(entry)) frozen.add(item);
  const claimed = new Set<Item>();
  const lines = part.lines.flatMap((line): Planned[] => {
    const at = line.facts
      .map(itemOf)
      .find(item => item && !frozen.has(item) && !claimed.has(item) && isGroup(item, part) === line.group?.before);
    if (at) claimed.add(at);
    const isShown = (fact: Fact) => {
      const item = itemOf(fact);
      return item ? !frozen.has(item) && !(line.once === true && item !== at) : !recognised.has(fact);
    };
    const facts = line.facts.filter(isShown);
    const twin = at === undefined ? facts.map(itemOf).find(item => item !== undefined) : undefined;
    if (twin && lineHash(twin.text) === lineHash(printLine(line, facts))) return []; // told by another fact's equal line
    return facts.length === 0 ? [] : [{ line, facts, words: line.once && at ? at.text : printLine(line, facts), at }];
  });
  const removed = [...new Set(owners.values())].filter(item => !claimed.has(item) && !frozen.has(item));
  return { lines, removed, kept: [...frozen].toSorted((a, b) => a.span.start - b.span.start) };
}

/** Listed facts that are told by another line now, or are no longer true. */
function goneEntries(part: Part, recognised: ReadonlySet<ListedFact>, entries: readonly ListedFact[]): Set<ListedFact> {
  const covered = part.lines.flatMap(line => line.facts.flatMap(fact => fact.covers ?? []));
  const ids = [...covered, ...(part.retired ?? [])].map(fullKey);
  return new Set(entries.filter(entry => !recognised.has(entry) && ids.some(id => id.startsWith(entry.key))));
}

/** How the group an item belongs to begins; undefined for a line of its own. */
function isGroup(item: Item, part: Part): string | undefined {
  return part.lines
    .map(line => line.group?.before)
    .find(before => before !== undefined && item.text.startsWith(before));
}

/** Nothing is left in the part but its heading. */
function isEmptied(plan: Plan, text: string, found: FoundPart): boolean {
  if (plan.lines.length > 0 || plan.removed.length === 0) return false;
  const body = { start: found.begin.next, end: found.end.start };
  const edits = plan.removed.map(({ whole }) => ({
    at: { start: whole.start - body.start, end: whole.end - body.start },
    text: '',
  }));
  return /^\s*(?:#{1,6} .*)?\s*$/.test(applyEdits(text.slice(body.start, body.end), edits));
}

/** A part with its markers and the empty line below it. */
function wholePart(text: string, { begin, end }: FoundPart): Span {
  const below = /^[ \t]*\r?\n/.exec(text.slice(end.next))?.[0] ?? '';
  return { start: begin.start, end: end.next + below.length };
}

function rewrites(plan: Plan, text: string): TextEdit[] {
  const changed = plan.lines.flatMap(({ at, words }) =>
    at && lineHash(at.text) !== lineHash(words) ? [{ at: at.span, text: inEolOf(text, words) }] : [],
  );
  return [...changed, ...plan.removed.map(({ whole }) => ({ at: whole, text: '' }))];
}

/** New lines go behind the line before them that is still there, else before the one after, else to the end. */
function insertions({ lines, kept, removed }: Plan, text: string, found: FoundPart): TextEdit[] {
  const edits: TextEdit[] = [];
  let above: Planned | undefined;
  for (let index = 0; index < lines.length; index++) {
    const fresh: Planned[] = [];
    for (let next = lines[index]; next && next.at === undefined; next = lines[++index]) fresh.push(next);
    const below = lines[index];
    if (fresh.length > 0)
      edits.push(insertion(joinLines(fresh.map(line => line.words)), { above, below, kept, removed, text, found }));
    above = below;
  }
  return edits;
}

interface Place {
  readonly above: Planned | undefined;
  readonly below: Planned | undefined;
  readonly kept: readonly Item[];
  readonly removed: readonly Item[];
  readonly text: string;
  readonly found: FoundPart;
}

function insertion(words: string, { above, below, kept, removed, text, found }: Place): TextEdit {
  const put = (at: number, insert: string): TextEdit => ({ at: { start: at, end: at }, text: inEolOf(text, insert) });
  const limit = below?.at?.span.start ?? found.end.start;
  const anchor = above?.at ?? kept.findLast(item => item.after < limit && !item.text.startsWith('<details'));
  if (anchor) {
    const isFollowed = words.endsWith('</details>') && /^\r?\n[^\r\n]/.test(text.slice(anchor.after, found.end.start));
    return put(anchor.after, `${gap(anchor.text, words)}${words}${isFollowed ? '\n' : ''}`);
  }
  const before = text.slice(found.begin.next, limit);
  const instead = removed.find(
    ({ whole }) => whole.start < limit && whole.end >= found.begin.next + before.trimEnd().length,
  );
  if (instead) return put(instead.whole.start, words.startsWith('<details') ? `\n${words}\n` : `${words}\n`);
  const isBelowList = /(?:^|\n)\s*[-*+] .*$/.test(before.trimEnd());
  if (isBelowList) return put(found.begin.next + before.trimEnd().length, gap('', words) + words);
  if (below?.at) return put(limit, words + gap(words, below.words));
  return put(limit, `${before.trim() === '' || /\n[ \t]*\r?\n$/.test(before) ? '' : '\n'}${words}\n`);
}

function entriesAfter(plan: Plan, { recognised, listed: before }: Omit<Standing, 'owners'>): ListedFact[] {
  const entries = new Map(before.map(entry => [entry, entry]));
  const taken = new Set(before.map(entry => entry.key));
  const added: ListedFact[] = [];
  for (const { line, facts, words } of plan.lines) {
    for (const fact of facts) {
      const entry = recognised.get(fact);
      if (entry && line.once) continue;
      if (entry) entries.set(entry, listed(entry.key, fact, words));
      else {
        const one = listFact(fact, words, taken);
        taken.add(one.key);
        added.push(one);
      }
    }
  }
  return [...entries.values(), ...added];
}

function endEdit(text: string, { name, end }: FoundPart, entries: readonly ListedFact[]): TextEdit[] {
  const at: Span = { start: end.start, end: end.end };
  const marker = printEnd(name, entries);
  return text.slice(at.start, at.end).trim() === marker ? [] : [{ at, text: marker }];
}

function inEolOf(text: string, words: string): string {
  return words.replace(/\r?\n/g, eolOf(text));
}
