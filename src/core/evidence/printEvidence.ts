import { encodeSegment } from '../forge/remote.ts';
import { cleanText } from '../markdown/cleanText.ts';
import { escapeSentence, link } from '../markdown/markdown.ts';
import type { CommitRef, EvidenceLine, EvidenceRef, FileRef, RangeRef } from './evidence.ts';
import { fileLabel, isRepoWord, withoutEnd } from './readEvidence.ts';

/**
 * A line of evidence without its bullet, as `readEvidence` reads it and a forge shows it.
 *
 * @example
 * printEvidence({ claim: 'reads under 200 ms', refs: [{ kind: 'commit', repo: 'shop', hash: '1d0e77b' }] });
 * //=> 'reads under 200 ms: shop 1d0e77b'
 */
export function printEvidence({ claim, refs }: EvidenceLine): string {
  const words = escapeSentence(withoutEnd(cleanText(claim)));
  const shown = refs.map(printRef).join(', ');
  return words === '' || shown === '' ? words + shown : `${words}: ${shown}`;
}

/** One reference: a link where it has an address, else its name. */
export function printRef(ref: EvidenceRef): string {
  switch (ref.kind) {
    case 'note':
    case 'answer':
      return ref.isRooted ? ref.href : link(ref.text ?? '', ref.href);
    case 'page':
      return link(ref.text ?? '', ref.url);
    case 'commit':
    case 'range':
    case 'file':
      return ref.url === undefined ? bareRef(ref) : link(ref.text ?? historyLabel(ref), ref.url);
  }
}

/**
 * What a reference is called where it can't be a link: in a row, a question, a hover.
 *
 * @example
 * refLabel({ kind: 'commit', repo: 'shop', hash: '1d0e77bf00d…' }); //=> 'shop 1d0e77b'
 */
export function refLabel(ref: EvidenceRef): string {
  if (ref.text !== undefined) return ref.text;
  switch (ref.kind) {
    case 'page':
      return ref.url;
    case 'note':
    case 'answer':
      return ref.href.replace(/^.*\//, '').replace(/\.md.*$/i, '');
    case 'commit':
    case 'range':
    case 'file':
      return historyLabel(ref);
  }
}

/** What a commit, a range or a file at a commit is called, whatever words its link has. */
export function historyLabel(ref: CommitRef | RangeRef | FileRef): string {
  const repo = ref.repo === undefined ? '' : `${ref.repo} `;
  if (ref.kind === 'range') return `${repo}${short(ref.from)}..${short(ref.to)}`;
  return repo + (ref.kind === 'file' ? fileLabel(ref) : short(ref.hash));
}

function bareRef(ref: CommitRef | RangeRef | FileRef): string {
  const repo = ref.repo !== undefined && isRepoWord(ref.repo) ? `${ref.repo} ` : '';
  if (ref.kind === 'range') return `${repo}${ref.from}..${ref.to}`;
  return `${repo}${ref.hash}${ref.kind === 'file' ? `:${encodedPath(ref.path)}${anchor(ref)}` : ''}`;
}

function anchor({ lines }: FileRef): string {
  if (!lines) return '';
  const [first, last] = lines;
  return first === last ? `#L${first}` : `#L${first}-L${last}`;
}

/** A path without anything that would end it, or that markdown takes for its own. */
function encodedPath(path: string): string {
  return path
    .replace(/[^\p{L}\p{M}\p{N}._/+-]/gu, encodeSegment)
    .replaceAll('~', '%7E')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '%5F');
}

function short(hash: string): string {
  return hash.slice(0, 7);
}
