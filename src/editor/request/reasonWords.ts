import { l10n } from 'vscode';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import type { Reason } from '../../core/reviewer/rankReviewers.ts';
import { calendarOf } from '../../core/time/calendar.ts';
import type { Day, EpochSeconds } from '../../core/time/day.ts';
import { dayWords } from '../../core/time/dayWords.ts';

/** When "since" is told from. */
export interface Today {
  readonly today: Day;
  readonly zone: string;
}

/** Why somebody is proposed, as the end of a sentence that begins with a name. */
export function reasonWords(reason: Reason, now: Today): string {
  switch (reason.why) {
    case 'owns':
      return l10n.t('owns these files (CODEOWNERS)');
    case 'lines':
      return l10n.t('wrote lines in question');
    case 'reviewed':
      return l10n.t('reviewed these files since {0}', monthOf(reason.since, now));
    case 'wrote':
      return l10n.t('worked on these files since {0}', monthOf(reason.since, now));
    case 'reviewedYou':
      return l10n.t('has looked at your work since {0}', monthOf(reason.since, now));
    case 'teaches':
      return l10n.t('offers to teach {0}', plainLabel(reason.skill, 40));
    case 'workedWithYou':
      return l10n.t('worked with you before');
    case 'knowsNeighbours':
      return l10n.t('knows the code around it');
    case 'knowsAlike':
      return l10n.t('knows work like this');
    case 'reviewsMuch':
      return l10n.t('works in this repository');
    case 'team':
      return l10n.t('is in your team');
    case 'hasAnswersOpen':
      return l10n.t('has answers open');
  }
}

/** The same in a note, where it is the asker who speaks. */
function wordsInNote(reason: Reason, now: Today): string {
  switch (reason.why) {
    case 'reviewedYou':
      return l10n.t('has looked at my work since {0}', monthOf(reason.since, now));
    case 'workedWithYou':
      return l10n.t('worked with me before');
    default:
      return reasonWords(reason, now);
  }
}

/** What is told in the note of why somebody is asked: what speaks for it, and of that the two strongest. */
export function becauseWords(name: string, reasons: readonly Reason[], now: Today): string | undefined {
  const said = reasons
    .filter(({ why }) => !['hasAnswersOpen', 'team', 'reviewsMuch'].includes(why))
    .slice(0, 2)
    .map(reason => wordsInNote(reason, now));
  const [first, second] = said;
  if (first === undefined) return undefined;
  return second === undefined ? `${name} ${first}` : l10n.t('{0} {1} and {2}', name, first, second);
}

/** `June`, or `June 2025` in another year. */
function monthOf(at: EpochSeconds, { today, zone }: Today): string {
  return dayWords(calendarOf(zone).dayAt(at), today).replace(/^\d+ /, '');
}
