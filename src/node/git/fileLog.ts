import type { CommitWords, CommittedVersions } from '../../core/code/trackLines.ts';
import type { Day } from '../../core/time/day.ts';
import { capped, decode } from './nulFields.ts';
import { GitFailed, type Git } from './gitCall.ts';
import type { View } from './view.ts';
import { blobText } from './blobText.ts';

/** A file by one name, from a commit on. Both hashes are whole. */
export interface FileSince {
  readonly from: string;
  readonly head: string;
  readonly path: string;
}

const mostVersions = 100;
/** Bytes of one text; a longer one is not looked into. */
const largest = 2 << 20;

/** Asks git for exactly what {@link parseLog} reads. */
const logFormat = [
  ...['-z', '--no-show-signature', '--no-notes', '--date=raw', '--encoding=UTF-8', '--no-color', '--no-decorate'],
  ...['--no-ext-diff', '--no-textconv', '--no-renames', '-s', '--topo-order', `--max-count=${mostVersions}`],
  '--format=tformat:%H%x00%ad%x00%<(240,trunc)%s',
];

/**
 * The commits that changed a file since a commit, oldest first, each with the file as it left it. Where the commit is none
 * of HEAD's ancestors, as after a rebase, the changes that HEAD has beyond it count.
 */
export async function fileLog(git: Git, view: View, since: FileSince): Promise<CommittedVersions> {
  const direct = await readLog(git, view, since, ['--ancestry-path']);
  const commits = direct.length > 0 ? direct : await readLog(git, view, since, []);
  const texts = await readTexts(git, view, { hashes: commits.map(({ hash }) => hash), path: since.path });
  const versions = commits.flatMap((commit, index) => {
    const text = texts[index];
    return text === undefined ? [] : [{ ...commit, text }];
  });
  return { versions, descend: direct.length > 0 };
}

async function readLog(
  git: Git,
  view: View,
  { from, head, path }: FileSince,
  more: readonly string[],
): Promise<readonly CommitWords[]> {
  const call = view.call(['log', ...logFormat, ...more, head, `^${from}`, '--', path], {
    cap: 4 << 20,
    timeout: 10_000,
  });
  return parseLog(decode(await orNothing(git, call))).toReversed();
}

function parseLog(answer: string): readonly CommitWords[] {
  const fields = answer.split('\0');
  const commits: CommitWords[] = [];
  for (let at = 0; at + 2 < fields.length; at += 3) {
    const [hash = '', date = '', subject = ''] = fields.slice(at, at + 3);
    commits.push({ hash: hash.trim(), day: dayOf(date), subject: capped(subject.trim(), 240) });
  }
  return commits;
}

/** The day on the author's calendar: `1763802000 +0100`. What lies beyond all calendars is cut. */
function dayOf(date: string): Day {
  const [, seconds = '0', sign, hours = '0', minutes = '0'] = /^(-?\d+) ([+-])(\d\d)(\d\d)$/.exec(date) ?? [];
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -60 : 60);
  const local = Math.max(0, Math.min(Number(seconds) + offset, 253_402_300_799));
  return new Date(local * 1000).toISOString().slice(0, 10);
}

/** The file in each of these commits: null where it is not there, undefined where it is no text or was not read. */
async function readTexts(
  git: Git,
  view: View,
  { hashes, path }: { readonly hashes: readonly string[]; readonly path: string },
): Promise<readonly (string | null | undefined)[]> {
  if (hashes.length === 0 || path.includes('\n')) return [];
  const input = hashes.map(hash => `${hash}:${path}\n`).join('');
  const answer = await orNothing(git, view.call(['cat-file', '--batch'], { input, cap: 64 << 20, timeout: 10_000 }));
  const texts: (string | null | undefined)[] = [];
  for (let at = 0; at < answer.length && texts.length < hashes.length;) {
    const end = answer.indexOf(10, at);
    if (end < 0) break;
    const [, kind, size = '0'] = /^[0-9a-f]{40,64} (\w+) (\d+)$/.exec(answer.toString('latin1', at, end)) ?? [];
    const start = end + 1;
    at = kind === undefined ? start : start + Number(size) + 1;
    if (kind === 'blob') texts.push(Number(size) > largest ? undefined : blobText(answer.subarray(start, at - 1)));
    else texts.push(view.repository.isPartial && kind === undefined ? undefined : null);
  }
  return texts;
}

async function orNothing(git: Git, call: ReturnType<View['call']>): Promise<Buffer> {
  try {
    return await git.bytes(call);
  } catch (error) {
    if (error instanceof GitFailed) return Buffer.alloc(0);
    throw error;
  }
}
