import { l10n, StatusBarAlignment, window } from 'vscode';
import type { Disposable } from '../../app/ports.ts';

/** Says in the status bar that something waits for the person herself, and leads to the inbox. It is there only while something does. */
export class WaitingItem implements Disposable {
  readonly #item = window.createStatusBarItem('outloud.waiting', StatusBarAlignment.Right, 89);

  constructor() {
    this.#item.name = l10n.t('Out Loud: Inbox');
    this.#item.command = 'outloud.inbox.focus';
  }

  /** @param sentence what waits, as it is read aloud */
  show(waiting: number, sentence: string): void {
    if (waiting === 0) {
      this.#item.hide();
      return;
    }
    this.#item.text = `$(inbox) ${waiting}`;
    this.#item.tooltip = sentence;
    this.#item.accessibilityInformation = { label: sentence, role: 'button' };
    this.#item.show();
  }

  dispose(): void {
    this.#item.dispose();
  }
}
