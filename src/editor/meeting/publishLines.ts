import type { Uri } from 'vscode';
import { commands, l10n, window, type QuickPickItem } from 'vscode';
import type { Desk } from '../../app/desk.ts';
import { Failure } from '../../app/failure.ts';
import * as verb from '../../app/meeting/publishLines.ts';
import type { PublishableLine } from '../../core/meeting/publishable.ts';
import type { PrivatePath } from '../../core/note/notePath.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import { personCalled } from '../../core/people/identity.ts';
import type { OutLoud } from '../outloud.ts';
import { confirmPublishing } from './confirmPublishing.ts';

/** What a caller may already know. */
export interface PublishAnswers {
  /** The private note; the one in front where it is not given. */
  readonly uri: Uri;
  /** Which lines, counted from 1. */
  readonly lines: readonly number[];
  /** Where they go; a promise of hers goes among her promises. */
  readonly to: verb.PublishPlace | 'promise';
  /** True where she saw the exact text already. */
  readonly publish: boolean;
}

/** Where a line is, for a person to choose. */
interface LineItem extends QuickPickItem {
  readonly line: PublishableLine;
}

/**
 * Publishes lines of a private note, chosen one by one, once she saw the exact text others will read. Answers the note they went into, or
 * undefined for "not now".
 */
export async function publishLines(outloud: OutLoud, answers: Partial<PublishAnswers>): Promise<Uri | undefined> {
  const desk = await outloud.deskWithNotes();
  if (!desk) return undefined;
  const uri = answers.uri ?? window.activeTextEditor?.document.uri;
  const path = uri && desk.notebook.private.pathOf(uri.fsPath);
  if (!uri || path === undefined)
    throw new Failure(l10n.t('Open one of your private notes first, such as a one-to-one, then choose its lines.'));
  const lines = await chosen(desk, path, { uri, ...answers });
  const to = lines && (answers.to ?? (await askForPlace(lines)));
  if (!lines || to === undefined) return undefined;
  if (to === 'promise') return publishPromises(lines, path);
  const publish = { from: path, words: lines.map(({ words }) => words), to, on: desk.clock.today() };
  const withYaml = { ...desk, yaml: await outloud.world.yaml() };
  const isSure = answers.publish ?? (await confirmPublishing(await verb.planPublishing(withYaml, publish)));
  if (!isSure) return undefined;
  const written = await verb.publishLines(withYaml, publish);
  window.setStatusBarMessage(l10n.t('$(broadcast) It is in your note. “Share Notes” brings it to the others.'), 8000);
  return outloud.uriOf(desk.notebook, { shelf: 'shared', path: written });
}

/** The lines she means: given, or picked from those of the selection, else of the whole note. None is ticked at first. */
async function chosen(
  desk: Desk,
  path: PrivatePath,
  { uri, lines }: Pick<PublishAnswers, 'uri'> & Partial<PublishAnswers>,
): Promise<readonly PublishableLine[] | undefined> {
  const all = await verb.linesToPublish(desk, path);
  if (lines) {
    const found = all.filter(({ line }) => lines.includes(line));
    if (found.length === lines.length) return found;
    throw new Failure(l10n.t('One of these lines can’t be published: it is dropped, a heading, or empty.'));
  }
  const selected = all.filter(({ line }) => isSelected(uri, line));
  const offered = selected.length > 0 ? selected : all;
  if (offered.length === 0) throw new Failure(l10n.t('There is nothing of yours in this note to publish yet.'));
  const items = offered.map((line): LineItem => ({
    label: plainLabel(line.words),
    description: whoseWords(desk, line),
    line,
  }));
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Publish Lines'),
    placeHolder: l10n.t('Which lines may others read? Everything else stays private.'),
    canPickMany: true,
    ignoreFocusOut: true,
  });
  return picked && picked.length > 0 ? picked.map(({ line }) => line) : undefined;
}

function isSelected(uri: Uri, line: number): boolean {
  const editor = window.activeTextEditor;
  if (editor?.document.uri.toString() !== uri.toString() || editor.selection.isEmpty) return false;
  return editor.selection.start.line < line && line <= editor.selection.end.line + 1;
}

function whoseWords({ team }: Desk, { whose, section, isPromise }: PublishableLine): string {
  const where = plainLabel(section, 60);
  if (whose === 'advocate') return `${where} · ${l10n.t('your advocate says it')}`;
  if (typeof whose === 'object')
    return `${where} · ${l10n.t('{0} said it', personCalled(whose.promisedBy, team).name)}`;
  return isPromise ? `${where} · ${l10n.t('your promise')}` : where;
}

/** Where they shall go. A promise of hers has a place of its own, which is offered first where all are promises. */
async function askForPlace(lines: readonly PublishableLine[]): Promise<PublishAnswers['to'] | undefined> {
  const isPromises = lines.every(({ isPromise }) => isPromise);
  const items: (QuickPickItem & { to: PublishAnswers['to'] })[] = [
    ...(isPromises
      ? [{ label: l10n.t('My promises'), detail: l10n.t('Others see when it is kept'), to: 'promise' as const }]
      : []),
    { label: l10n.t('My weekly note: Next week'), detail: l10n.t('What I plan'), to: 'nextWeek' },
    { label: l10n.t('My weekly note: Roadblocks'), detail: l10n.t('What I am stuck with'), to: 'roadblocks' },
    { label: l10n.t('My profile: Needs'), detail: l10n.t('What would help me'), to: 'need' },
  ];
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Publish Lines'),
    placeHolder: l10n.t('Where shall others read it? You see the exact text before anything is written.'),
    ignoreFocusOut: true,
  });
  return picked?.to;
}

/** Each promise on its own, with its exact line shown by the command that publishes promises. Answers where the last one went. */
async function publishPromises(lines: readonly PublishableLine[], path: PrivatePath): Promise<Uri | undefined> {
  if (!lines.every(({ isPromise }) => isPromise))
    throw new Failure(l10n.t('Only an open promise of yours goes among your promises.'));
  let went: Uri | undefined;
  for (const { words, line } of lines) {
    const promise = words.replace(/ 📅 \d{4}-\d{2}-\d{2}$/u, '');
    went = (await commands.executeCommand<Uri | undefined>('outloud.publishPromise', { promise, path, line })) ?? went;
  }
  return went;
}
