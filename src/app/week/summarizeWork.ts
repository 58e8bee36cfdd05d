import { calendarOf } from '../../core/time/calendar.ts';
import { addDays, type Day } from '../../core/time/day.ts';
import { escapeText } from '../../core/markdown/markdown.ts';
import { goalNamed, type Named } from '../../core/goal/matchGoals.ts';
import { memberWithEmail, personCalled } from '../../core/people/identity.ts';
import type { Person } from '../../core/people/person.ts';
import { joinLines, printLine, type PartLine } from '../../core/week/part.ts';
import { printWork } from '../../core/week/printWork.ts';
import type { HistoryNotice } from '../../core/work/commit.ts';
import type { Sizes, WorkedOn } from '../../core/work/piece.ts';
import { printDays } from '../../core/work/printDays.ts';
import type { Desk } from '../desk.ts';
import { Failure } from '../failure.ts';
import { goalsNamedIn } from '../goal/goalsOf.ts';
import { gatherWork } from './gatherWork.ts';

/** Whose work of which days. */
export interface SummaryQuestion {
  /** The first day that counts; six days before the last one where it is not given, so that a Monday is not empty. */
  readonly since?: Day;
  /** The last day that counts; today where it is not given. */
  readonly until?: Day;
  /** A handle, name or e-mail; the person herself where it is not given. */
  readonly person?: string | Person;
  readonly signal?: AbortSignal;
  readonly progress?: (seen: number) => void;
}

/** A desk that may have no notes on it. */
type SummaryDesk = Omit<Desk, 'notebook'> & { readonly notebook?: Desk['notebook'] | undefined };

/**
 * What somebody worked on in some days, as markdown to read and to copy from; no file is written. Her own comes with its sizes,
 * a colleague's never does. Where there is a notebook, goals that others may read are called by their titles.
 *
 * @throws Failure where no history can be read.
 */
export async function summarizeWork(desk: SummaryDesk, question: SummaryQuestion = {}): Promise<string> {
  const { history, clock, me, team } = desk;
  if (!history) throw noHistory();
  const until = question.until ?? clock.today();
  const since = question.since ?? addDays(until, -6);
  if (since > until) throw new Failure(`${since} comes after ${until}. Give the earlier day first.`);
  const { person: asked = me, signal, progress } = question;
  const person = typeof asked === 'string' ? personCalled(asked, team) : asked;
  const calendar = calendarOf(clock.zone);
  const work = await gatherWork(history, {
    window: { from: calendar.startOf(since), to: calendar.startOf(addDays(until, 1)) },
    person: isSame(person, me) ? me : person,
    ...(signal && { signal }),
    ...(progress && { progress }),
  });
  if (!work) throw noHistory();
  const goals = await sharedGoals(desk, person);
  const lines = printWork(work, {
    nameOf: ident => memberWithEmail(team, [ident])?.name ?? ident.name,
    goalsOf: piece => piece.goals.map(said => ({ title: goalNamed(said, goals)?.title ?? said })),
  });
  const who = isSame(person, me) ? 'I' : escapeText(person.name);
  return [
    `# What ${who} worked on, ${printDays(since, until)}`,
    lines.length > 0 ? printLines(isSame(person, me) ? withSizes(lines, work) : lines) : nothing(who),
    ...noticeLines(work.notices),
  ]
    .map(block => `${block}\n`)
    .join('\n');
}

async function sharedGoals({ notebook }: SummaryDesk, { handle }: Person): Promise<readonly Named[]> {
  const goals = goalsNamedIn((await notebook?.shared.notes()) ?? [], `people/${handle}/`);
  return goals.filter(({ isPrivate }) => !isPrivate);
}

function noHistory(): Failure {
  return new Failure('There is no git history to read here. Open a folder that is in a git repository, and trust it.');
}

function isSame(person: Person, me: Person): boolean {
  return (
    person.handle === me.handle || (person.emails.length > 0 && person.emails.every(email => me.emails.includes(email)))
  );
}

function printLines(lines: readonly PartLine[]): string {
  return joinLines(lines.map(line => printLine(line)));
}

/** The lines of her pieces with how big each was. Reviews have no size. */
function withSizes(lines: readonly PartLine[], work: WorkedOn): PartLine[] {
  const sizes = new Map([...work.pieces, ...work.also].map(piece => [piece, printSizes(piece.sizes)]));
  const told = work.pieces.map(piece => sizes.get(piece) ?? '');
  const folded = work.also.map(piece => sizes.get(piece) ?? '');
  const reviews = work.reviewed.length > 0 ? 1 : 0;
  return lines.map((line, index) => {
    const own = index < told.length ? [told[index]] : index === told.length + reviews ? folded : [];
    return {
      ...line,
      facts: line.facts.map((fact, at) =>
        own[at] === undefined ? fact : { ...fact, markdown: `${fact.markdown} · ${own[at]}` },
      ),
    };
  });
}

/**
 * A size in words.
 *
 * @example
 * printSizes({ commits: 3, added: 120, deleted: 60, generated: 1600 }); //=> '3 commits, +120 −60, 1600 generated'
 */
export function printSizes({ commits, added, deleted, generated }: Sizes): string {
  const lines = added + deleted > 0 || generated === 0 ? [`+${added} −${deleted}`] : [];
  const apart = generated > 0 ? [`${generated} generated`] : [];
  return [commits === 1 ? '1 commit' : `${commits} commits`, ...lines, ...apart].join(', ');
}

function nothing(who: string): string {
  return `Git knows of nothing ${who === 'I' ? 'of mine' : `of ${who}`} in these days. Reading, pairing and thinking leave no commits.`;
}

const cut: Partial<Record<HistoryNotice['code'], string>> = {
  shallow: 'is a shallow clone: older commits are not here',
  blobless: 'is a clone without file contents: sizes are unknown',
  treeless: 'is a clone without files: sizes and places are unknown',
  reftable: 'keeps its branches in a format that this git can’t read: update git',
  unreadable: 'could not be read',
  'git-missing': 'could not be read, as git was not found: install git, or set its path',
  'git-too-old': 'could not be read, as git is too old: 2.38 or newer is needed',
  unsafe: 'belongs to somebody else, so git does not read it: see git’s safe.directory',
  cut: 'has more commits than were looked at',
};

/** What could not be seen; silence about an empty repository. */
function noticeLines(notices: readonly HistoryNotice[]): string[] {
  const told = notices.flatMap(({ repo, code }) =>
    cut[code] === undefined ? [] : [`> ${escapeText(repo)} ${cut[code]}.`],
  );
  return told.length === 0 ? [] : [[...new Set(told)].join('\n>\n')];
}
