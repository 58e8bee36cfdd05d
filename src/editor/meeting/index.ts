import { workspace } from 'vscode';
import type { Disposable } from '../../app/ports.ts';
import type { OutLoud } from '../outloud.ts';
import { together } from '../support/disposables.ts';
import type { MeetingAnswers } from './prepareOneOnOne.ts';
import type { PublishAnswers } from './publishLines.ts';
import type { ShownTexts } from './shownTexts.ts';

/** Meetings of two, prepared where nobody else reads, and the lines of their notes that others may. */
export function register(outloud: OutLoud): Disposable {
  let texts: Promise<ShownTexts> | undefined;
  const shown = () => (texts ??= import('./shownTexts.ts').then(({ ShownTexts }) => new ShownTexts()));
  return together([
    outloud.command<MeetingAnswers>('prepareOneOnOne', async answers => {
      const { prepareOneOnOne } = await import('./prepareOneOnOne.ts');
      return prepareOneOnOne(outloud, answers);
    }),
    outloud.command<PublishAnswers>('publishLines', async answers => {
      const { publishLines } = await import('./publishLines.ts');
      return publishLines(outloud, await shown(), answers);
    }),
    workspace.registerTextDocumentContentProvider('outloud-publish', {
      provideTextDocumentContent: async uri => (await shown()).provideTextDocumentContent(uri),
    }),
  ]);
}
