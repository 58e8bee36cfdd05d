import { l10n, QuickPickItemKind, ThemeIcon, window, type QuickPickItem } from 'vscode';
import type { ShareLook } from '../../app/share/shareNotes.ts';
import type { Notebook } from '../../app/shelf.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import type { NoteToShare } from '../../core/share/sharePlan.ts';
import { answerOf } from '../support/answerOf.ts';
import { openDocument } from '../support/openDocuments.ts';
import { showDifference } from './committedText.ts';
import { changeWords, reasonWords } from './sharingWords.ts';

interface NoteItem extends QuickPickItem {
  readonly note?: NoteToShare;
}

/** How many of the notes that stay are named. */
const mostNamed = 8;

/** Asks which notes to share: all are ticked, and each can be looked at first. Undefined for "not now". */
export function pickNotes(notebook: Notebook, look: ShareLook): Promise<readonly NoteToShare[] | undefined> {
  const picker = window.createQuickPick<NoteItem>();
  const items = look.notes.filter(({ isCommitted }) => !isCommitted).map(note => itemOf(notebook, note));
  picker.title = l10n.t('Share Notes');
  picker.placeholder = l10n.t('Enter shares what is ticked');
  picker.canSelectMany = true;
  picker.ignoreFocusOut = true;
  picker.matchOnDescription = true;
  picker.items = [...items, ...goingAlong(look), ...staying(look)];
  picker.selectedItems = items;
  picker.buttons = [showsNews]; // for the keyboard, which does not reach the buttons of the rows
  picker.onDidTriggerItemButton(({ item: { note } }) => {
    if (note) void showDifference(notebook, note);
  });
  picker.onDidTriggerButton(() => {
    const [{ note } = {}] = picker.activeItems;
    if (note) void showDifference(notebook, note);
  });
  return answerOf(picker, () => {
    const chosen = picker.selectedItems.flatMap(({ note }) => note ?? []);
    if (chosen.length > 0) return chosen;
    picker.hide();
    return undefined;
  });
}

const showsNews = { iconPath: new ThemeIcon('diff'), tooltip: l10n.t('Show What Is New') };

function itemOf(notebook: Notebook, note: NoteToShare): NoteItem {
  const isDirty = openDocument(notebook.shared.locate(note.path))?.isDirty === true;
  return {
    note,
    label: plainLabel(note.title, 100),
    description: changeWords(note),
    ...(isDirty && { detail: l10n.t('Its unsaved words stay here') }),
    buttons: [showsNews],
  };
}

/** What is committed already: a push takes all of it, so there is nothing to tick. */
function goingAlong({ notes }: ShareLook): readonly NoteItem[] {
  const titles = notes.filter(({ isCommitted }) => isCommitted).map(({ title }) => plainLabel(title, 60));
  const shown = [...titles.slice(0, mostNamed), ...(titles.length > mostNamed ? ['…'] : [])];
  return shown.map(title => separator(l10n.t('Committed already, goes along with a push · {0}', title)));
}

/** What is not shared, and why: to be read, not to be ticked. */
function staying({ keptBack }: ShareLook): readonly NoteItem[] {
  const lines = keptBack.slice(0, mostNamed).map(note => `${plainLabel(note.title, 60)}: ${reasonWords(note.reason)}`);
  const rest = keptBack.length > mostNamed ? ['…'] : [];
  return [...lines, ...rest].map(line => separator(l10n.t('Stays here · {0}', line)));
}

function separator(label: string): NoteItem {
  return { label, kind: QuickPickItemKind.Separator };
}
