import { RelativePattern, Uri, workspace } from 'vscode';
import type { Disposable } from '../../app/ports.ts';
import type { Notebook, Shelf } from '../../app/shelf.ts';
import type { NotePath } from '../../core/note/notePath.ts';
import { together } from './disposables.ts';
import { onRepositoryChange } from './gitApi.ts';

/**
 * Tells both shelves what happened to their files outside: another window, a terminal, a pull, another branch. Many events in a
 * row arrive as one.
 */
export function watchNotebook(notebook: Notebook): Disposable {
  const { repository } = notebook.place;
  const shared = watchShelf(notebook.shared);
  const own = watchShelf(notebook.private);
  return together([
    shared,
    own,
    onRepositoryChange(root => {
      // After a pull or a switch some systems lose file events: stat everything again, which is cheap.
      if (root === repository) shared.lookAgain();
    }),
  ]);
}

interface Watch extends Disposable {
  lookAgain(): void;
}

function watchShelf<P extends NotePath>(shelf: Shelf<P>): Watch {
  const folder = Uri.joinPath(Uri.file(shelf.locate('team.md' as P)), '..');
  const heard = new Set<string>();
  let everything = false;
  let timer: NodeJS.Timeout | undefined;
  const flush = () => {
    timer = undefined;
    const files = [...heard];
    heard.clear();
    if (everything) shelf.changed();
    else shelf.changed(files);
    everything = false;
  };
  const hear = (uri: Uri) => {
    if (uri.scheme !== 'file') return;
    heard.add(uri.fsPath);
    timer ??= setTimeout(flush, 50);
  };
  const lookAgain = () => {
    everything = true;
    timer ??= setTimeout(flush, 250);
  };
  // Folders come without a word about what lies in them, so everything is watched, not only *.md.
  const watcher = workspace.createFileSystemWatcher(new RelativePattern(folder, '**'));
  const saved = workspace.onDidSaveTextDocument(({ uri }) => {
    if (uri.scheme === 'file' && shelf.pathOf(uri.fsPath) !== undefined) hear(uri);
  });
  const events = [watcher.onDidCreate(hear), watcher.onDidChange(hear), watcher.onDidDelete(hear)];
  const parts = together([watcher, saved, ...events]);
  return {
    lookAgain,
    dispose() {
      clearTimeout(timer);
      parts.dispose();
    },
  };
}
