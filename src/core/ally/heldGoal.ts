import { aliasesOf } from '../goal/goal.ts';
import { listValue, present, textValue } from '../note/headValues.ts';
import type { Note } from '../note/note.ts';
import { dayValue } from '../note/noteDays.ts';
import { fileNameOf } from '../note/noteName.ts';
import { type Handle, ownerOf, type SharedPath, slugOf } from '../note/notePath.ts';
import { handleCalled } from '../people/identity.ts';
import type { Member } from '../people/person.ts';
import type { Day } from '../time/day.ts';

/** An active goal others can read, whose owner named people who hold her to it. */
export interface HeldGoal {
  /** As an ally's note names it: `ada/checkout-under-200-ms`. */
  readonly id: string;
  readonly owner: Handle;
  readonly path: SharedPath;
  readonly slug: string;
  /** What allies' notes may still call it: the names it had before. */
  readonly formerIds: readonly string[];
  readonly title: string;
  readonly allies: readonly Handle[];
  /** The day its note gives, from which the first two weeks count. */
  readonly since?: Day;
  /** Whether its owner wants to be asked: `checkins: false` says no. */
  readonly asks: boolean;
}

/**
 * The goals that have allies, of everybody. Told by their front matter alone; a private one is none of them, and nobody is an ally of
 * her own.
 */
export function heldGoals(
  notes: readonly (Note & { readonly path: SharedPath })[],
  team: readonly Member[],
): readonly HeldGoal[] {
  return notes.flatMap(({ type, path, title, head, isPrivate }) => {
    if (type !== 'goal' || isPrivate) return [];
    const owner = ownerOf(path);
    if (owner === undefined || !isActive(textValue(head['status']))) return [];
    const named = listValue(head['allies']).map(called => handleCalled(called, team));
    const allies = [...new Set(named)].filter(handle => !isSame(handle, owner));
    if (allies.length === 0) return [];
    const slug = slugOf(path);
    const since = present('since', dayValue(head['date']));
    const formerIds = aliasesOf(head).map(alias => `${owner}/${fileNameOf(alias)}`);
    return [
      {
        id: `${owner}/${slug}`,
        owner,
        path,
        slug,
        formerIds,
        title,
        allies,
        ...since,
        asks: head['checkins'] !== false,
      },
    ];
  });
}

/** Whether a note's `goal` means this one. */
export function isMeant(goal: Pick<HeldGoal, 'id' | 'formerIds'>, named: string): boolean {
  return [goal.id, ...goal.formerIds].some(id => isSame(id, named));
}

/** Whether two handles are one person's. */
export function isSame(one: Handle, other: Handle): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function isActive(status = 'active'): boolean {
  return !['parked', 'done', 'dropped'].includes(status);
}
