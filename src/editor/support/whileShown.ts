import { commands, TabInputText, TabInputTextDiff, Uri, window, workspace } from 'vscode';
import { fingerprint } from '../../core/note/fingerprint.ts';

const scheme = 'outloud-shown';

/** A text that stands in no file. */
export interface ShownText {
  /** What its tab is called, or from a note's folder on. */
  readonly path: string;
  readonly text: string;
  /** What it is shown beside, and how the two are called. */
  readonly before?: { readonly text: string; readonly title: string };
}

/** Shows a text to be read while something is asked, and leaves the keyboard to the question. Whatever she says, it goes again. */
export async function whileShown<Answer>(
  { path, text, before }: ShownText,
  ask: () => PromiseLike<Answer>,
): Promise<Answer> {
  // A text is found by what it says: one that was shown a moment ago is never taken for it.
  const uriOf = (shown: string) => Uri.from({ scheme, path: `/${path}`, query: fingerprint(shown) });
  const uri = uriOf(text);
  const texts = workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: ({ query }) => (query === uri.query ? text : (before?.text ?? '')),
  });
  const how = { preview: false, preserveFocus: true }; // a tab of its own: the note in front keeps its place
  try {
    if (before) await commands.executeCommand('vscode.diff', uriOf(before.text), uri, before.title, how);
    else await window.showTextDocument(uri, how);
    return await ask();
  } finally {
    await closeTabs(uri);
    texts.dispose();
  }
}

async function closeTabs(shown: Uri): Promise<void> {
  const tabs = window.tabGroups.all.flatMap(group => group.tabs);
  const own = tabs.filter(({ input }) => {
    const uri =
      input instanceof TabInputTextDiff ? input.modified : input instanceof TabInputText ? input.uri : undefined;
    return uri?.toString() === shown.toString();
  });
  if (own.length > 0) await window.tabGroups.close(own);
}
