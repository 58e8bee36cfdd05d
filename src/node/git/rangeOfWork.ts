import type { RangeOfWork, RangeQuery, WorkCommit } from '../../app/ports.ts';
import type { RepositoryInfo } from '../../core/work/commit.ts';
import { commitText, logFormat, LogParser } from './logFormat.ts';
import { decode } from './nulFields.ts';
import type { Git } from './gitCall.ts';
import { mailmapAt } from './mailmap.ts';
import type { FoundTree } from './repositoryFinder.ts';
import { branchOf, resolveRevision } from './revisions.ts';
import { readTips, type Tips } from './tips.ts';
import type { View } from './view.ts';

const mostCommits = 200;
const mostFiles = 1000;

/** Where a range begins and ends, and how people call that. */
interface Ends {
  readonly base: string;
  readonly head: string;
  readonly from: string;
  readonly to: string;
}

/** What a range brings, read from the repository around a work tree. */
export async function rangeOfWork(
  git: Git,
  view: View,
  {
    tree,
    info,
    range,
    signal,
  }: Omit<RangeQuery, 'place'> & { readonly tree: FoundTree; readonly info: RepositoryInfo },
): Promise<RangeOfWork | undefined> {
  const tips = await readTips(git, view.repository, signal);
  const reading = { git, view, tips, tree, signal };
  const ends = range === undefined ? await branchEnds(reading, branchOf(tree)) : await namedEnds(reading, range.trim());
  if (!ends || ends.base === ends.head) return undefined;
  const [commits, files, isPushed] = await Promise.all([
    commitsOf(reading, ends),
    filesOf(reading, ends),
    isOnRemote(reading, ends.head),
  ]);
  return commits.length === 0 ? undefined : { repository: info, ...ends, commits, files, isPushed };
}

interface Looking {
  readonly git: Git;
  readonly view: View;
  readonly tips: Tips;
  readonly tree: FoundTree;
  readonly signal?: AbortSignal | undefined;
}

/** From where a branch left the main line; of the main line itself what no remote has. */
async function branchEnds(looking: Looking, branch: string | undefined, tip?: string): Promise<Ends | undefined> {
  const { tips, tree } = looking;
  const head = tip ?? tips.heads[tree.tree];
  if (head === undefined) return undefined;
  const mainName = nameOfMain(tips);
  const isMain = branch === undefined ? tips.main.includes(head) : branch === mainName;
  const mains = isMain
    ? tips.all.filter(each => each.isRemote && each.branch === mainName).map(({ hash }) => hash)
    : tips.main;
  const bases = await Promise.all([...new Set(mains)].map(main => mergeBase(looking, head, main)));
  const base = await nearest(
    looking,
    head,
    bases.flatMap(each => each ?? []),
  );
  if (base === undefined) return undefined;
  const names =
    isMain || branch === undefined || mainName === undefined ? shortNames(base, head) : { from: mainName, to: branch };
  return { base, head, ...names };
}

async function namedEnds(looking: Looking, range: string): Promise<Ends | undefined> {
  const { git, view, tips, tree, signal } = looking;
  const hashOf = (name: string) =>
    resolveRevision(git, view, name === '' ? 'HEAD' : name, { head: tips.heads[tree.tree], signal });
  const [isRange, left = '', right = ''] = /^(.*?)\.{2,3}(.*)$/.exec(range) ?? [];
  if (isRange !== undefined) {
    const [from, head] = await Promise.all([hashOf(left), hashOf(right)]);
    const base = from && head && (await mergeBase(looking, head, from));
    return base && head ? { base, head, from: left || 'HEAD', to: right || 'HEAD' } : undefined;
  }
  const head = await hashOf(range);
  if (head === undefined) return undefined;
  if (tips.all.some(({ branch }) => branch === range)) return branchEnds(looking, range, head);
  const base = await hashOf(`${head}^`);
  return base === undefined ? undefined : { base, head, ...shortNames(base, head) };
}

function shortNames(base: string, head: string): Pick<Ends, 'from' | 'to'> {
  return { from: base.slice(0, 10), to: head.slice(0, 10) };
}

function nameOfMain({ all, main }: Tips): string | undefined {
  const named = all.filter(({ hash, branch }) => branch !== undefined && main.includes(hash));
  const usual = named.find(({ branch }) => branch === 'main' || branch === 'master');
  return (usual ?? named.find(({ isRemote }) => isRemote) ?? named[0])?.branch;
}

async function mergeBase({ git, view, signal }: Looking, a: string, b: string): Promise<string | undefined> {
  const answer = await git.text(view.call(['merge-base', a, b], { signal, timeout: 20_000 })).catch(() => '');
  const hash = answer.trim();
  return hash === '' ? undefined : hash;
}

/** The one that leaves the fewest commits; one that leaves none is no beginning of anything. */
async function nearest(
  { git, view, signal }: Looking,
  head: string,
  bases: readonly string[],
): Promise<string | undefined> {
  const counted = await Promise.all(
    [...new Set(bases)].map(async base => {
      const input = `${head}\n^${base}\n`;
      const count = await git.text(view.call(['rev-list', '--count', '--stdin'], { input, signal }));
      return { base, count: Number(count) };
    }),
  );
  return counted.filter(({ count }) => count > 0).sort((a, b) => a.count - b.count)[0]?.base;
}

async function commitsOf({ git, view, tips, signal }: Looking, { base, head }: Ends): Promise<readonly WorkCommit[]> {
  const commits: WorkCommit[] = [];
  const parser = new LogParser(logged => {
    const { hash, subject, author, authored } = commitText(logged);
    commits.push({ hash, subject, author, authored });
  });
  const args = ['log', ...logFormat, '-s', '--no-merges', `--max-count=${mostCommits}`, '--stdin'];
  const call = view.call(args, { mailmap: mailmapAt(tips.head), input: `${head}\n^${base}\n`, signal });
  await git.stream(call, chunk => {
    parser.push(chunk);
  });
  return commits;
}

async function filesOf({ git, view, signal }: Looking, { base, head }: Ends): Promise<readonly string[]> {
  const args = ['diff-tree', '-r', '-z', '--no-renames', '--name-only', '--no-ext-diff', '--no-textconv', base, head];
  const answer = await git.bytes(view.call(args, { signal, timeout: 30_000 })).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    return Buffer.alloc(0); // trees that were left on the server
  });
  const names = decode(answer)
    .split('\0')
    .filter(name => name !== '');
  return names.slice(0, mostFiles);
}

async function isOnRemote({ git, view, tips, signal }: Looking, head: string): Promise<boolean> {
  const remote = tips.all.filter(({ isRemote }) => isRemote).map(({ hash }) => `^${hash}`);
  if (remote.length === 0) return false;
  const input = [head, ...new Set(remote), ''].join('\n');
  const args = ['rev-list', '--max-count=1', '--ignore-missing', '--stdin'];
  return (await git.text(view.call(args, { input, signal }))) === '';
}
