import { frontMatterOf } from '../note/frontMatter.ts';
import { layoutOf, type HeadEntry } from '../note/headLayout.ts';
import { linesOf } from '../note/noteText.ts';
import type { Span } from '../note/problem.ts';
import type { Mention, MentionForm, MentionKind } from './mention.ts';
import { readName } from './writtenName.ts';

/** The keys whose values are names, and of what. */
const kinds: Readonly<Record<string, MentionKind>> = {
  goal: 'goal',
  skill: 'skill',
  skills: 'skill',
  offers: 'skill',
  objective: 'objective',
  vision: 'vision',
  allies: 'person',
  to: 'person',
  with: 'person',
  from: 'person',
  of: 'person',
  by: 'person',
  person: 'person',
  owner: 'person',
  advocate: 'person',
  tags: 'tag',
  request: 'request',
};

/** What the values of a key name in a note of this type; undefined where they are no names. */
export function kindOfKey(key: string, type: string | undefined): MentionKind | undefined {
  if (type === 'goal' && key === 'from') return undefined; // the level she starts at
  if (type === 'profile' && key === 'vision') return undefined; // it is said here, not named
  return Object.hasOwn(kinds, key) ? kinds[key] : undefined;
}

/** Everything the front matter of a note names, by its lines alone, whether or not the whole can be read. */
export function headMentions(text: string): readonly Mention[] {
  const matter = frontMatterOf(text);
  const layout = matter && 'yaml' in matter ? layoutOf(text, matter.yaml) : undefined;
  if (!layout) return [];
  const values = layout.entries.map(entry => ({ key: entry.key, values: valuesOf(text, entry) }));
  const type = values.find(({ key }) => key === 'type')?.values[0]?.name;
  return values.flatMap(({ key, values }) => {
    const kind = kindOfKey(key, type);
    return kind === undefined ? [] : values.filter(({ name }) => name !== '').map(value => ({ kind, ...value }));
  });
}

type Value = Pick<Mention, 'name' | 'form' | 'at'>;

/** A key's value or the items of its list; nothing where it is more than that. */
function valuesOf(text: string, { valueAt, below, end }: HeadEntry): readonly Value[] {
  const inline = text.slice(valueAt.start, valueAt.end);
  if (inline.startsWith('[')) return flowItems(text, { start: valueAt.start + 1, end });
  if (inline !== '') return below === end ? scalarAt(inline, valueAt.start) : [];
  return [...linesOf(text.slice(0, end), below)].flatMap(line => {
    const [, before = '', rest] = /^([ \t]*-[ \t]+)(\S.*)$/.exec(line.text) ?? [];
    return rest === undefined ? [] : scalarAt(rest, line.start + before.length);
  });
}

/** One scalar, without the comment behind it; nothing where it goes on below or is no scalar. */
function scalarAt(rest: string, start: number): readonly Value[] {
  const quoted = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')(?=\s*(?:\s#.*)?$)/.exec(rest)?.[0];
  if (quoted !== undefined) return [valueAt(quoted, start, 'head')];
  if (/^["'[{|>&*!%@`#]/.test(rest) || /:(?:\s|$)/.test(rest)) return [];
  const comment = rest.search(/[ \t]#/);
  return [valueAt((comment < 0 ? rest : rest.slice(0, comment)).trimEnd(), start, 'head')];
}

/** The items of a list in brackets, up to its end or to something that is no plain list. */
function flowItems(text: string, { start, end }: Span): readonly Value[] {
  const values: Value[] = [];
  const item = /\s*("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s,[\]{}"'#&*!|>%@`][^,[\]{}#\n]*)?\s*([,\]])?/y;
  for (item.lastIndex = start; item.lastIndex < end;) {
    const from = item.lastIndex;
    const [all = '', written, sign] = item.exec(text) ?? [];
    if (written !== undefined && from + all.length <= end) {
      const at = from + all.indexOf(written);
      values.push(valueAt(written.trimEnd(), at, 'flow'));
    }
    if (sign !== ',') break;
  }
  return values;
}

function valueAt(written: string, start: number, form: MentionForm): Value {
  return { name: readName(written, form), form, at: { start, end: start + written.length } };
}
