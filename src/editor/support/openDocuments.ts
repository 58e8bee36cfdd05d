import { l10n, Uri, workspace, WorkspaceEdit, type TextDocument } from 'vscode';
import { WriteFailed } from '../../app/failure.ts';
import type { NoteFiles } from '../../app/ports.ts';
import type { NotePath } from '../../core/note/notePath.ts';
import { applyEdits, type TextEdit } from '../../core/note/textEdit.ts';
import { editorEdits } from './textEdits.ts';

/**
 * The same files, seen and changed the way the person sees them: a note that is open is read from its document and edited
 * there, never below it on disk. A document that was saved is saved again; one with unsaved words is left to her.
 */
export function throughEditors<P extends NotePath>(files: NoteFiles<P>): NoteFiles<P> {
  const documentOf = (path: P) => openDocument(files.locate(path));
  return {
    list: (signal, below) => files.list(signal, below),
    stat: path => files.stat(path),
    locate: path => files.locate(path),
    pathOf: file => files.pathOf(file),
    create: (wanted, text) => files.create(wanted, text),
    async read(path) {
      const onDisk = await files.read(path); // refuses what is not safe to read, open or not
      return documentOf(path)?.getText() ?? onDisk;
    },
    readAll: (paths, signal) => files.readAll(paths, signal), // the index follows what is saved
    async update(path, change) {
      const document = documentOf(path);
      // Only a document without unsaved words can be behind its file; the editor then follows what is written to the file.
      if (document && (await isCurrent(document, () => files.read(path).catch(() => undefined))))
        await editDocument(document, change);
      else await files.update(path, change);
    },
  };
}

/** The open document of a file, in an editor or behind one. */
export function openDocument(file: string): TextDocument | undefined {
  const wanted = Uri.file(file).toString();
  return workspace.textDocuments.find(({ uri, isClosed }) => !isClosed && uri.toString() === wanted);
}

/** Changes an open document at positions that hold for what stands in it, and saves it where it was saved before. */
async function editDocument(document: TextDocument, change: (text: string) => readonly TextEdit[]): Promise<void> {
  for (let attempt = 0; attempt < 25; attempt++) {
    const before = document.getText();
    const edits = change(before);
    if (edits.length === 0) return;
    const wasDirty = document.isDirty;
    const wanted = applyEdits(before, edits);
    const edit = new WorkspaceEdit();
    edit.set(document.uri, editorEdits(document, edits));
    // The editor refuses an edit whose document moved on meanwhile: then it is computed again from what stands there now.
    if (!(await workspace.applyEdit(edit))) {
      await pause(20 * (attempt + 1));
      continue;
    }
    if (!wasDirty && !(await document.save())) throw notSaved(wanted);
    return;
  }
  throw new WriteFailed(
    l10n.t('The note is being typed in. Try again in a moment.'),
    applyEdits(document.getText(), change(document.getText())),
  );
}

function notSaved(text: string): WriteFailed {
  return new WriteFailed(
    l10n.t('The note could not be saved. The change stands in its editor: save it there, or undo it.'),
    text,
  );
}

/**
 * Whether a document shows what is on disk, or has words of its own. Just after a pull it may be a moment behind, and is waited
 * for; one that stays behind, or was closed meanwhile, is not current.
 */
async function isCurrent(document: TextDocument, read: () => Promise<string | undefined>): Promise<boolean> {
  for (let attempt = 0; attempt < 20 && !document.isClosed; attempt++) {
    const onDisk = document.isDirty ? undefined : await read();
    if (document.isDirty || (onDisk !== undefined && asShown(onDisk) === asShown(document.getText()))) return true;
    if (onDisk === undefined) return false;
    await pause(100);
  }
  return false;
}

/** Documents have no byte order mark and only one kind of line ending. */
function asShown(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}

function pause(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms));
}
