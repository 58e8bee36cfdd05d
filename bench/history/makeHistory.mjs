// Makes a history of so many commits with `git fast-import`, the same one each time:
//   node bench/history/makeHistory.mjs 100000 [folder]
// A hundred commits a day, the newest on 2026-11-21; 200 people, ada one of fifty; half of the work in topics that are
// merged like pull requests. It answers the folder, and makes nothing where it is there already.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const perDay = 100;
const newest = Date.parse('2026-11-21T12:00:00Z') / 1000;
const folders = 20;
const filesPerFolder = 20;

/** @param {number} commits @param {string} [data] @returns {Promise<string>} the work tree */
export async function makeHistory(commits, data = fileURLToPath(new URL('../data', import.meta.url))) {
  const folder = join(resolve(data), `history-${commits}`);
  if (existsSync(join(folder, '.git'))) return folder;
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const env = { PATH: process.env.PATH, HOME: unfinished, GIT_CONFIG_NOSYSTEM: '1' };
  execFileSync('git', ['init', '-q', '-b', 'main'], { cwd: unfinished, env });
  const importing = spawn('git', ['fast-import', '--quiet', '--depth=20'], {
    cwd: unfinished,
    env,
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  const done = new Promise((fulfil, fail) => {
    importing.on('error', fail);
    importing.on('close', code => (code === 0 ? fulfil() : fail(new Error(`git fast-import: ${code}`))));
  });
  let waiting = [];
  for (const piece of history(commits)) {
    waiting.push(piece);
    if (waiting.length < 2000) continue;
    if (!importing.stdin.write(waiting.join(''))) await new Promise(drained => importing.stdin.once('drain', drained));
    waiting = [];
  }
  importing.stdin.end(waiting.join(''));
  await done;
  execFileSync('git', ['pack-refs', '--all'], { cwd: unfinished, env });
  rmSync(folder, { recursive: true, force: true });
  renameSync(unfinished, folder);
  return folder;
}

function* history(commits) {
  const random = seeded(47);
  const below = limit => Math.floor(random() * limit);
  const topics = Array.from({ length: 24 }, (_, at) => ({ name: `topic-${at}`, open: 0, files: new Map(), who: 0 }));
  let pull = 0;
  for (let made = 0; made < commits; made++) {
    const when = Math.round(newest - ((commits - made) * 86_400) / perDay);
    const topic = topics[below(topics.length * 2)];
    if (topic !== undefined && topic.open > 3 && below(2) === 0) {
      const subject = `Merge pull request #${++pull} from shop/${topic.name}-${pull}\n\nBetter ${words(below, 3)}`;
      yield head('main', 'Lin', when, when, subject) + `merge refs/heads/${topic.name}\n`;
      for (const [path, content] of topic.files) yield file(path, content);
      topic.open = 0;
      topic.files.clear();
      continue;
    }
    const who = topic !== undefined && topic.open > 0 ? topic.who : person(below);
    const trailers = below(10) === 0 ? `\n\nReviewed-by: ${below(50) === 0 ? ident('Ada') : ident(person(below))}` : '';
    const subject = `${['Add', 'Fix', 'Move', 'Speed up'][below(4)]} ${words(below, 3)}`;
    const body = below(3) === 0 ? `\n\n${words(below, 40)}` : '';
    yield head(topic?.name ?? 'main', who, when - below(20_000), when, subject + body + trailers);
    if (topic !== undefined && topic.open === 0 && made > 0) yield 'from refs/heads/main\n';
    for (let changed = 1 + below(3); changed > 0; changed--) {
      const path = `src/part${below(folders)}/file${below(filesPerFolder)}.ts`;
      const content = Array.from({ length: 6 + below(10) }, () => words(below, 3)).join('\n') + '\n';
      yield file(path, content);
      topic?.files.set(path, content);
    }
    if (topic !== undefined) {
      topic.who = who;
      topic.open++;
    }
  }
}

function head(branch, who, authored, committed, message) {
  const length = Buffer.byteLength(message) + 1;
  return (
    `commit refs/heads/${branch}\nauthor ${ident(who)} ${authored} +0000\ncommitter ${ident(who)} ${committed} +0000\n` +
    `data ${length}\n${message}\n\n`
  );
}

function file(path, content) {
  return `M 100644 inline ${path}\ndata ${Buffer.byteLength(content)}\n${content}\n`;
}

function person(below) {
  return below(50) === 0 ? 'Ada' : `Person${below(200)}`;
}

function ident(name) {
  return `${name} <${name.toLowerCase()}@shop.example>`;
}

const vocabulary =
  'cart order stock price queue cache index page mail user token retry batch table view route test log'.split(' ');

function words(below, count) {
  return Array.from({ length: count }, () => vocabulary[below(vocabulary.length)]).join(' ');
}

/** mulberry32: the same numbers on every machine. */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , commits = '10000', folder] = process.argv;
  console.log(await makeHistory(Number(commits), folder));
}
