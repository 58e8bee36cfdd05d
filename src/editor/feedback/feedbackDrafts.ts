import type { ExtensionContext } from 'vscode';
import type { InstantFeedback } from '../../core/feedback/instantFeedback.ts';
import type { Notebook } from '../../app/shelf.ts';

/** What somebody is writing down during a talk, kept on this machine after each line: a window may close at any time. */
export class FeedbackDrafts {
  readonly #context: ExtensionContext;
  readonly #key: string;

  constructor(context: ExtensionContext, { place }: Pick<Notebook, 'place'>) {
    this.#context = context;
    this.#key = `feedback.draft ${place.folder}`;
  }

  get(): InstantFeedback | undefined {
    return this.#context.globalState.get<InstantFeedback>(this.#key);
  }

  async keep(draft: InstantFeedback | undefined): Promise<void> {
    await this.#context.globalState.update(this.#key, draft);
  }
}
