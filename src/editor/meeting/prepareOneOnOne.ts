import { l10n, Selection, window, workspace, type Uri } from 'vscode';
import { Failure } from '../../app/failure.ts';
import { meetingPartners, type MeetingPartner } from '../../app/meeting/meetingPartners.ts';
import * as verb from '../../app/meeting/prepareOneOnOne.ts';
import type { Desk } from '../../app/desk.ts';
import { kindsOfMeeting, meetingKinds, type MeetingKind } from '../../core/meeting/kinds.ts';
import { sideOf } from '../../core/meeting/meetingFacts.ts';
import { placeToWrite } from '../../core/meeting/printMeeting.ts';
import { personCalled } from '../../core/people/identity.ts';
import { sameHandle } from '../../core/people/leads.ts';
import type { Day } from '../../core/time/day.ts';
import type { OutLoud } from '../outloud.ts';
import { openDocument } from '../support/openDocuments.ts';
import { withProgress } from '../support/withProgress.ts';
import { askForAdvocate } from './askForAdvocate.ts';
import { askForDay, askForKind, askForPartner } from './askForMeeting.ts';

/** What a caller may already know. */
export interface MeetingAnswers {
  /** A handle, a name or an e-mail. */
  readonly with: string;
  /** `2026-11-24`. */
  readonly date: Day;
  readonly kind: MeetingKind;
  /** Who speaks for her in an autonomy-support meeting: a handle, a name or an e-mail; empty for nobody. */
  readonly advocate: string;
}

/** Prepares a one-to-one, asking for what is not given, and opens its note where she goes on writing. Answers the note, or undefined for "not now". */
export async function prepareOneOnOne(outloud: OutLoud, answers: Partial<MeetingAnswers>): Promise<Uri | undefined> {
  if (answers.kind !== undefined && !meetingKinds.includes(answers.kind))
    throw new Failure(l10n.t('“{0}” is no kind of meeting. Take one of {1}.', answers.kind, meetingKinds.join(', ')));
  const desk = await outloud.desk();
  const meeting = desk && (await askFor(desk, answers));
  if (!meeting) return undefined;
  const path = await withProgress(l10n.t('Preparing your one-to-one…'), (signal, progress) =>
    verb.prepareOneOnOne(desk, { ...meeting, signal, progress }),
  );
  const uri = outloud.uriOf(desk.notebook, { shelf: 'private', path });
  await goOn(uri);
  return uri;
}

/** With whom, when and what for; undefined for "not now". Where the note of that day is there, its kind is known. */
async function askFor(
  desk: Desk,
  { with: called, date, kind, advocate }: Partial<MeetingAnswers>,
): Promise<Pick<verb.OneOnOneOptions, 'with' | 'day' | 'kind' | 'advocate'> | undefined> {
  const partners = await meetingPartners(desk);
  const partner = called === undefined ? await askForPartner(desk, partners) : partnerCalled(desk, partners, called);
  if (!partner) return undefined;
  const day = date ?? (await askForDay(desk.clock.today(), partner));
  if (day === undefined) return undefined;
  const isThere = [partner.prepared, partner.last].some(meeting => meeting?.day === day);
  const wanted = kind ?? (isThere ? 'regular' : await askForKind(partner));
  const other = partner.person.handle;
  const isHers = !isThere && wanted !== undefined && kindsOfMeeting[wanted].startedBy === 'person';
  const speaker = advocate ?? (isHers && partner.side !== 'leads' ? await askForAdvocate(desk, other) : '');
  if (wanted === undefined || speaker === undefined) return undefined;
  return { with: other, day, kind: wanted, advocate: speaker };
}

function partnerCalled(
  { me, team }: Desk,
  partners: readonly MeetingPartner[],
  called: string,
): Pick<MeetingPartner, 'person' | 'side' | 'prepared' | 'last' | 'next'> {
  const person = personCalled(called, team);
  const known = partners.find(({ person: { handle } }) => sameHandle(handle, person.handle));
  return known ?? { person, side: sideOf(team, me.handle, person.handle) };
}

/** Opens the note with the cursor where something waits to be written. */
async function goOn(uri: Uri): Promise<void> {
  const document = openDocument(uri.fsPath) ?? (await workspace.openTextDocument(uri));
  const line = document.lineAt(document.positionAt(placeToWrite(document.getText())));
  await window.showTextDocument(document, {
    preview: false,
    selection: new Selection(line.range.end, line.range.end),
  });
}
