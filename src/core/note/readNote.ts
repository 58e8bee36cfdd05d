import { bodyConflict } from './bodyConflict.ts';
import { emptyHead, readFlatHead } from './flatHead.ts';
import { conflictIn, frontMatterOf, type FrontMatter } from './frontMatter.ts';
import { shapeProblems } from './headShape.ts';
import { noteTypes, type Head, type HeadReader, type Note, type NoteType } from './note.ts';
import type { Problem } from './problem.ts';
import { bodyStartOf, findH1 } from './sections.ts';

/**
 * Reads a note. It never throws: what is wrong with a note is in its problems, and a note whose front matter can't be
 * read is private, has no type, and must not be rewritten ({@link isUnreadable}).
 *
 * @param file its path or name, for a title where it has no H1.
 * @param yaml reads front matter that is more than flat.
 */
export function readNote(file: string, text: string, yaml: HeadReader): Note {
  const matter = frontMatterOf(text);
  const bodyStart = matter?.bodyStart ?? bodyStartOf(text);
  const title = findH1(text, bodyStart)?.title ?? nameWithoutDate(file);
  if (matter === undefined)
    return { type: undefined, title, head: emptyHead(), bodyStart, isPrivate: false, problems: [] };
  const { head, problems } = 'problem' in matter ? refused(matter.problem) : readHead(text, matter, yaml);
  if (problems.length > 0) return { type: undefined, title, head: emptyHead(), bodyStart, isPrivate: true, problems };
  const type = typeOf(head);
  const conflict = type && bodyConflict(text, bodyStart);
  const shape = 'yaml' in matter ? shapeProblems(file, text, matter.yaml, head) : [];
  return {
    type,
    title,
    head,
    bodyStart,
    isPrivate: saysPrivate(head),
    problems: conflict ? [...shape, { code: 'body-conflict', at: conflict, expected: 'one version' }] : shape,
  };
}

/** Whether a problem keeps a note's front matter from being read at all. The others are mild: the note is used as it is. */
export function isUnreadable({ code }: Problem): boolean {
  return !mild.has(code);
}

const mild: ReadonlySet<Problem['code']> = new Set([
  'type-missing',
  'type-unknown',
  'key-shape',
  'template',
  'body-conflict',
]);

/** A note's front matter with its problems; the head is empty where there are any. */
export function readHead(text: string, { yaml: at }: FrontMatter, yaml: HeadReader): ReturnType<HeadReader['read']> {
  const conflict = conflictIn(text, at);
  if (conflict) return refused({ code: 'conflict', at: conflict, expected: 'a head without conflict markers' });
  const source = text.slice(at.start, at.end);
  const flat = readFlatHead(source);
  return flat ? { head: flat, problems: [] } : yaml.read(source, at.start);
}

function refused(problem: Problem): { head: Head; problems: readonly Problem[] } {
  return { head: emptyHead(), problems: [problem] };
}

const knownTypes: ReadonlySet<unknown> = new Set(noteTypes);

function typeOf({ type }: Head): NoteType | undefined {
  return knownTypes.has(type) ? (type as NoteType) : undefined;
}

/** Private by what they are, whatever they say. */
const alwaysPrivate: ReadonlySet<unknown> = new Set<NoteType>(['hard-moment', 'one-on-one', 'reflection']);

/** Some types are private by what they are; everything else by its key, however that is written. */
function saysPrivate(head: Head): boolean {
  if (alwaysPrivate.has(head['type'])) return true;
  return Object.keys(head).some(key => key.trim().toLowerCase() === 'private' && head[key] !== false);
}

function nameWithoutDate(file: string): string {
  const name = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1).replace(/\.md$/i, '');
  return name.replace(/^\d{4}-\d{2}-\d{2}-(?=.)/, '');
}
