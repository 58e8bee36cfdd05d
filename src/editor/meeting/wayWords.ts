import { l10n } from 'vscode';
import type { PointWay } from '../../core/meeting/points.ts';

/** What may become of a point, above its line and as a whole sentence. */
export function wayWords(way: PointWay): { readonly short: string; readonly whole: string } {
  switch (way) {
    case 'I say':
      return { short: l10n.t('I say it'), whole: l10n.t('I say it myself') };
    case 'Advocate says':
      return { short: l10n.t('Advocate says it'), whole: l10n.t('My advocate says it') };
    case 'Drop':
      return { short: l10n.t('Drop'), whole: l10n.t('Drop it: it never leaves this note') };
  }
}
