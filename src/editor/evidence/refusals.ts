import type { Memento } from 'vscode';
import type { Goal } from '../../core/goal/goal.ts';

const key = 'evidence.refused';
/** The oldest are forgotten: what they were about is long past. */
const most = 2000;

/** What a person said is not for a goal. It is hers and of this window: nothing of it is written into notes. */
export class Refusals {
  readonly #state: Memento;

  constructor(state: Memento) {
    this.#state = state;
  }

  has(goal: Pick<Goal, 'shelf' | 'path'>, proposal: string): boolean {
    return this.#all.includes(nameOf(goal, proposal));
  }

  async add(goal: Pick<Goal, 'shelf' | 'path'>, proposal: string): Promise<void> {
    const name = nameOf(goal, proposal);
    await this.#state.update(key, [...this.#all.filter(other => other !== name), name].slice(-most));
  }

  get #all(): readonly string[] {
    return this.#state.get<readonly string[]>(key, []);
  }
}

function nameOf({ shelf, path }: Pick<Goal, 'shelf' | 'path'>, proposal: string): string {
  return `${shelf} ${path} ${proposal}`;
}
