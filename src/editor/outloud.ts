import { commands, EventEmitter, Uri, window, type Event, type ExtensionContext } from 'vscode';
import type { Desk } from '../app/desk.ts';
import { laterHistory } from '../app/laterHistory.ts';
import type { Disposable, History } from '../app/ports.ts';
import type { NoteSharing } from '../app/share/noteSharing.ts';
import type { Notebook } from '../app/shelf.ts';
import type { NotePath } from '../core/note/notePath.ts';
import { Attention } from './support/attention.ts';
import { together } from './support/disposables.ts';
import { GoalAdditions } from './support/goalAdditions.ts';
import { gitPathOfMachine } from './support/gitPath.ts';
import { Identity } from './support/identity.ts';
import { Notebooks } from './support/notebooks.ts';
import { ShownPerson } from './support/shownPerson.ts';
import { tell } from './support/tell.ts';
import { isWorkspaceTrusted } from './support/trust.ts';
import { foldersOfWindow } from './support/windowPlaces.ts';
import type { HistoryOptions, World } from './support/world.ts';

/** Something a command made, for whoever shows it: the status bar, the trees, the walkthrough. */
export interface Made {
  readonly what: 'learning' | 'code' | 'goal' | 'evidence' | 'weekly' | 'entry';
  readonly title: string;
  readonly uri: Uri;
}

/** Where a note lies and on which shelf. */
export interface NotePlace {
  readonly shelf: 'shared' | 'private';
  readonly path: NotePath;
}

/** What every feature is handed: the notebook, the person, the history, and the ways to be heard. All made when first used. */
export class OutLoud implements Disposable {
  readonly world: World;
  readonly notebooks: Notebooks;
  readonly identity: Identity;
  readonly shownPerson = new ShownPerson();
  readonly goalAdditions = new GoalAdditions();
  readonly attention: Attention;
  readonly context: ExtensionContext;
  readonly log = window.createOutputChannel('Out Loud', { log: true });
  readonly #made = new EventEmitter<Made>();
  readonly #owned: Disposable;
  #history: History | undefined;

  constructor(context: ExtensionContext, world: World) {
    this.context = context;
    this.world = world;
    this.notebooks = new Notebooks(context, world);
    this.identity = new Identity(context);
    this.attention = new Attention(context);
    const knownAnew = this.identity.onChange(() => {
      this.notebooks.lookAnew();
    });
    this.#owned = together([
      this.log,
      this.#made,
      this.notebooks,
      this.shownPerson,
      this.goalAdditions,
      this.attention,
      this.identity,
      knownAnew,
    ]);
  }

  /** Told of every note a command made. */
  get onMade(): Event<Made> {
    return this.#made.event;
  }

  /** Says that a note was made. */
  tellMade(made: Made): void {
    this.#made.fire(made);
  }

  /**
   * Registers a command. What it throws is told to the person in a sentence, or kept in the log, and the command answers
   * undefined: no failure goes unheard, and none reaches the editor as raw text.
   *
   * @param id without `outloud.`
   */
  command<Answers extends object>(id: string, run: (answers: Partial<Answers>) => Promise<unknown>): Disposable {
    return commands.registerCommand(`outloud.${id}`, (answers?: unknown) =>
      this.attempt(id, () => run(answersIn<Answers>(answers))),
    );
  }

  /**
   * Registers the commands of one module, which is loaded when the first of them is used: each is a function of the command's name that
   * takes what is known and returns what it made.
   */
  commandsOf<Id extends string>(
    load: () => Promise<Readonly<Record<Id, (outloud: this, answers: never) => Promise<unknown>>>>,
    ids: readonly Id[],
  ): Disposable {
    return together(ids.map(id => this.command(id, async answers => (await load())[id](this, answers as never))));
  }

  /** Does something a person asked for in another way than by a command; a failure is heard all the same. */
  async attempt<Result>(name: string, run: () => Promise<Result>): Promise<Result | undefined> {
    try {
      return await run();
    } catch (error) {
      tell(error, name, this.log);
      return undefined;
    }
  }

  /** What git knows; its reader is loaded when it is first asked. Undefined in Restricted Mode, where git is not started. */
  get history(): History | undefined {
    if (!isWorkspaceTrusted()) return undefined;
    this.#history ??= laterHistory(() => this.#loadHistory());
    return this.#history;
  }

  /**
   * Everything a verb needs, asking the person for what nobody knows: where the notebook shall be, and who she is.
   *
   * @returns undefined where she said "not now"
   */
  async desk(): Promise<Desk | undefined> {
    const notebook = await this.notebooks.choose();
    return notebook && this.#deskOf(notebook, true);
  }

  /** The same for a verb that looks at notes, or goes on with one: where there is none yet it says so, and begins no notebook. */
  async deskWithNotes(): Promise<Desk | undefined> {
    const notebook = await this.notebooks.chooseFound();
    return notebook && this.#deskOf(notebook, true);
  }

  /** What {@link desk} answers, without a question: undefined where there is no notebook yet, or nobody knows who she is. */
  async quietDesk(): Promise<Desk | undefined> {
    const notebook = await this.notebooks.current();
    return notebook && this.#deskOf(notebook, false);
  }

  /**
   * The person and her history, where no note is needed: it asks for no notebook.
   *
   * @returns undefined where nobody knows who she is, and she said "not now"
   */
  async person(): Promise<Omit<Desk, 'notebook'> | undefined> {
    const { history } = this;
    const notebook = await this.notebooks.current();
    const known = await this.identity.of(notebook, history, true);
    return known && { ...known, clock: this.world.clock, ...(history ? { history } : {}) };
  }

  /** How the notes of a notebook get into git; undefined in Restricted Mode, where git is not started. */
  async sharing({ place }: Pick<Notebook, 'place'>): Promise<NoteSharing | undefined> {
    return isWorkspaceTrusted() ? this.world.sharing(place, this.#gitOptions()) : undefined;
  }

  /** Where a note is on this machine. */
  uriOf(notebook: Notebook, { shelf, path }: NotePlace): Uri {
    return Uri.file(notebook[shelf].locate(path as never)); // the shelf and its path come from one place
  }

  #loadHistory(): Promise<History> {
    return this.world.history(this.#gitOptions());
  }

  #gitOptions(): HistoryOptions {
    const gitPath = gitPathOfMachine();
    return {
      folders: foldersOfWindow,
      storage: Uri.joinPath(this.context.globalStorageUri, 'history').fsPath,
      log: line => {
        this.log.debug(line);
      },
      ...(gitPath === undefined ? {} : { gitPath }),
    };
  }

  async #deskOf(notebook: Notebook, mayAsk: boolean): Promise<Desk | undefined> {
    const { history } = this;
    const known = await this.identity.of(notebook, history, mayAsk);
    if (!known) return undefined;
    return { notebook, ...known, clock: this.world.clock, ...(history ? { history } : {}) };
  }

  dispose(): void {
    this.#owned.dispose();
  }
}

/** What a command was given: by a caller, or by the row of a tree it was chosen on. A menu of a file passes its Uri, which is no answer. */
function answersIn<Answers>(value: unknown): Partial<Answers> {
  if (typeof value !== 'object' || value === null || value instanceof Uri || Array.isArray(value)) return {};
  if (!('label' in value)) return value;
  return ('answers' in value ? value.answers : {}) as Partial<Answers>; // a row of ours
}
