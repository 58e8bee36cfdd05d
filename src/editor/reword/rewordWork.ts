import { l10n, window, type QuickPickItem, type Uri } from 'vscode';
import { Failure } from '../../app/failure.ts';
import * as verb from '../../app/reword/rewordWork.ts';
import type { SharedPath } from '../../core/note/notePath.ts';
import { applyEdits } from '../../core/note/textEdit.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import { rewordEdits, type Rewording } from '../../core/reword/ownSentences.ts';
import type { Reworded } from '../../core/reword/rewordRequest.ts';
import type { OutLoud } from '../outloud.ts';
import { whileShown } from '../support/whileShown.ts';
import { withProgress } from '../support/withProgress.ts';
import { isTurnedOn } from './isTurnedOn.ts';
import { offeredModels, type OfferedModel } from './offeredModels.ts';

/** What a caller may already know. That something is sent, and what is taken, only the person says. */
export interface RewordAnswers {
  /** The weekly note; the one in front where it is not given. */
  readonly uri: Uri;
}

/**
 * Asks a language model of the editor for other words for what she worked on: first she sees all that would be sent, then the old and the
 * new words, and she takes those she likes. Answers the note, or undefined for "not now".
 */
export async function rewordWork(
  outloud: OutLoud,
  { uri = window.activeTextEditor?.document.uri }: Partial<RewordAnswers>,
): Promise<Uri | undefined> {
  if (!isTurnedOn())
    throw new Failure(
      l10n.t('Rewording is off. The setting “outloud.languageModel.enabled” turns it on in a trusted workspace.'),
    );
  const desk = await outloud.deskWithNotes();
  if (!desk) return undefined;
  const path = uri && desk.notebook.shared.pathOf(uri.fsPath);
  if (path === undefined) throw new Failure(l10n.t('Open a weekly note of yours first, then reword it.'));
  const withYaml = { ...desk, yaml: await outloud.world.yaml() };
  const request = await verb.requestFor(withYaml, path);
  const model = await chooseModel(request);
  const reworded = model && (await askWhileWaiting(model, request));
  const taken = reworded && (await pickWords(path, await desk.notebook.shared.read(path), reworded));
  if (!taken) return undefined;
  const changed = await verb.takeWords(withYaml, path, taken);
  if (changed > 0) void window.showInformationMessage(l10n.t('A line changed meanwhile, and stays as it is.'));
  else
    window.setStatusBarMessage(l10n.t('$(check) These words are yours now: writing the week again keeps them.'), 8000);
  return uri;
}

interface ModelItem extends QuickPickItem {
  readonly model?: OfferedModel;
}

/** Shows all that would be sent, and asks whom it may go to. Esc and "not now" send nothing. */
async function chooseModel({ text }: verb.RewordRequest): Promise<OfferedModel | undefined> {
  const models = await offeredModels();
  if (models.length === 0)
    throw new Failure(l10n.t('There is no language model here. An extension such as GitHub Copilot brings one.'));
  const items: ModelItem[] = [
    ...models.map(model => ({
      label: l10n.t('$(sparkle) Send exactly this to {0}', plainLabel(model.name)),
      description: plainLabel(model.vendor),
      model,
    })),
    { label: l10n.t('Not now'), detail: l10n.t('Nothing is sent') },
  ];
  const picked = await whileShown({ path: `${l10n.t('What would be sent')}.md`, text }, () =>
    window.showQuickPick(items, {
      title: l10n.t('Reword What I Worked On'),
      placeHolder: l10n.t('The editor shows all that would be sent. Who may read it?'),
      ignoreFocusOut: true,
    }),
  );
  return picked?.model;
}

async function askWhileWaiting(model: OfferedModel, request: verb.RewordRequest): Promise<Reworded | undefined> {
  try {
    return await withProgress(l10n.t('Waiting for {0}', plainLabel(model.name)), signal =>
      verb.askForWords(model, request, signal),
    );
  } catch (error) {
    if ((error as Error).name !== 'AbortError') throw error;
    void window.showInformationMessage(l10n.t('Stopped. Your note is as it was.'));
    return undefined;
  }
}

interface WordsItem extends QuickPickItem {
  readonly rewording: Rewording;
}

/** Shows the note beside how it would be, and asks which of the new sentences she takes. */
async function pickWords(
  path: SharedPath,
  before: string,
  { rewordings, refused }: Reworded,
): Promise<readonly Rewording[] | undefined> {
  if (rewordings.length === 0) {
    const words =
      refused > 0
        ? l10n.t('Your note stays as it is: what was answered says more, less or something else than it does.')
        : l10n.t('Your note stays as it is: the language model would change nothing.');
    void window.showInformationMessage(words);
    return undefined;
  }
  const items = rewordings.map((rewording): WordsItem => ({
    label: plainLabel(rewording.words, 200),
    detail: plainLabel(rewording.sentence.words, 200),
    picked: true,
    rewording,
  }));
  const after = applyEdits(before, rewordEdits(before, rewordings));
  const title = l10n.t('Worked on: now ↔ reworded');
  const picked = await whileShown({ path, text: after, before: { text: before, title } }, () =>
    window.showQuickPick(items, {
      title: l10n.t('Reword What I Worked On'),
      placeHolder:
        refused > 0
          ? l10n.t('Which do you take? The others keep their words.')
          : l10n.t('Which do you take? Below each stands what it says now.'),
      canPickMany: true,
      ignoreFocusOut: true,
    }),
  );
  return picked && picked.length > 0 ? picked.map(({ rewording }) => rewording) : undefined;
}
