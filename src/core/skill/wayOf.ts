import { daysBetween, type Day } from '../time/day.ts';
import { nowOf, type SkillState } from './matrix.ts';

/** A point of the way to a level, on a field whose corners are 0 and 1; up is more. */
export interface WayPoint {
  readonly x: number;
  readonly y: number;
}

/** How one skill moved over time, ready to be drawn. */
export interface Way {
  /** How she saw herself, the oldest first. */
  readonly self: readonly WayPoint[];
  /** How those who lead her saw it. */
  readonly leader: readonly WayPoint[];
  /** The height her role asks for. */
  readonly expected?: number;
  /** Where she wants to be, and the point she starts from. */
  readonly target?: { readonly from: WayPoint; readonly to: WayPoint };
}

/** The days a page's ways have in common, so that one can be read below the other. */
export interface Stretch {
  readonly from: Day;
  readonly to: Day;
}

/** From the first look to today, or to the last day somebody wants to be somewhere; undefined where nobody ever looked. */
export function stretchOf(states: readonly SkillState[], today: Day): Stretch | undefined {
  const seen = states.flatMap(({ history }) => history.map(({ day }) => day)).toSorted();
  const wanted = states.flatMap(({ due }) => due ?? []);
  const [from] = seen;
  return from === undefined ? undefined : { from, to: [...wanted, ...seen, today].toSorted().at(-1) ?? today };
}

/** One skill's way within a stretch of days. */
export function wayOf(state: SkillState, person: string, { from, to }: Stretch): Way {
  const length = Math.max(1, daysBetween(from, to));
  const point = (day: Day, level: number): WayPoint => ({ x: daysBetween(from, day) / length, y: (level - 1) / 4 });
  const isOwn = (by: string) => by.toLowerCase() === person.toLowerCase();
  const of = (wanted: boolean) =>
    state.history.filter(({ by }) => isOwn(by) === wanted).map(({ day, level }) => point(day, level));
  const last = state.self ?? state.leader;
  const now = nowOf(state);
  return {
    self: of(true),
    leader: of(false),
    ...(state.expected !== undefined && { expected: (state.expected - 1) / 4 }),
    ...(state.target !== undefined && last && now !== undefined
      ? { target: { from: point(last.day, now), to: point(state.due ?? to, state.target) } }
      : {}),
  };
}
