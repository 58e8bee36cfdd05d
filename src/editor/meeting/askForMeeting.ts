import { l10n, QuickPickItemKind, window, type QuickPickItem } from 'vscode';
import type { Desk } from '../../app/desk.ts';
import type { MeetingPartner } from '../../app/meeting/meetingPartners.ts';
import { kindsOfMeeting, meetingKinds, type MeetingKind } from '../../core/meeting/kinds.ts';
import { sideOf } from '../../core/meeting/meetingFacts.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import { personCalled } from '../../core/people/identity.ts';
import { sameHandle } from '../../core/people/leads.ts';
import { addDays, type Day } from '../../core/time/day.ts';
import { dayWords, weekdayWords } from '../../core/time/dayWords.ts';
import { typeDay } from '../support/typeDay.ts';

interface PartnerItem extends QuickPickItem {
  readonly partner?: MeetingPartner;
}

const title = (): string => l10n.t('Prepare One-to-One');

/** With whom. Enter takes who leads her, else whom she leads. */
export async function askForPartner(
  { me, team, clock }: Desk,
  partners: readonly MeetingPartner[],
): Promise<MeetingPartner | undefined> {
  const items = partners.map((partner): PartnerItem => ({
    label: `$(person) ${plainLabel(partner.person.name)}`,
    description: sideWords(partner),
    ...(partner.last && { detail: l10n.t('last time {0}', dayWords(partner.last.day, clock.today())) }),
    partner,
  }));
  const other: PartnerItem = { label: `$(add) ${l10n.t('Somebody else…')}` };
  const options = { title: title(), placeHolder: l10n.t('With whom?'), ignoreFocusOut: true };
  const picked = partners.length === 0 ? other : await window.showQuickPick([...items, other], options);
  if (picked !== other) return picked?.partner;
  const called = await window.showInputBox({
    title: title(),
    prompt: l10n.t('With whom? A name or a handle'),
    ignoreFocusOut: true,
    validateInput: text =>
      sameHandle(personCalled(text, team).handle, me.handle) ? l10n.t('A one-to-one takes two.') : undefined,
  });
  if (called === undefined || called.trim() === '') return undefined;
  const person = personCalled(called, team);
  return { person, side: sideOf(team, me.handle, person.handle) };
}

function sideWords({ side }: MeetingPartner): string {
  if (side === 'peer') return '';
  return side === 'led' ? l10n.t('leads you') : l10n.t('you lead');
}

/** When. Enter takes what is prepared already, else the day the team's cadence wants, else today. */
export async function askForDay(today: Day, { person, prepared, next }: MeetingPartner): Promise<Day | undefined> {
  const item = (label: string, day: Day) => ({ label, description: weekdayWords(day, today), day });
  const offers = [
    ...(prepared ? [item(l10n.t('Go on with what you prepared'), prepared.day)] : []),
    ...(next === undefined ? [] : [item(l10n.t('The next one, as the team has it'), next)]),
    item(l10n.t('Today'), today),
    item(l10n.t('Tomorrow'), addDays(today, 1)),
    item(l10n.t('Next week'), addDays(today, 7)),
  ];
  const once = offers.filter(({ day }, index) => offers.findIndex(each => each.day === day) === index);
  const other = { label: l10n.t('Another day…') };
  const picked = await window.showQuickPick<QuickPickItem & { day?: Day }>(
    [...once, { label: '', kind: QuickPickItemKind.Separator }, other],
    { title: title(), placeHolder: l10n.t('When do you meet {0}?', plainLabel(person.name)), ignoreFocusOut: true },
  );
  return picked === other ? typeDay({ title: title(), value: addDays(today, 2) }) : picked?.day;
}

/** What kind of meeting. Enter takes a regular one; what only the other may start is not offered. */
export async function askForKind({ side }: Pick<MeetingPartner, 'side'>): Promise<MeetingKind | undefined> {
  const kinds = meetingKinds
    .map(kind => kindsOfMeeting[kind])
    .filter(({ startedBy }) => startedBy !== 'person' || side !== 'leads');
  const picked = await window.showQuickPick(
    kinds.map(({ kind, title: label, says: detail }) => ({ label, detail, value: kind })),
    { title: title(), placeHolder: l10n.t('What kind of meeting?'), ignoreFocusOut: true },
  );
  return picked?.value;
}
