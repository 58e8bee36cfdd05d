import { CodeLens, l10n, Range, type TextDocument } from 'vscode';
import { ownerOf } from '../../core/note/notePath.ts';
import { sameHandle } from '../../core/people/leads.ts';
import { ownSentences } from '../../core/reword/ownSentences.ts';
import { findParts } from '../../core/week/generatedPart.ts';
import type { OutLoud } from '../outloud.ts';
import { canOfferModels } from './offeredModels.ts';

/** The offer to reword, above "Worked on" of a weekly note of hers that has sentences nobody changed. */
export async function rewordLenses(outloud: OutLoud, document: TextDocument): Promise<CodeLens[]> {
  const text = document.getText();
  const part = findParts(text).parts.find(({ name }) => name === 'worked-on');
  if (!part || !canOfferModels() || ownSentences(text).length === 0) return [];
  const desk = await outloud.quietDesk();
  const path = desk?.notebook.shared.pathOf(document.uri.fsPath);
  if (!desk || path === undefined || !sameHandle(ownerOf(path) ?? '', desk.me.handle)) return [];
  if ((await desk.notebook.shared.note(path))?.isPrivate !== false) return [];
  const at = document.positionAt(part.begin.start);
  const command = {
    title: l10n.t('$(sparkle) Reword with a language model…'),
    command: 'outloud.rewordWork',
    arguments: [{ uri: document.uri }],
  };
  return [new CodeLens(new Range(at, at), command)];
}
