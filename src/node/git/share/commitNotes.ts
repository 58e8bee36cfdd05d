import { randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SharingRefused, type NotesCommit } from '../../../app/share/noteSharing.ts';
import type { SharedPath } from '../../../core/note/notePath.ts';
import { lastWords } from '../../../core/share/lastWords.ts';
import { GitFailed } from '../gitCall.ts';
import { isHash } from '../tips.ts';
import { mustBeFree, type Checkout } from './checkout.ts';
import { commitTree } from './commitTree.ts';
import { runHookAfter, runHooksBefore, type HookedCommit } from './hooks.ts';
import { locked, lockIn } from './locks.ts';
import { putInto, withUserIndex, type IndexInfo } from './userIndex.ts';

/**
 * Commits exactly these notes: an index of our own is made of the last commit and them, and the tree of that is committed. The
 * person's index hears of the notes alone, in the same moment as the branch; her work tree is never looked at nor changed.
 */
export async function commitNotes(checkout: Checkout, commit: NotesCommit): Promise<string> {
  await mustBeFree(checkout);
  if (checkout.head !== commit.head || checkout.branch !== commit.branch) throw new SharingRefused('moved');
  mustBeSomebody(checkout);
  const draft = join(checkout.gitDir, `outloud-${randomUUID()}`);
  const hooked: HookedCommit = {
    checkout,
    index: `${draft}.index`,
    messageFile: `${draft}.message`,
    signal: commit.signal,
  };
  try {
    const info = await storeNotes(checkout, commit, `${draft}.notes`);
    await checkout.git.text(['read-tree', checkout.head ?? '--empty'], { env: { GIT_INDEX_FILE: hooked.index } });
    await putInto(checkout, hooked.index, info);
    const message = await runHooksBefore(hooked, tidied(commit.message));
    const tree = await treeOf(checkout, hooked.index);
    const committed = await entriesCommitted(checkout, tree, info);
    const hash = await makeCommit(checkout, { tree, message, signal: commit.signal });
    commit.signal?.throwIfAborted(); // the last moment in which she may stop it
    await withUserIndex(checkout, committed, () => moveBranch(checkout, hash, message));
    await runHookAfter(hooked);
    return hash;
  } finally {
    const files = [hooked.index, `${hooked.index}.lock`, hooked.messageFile, `${draft}.notes`];
    await Promise.all(files.map(file => rm(file, { recursive: true, force: true })));
  }
}

/** Git guesses a name from the machine where nobody told it one, and it stays in the history for good: better none. */
function mustBeSomebody({ git }: Checkout): void {
  const { configuration } = git;
  for (const role of ['author', 'committer'])
    for (const key of ['name', 'email'])
      if (!(configuration.get(`${role}.${key}`) ?? configuration.get(`user.${key}`))?.trim())
        throw new SharingRefused('no-identity');
}

/** Hands the notes' contents to git, and answers what the index shall say of them. */
async function storeNotes(checkout: Checkout, { notes, signal }: NotesCommit, draft: string): Promise<IndexInfo> {
  const { prefix } = checkout;
  const modes = await modesOf(checkout, [...notes.keys()], signal);
  const texts = [...notes].flatMap(([path, text]) => (text === undefined ? [] : [[prefix + path, text] as const]));
  const hashes = await storeTexts(checkout, new Map(texts), { draft, signal });
  return new Map(
    [...notes].map(([path, text]) => {
      const full = prefix + path;
      const hash = hashes.get(full) ?? '';
      if (text !== undefined && !isHash(hash)) throw new SharingRefused('failed');
      return [full, text === undefined ? undefined : { mode: modes.get(full) ?? '100644', hash }];
    }),
  );
}

/** So many programs at a time: enough to keep a machine busy. */
const atOnce = 8;

interface Storing {
  /** Where the texts may lie for a moment. */
  readonly draft: string;
  readonly signal: AbortSignal | undefined;
}

/**
 * Only line ends are ever changed on the way in, as the person's git would do; a note that a program filters is kept back. All
 * others are handed over at once, as a process for each of a thousand takes its time.
 */
async function storeTexts(
  { git }: Checkout,
  texts: ReadonlyMap<string, string>,
  { draft, signal }: Storing,
): Promise<ReadonlyMap<string, string>> {
  const [plain, others] = [[...texts].filter(hasPlainEnds), [...texts].filter(note => !hasPlainEnds(note))];
  await mkdir(draft, { mode: 0o700 });
  const files = await Promise.all(
    plain.map(async ([, text], at) => {
      const file = join(draft, String(at));
      await writeFile(file, text);
      return file;
    }),
  );
  const input = files.map(file => `${file}\n`).join('');
  const stored = input && (await git.text(['hash-object', '-w', '--no-filters', '--stdin-paths'], { input, signal }));
  const hashes = new Map(stored.split('\n').map((hash, at) => [plain[at]?.[0] ?? '', hash]));
  const store = async ([path, text]: (typeof others)[number]) => {
    const hash = await git.text(['hash-object', '-w', '--stdin', `--path=${path}`], { input: text, signal });
    hashes.set(path, hash.trim());
  };
  for (let at = 0; at < others.length; at += atOnce) await Promise.all(others.slice(at, at + atOnce).map(store));
  return hashes;
}

function hasPlainEnds([, text]: readonly [path: string, text: string]): boolean {
  return !text.includes('\r');
}

/** An executable note stays one. What is no plain file in the last commit is not ours to replace. */
async function modesOf(
  { git, prefix, head }: Checkout,
  paths: readonly SharedPath[],
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, string>> {
  if (head === undefined || paths.length === 0) return new Map();
  const below = prefix === '' ? [] : ['--', prefix];
  const answer = await git.text(['ls-tree', '-r', '-z', '--full-tree', head, ...below], { signal });
  const wanted = new Set(paths.map(path => prefix + path));
  const modes = new Map<string, string>();
  for (const line of answer.split('\0')) {
    const [, mode = '', path = ''] = /^(\d{6}) \w+ [0-9a-f]+\t(.*)$/s.exec(line) ?? [];
    if (!wanted.has(path)) continue;
    if (!mode.startsWith('100')) throw new SharingRefused('failed');
    modes.set(path, mode);
  }
  return modes;
}

async function treeOf({ git }: Checkout, index: string): Promise<string> {
  return (await git.text(['write-tree'], { env: { GIT_INDEX_FILE: index } })).trim();
}

/** What the commit says of the notes: a hook may have tidied them. Where it put anything else in, nothing is committed. */
async function entriesCommitted({ git, head }: Checkout, tree: string, info: IndexInfo): Promise<IndexInfo> {
  const from = head ?? (await emptyTree(git));
  const answer = await git.text(['diff-tree', '-r', '-z', '--no-renames', '--raw', '--no-abbrev', from, tree]);
  const fields = answer.split('\0');
  const committed = new Map(info);
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const [, mode = '', , hash = ''] = (fields[at] ?? '').split(' ');
    const path = fields[at + 1] ?? '';
    if (!info.has(path)) throw new SharingRefused('hook-changed', path);
    committed.set(path, /^0+$/.test(mode) ? undefined : { mode, hash });
  }
  if (fields.length < 2) throw new SharingRefused('moved'); // there is nothing in it that is not committed already
  return committed;
}

async function emptyTree(git: Checkout['git']): Promise<string> {
  return (await git.text(['mktree'], { input: '' })).trim();
}

interface CommitParts {
  readonly tree: string;
  readonly message: string;
  readonly signal: AbortSignal | undefined;
}

function makeCommit({ git, head }: Checkout, { tree, message, signal }: CommitParts): Promise<string> {
  return commitTree(git, [...(head === undefined ? [] : ['-p', head]), tree], { input: `${message.trim()}\n`, signal });
}

/** Only where nobody committed meanwhile. */
async function moveBranch(checkout: Checkout, hash: string, message: string): Promise<void> {
  const { git, head, zeros, branch } = checkout;
  const subject = message.split('\n')[0]?.slice(0, 200) ?? '';
  const args = ['update-ref', '-m', `commit: ${subject}`, `refs/heads/${branch}`, hash, head ?? zeros];
  try {
    await git.asThePerson(args);
  } catch (error) {
    if (!(error instanceof GitFailed)) throw error;
    const lock = lockIn(error.message);
    if (lock !== undefined) throw locked(checkout, lock, error);
    const isMoved = /cannot lock ref|is at [0-9a-f]+ but expected/.test(error.message);
    throw new SharingRefused(
      isMoved ? 'moved' : 'hook',
      isMoved ? '' : `reference-transaction: ${lastWords(error.message)}`,
      {
        cause: error,
      },
    );
  }
}

/** One empty line between subject and body, none at the ends. */
function tidied(message: string): string {
  const [subject = '', ...body] = message.trim().split(/\r?\n/);
  const rest = body.join('\n').trim();
  return `${subject.trim()}\n${rest === '' ? '' : `\n${rest}\n`}`;
}
