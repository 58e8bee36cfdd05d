import { frontMatterOf } from './frontMatter.ts';
import { titlePlace, valuePlace } from './headPlace.ts';
import { linesOf } from './noteText.ts';
import type { Note } from './note.ts';
import type { NotePath, PrivatePath } from './notePath.ts';
import type { Problem, Span } from './problem.ts';

/** What is to be said of a private note that lies among the shared ones, at what makes it private; undefined where it is not private. */
export function misplaced(text: string, { isPrivate }: Pick<Note, 'isPrivate'>): Problem | undefined {
  if (!isPrivate) return undefined;
  const at = keyLine(text) ?? valuePlace(text, 'type') ?? titlePlace(text);
  return { code: 'private-shared', at, expected: '' };
}

/**
 * Where a note from the shared shelf goes on the private one: the same place below it, without whose folder it was.
 *
 * @example
 * privatePlace('people/ada/learning/2026-11-22-a.md'); //=> 'learning/2026-11-22-a.md'
 */
export function privatePlace(path: NotePath): PrivatePath {
  return path.replace(/^people\/[^/]+\/(?=.)/, '') as PrivatePath;
}

/** The line of the key that says so, however it is written. */
function keyLine(text: string): Span | undefined {
  const matter = frontMatterOf(text);
  if (!matter || !('yaml' in matter)) return undefined;
  const { start: from, end: to } = matter.yaml;
  for (const { start, end } of linesOf(text))
    if (start >= from && end <= to && /^["']?\s*private\s*["']?\s*:/i.test(text.slice(start, end)))
      return { start, end };
  return undefined;
}
