import { findParts, type FoundPart } from '../week/generatedPart.ts';
import { lineHash, printEnd, type ListedFact } from '../week/part.ts';

/** Something of a part that stands or goes as a whole: a line with what is indented below it, or a folded block. */
interface Block {
  /** The fact's key where the tool wrote it, its words where it is the person's. */
  readonly id: string;
  readonly text: string;
}

/** A generated part of one side: its blocks, and what it lists. */
interface PartSide {
  readonly blocks: readonly Block[];
  readonly listed: readonly ListedFact[];
}

/**
 * Merges a generated part that two clones wrote: facts of either side are there once, what the person deleted or made hers on
 * one side is so in the merge, and the list at its end knows all of it. There is always an answer.
 */
export function mergePartTexts(base: string, ours: string, theirs: string): string {
  const sides = [base, ours, theirs].map(sideOf);
  const [old, mine, other] = sides;
  if (!mine || !other) return ours;
  const blocks = mergeBlocks(old?.blocks ?? [], mine.blocks, other.blocks);
  const [part] = findParts(ours).parts;
  if (!part) return ours;
  const name = part.name;
  const listed = mergeLists(old?.listed ?? [], mine.listed, other.listed);
  const hashes = new Set(blocks.map(({ text }) => lineHash(text)));
  const end = listed.map(versions => versions.find(({ hash }) => hashes.has(hash)) ?? versions[0]);
  return `${[part.begin.text, ...blocks.map(({ text }) => text)].join('\n')}\n${printEnd(
    name,
    end.filter(entry => entry !== undefined),
  )}`;
}

function sideOf(text: string): PartSide | undefined {
  const [part] = findParts(text).parts;
  return part && { blocks: blocksOf(text, part), listed: part.listed };
}

function blocksOf(text: string, { begin, end, listed }: FoundPart): readonly Block[] {
  const lines = text.slice(begin.next, end.start).split('\n').slice(0, -1);
  const blocks: string[] = [];
  let isFolded = false;
  for (const line of lines) {
    const last = blocks.at(-1);
    if (last !== undefined && (isFolded || line.trim() === '' || /^[ \t]/.test(line)))
      blocks.splice(-1, 1, `${last}\n${line}`);
    else blocks.push(line);
    if (line.startsWith('<details')) isFolded = true;
    if (line.trim() === '</details>') isFolded = false;
  }
  const seen = new Map<string, number>();
  return blocks.map(block => {
    const key = listed.find(({ hash }) => hash === lineHash(block.trimEnd()))?.key;
    const id = key === undefined ? `words ${block.trim()}` : `fact ${key}`;
    const count = seen.get(id) ?? 0;
    seen.set(id, count + 1);
    return { id: count === 0 ? id : `${id} ${count}`, text: block };
  });
}

function mergeBlocks(base: readonly Block[], ours: readonly Block[], theirs: readonly Block[]): readonly Block[] {
  const [inBase, inOurs, inTheirs] = [base, ours, theirs].map(side => new Map(side.map(block => [block.id, block])));
  const merged = ours.flatMap((block): Block[] => {
    const before = inBase?.get(block.id);
    const other = inTheirs?.get(block.id);
    if (other === undefined) return before === undefined ? [block] : [];
    return [block.text === before?.text ? other : block];
  });
  theirs.forEach((block, at) => {
    if (inOurs?.has(block.id) || inBase?.has(block.id)) return;
    const above = theirs.slice(0, at).findLast(({ id }) => merged.some(one => one.id === id));
    merged.splice(above === undefined ? 0 : merged.findIndex(({ id }) => id === above.id) + 1, 0, block);
  });
  return spaced(merged);
}

/** Empty lines came along with what stood before them; none is left over at the end. */
function spaced(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block, at) => {
    const isHeading = /^#{1,6} /.test(block.text);
    const next = blocks[at + 1];
    const wantsGap =
      next !== undefined && (isHeading || next.text.startsWith('<details') || block.text.includes('</details>'));
    return { ...block, text: block.text.trimEnd() + (wantsGap ? '\n' : '') };
  });
}

/** Each fact's entries of both sides, what one side changed first. */
function mergeLists(
  base: readonly ListedFact[],
  ours: readonly ListedFact[],
  theirs: readonly ListedFact[],
): readonly (readonly ListedFact[])[] {
  const keys = [...new Set([...ours, ...theirs].map(({ key }) => key))];
  const at = (side: readonly ListedFact[], wanted: string) => side.find(({ key }) => key === wanted);
  return keys.map(key => {
    const [before, mine, other] = [at(base, key), at(ours, key), at(theirs, key)];
    const versions = mine?.hash === before?.hash ? [other, mine] : [mine, other];
    return versions.filter(entry => entry !== undefined);
  });
}
