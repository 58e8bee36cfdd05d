import { commands, workspace, type CodeAction, type Range, type Uri } from 'vscode';
import { until } from './until.ts';

/** What the light bulb offers at a place; nothing where the editor takes the question back, as the note is just read again. */
export async function fixesAt(uri: Uri, range: Range): Promise<readonly CodeAction[]> {
  try {
    return await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', uri, range);
  } catch {
    return [];
  }
}

/** Takes a quick fix once it is offered, and again where the note changed under it, as a person does. Answers its title. */
export async function takeFix(uri: Uri, range: Range, title: RegExp): Promise<string> {
  return until(async () => {
    const fix = (await fixesAt(uri, range)).find(action => title.test(action.title));
    return fix?.edit && (await workspace.applyEdit(fix.edit)) ? fix.title : undefined;
  });
}
