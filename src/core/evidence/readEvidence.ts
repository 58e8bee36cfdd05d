import { forgePage } from '../forge/forgePage.ts';
import type { Span } from '../note/problem.ts';
import type { CommitRef, EvidenceRef, FileRef, FoundEvidence, NoteRef } from './evidence.ts';

/** So much of a line is looked at: more than anybody writes. */
const longest = 4000;

const hash = '[0-9a-f]{7,64}';
const link = String.raw`(?<!!)\[(?<text>(?:\\.|[^\][\\])*)\]\(<?(?<href>[^()\s<>]*)>?(?: +"[^"]*")?\)`;
const address = String.raw`https?:\/\/[^\s<>()[\]]+`;
const note = String.raw`(?<![\p{L}\p{N}_./-])people\/[^\s<>()[\]:]+?\.md(?![\p{L}\p{N}_/-])`;
const spot = String.raw`:(?<path>[^\s#,;()<>[\]\x60:]+)(?:#L(?<first>\d{1,7})(?:-L?(?<last>\d{1,7}))?)?`;
const bare = String.raw`(?<![0-9A-Za-z])(?<hash>${hash})(?:(?:\.{2,3}|…)(?<to>${hash})(?![0-9A-Za-z])|${spot}|(?![0-9A-Za-z]))`;

/** A repository's name as it may stand before a hash. */
const repoName = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}._/-]{0,98}[\p{L}\p{N}])?`;
const repoBefore = new RegExp(String.raw`(?:^|[:,;(·\x60–—]|(?:^|\s)and(?=\s))\s*(?<repo>${repoName})\s+$`, 'u');
/** Words that come before a hash, or a number, and are no repository. */
const noRepo =
  /^(?:commits?|rev|sha|in|at|by|see|from|and|with|of|on|the|an?|to|for|is|was|since|until|before|after|about|only|than)$/i;

/**
 * Reads a line of a goal's evidence, without its bullet and box: what it claims, and what shows it. A word that only looks
 * like a hash is none: without a repository before it a hash has letters and digits.
 *
 * @example
 * readEvidence('reads under 200 ms: shop 1d0e77b..4f1c2a9');
 * //=> { claim: 'reads under 200 ms', refs: [{ kind: 'range', repo: 'shop', from: '1d0e77b', to: '4f1c2a9' }], … }
 */
export function readEvidence(line: string): FoundEvidence {
  const text = line.slice(0, longest);
  const refs: EvidenceRef[] = [];
  const places: Span[] = [];
  let end = 0;
  for (const match of text.matchAll(new RegExp(`${link}|(?<url>${address})|(?<note>${note})|${bare}`, 'gu'))) {
    // Behind another reference only a sign or a word can lead over to a repository's name.
    const before = refs.length === 0 ? text.slice(0, match.index) : `]${text.slice(end, match.index)}`;
    const found = refOf(match.groups ?? {}, before);
    if (!found) continue;
    refs.push(found.ref);
    places.push({ start: match.index - found.before, end: match.index + match[0].length });
    end = match.index + match[0].length;
  }
  return { claim: claimIn(text.slice(0, places[0]?.start)), refs, places };
}

/** Whether a repository's name can stand before a hash without a link around both. */
export function isRepoWord(name: string): boolean {
  const looksLikeHash = new RegExp(`(?<![0-9A-Za-z])${hash}(?![0-9A-Za-z])`).test(name);
  return new RegExp(`^${repoName}$`, 'u').test(name) && !noRepo.test(name) && !looksLikeHash;
}

type Groups = Readonly<Record<string, string | undefined>>;

/** One reference, and how many characters before it belong to it. */
interface Found {
  readonly ref: EvidenceRef;
  readonly before: number;
}

function refOf(groups: Groups, before: string): Found | undefined {
  const { text, href, url, note } = groups;
  if (href !== undefined) {
    const ref = linkOf(unescaped(text ?? ''), href);
    return ref && { ref, before: 0 };
  }
  if (url !== undefined) return { ref: pageOf(url.replace(/[.,;:!?]+$/, ''), ''), before: 0 };
  if (note !== undefined) return { ref: { ...noteOf(note), isRooted: true }, before: 0 };
  return bareOf(groups, before);
}

function bareOf({ hash = '', to, path, first, last }: Groups, before: string): Found | undefined {
  const named = repoBefore.exec(before)?.groups?.['repo'];
  const repo = named !== undefined && isRepoWord(named) ? named : undefined;
  const isPlain = !/^(?=.*[a-f])(?=.*\d)/.test(hash + (to ?? ''));
  if (isPlain && (repo === undefined || /^(?:19|20)\d{6}$/.test(hash))) return undefined;
  const at = { ...(repo !== undefined && { repo }) };
  const length = repo === undefined ? 0 : before.length - before.lastIndexOf(repo);
  if (to !== undefined) return { ref: { kind: 'range', ...at, from: hash, to }, before: length };
  const file = path === undefined ? undefined : decoded(path);
  if (file === undefined) return { ref: { kind: 'commit', ...at, hash }, before: length };
  const lines = linesOf(first, last);
  return { ref: { kind: 'file', ...at, hash, path: file, ...(lines && { lines }) }, before: length };
}

function linkOf(text: string, href: string): EvidenceRef | undefined {
  if (/^https?:\/\/[^/]/i.test(href)) return pageOf(href.replaceAll('&amp;', '&'), text);
  if (/^[^/?#]*:|^\//.test(href)) return undefined;
  return /\.md(?:[?#]|$)/i.test(href) ? { ...noteOf(href), ...(text !== '' && { text }) } : undefined;
}

/** A page of the web; of a forge's the commit, the range or the file it shows. */
function pageOf(url: string, text: string): EvidenceRef {
  const page = forgePage(url);
  const said = saidBy(text);
  if (!page) {
    if (said) return { ...said, url };
    return { kind: 'page', url, ...(text !== '' && { text }) };
  }
  const { base: _, ...shown } = page;
  const words = text === '' ? {} : { text };
  if (shown.kind === 'commit') {
    const isSaid = said?.kind === 'commit' && shown.hash.startsWith(said.hash);
    return { ...shown, url, ...(isSaid ? repoOf(said) : words) };
  }
  if (shown.kind === 'range') {
    const isSaid = said?.kind === 'range' && shown.from.startsWith(said.from) && shown.to.startsWith(said.to);
    return { ...shown, url, ...(isSaid ? repoOf(said) : words) };
  }
  const label = fileLabel(shown);
  if (text === label) return { ...shown, url };
  const repo = text.endsWith(` ${label}`) ? text.slice(0, -label.length - 1) : undefined;
  return { ...shown, url, ...(repo === undefined ? words : { repo }) };
}

/** What the words of a link name: a commit or a range, with any repository's name before it. */
function saidBy(text: string): (EvidenceRef & { readonly kind: 'commit' | 'range' }) | undefined {
  const form = new RegExp(`^(?:(?<repo>\\S.*?) )?(?<hash>${hash})(?:(?:\\.{2,3}|…)(?<to>${hash}))?$`);
  const { repo, hash: named, to } = form.exec(text)?.groups ?? {};
  if (named === undefined) return undefined;
  const at = repo === undefined ? {} : { repo };
  return to === undefined ? { kind: 'commit', ...at, hash: named } : { kind: 'range', ...at, from: named, to };
}

/**
 * A file at a commit in a link's words.
 *
 * @example
 * fileLabel({ path: 'services/db.ts', lines: [88, 97], hash: '4f1c2a9' }); //=> 'services/db.ts:88-97 at 4f1c2a9'
 */
export function fileLabel({ path, lines, hash }: Pick<FileRef, 'path' | 'lines' | 'hash'>): string {
  const [first, last] = lines ?? [];
  const where = first === undefined ? '' : first === last ? `:${first}` : `:${first}-${last ?? first}`;
  return `${path}${where} at ${hash.slice(0, 7)}`;
}

function repoOf({ repo }: Pick<CommitRef, 'repo'>): { readonly repo?: string } {
  return repo === undefined ? {} : { repo };
}

function noteOf(href: string): NoteRef {
  return { kind: /(?:^|\/)answers\//.test(href) ? 'answer' : 'note', href };
}

function linesOf(first: string | undefined, last = first): readonly [number, number] | undefined {
  const lines = [Number(first), Number(last)] as const;
  return first !== undefined && lines[0] > 0 && lines[1] >= lines[0] ? lines : undefined;
}

function claimIn(text: string): string {
  return withoutEnd(unescaped(text).replace(/\s+/g, ' ').trim());
}

/** A claim without what leads over to its references. */
export function withoutEnd(words: string): string {
  return words.replace(/(?:[\s:,;·(`–—-])+$/u, '');
}

/** Words as they were before markdown's signs were escaped; code keeps its own. */
function unescaped(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

function decoded(path: string): string | undefined {
  try {
    const plain = decodeURIComponent(path);
    const isFine = !/[\p{Cc}\p{Cs}\\]/u.test(plain) && plain.split('/').every(step => !/^\.{0,2}$/.test(step));
    return isFine ? plain : undefined;
  } catch {
    return undefined;
  }
}
