import type { Goal, GoalStatus } from '../goal/goal.ts';
import type { Profile } from '../people/profile.ts';
import type { LoggedEntry } from '../log/loggedEntry.ts';
import { goalRow, toldByGoal, type GoalRowOptions } from './goalRow.ts';
import type { OutlineRow } from './outlineRow.ts';
import { plainLabel } from './plainLabel.ts';

export interface GoalRowsOptions extends Omit<GoalRowOptions, 'told'> {
  /** Her own log: a goal shows how much of it is about the goal. Not for others' eyes. */
  readonly entries?: readonly LoggedEntry[];
  /** What she says about herself: her purpose, and the visions that have no goal yet. */
  readonly profile?: Pick<Profile, 'path' | 'purpose' | 'visions'>;
}

/**
 * A person's goals as a tree: her purpose, the visions below it, the active goals that serve them, and goals that stand by themselves;
 * then what is parked and what is done, folded. Dropped goals are left out.
 */
export function goalRows(goals: readonly Goal[], shown: GoalRowsOptions = {}): readonly OutlineRow[] {
  const { entries = [], ...others } = shown;
  const options = { ...others, told: toldByGoal(entries) };
  const { profile } = options;
  const active = withStatus(goals, 'active').map(goal => ({ goal, row: goalRow(goal, options) }));
  const alone = active.filter(({ goal }) => visionKey(goal.vision ?? '') === '').map(({ row }) => row);
  const visions = visionsOf(goals, profile?.visions ?? []).map(vision => visionRow(vision, active, options));
  const purpose = plainLabel(profile?.purpose ?? '');
  return [
    ...(purpose === '' ? visions : [purposeRow(purpose, visions, options)]),
    ...alone,
    ...groupRow('parked', goals, options),
    ...groupRow('done', goals, options),
  ];
}

/** The name two notes mean one vision by, however they write it; empty for none. */
export function visionKey(vision: string): string {
  return plainLabel(vision, 400)
    .toLowerCase()
    .replace(/[\s.!…]+$/, '');
}

function withStatus(goals: readonly Goal[], status: GoalStatus): readonly Goal[] {
  return goals.filter(goal => goal.status === status).toSorted(byDue);
}

function byDue(a: Goal, b: Goal): number {
  const [one, other] = [a.due ?? '9999', b.due ?? '9999'];
  return one < other ? -1 : one > other ? 1 : a.title.localeCompare(b.title, 'en');
}

/** Her visions in the order of her profile, then those only an active goal names. Each once. */
function visionsOf(goals: readonly Goal[], ofProfile: readonly string[]): readonly string[] {
  const named = withStatus(goals, 'active').flatMap(({ vision }) => vision ?? []);
  const all = new Map<string, string>();
  for (const vision of [...ofProfile, ...named]) if (!all.has(visionKey(vision))) all.set(visionKey(vision), vision);
  all.delete('');
  return [...all.values()];
}

function visionRow(
  vision: string,
  active: readonly { readonly goal: Goal; readonly row: OutlineRow }[],
  { profile, isMine = true }: GoalRowsOptions,
): OutlineRow {
  const key = visionKey(vision);
  const rows = active.filter(({ goal }) => visionKey(goal.vision ?? '') === key).map(({ row }) => row);
  const isInProfile = profile?.visions.some(each => visionKey(each) === key) === true;
  return {
    label: capital(plainLabel(vision)),
    ...(rows.length === 0 && { detail: 'no active goal' }),
    tooltip: plainLabel(vision, 400),
    kind: 'vision',
    icon: 'eye',
    ...(isInProfile && { opens: { shelf: 'shared', path: profile.path } }),
    context: isMine ? 'vision mine' : 'vision',
    key: `vision ${key}`,
    answers: { vision },
    ...(rows.length > 0 ? { rows } : isMine ? { rows: [firstGoalRow(vision)] } : {}),
  };
}

/** What a vision without a goal asks for. */
function firstGoalRow(vision: string): OutlineRow {
  return {
    label: 'Set a goal for it',
    icon: 'add',
    context: 'next',
    key: 'next',
    command: 'createGoal',
    answers: { vision },
  };
}

function purposeRow(purpose: string, rows: readonly OutlineRow[], { profile }: GoalRowsOptions): OutlineRow {
  return {
    label: capital(purpose),
    tooltip: plainLabel(profile?.purpose ?? '', 400),
    kind: 'purpose',
    icon: 'compass',
    ...(profile && { opens: { shelf: 'shared', path: profile.path } }),
    context: 'purpose',
    key: 'purpose',
    ...(rows.length > 0 && { rows }),
  };
}

/** They have icons as all rows of this tree do: the editor lines up rows with and without in two ways. */
const groups = { parked: { label: 'Parked', icon: 'debug-pause' }, done: { label: 'Done', icon: 'pass' } } as const;

function groupRow(status: 'parked' | 'done', goals: readonly Goal[], options: GoalRowOptions): readonly OutlineRow[] {
  const rows = withStatus(goals, status).map(goal => goalRow(goal, options));
  if (rows.length === 0) return [];
  const context = ['group', status, ...(options.isMine === false ? [] : ['mine'])].join(' ');
  return [{ ...groups[status], kind: 'group', context, key: status, rows, folded: true }];
}

function capital(text: string): string {
  return text.replace(/^\p{Ll}/u, letter => letter.toUpperCase());
}
