import type { LiquidOptions } from 'liquidjs';
import type { Problem } from '../note/problem.ts';
import { bodyStartOf, findH1 } from '../note/sections.ts';
import { mondayOf } from '../time/week.ts';
import { findParts } from './generatedPart.ts';
import { printPart, type Part } from './part.ts';
import { printLayout, titleOf } from './printWeek.ts';
import type { WeekReport } from './weekReport.ts';

/**
 * The layout a team gives its weekly notes, in Liquid: `templates/weekly.md` of the notebook. It is used for new notes;
 * a note that is there keeps its own order. Front matter is always written by Out Loud; the template's own is passed over.
 *
 * What a template may use, all of it text of the shared notebook and never anything private:
 *
 * | variable | what it is |
 * |---|---|
 * | `title` | `Week 47 · Ada`, for the H1; put above where the template has no H1 |
 * | `week`, `week_number`, `year`, `monday` | `2026-W47`, `47`, `2026`, `2026-11-16` |
 * | `person`, `handle` | `Ada`, `ada` |
 * | `worked_on` `learned` `goals` `wins` `roadblocks` `plans` `feedback` `thanks` | each generated part with its heading and markers; empty where it has nothing to tell. Each may stand once |
 * | `parts` | all of them in the usual order |
 *
 * A part the template leaves out is never added to the note. Tags: `if` `unless` `case` `for` `assign` `comment` `raw`.
 * Filters: `append` `capitalize` `default` `downcase` `minus` `plus` `prepend` `size` `strip` `upcase`.
 */
export async function printFromTemplate(
  source: string,
  report: Pick<WeekReport, 'week' | 'person'>,
  parts: readonly Part[],
): Promise<{ readonly text: string } | { readonly problem: Problem }> {
  const layout = source.slice(bodyStartOf(source)).replace(/^\uFEFF/, '');
  const offset = source.length - layout.length;
  if (source.length > longestTemplate) return { problem: problemAt(source, 'a template of at most 64 KiB') };
  try {
    const { body, used } = await render(layout, valuesOf(report, parts));
    const isUsed = ({ name }: Part) => used.has('parts') || used.has(variableOf(name));
    const known = parts.filter(part => part.lines.length > 0 || !isUsed(part)).map(part => part.name);
    const text = printLayout(report, findH1(body, 0) ? body : `# ${titleOf(report)}\n\n${body}`, known);
    const expected = brokenParts(text);
    return expected === undefined ? { text } : { problem: problemAt(source, expected) };
  } catch (error) {
    return { problem: problemOf(error, source, offset) };
  }
}

/** What was expected where a layout put the parts so that they could not be found again. */
function brokenParts(text: string): string | undefined {
  const { parts, problems } = findParts(text);
  const markers = text.match(/<!-- outloud:(?:begin|end) /g) ?? [];
  return (
    problems[0]?.expected ?? (markers.length === parts.length * 2 ? undefined : 'each part once, on lines of its own')
  );
}

const longestTemplate = 64 * 1024;
const longestNote = 256 * 1024;
const tags: ReadonlySet<string> = new Set([
  'if',
  'unless',
  'case',
  'for',
  'break',
  'continue',
  'assign',
  'comment',
  'raw',
  '#',
]);
const filters: ReadonlySet<string> = new Set([
  'append',
  'capitalize',
  'default',
  'downcase',
  'minus',
  'plus',
  'prepend',
  'size',
  'strip',
  'upcase',
]);

/** No file is ever read: whatever is asked for does not exist. */
const noFiles = {
  exists: () => Promise.resolve(false),
  existsSync: () => false,
  readFile: () => Promise.reject(new Error('A template reads no files.')),
  readFileSync: () => {
    throw new Error('A template reads no files.');
  },
  resolve: () => '',
  contains: () => Promise.resolve(false),
  containsSync: () => false,
};

const limits: LiquidOptions = {
  templates: {},
  fs: noFiles,
  ownPropertyOnly: true,
  strictFilters: true,
  strictVariables: true,
  jsTruthy: true, // an empty part is no part: {% if thanks %}
  dynamicPartials: false,
  relativeReference: false,
  parseLimit: longestTemplate,
  renderLimit: 250,
  memoryLimit: 1_000_000,
};

async function render(
  layout: string,
  values: Readonly<Record<string, string | number>>,
): Promise<{ readonly body: string; readonly used: ReadonlySet<string> }> {
  const { Liquid } = await import('liquidjs');
  const engine = new Liquid(limits);
  keepOnly(engine.tags, tags);
  keepOnly(engine.filters, filters);
  const template = engine.parse(layout);
  const used = new Set(engine.globalVariablesSync(template));
  const body = String(engine.renderSync(template, values));
  if (body.length > longestNote) throw new RangeError('a note of at most 256 KiB');
  return { body, used };
}

/** Takes away what a layout does not need: includes, and filters that could make much of little. */
function keepOnly(all: object, names: ReadonlySet<string>): void {
  for (const name of Object.keys(all)) if (!names.has(name)) Reflect.deleteProperty(all, name);
}

function valuesOf(
  report: Pick<WeekReport, 'week' | 'person'>,
  parts: readonly Part[],
): Record<string, string | number> {
  const { week, person } = report;
  const texts = parts.map(part => [variableOf(part.name), printPart(part) ?? ''] as const);
  return {
    ...{ title: titleOf(report), week, week_number: Number(week.slice(6)), year: Number(week.slice(0, 4)) },
    ...{ monday: mondayOf(week), person: person.name, handle: person.handle },
    ...Object.fromEntries(texts),
    parts: texts.flatMap(([, text]) => (text === '' ? [] : [text])).join('\n\n'),
  };
}

/** `worked_on` for the part `worked-on`. */
function variableOf(name: string): string {
  return name.replaceAll('-', '_');
}

function problemAt(source: string, expected: string, detail?: string): Problem {
  return {
    code: 'template',
    at: { start: 0, end: source.length },
    expected,
    ...(detail === undefined ? {} : { detail }),
  };
}

/** liquidjs says where: its errors hold the token. */
function problemOf(error: unknown, source: string, offset: number): Problem {
  const detail = (error instanceof Error ? error.message : String(error)).split('\n')[0]?.slice(0, 200) ?? '';
  const token = error instanceof Error && 'token' in error ? (error.token as { begin?: unknown; end?: unknown }) : {};
  const { begin, end } = token;
  const at =
    typeof begin === 'number' && typeof end === 'number' && begin <= end && end + offset <= source.length
      ? { start: begin + offset, end: end + offset }
      : { start: 0, end: source.length };
  return { code: 'template', at, expected: 'a Liquid template that Out Loud can use', detail };
}
