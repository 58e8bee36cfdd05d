import { l10n } from 'vscode';
import type { PromiseDay } from '../../core/promise/dayOffers.ts';

/** When an offered day is, in words. */
export function promiseDayWords({ when }: PromiseDay): string {
  switch (when) {
    case 'week':
      return l10n.t('in a week');
    case 'twoWeeks':
      return l10n.t('in two weeks');
    case 'month':
      return l10n.t('in a month');
  }
}
