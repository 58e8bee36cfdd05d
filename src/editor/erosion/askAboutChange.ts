import { l10n, window, type QuickPickItem } from 'vscode';
import type { Shrunk } from '../../app/erosion/erosionsOf.ts';
import { erosionText } from '../../core/erosion/erosion.ts';
import type { Feeling } from '../../core/erosion/reflection.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import { addDays, type Day } from '../../core/time/day.ts';

/** What is done about a change: nothing, too, is something. */
export interface WhatNow {
  readonly then: 'open' | 'restore' | 'watch' | 'nothing';
  readonly until?: Day;
}

/** After how many weeks a pattern can be looked at again. */
const watched = [2, 4, 8] as const;

/** Which of several is looked at; the only one without a question. */
export async function pickOne(found: readonly Shrunk[]): Promise<Shrunk | undefined> {
  if (found.length < 2) return found[0];
  const items = found.map(shrunk => ({
    label: plainLabel(shrunk.title),
    description: plainLabel(shrunk.erosions.map(erosionText).join(' · ')),
    shrunk,
  }));
  const picked = await window.showQuickPick(items, { placeHolder: l10n.t('Which change?') });
  return picked?.shrunk;
}

/** The one question. Esc and "not now" leave it open. */
export async function askHowItFeels(shrunk: Shrunk): Promise<Feeling | undefined> {
  const items: (QuickPickItem & { readonly felt?: Feeling })[] = [
    { label: l10n.t('$(flame) Energised'), detail: l10n.t('This fits me better. I want it.'), felt: 'energised' },
    { label: l10n.t('$(pulse) Anxious'), detail: l10n.t('I let go of something I still want.'), felt: 'anxious' },
    { label: l10n.t('Not now') },
  ];
  const picked = await window.showQuickPick(items, {
    title: plainLabel(shrunk.erosions.map(erosionText).join(' · '), 200),
    placeHolder: l10n.t('How does it feel? The answer is for you alone.'),
    ignoreFocusOut: true,
  });
  return picked?.felt;
}

/** What follows from it. */
export async function askWhatNow({ goal, title }: Shrunk, today: Day): Promise<WhatNow | undefined> {
  const items: (QuickPickItem & { readonly now: WhatNow })[] = [
    { label: l10n.t('$(edit) Open it and act now'), now: { then: 'open' } },
    ...(goal === undefined
      ? []
      : [{ label: l10n.t('$(discard) Put back what it said'), now: { then: 'restore' as const } }]),
    ...watched.map(weeks => ({
      label: l10n.t('$(eye) Look again in {0} weeks', weeks),
      description: addDays(today, weeks * 7),
      now: { then: 'watch' as const, until: addDays(today, weeks * 7) },
    })),
    { label: l10n.t('That is all'), now: { then: 'nothing' } },
  ];
  const picked = await window.showQuickPick(items, {
    title: plainLabel(title),
    placeHolder: l10n.t('What shall follow from it?'),
    ignoreFocusOut: true,
  });
  return picked?.now;
}
