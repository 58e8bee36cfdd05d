import { l10n } from 'vscode';
import type { DueOffer } from '../../core/goal/dueOffers.ts';

/** When an offered day is, in words that go on a sentence: `at the end of this quarter`. */
export function dueWords({ when }: DueOffer): string {
  switch (when) {
    case 'quarter':
      return l10n.t('at the end of this quarter');
    case 'nextQuarter':
      return l10n.t('at the end of next quarter');
    case 'threeMonths':
      return l10n.t('in three months');
    case 'nextMonth':
      return l10n.t('at the end of next month');
  }
}
