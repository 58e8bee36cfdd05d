import { l10n, TreeItemCheckboxState, window, type Command, type TreeView } from 'vscode';
import type { Desk } from '../../../app/desk.ts';
import { isFailure } from '../../../app/failure.ts';
import type { Disposable } from '../../../app/ports.ts';
import type { Shelf } from '../../../app/shelf.ts';
import type { NotePath } from '../../../core/note/notePath.ts';
import type { OutlineRow } from '../../../core/outline/outlineRow.ts';
import { plainLabel } from '../../../core/outline/plainLabel.ts';
import type { Day } from '../../../core/time/day.ts';
import type { OutLoud } from '../../outloud.ts';
import { together } from '../disposables.ts';
import { traceOf } from '../tell.ts';
import { OutlineTree } from './outlineTree.ts';
import type { StepPlace } from './tickStep.ts';

/** How long a burst of changes is waited out before the rows are drawn anew, in milliseconds. */
const burst = 100;

/** One view: its rows, where they lead, and the boxes in them. */
export class OutlineView implements Disposable {
  readonly #outloud: OutLoud;
  readonly #rowsOf: (desk: Desk) => Promise<readonly OutlineRow[]>;
  readonly #tree: OutlineTree;
  readonly #view: TreeView<OutlineRow>;
  readonly #owned: Disposable;
  /** The desk whose rows are in sight. */
  #desk: Desk | undefined;
  #timer: NodeJS.Timeout | undefined;
  /** Something changed while nobody looked. */
  #isBehind = false;

  constructor(outloud: OutLoud, id: string, rowsOf: (desk: Desk) => Promise<readonly OutlineRow[]>) {
    this.#outloud = outloud;
    this.#rowsOf = rowsOf;
    this.#tree = new OutlineTree(
      () => this.#load(),
      row => this.#open(row),
    );
    this.#view = window.createTreeView(id, {
      treeDataProvider: this.#tree,
      showCollapseAll: true,
      manageCheckboxStateManually: true,
    });
    const follow = () => {
      this.refresh();
    };
    this.#owned = together([
      this.#tree,
      this.#view,
      this.#view.onDidChangeCheckboxState(({ items }) => void this.#tick(items)),
      this.#view.onDidChangeVisibility(({ visible }) => {
        if (visible && (this.#isBehind || !this.#desk)) this.refresh();
      }),
      outloud.notebooks.onChange(follow),
      outloud.notebooks.onMeant(follow),
      outloud.onMade(() => {
        if (!this.#desk) this.refresh(); // the first note: its notebook was not there before
      }),
    ]);
  }

  /** Draws the rows anew, once for many changes, and not before somebody looks. */
  refresh(): void {
    this.#isBehind = true;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      if (this.#view.visible) void this.#tree.refresh();
    }, burst);
  }

  /** Says beside the view's title what is shown: whose rows, or which of them. */
  describe(what: string): void {
    this.#view.description = plainLabel(what);
  }

  /** The rows as they are now. A failure stands above them, and no row is shown that may be wrong. */
  async #load(): Promise<readonly OutlineRow[]> {
    this.#isBehind = false;
    try {
      this.#desk = await this.#outloud.quietDesk();
      const rows = this.#desk ? await this.#rowsOf(this.#desk) : [];
      this.#view.message = '';
      return rows;
    } catch (error) {
      this.#outloud.log.error(`outline: ${traceOf(error)}`);
      this.#view.message = isFailure(error) ? plainLabel(error.message, 400) : l10n.t('This can’t be shown now.');
      return [];
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

  /** Turns the box of the selected row: the editor itself lets only a mouse reach it. */
  async turnSelected(): Promise<void> {
    const steps = this.#view.selection.filter(({ checked }) => checked !== undefined);
    const { turnStep } = await import('./tickStep.ts');
    await this.#change(steps, (shelf, step, today) => turnStep(shelf, step, today));
  }

  #tick(items: readonly (readonly [OutlineRow, TreeItemCheckboxState])[]): Promise<unknown> {
    return this.#outloud.attempt('tick', async () => {
      const { tickStep } = await import('./tickStep.ts');
      for (const [row, state] of items)
        await this.#change([row], (shelf, step, today) =>
          tickStep(shelf, step, state === TreeItemCheckboxState.Checked ? today : undefined),
        );
    });
  }

  async #change(
    rows: readonly OutlineRow[],
    change: (shelf: Shelf<NotePath>, step: StepPlace<NotePath>, today: Day) => Promise<void>,
  ): Promise<void> {
    const desk = this.#desk;
    if (!desk) return;
    try {
      for (const { opens, label } of rows) {
        if (!opens) continue;
        const shelf = desk.notebook[opens.shelf] as Shelf<NotePath>; // the row has its path from this shelf
        await change(shelf, { path: opens.path, line: opens.line, label }, desk.clock.today());
      }
    } finally {
      this.#tree.redraw(); // a box that could not be ticked shows so
    }
  }
}
