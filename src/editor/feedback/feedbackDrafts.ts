import type { ExtensionContext } from 'vscode';
import type { InstantFeedback } from '../../core/feedback/instantFeedback.ts';
import type { Notebook } from '../../app/shelf.ts';

/** What is begun, and the line that is half typed. */
export interface FeedbackDraft extends InstantFeedback {
  readonly typed?: string;
}

/** What somebody is writing down during a talk, kept on this machine after each line: a window may close at any time. */
export class FeedbackDrafts {
  readonly #context: ExtensionContext;
  readonly #key: string;

  constructor(context: ExtensionContext, { place }: Pick<Notebook, 'place'>) {
    this.#context = context;
    this.#key = `feedback.draft ${place.folder}`;
  }

  get(): FeedbackDraft | undefined {
    return this.#context.globalState.get<FeedbackDraft>(this.#key);
  }

  async keep(draft: FeedbackDraft | undefined): Promise<void> {
    await this.#context.globalState.update(this.#key, draft);
  }
}
