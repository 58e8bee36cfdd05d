import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { GitFailed } from '../gitCall.ts';
import type { Checkout } from './checkout.ts';

/**
 * Whether every file that a program has to fill (large files kept elsewhere, encrypted ones) can be filled now: where one can't,
 * git would stop in the middle of its work and leave half of it. They are written beside the repository first, and thrown away.
 */
export async function filtersWork({ git, gitDir, head }: Checkout, commit: string): Promise<boolean> {
  if (!git.configuration.has(/^filter\..*\.(?:smudge|process)$/s)) return true;
  const args = ['diff-tree', '-r', '-z', '--no-renames', '--name-only', '--diff-filter=d', head ?? '', commit];
  const paths = (await git.text(args)).split('\0').filter(Boolean);
  if (paths.length === 0) return true;
  const draft = join(gitDir, `outloud-${randomUUID()}`);
  const env = { GIT_INDEX_FILE: `${draft}.index` };
  try {
    await git.text(['read-tree', commit], { env });
    const answer = await git.text(['check-attr', '-z', '--stdin', '--cached', 'filter'], {
      env,
      input: paths.map(path => `${path}\0`).join(''),
    });
    const filtered = filteredIn(answer);
    if (filtered.length === 0) return true;
    const input = filtered.map(path => `${path}\0`).join('');
    await git.asThePerson(['checkout-index', '-q', '-z', '--stdin', `--prefix=${draft}.files/`], { env, input });
    return true;
  } catch (error) {
    if (error instanceof GitFailed) return false;
    throw error;
  } finally {
    const ours = ['.index', '.index.lock', '.files'].map(end => `${draft}${end}`);
    await Promise.all(ours.map(file => rm(file, { recursive: true, force: true })));
  }
}

/** Of what `check-attr -z` answers (path, attribute, value) those that some program filters. */
export function filteredIn(answer: string): readonly string[] {
  const fields = answer.split('\0');
  return fields.filter((_, at) => at % 3 === 0 && !['unspecified', 'unset', undefined].includes(fields[at + 2]));
}
