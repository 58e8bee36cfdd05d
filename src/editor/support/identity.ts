import { EventEmitter, workspace, type ExtensionContext } from 'vscode';
import type { Desk } from '../../app/desk.ts';
import type { Disposable, History } from '../../app/ports.ts';
import type { Notebook } from '../../app/shelf.ts';
import type { Ident } from '../../core/people/person.ts';

/** Who sits in front of the editor, and who works with her. */
export type Present = Pick<Desk, 'me' | 'team'>;

const answerKey = 'me';
const identsKey = 'idents';

/** For how long views take git's last answer without asking it again, in milliseconds. */
const fresh = 10_000;

/** Knows who she is: the setting, else git and `team.md`, else what she answered once. */
export class Identity implements Disposable {
  readonly #context: ExtensionContext;
  readonly #changed = new EventEmitter<void>();
  /** Told when git says another name or address than it did before. */
  readonly onChange = this.#changed.event;
  /** git's answer that is under way. */
  #asking: Promise<readonly Ident[]> | undefined;
  #askedAt = -Infinity;

  constructor(context: ExtensionContext) {
    this.#context = context;
  }

  /**
   * Who she is in this notebook, or in none. Where something is about to be written git is asked; a view does not wait for it, and is
   * drawn with what git said last.
   *
   * @param mayAsk whether she may be asked where nobody knows; the answer is remembered on this machine
   * @returns undefined where nobody knows, or she said "not now"
   */
  async of(notebook: Notebook | undefined, git: History | undefined, mayAsk: boolean): Promise<Present | undefined> {
    const { teamOf, whoAmI } = await import('../../app/people/whoAmI.ts');
    const history = git && { identities: () => (mayAsk ? this.#ask(git) : this.#known(git)) };
    const team = notebook ? (await teamOf(notebook.shared)).members : [];
    const setting = workspace.getConfiguration('outloud').get<string>('me', '');
    const answered = this.#context.globalState.get<string>(answerKey);
    const known =
      (await whoAmI({ setting, team, history })) ?? (answered && (await whoAmI({ setting: answered, team, history })));
    if (known) return { me: known, team };
    const answer = mayAsk ? await (await import('./askWhoSheIs.ts')).askWhoSheIs() : undefined;
    const me = answer === undefined ? undefined : await whoAmI({ setting: answer, team });
    if (!me) return undefined;
    await this.#context.globalState.update(answerKey, answer);
    return { me, team };
  }

  dispose(): void {
    this.#changed.dispose();
  }

  /** What git said last in this workspace. It is asked again behind it, now and then; what it then says otherwise is told. */
  async #known(git: History): Promise<readonly Ident[]> {
    const last = this.#context.workspaceState.get<readonly Ident[]>(identsKey);
    if (!last) return this.#ask(git);
    if (performance.now() - this.#askedAt > fresh) void this.#ask(git).catch(() => undefined); // the last answer holds
    return last;
  }

  #ask(git: History): Promise<readonly Ident[]> {
    this.#asking ??= git
      .identities()
      .then(idents => this.#keep(idents))
      .finally(() => (this.#asking = undefined));
    return this.#asking;
  }

  async #keep(idents: readonly Ident[]): Promise<readonly Ident[]> {
    const last = this.#context.workspaceState.get<readonly Ident[]>(identsKey);
    this.#askedAt = performance.now();
    if (JSON.stringify(last) === JSON.stringify(idents)) return idents;
    await this.#context.workspaceState.update(identsKey, idents);
    if (last) this.#changed.fire();
    return idents;
  }
}
