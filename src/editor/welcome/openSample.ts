import { commands, l10n, Uri, window, workspace } from 'vscode';
import { Failure } from '../../app/failure.ts';
import type { OutLoud } from '../outloud.ts';
import { isWorkspaceTrusted } from '../support/trust.ts';
import type { World } from '../support/world.ts';

/**
 * Makes a team's workspace with weeks of real commits and notes, in the extension's own storage, and opens it in a window of its
 * own. Today's is opened again as she left it. Nothing of hers is touched.
 */
export async function openSample({ context, world }: OutLoud): Promise<Uri> {
  if (!isWorkspaceTrusted())
    throw new Failure(
      l10n.t(
        'The sample is made by git, which is not started in Restricted Mode. Trust this workspace, or open an empty window first.',
      ),
    );
  const today = world.clock.today();
  const folder = Uri.joinPath(context.globalStorageUri, 'sample', today);
  const opened = Uri.joinPath(folder, 'team.code-workspace');
  if (!(await exists(opened)))
    await make(world, Uri.joinPath(context.extensionUri, 'dist', 'sampleTeam.js'), folder, today);
  await commands.executeCommand('vscode.openFolder', opened, { forceNewWindow: true });
  return opened;
}

async function make(world: World, script: Uri, folder: Uri, today: string): Promise<void> {
  const title = l10n.t('Making the sample team');
  const said = world.runScript(script.fsPath, [folder.fsPath, today]);
  window.setStatusBarMessage(
    `$(sync~spin) ${title}`,
    said.then(
      () => undefined,
      () => undefined,
    ),
  );
  try {
    await said;
  } catch (cause) {
    await workspace.fs.delete(folder, { recursive: true }).then(undefined, () => undefined);
    throw new Failure(l10n.t('The sample team could not be made: git did not do it. Is git 2.38 or newer installed?'), {
      cause,
    });
  }
}

async function exists(uri: Uri): Promise<boolean> {
  return workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
