import type { FileVersion, VersionsQuery } from '../../app/ports.ts';
import { batchInput, blobsOfBatch } from './blobBatch.ts';
import { GitFailed, type Git } from './gitCall.ts';
import { decode } from './nulFields.ts';
import { isHash } from './tips.ts';
import type { View } from './view.ts';

/** A file whose earlier texts are wanted, as a commit has it. */
export interface TracedFile {
  readonly head: string;
  /** From the repository's top level on, with forward slashes. */
  readonly path: string;
}

/** One commit that changed the file, and what the file was called before and after. */
interface Step {
  readonly hash: string;
  readonly parent: string | undefined;
  readonly authored: number;
  readonly committed: number;
  readonly path: string;
  readonly before: string | undefined;
}

/** Where one text of the file is found. */
interface Wanted extends Omit<FileVersion, 'text'> {
  readonly path: string;
}

const mostVersions = 30;
/** How far below the window git walks: commits do not always stand in the order of their dates. */
const margin = 60 * 86_400;
/** All texts together; one note has at most 1 MiB. */
const mostBytes = 32 << 20;
const longestWait = 8000;

/** Asks git for exactly what {@link parseSteps} reads. Nothing of the work tree is looked at, and no text is converted. */
const stepFormat = [
  ...['-z', '--follow', '-M', '--name-status', '--no-show-signature', '--no-notes', '--date=raw', '--no-color'],
  ...[
    '--no-decorate',
    '--no-ext-diff',
    '--no-textconv',
    '--diff-merges=off',
    '--format=tformat:%H%x00%P%x00%ad%x00%ct',
  ],
] as const;

/**
 * The texts a file had on the way to a commit, newest first, followed through renames; the last is the one the oldest of these
 * commits found there. What can't be read is left out.
 */
export async function readVersions(
  git: Git,
  view: View,
  { head, path }: TracedFile,
  { since, most = mostVersions, signal }: VersionsQuery,
): Promise<readonly FileVersion[]> {
  if (!isHash(head) || view.repository.isPartial) return []; // the texts may lie on the server
  const bounds = [`--max-count=${most + 1}`, ...(since === undefined ? [] : [`--since=@${lowest(since)} +0000`])];
  const log = view.call(['log', ...stepFormat, ...bounds, head, '--', path], { signal, timeout: longestWait });
  const answer = await git.bytes(log).catch(nothing);
  const steps = parseSteps(answer.toString('latin1')).filter(({ committed }) => committed >= (since ?? -Infinity));
  const wanted = wantedOf(steps).slice(0, most);
  return wanted.length === 0 ? [] : readTexts(git, view, wanted, signal);
}

/** Reads what {@link stepFormat} asks for: four fields, and where the commit changed the file, its status and one or two names. */
function parseSteps(answer: string): readonly Step[] {
  const steps: Step[] = [];
  const fields = answer.split('\0');
  for (let at = 0; at + 3 < fields.length;) {
    const [hash = '', parents = '', authored = '', committed = ''] = fields.slice(at, at + 4);
    at += 4;
    const status = fields[at]?.startsWith('\n') ? (fields[at] ?? '').slice(1) : undefined;
    if (status === undefined || !isHash(hash)) continue; // a merge that changed nothing of its own
    const isMoved = /^[RC]/.test(status);
    const [one = '', other = one] = fields.slice(at + 1, at + (isMoved ? 3 : 2));
    at += isMoved ? 3 : 2;
    const parent = parents.split(' ')[0] ?? '';
    steps.push({
      hash,
      parent: isHash(parent) ? parent : undefined,
      authored: Number.parseInt(authored, 10),
      committed: Number.parseInt(committed, 10),
      path: other,
      before: status === 'A' ? undefined : one,
    });
  }
  return steps;
}

function wantedOf(steps: readonly Step[]): readonly Wanted[] {
  const told = steps.map(({ hash, authored, path }, at) => {
    const next = steps[at - 1];
    return { hash, authored, path, ...(next && { until: next.authored }) };
  });
  const oldest = steps.at(-1);
  if (oldest?.parent === undefined || oldest.before === undefined) return told;
  return [...told, { hash: oldest.parent, path: oldest.before, until: oldest.authored }];
}

async function readTexts(
  git: Git,
  view: View,
  wanted: readonly Wanted[],
  signal: AbortSignal | undefined,
): Promise<readonly FileVersion[]> {
  const questions = wanted.map(({ hash, path }) => Buffer.from(`${hash}:${path}`, 'latin1'));
  const input = batchInput(questions);
  const call = view.call(['cat-file', '--batch', '-z'], { input, signal, cap: mostBytes, timeout: longestWait });
  const answer = await git.bytes(call).catch(nothing);
  const blobs = blobsOfBatch(answer, questions);
  return wanted.flatMap(({ path: _, ...version }, index) => {
    const bytes = blobs[index];
    return bytes && !bytes.includes(0) ? [{ ...version, text: decode(bytes) }] : [];
  });
}

/** git takes 0 for "now". */
function lowest(since: number): number {
  return Math.max(1, Math.floor(since) - margin);
}

function nothing(error: unknown): Buffer {
  if (error instanceof GitFailed) return Buffer.alloc(0);
  throw error;
}
