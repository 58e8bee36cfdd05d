import { l10n } from 'vscode';
import type { PublishingObstacle, SharingRefused } from '../../app/share/noteSharing.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import type { KeptBackReason, NoteKeptBack, NoteToShare } from '../../core/share/sharePlan.ts';

/** What is new about a note, behind its name. */
export function changeWords({ change }: NoteToShare): string {
  switch (change) {
    case 'new':
      return l10n.t('new');
    case 'changed':
      return l10n.t('changed');
    case 'deleted':
      return l10n.t('removed');
  }
}

/** Why a note stays where it is, in a few words. */
export function reasonWords(reason: KeptBackReason): string {
  switch (reason) {
    case 'private':
      return l10n.t('it is private');
    case 'unreadable':
      return l10n.t('its top can’t be read');
    case 'refused':
      return l10n.t('it is no plain note');
    case 'conflict':
      return l10n.t('two versions meet in it');
    case 'ignored':
      return l10n.t('git is told to ignore it');
    case 'twin':
      return l10n.t('another note has its name but for capitals');
    case 'filtered':
      return l10n.t('git passes it through a program');
  }
}

/** Why a note stays where it is, with what can be done. */
export function keptBackWords({ title, reason, by = '.gitignore' }: NoteKeptBack): string {
  const name = plainLabel(title, 80);
  switch (reason) {
    case 'private':
      return l10n.t('“{0}” is private, so it is not shared. Take “private” out of it where others may read it.', name);
    case 'unreadable':
      return l10n.t(
        'The top of “{0}” can’t be read, so it is not shared. The mark at its line says what to mend.',
        name,
      );
    case 'refused':
      return l10n.t('“{0}” is no plain note (too large, a link, or not UTF-8), so it is not shared.', name);
    case 'conflict':
      return l10n.t('Two versions meet in “{0}”. Choose between them in the note, then share it.', name);
    case 'ignored':
      return l10n.t(
        'Git is told to ignore “{0}”, so it is not shared. Take the line out that says so, then share it: {1}',
        name,
        plainLabel(by, 100),
      );
    case 'twin':
      return l10n.t(
        'Another note has the name of “{0}” but for capitals, and many machines can’t hold both. Rename one, then share it.',
        name,
      );
    case 'filtered':
      return l10n.t(
        'Git passes “{0}” through a program, to encrypt it for instance, so it is not shared from here. Commit it with git.',
        name,
      );
  }
}

/** What stands in the way of sharing, and the way on. */
export function obstacleWords({ why, detail: raw }: SharingRefused): string {
  const detail = plainLabel(raw, 200);
  switch (why) {
    case 'no-repository':
      return l10n.t(
        'These notes lie in no git repository, so there is nowhere to share them. Run “git init” around them first.',
      );
    case 'no-git':
      return l10n.t('Git was not found, or is too old. Install git 2.38 or newer, then share your notes.');
    case 'unsafe':
      return l10n.t('{0} belongs to somebody else on this machine, so git does not touch it.', detail);
    case 'merging':
      return l10n.t('A merge is under way in this repository. Finish or abort it, then share your notes.');
    case 'rebasing':
      return l10n.t('A rebase is under way in this repository. Finish or abort it, then share your notes.');
    case 'picking':
      return l10n.t(
        'A cherry-pick or revert is under way in this repository. Finish or abort it, then share your notes.',
      );
    case 'bisecting':
      return l10n.t('A bisect is under way in this repository. End it with “git bisect reset”, then share your notes.');
    case 'unmerged':
      return l10n.t('Two versions of a file meet in this repository. Choose between them, then share your notes.');
    case 'locked':
      return l10n.t(
        'Another git is at work here, or was ended and left its lock behind. Try again in a moment; where none is running, delete {0}.',
        detail,
      );
    case 'detached':
      return l10n.t(
        'No branch is checked out, and a commit could get lost. Check out a branch, then share your notes.',
      );
    case 'no-identity':
      return l10n.t('Git does not know who you are. Set user.name and user.email, then share your notes.');
    case 'hook':
      return l10n.t(
        'A hook of this repository said no, so nothing was committed. Mend what it asks for, then share again. {0}',
        detail,
      );
    case 'hook-changed':
      return l10n.t(
        'A hook put other files into the commit ({0}), so nothing was committed. Commit your notes with git.',
        detail,
      );
    case 'signature':
      return l10n.t(
        'The commit could not be signed ({0}), so nothing was committed. Commit something by hand to see why.',
        detail,
      );
    case 'moved':
      return l10n.t('Something changed while your notes were shared, so nothing was committed. Share them again.');
    case 'failed':
      return l10n.t(
        'Git did not do it, and nothing was committed. Your notes are where they were. Try “git status” in a terminal.',
      );
    default:
      return publishingWords(why, detail);
  }
}

/** What stands in the way of pushing what is committed already, and the way on. */
export function pushWords(refused: SharingRefused): string {
  const { why, detail } = refused;
  if (why === 'moved')
    return l10n.t(
      'Your notes are committed. Something changed while they were pushed, so nothing was pushed: share them again.',
    );
  const isAboutCommit = ['hook', 'hook-changed', 'signature', 'failed'].includes(why);
  return isAboutCommit ? publishingWords('not-pushed', plainLabel(detail, 200)) : obstacleWords(refused);
}

/** Why notes that are committed did not get further. */
function publishingWords(why: PublishingObstacle, detail: string): string {
  switch (why) {
    case 'no-remote':
      return l10n.t(
        'Your notes are committed. This repository has no remote to push them to: add one, then share again.',
      );
    case 'choose-remote':
      return l10n.t(
        'Your notes are committed. There are several remotes ({0}): set remote.pushDefault to the one you mean.',
        detail,
      );
    case 'no-upstream':
      return l10n.t(
        'Your notes are committed. The remote has another branch {0}: let yours follow it, then share again.',
        detail,
      );
    case 'rejected':
      return l10n.t('Your notes are committed. Others kept pushing at the same time: share again in a moment.');
    case 'protected':
      return l10n.t(
        'Your notes are committed. Nobody may push to {0} directly: push them on a branch of your own, as you do with code.',
        detail,
      );
    case 'turned-down':
      return detail === ''
        ? l10n.t('Your notes are committed. The remote did not take them: push by hand to see why.')
        : l10n.t('Your notes are committed. The remote did not take them: {0}', detail);
    case 'offline':
      return l10n.t('Your notes are committed. The remote could not be reached: share again when you are online.');
    case 'no-access':
      return l10n.t(
        'Your notes are committed. The remote did not let you in: sign in with git once, then share again.',
      );
    case 'other-changes':
      return l10n.t(
        'Your notes are committed. Other changes of yours stand in the way of a pull: commit or stash them, then share again.',
      );
    case 'conflict':
      return l10n.t('Somebody changed the same lines. Choose in the merge editor which to keep, then share again.');
    case 'push-hook':
      return detail === ''
        ? l10n.t(
            'Your notes are committed. A pre-push hook of this repository said no: push by hand to see what it wants.',
          )
        : l10n.t('Your notes are committed. A pre-push hook of this repository said no: {0}', detail);
    case 'no-editor-git':
      return l10n.t(
        'Your notes are committed. The editor’s own git is switched off, so they are not pushed: push them in a terminal.',
      );
    case 'not-pushed':
      return detail === ''
        ? l10n.t('Your notes are committed. Pushing them did not work: push by hand to see why.')
        : l10n.t('Your notes are committed. Pushing them did not work ({0}): push by hand to see why.', detail);
  }
}
