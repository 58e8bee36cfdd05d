import type { Person } from '../../../src/core/people/person.ts';
import type { Commit, FileChange } from '../../../src/core/work/commit.ts';
import type { PieceOfWork, WorkedOn } from '../../../src/core/work/piece.ts';

export const ada: Person = { handle: 'ada', name: 'Ada', emails: ['ada@forge.example', 'ada@home.example'] };

const monday = Date.UTC(2026, 10, 16) / 1000;
const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const people: Record<string, string> = { Ada: 'ada@forge.example', Sam: 'sam@forge.example', Lin: 'lin@forge.example' };

/**
 * A week of commits as it is told on paper. A line that starts with a day is a commit; what is indented below belongs to it:
 *
 *     Mon 09:10 fix(cart): round totals (#12)
 *       src/cart.ts +12 -3                    a file
 *       author: Sam                           Ada where it is not said; `Ada <ada@home.example>` for another address
 *       hash: 4f1c2a9…  branch: topic  repo: shop  committed: Tue 10:00  patch: p1  parent: 4f1c2a9
 *       merged: Merge pull request #12 from ada/cart | Round totals
 *       button: pressed                       the forge committed it
 *       on: main                              it was made there, and no merge brought it
 *       Co-authored-by: Sam                   a trailer; the name alone gets its address
 *       > a line of the body
 */
export function writtenWeek(text: string): Commit[] {
  const commits: Commit[] = [];
  for (const line of text.split('\n')) {
    const [, when, subject] = /^\s*((?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d\d:\d\d(?::\d\d)?) (.*)$/.exec(line) ?? [];
    const last = commits.at(-1);
    if (when !== undefined) commits.push(newCommit(when, subject ?? '', commits.length));
    else if (last && line.trim() !== '') commits[commits.length - 1] = withDetail(last, line.trim());
  }
  return commits;
}

export function newCommit(when: string, subject: string, index: number): Commit {
  const authored = timeOf(when);
  return {
    repo: 'shop',
    hash: (index + 1).toString(16).padStart(4, '0').repeat(10),
    parents: ['f'.repeat(40)],
    author: identOf('Ada'),
    authored,
    committed: authored,
    subject,
    body: '',
    trailers: [],
    files: [],
  };
}

function withDetail(commit: Commit, line: string): Commit {
  const [, path = '', added, deleted] = /^(\S+) \+(\d+) -(\d+)$/.exec(line) ?? [];
  if (added !== undefined)
    return {
      ...commit,
      files: [...commit.files, { path, added: Number(added), deleted: Number(deleted) } satisfies FileChange],
    };
  if (line.startsWith('>')) return { ...commit, body: `${commit.body}${line.slice(2)}\n` };
  const [, key = '', value = ''] = /^([\w-]+): (.*)$/.exec(line) ?? [];
  const [subject = '', title] = value.split(' | ');
  switch (key) {
    case 'author':
      return { ...commit, author: identOf(value) };
    case 'hash':
    case 'repo':
    case 'branch':
      return { ...commit, [key]: value };
    case 'on':
      return { ...commit, isDirect: value === 'main' };
    case 'button':
      return { ...commit, byForge: true };
    case 'patch':
      return { ...commit, patchId: value };
    case 'parent':
      return { ...commit, parents: [value] };
    case 'committed':
      return { ...commit, committed: timeOf(value) };
    case 'merged':
      return { ...commit, mergedBy: { merge: mergeHash(subject), subject, ...(title !== undefined && { title }) } };
    default:
      if (key === '') throw new Error(`What is "${line}"?`);
      return { ...commit, trailers: [...commit.trailers, { key: key.toLowerCase(), value: nameWithAddress(value) }] };
  }
}

function nameWithAddress(value: string): string {
  return people[value] === undefined ? value : `${value} <${people[value]}>`;
}

function identOf(text: string): Commit['author'] {
  const [, name = text, email] = /^(.*?) <(.*)>$/.exec(nameWithAddress(text)) ?? [];
  return { name, email: email ?? `${name.toLowerCase()}@forge.example` };
}

function mergeHash(subject: string): string {
  let hash = 0;
  for (const letter of subject) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
  return hash.toString(16).padStart(8, '0').repeat(5);
}

function timeOf(when: string): number {
  const [day = '', hours = '', minutes = '', seconds = '0'] = when.split(/[ :]/);
  return monday + days.indexOf(day) * 86_400 + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

/** What a person would see of her week, one piece a line. */
export function linesOf(work: WorkedOn): string[] {
  return [
    ...work.pieces.map(lineOf),
    ...(work.also.length > 0 ? ['also'] : []),
    ...work.also.map(piece => `  ${lineOf(piece)}`),
    ...(work.reviewed.length > 0 ? ['reviewed'] : []),
    ...work.reviewed.map(({ sentence, author, commits }) => `  ${sentence} (${author.name})${times(commits.length)}`),
  ];
}

function lineOf({ sentence, kind, place, pull, issue, goals, commits, ...piece }: PieceOfWork): string {
  const told = [
    sentence,
    kind,
    place === undefined ? '' : `@${place}`,
    (piece.pulls ?? (pull ? [pull] : [])).map(({ number }) => `#${number}`).join(', '),
    issue?.key ?? '',
    piece.with.length > 0 ? `with ${piece.with.map(({ name }) => name).join(', ')}` : '',
    goals.length > 0 ? `for ${goals.join(', ')}` : '',
  ];
  return told.filter(part => part !== '').join(' · ') + times(commits.length);
}

function times(count: number): string {
  return count === 1 ? '' : ` ×${count}`;
}
