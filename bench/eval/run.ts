// npm run eval -- CLONE… [--part all|older|newer] [--json FILE] [--results] [--asking] [--fit] [--titles [--worst 30]]
// Judges "worked on" and "whom to ask" by what people left behind in public histories. A clone may be bare.
import { writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { parseArgs } from 'node:util';
import type { Commit } from '../../src/core/work/commit.ts';
import { authorWeeks, type AuthorWeek } from './authorWeeks.ts';
import { fitKinship, type Learned } from './fit.ts';
import { fitAsking } from './fitAsking.ts';
import { askingRow, askingTable, aWeek, judgeAsking } from './judgeAsking.ts';
import { judgePieces, piecesOf, piecesRow, piecesTable } from './judgePieces.ts';
import { placed } from './placed.ts';
import { readClone, UnreadableClone } from './readClone.ts';
import { judge, likenessOf, titledTopics } from './titles.ts';
import { topicsOf, type Topic } from './topics.ts';
import * as asking from './whomToAsk.ts';

/** The older part is to learn from, the newer to report. */
const older = 0.6;
/** So many titles of a history are compared. */
const mostTitles = 300;
/** With fewer cases a figure says nothing. */
const leastCases = 30;

const usage = `Judges "worked on" and "whom to ask" by what people left behind in public histories.

npm run eval -- CLONE…            figures of each clone, bare or not, with the baselines beside
  --part newer|older|all          the newer 40 % of its cases (the default), the older 60 % to learn from, or all
  --json FILE                     a line a commit: its piece, or whom the product proposes
  --results                       rows for bench/RESULTS.md instead
  --asking                        whom to ask, and no pieces
  --fit                           learns the weights of pieces from these clones, with --asking those of whom to ask
  --titles [--worst 30]           compares sentences with the titles of what was merged`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    part: { type: 'string', default: 'newer' },
    json: { type: 'string' },
    results: { type: 'boolean' },
    asking: { type: 'boolean' },
    fit: { type: 'boolean' },
    titles: { type: 'boolean' },
    worst: { type: 'string', default: '0' },
  },
});
const part = values.part as 'all' | 'older' | 'newer';
if (positionals.length === 0 || !['all', 'older', 'newer'].includes(part)) {
  console.error(usage);
  process.exit(2);
}

const lines: object[] = [];
const histories: Learned[] = [];
const reviews: (readonly asking.Reviewed[])[] = [];
for (const clone of positionals) {
  try {
    await judgeClone(clone);
  } catch (error) {
    if (!(error instanceof UnreadableClone)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
if (values.fit && histories.length > 0) console.log(fitKinship(histories, console.error));
if (values.fit && reviews.length > 0) console.log(fitAsking(reviews));
if (values.json !== undefined) writeFileSync(values.json, lines.map(line => `${JSON.stringify(line)}\n`).join(''));

async function judgeClone(clone: string): Promise<void> {
  const name = nameOf(clone);
  const { commits, notices } = await readClone(clone, progressOf(name));
  for (const notice of notices) console.error(notice);
  const at = commits.at(-1)?.hash.slice(0, 12) ?? '';
  if (values.asking && values.fit) {
    // asked while a series is looked at, and before anybody looked at anything of it
    for (const blind of [0, aWeek]) reviews.push(ofPart([...asking.reviewedCommits(commits, { blind })]));
    return;
  }
  if (values.asking) {
    if (!values.results) console.log(`\n### ${name} at ${at}, ${part} part`);
    judgeReviews(`${name.replace('+', '/')} | ${at}`, commits);
    return;
  }
  const topics = topicsOf(commits);
  const weeks = ofPart(authorWeeks(commits, topics));
  if (values.fit) {
    histories.push({ weeks, topics });
    return;
  }
  if (!values.results) console.log(`\n### ${name} at ${at}, ${part} part\n`);
  if (values.titles) judgeTitles(clone, commits, topics);
  else {
    judgeWeeks(`${name.replace('+', '/')} | ${at}`, { commits, topics, weeks });
    judgeReviews(`${name.replace('+', '/')} | ${at}`, commits);
  }
}

/** Tells on stderr how far reading is, every ten thousand commits. */
function progressOf(name: string): (commits: number) => void {
  let told = 0;
  return commits => {
    if (commits < told + 10_000) return;
    told = commits;
    console.error(`${name}: ${commits} commits read`);
  };
}

function ofPart<T>(all: readonly T[]): readonly T[] {
  const at = Math.floor(all.length * older);
  return part === 'all' ? all : part === 'older' ? all.slice(0, at) : all.slice(at);
}

/** `owner+name/repo` and `name.git` are called by what names them. */
function nameOf(clone: string): string {
  const name = basename(clone.replace(/[\\/]+$/, ''));
  return name === 'repo' || name === '.git' ? basename(dirname(clone)) : name.replace(/\.git$/, '');
}

interface History {
  readonly commits: readonly Commit[];
  readonly topics: ReadonlyMap<string, Topic>;
  readonly weeks: readonly AuthorWeek[];
}

function judgeWeeks(history: string, { commits, topics, weeks }: History): void {
  const judging = { weeks, topics, placed: placed(commits) };
  const judged = judgePieces(judging);
  if (values.json !== undefined) lines.push(...piecesOf(weeks, judging.placed));
  console.log(values.results ? piecesRow(history, judged) : piecesTable(judged));
}

function judgeReviews(history: string, commits: readonly Commit[]): void {
  const cases = ofPart([...asking.reviewedCommits(commits)]);
  if (cases.length < leastCases) {
    if (!values.results) console.log('\nWhom to ask: nothing to judge. Too few commits say who reviewed them.');
    return;
  }
  const judged = judgeAsking(cases, ofPart([...asking.reviewedCommits(commits, { blind: aWeek })]));
  if (values.json !== undefined) lines.push(...judged.candidates);
  console.log(values.results ? askingRow(history, judged) : askingTable(judged));
}

function judgeTitles(clone: string, commits: readonly Commit[], topics: ReadonlyMap<string, Topic>): void {
  const judged = ofPart(titledTopics(commits, topics, mostTitles / (part === 'all' ? 1 : 1 - older))).map(each =>
    judge(clone, each),
  );
  if (judged.length < leastCases) {
    console.log('Too few merges have a title.');
    return;
  }
  const mean = (of: (each: (typeof judged)[number]) => number) =>
    (judged.reduce((sum, each) => sum + of(each), 0) / judged.length).toFixed(3);
  const subjects = ({ title, commits: all }: (typeof judged)[number]) =>
    all.map(({ subject }) => likenessOf(title, subject));
  console.log(`| the sentence beside the title, ${judged.length} topics | likeness |\n|---|---|`);
  console.log(`| Out Loud | ${mean(({ likeness }) => likeness)} |`);
  console.log(`| the first subject | ${mean(each => subjects(each)[0] ?? 0)} |`);
  console.log(`| the subject most like it, known only afterwards | ${mean(each => Math.max(...subjects(each)))} |`);
  const worst = judged.toSorted((a, b) => a.likeness - b.likeness).slice(0, Number(values.worst));
  for (const { title, sentence, commits: all } of worst)
    console.log(`- ${title}\n  => ${sentence}\n  of: ${all.map(({ subject }) => subject).join(' ; ')}`);
}
