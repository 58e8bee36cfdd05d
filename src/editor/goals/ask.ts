import { QuickInputButtons, window, type QuickInput, type QuickPickItem } from 'vscode';

/** Where a question stands among others. */
export interface Frame {
  readonly title: string;
  /** Counted from 1. */
  readonly step?: number;
  readonly of?: number;
  readonly canGoBack?: boolean;
}

/** What came of a question: a value, undefined for one that was passed over; one question back; or Esc, "not now". */
export type Answer<T> = { readonly value: T | undefined } | 'back' | 'stop';

export interface TextQuestion {
  readonly prompt: string;
  readonly placeHolder?: string;
  readonly value?: string;
  /** What is wrong with a text, in a sentence. */
  readonly problem?: (text: string) => string | undefined;
}

/** Asks for words. Enter on none passes the question over, unless that is a problem. */
export function askText(
  frame: Frame,
  { prompt, placeHolder = '', value = '', problem }: TextQuestion,
): Promise<Answer<string>> {
  const input = window.createInputBox();
  framed(input, frame);
  input.prompt = prompt;
  input.placeholder = placeHolder;
  input.value = value;
  const check = () => (input.validationMessage = problem?.(input.value.trim()));
  return answerOf(input, answer => {
    input.onDidChangeValue(() => {
      if (input.validationMessage !== undefined) check();
    });
    input.onDidAccept(() => {
      if (check() === undefined) answer({ value: input.value.trim() === '' ? undefined : input.value.trim() });
    });
    input.onDidTriggerButton(() => {
      answer('back');
    });
  });
}

export interface Choice<T> extends QuickPickItem {
  /** Undefined passes the question over. */
  readonly value?: T;
}

export interface ChoiceQuestion<T> {
  readonly placeHolder: string;
  /** Enter takes the first, unless another is marked. */
  readonly choices: readonly Choice<T>[];
  readonly marked?: Choice<T>;
  /** What is typed as a choice of its own; a text says what would be one. */
  readonly typed?: (text: string) => Choice<T> | string;
}

/** Asks to choose, or to type what is not there. */
export function askChoice<T>(frame: Frame, question: ChoiceQuestion<T>): Promise<Answer<T>> {
  const { choices, marked, placeHolder } = question;
  const pick = window.createQuickPick<Choice<T>>();
  framed(pick, frame);
  pick.placeholder = placeHolder;
  pick.matchOnDescription = true;
  pick.items = choices;
  if (marked) pick.activeItems = [marked];
  return answerOf(pick, answer => {
    pick.onDidChangeValue(text => {
      pick.items = offered(question, text.trim());
    });
    pick.onDidAccept(() => {
      const item = chosen(question, pick.value.trim(), pick.selectedItems[0] ?? pick.activeItems[0]);
      if (item) answer({ value: item.value });
    });
    pick.onDidTriggerButton(() => {
      answer('back');
    });
  });
}

/** The choices, and above them what is typed where none of them begins with it. */
function offered<T>({ choices, typed }: ChoiceQuestion<T>, text: string): readonly Choice<T>[] {
  const own = text === '' ? undefined : typed?.(text);
  if (own === undefined || choices.some(({ label }) => isSame(label, text))) return choices;
  const item = typeof own === 'string' ? { label: own, alwaysShow: true } : { ...own, alwaysShow: true };
  const begins = choices.some(({ label }) => bare(label).startsWith(bare(text)));
  return begins ? [...choices, item] : [item, ...choices];
}

/**
 * What Enter means. The list may be behind what was typed: then what is typed counts, not the choice that was marked before; and what can't be
 * an answer is none.
 */
function chosen<T>(
  { choices, typed }: ChoiceQuestion<T>,
  text: string,
  item: Choice<T> | undefined,
): Choice<T> | undefined {
  if (text === '') return item ?? choices[0];
  if (item?.value !== undefined && (choices.includes(item) ? fits(item, text) : isSame(item.label, text))) return item;
  const own = typed?.(text);
  if (own === undefined) return item;
  return typeof own === 'string' ? undefined : own;
}

function fits({ label, description = '' }: QuickPickItem, text: string): boolean {
  return bare(`${label} ${description}`).includes(bare(text));
}

function isSame(label: string, text: string): boolean {
  return bare(label) === bare(text);
}

/** Without icons and case. */
function bare(label: string): string {
  return label
    .replace(/\$\([\w-]+\)\s*/g, '')
    .trim()
    .toLowerCase();
}

function framed(
  input: QuickInput & { buttons: readonly unknown[] },
  { title, step, of, canGoBack = false }: Frame,
): void {
  input.title = title;
  input.step = step;
  input.totalSteps = of;
  input.ignoreFocusOut = true;
  if (canGoBack) input.buttons = [QuickInputButtons.Back];
}

/** Shows an input until it is answered or left, and takes it away. */
function answerOf<T>(input: QuickInput, listen: (answer: (answer: Answer<T>) => void) => void): Promise<Answer<T>> {
  return new Promise<Answer<T>>(resolve => {
    listen(resolve);
    input.onDidHide(() => {
      resolve('stop');
    });
    input.show();
  }).finally(() => {
    input.dispose();
  });
}
