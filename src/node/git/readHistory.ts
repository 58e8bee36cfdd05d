import type { HistoryNotice } from '../../core/work/commit.ts';
import { setImmediate as started } from 'node:timers/promises';
import { placeCommits, type Place } from './branches.ts';
import { completeCommits } from './completeCommits.ts';
import type { CommitDetail } from './diffTree.ts';
import { EarlyDetails } from './earlyDetails.ts';
import { EdgeReader } from './edges.ts';
import type { Git } from './gitCall.ts';
import type { Remembered } from './historyCache.ts';
import { aliasesOf, mailmapAt, readMailmap, type Mailmap } from './mailmap.ts';
import { noticeOf, type Reading, type RepositoryQuery } from './reading.ts';
import { readTips, type Tips } from './tips.ts';
import type { View } from './view.ts';
import { moment, nothingWalked, upperBound, walk, walkBeyond, type Walked, type WalkOptions } from './walk.ts';

/** Who is looked for. Where the mailmap changed, what was known is of no use. */
interface Whose {
  readonly mailmap: Mailmap | undefined;
  readonly aliases: ReadonlyMap<string, string>;
}

/** Answers for one repository: nothing is asked of git that the answer before knows already. */
export async function readHistory(git: Git, view: View, query: RepositoryQuery): Promise<Remembered> {
  const tips = await readTips(git, view.repository, query.signal, query.refs);
  if (query.before?.tips.key === tips.key) return query.before;
  const until = upperBound(query.window, query.now);
  const reading: Reading = { git, view, query, tips, until, notices: standingNotices(view, tips) };
  if (query.before === undefined || !(await stillHolds(reading, query.before))) return readAnew(reading);
  try {
    return await readOn(reading, query.before);
  } catch (error) {
    if (error instanceof MailmapChanged) return readAnew(reading);
    throw error;
  }
}

class MailmapChanged extends Error {
  override readonly name = 'MailmapChanged';
}

function readAnew(reading: Reading): Promise<Remembered> {
  const { git, view, query, tips } = reading;
  return readWith(reading, undefined, async () => {
    const mailmap = await readMailmap(git, view, tips.head, query.signal);
    return { mailmap, aliases: await aliasesOf(git, view, mailmap, query.emails, query.signal) };
  });
}

function readOn(reading: Reading, known: Remembered): Promise<Remembered> {
  const { git, view, query, tips } = reading;
  return readWith(reading, known, async () => {
    const { aliases } = known;
    if (tips.head === known.tips.head) return { mailmap: known.mailmap, aliases };
    const mailmap = await readMailmap(git, view, tips.head, query.signal);
    if (mailmap?.id !== known.mailmap?.id) throw new MailmapChanged();
    return { mailmap, aliases };
  });
}

async function readWith(
  reading: Reading,
  known: Remembered | undefined,
  ask: () => Promise<Whose>,
): Promise<Remembered> {
  const { git, view, query, notices } = reading;
  // The walk takes longest, so its git starts first; the others start while it runs.
  const asked = started().then(ask);
  asked.catch(() => undefined);
  const early = new EarlyDetails(reading);
  const reader = new EdgeReader(git, view, query.signal);
  const options = walkOptions(reading, known, asked, hash => {
    early.add(hash);
  });
  const walked = known?.walked ?? nothingWalked();
  const watched = async <T>(work: Promise<T>, otherwise: T): Promise<T> =>
    work.catch((error: unknown) => {
      notices.push(noticeOf(view, error, query.signal));
      return otherwise;
    });
  try {
    const walking = watched(walk(git, view, options, walked), []);
    await started();
    if (options.from.length > 0) early.start();
    if (known === undefined) reader.prepare();
    const [edges, main, whose] = await Promise.all([walking, mainUntil(reading), asked]);
    const complete = (before: ReadonlyMap<string, CommitDetail>) =>
      completeCommits({ ...reading, ...whose, walked, place: placesIn(reading, walked, main) }, before);
    // Hardly ever is there anything beyond: what was found is completed meanwhile.
    const [first, more] = await Promise.all([
      early.done().then(details => complete(new Map([...(known?.details ?? []), ...details]))),
      watched(walkBeyond(git, view, { ...options, edges, reader }, walked), false).finally(() => reader.stop()),
    ]);
    const answer = more ? await complete(first.details) : first;
    const { mailmap, aliases } = whose;
    return { ...answer, mailmap, aliases, tips: reading.tips, walked, notices: eachOnce(notices) };
  } finally {
    early.stop();
    void reader.stop();
  }
}

function walkOptions(
  { query, tips, until }: Reading,
  known: Remembered | undefined,
  asked: Promise<Whose>,
  onCandidate: (hash: string) => void,
): WalkOptions {
  const { window, signal, progress } = query;
  const without = [...new Set(known?.tips.all.map(({ hash }) => hash))];
  const from = newTips(tips, known?.walked ?? nothingWalked(), new Set(without));
  const aliases = asked.then(whose => whose.aliases);
  aliases.catch(() => undefined);
  return { window, from, without, mailmap: mailmapAt(tips.head), aliases, until, onCandidate, signal, progress };
}

function placesIn({ tips }: Reading, { graph, merges }: Walked, main: readonly string[]): (commit: number) => Place {
  return placeCommits(graph, { main, tips: tips.all, subjectOf: merge => merges.get(merge)?.subject ?? '' });
}

function newTips(tips: Tips, walked: Walked, before: ReadonlySet<string>): readonly string[] {
  const hashes = new Set(tips.all.map(({ hash }) => hash));
  return [...hashes].filter(hash => !before.has(hash) && walked.graph.find(hash) < 0);
}

function standingNotices({ repository }: View, tips: Tips): HistoryNotice[] {
  const repo = repository.name;
  if (tips.all.length === 0) return [{ repo, code: 'no-commits' }];
  return repository.isShallow ? [{ repo, code: 'shallow' }] : [];
}

/** Whether every commit known from the answer before is there still, or can be told from what is. */
async function stillHolds({ git, view, tips, until, query }: Reading, before: Remembered): Promise<boolean> {
  if (until === undefined) return true; // all tips are in the graph: what is not reached any more is seen there
  const now = new Set(tips.all.map(({ hash }) => hash));
  const gone = before.tips.all.map(({ hash }) => hash).filter(hash => !now.has(hash));
  if (gone.length === 0) return true;
  const input = [...gone, ...[...now].map(hash => `^${hash}`), ''].join('\n');
  const call = view.call(['rev-list', '--max-count=1', '--ignore-missing', '--stdin'], { input, signal: query.signal });
  return (await git.text(call)) === '';
}

/** The main line as it was when the window's last commits could have come in. */
async function mainUntil({ git, view, query, tips, until }: Reading): Promise<readonly string[]> {
  if (until === undefined) return tips.main;
  const found = await Promise.all(
    tips.main.map(hash => {
      const args = ['rev-list', '--max-count=1', '--first-parent', `--until=${moment(until)}`, '--stdin'];
      return git.text(view.call(args, { input: `${hash}\n`, signal: query.signal })).catch(() => '');
    }),
  );
  return found.map(answer => answer.trim()).filter(hash => hash !== '');
}

function eachOnce(notices: readonly HistoryNotice[]): readonly HistoryNotice[] {
  return [...new Map(notices.map(notice => [notice.code, notice])).values()];
}
