import { EventEmitter } from 'vscode';
import type { Desk } from '../../app/desk.ts';
import type { Disposable } from '../../app/ports.ts';
import type { OutlineRow } from '../../core/outline/outlineRow.ts';
import type { Person } from '../../core/people/person.ts';

/** Rows for the goals of a person, by each goal's path. It answers at once with what is known, and tells when more is. */
export interface GoalAdditionSource {
  of(desk: Desk, person: Person): ReadonlyMap<string, readonly OutlineRow[]>;
}

/** What other features show below the goals in the sidebar: evidence that was found in git. */
export class GoalAdditions implements Disposable {
  readonly #changed = new EventEmitter<void>();
  readonly onChange = this.#changed.event;
  readonly #sources = new Set<GoalAdditionSource>();

  /** Adds a source, until what it answers is disposed. */
  offer(source: GoalAdditionSource): Disposable {
    this.#sources.add(source);
    return { dispose: () => void this.#sources.delete(source) };
  }

  /** Says that a source knows more now: the goals are drawn anew. */
  changed(): void {
    this.#changed.fire();
  }

  /** What every source knows of a person's goals. */
  of(desk: Desk, person: Person): ReadonlyMap<string, readonly OutlineRow[]> {
    const all = new Map<string, readonly OutlineRow[]>();
    for (const source of this.#sources)
      for (const [path, rows] of source.of(desk, person)) all.set(path, [...(all.get(path) ?? []), ...rows]);
    return all;
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
