import type { LiquidOptions } from 'liquidjs';
import type { Problem } from '../note/problem.ts';
import { bodyStartOf, findH1 } from '../note/sections.ts';
import { mondayOf } from '../time/week.ts';
import { findParts } from './generatedPart.ts';
import { printPart, type Part } from './part.ts';
import { printLayout, titleOf } from './printWeek.ts';
import {
  faultOf,
  filters,
  placeOfPart,
  placesOf,
  problemOf,
  tags,
  unknownVariable,
  type Fault,
  type Used,
} from './templateFault.ts';
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
  const refused = (fault: Fault) => ({ problem: problemOf(fault, source, offset) });
  if (source.length > longestTemplate) return refused({ expected: 'a template of at most 64 KiB' });
  try {
    const { body, used } = await render(layout, valuesOf(report, parts));
    const isUsed = ({ name }: Part) => used.has('parts') || used.has(variableOf(name));
    const known = parts.filter(part => part.lines.length > 0 || !isUsed(part)).map(part => part.name);
    const text = printLayout(report, findH1(body, 0) ? body : `# ${titleOf(report)}\n\n${body}`, known);
    const broken = brokenPart(text);
    if (!broken) return { text };
    const names = broken.name === undefined ? parts.map(part => part.name) : [broken.name];
    return refused({ ...broken, at: placeOfPart(layout, used, ['parts', ...names.map(variableOf)]) });
  } catch (error) {
    return refused(faultOf(error));
  }
}

/** What was expected where a layout put the parts so that they could not be found again. */
function brokenPart(text: string): { readonly expected: string; readonly name?: string | undefined } | undefined {
  const { parts, problems } = findParts(text);
  const markers = text.match(/<!-- outloud:(?:begin|end) /g) ?? [];
  const [first] = problems;
  if (first) {
    const { expected, detail: name = '' } = first;
    // What a note lacks its layout did not lose: it put the part where its marks are none.
    return { expected: expected.startsWith('a line') ? `the part “${name}” on lines of its own` : expected, name };
  }
  return markers.length === parts.length * 2 ? undefined : { expected: 'each part once, on lines of its own' };
}

const longestTemplate = 64 * 1024;
const longestNote = 256 * 1024;
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
): Promise<{ readonly body: string; readonly used: Used }> {
  const { Liquid } = await import('liquidjs');
  const engine = new Liquid(limits);
  keepOnly(engine.tags, tags);
  keepOnly(engine.filters, filters);
  const template = engine.parse(layout);
  const used = placesOf(engine.analyzeSync(template).globals, layout);
  for (const [name, [at]] of used)
    if (!Object.hasOwn(values, name)) throw unknownVariable(name, at, Object.keys(values));
  const body = String(engine.renderSync(template, values));
  if (body.length > longestNote) throw new RangeError('a note of at most 256 KiB');
  return { body, used };
}

/** Takes away what a layout does not need: includes, and filters that could make much of little. */
function keepOnly(all: object, names: readonly string[]): void {
  for (const name of Object.keys(all)) if (!names.includes(name)) Reflect.deleteProperty(all, name);
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
