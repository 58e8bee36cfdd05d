import { SharingRefused } from '../../../app/share/noteSharing.ts';
import { lastWords } from '../../../core/share/lastWords.ts';
import { GitFailed } from '../gitCall.ts';
import { isHash } from '../tips.ts';
import type { QuietGit, QuietOptions } from './quietGit.ts';

/** Makes a commit that is on no branch yet, signed where the person signs hers. */
export async function commitTree(git: QuietGit, args: readonly string[], options: QuietOptions): Promise<string> {
  const signs = git.configuration.isOn('commit.gpgsign');
  const all = ['commit-tree', ...(signs ? ['-S'] : []), ...args];
  try {
    const hash = (await (signs ? git.asThePerson(all, options) : git.text(all, options))).trim();
    if (isHash(hash)) return hash;
  } catch (error) {
    if (!(error instanceof GitFailed)) throw error;
    throw new SharingRefused(signs ? 'signature' : 'failed', lastWords(error.message), { cause: error });
  }
  throw new SharingRefused('failed');
}
