import { cleanText } from '../markdown/cleanText.ts';
import { fileNameOf } from '../note/noteName.ts';
import { memberColumns, roleIn, type KnownPeople } from './importColumns.ts';
import { levelIn } from './levelIn.ts';
import { levelNames, type Level } from './skill.ts';

/** A skill to be written into `skills.md`. */
export interface NewSkill {
  readonly name: string;
  readonly kind: 'hard' | 'soft';
  /** Five texts, an empty one where the table has none. */
  readonly levels: readonly string[];
  readonly expected: readonly (readonly [role: string, level: Level])[];
}

/** What a table of skills says. */
export interface ImportedSkills {
  readonly skills: readonly NewSkill[];
  /** The levels of the person in front, from her own column or row. */
  readonly own: readonly { readonly name: string; readonly level: Level }[];
  /** Whose levels are left out, as the table calls them: they are for themselves to say. */
  readonly leftOut: readonly string[];
  /** Columns that mean nothing here, by their headings. */
  readonly notRead: readonly string[];
}

type Rows = readonly (readonly string[])[];

/**
 * Reads a table of skills whose first row is its header: a skill a row, with columns for its kind, the levels in words (`1` to `5`, or
 * as Dreyfus calls them) and what is expected of roles (`expected engineer`, or a role of the team); or one that says who has which level,
 * with the people beside or above the skills.
 */
export function importedSkills(rows: Rows, known: KnownPeople): ImportedSkills {
  const clean = rows.map(row => row.map(cleanText));
  const table = hasPeopleInRows(clean, known) ? transposed(clean) : clean;
  const [header = [], ...body] = table;
  const nameAt = Math.max(
    0,
    header.findIndex(title => /^(?:skills?|names?|competenc(?:e|y|ies)|topics?)$/i.test(title)),
  );
  const seen = new Set<string>();
  const named = body.filter(row => {
    const slug = fileNameOf(row[nameAt] ?? '');
    const isNew = /[\p{L}\p{N}]/u.test(row[nameAt] ?? '') && !seen.has(slug);
    if (isNew) seen.add(slug);
    return isNew;
  });
  const columns = header.map((title, at): Column => ({
    title,
    at,
    means: at === nameAt ? 'name' : meaningOf(title, known),
  }));
  const numbers = columns.filter(
    ({ means, at }) => means === undefined && named.some(row => levelIn(row[at]) !== undefined),
  );
  const people = memberColumns([...columns.filter(({ means }) => means === 'person'), ...numbers], known);
  return {
    skills: named.map(row => skillOf(row[nameAt] ?? '', row, columns)),
    own: people.own.flatMap(({ at }) => named.flatMap(row => levelOf(row[nameAt] ?? '', row[at]))),
    leftOut: people.others.map(({ title }) => title),
    notRead: columns
      .filter(column => column.means === undefined && !numbers.includes(column) && column.title !== '')
      .map(({ title }) => title),
  };
}

interface Column {
  readonly title: string;
  readonly at: number;
  readonly means: Meaning | 'name' | undefined;
}

type Meaning = 'kind' | 'person' | 'expected' | { readonly level: Level } | { readonly role: string };

function meaningOf(title: string, known: KnownPeople): Meaning | undefined {
  if (/^(?:kind|type|hard\s*\/\s*soft)$/i.test(title)) return 'kind';
  if (/^expected:?$/i.test(title)) return 'expected';
  const role = roleIn(title, known);
  if (role !== undefined) return { role };
  if (known.isPerson(title)) return 'person';
  const level = levelIn(title.replace(/^level\s*/i, ''));
  return level === undefined ? undefined : { level };
}

function skillOf(name: string, row: readonly string[], columns: readonly Column[]): NewSkill {
  const levels = ['', '', '', '', ''];
  const expected = new Map<string, Level>();
  let kind: NewSkill['kind'] = 'hard';
  for (const { at, means } of columns) {
    const cell = row[at] ?? '';
    if (means === 'kind' && /^soft/i.test(cell)) kind = 'soft';
    if (means === 'expected') for (const [role, level] of expectedIn(cell)) expected.set(role, level);
    if (typeof means !== 'object' || cell === '') continue;
    const level = levelIn(cell);
    if ('level' in means) levels[means.level - 1] = cell;
    else if (level !== undefined) expected.set(means.role, level);
  }
  return { name, kind, levels, expected: [...expected] };
}

/** `engineer 3, lead 4` */
function expectedIn(cell: string): readonly (readonly [string, Level])[] {
  return cell.split(/[,;]/).flatMap(part => {
    const [, role = '', number] = /^\s*(.+?)[\s:]+([1-5])\s*$/.exec(part) ?? [];
    const level = levelIn(number);
    return level === undefined ? [] : [[role.toLowerCase(), level] as const];
  });
}

function levelOf(name: string, cell: string | undefined): readonly { readonly name: string; readonly level: Level }[] {
  const level = levelIn(cell);
  return level === undefined ? [] : [{ name, level }];
}

/** Whether the table has a person a row: its first column says so, or somebody of the team stands in it. */
function hasPeopleInRows([header = [], ...body]: Rows, known: KnownPeople): boolean {
  const [first = ''] = header;
  if (/^(?:persons?|people|who|members?|employees?|colleagues?)$/i.test(first)) return true;
  if (/^(?:skills?|competenc(?:e|y|ies)|topics?)$/i.test(first)) return false;
  const isLevels = header.some(title => levelNames.includes(title.toLowerCase()));
  return !isLevels && body.some(([name = '']) => known.isPerson(name));
}

function transposed(rows: Rows): Rows {
  const [header = []] = rows;
  return header.map((_, column) => rows.map(row => row[column] ?? ''));
}
