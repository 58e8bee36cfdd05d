import { l10n, TreeItemCheckboxState, window, type Command, type TreeView } from 'vscode';
import type { Desk } from '../../../app/desk.ts';
import { isFailure } from '../../../app/failure.ts';
import type { Disposable } from '../../../app/ports.ts';
import type { OutlineRow } from '../../../core/outline/outlineRow.ts';
import { plainLabel } from '../../../core/outline/plainLabel.ts';
import type { OutLoud } from '../../outloud.ts';
import { together } from '../disposables.ts';
import { traceOf } from '../tell.ts';
import type { OutlineNode } from './outlineNode.ts';
import { OutlineTree } from './outlineTree.ts';
import { RowDrag } from './rowDrag.ts';

/** What a view shows and what can be done in it. */
export interface OutlineSource {
  rows(desk: Desk): Promise<readonly OutlineRow[]>;
  /** Writes that the box of a row was turned. What it throws is told, and the box shows what is so. */
  tick?(row: OutlineRow, isTicked: boolean): Promise<void>;
  /** What may be dragged, and what dropping it on another row does; undefined is the room below all rows. */
  readonly drag?: {
    mayMove(row: OutlineRow): boolean;
    drop(row: OutlineRow, onto: OutlineRow | undefined): Promise<void>;
  };
  /** Something changed while nobody looks. */
  unseen?(): Promise<void>;
}

/** How long a burst of changes is waited out before the rows are drawn anew, in milliseconds. */
const burst = 100;

/** One view: its rows, where they lead, and the boxes in them. */
export class OutlineView implements Disposable {
  readonly #outloud: OutLoud;
  readonly #source: OutlineSource;
  readonly #tree: OutlineTree;
  readonly #view: TreeView<OutlineNode>;
  readonly #owned: Disposable;
  /** The desk whose rows are in sight. */
  #desk: Desk | undefined;
  #lastSelected: readonly OutlineNode[] = [];
  #timer: NodeJS.Timeout | undefined;
  /** Something changed since the rows were loaded last. */
  #isBehind = false;
  #isLoading = false;

  constructor(outloud: OutLoud, id: string, source: OutlineSource | OutlineSource['rows']) {
    this.#outloud = outloud;
    this.#source = typeof source === 'function' ? { rows: source } : source;
    this.#tree = new OutlineTree(
      () => this.#load(),
      row => this.#open(row),
    );
    const { drag } = this.#source;
    this.#view = window.createTreeView(id, {
      treeDataProvider: this.#tree,
      showCollapseAll: true,
      manageCheckboxStateManually: true,
      ...(drag && { dragAndDropController: new RowDrag(id, drag, (name, run) => outloud.attempt(name, run)) }),
    });
    const follow = () => {
      this.refresh();
    };
    this.#owned = together([
      this.#tree,
      this.#view,
      this.#view.onDidChangeCheckboxState(({ items }) => void this.#tick(items)),
      this.#view.onDidChangeSelection(({ selection }) => {
        this.#lastSelected = selection;
      }),
      this.#view.onDidChangeVisibility(({ visible }) => {
        if (visible && (this.#isBehind || !(this.#desk ?? this.#isLoading))) this.refresh();
      }),
      outloud.notebooks.onChange(follow),
      outloud.notebooks.onMeant(follow),
      outloud.onMade(() => {
        if (!this.#desk) this.refresh(); // the first note: its notebook was not there before
      }),
    ]);
  }

  /** The row that is selected, or was focused last by a key that selects it. */
  get selected(): OutlineRow | undefined {
    return this.#selection[0]?.row;
  }

  /** What is selected. The editor forgets it while it draws the rows anew, and a key may come just then. */
  get #selection(): readonly OutlineNode[] {
    const { selection } = this.#view;
    return selection.length > 0 ? selection : this.#lastSelected.filter(node => this.#tree.isShown(node));
  }

  /** Draws what changed, once for many changes, and not before somebody looks. */
  refresh(): void {
    this.#isBehind = true;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      if (!this.#isBehind) return; // the editor asked for the rows meanwhile
      if (this.#view.visible) void this.#tree.refresh();
      else void this.#tellUnseen();
    }, burst);
  }

  async #tellUnseen(): Promise<void> {
    try {
      await this.#source.unseen?.();
    } catch (error) {
      this.#outloud.log.error(`outline: ${traceOf(error)}`);
    }
  }

  /** Says beside the view's title what is shown: whose rows, or which of them. */
  describe(what: string): void {
    this.#view.description = plainLabel(what);
  }

  /** Says on the view's icon how many things want her, and in a sentence which; none is no badge. */
  badge(value: number, tooltip: string): void {
    this.#view.badge = value > 0 ? { value, tooltip } : undefined;
  }

  /** Brings a row into sight and selects it, once it is there. Nothing where nobody looks. */
  async reveal(isMeant: (row: OutlineRow) => boolean): Promise<void> {
    if (!this.#view.visible) return;
    await this.#tree.refresh();
    const node = this.#tree.find(isMeant);
    if (node) await this.#view.reveal(node, { select: true, focus: false });
  }

  /** Turns the box of the selected row: the editor itself lets only a mouse reach it. */
  async turnSelected(): Promise<void> {
    for (const node of this.#selection) if (node.row.checked !== undefined) await this.#write(node, !node.row.checked);
  }

  /** The rows as they are now. A failure stands above them, and no row is shown that may be wrong. */
  async #load(): Promise<readonly OutlineRow[]> {
    this.#isBehind = false;
    this.#isLoading = true;
    try {
      this.#desk = await this.#outloud.quietDesk();
      const rows = this.#desk ? await this.#source.rows(this.#desk) : [];
      this.#view.message = '';
      return rows;
    } catch (error) {
      this.#outloud.log.error(`outline: ${traceOf(error)}`);
      this.#view.message = isFailure(error) ? plainLabel(error.message, 400) : l10n.t('This can’t be shown now.');
      return [];
    } finally {
      this.#isLoading = false;
    }
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#owned.dispose();
  }

  #open({ opens, command, answers = {} }: OutlineRow): Command | undefined {
    if (command !== undefined) return { command: `outloud.${command}`, title: '', arguments: [answers] };
    if (!opens || !this.#desk) return undefined;
    const uri = this.#outloud.uriOf(this.#desk.notebook, opens);
    const line = (opens.line ?? 1) - 1;
    return {
      command: 'vscode.open',
      title: '',
      arguments: [uri, { selection: { start: { line, character: 0 }, end: { line, character: 0 } } }],
    };
  }

  async #tick(items: readonly (readonly [OutlineNode, TreeItemCheckboxState])[]): Promise<void> {
    for (const [node, state] of items)
      await this.#outloud.attempt('tick', () => this.#write(node, state === TreeItemCheckboxState.Checked));
  }

  async #write(node: OutlineNode, isTicked: boolean): Promise<void> {
    try {
      await this.#source.tick?.(node.row, isTicked);
    } finally {
      await this.#tree.refresh([node]); // a box that could not be ticked shows so
    }
  }
}
