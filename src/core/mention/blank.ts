import { goalStatuses, isEvidence } from '../goal/goal.ts';
import { frontMatterOf } from '../note/frontMatter.ts';
import { noteTypes } from '../note/note.ts';
import type { Line } from '../note/noteText.ts';
import type { Span } from '../note/problem.ts';
import { headingIn, proseLines } from '../note/sections.ts';
import { hiddenIn } from './bodyMentions.ts';
import { kindOfKey } from './headMentions.ts';
import type { MentionForm, MentionKind } from './mention.ts';

/** A place of a note where a name is to be filled in. */
export interface Blank {
  /** What may stand there: names of a kind, evidence, or one of some words. */
  readonly wants: MentionKind | 'evidence' | readonly string[];
  readonly form: MentionForm;
  /** What is replaced: what stands there already, before and behind the cursor. */
  readonly at: Span;
  /** What has to stand before it: a space where the cursor touches the colon of a key. */
  readonly lead: '' | ' ';
}

/** What is to be filled in at a place of a note; undefined where nothing is asked for, as in prose, code and comments. */
export function blankAt(text: string, offset: number): Blank | undefined {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = /\r?\n|$/.exec(text.slice(offset))?.index ?? 0;
  const line: Line = { start, end: offset + end, next: offset + end, text: text.slice(start, offset + end) };
  const matter = frontMatterOf(text);
  if (matter && 'problem' in matter && offset < matter.bodyStart) return undefined;
  if (matter && 'yaml' in matter && offset < matter.bodyStart)
    return offset <= matter.yaml.end && start >= matter.yaml.start
      ? inHead(text.slice(matter.yaml.start, matter.yaml.end), line, {
          offset,
          before: text.slice(matter.yaml.start, start),
        })
      : undefined;
  return inBody(text, line, offset);
}

const keyLine = /^[ \t]*(?:"([^"]*)"|'([^']*)'|([\p{L}_][\p{L}\p{N}_-]*)):(?=[ \t]|$)/u;
const itemLine = /^[ \t]*-(?=[ \t]|$)/;

function inHead(yaml: string, line: Line, { offset, before }: { offset: number; before: string }): Blank | undefined {
  const key = keyLine.exec(line.text);
  const opening = key?.[0] ?? itemLine.exec(line.text)?.[0];
  const name = key ? nameIn(key) : keyAbove(before);
  if (opening === undefined || name === undefined || offset < line.start + opening.length) return undefined;
  const wants = wantedBy(name, /^type:[ \t]*["']?([\w-]+)/m.exec(yaml)?.[1]);
  if (wants === undefined) return undefined;
  const cursor = offset - line.start;
  const value = line.text.slice(opening.length);
  const place = /^[ \t]*\[/.test(value)
    ? flowItemAt(line.text, line.text.indexOf('[', opening.length), cursor)
    : scalarAt(line.text, opening.length, cursor);
  if (!place) return undefined;
  const at = { start: line.start + place.start, end: line.start + place.end };
  const touches = /[:-]/.test(line.text[place.start - 1] ?? '') && place.form === 'head';
  return { wants, form: place.form, at, lead: touches ? ' ' : '' };
}

/** The key whose list the items above belong to. */
function keyAbove(before: string): string | undefined {
  for (const text of before.split(/\r?\n/).reverse()) {
    if (text.trim() === '' || /^[ \t]*#/.test(text) || itemLine.test(text)) continue;
    const key = keyLine.exec(text);
    return key?.[0].length === text.replace(/[ \t]+(?:#.*)?$/, '').length ? nameIn(key) : undefined;
  }
  return undefined;
}

function nameIn([, double, single, plain]: RegExpExecArray): string {
  return double ?? single ?? plain ?? '';
}

function wantedBy(key: string, type: string | undefined): Blank['wants'] | undefined {
  if (key === 'type') return noteTypes;
  if (key === 'pillar') return ['service', 'development', 'legacy'];
  if (key === 'status')
    return type === 'objective' ? ['active', 'done', 'dropped'] : type === 'goal' ? goalStatuses : undefined;
  if (key === 'kind' && type === 'goal') return ['smart', 'okr'];
  if (key === 'kind' && type === 'one-on-one') return ['regular', 'autonomy-support', 'career', 'review', 'mentor'];
  if (key === 'method' && type === 'goal') return ['self-study', 'peers', 'project', 'mentoring', 'group'];
  return kindOfKey(key, type);
}

interface Place extends Span {
  readonly form: 'head' | 'flow';
}

function scalarAt(line: string, from: number, cursor: number): Place | undefined {
  const comment = line.slice(from).search(/(?:^|[ \t])#/);
  const whole = line.slice(0, comment < 0 ? undefined : from + comment);
  const end = Math.max(whole.trimEnd().length, from);
  const start = Math.min(from + (/^[ \t]*/.exec(line.slice(from))?.[0].length ?? 0), cursor);
  if (comment >= 0 && cursor > from + comment) return undefined;
  return { start, end: Math.max(end, cursor), form: 'head' };
}

function flowItemAt(line: string, open: number, cursor: number): Place | undefined {
  const before = line
    .slice(open, cursor)
    .replace(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'/g, quoted => 'x'.repeat(quoted.length));
  if (cursor <= open || /[\]#]/.test(before)) return undefined;
  const from = open + Math.max(before.lastIndexOf('['), before.lastIndexOf(',')) + 1;
  const start = Math.min(from + (/^[ \t]*/.exec(line.slice(from))?.[0].length ?? 0), cursor);
  const rest = /^[^,\]#]*/.exec(line.slice(cursor))?.[0].trimEnd() ?? '';
  return { start, end: cursor + rest.length, form: 'flow' };
}

const markBegun = /(?:^|\s)(#|@|goal:|skill:)("[^"\n]*|[^\s"#@]*)$/iu;
const signs: Readonly<Record<string, MentionKind>> = { '#': 'tag', '@': 'person', 'goal:': 'goal', 'skill:': 'skill' };

function inBody(text: string, line: Line, offset: number): Blank | undefined {
  const cursor = offset - line.start;
  if (line.text.length > 20_000) return undefined;
  const mark = markAt(line, cursor);
  const evidence = mark ? undefined : evidenceAt(line, cursor);
  if (!mark && !evidence) return undefined; // most places: the note is not looked through for them
  if (hiddenIn(line.text).some(({ start, end }) => start < cursor && cursor <= end)) return undefined;
  const section = sectionWith(text, line);
  if (section === undefined) return undefined;
  return mark ?? (isEvidence(section) ? evidence : undefined);
}

/** A mark that has begun; a lone `#` at the beginning of a line is about to become a heading. */
function markAt({ text, start }: Line, cursor: number): Blank | undefined {
  const before = text.slice(0, cursor);
  const [, sign = '', typed = ''] = markBegun.exec(before) ?? [];
  const wants = signs[sign.toLowerCase()];
  if (!wants || before.trim() === '#') return undefined;
  const rest = typed.startsWith('"') ? /^[^"\n]*"/ : /^[\p{L}\p{N}\p{M}_/.+-]*/u;
  const end = cursor + (rest.exec(text.slice(cursor))?.[0].length ?? 0);
  return { wants, form: 'mark', at: { start: start + cursor - typed.length, end: start + end }, lead: '' };
}

/** The heading above a line of prose; undefined where the line is none. */
function sectionWith(text: string, { start }: Line): string | undefined {
  let section = '';
  let last = 0;
  for (const line of proseLines(text)) {
    if (line.start === start) return section;
    if (line.start > start) return undefined;
    section = headingIn(line.text)?.title ?? section;
    last = line.next;
  }
  return last === start && start === text.length ? section : undefined;
}

/** An item that has only begun, or ends in a claim: `- reads under 200 ms: `. */
function evidenceAt({ text, start }: Line, cursor: number): Blank | undefined {
  const [, before = ''] =
    /^([ \t]*[-*+][ \t]+(?:\[[^\]\n]\][ \t]+)?(?:.*:[ \t]+)?)\[?[^[\](){}:]*\]?[ \t]*$/.exec(text) ?? [];
  if (before === '' || cursor < before.length) return undefined;
  return { wants: 'evidence', form: 'words', at: { start: start + before.length, end: start + text.length }, lead: '' };
}
