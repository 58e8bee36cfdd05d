import { l10n, window, type QuickPick, type QuickPickItem } from 'vscode';
import type { Desk } from '../../app/desk.ts';
import type { FoundNote, LogSearch } from '../../app/log/searchLog.ts';
import { typeIcons } from '../../core/log/typeWords.ts';
import { lineToShow } from '../../core/log/searchPlace.ts';
import { shortened } from '../../core/markdown/cleanText.ts';
import type { NoteType } from '../../core/note/note.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import { personCalled } from '../../core/people/identity.ts';

/**
 * The labels are only icons, and the words stand behind them: the list would filter and sort by its labels, and so leaves the order of
 * what was found as it is.
 */
interface FoundItem extends QuickPickItem {
  readonly found?: FoundNote;
}

/** How long typing has to rest before it is searched, in milliseconds. */
const rest = 60;

/** The field in which she looks for what was figured out before. Typing never waits for a search. */
export class SearchPick {
  readonly #search: LogSearch;
  readonly #desk: Desk;
  readonly #pick: QuickPick<FoundItem> = window.createQuickPick<FoundItem>();
  /** Ends with the field. */
  readonly #open = new AbortController();
  #finding: AbortController | undefined;
  /** The search for what stands in the field now. */
  #found: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  /** Ends the asking where something can't be read. */
  #fail: (error: unknown) => void = () => undefined;

  constructor(search: LogSearch, desk: Desk) {
    this.#search = search;
    this.#desk = desk;
  }

  /** The note she chose, or what she looked for where she wants to log it; undefined for "not now". */
  async ask(): Promise<FoundNote | { readonly log: string } | undefined> {
    const pick = this.#pick;
    pick.title = l10n.t('Search Log');
    pick.placeholder = l10n.t('Paste an error, or type a word');
    pick.ignoreFocusOut = true; // she may have to copy the error first
    pick.onDidChangeValue(() => {
      this.#look();
    });
    try {
      const answer = this.#answer();
      this.#read();
      return await answer;
    } finally {
      clearTimeout(this.#timer);
      this.#open.abort();
      this.#finding?.abort();
      pick.dispose();
    }
  }

  #answer(): Promise<FoundNote | { readonly log: string } | undefined> {
    const pick = this.#pick;
    return new Promise((resolve, reject) => {
      this.#fail = reject;
      const take = (item: FoundItem | undefined) => {
        if (item) resolve(item.found ?? { log: shortened(pick.value, 200) });
      };
      pick.onDidAccept(() => {
        const [chosen = pick.activeItems[0]] = pick.selectedItems;
        // Enter before the search has ended means the first it will show.
        if (this.#finding)
          void this.#found.then(() => {
            take(pick.items[0]);
          });
        else take(chosen);
      });
      pick.onDidHide(() => {
        resolve(undefined);
      });
      pick.show();
    });
  }

  /** Reads what is not known yet, and looks again when it is. */
  #read(): void {
    if (this.#search.isComplete) return;
    this.#pick.busy = true;
    void this.#search.read(this.#open.signal).then(
      () => {
        this.#look();
      },
      (error: unknown) => {
        if (!this.#open.signal.aborted) this.#fail(error);
      },
    );
  }

  #look(): void {
    this.#finding?.abort();
    const finding = new AbortController();
    this.#finding = finding;
    clearTimeout(this.#timer);
    const rested = new Promise<void>(resolve => {
      this.#timer = setTimeout(resolve, rest);
    });
    this.#pick.busy = true;
    this.#found = rested
      .then(() => this.#search.find(this.#pick.value, finding.signal))
      .then(
        found => {
          if (finding.signal.aborted) return;
          this.#finding = undefined;
          this.#pick.busy = !this.#search.isComplete;
          this.#show(found);
        },
        (error: unknown) => {
          if (!finding.signal.aborted) this.#fail(error);
        },
      );
  }

  #show(found: readonly FoundNote[]): void {
    const { value } = this.#pick;
    const items = found.map(each => this.#item(each));
    const isDone = this.#search.isComplete || found.length > 0;
    this.#pick.items = value.trim() !== '' && isDone ? [...items, logItem(found.length > 0)] : items;
    this.#pick.activeItems = this.#pick.items.slice(0, 1);
  }

  #item(found: FoundNote): FoundItem {
    const { title, type, isPrivate, person, day, text } = found;
    const { me, team } = this.#desk;
    const whose = person === undefined ? '' : person === me.handle ? l10n.t('you') : personCalled(person, team).name;
    const words = [plainLabel(title), plainLabel(whose), day ?? '', isPrivate ? l10n.t('private') : ''];
    const line = plainLabel(lineToShow(text, title), 160);
    return {
      label: `$(${isPrivate ? 'lock' : iconOf(type)})`,
      description: words.filter(word => word !== '').join(' · '),
      ...(line !== '' && { detail: line }),
      alwaysShow: true,
      found,
    };
  }
}

function logItem(isElse: boolean): FoundItem {
  const words = isElse
    ? l10n.t('Log what you learn about this')
    : l10n.t('Nobody wrote of this yet. Log what you learn about it');
  return { label: '$(add)', description: words, alwaysShow: true };
}

function iconOf(type: NoteType | undefined): string {
  const icons: Readonly<Partial<Record<NoteType, string>>> = {
    ...typeIcons,
    goal: 'target',
    issue: 'issues',
    weekly: 'calendar',
  };
  return (type && icons[type]) ?? 'note';
}
