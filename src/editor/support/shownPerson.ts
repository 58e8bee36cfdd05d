import { EventEmitter } from 'vscode';
import type { Desk } from '../../app/desk.ts';
import type { Disposable } from '../../app/ports.ts';
import { personCalled } from '../../core/people/identity.ts';
import type { Handle } from '../../core/note/notePath.ts';
import type { Person } from '../../core/people/person.ts';

/** Whose goals and log the sidebar of this window shows: her own, until she looks at somebody else's. */
export class ShownPerson implements Disposable {
  readonly #changed = new EventEmitter<void>();
  readonly onChange = this.#changed.event;
  #handle: Handle | undefined;

  /** The person whose notes are to be shown. */
  of({ me, team }: Pick<Desk, 'me' | 'team'>): Person {
    return this.#handle === undefined || this.#handle === me.handle ? me : personCalled(this.#handle, team);
  }

  /** Shows somebody's notes from now on; undefined shows her own again. */
  show(handle: Handle | undefined): void {
    if (handle === this.#handle) return;
    this.#handle = handle;
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
