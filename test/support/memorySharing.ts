import type { Exchange } from '../../src/app/share/exchange.ts';
import { SharingRefused, type NoteSharing, type NotesCommit } from '../../src/app/share/noteSharing.ts';
import type { SharedPath } from '../../src/core/note/notePath.ts';
import type { MemoryFiles } from './memoryFiles.ts';

/** A home of notes in memory: what is committed and what the others have are plain maps. */
export interface MemorySharing extends NoteSharing, Exchange {
  readonly committed: Map<string, string>;
  readonly others: Map<string, string>;
  /** Every commit that was made, oldest first. */
  readonly commits: NotesCommit[];
  /** How many pushes the remote refuses, as somebody was faster. */
  refusals: number;
  /** Subjects of commits that hold other things than notes. */
  otherCommits: string[];
}

/** The twin of the sharing by git, over the files of a memory desk. */
export function memorySharing(
  files: MemoryFiles<SharedPath>,
  begin: Readonly<Record<string, string>> = {},
): MemorySharing {
  const committed = new Map(Object.entries(begin));
  const others = new Map(committed);
  const commits: NotesCommit[] = [];
  const head = () => `commit ${commits.length}`;
  const textAt = (path: SharedPath): readonly (readonly [SharedPath, string])[] => {
    const text = committed.get(path);
    return text === undefined ? [] : [[path, text]];
  };
  return {
    committed,
    others,
    commits,
    refusals: 0,
    otherCommits: [],
    async look({ notes, mayShare }) {
      const paths = [...new Set<string>([...notes, ...committed.keys(), ...others.keys()])].filter(mayShare);
      const states = await Promise.all(
        paths.map(async path => ({
          path: path as SharedPath,
          others: others.get(path),
          committed: committed.get(path),
          now: await files.read(path as SharedPath).catch(() => undefined),
        })),
      );
      return { branch: 'main', head: head(), states };
    },
    committedText: path => Promise.resolve(committed.get(path)),
    committedTexts: paths => Promise.resolve(new Map(paths.flatMap(path => textAt(path)))),
    commit(commit) {
      if (commit.head !== head() || commit.branch !== 'main') return Promise.reject(new SharingRefused('moved'));
      for (const [path, text] of commit.notes)
        if (text === undefined) committed.delete(path);
        else committed.set(path, text);
      commits.push(commit);
      return Promise.resolve(head());
    },
    publication() {
      const isNeeded = [...committed].some(([path, text]) => others.get(path) !== text) || others.size > committed.size;
      const pull = { from: 'refs/remotes/origin/main', by: 'rebase' } as const;
      const place = { remote: 'origin', address: 'memory', branch: 'main', from: 'refs/heads/main', isFirst: false };
      return Promise.resolve({ ...place, head: head(), pull, isNeeded, others: this.otherCommits, privates: [] });
    },
    join: () => Promise.resolve(head()),
    target: () => Promise.resolve(undefined),
    parting: () => Promise.resolve(undefined),
    meet: () => Promise.resolve(head()),
    follow: () => Promise.resolve(true),
    fetch: () => Promise.resolve(),
    pull: () => Promise.resolve(),
    push() {
      if (this.refusals-- > 0) return Promise.reject(new SharingRefused('rejected'));
      others.clear();
      for (const [path, text] of committed) others.set(path, text);
      return Promise.resolve();
    },
  };
}
