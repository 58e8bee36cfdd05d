import { batchInput, blobsOfBatch } from '../blobBatch.ts';
import { blobText } from '../blobText.ts';
import { GitFailed } from '../gitCall.ts';
import { isHash } from '../tips.ts';
import type { Checkout } from './checkout.ts';

/** A commit that a push would publish. */
export interface Unpublished {
  readonly hash: string;
  readonly parents: number;
  readonly subject: string;
}

/** How many commits are looked at before a push; a branch with more holds other things than notes for sure. */
export const mostCommits = 500;

/** The commits a remote does not have, the newest first; one more than are looked at where there are so many. */
export async function unpublished(
  { git, head }: Checkout,
  remote: string,
  tip: string | undefined,
): Promise<readonly Unpublished[]> {
  const known = tip === undefined ? ['--not', `--remotes=${remote}`] : [`^${tip}`];
  const format = ['-z', '--no-show-signature', '--encoding=UTF-8', '--format=tformat:%H%x00%P%x00%<(120,trunc)%s'];
  const args = ['log', ...format, `--max-count=${mostCommits + 1}`, head ?? '', ...known];
  const fields = (await git.text(args)).split('\0');
  const commits: Unpublished[] = [];
  for (let at = 0; at + 2 < fields.length; at += 3) {
    const [hash = '', parents = '', subject = ''] = fields.slice(at, at + 3);
    if (isHash(hash))
      commits.push({ hash, parents: parents.split(' ').filter(Boolean).length, subject: subject.trim() });
  }
  return commits;
}

/** A file as a commit left it. */
export interface CommittedFile {
  /** From the top level on. */
  readonly path: string;
  /** Undefined where the commit took it away, or it is no plain file. */
  readonly blob: string | undefined;
}

/** What each of these commits changed. A merge changes nothing. */
export async function changesOf(
  { git }: Checkout,
  commits: readonly Unpublished[],
): Promise<ReadonlyMap<string, readonly CommittedFile[]>> {
  const args = ['diff-tree', '--stdin', '-r', '-z', '--root', '--no-renames', '--raw', '--no-abbrev'];
  const input = commits.map(({ hash }) => `${hash}\n`).join('');
  const fields = (await git.text(args, { input, cap: 512 << 20 })).split('\0');
  const changes = new Map<string, CommittedFile[]>();
  let files: CommittedFile[] = [];
  for (let at = 0; at + 1 < fields.length; at++) {
    const field = fields[at] ?? '';
    if (isHash(field)) changes.set(field, (files = []));
    else {
      const [, mode = '', , blob] = field.split(' ');
      files.push({ path: fields[++at] ?? '', blob: mode.startsWith('100') ? blob : undefined });
    }
  }
  return changes;
}

/** So many texts are read at a time. */
const slice = 200;

/** The texts of these blobs; undefined for what is none, or too large for one. */
export async function textsOf(
  { git }: Checkout,
  blobs: readonly string[],
): Promise<ReadonlyMap<string, string | undefined>> {
  const texts = new Map<string, string | undefined>();
  for (let at = 0; at < blobs.length; at += slice) {
    const asked = blobs.slice(at, at + slice);
    const questions = asked.map(blob => Buffer.from(blob));
    const call = { input: batchInput(questions), cap: slice << 20 };
    const answer = await git.bytes(['cat-file', '--batch', '-z'], call).catch(nothingOfAFlood);
    const found = answer ? blobsOfBatch(answer, questions) : [];
    asked.forEach((blob, n) => texts.set(blob, blobText(found[n] ?? Buffer.of(0))));
  }
  return texts;
}

function nothingOfAFlood(error: unknown): undefined {
  if (!(error instanceof GitFailed && error.why === 'flood')) throw error;
}
