import { SharingRefused, type Publication, type PublicationQuestion } from '../../../app/share/noteSharing.ts';
import { isHash } from '../tips.ts';
import { orNothing, type Checkout, type Upstream } from './checkout.ts';
import { mergesOnPull } from './joinCommits.ts';
import { changesOf, mostCommits, textsOf, unpublished, type CommittedFile, type Unpublished } from './unpublished.ts';

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
  return {
    remote,
    address: withoutSecret(address),
    head,
    branch: upstream?.branch.replace(/^refs\/heads\//, '') ?? branch,
    from: `refs/heads/${branch}`,
    isFirst: meets === undefined,
    pull: { from: meets?.tracking ?? '', by: mergesOnPull(checkout) ? 'merge' : 'rebase' },
    isNeeded: commits.length > 0 || meets?.tip === undefined,
    ...(await contentsOf(checkout, commits, question)),
  };
}

/** An address may hold a name and a token, which belong nowhere but into git's own files. */
function withoutSecret(address: string): string {
  return address.replace(/^([a-z+]+:\/\/)[^/]*@/i, '$1');
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

/** The remote's branch of the same name: another clone of hers may have published it first. */
async function sameNameOn(
  { git, branch }: Checkout,
  remote: string,
): Promise<Pick<Upstream, 'tracking' | 'tip'> | undefined> {
  const tracking = `refs/remotes/${remote}/${branch}`;
  const tip = (await orNothing(git.text(['rev-parse', '-q', '--verify', '--end-of-options', tracking]))).trim();
  return isHash(tip) ? { tracking, tip } : undefined;
}

/** Of the commits the subjects of those that hold anything but notes, and the private notes in them. */
async function contentsOf(
  checkout: Checkout,
  commits: readonly Unpublished[],
  { mayShare, isPrivate }: PublicationQuestion,
): Promise<Pick<Publication, 'others' | 'privates'>> {
  const { prefix } = checkout;
  const changes = await changesOf(checkout, commits);
  const isNote = ({ path }: CommittedFile) => path.startsWith(prefix) && /\.md$/i.test(path);
  const mayGo = (file: CommittedFile) => isNote(file) && mayShare(file.path.slice(prefix.length));
  const others = commits.filter(({ hash, parents }, at) => {
    return at === mostCommits || parents > 1 || !(changes.get(hash) ?? []).every(mayGo);
  });
  const notes = isPrivate ? [...changes.values()].flat().filter(isNote) : [];
  const texts = await textsOf(checkout, [...new Set(notes.flatMap(({ blob }) => blob ?? []))]);
  const privates = notes.filter(({ path, blob }) => {
    return blob !== undefined && isPrivate?.(path.slice(prefix.length), texts.get(blob));
  });
  return { others: others.map(({ subject }) => subject), privates: [...new Set(privates.map(({ path }) => path))] };
}
