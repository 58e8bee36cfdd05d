import { InputBoxValidationSeverity, l10n, window, type Uri } from 'vscode';
import type { PromiseName } from '../../app/promise/ownPromise.ts';
import * as verb from '../../app/promise/publishPromise.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import type { OpenPromise } from '../../core/promise/openPromises.ts';
import { wordsOf } from '../../core/promise/promise.ts';
import type { OutLoud } from '../outloud.ts';
import { pickPromise } from './pickPromise.ts';

/** Publishes a promise from a private note, once she saw the exact line others will read. Answers her promises. */
export async function publishPromise(
  outloud: OutLoud,
  answers: Partial<PromiseName & { readonly words: string }>,
): Promise<Uri | undefined> {
  const desk = await outloud.deskWithNotes();
  if (!desk) return undefined;
  const promise = await pickPromise(desk, answers, {
    title: l10n.t('Publish Promise'),
    none: l10n.t('Your one-to-one notes hold no promise of yours that is not published.'),
    isOffered: ({ isPublished }) => !isPublished,
  });
  const words = promise && (answers.words ?? (await askForWords(promise)));
  if (!promise || words === undefined) return undefined;
  const path = await verb.publishPromise(desk, promise, words);
  window.setStatusBarMessage(
    l10n.t('$(broadcast) It stands among your promises. “Share Notes” brings it to the others.'),
    8000,
  );
  return outloud.uriOf(desk.notebook, { shelf: 'shared', path });
}

/** The words, with the line that comes of them below as they are typed. */
function askForWords(promise: OpenPromise): Thenable<string | undefined> {
  const shown = (words: string) =>
    l10n.t(
      'Others will read exactly this: {0}',
      `- [ ] ${plainLabel(behindBox(verb.publishedLine(promise, words)), 400)}`,
    );
  return window.showInputBox({
    title: l10n.t('Publish Promise: nothing else of your private note is in it'),
    prompt: shown(promise.text), // until something is typed
    value: promise.text,
    ignoreFocusOut: true,
    validateInput: words =>
      wordsOf(words) === ''
        ? l10n.t('A few words are enough.')
        : { message: shown(words), severity: InputBoxValidationSeverity.Info },
  });
}

/** A box is shown as it is; other brackets could become something to click, and stand as they are in what is typed. */
function behindBox(line: string): string {
  return line.replace(/^- \[ \] /, '');
}
