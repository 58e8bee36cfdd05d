import {
  EventEmitter,
  ThemeIcon,
  TreeItem,
  TreeItemCheckboxState,
  TreeItemCollapsibleState,
  type Command,
  type TreeDataProvider,
} from 'vscode';
import type { OutlineRow } from '../../../core/outline/outlineRow.ts';
import { plainLabel } from '../../../core/outline/plainLabel.ts';

/** Shows rows in a view of the sidebar. It knows nothing of what they are about. */
export class OutlineTree implements TreeDataProvider<OutlineRow> {
  readonly #changed = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #load: () => Promise<readonly OutlineRow[]>;
  /** The rows in sight, as text; undefined where nobody looked yet. */
  #shown: string | undefined;
  /** How many times the rows were loaded: a slow look must not be drawn over a later one. */
  #looks = 0;
  /** Rows that were loaded to be drawn. */
  #loaded: readonly OutlineRow[] | undefined;
  readonly #open: (row: OutlineRow) => Command | undefined;

  /** @param open what a click on a row does */
  constructor(load: () => Promise<readonly OutlineRow[]>, open: (row: OutlineRow) => Command | undefined) {
    this.#load = load;
    this.#open = open;
  }

  /**
   * Shows what is there now. The rows are loaded first and drawn only where they are others: while a tree is being drawn a click
   * on it is lost.
   */
  async refresh(): Promise<void> {
    if (this.#shown === undefined) {
      this.#changed.fire(); // asked for as soon as somebody looks
      return;
    }
    const look = ++this.#looks;
    const rows = await this.#load();
    if (look !== this.#looks) return; // a later look sees what this one could not
    if (JSON.stringify(rows) === this.#shown) return;
    this.#loaded = rows;
    this.#changed.fire();
  }

  /** Draws the rows as they are in any case: a box may show what is not so. */
  redraw(): void {
    this.#looks++;
    this.#loaded = undefined; // it may be from before what is to be seen now
    this.#changed.fire();
  }

  async getChildren(row?: OutlineRow): Promise<OutlineRow[]> {
    if (row) return [...(row.rows ?? [])];
    const loaded = this.#loaded;
    this.#loaded = undefined;
    if (!loaded) this.#looks++;
    const rows = loaded ?? (await this.#load());
    this.#shown = JSON.stringify(rows);
    return [...rows];
  }

  getTreeItem(row: OutlineRow): TreeItem {
    const item = new TreeItem(plainLabel(row.label), foldOf(row));
    if (row.detail !== undefined) item.description = plainLabel(row.detail);
    item.accessibilityInformation = { label: spoken(row) };
    if (row.tooltip !== undefined) item.tooltip = plainLabel(row.tooltip, 1000);
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
function spoken({ label, detail }: OutlineRow): string {
  const parts = [label, ...(detail ?? '').split(' · ')].map(part => plainLabel(part));
  return parts.filter(part => part !== '').join(', ');
}

/** What is opened at once; a longer list waits for a click. */
const atOnce = 20;

function foldOf({ rows = [], folded = rows.length > atOnce }: OutlineRow): TreeItemCollapsibleState {
  if (rows.length === 0) return TreeItemCollapsibleState.None;
  return folded ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.Expanded;
}
