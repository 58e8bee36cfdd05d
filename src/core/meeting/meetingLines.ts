import { goalNamed, matchGoals } from '../goal/matchGoals.ts';
import type { Goal } from '../goal/goal.ts';
import { shortened } from '../markdown/cleanText.ts';
import { escapeSentence, escapeText } from '../markdown/markdown.ts';
import type { LoggedEntry } from '../log/loggedEntry.ts';
import { listed } from '../markdown/listed.ts';
import { memberWithEmail, personCalled } from '../people/identity.ts';
import type { Ident } from '../people/person.ts';
import { sameWords } from '../promise/promise.ts';
import { daysBetween, type Day } from '../time/day.ts';
import { standingOf } from '../week/goalLines.ts';
import type { PartLine } from '../week/part.ts';
import { printWork } from '../week/printWork.ts';
import { autonomySupport } from './autonomySupport.ts';
import { kindsOfMeeting } from './kinds.ts';
import type { MeetingFacts, ToldPromise } from './meetingFacts.ts';
import { questionsFor } from './question.ts';
import { leastCovered, longestUnasked } from './rotation.ts';
import type { ToldWeek } from './toldWeek.ts';

const longest = 160;
const mostQuestions = 3;

/**
 * An open promise as a line to tick.
 *
 * @param day the day of the meeting: what is due before it is over by then
 * @example
 * - [ ] A budget for the database course · promised 2026-10-27 · **14 days over** 📅 2026-11-10
 */
export function promiseLine({ by, text, due, since, promised }: ToldPromise, day: Day): PartLine {
  const over = due === undefined ? 0 : daysBetween(due, day);
  const words = [
    escapeSentence(shortened(text, 300)),
    ...(promised === undefined ? [] : [`promised ${promised}`]),
    ...(since === undefined ? [] : [`since ${since}`]),
    ...(over > 0 ? [`**${over === 1 ? '1 day' : `${over} days`} over**`] : []),
  ];
  const markdown = `- [ ] ${words.join(' · ')}${due === undefined ? '' : ` 📅 ${due}`}`;
  return { facts: [{ id: promiseId({ by, text }), markdown }] };
}

/** What a promise's line stays known by. */
export function promiseId({ by, text }: Pick<ToldPromise, 'by' | 'text'>): string {
  return `promise ${by} ${sameWords(text)}`;
}

/** What happened since the last time, without the goals: work or published weeks, what was learned, and what others said. */
export function sinceLines(facts: MeetingFacts): readonly PartLine[] {
  const entries = facts.entries.toReversed();
  const ofType = (...types: readonly LoggedEntry['type'][]) => entries.filter(({ type }) => types.includes(type));
  return [
    ...facts.weeks.toReversed().flatMap(weekLines),
    ...workLines(facts),
    ...ofType('learning', 'experiment', 'book', 'article').map(entry => entryLine('Learned', entry)),
    ...(facts.meeting.kind === 'review' ? [] : ofType('win').map(entry => entryLine('A win', entry))),
    ...feedbackLines(facts),
  ];
}

function workLines({ work, patchIdOf, goals, team }: MeetingFacts): readonly PartLine[] {
  if (!work) return [];
  const nameOf = (ident: Ident) => memberWithEmail(team, [ident])?.name ?? ident.name;
  const goalsOf: Parameters<typeof printWork>[1] = {
    goalsOf: piece => matchGoals(piece, goals).map(({ goal }) => ({ title: goal.title })),
  };
  return printWork({ ...work, also: [] }, { ...goalsOf, nameOf, ...(patchIdOf && { patchIdOf }) });
}

/** What somebody published of a week: what she says herself, then what she worked on. */
function weekLines({ week, words, worked }: ToldWeek): readonly PartLine[] {
  const number = `Week ${Number(week.slice(6))}`;
  const said = words === '' ? [] : [`“${escapeText(shortened(words, 300))}”`];
  const told = worked.slice(0, 7).map(item => escapeText(shortened(item, 100)));
  const line = [...said, ...(told.length === 0 ? [] : [told.join('; ')])].join(' · ');
  return line === '' ? [] : [{ facts: [{ id: `week ${week}`, markdown: `- ${number}: ${line}` }] }];
}

export function entryLine(what: string, { title, place }: LoggedEntry): PartLine {
  return { facts: [{ id: place.path, markdown: `- ${what}: ${escapeSentence(shortened(title, longest))}` }] };
}

function feedbackLines({ feedback, team }: MeetingFacts): readonly PartLine[] {
  return feedback.map(({ path, by, about, words }) => {
    const who = escapeText(personCalled(by, team).name);
    const markdown = `- ${who} on ${escapeText(shortened(about, 80))}: “${escapeText(shortened(words, longest))}”`;
    return { facts: [{ id: path, markdown }] };
  });
}

/** The goals that moved: where they stand, what was logged for them and which steps were done. */
export function goalLines(facts: MeetingFacts): readonly PartLine[] {
  return facts.goals
    .filter(({ status }) => status === 'active' || status === 'done')
    .flatMap(goal => {
      const moved = movesOf(facts, goal);
      if (moved.length === 0) return [];
      const words = [...standingOf(goal), ...moved].join(' · ');
      const markdown = `- ${escapeText(shortened(goal.title, longest))}: ${words}`;
      return [{ facts: [{ id: `goal ${goal.path}`, markdown }] }];
    });
}

function movesOf({ entries, work, since, meeting }: MeetingFacts, goal: Goal): readonly string[] {
  const isIn = (day: Day | undefined) => day !== undefined && day >= since && day <= meeting.day;
  const steps = goal.steps.filter(({ state, done }) => state === 'done' && isIn(done));
  const named = entries.filter(entry => entry.goal !== undefined && goalNamed(entry.goal, [goal]) !== undefined);
  const served = (work?.pieces ?? []).filter(piece => matchGoals(piece, [goal]).length > 0);
  const movers = [...named.map(({ title }) => title), ...served.map(({ sentence }) => sentence)];
  const told = movers.slice(0, 3).map(text => escapeText(shortened(text, 80)));
  return [
    ...(told.length === 0 ? [] : [`moved by ${listed(movers.length > 3 ? [...told, 'more'] : told)}`]),
    ...(steps.length === 0 ? [] : [`done: ${steps.map(({ text }) => escapeText(shortened(text, 80))).join(', ')}`]),
  ];
}

/** What the person says she needs, what she asked for help with, and what she is stuck with in her weeks. */
export function needLines({ needs, entries, weeks }: MeetingFacts): readonly PartLine[] {
  const help = entries.filter(({ type }) => type === 'help').map(entry => entryLine('Asked for help', entry));
  const asks = new Set(weeks.flatMap(week => week.asks));
  const line = (text: string): PartLine => ({
    facts: [{ id: `need ${text}`, markdown: `- ${escapeText(shortened(text, longest))}` }],
  });
  return [...needs.map(line), ...help.toReversed(), ...[...asks].map(line)];
}

/**
 * What is worth asking: what was not asked for the longest time. A leader's last one supports somebody's autonomy, in what was least asked
 * about; so do all of a meeting that is about nothing else.
 */
export function questionLines({ meeting, asked }: MeetingFacts): readonly PartLine[] {
  const { kind, side, day } = meeting;
  const { questions } = kindsOfMeeting[kind];
  const own = questionsFor(questions, side);
  const covering = leastCovered(autonomySupport.questions, asked, day);
  const picked =
    kind === 'autonomy-support'
      ? leastCovered(questions, asked, day).slice(0, mostQuestions)
      : side === 'leads'
        ? [...longestUnasked(own, asked, day).slice(0, mostQuestions - 1), ...covering.slice(0, 1)]
        : longestUnasked(own, asked, day).slice(0, mostQuestions);
  return picked.map(({ text }) => ({ facts: [{ id: `question ${text}`, markdown: `- ${text}` }], once: true }));
}
