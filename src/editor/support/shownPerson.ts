import { EventEmitter } from 'vscode';
import type { Desk } from '../../app/desk.ts';
import type { Disposable } from '../../app/ports.ts';
import type { Handle } from '../../core/note/notePath.ts';
import type { Member, Person } from '../../core/people/person.ts';

/** Whose goals and log the sidebar of this window shows: her own, until she looks at somebody else's. */
export class ShownPerson implements Disposable {
  readonly #changed = new EventEmitter<void>();
  readonly onChange = this.#changed.event;
  #handle: Handle | undefined;
  #personIn: PersonIn = () => undefined;

  /** The person whose notes are to be shown. */
  of({ me, team }: Pick<Desk, 'me' | 'team'>): Person {
    return this.#handle === undefined || this.#handle === me.handle ? me : (this.#personIn(team) ?? me);
  }

  /**
   * Shows somebody's notes from now on; undefined shows her own again.
   *
   * @param personIn who that is in a team; nothing is loaded for it before somebody else is looked at
   */
  show(handle: Handle | undefined, personIn: PersonIn): void {
    if (handle === this.#handle) return;
    this.#handle = handle;
    this.#personIn = personIn;
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

type PersonIn = (team: readonly Member[]) => Person | undefined;
