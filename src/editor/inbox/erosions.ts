import type { Desk } from '../../app/desk.ts';
import type { Shrunk } from '../../app/erosion/erosionsOf.ts';
import type { Disposable } from '../../app/ports.ts';
import type { InboxItem } from '../../core/inbox/inboxItem.ts';
import type { OutLoud } from '../outloud.ts';
import { traceOf } from '../support/tell.ts';

/** How long changes are waited out before git is asked, in milliseconds. */
const settling = 800;

/**
 * What became smaller in her goals. Nobody waits for git: the inbox is filled with what is known, and again when that changes. Git is
 * asked only once somebody looks, and after a burst of changes only once.
 */
export class Erosions implements Disposable {
  readonly #outloud: OutLoud;
  readonly #onChange: () => void;
  #known: readonly Shrunk[] = [];
  /** The folder of the notebook that is known about. */
  #folder: string | undefined;
  #timer: NodeJS.Timeout | undefined;
  /** When something new was told: rows that are drawn because of that are no reason to look again. */
  #toldAt = -Infinity;

  constructor(outloud: OutLoud, onChange: () => void) {
    this.#outloud = outloud;
    this.#onChange = onChange;
  }

  /** The questions that are open as far as is known, and a look for more. */
  async items(desk: Desk): Promise<readonly InboxItem[]> {
    const items = await this.known(desk);
    if (performance.now() - this.#toldAt > settling) this.#lookSoon(desk);
    return items;
  }

  /** The same without a look for more. */
  async known(desk: Desk): Promise<readonly InboxItem[]> {
    if (this.#folder !== desk.notebook.place.folder) this.#known = [];
    this.#folder = desk.notebook.place.folder;
    const { erosionInbox } = await import('../../app/erosion/erosionInbox.ts');
    return erosionInbox(desk, this.#known);
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }

  #lookSoon(desk: Desk): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#look(desk), settling);
  }

  async #look(desk: Desk): Promise<void> {
    try {
      const { erosionsOf } = await import('../../app/erosion/erosionsOf.ts');
      const found = await erosionsOf(desk, await this.#outloud.world.yaml());
      if (this.#folder !== desk.notebook.place.folder || marksOf(found) === marksOf(this.#known)) return;
      this.#known = found;
      this.#toldAt = performance.now();
      this.#onChange();
    } catch (error) {
      this.#outloud.log.error(`erosions: ${traceOf(error)}`); // the rest of the inbox is there without them
    }
  }
}

function marksOf(found: readonly Shrunk[]): string {
  return found.map(({ path, erosions }) => [path, ...erosions.map(({ mark }) => mark)].join(' ')).join('\n');
}
