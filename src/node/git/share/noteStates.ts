import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import type { SharingQuestion } from '../../../app/share/noteSharing.ts';
import type { SharedPath } from '../../../core/note/notePath.ts';
import type { NoteState } from '../../../core/share/noteState.ts';
import { GitFailed } from '../gitCall.ts';
import type { Checkout } from './checkout.ts';
import type { QuietGit } from './quietGit.ts';
import { filteredIn } from './filtersWork.ts';
import { readIndex, type IndexEntry } from './userIndex.ts';

type Blobs = ReadonlyMap<string, string>;

/** Where notes stand between the disk, the last commit and the others: by their hashes, never by `git status`, which runs programs. */
export async function noteStates(checkout: Checkout, question: SharingQuestion): Promise<readonly NoteState[]> {
  const { head, others } = checkout;
  const { mayShare, signal } = question;
  const notes = await onDisk(checkout, question.notes);
  const [committed, before, index] = await Promise.all([
    blobsOf(checkout, head, signal),
    others === head ? undefined : blobsOf(checkout, others, signal),
    readIndex(checkout, signal),
  ]);
  const known = before ?? committed;
  const gone = await goneNotes(checkout, { committed, known, index, notes, mayShare });
  const now = await hashesNow(checkout, notes, committed, signal);
  const kept = await keptBack(
    checkout,
    notes.filter(path => now.get(path) !== committed.get(path)),
    { index, signal },
  );
  return [...notes, ...gone].map(path => {
    return {
      path,
      others: known.get(path),
      committed: committed.get(path),
      now: now.get(path),
      ...(index.unmerged.has(path) ? { kept: 'unmerged' as const } : kept.get(path)),
    };
  });
}

/** Those that are plain files now: git would follow a link, and say nothing of the others where one of them is missing. */
async function onDisk({ git, prefix }: Checkout, notes: readonly SharedPath[]): Promise<readonly SharedPath[]> {
  const areFiles = await Promise.all(
    notes.map(path =>
      lstat(join(git.root, prefix + path)).then(
        file => file.isFile(),
        () => false,
      ),
    ),
  );
  return notes.filter((path, at) => areFiles[at] && !/[\p{Cc}"]/u.test(path));
}

/** The notes of a commit by their path in the notebook. Links and submodules are none. */
async function blobsOf({ git, prefix }: Checkout, commit: string | undefined, signal?: AbortSignal): Promise<Blobs> {
  if (commit === undefined) return new Map();
  const args = ['ls-tree', '-r', '-z', '--full-tree', commit, ...(prefix === '' ? [] : ['--', prefix])];
  const answer = await git.text(args, { signal });
  return new Map(
    answer.split('\0').flatMap(line => {
      const [, hash = '', path = ''] = /^100(?:644|755) blob ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
      return path.startsWith(prefix) && /\.md$/i.test(path) ? [[path.slice(prefix.length), hash] as const] : [];
    }),
  );
}

interface Sides extends Pick<SharingQuestion, 'notes' | 'mayShare'> {
  readonly committed: Blobs;
  readonly known: Blobs;
  readonly index: ReadonlyMap<string, IndexEntry>;
}

/** Notes that git has and the disk has not, unless it was told to leave them out of this work tree (a sparse checkout). */
async function goneNotes({ git, prefix }: Checkout, sides: Sides): Promise<SharedPath[]> {
  const there = new Set<string>(sides.notes);
  const folds = git.configuration.isOn('core.ignorecase');
  const lower = new Set(folds ? sides.notes.map(path => path.toLowerCase()) : []);
  const all = new Set([...sides.committed.keys(), ...sides.known.keys()]);
  const missing = [...all].filter(path => !there.has(path) && sides.mayShare(path));
  const gone = await Promise.all(
    missing.map(async path => {
      if (sides.index.get(path)?.isLeftOut) return false;
      if (lower.has(path.toLowerCase())) return true; // the disk calls it otherwise now, and finds it by its old name too
      const file = await lstat(join(git.root, prefix + path)).catch((error: unknown) => codeOf(error));
      return file === 'ENOENT' || file === 'ENOTDIR';
    }),
  );
  return missing.filter((_, at) => gone[at]) as SharedPath[];
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** What git would store for each note: its bytes, or with plain line ends where the person's git writes them so. */
async function hashesNow(
  { git, prefix }: Checkout,
  notes: readonly SharedPath[],
  committed: Blobs,
  signal?: AbortSignal,
): Promise<Blobs> {
  const hash = async (paths: readonly SharedPath[], ...options: string[]) => {
    if (paths.length === 0) return [];
    const input = paths.map(path => `${prefix}${path}\n`).join('');
    return (await git.text(['hash-object', ...options, '--stdin-paths'], { input, signal })).split('\n');
  };
  const plain = await hash(notes, '--no-filters');
  const different = notes.filter((path, at) => committed.get(path) !== plain[at]);
  const stored = await hash(different);
  const now = new Map<string, string>(notes.map((path, at) => [path, plain[at] ?? '']));
  different.forEach((path, at) => now.set(path, stored[at] ?? ''));
  return now;
}

interface Asked {
  readonly index: ReadonlyMap<string, IndexEntry>;
  readonly signal: AbortSignal | undefined;
}

/** Notes git is told to leave alone, or to store changed by a program (so that they may be encrypted): nothing of ours goes around that. */
async function keptBack(
  { git, prefix }: Checkout,
  notes: readonly SharedPath[],
  { index, signal }: Asked,
): Promise<ReadonlyMap<SharedPath, Pick<NoteState, 'kept' | 'keptBy'>>> {
  const untracked = notes.filter(path => !index.has(path));
  const [ignored, attributes] = await Promise.all([
    ignoredOf(
      git,
      untracked.map(path => prefix + path),
      signal,
    ),
    notes.length === 0
      ? ''
      : git.text(['check-attr', '-z', '--stdin', 'filter'], {
          input: notes.map(path => `${prefix}${path}\0`).join(''),
          signal,
        }),
  ]);
  const pathIn = (path: string) => path.slice(prefix.length) as SharedPath;
  const filtered = filteredIn(attributes);
  return new Map<SharedPath, Pick<NoteState, 'kept' | 'keptBy'>>([
    ...filtered.map(path => [pathIn(path), { kept: 'filtered' as const }] as const),
    ...ignored.map(({ path, by }) => [pathIn(path), { kept: 'ignored' as const, keptBy: by }] as const),
  ]);
}

interface Ignored {
  readonly path: string;
  /** The line that says so. */
  readonly by: string;
}

async function ignoredOf(git: QuietGit, paths: readonly string[], signal?: AbortSignal): Promise<readonly Ignored[]> {
  if (paths.length === 0) return [];
  // This command knows no literal names: the beginning keeps a name from being read as a pattern's.
  const input = paths.map(path => `./${path}\0`).join('');
  const env = { GIT_LITERAL_PATHSPECS: '0' };
  const answer = await git
    .text(['check-ignore', '-v', '-z', '--stdin'], { input, env, signal })
    .catch((error: unknown) => {
      if (error instanceof GitFailed && error.exitCode === 1) return ''; // none of them
      throw error;
    });
  const fields = answer.split('\0');
  const ignored: Ignored[] = [];
  for (let at = 0; at + 3 < fields.length; at += 4) {
    const [file = '', line = '', pattern = '', path = ''] = fields.slice(at, at + 4);
    if (pattern.startsWith('!')) continue; // a line that says it is not ignored
    ignored.push({ path: path.slice('./'.length), by: `${file}:${line}: ${pattern}` });
  }
  return ignored;
}
