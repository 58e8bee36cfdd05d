import { commands, l10n, window, type QuickPick, type QuickPickItem } from 'vscode';
import { completeCapture, parseCapture, type Completion, type KnownMarks } from '../../core/log/capture.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import type { EntryType } from '../../core/note/note.ts';
import { captureWords } from './captureWords.ts';

/** What the input is opened with. */
export interface CaptureRequest {
  readonly type: EntryType;
  /** What stands in it already. */
  readonly text: string;
  /** The code that will be kept beside it: `db.ts:88-97`. */
  readonly beside?: string;
  /** What the line begins with where she has not begun it herself by the time it is known. */
  readonly begin?: Promise<string>;
  /** What exists, for completion. It may come after the input is open. */
  readonly known: Promise<KnownMarks>;
}

/**
 * The labels are only icons, and the words stand behind them: the list filters and sorts by labels, and so leaves these rows
 * as they are, with saving on top. A fast Enter always saves.
 */
interface CaptureItem extends QuickPickItem {
  readonly completion?: Completion;
}

const nothingKnown: KnownMarks = { tags: [], goals: [], skills: [], people: [] };

/** The one line in which an entry is written. Enter saves; Tab or an arrow takes a completion; Esc is not now. */
export class CaptureInput {
  readonly #request: CaptureRequest;
  readonly #pick: QuickPick<CaptureItem> = window.createQuickPick<CaptureItem>();
  #known = nothingKnown;
  /** A line that was set and is not known to be shown yet, and what was typed behind the one before it meanwhile. */
  #taking: { readonly before: string; readonly line: string; readonly typed: string } | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(request: CaptureRequest) {
    this.#request = request;
  }

  /** What she typed, and whether she wants it saved now. */
  async ask(): Promise<{ readonly text: string; readonly saved: boolean }> {
    const { type, text, known, begin } = this.#request;
    const pick = this.#pick;
    const words = captureWords(type);
    pick.title = words.title;
    pick.placeholder = words.placeholder;
    pick.ignoreFocusOut = true; // a look at the code beside it keeps her words
    pick.value = text;
    pick.onDidChangeValue(value => {
      this.#typed(value);
    });
    known.then(
      marks => {
        this.#known = marks;
        this.#offer();
      },
      () => undefined, // without completion then
    );
    begin?.then(
      first => {
        if (pick.value === '' && first !== '') this.#put(first, '');
      },
      () => undefined,
    );
    this.#offer();
    void commands.executeCommand('setContext', 'outloud.capturing', true);
    try {
      const saved = await this.#answer();
      return { text: this.#line, saved };
    } finally {
      void commands.executeCommand('setContext', 'outloud.capturing', false);
      clearTimeout(this.#timer);
      pick.dispose();
    }
  }

  /** Takes the completion that is marked, or else the first. */
  complete(): void {
    const taken =
      this.#pick.activeItems.find(({ completion }) => completion) ??
      this.#pick.items.find(({ completion }) => completion);
    if (taken?.completion) this.#take(taken.completion);
  }

  #answer(): Promise<boolean> {
    const pick = this.#pick;
    return new Promise(resolve => {
      pick.onDidAccept(() => {
        const completion = pick.selectedItems[0]?.completion;
        if (completion) this.#take(completion);
        else if (this.#line.trim() !== '') resolve(true);
      });
      pick.onDidHide(() => {
        resolve(false);
      });
      pick.show();
    });
  }

  /** What stands in the input, as far as anybody knows by now. */
  get #line(): string {
    const { line, typed } = this.#taking ?? { line: this.#pick.value, typed: '' };
    return line + typed;
  }

  #take({ line }: Completion): void {
    this.#put(line, this.#pick.value);
  }

  /** Sets the line. What is typed until the input shows it would be lost, and is put behind it. */
  #put(line: string, before: string): void {
    this.#taking = { before, line, typed: '' };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#settle(line);
    }, 250);
    this.#pick.value = line;
    this.#offer();
  }

  #typed(value: string): void {
    const taking = this.#taking;
    if (taking && value.startsWith(taking.line)) this.#settle(value);
    else if (taking && value.startsWith(taking.before))
      this.#taking = { ...taking, typed: value.slice(taking.before.length) };
    else this.#taking = undefined;
    this.#offer();
  }

  /** The input shows the line that was set, and perhaps what was typed behind it. */
  #settle(value: string): void {
    clearTimeout(this.#timer);
    const { line, typed } = this.#taking ?? { line: value, typed: '' };
    this.#taking = undefined;
    if (typed !== '') this.#put(line + typed + value.slice(line.length), value);
  }

  #offer(): void {
    const { value } = this.#pick;
    const completions = completeCapture(value, value.length, this.#known, this.#request.type);
    const save = this.#saveItem(value, completions.length > 0);
    this.#pick.items = [save, ...completions.map(completionItem)];
    this.#pick.activeItems = [save];
  }

  #saveItem(value: string, canComplete: boolean): CaptureItem {
    const { type, beside } = this.#request;
    const isPrivate = type === 'hard-moment' || parseCapture(value, type).private;
    const parts = [
      isPrivate ? l10n.t('Enter saves it privately') : l10n.t('Enter saves it'),
      ...(beside === undefined ? [] : [l10n.t('with {0}', plainLabel(beside))]),
      ...(canComplete ? [l10n.t('Tab completes')] : []),
    ];
    return { label: isPrivate ? '$(lock)' : '$(check)', description: parts.join(' · '), alwaysShow: true };
  }
}

function completionItem(completion: Completion): CaptureItem {
  const detail = completion.detail === undefined ? '' : ` · ${plainLabel(completion.detail, 60)}`;
  return {
    label: iconOf(completion.label),
    description: plainLabel(completion.label, 60) + detail,
    alwaysShow: true,
    completion,
  };
}

function iconOf(mark: string): string {
  if (mark.startsWith('goal:')) return '$(target)';
  if (mark.startsWith('skill:')) return '$(mortar-board)';
  if (mark.startsWith('@')) return '$(person)';
  if (mark.startsWith('!')) return '$(symbol-key)';
  return '$(tag)';
}
