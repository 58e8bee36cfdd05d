import { GitFailed, type Git } from './gitCall.ts';
import { isHash } from './tips.ts';
import type { View } from './view.ts';

/** A patch longer than this is nobody's twin: telling is not worth reading it. */
const longestPatch = 4 << 20;
const batch = 16 << 20;
const header = /^([0-9a-f]{40}(?:[0-9a-f]{24})?)\n/;

/** `git patch-id --stable` of these commits, by hash; none for empty commits and for very big ones. */
export async function readPatchIds(
  git: Git,
  view: View,
  hashes: readonly string[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  const asked = [...new Set(hashes.filter(isHash))];
  if (asked.length === 0) return ids;
  let waiting: Buffer[] = [];
  let size = 0;
  let asking = Promise.resolve();
  const ask = () => {
    const input = Buffer.concat(waiting);
    waiting = [];
    size = 0;
    if (input.length === 0) return;
    asking = asking.then(async () => {
      const answer = await git.text(view.call(['patch-id', '--stable'], { input, signal }));
      for (const line of answer.split('\n')) {
        const [id = '', hash = ''] = line.split(' ');
        if (isHash(hash)) ids.set(hash, id);
      }
    });
    asking.catch(() => undefined);
  };
  const patches = new Patches(patch => {
    waiting.push(patch);
    size += patch.length;
    if (size > batch) ask();
  });
  const args = ['diff-tree', '--stdin', '-r', '-p', '--root', '--full-index', '--no-ext-diff', '--no-textconv'];
  const call = { input: asked.map(hash => `${hash}\n`).join(''), signal, cap: 4 * 2 ** 30, timeout: 600_000 };
  const reading = git.stream(view.call([...args, '--no-renames', '--no-color'], call), chunk => {
    patches.push(chunk);
  });
  await reading.then(
    () => {
      patches.end();
    },
    (error: unknown) => {
      if (!(error instanceof GitFailed)) throw error; // else contents are missing: what was read is true all the same
    },
  );
  ask();
  await asking;
  return ids;
}

/** Cuts what diff-tree prints into patches; each begins with a line that holds only the commit's hash. */
class Patches {
  readonly #onPatch: (patch: Buffer) => void;
  #lines: Buffer[] = [];
  #size = 0;
  #rest = Buffer.alloc(0);

  constructor(onPatch: (patch: Buffer) => void) {
    this.#onPatch = onPatch;
  }

  push(chunk: Buffer): void {
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      const piece = chunk.subarray(from, end + 1);
      this.#line(this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece]));
      this.#rest = Buffer.alloc(0);
      from = end + 1;
    }
    const open = chunk.subarray(from);
    // A line without an end, as in minified files: its patch is too long before the line is.
    if (this.#size + this.#rest.length > longestPatch) this.#size += open.length;
    else if (open.length > 0) this.#rest = Buffer.concat([this.#rest, open]);
  }

  end(): void {
    if (this.#size > 0 && this.#size <= longestPatch) this.#onPatch(Buffer.concat([...this.#lines, this.#rest]));
    this.#lines = [];
    this.#size = 0;
    this.#rest = Buffer.alloc(0);
  }

  #line(line: Buffer): void {
    if ((line.length === 41 || line.length === 65) && header.test(line.toString('latin1'))) this.end();
    this.#size += line.length;
    if (this.#size <= longestPatch) this.#lines.push(line);
    else this.#lines = [];
  }
}
