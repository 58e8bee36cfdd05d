import { l10n, window, workspace, type ExtensionContext } from 'vscode';
import type { Desk } from '../../app/desk.ts';
import type { History } from '../../app/ports.ts';
import type { Notebook } from '../../app/shelf.ts';

/** Who sits in front of the editor, and who works with her. */
export type Present = Pick<Desk, 'me' | 'team'>;

const answerKey = 'me';

/** Knows who she is: the setting, else git and `team.md`, else what she answered once. */
export class Identity {
  readonly #context: ExtensionContext;

  constructor(context: ExtensionContext) {
    this.#context = context;
  }

  /**
   * Who she is in this notebook, or in none.
   *
   * @param mayAsk whether she may be asked where nobody knows; the answer is remembered on this machine
   * @returns undefined where nobody knows, or she said "not now"
   */
  async of(
    notebook: Notebook | undefined,
    history: History | undefined,
    mayAsk: boolean,
  ): Promise<Present | undefined> {
    const { teamOf, whoAmI } = await import('../../app/whoAmI.ts');
    const team = notebook ? (await teamOf(notebook.shared)).members : [];
    const setting = workspace.getConfiguration('outloud').get<string>('me', '');
    const answered = this.#context.globalState.get<string>(answerKey);
    const known =
      (await whoAmI({ setting, team, history })) ?? (answered && (await whoAmI({ setting: answered, team, history })));
    if (known) return { me: known, team };
    const answer = mayAsk ? await askWhoSheIs() : undefined;
    const me = answer === undefined ? undefined : await whoAmI({ setting: answer, team });
    if (!me) return undefined;
    await this.#context.globalState.update(answerKey, answer);
    return { me, team };
  }
}

async function askWhoSheIs(): Promise<string | undefined> {
  const answer = await window.showInputBox({
    title: l10n.t('Out Loud'),
    prompt: l10n.t('What are you called? Your notes go into a folder of that name. You are asked once.'),
    placeHolder: l10n.t('a name or a handle, such as Ada'),
    ignoreFocusOut: true,
    validateInput: text => (/[\p{L}\p{N}]/u.test(text) ? undefined : l10n.t('A name has at least one letter.')),
  });
  return answer?.trim();
}
