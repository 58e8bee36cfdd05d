import { execFile, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import type { Commit } from '../../src/core/work/commit.ts';
import { identOf, parseTrailers, trailerFormat } from '../../src/node/git/trailers.ts';

const fields = ['%H', '%P', '%aN', '%aE', '%at', '%ct', '%cE', '%s', '%b', trailerFormat];

/** What a clone's history is, and what of it is missing. */
export interface Clone {
  /** Each commit after its parents, the last one being HEAD, with the names of what it changed. Merges have none. */
  readonly commits: readonly Commit[];
  /** Finished sentences on what stands in the way of figures that mean something. */
  readonly notices: readonly string[];
}

/** A clone that cannot be judged; the message says why, and what to do. */
export class UnreadableClone extends Error {}

const run = promisify(execFile);

/**
 * Reads every commit that leads to a clone's HEAD; the clone may be bare. Nothing is fetched.
 *
 * @throws UnreadableClone where there is no repository, no commit, or git fails
 */
export async function readClone(clone: string, progress?: (commits: number) => void): Promise<Clone> {
  if (!existsSync(clone)) throw new UnreadableClone(`${clone} is not there. Say the path of a clone.`);
  const isShallow = await ask(clone, 'rev-parse', '--is-shallow-repository').catch((error: unknown) => {
    throw new UnreadableClone(
      String(error).includes('dubious ownership')
        ? `${clone} belongs to somebody else, so git does not read it. Clone it yourself, or allow it with git config --global --add safe.directory.`
        : `${clone} is no git repository. Say the path of a clone, bare or not.`,
    );
  });
  await ask(clone, 'rev-parse', '--verify', '--quiet', 'HEAD^{commit}').catch(() => {
    throw new UnreadableClone(`${clone} has no commit at its HEAD yet. Judge a clone with a history.`);
  });
  const notices =
    isShallow === 'true'
      ? [
          `${clone} is a shallow clone: what came before is not there, and some topics are cut off. Fetch the rest with git fetch --unshallow.`,
        ]
      : [];
  return { commits: await readCommits(clone, progress), notices };
}

async function ask(clone: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await run('git', ['-C', clone, ...args], { env: quiet });
  return stdout.trim();
}

/** A clone without contents asks its remote for what is missing; here it must not. */
const quiet = { ...process.env, GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };
const order = ['--topo-order', '--reverse'];
const names = ['--use-mailmap', '--no-show-signature', '--no-renames', '--diff-merges=off', '--name-only', '-z'];

async function readCommits(clone: string, progress?: (commits: number) => void): Promise<Commit[]> {
  const format = `--format=%x1e${fields.join('%x1f')}%x1f`;
  const args = ['-C', clone, 'log', ...order, ...names, format, 'HEAD'];
  const git = spawn('git', args, { stdio: ['ignore', 'pipe', 'pipe'], env: quiet });
  const ended = new Promise<number | null>((resolve, reject) => git.once('error', reject).once('close', resolve));
  let said = '';
  git.stderr.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-1000)));
  const commits: Commit[] = [];
  let rest = '';
  git.stdout.setEncoding('utf8');
  for await (const chunk of git.stdout as AsyncIterable<string>) {
    const records = (rest + chunk).split('\x1e');
    rest = records.pop() ?? '';
    for (const record of records) if (record.trim() !== '') commits.push(readRecord(record));
    progress?.(commits.length);
  }
  if (rest.trim() !== '') commits.push(readRecord(rest));
  if ((await ended) !== 0) {
    const [line = 'it says no more'] = said.trim().split('\n').slice(-1);
    throw new UnreadableClone(
      `git could not read the history of ${clone}: ${line}. A clone without --filter has all of it.`,
    );
  }
  return asMailmapSays(clone, commits);
}

function readRecord(record: string): Commit {
  const [
    hash = '',
    parents = '',
    name = '',
    email = '',
    authored,
    committed,
    committer = '',
    subject = '',
    body = '',
    trailers = '',
    files = '',
  ] = record.split('\x1f');
  return {
    repo: '',
    hash,
    parents: parents === '' ? [] : parents.split(' '),
    author: { name, email },
    authored: Number(authored),
    committed: Number(committed),
    ...(committer.toLowerCase() === 'noreply@github.com' && { byForge: true }),
    subject,
    body,
    trailers: parseTrailers(trailers),
    files: files
      .split('\0')
      .map(path => path.replace(/^\n+/, ''))
      .filter(path => path !== '')
      .map(path => ({ path })),
  };
}

/** The people of trailers too go by the names the mailmap has for them. */
function asMailmapSays(clone: string, commits: readonly Commit[]): Commit[] {
  const written = new Set(commits.flatMap(({ trailers }) => trailers.flatMap(({ value }) => personIn(value) ?? [])));
  const { stdout } = spawnSync('git', ['-C', clone, 'check-mailmap', '--stdin'], {
    input: [...written].join('\n'),
    encoding: 'utf8',
    env: quiet,
    maxBuffer: 2 ** 28,
  });
  const lines = stdout.trimEnd().split('\n');
  const mapped = new Map([...written].map((value, at) => [value, lines[at] ?? value]));
  return commits.map(commit => ({
    ...commit,
    trailers: commit.trailers.map(({ key, value }) => ({ key, value: mapped.get(personIn(value) ?? '') ?? value })),
  }));
}

function personIn(value: string): string | undefined {
  const ident = identOf(value);
  return ident && `${ident.name} <${ident.email}>`;
}
