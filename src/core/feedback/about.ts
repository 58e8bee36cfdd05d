import { present } from '../note/headValues.ts';

/** What feedback is asked about. `repo` is a repository's short name; without one it is the only one there is. */
export type About =
  | { readonly kind: 'range'; readonly repo?: string; readonly from: string; readonly to: string }
  | { readonly kind: 'commit'; readonly repo?: string; readonly commit: string }
  | AboutFile
  /** A talk, a project, oneself: nothing git knows. */
  | { readonly kind: 'words'; readonly words: string };

/** A file, or some of its lines. */
export interface AboutFile {
  readonly kind: 'file';
  readonly repo?: string;
  /** Absent for the file as it is now. */
  readonly commit?: string;
  /** From the repository's top level on, with forward slashes. */
  readonly path: string;
  /** First and last line, counted from 1. */
  readonly lines?: readonly [number, number];
}

const revision = String.raw`(?![-.])(?:(?!\.\.|@\{)[^\s~^:?*[\\])+`;
const rangePattern = new RegExp(`^(?:(.+) )?(${revision})\\.{2,3}(${revision})$`, 'u');
const commitPattern = /^(?:(.+) )?([0-9a-f]{7,64})$/u;
const filePattern = /^(?:(.+) )?(?:([0-9a-f]{7,64}):)?([^\s:#][^\s:#]*\.[^\s:#.]+)(?:#L(\d{1,7})(?:-L(\d{1,7}))?)?$/u;

/**
 * Reads the key `about` of a request.
 *
 * @example
 * readAbout('shop main..outbox'); //=> { kind: 'range', repo: 'shop', from: 'main', to: 'outbox' }
 * readAbout('shop 4f1c2a9:services/db.ts#L88-L97');
 * //=> { kind: 'file', repo: 'shop', commit: '4f1c2a9', path: 'services/db.ts', lines: [88, 97] }
 * readAbout('my talk on pools'); //=> { kind: 'words', words: 'my talk on pools' }
 */
export function readAbout(text: string): About {
  const words = text.trim();
  if (words.length > longest) return { kind: 'words', words };
  const [isRange, ranged, from = '', to = ''] = rangePattern.exec(words) ?? [];
  if (isRange !== undefined) return { kind: 'range', ...present('repo', ranged), from, to };
  const [isCommit, committed, commit = ''] = commitPattern.exec(words) ?? [];
  if (isCommit !== undefined) return { kind: 'commit', ...present('repo', committed), commit };
  return fileIn(words) ?? { kind: 'words', words };
}

/** Whether a pull request may have a page for it: some commits, or a pull request itself. A file, a talk and oneself have none. */
export function mayHavePull(text: string): boolean {
  return readAbout(text.replace(/['"]/g, '')).kind === 'range' || /(?:^|[\s'"])[#!]\d|https?:\/\//.test(text);
}

/** Writes what {@link readAbout} reads. */
export function printAbout(about: About): string {
  if (about.kind === 'words') return about.words.replace(/\s+/g, ' ').trim();
  const repo = about.repo === undefined ? '' : `${about.repo} `;
  if (about.kind === 'range') return `${repo}${about.from}..${about.to}`;
  if (about.kind === 'commit') return `${repo}${about.commit}`;
  const { commit, path, lines } = about;
  const place = path.replace(/[%\s:#]/gu, encodeURIComponent);
  const at = lines === undefined ? '' : lines[0] === lines[1] ? `#L${lines[0]}` : `#L${lines[0]}-L${lines[1]}`;
  return `${repo}${commit === undefined ? '' : `${commit}:`}${place}${at}`;
}

/** A longer text was never meant to be more than words. */
const longest = 1000;

function fileIn(words: string): AboutFile | undefined {
  const [, repo, commit, place, first, last = first] = filePattern.exec(words) ?? [];
  const path = place === undefined ? undefined : decoded(place);
  if (path === undefined || /[\\\p{Cc}]/u.test(path)) return undefined; // on Windows a backslash leads upwards, too
  if (path.split('/').some(step => step === '' || step === '.' || step === '..')) return undefined;
  const lines = first === undefined ? undefined : ([Number(first), Number(last)] as const);
  if (lines && (lines[0] < 1 || lines[1] < lines[0])) return undefined;
  return { kind: 'file', ...present('repo', repo), ...present('commit', commit), path, ...present('lines', lines) };
}

function decoded(place: string): string | undefined {
  try {
    return decodeURIComponent(place);
  } catch {
    return undefined;
  }
}
