import { escapeText, link } from '../markdown/markdown.ts';
import type { CodeAnchor } from '../log/entry.ts';

/**
 * A place in the code as an answer names it: its file and lines, with a link where there is one.
 *
 * @param href the file as the note would link it, for a repository that is on no known forge
 *
 * @example
 * codeLink({ path: 'services/outbox.test.ts', lines: [40, 40], permalink: 'https://forge.example/shop/blob/4f1c2a9/…#L40' });
 * //=> '[outbox.test.ts:40](https://forge.example/shop/blob/4f1c2a9/…#L40)'
 */
export function codeLink({ path, lines, commit, repo, permalink }: CodeAnchor, href?: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const [first, last] = lines ?? [];
  const at = first === undefined ? '' : first === last ? `:${first}` : `:${first}-${last}`;
  if (permalink !== undefined) return link(name + at, permalink);
  const anchor = first === undefined ? '' : first === last ? `#L${first}` : `#L${first}-L${last}`;
  if (href !== undefined) return link(name + at, href + anchor);
  const where = [repo, commit === undefined ? undefined : `${commit.slice(0, 7)}:`].filter(Boolean).join(' ');
  return escapeText(
    `${where}${commit === undefined && repo !== undefined ? ' ' : ''}${path}${commit === undefined ? at : anchor}`,
  );
}
