import { l10n, QuickInputButtons, ThemeIcon, window } from 'vscode';
import type { TimedLine } from '../../core/feedback/instantFeedback.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';

/** What the input shows, and whom it tells of each line. */
export interface TimedInput {
  readonly title: string;
  readonly lines: readonly TimedLine[];
  /** What stands in it already: a line she left half typed. */
  readonly typed?: string;
  /** The time on the wall's clock: `14:05`. */
  readonly now: () => string;
  readonly keep: (lines: readonly TimedLine[], typed: string) => Promise<void>;
}

/** Takes one line after the other; an empty Enter ends it. Undefined for "not now": then every word so far is kept. */
export async function timedLines({
  title,
  lines,
  typed = '',
  now,
  keep,
}: TimedInput): Promise<readonly TimedLine[] | undefined> {
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
  input.value = typed;
  input.valueSelection = [typed.length, typed.length]; // else the next letter would take its place
  let kept = typed;
  return new Promise(resolve => {
    let isOver = false;
    const end = (result: readonly TimedLine[] | undefined) => {
      isOver = true;
      resolve(result);
      input.dispose();
    };
    const take = () => {
      if (input.value.trim() === '') return false;
      taken.push({ time: now(), text: input.value.trim() });
      void keep([...taken], (kept = ''));
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
      if (!isOver && input.value !== kept) void keep([...taken], input.value);
      end(undefined);
    });
    input.show();
  });
}
