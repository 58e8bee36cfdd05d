import { l10n, QuickInputButtons, ThemeIcon, window } from 'vscode';
import type { TimedLine } from '../../core/feedback/instantFeedback.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';

/** What the input shows, and whom it tells of each line. */
export interface TimedInput {
  readonly title: string;
  readonly lines: readonly TimedLine[];
  /** The time on the wall's clock: `14:05`. */
  readonly now: () => string;
  readonly keep: (lines: readonly TimedLine[]) => Promise<void>;
}

/** Takes one line after the other; an empty Enter ends it. Undefined for "not now": then everything so far is kept. */
export async function timedLines({ title, lines, now, keep }: TimedInput): Promise<readonly TimedLine[] | undefined> {
  const input = window.createInputBox();
  const taken = [...lines];
  const done = { iconPath: new ThemeIcon('check'), tooltip: l10n.t('Done') };
  const show = () => {
    const last = taken.at(-1);
    input.value = '';
    input.prompt =
      last === undefined
        ? l10n.t('What do you see? Each Enter keeps one line with its time.')
        : l10n.t('{0} {1}. An empty line ends it.', last.time, plainLabel(last.text, 120));
  };
  input.title = title;
  input.placeholder = l10n.t('the demo made the retry visible');
  input.ignoreFocusOut = true;
  input.buttons = [done];
  show();
  return new Promise(resolve => {
    const end = (result: readonly TimedLine[] | undefined) => {
      resolve(result);
      input.dispose();
    };
    const take = () => {
      if (input.value.trim() === '') return false;
      taken.push({ time: now(), text: input.value.trim() });
      void keep([...taken]);
      show();
      return true;
    };
    input.onDidAccept(() => {
      if (!take() && taken.length > 0) end(taken);
    });
    input.onDidTriggerButton(button => {
      if (button === QuickInputButtons.Back) return;
      take();
      end(taken.length > 0 ? taken : undefined);
    });
    input.onDidHide(() => {
      end(undefined);
    });
    input.show();
  });
}
