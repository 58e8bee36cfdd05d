import type { OutlineRow } from '../../../core/outline/outlineRow.ts';

/** A row where it is in sight: the same object for as long as the row stands for the same thing, whatever it says by now. */
export class OutlineNode {
  /** Unlike every other in the tree, and the same from look to look. */
  readonly id: string;
  readonly parent: OutlineNode | undefined;
  #row: OutlineRow;
  /** Undefined until somebody opens the row: most weeks of a long log are never looked into. */
  #below: readonly OutlineNode[] | undefined;

  constructor(id: string, row: OutlineRow, parent?: OutlineNode) {
    this.id = id;
    this.parent = parent;
    this.#row = row;
  }

  get row(): OutlineRow {
    return this.#row;
  }

  get below(): readonly OutlineNode[] {
    this.#below ??= nodesOf(this.#row.rows, [], this).nodes;
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
    const isSame = isSameRow(this.#row, row) && foldOf(this.#row) === foldOf(row);
    this.#row = row;
    if (!this.#below) return isSame ? [] : [this];
    const { nodes, isOther, changed } = nodesOf(row.rows, this.#below, this);
    this.#below = nodes;
    return isSame && !isOther ? changed : [this];
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

/** How a row stands there before anybody touched it. */
export type Fold = 'none' | 'open' | 'folded';

/** What is opened at once; a longer list waits for a click. */
const atOnce = 20;

/** Whether something stands below a row, and whether it is in sight at once. Rows made later are not made for this. */
export function foldOf(row: OutlineRow): Fold {
  if (row.folded === true && Object.getOwnPropertyDescriptor(row, 'rows')?.get) return 'folded';
  const { rows = [], folded = rows.length > atOnce } = row;
  if (rows.length === 0) return 'none';
  return folded ? 'folded' : 'open';
}

/** Whether two rows look and act the same; what stands below them is compared on its own. */
function isSameRow(a: OutlineRow, b: OutlineRow): boolean {
  const [ofA, ofB] = [keysOf(a), keysOf(b)];
  return ofA.length === ofB.length && ofA.every(key => key in b && isSameValue(a[key], b[key]));
}

function keysOf(row: OutlineRow): readonly (keyof OutlineRow)[] {
  return (Object.keys(row) as (keyof OutlineRow)[]).filter(key => key !== 'rows');
}

function isSameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [ofA, ofB] = [Object.entries(a), new Map<string, unknown>(Object.entries(b))];
  return ofA.length === ofB.size && ofA.every(([key, value]) => ofB.has(key) && isSameValue(value, ofB.get(key)));
}
