import { join } from 'node:path';
import { isSharingRefused, SharingRefused, type NoteSharing } from '../../../app/share/noteSharing.ts';
import type { SharedPath } from '../../../core/note/notePath.ts';
import { realDisk } from '../../files/disk.ts';
import { takeLock } from '../../files/lock.ts';
import { batchInput, blobsOfBatch } from '../blobBatch.ts';
import { blobText } from '../blobText.ts';
import { Git } from '../gitCall.ts';
import { GitFinder, type GitOptions } from '../gitFinder.ts';
import { commitNotes } from './commitNotes.ts';
import { lookAround, mustBeFree, orNothing, type Checkout } from './checkout.ts';
import { followCommit } from './followCommit.ts';
import { joinCommits } from './joinCommits.ts';
import { clearDrafts } from './locks.ts';
import { noteStates } from './noteStates.ts';
import { meet, partingFrom, targetOn } from './partings.ts';
import { publicationOf } from './publication.ts';

export interface GitSharingOptions extends GitOptions {
  /** Absolute path of the notes folder. */
  readonly folder: string;
  /** The branch holds nothing but notes: what was never pushed of it is news to the others, all of it. */
  readonly isOwnBranch?: boolean;
}

/** Shares the notes of a folder through the branch that is checked out around it: of the code, of a notes repository, or of notes alone. */
export function gitSharing(options: GitSharingOptions): NoteSharing {
  const finder = new GitFinder(options);
  const checkout = async (signal?: AbortSignal): Promise<Checkout> => {
    const git = await finder.find();
    if (!(git instanceof Git)) throw new SharingRefused('no-git', git.detail);
    const around = await lookAround(git, options.folder, signal);
    const isUnheardOf = options.isOwnBranch === true && around.upstream?.tip === undefined;
    return isUnheardOf ? { ...around, others: undefined } : around;
  };
  /** What the branch was at when a commit was joined with it. */
  const joinedAt = new Map<string, string | undefined>();
  /** Where the commits were joined: there the lock of following lies, and nothing else is taken from that look. */
  let gitDirOf: string | undefined;
  return {
    async look(question) {
      const around = await checkout(question.signal);
      await mustBeFree(around);
      await clearDrafts(around);
      return { branch: around.branch, head: around.head, states: await noteStates(around, question) };
    },
    async committedText(path) {
      const around = await checkout().catch(nowhere);
      return around && textIn(around, path);
    },
    async committedTexts(paths) {
      return textsIn(await checkout(), paths);
    },
    async commit(commit) {
      return commitNotes(await checkout(commit.signal), commit);
    },
    async publication(question) {
      const around = await checkout();
      await mustBeFree(around);
      return publicationOf(around, question);
    },
    async join(publication, choices) {
      const around = await checkout();
      const { head, from } = publication;
      if (around.head !== head || `refs/heads/${around.branch}` !== from) throw new SharingRefused('moved');
      const commit = await joinCommits(around, publication, choices);
      joinedAt.set(commit, around.head);
      gitDirOf = around.gitDir;
      return commit;
    },
    target: async remote => targetOn(await checkout(), remote),
    parting: async (target, mayShare) => partingFrom(await checkout(), target, mayShare),
    meet: async parting => meet(await checkout(), parting),
    async follow(commit) {
      const gitDir = gitDirOf ?? (await checkout()).gitDir;
      const lock = await takeLock(realDisk, join(gitDir, 'outloud-follow.lock'), () => Promise.resolve());
      try {
        const around = await checkout();
        if (around.gitDir !== gitDir) return around.head === commit; // another work tree stands there by now
        // What was committed since then is in no commit that was joined before: her next share takes it along.
        if (joinedAt.has(commit) && joinedAt.get(commit) !== around.head) return around.head === commit;
        return await followCommit(around, commit);
      } finally {
        await lock.release();
      }
    },
  };
}

/** What lies in no repository was never committed. */
function nowhere(error: unknown): undefined {
  if (!isSharingRefused(error) || error.why !== 'no-repository') throw error;
}

async function textIn({ git, head, prefix }: Checkout, path: SharedPath): Promise<string | undefined> {
  if (head === undefined) return undefined;
  const bytes = await orNothing(git.text(['cat-file', 'blob', `${head}:${prefix}${path}`], { cap: 2 << 20 }));
  return bytes === '' ? undefined : bytes;
}

async function textsIn(
  { git, head, prefix }: Checkout,
  paths: readonly SharedPath[],
): Promise<ReadonlyMap<SharedPath, string>> {
  if (head === undefined || paths.length === 0) return new Map();
  const questions = paths.map(path => Buffer.from(`${head}:${prefix}${path}`));
  const call = { input: batchInput(questions), cap: 64 << 20 };
  const blobs = blobsOfBatch(await git.bytes(['cat-file', '--batch', '-z'], call), questions);
  const texts = paths.map((path, at) => [path, blobText(blobs[at] ?? Buffer.of(0))] as const);
  return new Map(texts.filter((entry): entry is [SharedPath, string] => entry[1] !== undefined));
}
