import type { GoalAround, GoalBeside } from '../../core/goal/checkGoal.ts';
import { goalNamed } from '../../core/goal/matchGoals.ts';
import { goalStatuses } from '../../core/goal/goal.ts';
import type { StageContext } from '../../core/goal/stages.ts';
import { privateEntries, sharedEntries } from '../../core/log/loggedEntry.ts';
import { listValue, present, textValue } from '../../core/note/headValues.ts';
import { slugOf, type Handle, type PrivatePath, type SharedPath } from '../../core/note/notePath.ts';
import { profilePath } from '../../core/people/profile.ts';
import { readObjective, type Objective } from '../../core/objective/objective.ts';
import { allNamesOf } from '../../core/skill/skill.ts';
import type { Day } from '../../core/time/day.ts';
import type { Desk } from '../desk.ts';
import type { IndexedNote, Notebook } from '../shelf.ts';
import { goalsNamedIn } from './goalsOf.ts';
import { assessmentsOf, skillsOf } from '../skill/skillMatrix.ts';

type GoalDesk = Pick<Desk, 'notebook' | 'me' | 'team' | 'clock'>;

/** What the goals of the person at the desk are looked at together with: one walk over the index, and `skills.md`. */
export async function goalAround(desk: GoalDesk): Promise<GoalAround> {
  const { notebook, me, team, clock } = desk;
  const [shared, own, skills] = await Promise.all([
    notebook.shared.notes(),
    notebook.private.notes(),
    skillsOf(notebook.shared),
  ]);
  return {
    today: clock.today(),
    goals: [...goalsIn(shared, `people/${me.handle}/`), ...goalsIn(own, '')],
    objectives: objectivesIn(shared),
    ...(skills.length > 0 && { skills }),
    team: team.map(({ handle }) => handle),
    toldOn: toldOn(desk.me.handle, shared, own),
  };
}

/** What the stages of her goals are derived from: one walk over the index, and the assessments of her. */
export async function stagesAround(desk: Pick<Desk, 'notebook' | 'me' | 'team'>): Promise<StageContext> {
  const { notebook, me } = desk;
  const [shared, own, assessments, skills] = await Promise.all([
    notebook.shared.notes(),
    notebook.private.notes(),
    assessmentsOf(desk),
    skillsOf(notebook.shared),
  ]);
  const allNames = (names: readonly string[]) => new Set(names.flatMap(name => allNamesOf(name, skills)));
  const offered = shared
    .filter(({ type, isPrivate, path }) => type === 'profile' && !isPrivate && path !== profilePath(me.handle))
    .flatMap(({ head }) => listValue(head['offers']));
  const readable = shared.filter(({ isPrivate, path }) => !isPrivate || path.startsWith(`people/${me.handle}/`));
  const read = [...readable, ...own]
    .filter(({ type }) => type === 'book' || type === 'article')
    .flatMap(({ head }) => listValue(head['skills']));
  const assessed = assessments.filter(({ of }) => of === me.handle).flatMap(({ skills: seen }) => seen);
  return {
    assessed: allNames(assessed.map(({ name }) => name)),
    resources: allNames([...offered, ...read]),
    told: new Set(toldOn(me.handle, shared, own).keys()),
  };
}

/** The objectives of the team, those that are over among them. */
export async function objectivesOf({ shared }: Pick<Notebook, 'shared'>): Promise<readonly Objective[]> {
  return objectivesIn(await shared.notes());
}

function objectivesIn(notes: readonly IndexedNote<SharedPath>[]): readonly Objective[] {
  return notes.filter(({ type, isPrivate }) => type === 'objective' && !isPrivate).map(readObjective);
}

function goalsIn(notes: readonly IndexedNote[], folder: string): readonly GoalBeside[] {
  return notes
    .filter(({ type, path }) => type === 'goal' && path.startsWith(folder))
    .map(({ head, path }) => ({
      slug: slugOf(path),
      status: goalStatuses.find(status => status === head['status']) ?? 'active',
      ...present('skill', textValue(head['skill'])),
    }));
}

/** The newest day each goal was told of in her log, whatever it was called then. */
function toldOn(
  handle: Handle,
  shared: readonly IndexedNote<SharedPath>[],
  own: readonly IndexedNote<PrivatePath>[],
): ReadonlyMap<string, Day> {
  const days = new Map<string, Day>();
  const goals = [...goalsNamedIn(shared, `people/${handle}/`), ...goalsNamedIn(own, '')];
  const slugs = new Map<string, string>(); // many entries use the same few names
  for (const { goal = '', day } of [...sharedEntries(shared, handle), ...privateEntries(own)]) {
    const slug = slugs.get(goal) ?? (goalNamed(goal, goals)?.slug ?? goal).toLowerCase();
    slugs.set(goal, slug);
    if (slug !== '' && day > (days.get(slug) ?? '')) days.set(slug, day);
  }
  return days;
}
