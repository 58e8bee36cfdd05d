import { matchGoals } from '../goal/matchGoals.ts';
import { shortened } from '../markdown/cleanText.ts';
import { listed } from '../markdown/listed.ts';
import { escapeSentence, escapeText, link } from '../markdown/markdown.ts';
import { relativeHref } from '../markdown/relativeHref.ts';
import type { SharedPath } from '../note/notePath.ts';
import { memberWithEmail, personCalled } from '../people/identity.ts';
import type { Ident } from '../people/person.ts';
import type { PieceOfWork } from '../work/piece.ts';
import { goalLines } from './goalLines.ts';
import type { Fact, Part, PartLine } from './part.ts';
import { printWork } from './printWork.ts';
import type { FeedbackWanted, ReportedEntry, WeekReport } from './weekReport.ts';

const longestTitle = 160;
const quietId = 'quiet';

/**
 * A week as the generated parts of its note, in the order they stand; those with nothing to tell are empty. A week with
 * nothing at all says so kindly, until there is something.
 */
export function composeWeek(report: WeekReport): readonly Part[] {
  const parts: readonly Part[] = [
    { name: 'worked-on', heading: '## Worked on', lines: workLines(report) },
    { name: 'learned', heading: '## Learned', lines: learned(report) },
    { name: 'goals', heading: '## Goals', lines: goalLines(report) },
    { name: 'wins', heading: '## Wins', lines: entryLines(report, 'win') },
    { name: 'roadblocks', heading: '## Roadblocks', lines: roadblocks(report) },
    { name: 'plans', heading: '## Plans from last week', lines: plans(report) },
    { name: 'feedback', heading: '## Feedback wanted', lines: report.feedback.map(one => feedbackLine(report, one)) },
    { name: 'thanks', heading: '## Thanks', lines: thanks(report) },
  ];
  return [quiet(report, parts), ...parts];
}

function quiet({ work }: WeekReport, parts: readonly Part[]): Part {
  if (parts.some(part => part.lines.length > 0)) return { name: quietId, lines: [], retired: [quietId] };
  const where = work ? 'Nothing in git or in the log this week' : 'Nothing in the log this week';
  return {
    name: quietId,
    lines: [own({ id: quietId, markdown: `${where}; not everything that counts leaves a trace.` })],
  };
}

function workLines(report: WeekReport): readonly PartLine[] {
  const { work, patchIdOf } = report;
  if (!work) return [];
  const goalsOf = (piece: PieceOfWork) =>
    matchGoals(piece, report.goals).map(({ goal }) => ({ title: goal.title, href: hrefTo(report, goal.path) }));
  const nameOf = (ident: Ident) => memberName(report, ident);
  return printWork(work, { goalsOf, nameOf, ...(patchIdOf && { patchIdOf }) });
}

function learned(report: WeekReport): readonly PartLine[] {
  const entries = report.entries.filter(({ type }) => type === 'learning' || type === 'experiment');
  const trailers = report.trailers.filter(({ kind }) => kind === 'learned');
  const fromCommits = trailers.map(({ text, commit }) =>
    own({
      id: `learned ${text}`,
      markdown: `- From a commit: ${said(text)} (${link(commit.hash.slice(0, 7), commit.url)})`,
    }),
  );
  return [...oldestFirst(entries).map(entry => entryLine(report, entry)), ...fromCommits];
}

function thanks(report: WeekReport): readonly PartLine[] {
  const trailers = report.trailers.filter(({ kind }) => kind === 'thanks');
  const fromCommits = trailers.map(({ text, commit }) =>
    own({ id: `thanks ${text}`, markdown: `- ${said(text)} (${link(commit.hash.slice(0, 7), commit.url)})` }),
  );
  return [...entryLines(report, 'thanks'), ...fromCommits];
}

/** What she needs help with: this week's entries, and what is open from the last note. */
function roadblocks(report: WeekReport): readonly PartLine[] {
  const asked = report.entries.filter(({ type }) => type === 'help');
  const entries = oldestFirst(asked).map(entry => {
    const whom = entry.to.map(name => (/^[\w-]+$/.test(name) ? `@${name}` : escapeText(name))).join(' ');
    const markdown = `- [ ] ${entryLink(report, entry)}${whom === '' ? '' : ` ${whom}`}`;
    return { facts: [{ id: entry.place.path, markdown }], once: true };
  });
  return [...planLines(report, 'roadblocks'), ...entries];
}

function plans(report: WeekReport): readonly PartLine[] {
  return planLines(report, 'plans');
}

function planLines(report: WeekReport, from: 'plans' | 'roadblocks'): readonly PartLine[] {
  const order = { done: 0, dropped: 1, open: 2 };
  return report.plans
    .filter(plan => plan.from === from)
    .toSorted((a, b) => order[a.state] - order[b.state])
    .map(plan => ({ facts: [{ id: `plan ${plan.text}`, markdown: plan.lines.join('\n') }], once: true }));
}

function feedbackLine(report: WeekReport, { path, title, waitsFor, answeredBy, due }: FeedbackWanted): PartLine {
  const names = (handles: readonly string[]) => listed(handles.map(handle => nameOfHandle(report, handle)));
  const waits = waitsFor.length === 0 ? [] : [`from ${names(waitsFor)}${due === undefined ? '' : ` 📅 ${due}`}`];
  const answers = answeredBy.length === 0 ? [] : [`answered by ${names(answeredBy)}`];
  const words = [link(shortened(title, longestTitle), hrefTo(report, path)), ...answers, ...waits];
  return own({ id: path, markdown: `- ${words.join(' · ')}` });
}

function entryLines(report: WeekReport, type: ReportedEntry['type']): readonly PartLine[] {
  return oldestFirst(report.entries.filter(entry => entry.type === type)).map(entry => entryLine(report, entry));
}

function entryLine(report: WeekReport, entry: ReportedEntry): PartLine {
  const isNamed = entry.to.every(name => entry.title.toLowerCase().includes(name.toLowerCase()));
  const whom = isNamed ? '' : `${listed(entry.to.map(name => nameOfHandle(report, name)))}: `;
  return own({ id: entry.place.path, markdown: `- ${whom}${entryLink(report, entry)}` });
}

function entryLink(report: WeekReport, { title, place }: ReportedEntry): string {
  return link(shortened(title, longestTitle), hrefTo(report, place.path));
}

function oldestFirst(entries: readonly ReportedEntry[]): readonly ReportedEntry[] {
  return entries.toReversed();
}

function own(fact: Fact): PartLine {
  return { facts: [fact] };
}

function hrefTo({ path }: WeekReport, to: SharedPath): string {
  return relativeHref(path, to);
}

function said(text: string): string {
  return escapeSentence(shortened(text, 400));
}

function nameOfHandle({ team }: WeekReport, handle: string): string {
  return escapeText(personCalled(handle, team).name);
}

/** A team member's own name, else the one git has. */
function memberName({ team }: WeekReport, ident: Ident): string {
  const member = memberWithEmail(team, [ident]);
  const name = member ? (member.name ?? personCalled(member.handle, team).name) : ident.name;
  return name.trim() === '' ? ident.email.replace(/@.*/, '') : name;
}
