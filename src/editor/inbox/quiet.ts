import { EventEmitter, type ExtensionContext } from 'vscode';
import type { Disposable } from '../../app/ports.ts';
import type { Notebook } from '../../app/shelf.ts';

/** Something the person does not want to be asked any more. */
export interface Silenced {
  /** An inbox item's. */
  readonly key: string;
  /** How it stood in the inbox, to be found again by. */
  readonly label: string;
}

/** What the person was asked for the last time. It is kept on this machine and in no note: it is nobody else's business. */
export class Quiet implements Disposable {
  readonly #context: ExtensionContext;
  readonly #changed = new EventEmitter<void>();
  readonly onChange = this.#changed.event;

  constructor(context: ExtensionContext) {
    this.#context = context;
  }

  of(notebook: Pick<Notebook, 'place'>): readonly Silenced[] {
    return this.#context.globalState.get<readonly Silenced[]>(keyOf(notebook)) ?? [];
  }

  async stop(notebook: Pick<Notebook, 'place'>, silenced: Silenced): Promise<void> {
    const others = this.of(notebook).filter(({ key }) => key !== silenced.key);
    await this.#keep(notebook, [...others, silenced].slice(-most));
  }

  async askAgain(notebook: Pick<Notebook, 'place'>, key: string): Promise<void> {
    const others = this.of(notebook).filter(silenced => silenced.key !== key);
    await this.#keep(notebook, others);
  }

  dispose(): void {
    this.#changed.dispose();
  }

  async #keep(notebook: Pick<Notebook, 'place'>, all: readonly Silenced[]): Promise<void> {
    await this.#context.globalState.update(keyOf(notebook), all.length > 0 ? all : undefined);
    this.#changed.fire();
  }
}

/** More than anybody stops in years. */
const most = 500;

function keyOf({ place }: Pick<Notebook, 'place'>): string {
  return `inbox.quiet ${place.folder}`;
}
