import { l10n, window, type Range, type Uri } from 'vscode';
import type { Desk } from '../../app/desk.ts';
import { isWriteFailed, type WriteFailed } from '../../app/failure.ts';
import { parseCapture, type KnownMarks } from '../../core/log/capture.ts';
import type { CodeAnchor, Entry } from '../../core/log/entry.ts';
import type { EntryType } from '../../core/note/note.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import type { Made, OutLoud } from '../outloud.ts';
import { CaptureInput } from './captureInput.ts';
import { codeInFront, type CodePlace } from '../support/codeInFront.ts';

/** What a caller of one of these commands may already know; the rest is asked. */
export interface LogAnswers {
  readonly text: string;
  /** What stands in the line already where a person is asked. */
  readonly begin: string;
  readonly type: EntryType;
  readonly goal: string;
  readonly skills: readonly string[];
  readonly tags: readonly string[];
  readonly private: boolean;
  /** The file the entry is about, and lines in it; without them the selection in front counts where a person is asked. */
  readonly uri: Uri;
  readonly range: Range;
  /** The note of somebody else it was learned from. */
  readonly source: NonNullable<Entry['source']>;
}

/** Answers with the type of entry in any case: the command's, where the caller names none. */
type Answers = Partial<LogAnswers> & { readonly type: EntryType };

/** Takes entries in, one line each. */
export class Capture {
  readonly #outloud: OutLoud;
  /** What she typed and has not saved yet, by type: an Esc or a full disk takes no words from her. */
  readonly #drafts = new Map<EntryType, string>();
  #input: CaptureInput | undefined;

  constructor(outloud: OutLoud) {
    this.#outloud = outloud;
  }

  complete(): void {
    this.#input?.complete();
  }

  /** Logs one entry, asking for the line where it was not given. Answers the note, or undefined for "not now". */
  async log(answers: Answers): Promise<Uri | undefined> {
    const given = typeof answers.text === 'string' && answers.text.trim() !== '' ? answers.text : undefined;
    const code = codeInFront(answers, given === undefined);
    const text = given ?? (await this.#ask(answers, code));
    if (text === undefined) return undefined;
    const { goal, ...rest } = answers;
    const isShown = given === undefined && isWord(goal); // a goal that stood in the line may have gone from it
    try {
      const saving = this.#save(text, isShown ? rest : answers, code);
      if (given === undefined)
        window.setStatusBarMessage(
          `$(sync~spin) ${l10n.t('Logging…')}`,
          saving.then(
            () => undefined,
            () => undefined,
          ),
        );
      return await saving;
    } catch (error) {
      if (!isWriteFailed(error) || given !== undefined) throw error;
      void this.#offerAgain(error, answers);
      return undefined;
    }
  }

  async #ask({ type, goal, begin = '' }: Answers, code: CodePlace | undefined): Promise<string | undefined> {
    const begun = lineFor(goal, withBeginning(this.#drafts.get(type) ?? '', begin));
    const input = new CaptureInput({
      type,
      text: begun,
      known: knownMarks(this.#outloud),
      ...(code === undefined ? {} : { beside: code.label }),
      ...(code !== undefined && type === 'thanks' ? { begin: firstToThank(this.#outloud, code) } : {}),
    });
    this.#input = input;
    const { text, saved } = await input.ask();
    if (saved || text !== begun) this.#drafts.set(type, text);
    return saved ? text : undefined;
  }

  async #save(line: string, answers: Answers, code: CodePlace | undefined): Promise<Uri | undefined> {
    const desk = await this.#outloud.desk();
    if (!desk) return undefined;
    const [{ logLearning }, anchor] = await Promise.all([
      import('../../app/log/logEntry.ts'),
      code && anchorOf(code, desk),
    ]);
    const entry: Entry = { ...entryOf(line, answers, desk), ...(anchor ? { anchor } : {}) };
    const place = await logLearning(desk, entry);
    this.#drafts.delete(answers.type);
    const uri = this.#outloud.uriOf(desk.notebook, place);
    this.#outloud.tellMade({ what: whatIs(entry), title: entry.text, uri });
    return uri;
  }

  async #offerAgain(error: WriteFailed, answers: Answers): Promise<void> {
    const again = l10n.t('Try Again');
    if ((await window.showErrorMessage(plainLabel(error.message, 400), again)) !== again) return;
    await this.log(answers);
  }
}

/** What stands in the input: her draft, and the goal she chose the command for, which she can see and take away. */
function lineFor(goal: string | undefined, draft: string): string {
  if (goal === undefined || !isWord(goal) || parseCapture(draft, 'learning').goal === goal) return draft;
  return `goal:${goal} ${draft.replace(/(?:^|(?<=\s))goal:\S*\s*/g, '')}`;
}

/** What she had begun herself stays; what the line shall begin with stands behind it, once. */
function withBeginning(draft: string, begin: string): string {
  return draft.includes(begin) ? draft : `${draft} ${begin}`.trimStart();
}

/** Whether a goal's name can stand in a line behind `goal:`. */
function isWord(goal: string | undefined): boolean {
  return goal !== undefined && /^\S+$/.test(goal);
}

function entryOf(line: string, answers: Answers, { clock }: Desk): Entry {
  const { type: said, text, tags, skills, goal, private: isPrivate, to, minutes } = parseCapture(line, answers.type);
  const type = said ?? answers.type;
  const chosen = answers.goal ?? goal;
  return {
    type,
    text,
    day: clock.today(),
    tags: union(tags, answers.tags),
    skills: union(skills, answers.skills),
    private: isPrivate || answers.private === true || type === 'hard-moment',
    ...(chosen === undefined ? {} : { goal: chosen }),
    ...(to === undefined ? {} : { to }),
    ...(minutes === undefined ? {} : { minutes }),
    ...(answers.source && { source: answers.source }),
  };
}

function union(typed: readonly string[], given: readonly string[] = []): readonly string[] {
  return [...new Set([...typed, ...given])];
}

function whatIs({ type, anchor }: Entry): Made['what'] {
  if (type === 'thanks') return 'entry';
  if (anchor) return 'code';
  return type === 'learning' ? 'learning' : 'entry';
}

async function anchorOf(code: CodePlace, { history, notebook }: Desk): Promise<CodeAnchor | undefined> {
  if (notebook.shared.pathOf(code.file) ?? notebook.private.pathOf(code.file)) return undefined; // a note is no code
  const { codeAnchor } = await import('../../app/code/codeAnchor.ts');
  return codeAnchor(code, history);
}

/** For thanks: whoever wrote most of the selected lines, as the mark that names them. */
async function firstToThank(outloud: OutLoud, { file, lines }: CodePlace): Promise<string> {
  const desk = lines && (await outloud.quietDesk());
  if (!desk) return '';
  const { whomToThank } = await import('../../app/log/whomToThank.ts');
  const [first] = await whomToThank(desk, file, lines);
  return first && /^[\p{L}\p{N}._-]+$/u.test(first.to) ? `@${first.to} ` : '';
}

/** What exists in the notebook already, for completion; it asks nothing and waits for no index but its own. */
async function knownMarks(outloud: OutLoud): Promise<KnownMarks> {
  const desk = await outloud.quietDesk();
  if (!desk) return { tags: [], goals: [], skills: [], people: [] };
  const { marksOfNotes } = await import('./knownMarks.ts');
  return marksOfNotes(desk);
}
