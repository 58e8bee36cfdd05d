import { env, l10n, window, workspace, type QuickPickItem } from 'vscode';
import type { Desk } from '../../app/desk.ts';
import * as verb from '../../app/promise/draftBoundary.ts';
import { promiseDays } from '../../core/promise/dayOffers.ts';
import type { Day } from '../../core/time/day.ts';
import { capitalized } from '../../core/work/plainText.ts';
import type { OutLoud } from '../outloud.ts';
import { othersToPick } from '../support/othersToPick.ts';
import { promiseDayWords } from '../support/promiseDayWords.ts';

/**
 * Shows a kind reply to a request for her time in a new editor, in no file, to be changed, copied and sent by her. Answers the text.
 *
 * @param answers what is known of the request; nothing is asked where it says what is requested
 */
export async function draftBoundary(outloud: OutLoud, answers: Partial<verb.AskedTime>): Promise<string | undefined> {
  const desk = await outloud.deskWithNotes();
  if (!desk) return undefined;
  const asked = answers.request === undefined ? await ask(desk, answers) : answers;
  if (!asked) return undefined;
  const text = await verb.draftBoundary(desk, asked);
  const document = await workspace.openTextDocument({ language: 'markdown', content: text });
  await window.showTextDocument(document);
  void offerCopy(() => document.getText());
  return text;
}

async function ask(desk: Desk, { from, by }: Partial<verb.AskedTime>): Promise<verb.AskedTime | undefined> {
  const title = l10n.t('Draft a Kind Reply');
  const request = await window.showInputBox({
    title: `${title} (1/3)`,
    prompt: l10n.t('What are you asked for? It stands in the reply; nothing is sent.'),
    placeHolder: l10n.t('a talk about Postgres locks'),
    ignoreFocusOut: true,
  });
  if (request === undefined) return undefined;
  const who = from ?? (await askWho(desk, `${title} (2/3)`));
  if (who === undefined) return undefined;
  const when = by ?? (await askWhen(desk.clock.today(), `${title} (3/3)`));
  if (when === undefined) return undefined;
  return { request, from: who, ...(when !== '' && { by: when }) };
}

/** An empty text for nobody in particular. */
async function askWho(desk: Desk, title: string): Promise<string | undefined> {
  const items = [...(await othersToPick(desk)), { label: l10n.t('Somebody else'), handle: '' }];
  return (await window.showQuickPick(items, { title, placeHolder: l10n.t('Who asks?'), ignoreFocusOut: true }))?.handle;
}

/** An empty text where no day was said. */
async function askWhen(today: Day, title: string): Promise<Day | '' | undefined> {
  const items: (QuickPickItem & { readonly by: Day })[] = [
    { label: l10n.t('Nobody said by when'), by: '' },
    ...promiseDays(today).map(offer => ({
      label: capitalized(promiseDayWords(offer)),
      description: offer.day,
      by: offer.day,
    })),
  ];
  return (await window.showQuickPick(items, { title, placeHolder: l10n.t('By when?'), ignoreFocusOut: true }))?.by;
}

async function offerCopy(text: () => string): Promise<void> {
  const copy = l10n.t('Copy It');
  const answer = await window.showInformationMessage(
    l10n.t('Change it as you like. It stands in no file, and nothing was sent.'),
    copy,
  );
  if (answer === copy) await env.clipboard.writeText(text());
}
