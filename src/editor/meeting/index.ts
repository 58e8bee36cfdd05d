import type { Disposable } from '../../app/ports.ts';
import type { OutLoud } from '../outloud.ts';
import { together } from '../support/disposables.ts';
import type { ExportAnswers } from './exportMeeting.ts';
import type { MeetingAnswers } from './prepareOneOnOne.ts';
import type { PublishAnswers } from './publishLines.ts';

/** Meetings of two, prepared where nobody else reads, and the lines of their notes that others may. */
export function register(outloud: OutLoud): Disposable {
  return together([
    outloud.command<MeetingAnswers>('prepareOneOnOne', async answers =>
      (await import('./prepareOneOnOne.ts')).prepareOneOnOne(outloud, answers),
    ),
    outloud.command<ExportAnswers>('exportMeeting', async answers =>
      (await import('./exportMeeting.ts')).exportMeeting(outloud, answers),
    ),
    outloud.command<PublishAnswers>('publishLines', async answers =>
      (await import('./publishLines.ts')).publishLines(outloud, answers),
    ),
  ]);
}
