import { l10n, window } from 'vscode';
import { parseDay, type Day } from '../../core/time/day.ts';

interface DayQuestion {
  readonly title: string;
  /** What stands there to be changed. */
  readonly value: Day;
  /** The first day that will do. */
  readonly from?: Day;
}

/** Asks for a day to be typed. Undefined for "not now". */
export async function typeDay({ title, value, from = '' }: DayQuestion): Promise<Day | undefined> {
  const expected = l10n.t('A day looks like {0}.', value);
  const dayIn = (text: string) => parseDay(text.trim());
  const answer = await window.showInputBox({
    title,
    prompt: expected,
    value,
    ignoreFocusOut: true,
    validateInput: text => ((dayIn(text) ?? '') < from || dayIn(text) === undefined ? expected : undefined),
  });
  return answer === undefined ? undefined : dayIn(answer);
}
