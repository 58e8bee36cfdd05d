import { commands, l10n, Uri } from 'vscode';
import type { Notebook } from '../../app/shelf.ts';
import type { NoteToShare } from '../../core/share/sharePlan.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import type { OutLoud } from '../outloud.ts';

const scheme = 'outloud-committed';

/** What stood in a note at the last commit, for an editor that only shows it. */
export async function committedTextAt(outloud: OutLoud, uri: Uri): Promise<string> {
  if (uri.query === 'nothing') return '';
  const notebook = await outloud.notebooks.holding(uri.fsPath);
  const path = notebook?.shared.pathOf(uri.fsPath);
  const sharing = notebook && (await outloud.sharing(notebook));
  if (path === undefined) return '';
  return (await sharing?.committedText(path)) ?? '';
}

/** Opens what would be shared of a note beside what was committed, and leaves the keyboard where it is. */
export async function showDifference(notebook: Notebook, { path, title, change }: NoteToShare): Promise<void> {
  const file = Uri.file(notebook.shared.locate(path));
  const nothing = file.with({ scheme, query: 'nothing' });
  const before = change === 'new' ? nothing : file.with({ scheme, query: 'committed' });
  const after = change === 'deleted' ? nothing : file;
  await commands.executeCommand(
    'vscode.diff',
    before,
    after,
    l10n.t('{0} (what would be shared)', plainLabel(title, 80)),
    {
      preview: true,
      preserveFocus: true,
    },
  );
}
