import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { Failure } from '../../app/failure.ts';
import { exists, isFolder, liesIn, realOf } from './notebookPlaces.ts';

/** What a notes branch is called where nothing else is set. */
const defaultNotesBranch = 'outloud/notes';

/** A repository's notes branch, as far as plain files tell: git is not started. */
export interface NotesBranch {
  /** `outloud/notes` */
  readonly name: string;
  /** The work tree it is checked out in, or would be: a folder of ours, outside every repository. */
  readonly tree: string;
  /** `whole`: it can be read and written. `lost`: git knows it, but its folder went away, came elsewhere, or was never finished. */
  readonly state: 'whole' | 'lost' | 'none';
  /** Where git has the tree noted down: its HEAD and its index lie there. */
  readonly noted?: string;
  /** Whether anybody made the branch: here, or at a remote as it was fetched last. */
  readonly exists: boolean;
}

/** Where work trees of notes branches lie, beside the private notes. */
export function notesTrees(home: string): string {
  return join(home, '.outloud', 'notes');
}

/**
 * The name a setting gives the notes branch.
 *
 * @throws Failure where it is no plain name of a branch
 */
export function notesBranchName(setting: string): string {
  const name = setting.trim();
  if (name === '') return defaultNotesBranch;
  const isPlain = /^\w[\w.-]*(?:\/\w[\w.-]*)*$/.test(name) && !/\.\.|\.(?:\/|$)|\.lock(?:\/|$)|^HEAD$/.test(name);
  if (isPlain) return name;
  throw new Failure(
    'The setting outloud.notesBranch is no name of a branch. Set it to a name such as outloud/notes or team-notes.',
  );
}

/**
 * The notes branch of the repository a work tree belongs to; undefined where that is no repository. All its work trees share one,
 * and each clone has its own.
 */
export function notesBranchOf(
  top: string,
  { name, trees }: { readonly name: string; readonly trees: string },
): NotesBranch | undefined {
  const commonDir = commonDirOf(top);
  if (commonDir === undefined) return undefined;
  const found = knownTree(commonDir, trees);
  const called = found?.branch ?? name;
  return {
    name: called,
    tree: found?.tree ?? freeTree(commonDir, trees),
    state: found === undefined ? 'none' : found.isWhole ? 'whole' : 'lost',
    exists: hasBranch(commonDir, called),
    ...(found && { noted: found.noted }),
  };
}

/** Where git keeps what all work trees of a repository share. */
export function commonDirOf(top: string): string | undefined {
  const mark = join(top, '.git');
  const gitDir = isFolder(mark) ? mark : pointerIn(mark);
  if (gitDir === undefined || !isFolder(gitDir)) return undefined;
  const common = textOf(join(gitDir, 'commondir'));
  return common === '' ? gitDir : resolve(gitDir, common);
}

interface KnownTree {
  readonly noted: string;
  readonly tree: string;
  readonly branch: string | undefined;
  readonly isWhole: boolean;
}

/** The work tree of this repository that lies among ours, as git has it noted down. A copied clone does not take its original's. */
function knownTree(commonDir: string, trees: string): KnownTree | undefined {
  const known = namesIn(join(commonDir, 'worktrees')).flatMap((name): KnownTree[] => {
    const noted = join(commonDir, 'worktrees', name);
    const mark = resolve(noted, textOf(join(noted, 'gitdir')));
    if (basename(mark) !== '.git' || !liesIn(mark, trees)) return [];
    const back = pointerIn(mark);
    const isOurs = back !== undefined && realOf(back) === realOf(noted);
    if (!isOurs && back !== undefined && exists(back)) return [];
    return [{ noted, tree: dirname(mark), branch: branchIn(noted), isWhole: isOurs && exists(join(noted, 'index')) }];
  });
  return known.find(({ isWhole }) => isWhole) ?? known[0];
}

/** The branch of a work tree, also in the middle of a rebase. */
function branchIn(gitDir: string): string | undefined {
  const heads = ['HEAD', 'rebase-merge/head-name', 'rebase-apply/head-name'].map(name => textOf(join(gitDir, name)));
  return heads.flatMap(head => /^(?:ref: )?refs\/heads\/(.+)$/.exec(head)?.[1] ?? [])[0];
}

/** Named so that a person knows it again, and no other clone's. */
function freeTree(commonDir: string, trees: string): string {
  const clone = basename(commonDir) === '.git' ? dirname(commonDir) : commonDir.replace(/\.git$/, '');
  const called = basename(clone).replace(/[^\w.-]+/g, '-') || 'code';
  const hash = createHash('sha256').update(realOf(commonDir)).digest('hex').slice(0, 8);
  for (let n = 1; ; n += 1) {
    const tree = join(trees, `${called}-notes-${hash}${n === 1 ? '' : `-${n}`}`);
    if (!exists(tree)) return tree; // one that is there belonged to a clone that is gone: what was not shared lies in it still
  }
}

function hasBranch(commonDir: string, name: string): boolean {
  const remotes = namesIn(join(commonDir, 'refs', 'remotes'));
  const loose = ['heads', ...remotes.map(remote => join('remotes', remote))];
  if (loose.some(where => exists(join(commonDir, 'refs', where, name)))) return true;
  return textOf(join(commonDir, 'packed-refs'))
    .split('\n')
    .some(line => / refs\/(?:heads|remotes\/[^/]+)\/(.+)$/.exec(line)?.[1] === name);
}

/** Where a `.git` file leads. */
function pointerIn(mark: string): string | undefined {
  if (isFolder(mark)) return undefined;
  const way = /^gitdir: (.+)$/.exec(textOf(mark))?.[1];
  return way === undefined ? undefined : resolve(dirname(mark), way);
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(realpathSync.native(folder));
  } catch {
    return [];
  }
}
