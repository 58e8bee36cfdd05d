import { CompletionItem, CompletionItemKind, extensions, type Range } from 'vscode';
import { offeredCommits } from '../../app/evidence/offeredCommits.ts';
import { blankAt, type Blank } from '../../core/mention/blank.ts';
import { namesForOthers } from '../../core/mention/names.ts';
import { offersFor, type Offer } from '../../core/mention/offers.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import type { OutLoud } from '../outloud.ts';
import { askedNote, rangeOf, readingFor, type Asked } from './askedNote.ts';

/** How the name at the cursor could go on. Where the place asks for none, nothing is looked up. */
export async function completions(outloud: OutLoud, asked: Asked): Promise<CompletionItem[] | undefined> {
  const { document, position, token } = asked;
  const text = document.getText();
  const blank = blankAt(text, document.offsetAt(position));
  if (!blank || (blank.wants === 'tag' && blank.form === 'mark' && isFoamHere())) return undefined;
  const note = await askedNote(outloud, document);
  if (!note || token.isCancellationRequested) return undefined;
  const { desk, place, names: all } = note;
  const names = place.shelf === 'private' ? all : namesForOthers(all);
  const commits = blank.wants === 'evidence' ? await offeredCommits(desk, readingFor(token).signal) : [];
  const range = rangeOf(document, blank.at);
  return offersFor(blank, names, { ...place, text, commits }).map((offer, index) => itemOf(offer, index, range));
}

/** Foam completes tags itself. */
function isFoamHere(): boolean {
  return extensions.getExtension('foam.foam-vscode') !== undefined;
}

function itemOf({ label, detail, insert, words = '', kind }: Offer, index: number, range: Range): CompletionItem {
  const shown = plainLabel(label) || plainLabel(insert);
  const item = new CompletionItem(shown, kindOf(kind));
  if (detail !== undefined && detail !== '') item.detail = plainLabel(detail, 160);
  item.insertText = insert;
  item.range = range;
  item.sortText = String(index).padStart(6, '0');
  item.filterText = `${insert.trim()} ${label} ${words} "${label} ${words}`.slice(0, 400);
  return item;
}

function kindOf(wants: Blank['wants']): CompletionItemKind {
  if (typeof wants === 'object') return CompletionItemKind.EnumMember;
  switch (wants) {
    case 'person':
      return CompletionItemKind.User;
    case 'tag':
      return CompletionItemKind.Keyword;
    case 'skill':
      return CompletionItemKind.Property;
    case 'commit':
      return CompletionItemKind.Event;
    case 'evidence':
    case 'note':
    case 'request':
      return CompletionItemKind.File;
    case 'goal':
    case 'objective':
    case 'vision':
      return CompletionItemKind.Reference;
  }
}
