import { pointDecided, pointsOf, type Point, type PointWay } from '../../core/meeting/points.ts';
import type { PrivatePath } from '../../core/note/notePath.ts';
import type { Desk } from '../desk.ts';
import { Failure } from '../failure.ts';
import { changeNote } from '../notebook/changeNote.ts';

/** What becomes of a point, which is named by its words, or exactly by its line. */
export interface Decision {
  readonly way: PointWay;
  /** Its words, without the way. */
  readonly point?: string;
  /** Counted from 1. */
  readonly line?: number;
}

/**
 * Decides about a point in the private note of a meeting, or decides anew: she says it, her advocate does, or it is dropped and never
 * leaves the note.
 *
 * @throws Failure where there is no such point (any more)
 */
export async function decidePoint(
  { notebook }: Pick<Desk, 'notebook'>,
  path: PrivatePath,
  { way, ...name }: Decision,
): Promise<void> {
  await changeNote(notebook.private, path, text => {
    const point = pointCalled(pointsOf(text), name);
    if (!point)
      throw new Failure('There is no such point below “My points” any more, so nothing was written. Look at the note.');
    return pointDecided(text, point, way);
  });
}

/** The point of that line; where the note moved on, the one of these words. */
export function pointCalled(points: readonly Point[], { point, line }: Omit<Decision, 'way'>): Point | undefined {
  const called = points.filter(({ text }) => point === undefined || text === point);
  return called.find(each => each.line === line) ?? (point === undefined ? undefined : called[0]);
}
