import { l10n } from 'vscode';
import type { EntryType } from '../../core/note/note.ts';

/** What the input for an entry says. */
export interface CaptureWords {
  readonly title: string;
  readonly placeholder: string;
}

/** The words for each type of entry. */
export function captureWords(type: EntryType): CaptureWords {
  switch (type) {
    case 'learning':
      return {
        title: l10n.t('Log Learning'),
        placeholder: l10n.t('What did you learn?  #tag  goal:  skill:  !private'),
      };
    case 'win':
      return { title: l10n.t('Log Win'), placeholder: l10n.t('What went well, and what did it change?  #tag  goal:') };
    case 'thanks':
      return { title: l10n.t('Log Thanks'), placeholder: l10n.t('Who did what, and what did it change?  @name') };
    case 'help':
      return { title: l10n.t('Log Help Wanted'), placeholder: l10n.t('What do you need, what have you tried?  @name') };
    case 'experiment':
      return {
        title: l10n.t('Log Experiment'),
        placeholder: l10n.t('What do you guess, and how will you try it?  goal:'),
      };
    case 'hard-moment':
      return { title: l10n.t('Log Hard Moment'), placeholder: l10n.t('What was hard? Only you will see this.') };
    case 'waste':
      return { title: l10n.t('Log Waste'), placeholder: l10n.t('What took time again?  15m  #tag') };
  }
}
