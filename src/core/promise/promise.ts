import { cleanText } from '../markdown/cleanText.ts';
import { present } from '../note/headValues.ts';
import type { Handle, SharedPath } from '../note/notePath.ts';
import { tasksOf, withoutFields, type TaskLine } from '../note/tasks.ts';
import { parseDay, type Day } from '../time/day.ts';

/** What somebody said she would do, as its line has it. */
export interface Promised {
  /** `moved` where the line says that the promise stands elsewhere now. */
  readonly state: 'open' | 'done' | 'declined' | 'moved';
  /** Its words alone: what it is recognised by. */
  readonly text: string;
  /** Whom it was given to, where its line says so. */
  readonly to?: Handle;
  readonly due?: Day;
  /** The first day it was promised for, once it was carried. */
  readonly since?: Day;
  readonly done?: Day;
  readonly declined?: { readonly day: Day; readonly why: string };
  /** The words it was published with, where its person says that the two are the same. */
  readonly sameAs?: string;
}

/** A promise and the line it stands on. */
export interface PromiseLine extends Promised {
  readonly task: TaskLine;
}

/** Where a person's promises lie, once she told others of them. */
export function promisesPath(handle: Handle): SharedPath {
  return `people/${handle}/promises.md` as SharedPath;
}

/**
 * The promises of a note in which everything with a box is one.
 *
 * @example
 * promisesIn('- [ ] Find a budget · for @ada 📅 2026-12-01')[0];
 * //=> { state: 'open', text: 'Find a budget', to: 'ada', due: '2026-12-01', … }
 */
export function promisesIn(text: string): readonly PromiseLine[] {
  return tasksOf(text)
    .map(promiseAt)
    .filter(promise => promise.text !== '');
}

const states = { open: 'open', done: 'done', moved: 'moved', dropped: 'declined' } as const;

/** What a task line says as a promise. */
export function promiseAt(task: TaskLine): PromiseLine {
  const { text, to, since, declined, sameAs } = undecorated(task.text);
  return {
    ...{ state: states[task.state], text, task },
    ...present('to', to),
    ...present('since', since),
    ...present('due', task.due),
    ...present('done', task.done),
    ...present('declined', declined),
    ...present('sameAs', sameAs),
  };
}

/** A promise to be written down. */
export interface NewPromise {
  readonly text: string;
  readonly to?: Handle | undefined;
  readonly since?: Day | undefined;
  readonly due?: Day | undefined;
}

/**
 * An open promise as its line, in the form others read.
 *
 * @example
 * printPromise({ text: 'Find a budget', to: 'ada', due: '2026-12-01' }); //=> '- [ ] Find a budget · for @ada 📅 2026-12-01'
 */
export function printPromise({ text, to, since, due }: NewPromise): string {
  const parts = [
    wordsOf(text),
    ...(to === undefined ? [] : [`for @${to}`]),
    ...(since === undefined ? [] : [`since ${since}`]),
  ];
  return `- [ ] ${parts.join(' · ')}${due === undefined ? '' : ` 📅 ${due}`}`;
}

/** The words of a promise on one line, without anything that is read as more than words. */
export function wordsOf(text: string): string {
  return undecorated(cleanText(text)).text;
}

/** What two lines of one promise have in common, however either is written, marked and dated. */
export function sameWords(text: string): string {
  return wordsOf(text)
    .replace(/\\/g, '') // a note that shows strange words as text has some before their signs
    .replace(/!?\[([^[\]]*)\]\([^()\s]*\)/g, '$1')
    .replace(/[*_`~]/g, '')
    .replace(/[\s.!]+$/, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

type Decoration = Pick<Promised, 'to' | 'since' | 'declined' | 'sameAs'>;

const day = String.raw`(\d{4}-\d{2}-\d{2})`;
/** How much of a line's end is looked at, and how often: more than anybody writes. */
const longestEnd = 400;
const mostParts = 20;
const lastPart = new RegExp(
  String.raw`(?:(?:^|[ \t]+)·[ \t]+(?:for @(?<to>[^\s·,]+)|since ${day}|same as “(?<same>[^“”]{1,300})”|promised ${day},?|\**\d+ days? over\**)|` +
    String.raw`[ \t]+(?:·[ \t]+)?(?:→ people/[^/\s]+/promises\.md|\[[^[\]]*\]\([^()\s]*promises\.md\)))$`,
  'u',
);

/** The words in front, and what the parts behind them say. */
function undecorated(line: string): { readonly text: string } & Decoration {
  const { rest: given, declined } = withoutReason(line);
  let rest = given;
  let found: Decoration = declined === undefined ? {} : { declined };
  for (let parts = 0; parts < mostParts; parts++) {
    const bare = withoutFields(rest);
    const match = lastPart.exec(bare.slice(-longestEnd));
    if (!match) {
      if (bare === rest) break;
      rest = bare;
      continue;
    }
    const [whole, , since] = match;
    const { to, same } = match.groups ?? {};
    found = { ...present('to', to), ...present('since', dayIn(since)), ...present('sameAs', same), ...found };
    rest = bare.slice(0, bare.length - whole.length).trimEnd();
  }
  return { text: rest.trim(), ...found };
}

/** A reason is anything up to the line's end, so it is found from the front. */
function withoutReason(line: string): { readonly rest: string } & Decoration {
  const match = new RegExp(String.raw` · declined ${day}(?::[ \t]*(.*))?$`, 'u').exec(line);
  const when = dayIn(match?.[1]);
  if (!match || when === undefined) return { rest: line };
  return { rest: line.slice(0, match.index), declined: { day: when, why: (match[2] ?? '').trim() } };
}

function dayIn(text: string | undefined): Day | undefined {
  return text === undefined ? undefined : parseDay(text);
}
