import { languages, workspace, type CodeAction, type Diagnostic, type TextDocument } from 'vscode';
import type { CheckedGoal } from './checkDocument.ts';
import type { Disposable } from '../../app/ports.ts';
import type { OutLoud } from '../outloud.ts';
import { traceOf } from '../support/tell.ts';

/** How long the typing in a note has to rest before git is asked, in milliseconds. */
const rest = 700;

/** What can't be shown any more of the evidence in the open notes of her own goals. Git is asked behind her back: nothing waits for it. */
export class EvidenceProblems implements Disposable {
  readonly #outloud: OutLoud;
  readonly #shown = languages.createDiagnosticCollection('outloud.evidence');
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #running = new Map<string, AbortController>();
  readonly #checked = new Map<string, CheckedGoal>();

  constructor(outloud: OutLoud) {
    this.#outloud = outloud;
  }

  /** Checks an open document once nothing is typed in it for a moment; what is being checked of it stops. */
  readSoon(document: TextDocument): void {
    if (document.languageId !== 'markdown' || document.uri.scheme !== 'file') return;
    const key = document.uri.toString();
    this.#running.get(key)?.abort();
    clearTimeout(this.#timers.get(key));
    this.#timers.set(
      key,
      setTimeout(() => {
        this.#timers.delete(key);
        void this.#read(document, key);
      }, rest),
    );
  }

  /** Checks all open documents again: branches moved, or notes did. */
  readAll(): void {
    for (const document of workspace.textDocuments) this.readSoon(document);
  }

  forget({ uri }: TextDocument): void {
    const key = uri.toString();
    clearTimeout(this.#timers.get(key));
    this.#running.get(key)?.abort();
    this.#checked.delete(key);
    this.#shown.delete(uri);
  }

  /** What is surely right to do about these problems, as far as they are ours and the text is still the one that was checked. */
  async fixesOf(document: TextDocument, diagnostics: readonly Diagnostic[]): Promise<CodeAction[]> {
    const checked = this.#checked.get(document.uri.toString());
    if (checked?.version !== document.version) return [];
    const { fixesOf } = await import('./evidenceFixes.ts');
    return fixesOf(document, checked, diagnostics);
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    for (const running of this.#running.values()) running.abort();
    this.#shown.dispose();
  }

  async #read(document: TextDocument, key: string): Promise<void> {
    const running = new AbortController();
    this.#running.set(key, running);
    try {
      const { checkDocument } = await import('./checkDocument.ts');
      const checked = await checkDocument(this.#outloud, document, running.signal);
      if (running.signal.aborted || document.isClosed || document.version !== checked.version) return;
      this.#checked.set(key, checked);
      this.#shown.set(
        document.uri,
        checked.finds.map(({ diagnostic }) => diagnostic),
      );
    } catch (error) {
      if (!running.signal.aborted) this.#outloud.log.error(`evidence: ${traceOf(error)}`); // nobody asked for it
    } finally {
      if (this.#running.get(key) === running) this.#running.delete(key);
    }
  }
}
