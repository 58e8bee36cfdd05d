import { join } from 'node:path';
import { Uri } from 'vscode';
import type { OutLoud } from '../outloud.ts';

const scheme = 'outloud-commit';

/** A file as a commit has it. */
export interface CommittedFile {
  /** Absolute path of the work tree. */
  readonly root: string;
  /** A whole hash. */
  readonly commit: string;
  /** From the repository's top level on, with forward slashes. */
  readonly path: string;
}

/** The document of a file in a commit, which can be read and not written. */
export function committedUri({ root, commit, path }: CommittedFile): Uri {
  return Uri.from({ scheme, path: `/${path}`, query: JSON.stringify({ root, commit }) });
}

/** The file and the commit a document of {@link committedUri} shows; undefined for any other. */
export function committedAt(uri: Uri): CommittedFile | undefined {
  if (uri.scheme !== scheme) return undefined;
  try {
    const { root, commit } = JSON.parse(uri.query) as Record<string, unknown>;
    const isPlace = typeof root === 'string' && typeof commit === 'string' && /^[0-9a-f]{7,64}$/.test(commit);
    return isPlace ? { root, commit, path: uri.path.slice(1) } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * What stood in the file; nothing where the commit has no such file, or git is not started. Anybody may write such an address into a note:
 * only the window's own repositories are looked into.
 */
export async function committedTextAt(outloud: Pick<OutLoud, 'history'>, uri: Uri): Promise<string> {
  const file = committedAt(uri);
  const { history } = outloud;
  const isOurs = file && (await history?.repositories())?.some(({ root }) => root === file.root);
  const past = isOurs === true ? await history?.filesPast(join(file.root, 'any')) : undefined;
  return (file && (await past?.textAt(file))) ?? '';
}
