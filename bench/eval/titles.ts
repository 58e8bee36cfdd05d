import { execFileSync } from 'node:child_process';
import { wordsIn } from '../../src/core/log/searchWords.ts';
import type { Commit, FileChange } from '../../src/core/work/commit.ts';
import { workedOn } from '../../src/core/work/workedOn.ts';
import { flat, type Topic } from './topics.ts';

/** A piece of work of one author, and how the one who merged it called it. */
export interface Titled {
  readonly title: string;
  /** Oldest first, at least two. */
  readonly commits: readonly Commit[];
}

/** A sentence beside the title. */
export interface Judged extends Titled {
  readonly sentence: string;
  /** The harmonic mean of precision and recall of the title's words: 0 to 1. */
  readonly likeness: number;
}

const mostCommits = 12;

/** The topics of one author that were merged with a title, oldest first, at most so many, evenly spread. */
export function titledTopics(
  commits: readonly Commit[],
  topics: ReadonlyMap<string, Topic>,
  most: number,
): readonly Titled[] {
  const byMerge = new Map<Commit, Commit[]>();
  for (const commit of commits) {
    const merge = topics.get(commit.hash)?.merge;
    if (merge) byMerge.set(merge, [...(byMerge.get(merge) ?? []), commit]);
  }
  const titled = [...byMerge].flatMap(([merge, each]): Titled[] => {
    const title = titleOf(merge);
    const isOnes = new Set(each.map(({ author }) => author.email)).size === 1;
    return title !== undefined && isOnes && each.length > 1 && each.length <= mostCommits
      ? [{ title, commits: each }]
      : [];
  });
  const step = Math.max(1, Math.ceil(titled.length / most));
  return titled.filter((_, at) => at % step === 0);
}

/** What a forge or a maintainer wrote, where it is no name of a branch. */
function titleOf({ subject, body }: Commit): string | undefined {
  const isForges = /^(?:Merge (?:pull request|branch|tag|remote)|Auto merge|Sync with)/.test(subject);
  const line = isForges ? body.split('\n').find(each => each.trim() !== '') : subject;
  const title = line?.replace(/\s*\((?:#|!)\d+\)\s*$/, '').trim();
  return title === undefined || title.length < 8 || /^(?:\*|- |Merge\b|\w[\w-]*\/\S+$)/.test(title) ? undefined : title;
}

/** What binds the commits of a topic, and says nothing. */
const mergedBy = { merge: '0'.repeat(40), subject: "Merge branch 'x'" };

/** Tells a piece from its commits alone, of which it is known that they are one, and compares that with its title. */
export function judge(clone: string, { title, commits }: Titled): Judged {
  const [{ author } = { author: { name: '', email: '' } }] = commits;
  const whole = commits.map(commit => ({ ...flat(commit), files: filesOf(clone, commit), mergedBy }));
  const person = { handle: '' as never, name: author.name, emails: [author.email] };
  const { pieces, also } = workedOn(whole, { person, repositories: [] });
  const sentence = (pieces[0] ?? also[0])?.sentence ?? '';
  return { title, commits, sentence, likeness: likenessOf(title, sentence) };
}

function filesOf(clone: string, { hash, files }: Commit): readonly FileChange[] {
  const args = ['-C', clone, 'diff-tree', '-r', '--root', '--no-commit-id', '--no-renames', '--numstat', hash];
  const rows = execFileSync('git', args, { encoding: 'utf8', maxBuffer: 1 << 27 }).split('\n');
  const changed = rows.flatMap(row => {
    const [added, deleted, path] = row.split('\t');
    return path === undefined ? [] : [{ path, added: Number(added) || 0, deleted: Number(deleted) || 0 }];
  });
  return changed.length > 0 ? changed : files;
}

const empty = new Set('the a an of to in on for and with from by is be as at when into'.split(' '));

/** How much two texts say the same: the F1 of their words. */
export function likenessOf(one: string, other: string): number {
  const [mine, theirs] = [one, other].map(text => new Set(wordsIn(text).filter(word => !empty.has(word))));
  if (!mine || !theirs || mine.size + theirs.size === 0) return 0;
  return (2 * [...mine].filter(word => theirs.has(word)).length) / (mine.size + theirs.size);
}
