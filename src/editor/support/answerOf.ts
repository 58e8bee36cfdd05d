import type { Event, QuickInput } from 'vscode';

/** Shows an input until Enter finds an answer or it is hidden, and takes it away. Undefined for "not now". */
export async function answerOf<A>(
  input: QuickInput & { readonly onDidAccept: Event<void> },
  answer: () => A | undefined,
): Promise<A | undefined> {
  try {
    return await new Promise<A | undefined>(resolve => {
      input.onDidAccept(() => {
        const found = answer();
        if (found !== undefined) resolve(found);
      });
      input.onDidHide(() => {
        resolve(undefined);
      });
      input.show();
    });
  } finally {
    input.dispose();
  }
}
