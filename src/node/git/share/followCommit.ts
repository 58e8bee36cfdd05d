import { randomUUID } from 'node:crypto';
import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isSharingRefused } from '../../../app/share/noteSharing.ts';
import { GitFailed } from '../gitCall.ts';
import { filtersWork } from './filtersWork.ts';
import { mustBeFree, type Checkout } from './checkout.ts';

/**
 * Moves the branch to a commit that holds all of it, and the index and the work tree with it, as a checkout does: what she changed
 * or staged stays. Where that is in the way of what is new, nothing is moved.
 */
export async function followCommit(checkout: Checkout, commit: string): Promise<boolean> {
  const { git, gitDir, head, branch } = checkout;
  if (head === undefined || head === commit) return true;
  const rehearsal = join(gitDir, `outloud-${randomUUID()}.index`);
  try {
    await mustBeFree(checkout);
    await copyFile(join(gitDir, 'index'), rehearsal);
    const env = { GIT_INDEX_FILE: rehearsal };
    await git.asThePerson(['update-index', '-q', '--refresh'], { env }).catch(onlyNeedsUpdate);
    await git.asThePerson(['read-tree', '-n', '-m', '-u', head, commit], { env });
    if (!(await filtersWork(checkout, commit))) return false;
    await git.asThePerson(['update-index', '-q', '--refresh']).catch(onlyNeedsUpdate);
    await git.asThePerson(['read-tree', '-m', '-u', head, commit]);
    try {
      // As git's own pull does it, the branch comes last: where the machine dies between, others' work is staged, not taken back.
      await git.asThePerson(['update-ref', '-m', 'pull: Share notes', `refs/heads/${branch}`, commit, head]);
    } catch (error) {
      await git.asThePerson(['read-tree', '-m', '-u', commit, head]);
      throw error;
    }
    return true;
  } catch (error) {
    if (error instanceof GitFailed || isSharingRefused(error)) return false;
    throw error;
  } finally {
    await Promise.all([rehearsal, `${rehearsal}.lock`].map(file => rm(file, { force: true })));
  }
}

/** It says with its exit that some files are changed, which is no failure. */
function onlyNeedsUpdate(error: unknown): void {
  if (!(error instanceof GitFailed && error.exitCode === 1)) throw error;
}
