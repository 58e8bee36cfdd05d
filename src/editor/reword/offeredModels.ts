import * as vscode from 'vscode';
import { Failure } from '../../app/failure.ts';
import { orAborted } from '../../app/notebook/orAborted.ts';
import type { LanguageModel } from '../../app/reword/rewordWork.ts';
import { longestAnswer } from '../../core/reword/rewordRequest.ts';

/** A language model the editor offers, as a person chooses it. */
export interface OfferedModel extends LanguageModel {
  readonly name: string;
  /** Who brings it: `copilot`. */
  readonly vendor: string;
}

/** Whether this editor knows of language models at all; some that are made of the same source do not. */
export function canOfferModels(): boolean {
  return 'lm' in vscode;
}

/** The models there are, in the editor's order. Asking for them sends nothing. */
export async function offeredModels(): Promise<readonly OfferedModel[]> {
  const models = canOfferModels() ? await vscode.lm.selectChatModels() : [];
  return models.map(model => ({
    name: model.name,
    vendor: model.vendor,
    ask: (text, signal) => answerOf(model, text, signal),
  }));
}

/** The editor asks for her consent itself, the first time. */
async function answerOf(model: vscode.LanguageModelChat, text: string, signal: AbortSignal): Promise<string> {
  const stop = new vscode.CancellationTokenSource();
  const cancel = () => {
    stop.cancel();
  };
  signal.throwIfAborted();
  signal.addEventListener('abort', cancel, { once: true });
  try {
    return await orAborted(readAll(model, text, stop.token), signal); // one that does not listen is not waited for
  } catch (error) {
    signal.throwIfAborted();
    throw new Failure(whyNot(error), { cause: error });
  } finally {
    signal.removeEventListener('abort', cancel);
    stop.dispose();
  }
}

async function readAll(
  model: vscode.LanguageModelChat,
  text: string,
  token: vscode.CancellationToken,
): Promise<string> {
  const justification = vscode.l10n.t('To reword the sentences of “Worked on” that you were just shown.');
  const message = vscode.LanguageModelChatMessage.User(text);
  const response = await model.sendRequest([message], { justification }, token);
  let answer = '';
  for await (const words of response.text) {
    answer += words;
    if (answer.length > longestAnswer) break;
  }
  return answer;
}

function whyNot(error: unknown): string {
  switch (error instanceof vscode.LanguageModelError ? error.code : '') {
    case 'NoPermissions':
      return vscode.l10n.t('You did not let Out Loud use this language model, so nothing was sent.');
    case 'Blocked':
      return vscode.l10n.t(
        'The language model takes no more for now. Your note is as it was; try again later, or another model.',
      );
    case 'NotFound':
      return vscode.l10n.t('That language model is no longer there. Your note is as it was; choose another.');
    default:
      return vscode.l10n.t('The language model did not answer. Your note is as it was; try again later.');
  }
}
