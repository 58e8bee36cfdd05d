import type { Commit, FileChange } from '../../core/work/commit.ts';
import { copied, decode, NulFields } from './nulFields.ts';
import type { Git, GitCall } from './gitCall.ts';
import { parseTrailers, trailerFormat } from './trailers.ts';
import type { View } from './view.ts';

/** What is asked for after the walk, for the chosen commits only. */
export interface CommitDetail {
  readonly trailers: Commit['trailers'];
  readonly files: readonly FileChange[];
  /** There were more files than are kept. */
  readonly isCut: boolean;
}

export type Depth = 'figures' | 'names' | 'messages';

const mostFiles = 20_000;
const depths = {
  figures: ['--no-ext-diff', '--no-textconv', '-M', '-l200', '--numstat'],
  names: ['--no-renames', '--name-status'],
} as const;

/** Asks git for exactly what {@link DetailParser} reads. */
function detailFormat(depth: Depth): readonly string[] {
  const message = ['--no-notes', '--no-show-signature', '--encoding=UTF-8'];
  const format = [...message, `--format=tformat:%H%x00${trailerFormat}%x00`];
  // diff-tree looks into trees even where nothing of them is to be shown, and there may be none.
  if (depth === 'messages') return ['log', '-z', '-s', '--no-walk=unsorted', '--stdin', ...format];
  return ['diff-tree', '--stdin', '-r', '-z', '--root', '--always', ...depths[depth], ...format];
}

/** Trailers and changed files of these commits; long lists are shared by two processes, because one leaves a core idle. */
export async function readDetails(
  git: Git,
  view: View,
  hashes: readonly string[],
  options: { readonly depth: Depth; readonly signal?: AbortSignal | undefined },
): Promise<ReadonlyMap<string, CommitDetail>> {
  const details = new Map<string, CommitDetail>();
  const half = hashes.length < 64 ? hashes.length : Math.ceil(hashes.length / 2);
  const parts = [hashes.slice(0, half), hashes.slice(half)].filter(part => part.length > 0);
  await Promise.all(
    parts.map(part => {
      const input = part.map(hash => `${hash}\n`).join('');
      return streamDetails(git, view, { ...options, input }, (hash, detail) => void details.set(hash, detail));
    }),
  );
  return details;
}

/** Hands over trailers and changed files of each commit whose hash stands on a line of the input. */
export async function streamDetails(
  git: Git,
  view: View,
  { depth, ...told }: { readonly depth: Depth } & Pick<GitCall, 'input' | 'signal'>,
  onCommit: (hash: string, detail: CommitDetail) => void,
): Promise<void> {
  const parser = new DetailParser(depth, onCommit);
  const call = view.call(detailFormat(depth), { ...told, cap: 4 * 2 ** 30, timeout: 900_000, silence: 300_000 });
  await git.stream(call, chunk => {
    parser.push(chunk);
  });
  parser.end();
}

/** Reads what {@link detailFormat} asks for. A file's name can't be taken for a commit: each field has its place. */
class DetailParser {
  readonly #fields: NulFields;
  readonly #read: (field: string) => void;
  readonly #onCommit: (hash: string, detail: CommitDetail) => void;
  #hash: string | undefined;
  #trailers: Commit['trailers'] | undefined;
  #files: FileChange[] = [];
  #isCut = false;
  /** Figures or status of the file whose names are still to come. */
  #pending: { readonly added?: number; readonly deleted?: number; names: number } | undefined;

  constructor(depth: Depth, onCommit: (hash: string, detail: CommitDetail) => void) {
    this.#onCommit = onCommit;
    this.#read = depth === 'names' ? this.#readStatus : this.#readFigures;
    this.#fields = new NulFields(field => {
      this.#take(field);
    }, 1 << 16);
  }

  push(chunk: Buffer): void {
    this.#fields.push(chunk);
  }

  end(): void {
    if (this.#hash === undefined) return;
    this.#onCommit(this.#hash, { trailers: this.#trailers ?? [], files: this.#files, isCut: this.#isCut });
    this.#hash = this.#trailers = this.#pending = undefined;
    this.#files = [];
    this.#isCut = false;
  }

  #take(field: string): void {
    if (this.#pending !== undefined) {
      if (--this.#pending.names === 0) this.#addFile(field);
    } else if (this.#hash !== undefined && this.#trailers === undefined) {
      this.#trailers = parseTrailers(decode(field));
    } else if (/^\n?[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(field)) {
      this.end();
      this.#hash = copied(field.trim());
    } else if (field !== '' && field !== '\n') {
      this.#read(field.startsWith('\n') ? field.slice(1) : field);
    }
  }

  /** `12\t3\tpath`, or `12\t3\t` with the old and the new name after it. */
  readonly #readFigures = (field: string): void => {
    const [, added = '', deleted = '', name = ''] = /^(\d+|-)\t(\d+|-)\t([^]*)$/.exec(field) ?? [];
    if (added === '') return;
    const figures = added === '-' ? {} : { added: Number(added), deleted: Number(deleted) };
    this.#pending = { ...figures, names: name === '' ? 2 : 1 };
    if (name !== '') this.#addFile(name);
  };

  /** `M`, with the name after it. */
  readonly #readStatus = (): void => {
    this.#pending = { names: 1 };
  };

  #addFile(name: string): void {
    const { names: _, ...figures } = this.#pending ?? { names: 0 };
    this.#pending = undefined;
    if (this.#files.length < mostFiles) this.#files.push({ path: decode(name), ...figures });
    else this.#isCut = true;
  }
}
