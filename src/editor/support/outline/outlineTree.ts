import {
  EventEmitter,
  ThemeIcon,
  TreeItem,
  TreeItemCheckboxState,
  TreeItemCollapsibleState,
  type Command,
  type Event,
  type TreeDataProvider,
} from 'vscode';
import type { OutlineRow } from '../../../core/outline/outlineRow.ts';
import { plainLabel } from '../../../core/outline/plainLabel.ts';
import { foldOf, nodesOf, type Fold, type OutlineNode } from './outlineNode.ts';

/**
 * Shows rows in a view of the sidebar. It knows nothing of what they are about. A row that is looked at again is the same node, and
 * only what changed is drawn: what is unfolded and selected stays so, and no click elsewhere is lost.
 */
export class OutlineTree implements TreeDataProvider<OutlineNode> {
  readonly #changed = new EventEmitter<readonly OutlineNode[] | undefined>();
  readonly onDidChangeTreeData = this.#changed.event as Event<OutlineNode[] | undefined>;
  readonly #load: () => Promise<readonly OutlineRow[]>;
  readonly #open: (row: OutlineRow) => Command | undefined;
  /** The rows in sight; undefined where nobody looked yet. */
  #roots: readonly OutlineNode[] | undefined;
  /** The look that is under way. */
  #looking: Promise<void> | undefined;
  /** How many times the rows were loaded: a slow look must not be drawn over a later one. */
  #looks = 0;

  /** @param open what a click on a row does */
  constructor(load: () => Promise<readonly OutlineRow[]>, open: (row: OutlineRow) => Command | undefined) {
    this.#load = load;
    this.#open = open;
  }

  /**
   * Shows what is there now. The rows are loaded first and only those that are others are drawn: while a tree is being drawn a click
   * on it is lost.
   *
   * @param also nodes to be drawn in any case: a box may show what is not so
   */
  async refresh(also: readonly OutlineNode[] = []): Promise<void> {
    if (this.#roots || this.#looking) await this.#look(also);
    else this.#changed.fire(undefined); // asked for as soon as somebody looks
  }

  async getChildren(node?: OutlineNode): Promise<OutlineNode[]> {
    if (node) return [...node.below];
    while (!this.#roots) await (this.#looking ?? this.#look([]));
    return [...this.#roots];
  }

  getParent(node: OutlineNode): OutlineNode | undefined {
    return node.parent;
  }

  /** The first node in sight, from above, whose row is the one meant. */
  find(
    isMeant: (row: OutlineRow) => boolean,
    among: readonly OutlineNode[] = this.#roots ?? [],
  ): OutlineNode | undefined {
    for (const node of among) {
      const found = isMeant(node.row) ? node : this.find(isMeant, node.below);
      if (found) return found;
    }
    return undefined;
  }

  #look(also: readonly OutlineNode[]): Promise<void> {
    const look = ++this.#looks;
    const looking = this.#load().then(rows => {
      if (look === this.#looks) this.#show(rows, also); // else a later look sees what this one could not
    });
    this.#looking = looking;
    return looking.finally(() => {
      if (look === this.#looks) this.#looking = undefined;
    });
  }

  #show(rows: readonly OutlineRow[], also: readonly OutlineNode[]): void {
    const before = this.#roots;
    const { nodes, isOther, changed } = nodesOf(rows, before ?? []);
    this.#roots = nodes;
    if (!before) return; // somebody waits for them
    if (isOther) this.#changed.fire(undefined);
    else {
      const wanted = [...new Set([...changed, ...also.filter(node => this.isShown(node))])];
      if (wanted.length > 0) this.#changed.fire(wanted);
    }
  }

  /** Whether a node is one of those in sight. */
  isShown(node: OutlineNode): boolean {
    if (node.parent) return node.parent.below.includes(node) && this.isShown(node.parent);
    return this.#roots?.includes(node) === true;
  }

  getTreeItem({ id, row }: OutlineNode): TreeItem {
    const item = new TreeItem(plainLabel(row.label), states[foldOf(row)]);
    item.id = id;
    if (row.detail !== undefined) item.description = plainLabel(row.detail);
    item.accessibilityInformation = { label: spoken(row) };
    item.tooltip = plainLabel(row.tooltip ?? [row.label, row.detail ?? ''].filter(Boolean).join(' · '), 1000);
    if (row.icon !== undefined && /^[a-z-]+$/.test(row.icon)) item.iconPath = new ThemeIcon(row.icon);
    if (row.context !== undefined) item.contextValue = row.context;
    if (row.checked !== undefined)
      item.checkboxState = row.checked ? TreeItemCheckboxState.Checked : TreeItemCheckboxState.Unchecked;
    const command = this.#open(row);
    if (command) item.command = command;
    return item;
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

/** A row as it is read aloud: without this its tooltip would be, which does not say that a note is private. */
function spoken({ label, kind, detail }: OutlineRow): string {
  const parts = [label, kind ?? '', ...(detail ?? '').split(' · ')].map(part => plainLabel(part));
  return parts.filter(part => part !== '').join(', ');
}

const states: Readonly<Record<Fold, TreeItemCollapsibleState>> = {
  none: TreeItemCollapsibleState.None,
  open: TreeItemCollapsibleState.Expanded,
  folded: TreeItemCollapsibleState.Collapsed,
};
