import { Uri, window, workspace, type ExtensionContext } from 'vscode';
import { gitPathOfMachine } from './gitPath.ts';
import { isWorkspaceTrusted } from './trust.ts';
import type { WindowPlaces } from './world.ts';

/** What this window says about where notebooks could be. */
export function placesOfWindow(context: ExtensionContext): WindowPlaces {
  const settings = () => workspace.getConfiguration('outloud');
  return {
    folders: foldersOfWindow,
    activeFile: () => {
      const uri = window.activeTextEditor?.document.uri;
      return uri?.scheme === 'file' ? uri.fsPath : undefined;
    },
    notesFolder: folder => workspace.getConfiguration('outloud', Uri.file(folder)).get<string>('notesFolder', 'notes'),
    notesBranch: folder => workspace.getConfiguration('outloud', Uri.file(folder)).get<string>('notesBranch', ''),
    pinned: () => settings().get<string>('notebook', ''),
    privateFolder: () => settings().get<string>('privateFolder', ''),
    storage: context.globalStorageUri.fsPath,
    trusted: isWorkspaceTrusted,
    gitPath: gitPathOfMachine,
  };
}

/** Absolute paths of the workspace's folders. */
export function foldersOfWindow(): readonly string[] {
  return (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file').map(({ uri }) => uri.fsPath);
}
