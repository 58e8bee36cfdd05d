import { itemPlace, linePlace, titlePlace, valuePlace } from '../note/headPlace.ts';
import { fileNameOf } from '../note/noteName.ts';
import type { Handle } from '../note/notePath.ts';
import { checkOf, type GoalCheck, type Problem, type Span } from '../note/problem.ts';
import { proseLines } from '../note/sections.ts';
import { isOver, objectiveNamed, type Objective } from '../objective/objective.ts';
import { isLevel, skillNamed, type Skill } from '../skill/skill.ts';
import { daysBetween, parseDay, type Day } from '../time/day.ts';
import type { Goal } from './goal.ts';
import { isMeasured } from './stages.ts';

/** At most this many goals are worked on at a time. It is advice, not a law. */
export const mostActive = 3;

/** For how many weeks a goal may rest before it is asked about. */
const weeksOfRest = 4;

/** On how many lines the same is said. */
const mostLines = 20;

/** What a goal is looked at together with. Made once per look, from the index and the few notes that every goal refers to. */
export interface GoalAround {
  readonly today: Day;
  /** Her goals, this one among them or not. */
  readonly goals: readonly GoalBeside[];
  readonly objectives: readonly Objective[];
  /** What `skills.md` says; undefined where there is none, and nothing is said about skills then. */
  readonly skills?: readonly Pick<Skill, 'slug' | 'name' | 'kind'>[];
  /** The members of `team.md`; empty where there is none, and nothing is said about allies then. */
  readonly team: readonly Handle[];
  /** The newest day an entry of her log names a goal, by the goal's slug in lower case. */
  readonly toldOn: ReadonlyMap<string, Day>;
  /** The day its file changed. It counts only where nothing else tells when something moved: a fresh clone changes all files. */
  readonly changedOn?: Day;
}

/** A goal as the index knows it. */
export type GoalBeside = Pick<Goal, 'slug' | 'status' | 'skill'>;

/**
 * What a person may want to look at in a goal of hers, each as a problem where it stands. Only active goals are asked about, and none that
 * says `checks: none`. SMART is meant as Doran wrote it ("There's a S.M.A.R.T. way to write management's goals and objectives", 1981),
 * OKR as Doerr did ("Measure What Matters", 2018).
 *
 * @param text the goal's whole note
 */
export function checkGoal(goal: Goal, text: string, around: GoalAround): readonly Problem[] {
  if (goal.status !== 'active' || goal.isUnchecked === true) return [];
  return questions.flatMap(question => question(goal, text, around));
}

/** Those that are not turned off. */
export function withoutOff(problems: readonly Problem[], isOn: (check: GoalCheck) => boolean): readonly Problem[] {
  return problems.filter(({ code }) => {
    const check = checkOf(code);
    return check === undefined || isOn(check);
  });
}

type Question = (goal: Goal, text: string, around: GoalAround) => readonly Problem[];

const questions: readonly Question[] = [
  askForDate,
  askForMeasure,
  askForFigures,
  askForObjective,
  askForVision,
  askForFocus,
  askForSoftSkill,
  askForMove,
  checkSkill,
  checkAllies,
];

function problem(check: GoalCheck, { start, end }: Span, detail?: string): Problem {
  return { code: `goal-${check}`, at: { start, end }, expected: '', ...(detail !== undefined && { detail }) };
}

function askForDate({ due }: Goal, text: string, { today }: GoalAround): readonly Problem[] {
  const at = valuePlace(text, 'due');
  if (due === undefined) return at && !isEmpty(text, at) ? [] : [problem('date', titlePlace(text))];
  return due < today ? [problem('pastDate', at ?? titlePlace(text), due)] : [];
}

/** Whether only a key's name stands there: `due:`. Any other value that is no day is told of already. */
function isEmpty(text: string, at: Span): boolean {
  return /^["']?due["']?$/.test(text.slice(at.start, at.end));
}

function askForMeasure(goal: Goal, text: string): readonly Problem[] {
  if (isMeasured(goal)) return [];
  return [problem(goal.kind === 'okr' ? 'keyResults' : 'measure', titlePlace(text))];
}

function askForFigures({ keyResults }: Goal, text: string): readonly Problem[] {
  return keyResults
    .filter(({ target, isReached }) => target === undefined && isReached === undefined)
    .slice(0, mostLines)
    .map(({ text: words, line }) => problem('figures', linePlace(text, line), words));
}

function askForObjective({ objective }: Goal, text: string, { objectives, today }: GoalAround): readonly Problem[] {
  if (objective === undefined) {
    const isAny = objectives.some(each => !isOver(each, today));
    return isAny ? [problem('objective', titlePlace(text))] : [];
  }
  const at = valuePlace(text, 'objective') ?? titlePlace(text);
  const linked = objectiveNamed(objective, objectives);
  if (!linked) return [problem('objectiveGone', at, objective)];
  return isOver(linked, today) ? [problem('objectiveOver', at, linked.title)] : [];
}

function askForVision({ vision }: Goal, text: string): readonly Problem[] {
  return vision === undefined ? [problem('vision', titlePlace(text))] : [];
}

function askForFocus({ slug }: Goal, text: string, { goals }: GoalAround): readonly Problem[] {
  const active = goals.filter(goal => goal.status === 'active' && goal.slug !== slug).length + 1;
  return active > mostActive ? [problem('focus', valuePlace(text, 'status') ?? titlePlace(text), String(active))] : [];
}

/** Only where two goals or more are active, and each names a skill that the team calls hard. */
function askForSoftSkill(goal: Goal, text: string, { goals, skills }: GoalAround): readonly Problem[] {
  if (!skills?.some(({ kind }) => kind === 'soft')) return [];
  const active = [goal, ...goals.filter(other => other.status === 'active' && other.slug !== goal.slug)];
  const areHard = active.every(({ skill }) => skill !== undefined && skillNamed(skill, skills)?.kind === 'hard');
  return areHard && active.length > 1 ? [problem('softSkill', valuePlace(text, 'skill') ?? titlePlace(text))] : [];
}

function askForMove({ slug }: Goal, text: string, { today, toldOn, changedOn }: GoalAround): readonly Problem[] {
  const begun = valuePlace(text, 'date');
  const date = begun && parseDay(text.slice(begun.start, begun.end).replace(/["']/g, ''));
  const told = [date, toldOn.get(slug.toLowerCase()), ...daysIn(text)].filter(day => day !== undefined && day <= today);
  const last = told.toSorted().at(-1) ?? changedOn;
  const weeks = last === undefined ? 0 : Math.floor(daysBetween(last, today) / 7);
  return weeks >= weeksOfRest ? [problem('untouched', titlePlace(text), String(weeks))] : [];
}

/** The days a note's words name, but for those something is due: when a step was done, what she and her allies said. */
function daysIn(text: string): readonly Day[] {
  return [...proseLines(text)].flatMap(({ text: line }) => {
    const said = line.replace(/(?:(?:📅|📆|🗓|⏳|🛫)\uFE0F? *|(?:due|scheduled|start):: *)\d{4}-\d{2}-\d{2}/gu, '');
    return Array.from(said.matchAll(/(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/g), ([day]) => parseDay(day)).filter(
      day => day !== undefined,
    );
  });
}

function checkSkill({ skill, from, target }: Goal, text: string, { skills }: GoalAround): readonly Problem[] {
  const isBelow = isLevel(from) && isLevel(target) && target <= from;
  const known = skill === undefined || !skills || skillNamed(skill, skills) !== undefined;
  return [
    ...noLevel('from', from, text),
    ...(isBelow
      ? [problem('levels', valuePlace(text, 'target') ?? titlePlace(text))]
      : noLevel('target', target, text)),
    ...(known ? [] : [problem('skill', valuePlace(text, 'skill') ?? titlePlace(text), skill)]),
  ];
}

/** Where a number is no level, with the number. */
function noLevel(key: 'from' | 'target', level: number | undefined, text: string): readonly Problem[] {
  if (level === undefined || isLevel(level)) return [];
  return [problem('levels', valuePlace(text, key) ?? titlePlace(text), String(level))];
}

function checkAllies({ allies }: Goal, text: string, { team }: GoalAround): readonly Problem[] {
  if (team.length === 0) return [];
  const known = new Set(team.map(handle => fileNameOf(handle)));
  return allies
    .filter(ally => !known.has(fileNameOf(ally.replace(/^@/, ''))))
    .slice(0, mostLines)
    .map(ally => problem('ally', itemPlace(text, 'allies', ally) ?? titlePlace(text), ally));
}
