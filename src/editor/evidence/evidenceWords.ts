import { l10n } from 'vscode';
import type { CheckedRef } from '../../app/evidence/checkEvidence.ts';
import type { Replacement } from '../../app/evidence/findReplacement.ts';
import { historyLabel, refLabel } from '../../core/evidence/printEvidence.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';

/** What is to be said about a reference in a goal's evidence; undefined where all is well, or nobody can tell. */
export function evidenceWords({ ref, verdict }: Pick<CheckedRef, 'ref' | 'verdict'>): string | undefined {
  const name = plainLabel(refLabel(ref), 80);
  switch (verdict.state) {
    case 'verified':
    case 'cannotTell':
      return undefined;
    case 'unreachable':
      return l10n.t('No branch leads to {0} any more: it was rebased or squashed, or its branch is gone.', name);
    case 'unknownCommit':
      return l10n.t('There is no {0} here. Perhaps it was not fetched yet, or is gone since a rebase.', name);
    case 'ambiguous':
      return l10n.t('{0} could mean several commits. A few more digits tell which.', name);
    case 'repositoryUnknown':
      return l10n.t('The repository of {0} is not open in this window, so it can’t be checked here.', name);
    case 'fileGone':
      return l10n.t('That commit has no such file: {0}.', name);
    case 'noteGone':
      return l10n.t('The note that is linked here is gone.');
    case 'notHers': {
      const author = plainLabel(verdict.author.name, 60) || l10n.t('Somebody else');
      return verdict.part === 'reviewer'
        ? l10n.t('{0} wrote this and you reviewed it. Say so in the claim, and it shows just that.', author)
        : l10n.t('{0} wrote this. Where you had a hand in it, say which in the claim.', author);
    }
  }
}

/** What a quick fix would do. */
export function replacementWords({ ref, isSame, branch }: Replacement): string {
  const name = plainLabel(historyLabel(ref), 80);
  if (!isSame) return l10n.t('Use {0}, which has this change in it', name);
  return branch === undefined
    ? l10n.t('Use {0}, the same change on the main line', name)
    : l10n.t('Use {0}, the same change on {1}', name, plainLabel(branch, 60));
}
