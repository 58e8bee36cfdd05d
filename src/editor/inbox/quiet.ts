import { createHash } from 'node:crypto';
import { EventEmitter, type ExtensionContext } from 'vscode';
import type { Disposable } from '../../app/ports.ts';
import type { Notebook } from '../../app/shelf.ts';

/**
 * What the person was asked for the last time. It is kept on this machine and in no note: it is nobody else's business. The key of an
 * inbox item may hold words of a private note, so only its fingerprint is kept.
 */
export class Quiet implements Disposable {
  readonly #context: ExtensionContext;
  readonly #changed = new EventEmitter<void>();
  readonly onChange = this.#changed.event;

  constructor(context: ExtensionContext) {
    this.#context = context;
  }

  /** Says of an inbox item's key whether it is asked no more. */
  of(notebook: Pick<Notebook, 'place'>): (key: string) => boolean {
    const stopped = new Set(this.#stopped(notebook));
    return key => stopped.has(fingerprint(key));
  }

  async stop(notebook: Pick<Notebook, 'place'>, key: string): Promise<void> {
    await this.#keep(notebook, [...this.#without(notebook, key), fingerprint(key)].slice(-most));
  }

  async askAgain(notebook: Pick<Notebook, 'place'>, key: string): Promise<void> {
    await this.#keep(notebook, this.#without(notebook, key));
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #stopped(notebook: Pick<Notebook, 'place'>): readonly string[] {
    return this.#context.globalState.get<readonly string[]>(stateKeyOf(notebook)) ?? [];
  }

  #without(notebook: Pick<Notebook, 'place'>, key: string): readonly string[] {
    return this.#stopped(notebook).filter(each => each !== fingerprint(key));
  }

  async #keep(notebook: Pick<Notebook, 'place'>, all: readonly string[]): Promise<void> {
    await this.#context.globalState.update(stateKeyOf(notebook), all.length > 0 ? all : undefined);
    this.#changed.fire();
  }
}

/** More than anybody stops in years. */
const most = 500;

function fingerprint(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}

function stateKeyOf({ place }: Pick<Notebook, 'place'>): string {
  return `inbox.quiet ${place.folder}`;
}
