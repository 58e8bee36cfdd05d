import { commands, window, type Memento, type Tab } from 'vscode';
import type { Disposable } from '../../app/ports.ts';
import type { Made, OutLoud } from '../outloud.ts';
import { together } from '../support/disposables.ts';

/** What the steps of the walkthrough wait for: a note made, not a button pressed. */
const steps = ['learning', 'code', 'goal', 'evidence', 'weekly'] as const satisfies readonly Made['what'][];

/** When a walkthrough that was just opened is told, in milliseconds: it is slow to listen. */
const tellings = [300, 1500];

/**
 * Ticks the steps of the walkthrough, also for notes that were made before it was opened.
 *
 * The editor ticks a step when a context key *becomes* true, only while it listens, and never where the key was true before it
 * did. So the keys are no state but signals: true for a moment, when a note is made and when a walkthrough may have been opened.
 */
export class WalkthroughTicks implements Disposable {
  readonly #made: Memento;
  readonly #owned: Disposable;
  readonly #timers = new Set<NodeJS.Timeout>();

  constructor(outloud: OutLoud) {
    this.#made = outloud.context.globalState;
    this.#owned = together([
      outloud.onMade(({ what }) => {
        if (!steps.some(step => step === what)) return;
        void this.#made.update(`made.${what}`, true);
        void signal(what);
      }),
      window.tabGroups.onDidChangeTabs(({ opened, changed }) => {
        if ([...opened, ...changed].some(mayBeWalkthrough)) this.#tellAll();
      }),
    ]);
    if (window.tabGroups.all.some(({ tabs }) => tabs.some(mayBeWalkthrough))) this.#tellAll();
  }

  dispose(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#owned.dispose();
  }

  #tellAll(): void {
    const made = steps.filter(step => this.#made.get<boolean>(`made.${step}`));
    if (made.length === 0) return;
    for (const after of tellings) {
      const timer = setTimeout(() => {
        this.#timers.delete(timer);
        for (const step of made) void signal(step);
      }, after);
      this.#timers.add(timer);
    }
  }
}

/** Editors of the editor's own, such as a walkthrough, have no input that extensions know. */
function mayBeWalkthrough({ input }: Tab): boolean {
  return input === undefined;
}

async function signal(step: string): Promise<void> {
  const key = `outloud.made.${step}`;
  await commands.executeCommand('setContext', key, true);
  await commands.executeCommand('setContext', key, false);
}
