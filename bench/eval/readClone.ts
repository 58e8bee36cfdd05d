import { spawn } from 'node:child_process';
import type { Commit } from '../../src/core/work/commit.ts';
import { parseTrailers, trailerFormat } from '../../src/node/git/trailers.ts';

const fields = ['%H', '%P', '%aN', '%aE', '%at', '%ct', '%cE', '%s', '%b', trailerFormat];

/** Every commit that leads to a clone's HEAD, each after its parents, with the names of what it changed. Merges have none. */
export async function readClone(clone: string): Promise<Commit[]> {
  const format = `--format=%x1e${fields.join('%x1f')}%x1f`;
  const args = [
    '-C',
    clone,
    'log',
    '--topo-order',
    '--reverse',
    '--use-mailmap',
    '--no-renames',
    '--name-only',
    '-z',
    format,
  ];
  const git = spawn('git', [...args, 'HEAD'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve, reject) => git.once('error', reject).once('close', resolve));
  const commits: Commit[] = [];
  let rest = '';
  git.stdout.setEncoding('utf8');
  for await (const chunk of git.stdout as AsyncIterable<string>) {
    const records = (rest + chunk).split('\x1e');
    rest = records.pop() ?? '';
    for (const record of records) if (record.trim() !== '') commits.push(readRecord(record));
  }
  if (rest.trim() !== '') commits.push(readRecord(rest));
  const code = await ended;
  if (code !== 0) throw new Error(`git log in ${clone} ended with ${code}.`);
  return commits;
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
