import { l10n, window, type QuickPickItem } from 'vscode';
import type { SomebodyToAsk } from '../../app/feedback/whomToAsk.ts';
import type { Desk } from '../../app/desk.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import { personCalled } from '../../core/people/identity.ts';
import { sameHandle } from '../../core/people/leads.ts';
import { title } from './askAbout.ts';
import { reasonWords } from './reasonWords.ts';

interface WhomItem extends QuickPickItem {
  readonly somebody?: SomebodyToAsk;
}

/** Without a team a history may know thousands. */
const most = 60;

/** Whom to ask, each with the reasons; the first is ticked. Somebody nobody thought of can be typed. */
export async function askWhom(
  desk: Desk,
  people: readonly SomebodyToAsk[],
): Promise<readonly SomebodyToAsk[] | undefined> {
  const now = { today: desk.clock.today(), zone: desk.clock.zone };
  const items = people.slice(0, most).map((somebody, index): WhomItem => {
    const reasons = somebody.reasons.map(reason => reasonWords(reason, now));
    return { label: plainLabel(somebody.name, 60), description: reasons.join(' · '), picked: index === 0, somebody };
  });
  const other: WhomItem = { label: `$(add) ${l10n.t('Somebody else…')}` };
  const options = {
    title: title(),
    placeHolder: l10n.t('Whom do you ask? Space ticks, Enter goes on'),
    canPickMany: true,
    ignoreFocusOut: true,
    matchOnDescription: true,
  } as const;
  const picked = items.length === 0 ? [other] : await window.showQuickPick([...items, other], options);
  if (!picked) return undefined;
  const chosen = picked.flatMap(({ somebody }) => somebody ?? []);
  if (chosen.length > 0 && !picked.includes(other)) return chosen;
  const typed = await typeNames(desk);
  return typed && [...chosen, ...typed.filter(({ handle }) => !chosen.some(each => sameHandle(each.handle, handle)))];
}

async function typeNames({ team, me }: Desk): Promise<readonly SomebodyToAsk[] | undefined> {
  const named = (text: string) =>
    text
      .split(',')
      .map(each => each.trim().replace(/^@/, ''))
      .filter(each => each !== '')
      .map(each => personCalled(each, team))
      .filter(({ handle }) => !sameHandle(handle, me.handle));
  const answer = await window.showInputBox({
    title: title(),
    prompt: l10n.t('Whom do you ask? Names or handles, with commas between'),
    ignoreFocusOut: true,
    validateInput: text => (named(text).length === 0 ? l10n.t('A request needs somebody else.') : undefined),
  });
  return answer === undefined ? undefined : named(answer).map(({ handle, name }) => ({ handle, name, reasons: [] }));
}
