import { isSkill, type NamedSkill } from '../skill/skill.ts';

/** Skills a kind of feedback needs, by the names teams give them. */
const byKind: Readonly<Record<string, readonly string[]>> = {
  design: ['design', 'software design', 'architecture', 'system design'],
  naming: ['naming', 'refactoring', 'clean code', 'readability'],
  tests: ['testing', 'tests', 'test design', 'tdd', 'quality'],
  risk: ['reliability', 'security', 'operations', 'incident response'],
  observer: ['presenting', 'speaking', 'public speaking', 'facilitation', 'moderation'],
  stakeholder: ['product', 'product thinking', 'communication'],
  growth: ['coaching', 'mentoring', 'leadership', 'feedback'],
  'start-stop-continue': ['coaching', 'mentoring', 'feedback'],
};

/** Languages by the ends of their files. */
const byEnding: Readonly<Record<string, readonly string[]>> = {
  rs: ['rust', 'async rust'],
  ts: ['typescript'],
  tsx: ['typescript', 'react', 'frontend'],
  js: ['javascript'],
  jsx: ['javascript', 'react', 'frontend'],
  py: ['python'],
  go: ['go', 'golang'],
  java: ['java'],
  kt: ['kotlin'],
  swift: ['swift'],
  rb: ['ruby'],
  cs: ['c#'],
  c: ['c'],
  cc: ['c++'],
  cpp: ['c++'],
  h: ['c', 'c++'],
  sql: ['sql', 'postgres', 'databases'],
  css: ['css', 'frontend'],
  tf: ['terraform', 'infrastructure'],
};

/**
 * The team's skills a request touches: those its kind needs, the languages of its files, and those its own words or paths name. In the
 * order of the skills given.
 */
export function skillsAsked<S extends NamedSkill>(
  skills: readonly S[],
  {
    kind,
    files,
    words,
  }: { readonly kind: string | undefined; readonly files: readonly string[]; readonly words: string },
): readonly S[] {
  const endings = new Set(files.slice(0, 200).map(file => /\.(\w{1,4})$/.exec(file)?.[1]?.toLowerCase() ?? ''));
  const named = [...(own(byKind, kind ?? '') ?? []), ...[...endings].flatMap(ending => own(byEnding, ending) ?? [])];
  const text = `${words} ${files.slice(0, 200).join(' ')}`.slice(0, 20_000).toLowerCase();
  const said = new Set(text.match(/[\p{L}\p{N}]+/gu) ?? []);
  return skills.filter(
    skill => named.some(name => isSkill(name, skill)) || (skill.slug.length > 3 && said.has(skill.slug)),
  );
}

function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
