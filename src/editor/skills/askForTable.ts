import { env, l10n, window, workspace, type Uri } from 'vscode';
import { Failure } from '../../app/failure.ts';
import { pickOne } from './pick.ts';

/** The largest table that is read, in bytes: far more than any team has skills. */
const largest = 1024 * 1024;

/** Asks where the table is: in the text in front, on the clipboard, or in a file. Answers its text. */
export async function askForTable(): Promise<string | undefined> {
  const title = l10n.t('Import Skills');
  const inFront = textInFront();
  const front = { label: l10n.t('From the text in front'), description: l10n.t('a markdown table, or a CSV') };
  const clipboard = { label: l10n.t('From the clipboard'), description: l10n.t('copied from a sheet') };
  const file = { label: l10n.t('From a file…'), description: '.csv, .tsv, .md' };
  const items = inFront === undefined ? [clipboard, file] : [front, clipboard, file];
  const picked = await pickOne(items, { title, placeholder: l10n.t('Where are the skills now?') });
  if (picked === front) return inFront;
  if (picked === clipboard) return env.clipboard.readText();
  if (picked !== file) return undefined;
  const [uri] =
    (await window.showOpenDialog({ title, filters: { [l10n.t('Tables')]: ['csv', 'tsv', 'txt', 'md'] } })) ?? [];
  return uri && tableIn(uri);
}

/**
 * The text of a file.
 *
 * @throws Failure where it is no UTF-8 text, or too large
 */
export async function tableIn(uri: Uri): Promise<string> {
  const bytes = await workspace.fs.readFile(uri);
  if (bytes.length > largest) throw new Failure(l10n.t('This file is larger than 1 MiB. Is it the table of skills?'));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Failure(l10n.t('This file is not UTF-8 text. Save it as “CSV UTF-8”, then try again.'), { cause });
  }
}

/** What is selected in the editor in front, else its whole text, where it may hold a table. */
function textInFront(): string | undefined {
  const editor = window.activeTextEditor;
  if (!editor) return undefined;
  const { document, selection } = editor;
  const text = document.getText(selection.isEmpty ? undefined : selection);
  return /[|,;\t]/.test(text) && text.length <= largest ? text : undefined;
}
