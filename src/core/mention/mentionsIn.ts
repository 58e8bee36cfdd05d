import { bodyMentions } from './bodyMentions.ts';
import { headMentions } from './headMentions.ts';
import type { Mention } from './mention.ts';

/**
 * Every place in a note that names something: a goal, a skill, a person, another note. In the front matter by its keys, in the
 * body by marks (`goal:`, `skill:`, `#`, `@`), links to notes, and commits below "Evidence"; outside code and comments.
 * What is named may not exist. In the order of the text; never throws.
 *
 * @example
 * mentionsIn('Read it #pgbouncer'); //=> [{ kind: 'tag', name: 'pgbouncer', form: 'mark', at: { start: 9, end: 18 } }]
 */
export function mentionsIn(text: string): readonly Mention[] {
  return [...headMentions(text), ...bodyMentions(text)].toSorted((a, b) => a.at.start - b.at.start);
}
