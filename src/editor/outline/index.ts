import { l10n, TreeItemCheckboxState, window, type Command, type TreeView, type Uri } from 'vscode';
import type { Desk } from '../../app/desk.ts';
import type { Disposable } from '../../app/ports.ts';
import { Failure, isFailure } from '../../app/failure.ts';
import type { TrailerEntry } from '../../core/log/trailerEntry.ts';
import type { Shelf } from '../../app/shelf.ts';
import type { NotePath } from '../../core/note/notePath.ts';
import type { Day } from '../../core/time/day.ts';
import type { OutlineRow } from '../../core/outline/outlineRow.ts';
import type { OutLoud } from '../outloud.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import { together } from '../support/disposables.ts';
import { onRepositoryChange } from '../support/gitApi.ts';
import { traceOf } from '../support/tell.ts';
import { OutlineTree } from './outlineTree.ts';
import type { StepPlace } from './tickStep.ts';

/** How long a burst of changes is waited out before the rows are drawn anew, in milliseconds. */
const burst = 100;

/** The two views of the sidebar: the log of these weeks, and the goals. */
export function register(outloud: OutLoud): Disposable {
  const trailers = new Trailers(outloud, () => {
    log.refresh();
  });
  const log: OutlineView = new OutlineView(outloud, 'outloud.log', async desk => {
    const { logRowsOf } = await import('./logRowsOf.ts');
    return logRowsOf(desk, trailers.of(desk));
  });
  const goals = new OutlineView(outloud, 'outloud.goals', async desk => {
    const { goalRowsOf } = await import('./goalRowsOf.ts');
    return goalRowsOf(desk);
  });
  return together([
    log,
    goals,
    // Commits carry entries of the log too.
    onRepositoryChange(() => {
      log.refresh();
    }),
    outloud.command('tickStep', () => goals.turnSelected()),
    outloud.command<OutlineRow>('acceptTrailer', row => accept(outloud, row)),
  ]);
}

/** What her commits say. Nobody waits for git: the rows are drawn with what is known, and again when more is. */
class Trailers {
  readonly #outloud: OutLoud;
  readonly #onMore: () => void;
  #known: readonly TrailerEntry[] = [];
  #isReading = false;

  constructor(outloud: OutLoud, onMore: () => void) {
    this.#outloud = outloud;
    this.#onMore = onMore;
  }

  of(desk: Desk): readonly TrailerEntry[] {
    if (!this.#isReading) {
      this.#isReading = true;
      void this.#read(desk).finally(() => (this.#isReading = false));
    }
    return this.#known;
  }

  async #read(desk: Desk): Promise<void> {
    try {
      const { trailersOf } = await import('./logRowsOf.ts');
      const { trailerKey } = await import('../../core/log/trailers.ts');
      const before = this.#known.map(trailerKey).join('\n');
      this.#known = await trailersOf(desk);
      if (this.#known.map(trailerKey).join('\n') !== before) this.#onMore();
    } catch (error) {
      this.#outloud.log.error(`trailers: ${traceOf(error)}`); // the log is there without them
    }
  }
}

/** One view: its rows, where they lead, and the boxes in them. */
class OutlineView implements Disposable {
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

  #open({ opens }: OutlineRow): Command | undefined {
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

/** Makes a note of what a commit says. Answers the note. */
async function accept(outloud: OutLoud, { key }: Partial<OutlineRow>): Promise<Uri | undefined> {
  const desk = await outloud.desk();
  if (!desk || key === undefined) return undefined;
  const [{ trailersOf }, { acceptTrailer }, { trailerKey }] = await Promise.all([
    import('./logRowsOf.ts'),
    import('../../app/acceptTrailer.ts'),
    import('../../core/log/trailers.ts'),
  ]);
  const trailer = (await trailersOf(desk)).find(each => trailerKey(each) === key);
  if (!trailer) throw new Failure(l10n.t('That commit is no longer there. Look at the log again.'));
  const uri = outloud.uriOf(desk.notebook, await acceptTrailer(desk, trailer));
  outloud.tellMade({ what: trailer.kind === 'thanks' ? 'thanks' : 'entry', title: trailer.text, uri });
  return uri;
}
