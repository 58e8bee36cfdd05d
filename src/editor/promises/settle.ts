import { l10n, window, type QuickPickItem, type Uri } from 'vscode';
import type { Desk } from '../../app/desk.ts';
import type { PromiseName } from '../../app/promise/ownPromise.ts';
import * as verb from '../../app/promise/settlePromise.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import { promiseDays } from '../../core/promise/dayOffers.ts';
import type { OpenPromise } from '../../core/promise/openPromises.ts';
import { parseDay, type Day } from '../../core/time/day.ts';
import { capitalized } from '../../core/work/plainText.ts';
import type { OutLoud } from '../outloud.ts';
import { answerOf } from '../support/answerOf.ts';
import { promiseDayWords } from '../support/promiseDayWords.ts';
import { pickPromise } from './pickPromise.ts';

export type KeepAnswers = PromiseName & { readonly day: Day };
export type CarryAnswers = PromiseName & { readonly to: Day };
export type DeclineAnswers = PromiseName & { readonly why: string };

/** How long the line that says what was done stays in the status bar, in milliseconds. */
const shown = 5000;

/** Ticks a promise of hers with its day. Answers the note it stands in. */
export async function keepPromise(outloud: OutLoud, answers: Partial<KeepAnswers>): Promise<Uri | undefined> {
  return settle(outloud, answers, l10n.t('Keep Promise'), async (desk, promise) => {
    await verb.keepPromise(desk, promise, answers.day);
    return l10n.t('$(check) Kept. It stays in its note with the day.');
  });
}

/** Carries a promise of hers to another day. Answers the note it stands in. */
export async function carryPromise(outloud: OutLoud, answers: Partial<CarryAnswers>): Promise<Uri | undefined> {
  return settle(outloud, answers, l10n.t('Carry Promise'), async (desk, promise) => {
    const to = answers.to ?? (await askForDay(promise, desk.clock.today()));
    if (to === undefined) return undefined;
    await verb.carryPromise(desk, promise, to);
    return l10n.t('$(calendar) Carried to {0}. The first day stays in its line.', to);
  });
}

/** Says no to a promise of hers, and why. Answers the note it stands in. */
export async function declinePromise(outloud: OutLoud, answers: Partial<DeclineAnswers>): Promise<Uri | undefined> {
  return settle(outloud, answers, l10n.t('Decline Promise'), async (desk, promise) => {
    const why = answers.why ?? (await askWhy(promise));
    if (why === undefined) return undefined;
    await verb.declinePromise(desk, promise, why);
    return l10n.t('$(circle-slash) Declined. The reason stands in its line.');
  });
}

/** Does something with one promise, which says in a line what was done, or nothing for "not now". */
async function settle(
  outloud: OutLoud,
  name: Partial<PromiseName>,
  title: string,
  work: (desk: Desk, promise: OpenPromise) => Promise<string | undefined>,
): Promise<Uri | undefined> {
  const desk = await outloud.deskWithNotes();
  const none = l10n.t('You have no open promise.');
  const promise = desk && (await pickPromise(desk, name, { title, none }));
  const done = promise && (await work(desk, promise));
  if (!desk || !promise || done === undefined) return undefined;
  window.setStatusBarMessage(done, shown);
  return outloud.uriOf(desk.notebook, promise.place);
}

/** The new day: one of some, or one she types. */
async function askForDay({ text, due }: OpenPromise, today: Day): Promise<Day | undefined> {
  const pick = window.createQuickPick<QuickPickItem & { readonly day?: Day }>();
  const offers = promiseDays(today).map(offer => ({
    label: capitalized(promiseDayWords(offer)),
    description: offer.day,
    day: offer.day,
  }));
  pick.title = plainLabel(text, 80);
  pick.placeholder =
    due === undefined
      ? l10n.t('By when? Choose, or type a day such as 2026-12-18')
      : l10n.t('By when? So far {0}. Choose, or type a day such as 2026-12-18', due);
  pick.ignoreFocusOut = true;
  pick.items = offers;
  pick.onDidChangeValue(typed => {
    const day = parseDay(typed.trim());
    pick.items = day === undefined ? offers : [typedItem(day, today), ...offers];
  });
  return answerOf(pick, () => {
    const typed = parseDay(pick.value.trim()); // the list may not show it yet
    if (typed === undefined) return pick.activeItems[0]?.day;
    return typed < today ? undefined : typed;
  });
}

/** A day she typed. One that is over says so, and Enter waits for another. */
function typedItem(day: Day, today: Day): QuickPickItem & { readonly day?: Day } {
  if (day < today) return { label: l10n.t('{0} is over. Choose a day that is still to come.', day), alwaysShow: true };
  return { label: day, alwaysShow: true, day };
}

function askWhy({ text, isPublished }: OpenPromise): Thenable<string | undefined> {
  return window.showInputBox({
    title: plainLabel(text, 80),
    prompt: isPublished
      ? l10n.t('Why not? A few words; whoever waits for it reads them and can go another way.')
      : l10n.t('Why not? A few words for your own note.'),
    ignoreFocusOut: true,
    validateInput: why => (why.trim() === '' ? l10n.t('A few words are enough.') : undefined),
  });
}
