import { EventEmitter, type ExtensionContext } from 'vscode';
import type { InboxMemory } from '../../app/feedback/feedbackInbox.ts';
import type { Disposable } from '../../app/ports.ts';
import type { Notebook } from '../../app/shelf.ts';

/** What the person has opened and what she put off. It is kept on this machine and in no note: it is nobody else's business. */
export class Attention implements Disposable {
  readonly #context: ExtensionContext;
  readonly #changed = new EventEmitter<void>();
  readonly onChange = this.#changed.event;

  constructor(context: ExtensionContext) {
    this.#context = context;
  }

  of(notebook: Pick<Notebook, 'place'>): InboxMemory {
    return this.#context.globalState.get(keyOf(notebook), {});
  }

  /** Remembers something beside what is remembered already. */
  async keep(notebook: Pick<Notebook, 'place'>, more: InboxMemory): Promise<void> {
    await this.#context.globalState.update(keyOf(notebook), { ...this.of(notebook), ...more });
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

function keyOf({ place }: Pick<Notebook, 'place'>): string {
  return `inbox.attention ${place.folder}`;
}
