// npm run eval -- CLONE… [--part all|older|newer] [--json FILE] [--fit] [--titles [--worst 30]]
// Judges "worked on" and "whom to ask" by what people left behind in public histories. A clone may be bare.
import { writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { parseArgs } from 'node:util';
import type { Commit } from '../../src/core/work/commit.ts';
import { agreementOf } from './agreement.ts';
import { authorWeeks, type AuthorWeek } from './authorWeeks.ts';
import * as cuts from './cuts.ts';
import { fitKinship } from './fit.ts';
import { readClone } from './readClone.ts';
import { judge, likenessOf, titledTopics } from './titles.ts';
import { flat, topicsOf, withGraph, type Topic } from './topics.ts';
import * as asking from './whomToAsk.ts';

/** The older part is to learn from, the newer to report. */
const older = 0.6;
/** So many titles of a history are compared. */
const mostTitles = 300;
/** With fewer cases a figure says nothing. */
const leastCases = 30;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    part: { type: 'string', default: 'newer' },
    json: { type: 'string' },
    fit: { type: 'boolean' },
    titles: { type: 'boolean' },
    worst: { type: 'string', default: '0' },
  },
});
const part = values.part as 'all' | 'older' | 'newer';
if (!['all', 'older', 'newer'].includes(part)) throw new Error('Say --part all, older or newer.');
if (positionals.length === 0) throw new Error('Say which clones: npm run eval -- CLONE…');

const lines: object[] = [];
const histories: { weeks: readonly AuthorWeek[]; topics: ReadonlyMap<string, Topic> }[] = [];
for (const clone of positionals) {
  const commits = await readClone(clone);
  const topics = topicsOf(commits);
  const weeks = ofPart(authorWeeks(commits, topics));
  histories.push({ weeks, topics });
  if (values.fit) continue;
  console.log(`\n### ${nameOf(clone)} at ${commits.at(-1)?.hash.slice(0, 12)}, ${part} part\n`);
  if (values.titles) {
    judgeTitles(clone, commits, topics);
    continue;
  }
  judgePieces(weeks, topics);
  judgeAsking(commits);
}
if (values.fit) console.log(fitKinship(histories));
if (values.json !== undefined) writeFileSync(values.json, lines.map(line => `${JSON.stringify(line)}\n`).join(''));

function ofPart<T>(all: readonly T[]): readonly T[] {
  const at = Math.floor(all.length * older);
  return part === 'all' ? all : part === 'older' ? all.slice(0, at) : all.slice(at);
}

/** `owner+name/repo` and `name.git` are called by what names them. */
function nameOf(clone: string): string {
  const name = basename(clone.replace(/[\\/]+$/, ''));
  return name === 'repo' || name === '.git' ? basename(dirname(clone)) : name.replace(/\.git$/, '');
}

function judgePieces(weeks: readonly AuthorWeek[], topics: ReadonlyMap<string, Topic>): void {
  console.log(`| pieces of work, ${weeks.length} author-weeks | ARI | V |\n|---|---|---|`);
  if (weeks.length === 0) return;
  const judge = (name: string, cut: cuts.Cut, see: (commit: Commit) => Commit) => {
    let [ari, v] = [0, 0];
    for (const [at, { commits }] of weeks.entries()) {
      const pieces = cut(commits.map(see));
      const agreement = agreementOf(
        commits.map(({ hash }) => topics.get(hash)?.id ?? ''),
        pieces,
      );
      ari += agreement.ari;
      v += agreement.v;
      if (cut === cuts.product && see === flat)
        lines.push(...commits.map(({ hash }, i) => ({ hash, piece: `${at}.${pieces[i]}` })));
    }
    console.log(`| ${name} | ${(ari / weeks.length).toFixed(3)} | ${(v / weeks.length).toFixed(3)} |`);
  };
  judge('Out Loud, a flat list', cuts.product, flat);
  for (const [name, cut] of Object.entries(cuts.baselines)) judge(name, cut, flat);
  judge('Out Loud, with the graph', cuts.product, commit => withGraph(commit, topics));
}

function judgeAsking(commits: readonly Commit[]): void {
  const cases = ofPart([...asking.reviewedCommits(commits)]);
  if (cases.length < leastCases) {
    console.log('\nToo few commits say who reviewed them.');
    return;
  }
  console.log(`\n| whom to ask, ${cases.length} commits | hit@1 | hit@3 | hit@5 | MRR |\n|---|---|---|---|---|`);
  for (const [name, propose] of [['Out Loud', asking.product] as const, ...Object.entries(asking.baselines)]) {
    const ranks = cases.map(reviewed => {
      const candidates = propose(reviewed);
      if (propose === asking.product) lines.push({ hash: reviewed.hash, candidates: candidates.slice(0, 10) });
      return asking.rankIn(candidates, reviewed.work.reviewers);
    });
    const { hit1, hit3, hit5, reciprocalRank } = asking.hitsOf(ranks);
    console.log(`| ${name} | ${[hit1, hit3, hit5, reciprocalRank].map(figure => figure.toFixed(3)).join(' | ')} |`);
  }
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
