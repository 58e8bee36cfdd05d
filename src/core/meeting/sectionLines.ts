import { shortened } from '../markdown/cleanText.ts';
import { escapeText } from '../markdown/markdown.ts';
import type { Gap, GapReason } from '../skill/gaps.ts';
import type { PartLine } from '../week/part.ts';
import type { MeetingFacts } from './meetingFacts.ts';
import { entryLine } from './meetingLines.ts';

const longest = 160;

/** Who takes part, each a line that can be changed or deleted. */
export function peopleLines({ people }: MeetingFacts): readonly PartLine[] {
  return people.map(({ handle, isAdvocate }) => ({
    facts: [{ id: `takes part ${handle}`, markdown: `- @${handle}${isAdvocate ? ' · advocate' : ''}` }],
    once: true,
  }));
}

/** What is still open from earlier notes, below the same heading. */
export function openLines({ carried }: MeetingFacts, heading: string): readonly PartLine[] {
  return (carried.get(heading) ?? []).map(({ text, lines }) => ({
    facts: [{ id: `open ${text}`, markdown: lines.join('\n') }],
    once: true,
  }));
}

/** Where the person said she wants to be. */
export function visionLines({ visions }: MeetingFacts): readonly PartLine[] {
  return visions.map(vision => told(`vision ${vision}`, escapeText(shortened(vision, 300))));
}

/**
 * The skills on the way there.
 *
 * @example
 * - Postgres: 3, 4 is wanted by 2027-05-31 (her own target; expected of an engineer)
 */
export function skillLines({ gaps }: MeetingFacts): readonly PartLine[] {
  return gaps.map(gap => told(`skill ${gap.skill}`, gapWords(gap)));
}

function gapWords({ name, now, wanted, due, reasons }: Gap): string {
  const level = now === undefined ? 'not looked at yet' : `${now} now`;
  const by = due === undefined ? '' : ` by ${due}`;
  return `${escapeText(name)}: ${level}, ${wanted} wanted${by} (${reasons.map(reasonWords).join('; ')})`;
}

function reasonWords(reason: GapReason): string {
  if (reason.kind === 'expected') return `expected of the role: ${escapeText(shortened(reason.role, 60))}`;
  return reason.kind === 'target' ? 'own target' : `for ${escapeText(shortened(reason.title, 80))}`;
}

/** What became of what was to be tried, and the experiments since. */
export function triedLines({ tried, entries }: MeetingFacts): readonly PartLine[] {
  const lines = tried.map(({ text, state, done }) => {
    const when = done === undefined ? '' : ` ${done}`;
    return told(
      `tried ${text}`,
      `${escapeText(shortened(text, longest))}: ${state === 'done' ? `done${when}` : 'dropped'}`,
    );
  });
  const experiments = entries.filter(({ type }) => type === 'experiment').toReversed();
  return [...lines, ...experiments.map(entry => entryLine('Experiment', entry))];
}

/** What somebody may be proud of: her wins, and the goals she reached. */
export function provenLines({ entries, goals }: MeetingFacts): readonly PartLine[] {
  const reached = goals.filter(({ status }) => status === 'done');
  return [
    ...entries
      .filter(({ type }) => type === 'win')
      .toReversed()
      .map(entry => entryLine('A win', entry)),
    ...reached.map(({ path, title }) => told(`reached ${path}`, `Reached: ${escapeText(shortened(title, longest))}`)),
  ];
}

function told(id: string, words: string): PartLine {
  return { facts: [{ id, markdown: `- ${words}` }] };
}
