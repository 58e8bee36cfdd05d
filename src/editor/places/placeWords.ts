import { env, l10n } from 'vscode';
import type { NotePlaces, PrivateLook } from '../../app/places/notePlaces.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';

/** Something about a folder of private notes that the person should know. */
export interface Concern {
  readonly kind: 'forgets' | 'remote' | 'synced' | 'dotfiles' | 'repository' | 'open';
  /** What is so, in a few words about the notes. */
  readonly short: string;
  /** The same in one sentence that stands alone. */
  readonly fact: string;
  /** What she can do, in one sentence. */
  readonly advice: string;
}

/** What she should know about the folder, the gravest first. */
export function concernsOf(look: PrivateLook, remote = env.remoteName): readonly Concern[] {
  return [
    ...(look.repository === undefined ? [] : [inRepository(look.repository)]),
    ...(look.isOpen ? [open()] : []),
    ...(look.forgets === undefined ? [] : [forgotten(look.forgets)]),
    ...(look.forgets !== undefined || remote === undefined ? [] : [elsewhere(remote)]),
    ...(look.synced === undefined ? [] : [copied(look.synced)]),
    ...(look.dotfiles === undefined ? [] : [beside(look.dotfiles)]),
  ];
}

/** Who gets the shared notes, in a few words. */
export function reachWords({ reach, repository }: NotePlaces['shared']): string {
  if (reach.state === 'unknown') return l10n.t('git is not asked in Restricted Mode');
  if (reach.state === 'published')
    return l10n.t('shared with everybody who can read {0}', plainLabel(`${reach.remote}/${reach.branch}`, 60));
  if (repository === undefined || reach.why === 'no-repository')
    return l10n.t('in no git repository: nobody else has them');
  if (reach.why === 'no-remote') return l10n.t('the repository has no remote: they stay on this machine');
  return l10n.t('“Share Notes” says what is in the way of sharing them');
}

function forgotten(machine: string): Concern {
  return {
    kind: 'forgets',
    short: l10n.t('They lie in {0}, which is thrown away some day', plainLabel(machine)),
    fact: l10n.t(
      'Your private notes lie in {0}, which is thrown away some day, and they with it.',
      plainLabel(machine),
    ),
    advice: l10n.t('Set “outloud.privateFolder” to a folder that is kept, such as a mounted volume.'),
  };
}

function elsewhere(remote: string): Concern {
  const machine = remote === 'wsl' ? l10n.t('in WSL') : l10n.t('on the machine you are connected to');
  return {
    kind: 'remote',
    short: l10n.t('They are {0}', machine),
    fact: l10n.t('Your private notes are kept {0}, and not on the computer in front of you.', machine),
    advice: l10n.t('Who runs that machine could read them. Set “outloud.privateFolder” there to keep them elsewhere.'),
  };
}

function copied(program: string): Concern {
  return {
    kind: 'synced',
    short: l10n.t('{0} copies them to its servers', program),
    fact: l10n.t('{0} copies the folder of your private notes to its servers and your other machines.', program),
    advice: l10n.t('Where you don’t want that, set “outloud.privateFolder” to a folder outside of it.'),
  };
}

function beside(repository: string): Concern {
  return {
    kind: 'dotfiles',
    short: l10n.t('A repository keeps files of your home directory: {0}', plainLabel(repository, 60)),
    fact: l10n.t('The repository {0} keeps files of your home directory.', plainLabel(repository, 80)),
    advice: l10n.t('Never add .outloud to it, or set “outloud.privateFolder” to a folder elsewhere.'),
  };
}

function inRepository(repository: string): Concern {
  return {
    kind: 'repository',
    short: l10n.t('The folder lies in the repository {0}', plainLabel(repository, 60)),
    fact: l10n.t(
      'The folder lies in the repository {0}, so no private note is written there.',
      plainLabel(repository, 80),
    ),
    advice: l10n.t('Set “outloud.privateFolder” to a folder outside every repository.'),
  };
}

function open(): Concern {
  return {
    kind: 'open',
    short: l10n.t('Others on this machine can open the folder'),
    fact: l10n.t('Others on this machine can open the folder of your private notes.'),
    advice: l10n.t('Take their rights away: the notes stay as they are.'),
  };
}
