import { fitsPath, isWild, type PatternStep } from './pathPattern.ts';
import { giteaSteps, globSteps } from './ownerPatterns.ts';

/** Whose rules a file of code owners follows. */
export type OwnersDialect = 'github' | 'gitlab' | 'bitbucket' | 'gitea';

/** Where forges look for code owners, in the order that counts where nothing is known of the forge. */
export const codeOwnersPlaces = [
  ...['.github/CODEOWNERS', '.gitlab/CODEOWNERS', '.bitbucket/CODEOWNERS', '.gitea/CODEOWNERS', '.forgejo/CODEOWNERS'],
  ...['CODEOWNERS', 'docs/CODEOWNERS'],
] as const;

/** The places one forge looks at, in its own order; the first file it finds counts. */
const placesOf: Readonly<Record<OwnersDialect, readonly string[]>> = {
  github: ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'],
  gitlab: ['CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'],
  bitbucket: ['.bitbucket/CODEOWNERS', 'CODEOWNERS'],
  gitea: ['CODEOWNERS', 'docs/CODEOWNERS', '.gitea/CODEOWNERS', '.forgejo/CODEOWNERS'],
};

/** What a line of such a file says. */
interface OwnerRule {
  readonly patterns: readonly (readonly PatternStep[])[];
  /** `@ada`, `@org/team`, `ada@shop.example`; nobody where the line takes the path out. */
  readonly owners: readonly string[];
  /** The part of the file the line stands in; only GitLab has more than one. */
  readonly section: string;
  /** Gitea: it means every path but these. GitLab: these paths are nobody's in this section. */
  readonly isNegated: boolean;
}

/** Who owns what, as one file says it. */
export interface CodeOwners {
  readonly dialect: OwnersDialect;
  readonly rules: readonly OwnerRule[];
}

/** Of all patterns together: more is nobody's work, and a stranger's would take all memory. */
const mostSteps = 200_000;
const longestLine = 2000;

/**
 * The file of code owners that counts, of those that are there.
 *
 * @param texts by place
 * @param forge where the repository lives, if that is known
 */
export function chooseCodeOwners(texts: ReadonlyMap<string, string>, forge?: string): CodeOwners | undefined {
  const known = forge !== undefined && forge in placesOf ? (forge as OwnersDialect) : undefined;
  const place = (known ? placesOf[known] : codeOwnersPlaces).find(each => texts.has(each));
  const text = place === undefined ? undefined : texts.get(place);
  if (place === undefined || text === undefined) return undefined;
  return readCodeOwners(text, known ?? dialectOf(place, text));
}

/** Without a known forge the place says whose rules count, and then sections, which only GitLab has. */
function dialectOf(place: string, text: string): OwnersDialect {
  const named = /^\.(github|gitlab|bitbucket|gitea|forgejo)\//.exec(place)?.[1];
  if (named !== undefined) return named === 'forgejo' ? 'gitea' : (named as OwnersDialect);
  return /^\^?\[[^\]]+\]/m.test(text) ? 'gitlab' : 'github';
}

/** Reads a file of code owners. A line that can't be read is passed over. */
export function readCodeOwners(text: string, dialect: OwnersDialect): CodeOwners {
  const rules: OwnerRule[] = [];
  let section: Section = { name: '', owners: [] };
  let steps = 0;
  for (const line of text.split(/\r?\n/)) {
    const plain = line.trim();
    if (plain === '' || plain.startsWith('#') || plain.length > longestLine) continue;
    const heading = dialect === 'gitlab' ? sectionIn(plain) : undefined;
    if (heading) section = heading;
    const rule = heading ? undefined : ruleIn(plain, dialect, section);
    if (!rule) continue;
    steps += rule.patterns.flat().length;
    if (steps > mostSteps) break;
    rules.push(rule);
  }
  return { dialect, rules };
}

/**
 * The owners of a path, as they are written. The last line that fits counts; in GitLab's files that of each section, in Gitea's
 * every line.
 *
 * @example
 * ownersOf(readCodeOwners('* @lin\n*.ts @ada', 'github'), 'src/cart.ts'); //=> ['@ada']
 */
export function ownersOf({ dialect, rules }: CodeOwners, path: string): readonly string[] {
  if (dialect === 'gitea')
    return unique(rules.filter(rule => fits(rule, path) !== rule.isNegated).flatMap(({ owners }) => owners));
  const bySection = new Map<string, OwnerRule>();
  for (const rule of rules)
    if (bySection.get(rule.section)?.isNegated !== true && fits(rule, path)) bySection.set(rule.section, rule);
  return unique([...bySection.values()].flatMap(({ owners }) => owners));
}

function fits({ patterns }: OwnerRule, path: string): boolean {
  return patterns.some(steps => fitsPath(steps, path));
}

interface Section {
  readonly name: string;
  readonly owners: readonly string[];
}

/** `[Docs]`, `^[Docs]`, `[Docs][2] @ada`: owners of its lines that name none. */
function sectionIn(line: string): Section | undefined {
  const [, name, rest = ''] = /^\^?\[([^\]]+)\](?:\[\d*\])?(?:\s+(.*))?$/.exec(line) ?? [];
  return name === undefined ? undefined : { name: name.trim().toLowerCase(), owners: ownersIn(rest) };
}

function ruleIn(line: string, dialect: OwnersDialect, section: Section): OwnerRule | undefined {
  const [, sign = '', pattern = '', rest = ''] = /^(!?)((?:\\.|[^\s\\])+)(?:\s+(.*))?$/.exec(line) ?? [];
  const isNegated = sign === '!';
  if (pattern === '' || (isNegated && (dialect === 'github' || dialect === 'bitbucket'))) return undefined;
  const patterns = dialect === 'gitea' ? giteaSteps(pattern) : globSteps(pattern, dialect);
  if (patterns.length === 0 || patterns.some(isWild)) return undefined;
  const named = ownersIn(dialect === 'gitlab' ? rest : rest.replace(/(?:^|\s)#.*$/, ''));
  const owners = isNegated && dialect === 'gitlab' ? [] : named.length > 0 ? named : section.owners;
  return { patterns, owners, section: section.name, isNegated };
}

/** Everything that is no name and no address is passed over, as forges do. Bitbucket's `:random(2)` says how many of a team. */
function ownersIn(text: string): readonly string[] {
  return text
    .split(/[\s,]+/)
    .map(word => word.replace(/:(?:random|least_busy|all)\(?\d*\)?$/, ''))
    .filter(word => /^@{1,2}[\p{L}\p{N}][^\s@]*$/u.test(word) || /^[^\s@]+@[^\s@]+$/.test(word));
}

function unique(owners: readonly string[]): readonly string[] {
  return [...new Set(owners)];
}
