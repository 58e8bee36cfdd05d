import { compareText } from '../../core/note/compareText.ts';
import { listValue, textValue } from '../../core/note/headValues.ts';
import { isOver, type Objective } from '../../core/objective/objective.ts';
import type { AssessedLine } from '../../core/skill/assessed.ts';
import { skillNamed, type Level, type Skill, skillSlug } from '../../core/skill/skill.ts';
import type { Day } from '../../core/time/day.ts';
import type { Desk } from '../desk.ts';
import { objectivesOf } from './goalAround.ts';
import { profileOf } from '../people/profileOf.ts';
import { assessmentsOf, skillsOf } from '../skill/skillMatrix.ts';

/** What a person can choose from while she says more about a goal. */
export interface GoalChoices {
  readonly today: Day;
  /** Those that are open. */
  readonly objectives: readonly Objective[];
  /** The skills of `skills.md`. */
  readonly skills: readonly Skill[];
  /** Other skills her own notes name, as they stand there. */
  readonly named: readonly string[];
  readonly visions: readonly string[];
  /** Where she saw herself last, by the skill's slug. */
  readonly levels: ReadonlyMap<string, Level>;
}

/** Gathers them: one walk over the index, and the few notes that list them. */
export async function goalChoices(desk: Pick<Desk, 'notebook' | 'me' | 'team' | 'clock'>): Promise<GoalChoices> {
  const { notebook, me, clock } = desk;
  const today = clock.today();
  const [objectives, skills, profile, seen, named] = await Promise.all([
    objectivesOf(notebook),
    skillsOf(notebook.shared),
    profileOf(notebook, me.handle),
    seenBy(desk),
    namedSkills(desk),
  ]);
  return {
    today,
    objectives: objectives.filter(objective => !isOver(objective, today)),
    skills,
    named: named.filter(name => skillNamed(name, skills) === undefined),
    visions: profile?.visions ?? [],
    levels: new Map(seen.map(({ skill, level }) => [skillNamed(skill, skills)?.slug ?? skill, level])),
  };
}

/** Her own assessments, the older ones first, so that the newest word counts. */
async function seenBy(desk: Pick<Desk, 'notebook' | 'me' | 'team'>): Promise<readonly AssessedLine[]> {
  const own = (await assessmentsOf(desk)).filter(({ of, by }) => of === desk.me.handle && by === desk.me.handle);
  const inOrder = own.toSorted((a, b) => compareText(a.day ?? '', b.day ?? ''));
  return inOrder.flatMap(({ skills }) => skills);
}

/** The skills her entries and goals name, each once, in the order of their use. */
async function namedSkills({ notebook, me }: Pick<Desk, 'notebook' | 'me'>): Promise<readonly string[]> {
  const shared = (await notebook.shared.notes()).filter(({ path }) => path.startsWith(`people/${me.handle}/`));
  const uses = new Map<string, { readonly name: string; readonly count: number }>();
  for (const { head } of [...shared, ...(await notebook.private.notes())])
    for (const name of [...listValue(head['skills']), textValue(head['skill']) ?? []].flat()) {
      const slug = skillSlug(name);
      uses.set(slug, { name: uses.get(slug)?.name ?? name, count: (uses.get(slug)?.count ?? 0) + 1 });
    }
  return [...uses.values()].toSorted((a, b) => b.count - a.count).map(({ name }) => name);
}
