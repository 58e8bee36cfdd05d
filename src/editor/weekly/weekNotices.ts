import { l10n } from 'vscode';
import type { WeekNotice } from '../../app/week/writeWeek.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import type { HistoryNotice } from '../../core/work/commit.ts';
import { problemWords } from '../support/problemWords.ts';
import { isWorkspaceTrusted } from '../support/trust.ts';

/** What stood in the way of a whole note, in sentences, each once. Nothing where nothing did. */
export function noticeWords(notices: readonly WeekNotice[]): readonly string[] {
  return [...new Set(notices.flatMap(notice => wordsOf(notice) ?? []))];
}

function wordsOf(notice: WeekNotice): string | undefined {
  switch (notice.code) {
    case 'no-history':
      return isWorkspaceTrusted()
        ? l10n.t('There is no git repository here, so the note tells what your notes say.')
        : l10n.t('Git was not asked, as this workspace is in Restricted Mode. The note tells what your notes say.');
    case 'history':
      return historyWords(notice.notice);
    case 'template':
    case 'part':
      return problemWords(notice.problem);
    case 'plans':
      return l10n.t(
        'The plans of week {0} could not be carried over. They are still there.',
        Number(notice.week.slice(6)),
      );
  }
}

function historyWords({ code, repo }: HistoryNotice): string | undefined {
  const name = plainLabel(repo, 60);
  switch (code) {
    case 'shallow':
      return l10n.t('{0} is a shallow clone: older commits are missing.', name);
    case 'reftable':
      return l10n.t('{0} keeps its branches in a way this git can’t read. A newer git can.', name);
    case 'unreadable':
      return l10n.t('{0} could not be read.', name);
    case 'unsafe':
      return l10n.t('{0} belongs to somebody else on this machine, so git does not read it.', name);
    case 'cut':
      return l10n.t('{0} has more commits in that week than are looked at.', name);
    case 'git-missing':
      return l10n.t('Git was not found, so the note tells what your notes say. Install git 2.38 or newer.');
    case 'git-too-old':
      return l10n.t('This git is too old, so the note tells what your notes say. Install git 2.38 or newer.');
    case 'blobless':
    case 'treeless':
    case 'no-commits':
      return undefined; // the note is none the worse for it
  }
}
