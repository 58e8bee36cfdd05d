import { l10n } from 'vscode';
import { dueOffers } from '../../core/goal/dueOffers.ts';
import { linePlace } from '../../core/note/headPlace.ts';
import type { HeadValue } from '../../core/note/note.ts';
import type { GoalCheck } from '../../core/note/problem.ts';
import type { TextEdit } from '../../core/note/textEdit.ts';
import type { Objective } from '../../core/objective/objective.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import type { Skill } from '../../core/skill/skill.ts';
import type { Day } from '../../core/time/day.ts';
import { nearest } from '../support/nearest.ts';
import { checkName } from '../support/goalWords.ts';
import { dueWords } from '../support/dueWords.ts';

/** Something that may be done: keys of the front matter to change, edits of the text, or a command that asks for more. */
export type Offer = { readonly title: string } & (
  | { readonly changes: Readonly<Record<string, HeadValue | undefined>> }
  | { readonly edits: (text: string) => readonly TextEdit[] }
  | { readonly command: string; readonly answers: Readonly<Record<string, unknown>> }
);

/** What the offers are made of. */
export interface OfferContext {
  /** How a command names the goal. */
  readonly goal: { readonly goal: string; readonly shelf: 'shared' | 'private'; readonly path: string };
  readonly today: Day;
  /** Those that are open. */
  readonly objectives: readonly Objective[];
  readonly visions: readonly string[];
  readonly skills: readonly Pick<Skill, 'slug' | 'name' | 'kind'>[];
  readonly team: readonly string[];
  /** What stands where the problem is. */
  readonly words: string;
  /** Its line, counted from 0. */
  readonly line: number;
}

/** How many things of a kind are offered. */
const most = 5;

/** What may be done about one question; nothing where only the person can know. */
export function offersFor(check: GoalCheck, context: OfferContext): readonly Offer[] {
  return offers[check](context);
}

/** What may be done about each: not to be asked any more, about any goal. */
export function neverAgain(check: GoalCheck): Offer {
  return { title: l10n.t('Don’t look for {0}', checkName(check)), command: 'turnOffCheck', answers: { check } };
}

/** What may be done about all of them at once. */
export function neverHere(): Offer {
  return { title: l10n.t('Ask nothing about this goal'), changes: { checks: 'none' } };
}

const offers: Readonly<Record<GoalCheck, (context: OfferContext) => readonly Offer[]>> = {
  date: days,
  pastDate: context => [...days(context), done(), park()],
  measure: ({ goal }) => [ask(l10n.t('Say how you will know…'), goal, 'measure')],
  keyResults: ({ goal }) => [ask(l10n.t('Add a key result…'), goal, 'keyResult')],
  figures: ({ line }) => [{ title: l10n.t('Give it a box to tick'), edits: text => boxAt(text, line) }],
  objective: objectives,
  objectiveGone: context => [...objectives(context), unlinked()],
  objectiveOver: context => [...objectives(context), unlinked(), park()],
  vision: ({ visions, goal }) => [
    ...visions
      .slice(0, most)
      .map(vision => ({ title: l10n.t('Link “{0}”', plainLabel(vision, 60)), changes: { vision } })),
    ask(l10n.t('Write down where it brings you…'), goal, 'vision'),
  ],
  focus: () => [park()],
  softSkill: softGoals,
  untouched: ({ goal }) => [
    { title: l10n.t('Log what you learned for it…'), command: 'logLearning', answers: { goal: goal.goal } },
    park(),
    done(),
  ],
  levels: ({ goal }) => [
    ask(l10n.t('Choose where you want to be…'), goal, 'target'),
    ask(l10n.t('Choose where you are now…'), goal, 'from'),
  ],
  skill: ({ words, skills }) =>
    nearest(
      words,
      skills.map(({ slug }) => slug),
    ).map(skill => ({ title: replaced(skill), changes: { skill } })),
  ally: ({ words, team, line }) =>
    nearest(words, team).map(ally => ({ title: replaced(ally), edits: text => replacedAt(text, line, words, ally) })),
};

function days({ today }: OfferContext): readonly Offer[] {
  return dueOffers(today).map(offer => ({
    title: l10n.t('Due {0}: {1}', dueWords(offer), offer.day),
    changes: { due: offer.day },
  }));
}

function objectives({ objectives: open }: OfferContext): readonly Offer[] {
  return open
    .slice(0, most)
    .map(({ slug, title }) => ({ title: l10n.t('Link “{0}”', plainLabel(title, 60)), changes: { objective: slug } }));
}

/** The goal itself is fine as it is: what is offered is one beside it. */
function softGoals({ skills }: OfferContext): readonly Offer[] {
  return skills
    .filter(({ kind }) => kind === 'soft')
    .slice(0, most)
    .map(({ slug, name }) => ({
      title: l10n.t('Set a goal for “{0}”…', plainLabel(name, 60)),
      command: 'createGoal',
      answers: { skill: slug },
    }));
}

function unlinked(): Offer {
  return { title: l10n.t('Take the link away'), changes: { objective: undefined } };
}

function park(): Offer {
  return { title: l10n.t('Park this goal'), changes: { status: 'parked' } };
}

function done(): Offer {
  return { title: l10n.t('Mark it done'), changes: { status: 'done' } };
}

function ask(title: string, goal: OfferContext['goal'], missing: string): Offer {
  return { title, command: 'completeGoal', answers: { ...goal, missing } };
}

function replaced(word: string): string {
  return l10n.t('Change to “{0}”', plainLabel(word, 60));
}

function replacedAt(text: string, line: number, words: string, put: string): readonly TextEdit[] {
  const { start, end } = linePlace(text, line + 1);
  const at = text.indexOf(words, start);
  return at < 0 || at + words.length > end ? [] : [{ at: { start: at, end: at + words.length }, text: put }];
}

/** A box behind the bullet of a list item. */
function boxAt(text: string, line: number): readonly TextEdit[] {
  const { start, end } = linePlace(text, line + 1);
  const bullet = /^[ \t]*[-*+][ \t]+/.exec(text.slice(start, end))?.[0].length;
  if (bullet === undefined) return [];
  return [{ at: { start: start + bullet, end: start + bullet }, text: '[ ] ' }];
}
