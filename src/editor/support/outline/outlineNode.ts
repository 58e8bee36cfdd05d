import type { OutlineRow } from '../../../core/outline/outlineRow.ts';

/** A row where it is in sight: the same object for as long as the row stands for the same thing, whatever it says by now. */
export class OutlineNode {
  /** Unlike every other in the tree, and the same from look to look. */
  readonly id: string;
  readonly parent: OutlineNode | undefined;
  #row: OutlineRow;
  #below: readonly OutlineNode[];

  constructor(id: string, row: OutlineRow, parent?: OutlineNode) {
    this.id = id;
    this.parent = parent;
    this.#row = row;
    this.#below = [];
    this.#below = nodesOf(row.rows, [], this).nodes;
  }

  get row(): OutlineRow {
    return this.#row;
  }

  get below(): readonly OutlineNode[] {
    return this.#below;
  }

  /** For the menus: a command chosen on a row is given its answers. */
  get label(): string {
    return this.#row.label;
  }

  get answers(): Readonly<Record<string, unknown>> {
    return this.#row.answers ?? {};
  }

  /** Shows another state of the same thing. Answers the outermost nodes that have to be drawn for it. */
  follow(row: OutlineRow): readonly OutlineNode[] {
    const { nodes, isOther, changed } = nodesOf(row.rows, this.#below, this);
    const isSame = !isOther && isSameRow(this.#row, row);
    this.#row = row;
    this.#below = nodes;
    return isSame ? changed : [this];
  }
}

/** The nodes of one level, and what has to be drawn where some of them were there before. */
export interface Level {
  readonly nodes: readonly OutlineNode[];
  /** Whether some came, went or changed places. */
  readonly isOther: boolean;
  readonly changed: readonly OutlineNode[];
}

/** The nodes for some rows, those taken that stand for the same things already. */
export function nodesOf(rows: readonly OutlineRow[] = [], before: readonly OutlineNode[], parent?: OutlineNode): Level {
  const known = new Map(before.map(node => [node.id, node]));
  const taken = new Set<string>();
  const changed: OutlineNode[] = [];
  const nodes = rows.map(row => {
    const id = freeId(`${parent?.id ?? ''}/${(row.key ?? row.label).replaceAll('/', '⁄')}`, taken);
    const node = known.get(id);
    if (!node) return new OutlineNode(id, row, parent);
    changed.push(...node.follow(row));
    return node;
  });
  const isOther = nodes.length !== before.length || nodes.some((node, index) => node !== before[index]);
  return { nodes, isOther, changed };
}

/** Of several rows that are called the same, the later ones are counted. */
function freeId(id: string, taken: Set<string>): string {
  let free = id;
  for (let count = 2; taken.has(free); count += 1) free = `${id}#${count}`;
  taken.add(free);
  return free;
}

/** Whether two rows look and act the same; what stands below them is compared on its own. */
function isSameRow(a: OutlineRow, b: OutlineRow): boolean {
  return isSameValue({ ...a, rows: undefined }, { ...b, rows: undefined });
}

function isSameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [ofA, ofB] = [Object.entries(a), new Map<string, unknown>(Object.entries(b))];
  return ofA.length === ofB.size && ofA.every(([key, value]) => ofB.has(key) && isSameValue(value, ofB.get(key)));
}
