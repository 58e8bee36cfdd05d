import type { Git } from './gitCall.ts';
import { capped, copied, decode, NulFields } from './nulFields.ts';
import type { View } from './view.ts';

/** The first line of each merge's body, by hash; on GitHub that is the title of the pull request. Empty without one. */
export async function readTitles(
  git: Git,
  view: View,
  merges: ReadonlySet<string>,
  before: ReadonlyMap<string, string>,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const asked = [...merges].filter(hash => !before.has(hash));
  if (asked.length === 0) return before;
  const titles = new Map(before);
  let hash: string | undefined;
  const fields = new NulFields(field => {
    if (hash === undefined) hash = copied(field);
    else {
      titles.set(hash, capped(firstLine(decode(field)), 240));
      hash = undefined;
    }
  }, 1 << 14);
  const format = ['--no-notes', '--no-show-signature', '--encoding=UTF-8', '--format=tformat:%H%x00%b'];
  const input = asked.map(merge => `${merge}\n`).join('');
  const call = view.call(['log', '-z', '-s', '--no-walk=unsorted', ...format, '--stdin'], {
    input,
    signal,
    cap: 1 << 30,
  });
  await git.stream(call, chunk => {
    fields.push(chunk);
  });
  return titles;
}

function firstLine(text: string): string {
  return text.trimStart().split('\n', 1)[0]?.trim() ?? '';
}
