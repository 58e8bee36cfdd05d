import { printValue } from '../note/printHead.ts';
import type { MentionForm } from './mention.ts';

/**
 * A name as it is meant, from how it is written.
 *
 * @example
 * readName("'it''s'", 'head'); //=> "it's"
 */
export function readName(written: string, form: MentionForm): string {
  if (form === 'mark') return written.startsWith('"') ? written.slice(1, -1).trim() : written;
  if (form === 'link') return decoded(written);
  if (form === 'words') return written;
  if (/^'.*'$/s.test(written) && written.length > 1) return written.slice(1, -1).replaceAll("''", "'").trim();
  if (!/^".*"$/s.test(written) || written.length < 2) return written.trim();
  try {
    return String(JSON.parse(written)).trim();
  } catch {
    return written.slice(1, -1).trim(); // an escape only YAML has
  }
}

/** A name as it has to be written in this form to be read as the same name again. */
export function writeName(name: string, form: MentionForm): string {
  if (form === 'mark') return /^[\p{L}\p{N}_+-]+$/u.test(name) ? name : `"${name.replaceAll('"', '')}"`;
  if (form === 'link')
    return name
      .replaceAll('%', '%25')
      .replace(/[\s()<>:\\]/g, encodeURIComponent)
      .replace(/[()]/g, c => (c === '(' ? '%28' : '%29'));
  if (form === 'words') return name;
  if (form === 'head') return printValue(name);
  return printValue([name]).slice(1, -1);
}

/** An address as a path; one that is no good stays as it is. */
function decoded(address: string): string {
  const [path = ''] = address.split('#');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
