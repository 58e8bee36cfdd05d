import { SharingRefused, type Publication, type PublicationQuestion } from '../../../app/share/noteSharing.ts';
import { isHash } from '../tips.ts';
import { orNothing, type Checkout, type Upstream } from './checkout.ts';
import { mergesOnPull } from './joinCommits.ts';

/** How many commits are looked at before a push; a branch with more holds other things than notes for sure. */
const mostCommits = 500;

/** Where this branch is pushed to, and which of its commits hold anything but notes. */
export async function publicationOf(checkout: Checkout, question: PublicationQuestion): Promise<Publication> {
  const { git, branch, head, upstream } = checkout;
  if (head === undefined) throw new SharingRefused('no-upstream', branch);
  if (upstream?.remote === '.') throw new SharingRefused('no-remote');
  const remote = upstream?.remote ?? question.remote ?? (await onlyRemote(checkout));
  if (remote.startsWith('-')) throw new SharingRefused('no-remote', remote); // it would be read as an option
  const address = (await orNothing(git.text(['remote', 'get-url', '--push', '--', remote]))).trim();
  if (address === '') throw new SharingRefused('no-remote', remote);
  const meets = upstream ?? (await sameNameOn(checkout, remote));
  const commits = await unpublished(checkout, remote, meets?.tip);
  const others = await Promise.all(
    commits.map(async ({ hash, parents, subject }) => {
      const isNotes = parents < 2 && (await holdsOnlyNotes(checkout, hash, question.mayShare));
      return isNotes ? [] : [subject];
    }),
  );
  return {
    remote,
    address,
    branch: upstream?.branch.replace(/^refs\/heads\//, '') ?? branch,
    from: `refs/heads/${branch}`,
    isFirst: meets === undefined,
    pull: { from: meets?.tracking ?? '', by: mergesOnPull(checkout) ? 'merge' : 'rebase' },
    isNeeded: commits.length > 0 || meets?.tip === undefined,
    others: others.flat(),
  };
}

/** Of several remotes the one that is set for pushing, or the only one. */
async function onlyRemote({ git, branch }: Checkout): Promise<string> {
  const remotes = (await git.text(['remote'])).split('\n').filter(Boolean);
  const [first, second] = remotes;
  if (first === undefined) throw new SharingRefused('no-remote');
  if (second === undefined) return first;
  for (const key of [`branch.${branch}.pushremote`, 'remote.pushdefault', 'checkout.defaultremote']) {
    const name = git.configuration.get(key);
    if (name !== undefined && remotes.includes(name)) return name;
  }
  throw new SharingRefused('choose-remote', remotes.join(', '));
}

interface Unpublished {
  readonly hash: string;
  readonly parents: number;
  readonly subject: string;
}

/** The remote's branch of the same name: another clone of hers may have published it first. */
async function sameNameOn(
  { git, branch }: Checkout,
  remote: string,
): Promise<Pick<Upstream, 'tracking' | 'tip'> | undefined> {
  const tracking = `refs/remotes/${remote}/${branch}`;
  const tip = (await orNothing(git.text(['rev-parse', '-q', '--verify', '--end-of-options', tracking]))).trim();
  return isHash(tip) ? { tracking, tip } : undefined;
}

async function unpublished(
  { git, head }: Checkout,
  remote: string,
  tip: string | undefined,
): Promise<readonly Unpublished[]> {
  const known = tip === undefined ? ['--not', `--remotes=${remote}`] : [`^${tip}`];
  const format = ['-z', '--no-show-signature', '--encoding=UTF-8', '--format=tformat:%H%x00%P%x00%<(120,trunc)%s'];
  const args = ['log', ...format, `--max-count=${mostCommits}`, head ?? '', ...known];
  const fields = (await git.text(args)).split('\0');
  const commits: Unpublished[] = [];
  for (let at = 0; at + 2 < fields.length; at += 3) {
    const [hash = '', parents = '', subject = ''] = fields.slice(at, at + 3);
    if (isHash(hash))
      commits.push({ hash, parents: parents.split(' ').filter(Boolean).length, subject: subject.trim() });
  }
  return commits;
}

async function holdsOnlyNotes(
  { git, prefix }: Checkout,
  hash: string,
  mayShare: (path: string) => boolean,
): Promise<boolean> {
  const args = ['diff-tree', '-r', '-z', '--root', '--no-renames', '--no-commit-id', '--name-only', hash];
  const paths = (await git.text(args)).split('\0').filter(Boolean);
  return paths.every(path => path.startsWith(prefix) && /\.md$/i.test(path) && mayShare(path.slice(prefix.length)));
}
