import type { HistoryQuery } from '../../app/ports.ts';
import type { EpochSeconds } from '../../core/time/day.ts';
import type { Commit, HistoryNotice } from '../../core/work/commit.ts';
import { placeCommits, type Place } from './branches.ts';
import { readDetails, type CommitDetail, type Depth } from './diffTree.ts';
import { GitFailed, type Git } from './gitCall.ts';
import type { Remembered } from './historyCache.ts';
import { aliasesOf, readMailmap, type Mailmap } from './mailmap.ts';
import { mapTrailers } from './mapTrailers.ts';
import { readTitles } from './mergeTitles.ts';
import { readTips, type Tips } from './tips.ts';
import type { View } from './view.ts';
import { moment, nothingWalked, upperBound, walk, type Candidate, type Walked } from './walk.ts';

/** What one repository is asked. */
export interface RepositoryQuery extends HistoryQuery {
  readonly now: EpochSeconds;
  /** The answer to the same question some time ago. */
  readonly before: Remembered | undefined;
}

/** Where one reading is run. */
interface Reading {
  readonly git: Git;
  readonly view: View;
  readonly query: RepositoryQuery;
  readonly tips: Tips;
  readonly mailmap: Mailmap | undefined;
  readonly until: EpochSeconds | undefined;
  readonly notices: HistoryNotice[];
}

/** Answers for one repository: nothing is asked of git that the answer before knows already. */
export async function readHistory(git: Git, view: View, query: RepositoryQuery): Promise<Remembered> {
  const { before, signal } = query;
  const tips = await readTips(git, view.repository, signal);
  if (before?.tips.key === tips.key) return before;
  const mailmap = await readMailmap(git, view, tips.head, signal);
  const until = upperBound(query.window, query.now);
  const reading: Reading = { git, view, query, tips, mailmap, until, notices: standingNotices(view, tips) };
  const known =
    before?.mailmap === mailmap?.id && before !== undefined && (await stillHolds(reading, before)) ? before : undefined;
  const [walked, main] = await Promise.all([walkOn(reading, known), mainUntil(reading)]);
  const place = placeCommits(walked.graph, {
    main,
    tips: tips.all,
    subjectOf: merge => walked.merges.get(merge)?.subject ?? '',
  });
  const reached = [...walked.candidates.values()].filter(
    ({ hash }) => until !== undefined || place(walked.graph.find(hash)).isReached,
  );
  return { ...(await complete(reading, known, walked, reached, place)), tips, mailmap: mailmap?.id, walked };
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

async function walkOn(reading: Reading, known: Remembered | undefined): Promise<Walked> {
  const { git, view, query, tips, mailmap, until, notices } = reading;
  const { window, signal, progress } = query;
  const walked = known?.walked ?? nothingWalked();
  const before = new Set(known?.tips.all.map(({ hash }) => hash));
  const from = [...new Set(tips.all.map(({ hash }) => hash))].filter(
    hash => !before.has(hash) && walked.graph.find(hash) < 0,
  );
  const aliases = aliasesOf(git, view, mailmap, query.emails, signal);
  aliases.catch(() => undefined);
  try {
    await walk(git, view, { window, from, without: [...before], mailmap, aliases, until, signal, progress }, walked);
  } catch (error) {
    notices.push(noticeOf(view, error, signal));
  }
  return walked;
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

/** Adds what only the chosen commits are asked for. */
async function complete(
  reading: Reading,
  known: Remembered | undefined,
  walked: Walked,
  candidates: readonly Candidate[],
  place: (commit: number) => Place,
): Promise<Pick<Remembered, 'details' | 'titles' | 'commits' | 'notices'>> {
  const { git, view, mailmap, query, notices } = reading;
  const places = candidates.map(({ hash }) => place(walked.graph.find(hash)));
  const merges = new Set(places.flatMap(({ merge }) => walked.merges.get(merge ?? -1)?.hash ?? []));
  const [details, titles, trailers] = await Promise.all([
    detailsOf(reading, known?.details ?? new Map(), candidates),
    readTitles(git, view, merges, known?.titles ?? new Map(), query.signal),
    mapTrailers(git, view, mailmap, candidates, query),
  ]);
  const commits = candidates.map((candidate, at): Commit => {
    const { merge, branch } = places[at] ?? {};
    const merged = walked.merges.get(merge ?? -1);
    const title = titles.get(merged?.hash ?? '') ?? '';
    const detail = details.get(candidate.hash);
    return {
      ...candidate,
      repo: view.repository.name,
      trailers: trailers[at] ?? candidate.trailers,
      body: detail?.body ?? '',
      files: detail?.files ?? [],
      ...(merged && { mergedBy: { merge: merged.hash, subject: merged.subject, ...(title !== '' && { title }) } }),
      ...(branch !== undefined && { branch }),
    };
  });
  commits.sort((a, b) => a.authored - b.authored || a.committed - b.committed || (a.hash < b.hash ? -1 : 1));
  return { details, titles, commits, notices };
}

/** As deep as the clone allows: line counts want contents, names want trees. Nothing is fetched for them. */
async function detailsOf(
  { git, view, query, notices }: Reading,
  before: ReadonlyMap<string, CommitDetail>,
  candidates: readonly Candidate[],
): Promise<ReadonlyMap<string, CommitDetail>> {
  const repo = view.repository.name;
  const asked = candidates.map(({ hash }) => hash).filter(hash => !before.has(hash));
  if (asked.length === 0) return before;
  const { isPartial } = view.repository;
  const depths: readonly Depth[] = isPartial ? ['names', 'messages'] : ['figures', 'names', 'messages'];
  for (const depth of depths) {
    try {
      const read = await readDetails(git, view, asked, { depth, signal: query.signal });
      if (isPartial) notices.push({ repo, code: depth === 'names' ? 'blobless' : 'treeless' });
      else if (depth !== 'figures') notices.push({ repo, code: 'unreadable' });
      if ([...read.values()].some(({ isCut }) => isCut)) notices.push({ repo, code: 'cut' });
      return new Map([...before, ...read]);
    } catch (error) {
      if (noticeOf(view, error, query.signal).code === 'cut') break;
    }
  }
  notices.push({ repo, code: 'cut' });
  return before;
}

/** What to tell of a failure; one that is none of git's goes on. */
function noticeOf({ repository }: View, error: unknown, signal: AbortSignal | undefined): HistoryNotice {
  if (signal?.aborted || !(error instanceof GitFailed)) throw error;
  return { repo: repository.name, code: error.why === 'refused' ? 'unreadable' : 'cut' };
}
