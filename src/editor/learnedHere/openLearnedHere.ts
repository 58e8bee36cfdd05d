import { l10n, window, workspace, type QuickPickItem, type Uri } from 'vscode';
import type { LearnedAt } from '../../app/code/learnedHere.ts';
import type { CodeEntry } from '../../core/code/codeEntry.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import type { OutLoud } from '../outloud.ts';
import { openDocument } from '../support/openDocuments.ts';
import { entryWords } from './hereWords.ts';
import type { LearnedHere } from './learnedHere.ts';

/** What a caller of the command may already know. */
export interface HereAnswers {
  /** The file; the one in front where it is not given. */
  readonly uri: Uri;
  /** Counted from 1: only what was logged at the place nearest to it. */
  readonly line: number;
}

/** Opens what was logged at some code, asking which where there are several. Answers the note, or undefined for "not now". */
export async function openLearnedHere(
  outloud: OutLoud,
  here: LearnedHere,
  answers: Partial<HereAnswers>,
): Promise<Uri | undefined> {
  const uri = answers.uri ?? window.activeTextEditor?.document.uri;
  const document =
    uri?.scheme === 'file' ? (openDocument(uri.fsPath) ?? (await workspace.openTextDocument(uri))) : undefined;
  const [known, places] = await Promise.all([here.known(), document ? here.places(document) : []]);
  const entries = entriesAt(places, answers.line);
  if (!known || entries.length === 0) {
    void window.showInformationMessage(l10n.t('Nobody logged anything at this code yet.'));
    return undefined;
  }
  const entry = entries.length === 1 ? entries[0] : await pick(entries, known, outloud);
  if (!entry) return undefined;
  const note = outloud.uriOf(known.notebook, entry.place);
  await window.showTextDocument(note);
  return note;
}

function entriesAt(places: readonly LearnedAt[], line: number | undefined): readonly CodeEntry[] {
  if (line === undefined) return places.flatMap(({ entries }) => entries);
  const nearest = places.toSorted((a, b) => Math.abs(a.line - line) - Math.abs(b.line - line));
  return nearest.filter(place => place.line === nearest[0]?.line).flatMap(({ entries }) => entries);
}

async function pick(
  entries: readonly CodeEntry[],
  reader: NonNullable<Awaited<ReturnType<LearnedHere['known']>>>,
  { world }: OutLoud,
): Promise<CodeEntry | undefined> {
  const today = world.clock.today();
  const items = entries.map((entry): QuickPickItem & { readonly entry: CodeEntry } => ({
    label: plainLabel(entry.title),
    description: entryWords(entry, { ...reader, today }),
    entry,
  }));
  const title = l10n.t('What was learned here');
  return (await window.showQuickPick(items, { title, matchOnDescription: true }))?.entry;
}
