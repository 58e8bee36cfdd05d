import { l10n, window, workspace, WorkspaceEdit, type Uri } from 'vscode';
import { Failure } from '../../app/failure.ts';
import * as verb from '../../app/places/moveToPrivate.ts';
import type { OutLoud } from '../outloud.ts';

/** What a caller may already know. */
export interface MoveAnswers {
  /** The note; the one in front where it is not given. */
  readonly uri: Uri;
}

/** Moves a private note that lies among the shared ones to the private folder and opens it there. Answers where that is. */
export async function moveToPrivate(
  outloud: OutLoud,
  { uri = window.activeTextEditor?.document.uri }: Partial<MoveAnswers>,
): Promise<Uri | undefined> {
  const desk = await outloud.deskWithNotes();
  if (!desk) return undefined;
  const notebook = uri && (await outloud.notebooks.holding(uri.fsPath));
  const path = notebook?.shared.pathOf(uri?.fsPath ?? '');
  if (!uri || !notebook || path === undefined)
    throw new Failure(l10n.t('Open a note of the shared folder first, then move it.'));
  const moved = await verb.moveToPrivate(
    { notebook, me: desk.me },
    { path, yaml: await outloud.world.yaml(), sharing: await outloud.sharing(notebook), remove: () => remove(uri) },
  );
  const to = outloud.uriOf(notebook, { shelf: 'private', path: moved.path });
  await window.showTextDocument(to);
  tell(moved);
  return to;
}

/** Through the editor, so that a document with unsaved words is closed with its file. */
async function remove(uri: Uri): Promise<boolean> {
  const edit = new WorkspaceEdit();
  edit.deleteFile(uri, { ignoreIfNotExists: true });
  return workspace.applyEdit(edit);
}

function tell({ isCommitted }: verb.Moved): void {
  if (isCommitted === true)
    void window.showWarningMessage(
      l10n.t(
        'The note is in your private folder now. But it was committed before, and git’s history keeps it: whoever has the repository can read it there. Share your notes, so that it is gone from now on. To have it taken out of the history, ask whoever looks after the repository: it is rewritten for everybody then.',
      ),
    );
  else if (isCommitted === undefined)
    void window.showInformationMessage(
      l10n.t(
        'The note is in your private folder now. Git could not be asked whether it was committed before: if it was, its history keeps it.',
      ),
    );
  else window.setStatusBarMessage(`$(lock) ${l10n.t('Moved to your private folder')}`, 6000);
}
