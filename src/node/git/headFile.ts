import { GitFailed, type Git } from './gitCall.ts';
import { isHash } from './tips.ts';
import type { View } from './view.ts';
import { blobText } from './blobText.ts';

/** A larger file is nothing a person selects lines in. */
const largest = 2 << 20;

/** One file as a commit has it. */
export interface CommittedFile {
  readonly head: string;
  /** From the repository's top level on, with forward slashes. */
  readonly path: string;
}

/**
 * What stands in a committed file: null where the commit has no such file, undefined where it was not read, since it is
 * too large, no text, or was left on the server.
 */
export async function readHeadFile(
  git: Git,
  view: View,
  { head, path }: CommittedFile,
): Promise<string | null | undefined> {
  if (!isHash(head)) return undefined;
  // NUL ends the question, so a name may hold a line end.
  const call = view.call(['cat-file', '--batch', '-z'], { input: `${head}:${path}\0`, cap: largest, timeout: 5000 });
  const answer = await git.bytes(call).catch((error: unknown) => {
    if (error instanceof GitFailed) return undefined;
    throw error;
  });
  if (answer === undefined) return undefined;
  const found = /^[0-9a-f]{40,64} (\w+) (\d+)\n/.exec(answer.toString('latin1', 0, 120));
  if (found === null) return view.repository.isPartial ? undefined : null; // the answer ends in "missing"
  const [line, kind, size] = found;
  return kind === 'blob' ? blobText(answer.subarray(line.length, line.length + Number(size))) : null;
}
