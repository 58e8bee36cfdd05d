import type { GoalAround, GoalBeside } from '../core/goal/checkGoal.ts';
import { goalStatuses } from '../core/goal/goal.ts';
import type { StageContext } from '../core/goal/stages.ts';
import { newestFirst, privateEntries, sharedEntries } from '../core/log/loggedEntry.ts';
import { listValue, present, textValue } from '../core/note/headValues.ts';
import type { Note } from '../core/note/note.ts';
import { fileNameOf } from '../core/note/noteName.ts';
import { slugOf, type NotePath, type SharedPath } from '../core/note/notePath.ts';
import { readObjective, type Objective } from '../core/objective/objective.ts';
import { readSkills, type Skill } from '../core/skill/skill.ts';
import type { Day } from '../core/time/day.ts';
import type { Desk } from './desk.ts';
import { NoteRefused } from './failure.ts';
import type { IndexedNote, Notebook } from './shelf.ts';

type GoalDesk = Pick<Desk, 'notebook' | 'me' | 'team' | 'clock'>;

/** What the goals of the person at the desk are looked at together with: one walk over the index, and `skills.md`. */
export async function goalAround(desk: GoalDesk): Promise<GoalAround> {
  const { notebook, me, team, clock } = desk;
  const [shared, own, skills] = await Promise.all([
    notebook.shared.notes(),
    notebook.private.notes(),
    skillsOf(notebook),
  ]);
  return {
    today: clock.today(),
    goals: [...goalsIn(shared, `people/${me.handle}/`), ...goalsIn(own, '')],
    objectives: objectivesIn(shared),
    ...(skills && { skills }),
    team: team.map(({ handle }) => handle),
    toldOn: toldOn(desk.me.handle, shared, own),
  };
}

/** What the stages of her goals are derived from: one walk over the index, and her own assessments. */
export async function stagesAround({ notebook, me }: Pick<Desk, 'notebook' | 'me'>): Promise<StageContext> {
  const [shared, own] = await Promise.all([notebook.shared.notes(), notebook.private.notes()]);
  const mine = (note: Note) => note.type === 'assessment' && textValue(note.head['of']) === me.handle;
  const texts = await Promise.all([
    ...shared.filter(note => mine(note) && !note.isPrivate).map(({ path }) => textOf(notebook.shared, path)),
    ...own.filter(mine).map(({ path }) => textOf(notebook.private, path)),
  ]);
  const offered = shared
    .filter(
      ({ type, isPrivate, path }) => type === 'profile' && !isPrivate && path !== `people/${me.handle}/${me.handle}.md`,
    )
    .flatMap(({ head }) => listValue(head['offers']));
  const read = [...shared, ...own]
    .filter(({ type }) => type === 'book' || type === 'article')
    .flatMap(({ head }) => listValue(head['skills']));
  return {
    assessed: new Set(texts.flatMap(assessedIn)),
    resources: new Set([...offered, ...read].map(fileNameOf)),
    told: new Set(toldOn(me.handle, shared, own).keys()),
  };
}

/** The objectives of the team, those that are over among them. */
export async function objectivesOf({ shared }: Pick<Notebook, 'shared'>): Promise<readonly Objective[]> {
  return objectivesIn(await shared.notes());
}

/** The skills of `skills.md`; undefined where there is no such note. */
export async function skillsOf({ shared }: Pick<Notebook, 'shared'>): Promise<readonly Skill[] | undefined> {
  const notes = (await shared.notes()).filter(({ type, isPrivate }) => type === 'skills' && !isPrivate);
  const note = notes.find(({ path }) => path === 'skills.md') ?? notes[0];
  const text = note && (await textOf(shared, note.path));
  return note && text !== undefined ? readSkills(note, text) : undefined;
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

function toldOn(
  handle: string,
  shared: readonly IndexedNote<SharedPath>[],
  own: Awaited<ReturnType<Notebook['private']['notes']>>,
): ReadonlyMap<string, Day> {
  const days = new Map<string, Day>();
  for (const { goal, day } of newestFirst([...sharedEntries(shared, handle), ...privateEntries(own)])) {
    const slug = goal?.toLowerCase();
    if (slug !== undefined && !days.has(slug)) days.set(slug, day);
  }
  return days;
}

/** `- Postgres: 3 → 4` */
function assessedIn(text: string | undefined): readonly string[] {
  return Array.from((text ?? '').matchAll(/^ {0,3}[-*+][ \t]+([^:\n]{1,200}):[ \t]*[1-5]/gm), ([, name = '']) =>
    fileNameOf(name),
  );
}

async function textOf<P extends NotePath>(
  shelf: { read(path: P): Promise<string> },
  path: P,
): Promise<string | undefined> {
  try {
    return await shelf.read(path);
  } catch (refused) {
    if (refused instanceof NoteRefused) return undefined;
    throw refused;
  }
}
