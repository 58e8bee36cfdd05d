import { workspace } from 'vscode';
import type { Disposable } from '../../app/ports.ts';
import type { OutLoud } from '../outloud.ts';
import { together } from '../support/disposables.ts';
import { EarlierTexts } from './earlierTexts.ts';
import type { ChangeAnswers } from './lookAtChange.ts';

/** Goals and visions that became smaller: the old and the new side by side, and one question. */
export function register(outloud: OutLoud): Disposable {
  const texts = new EarlierTexts();
  return together([
    workspace.registerTextDocumentContentProvider(EarlierTexts.scheme, texts),
    outloud.command<ChangeAnswers>('lookAtChange', async answers => {
      const { lookAtChange } = await import('./lookAtChange.ts');
      return lookAtChange(outloud, texts, answers);
    }),
  ]);
}
