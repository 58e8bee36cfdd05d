import { commands, l10n, ProgressLocation, Uri, window, workspace, type Tab } from 'vscode';
import type { NoteClash } from '../../app/share/noteSharing.ts';
import { hasConflict } from '../../core/note/bodyConflict.ts';
import { isUndecided } from '../../core/share/mergeNote.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import type { OutLoud } from '../outloud.ts';

/**
 * Puts both versions of a note before her in the editor's own merge editor, and answers what she made of them when she closes it.
 * Her note and her branch stay as they are meanwhile. Undefined for "not now".
 */
export async function chooseInMergeEditor({ context }: OutLoud, clash: NoteClash): Promise<string | undefined> {
  const folder = Uri.joinPath(context.globalStorageUri, 'choosing', crypto.randomUUID());
  const name = clash.path.slice(clash.path.lastIndexOf('/') + 1);
  const result = Uri.joinPath(folder, name);
  const { versions } = clash.merged;
  try {
    const [base, ours, theirs] = await Promise.all([
      written(folder, { name: 'before.md', text: versions.base }),
      written(folder, { name: 'here.md', text: versions.ours }),
      written(folder, { name: 'there.md', text: versions.theirs }),
      written(folder, { name, text: clash.merged.text }),
    ]);
    await openMergeEditor({
      base,
      input1: { uri: theirs, title: l10n.t('Shared Version') },
      input2: { uri: ours, title: l10n.t('My Version') },
      output: result,
    });
    if (!(await isClosed(result, plainLabel(name, 80)))) return undefined;
    const text = await saved(result);
    const isChoice = !hasConflict(text) && text !== versions.base;
    return isChoice && (!isUndecided(clash.merged.places, text) || (await isMeant(name))) ? text : undefined;
  } finally {
    await workspace.fs.delete(folder, { recursive: true });
  }
}

async function written(folder: Uri, { name, text }: { readonly name: string; readonly text: string }): Promise<Uri> {
  const file = Uri.joinPath(folder, name);
  await workspace.fs.writeFile(file, new TextEncoder().encode(text));
  return file;
}

interface MergeEditor {
  readonly base: Uri;
  readonly input1: { readonly uri: Uri; readonly title: string };
  readonly input2: { readonly uri: Uri; readonly title: string };
  readonly output: Uri;
}

/** Its command is the editor's own, and not promised to anybody: without it the note is opened with git's markers. */
async function openMergeEditor(what: MergeEditor): Promise<void> {
  try {
    await commands.executeCommand('_open.mergeEditor', what);
  } catch {
    await window.showTextDocument(what.output, { preview: false });
  }
}

/** Waits until she closed it; false where she says "not now". */
async function isClosed(result: Uri, name: string): Promise<boolean> {
  const title = l10n.t(
    'The same lines of {0} were changed on two sides. Choose, save, and close it to go on sharing.',
    name,
  );
  const isDone = await window.withProgress(
    { location: ProgressLocation.Notification, title, cancellable: true },
    (_, token) =>
      new Promise<boolean>(resolve => {
        const owned = [
          window.tabGroups.onDidChangeTabs(() => {
            if (tabsOf(result).length === 0) stop(true);
          }),
          token.onCancellationRequested(() => {
            stop(false);
          }),
        ];
        const stop = (isOver: boolean) => {
          for (const one of owned) one.dispose();
          resolve(isOver);
        };
      }),
  );
  if (!isDone) await window.tabGroups.close([...tabsOf(result)]);
  return isDone;
}

/** The merge editor can be closed with a place nobody looked at: then neither version of it would be left. */
async function isMeant(name: string): Promise<boolean> {
  const yes = l10n.t('Share It Like That');
  const words = l10n.t(
    'In {0} there is a place where neither version is left. Is that what you want?',
    plainLabel(name, 80),
  );
  return (await window.showWarningMessage(words, { modal: true }, yes)) === yes;
}

async function saved(file: Uri): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await workspace.fs.readFile(file));
}

function tabsOf(file: Uri): readonly Tab[] {
  return window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => {
      const { uri, result } = (input ?? {}) as { readonly uri?: Uri; readonly result?: Uri }; // a merge editor's has no type yet
      return [uri, result].some(each => each?.toString() === file.toString());
    });
}
