import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ChildProcess } from 'node:child_process';
import { simpleGit } from 'simple-git';
import { Feed } from './feed.ts';
import { gitEnvironment, settingsEnvironment } from './gitEnvironment.ts';

/** One question to git. Nothing a stranger wrote may stand in an option's place in `args`. */
export interface GitCall {
  readonly cwd: string;
  readonly args: readonly string[];
  /** `GIT_DIR` and the like of a view. */
  readonly env?: Readonly<Record<string, string>>;
  /** Configuration that stands above the repository's and the person's own. Constants of ours, and names of keys of theirs. */
  readonly settings?: readonly (readonly [key: string, value: string])[];
  /** All it is told, or what tells it while it runs. Default: nothing. */
  readonly input?: string | Buffer | Feed;
  readonly signal?: AbortSignal | undefined;
  /** How many bytes git may print before it is stopped. Default 64 MiB. */
  readonly cap?: number;
  /** How many milliseconds git may take in all, and how many it may be silent. Default 60 s for both. */
  readonly timeout?: number;
  readonly silence?: number;
  /** What must have happened before the first chunk is handed over. git runs meanwhile. */
  readonly after?: Promise<unknown>;
}

/** git did not answer. The message holds git's own words: they may quote strangers, so they are never shown as they are. */
export class GitFailed extends Error {
  override readonly name = 'GitFailed';
  readonly why: 'refused' | 'silent' | 'late' | 'flood';
  readonly exitCode: number | null;

  constructor(why: GitFailed['why'], words: string, exitCode: number | null = null) {
    super(words);
    this.why = why;
    this.exitCode = exitCode;
  }
}

export interface GitProgram {
  /** Absolute. */
  readonly path: string;
  readonly environment: Readonly<NodeJS.ProcessEnv>;
  /** Told each command's name, time and exit, never its words. */
  readonly log?: ((line: string) => void) | undefined;
}

const defaults = { cap: 64 << 20, timeout: 60_000, silence: 60_000 };
const keptWords = 8 << 10;

/** What simple-git takes for a danger in a repository's hands. Ours take the danger away. */
const overridesAllowed = {
  allowUnsafeConfigEnvCount: true,
  allowUnsafeFsMonitor: true,
  allowUnsafeHooksPath: true,
  allowUnsafeFilter: true,
  allowUnsafeDiffExternal: true,
  allowUnsafeDiffTextConv: true,
  allowUnsafeMergeDriver: true,
} as const;

/** Runs git through simple-git with everything SAFETY.md asks for around it: nobody else in the product starts a git. */
export class Git {
  readonly #program: GitProgram;

  constructor(program: GitProgram) {
    this.#program = program;
  }

  /** All that git printed, as UTF-8. */
  async text(call: GitCall): Promise<string> {
    return (await this.bytes(call)).toString('utf8');
  }

  async bytes(call: GitCall): Promise<Buffer> {
    const chunks: Buffer[] = [];
    await this.stream(call, chunk => void chunks.push(chunk));
    return Buffer.concat(chunks);
  }

  /**
   * Hands over what git prints as it comes; nothing of it is kept.
   *
   * @throws GitFailed where git refuses, hangs or floods, and the signal's reason where it was aborted.
   */
  async stream(call: GitCall, onChunk: (chunk: Buffer) => void): Promise<void> {
    call.signal?.throwIfAborted();
    const started = performance.now();
    const run = new Run(call, onChunk);
    try {
      await run.finish(this.#spawn(call, run));
    } finally {
      run.settle();
      const name = call.args.find(arg => /^[a-z][a-z-]+$/.test(arg)) ?? '';
      this.#program.log?.(`git ${name}: ${run.outcome}, ${Math.round(performance.now() - started)} ms`);
    }
  }

  #spawn(call: GitCall, run: Run): Promise<string> {
    const { input = '', settings = [] } = call;
    const env = gitEnvironment(this.#program.environment, { ...call.env, ...settingsEnvironment(settings) });
    const guarded = Object.keys(env).filter(name => name.startsWith('GIT_'));
    return simpleGit({
      baseDir: call.cwd,
      binary: this.#program.path,
      maxConcurrentProcesses: 1,
      trimmed: false,
      allowEnvironment: guarded,
      abort: run.stopped,
      completion: { onClose: true, onExit: false },
      // A Buffer, since only that closes stdin where there is nothing to say; a feed does so itself.
      ...(!(input instanceof Feed) && { input: () => (typeof input === 'string' ? Buffer.from(input) : input) }),
      errors: (error, { exitCode }) =>
        exitCode === 0 && error === undefined ? undefined : run.refusal(exitCode, error),
      // The path is absolute and was looked for outside the workspace; `C:\Program Files` holds a space.
      // The pager, editor and askpass allowed here are our own constants.
      unsafe: {
        allowUnsafeCustomBinary: true,
        allowUnsafePager: true,
        allowUnsafeEditor: true,
        allowUnsafeAskPass: true,
        ...(settings.length > 0 && overridesAllowed),
      },
    })
      .env(env)
      .outputHandler((_command, stdout, stderr) => {
        run.takeOver(stdout, stderr);
      })
      .raw([...call.args]);
  }
}

/** One process from its start to its end: its streams are ours, so that nothing is held twice and it can be stopped. */
class Run {
  outcome = 'done';
  readonly #call: GitCall;
  readonly #onChunk: (chunk: Buffer) => void;
  readonly #stop = new AbortController();
  readonly #failed: Promise<never>;
  readonly #started = new Set<ChildProcess>();
  #child: ChildProcess | undefined;
  #fail!: (reason: unknown) => void;
  #failure: unknown;
  #seen = 0;
  #words = '';
  #silence: NodeJS.Timeout | undefined;
  readonly #late: NodeJS.Timeout;

  /** What came before it could be handed over. The stream can't be paused: Node lets it flow when the process ends. */
  readonly #held: Buffer[] = [];
  #isHeld: boolean;
  readonly #after: Promise<unknown>;

  constructor(call: GitCall, onChunk: (chunk: Buffer) => void) {
    this.#call = call;
    this.#onChunk = onChunk;
    this.#failed = new Promise<never>((_, reject) => (this.#fail = reject));
    this.#failed.catch(() => undefined);
    this.#isHeld = call.after !== undefined;
    this.#after = this.#letGo();
    this.#after.catch(() => undefined);
    call.signal?.addEventListener('abort', this.#onAbort, { once: true });
    subscribe('child_process', this.#onStart);
    const timeout = call.timeout ?? defaults.timeout;
    this.#late = setTimeout(() => {
      this.#kill(new GitFailed('late', 'git took too long'));
    }, timeout);
    this.#heard();
  }

  get stopped(): AbortSignal {
    return this.#stop.signal;
  }

  async finish(spawned: Promise<unknown>): Promise<void> {
    try {
      await Promise.race([Promise.all([spawned, this.#after]), this.#failed]);
    } catch (error) {
      this.outcome = this.#failure instanceof GitFailed ? this.#failure.why : 'failed';
      throw this.#failure ?? error;
    }
  }

  takeOver(stdout: NodeJS.ReadableStream, stderr: NodeJS.ReadableStream): void {
    this.#child = [...this.#started].find(child => child.stdout === stdout);
    unsubscribe('child_process', this.#onStart);
    if (this.#call.input instanceof Feed && this.#child?.stdin) this.#call.input.into(this.#child.stdin);
    stdout.removeAllListeners('data'); // simple-git would keep every byte
    stdout.on('data', (chunk: Buffer) => {
      if (this.#isHeld) this.#held.push(chunk);
      else this.#read(chunk);
    });
    // simple-git waits 50 ms where nothing was printed; an empty chunk says that an empty answer is an answer.
    stdout.once('end', () => stdout.emit('data', Buffer.alloc(0)));
    stderr.removeAllListeners('data');
    stderr.on('data', (chunk: Buffer) => {
      if (this.#words.length < keptWords) this.#words += chunk.toString('utf8', 0, keptWords);
      this.#count(chunk);
    });
  }

  async #letGo(): Promise<void> {
    await this.#call.after;
    this.#isHeld = false;
    for (const chunk of this.#held.splice(0)) this.#read(chunk);
  }

  refusal(exitCode: number | null, error: Buffer | Error | undefined): Error {
    const words = error instanceof Error ? error.message : this.#words;
    this.#failure ??= new GitFailed('refused', words, exitCode);
    return this.#failure as Error;
  }

  settle(): void {
    clearTimeout(this.#late);
    clearTimeout(this.#silence);
    unsubscribe('child_process', this.#onStart);
    this.#call.signal?.removeEventListener('abort', this.#onAbort);
  }

  readonly #onStart = (message: unknown): void => {
    this.#started.add((message as { process: ChildProcess }).process);
  };

  readonly #onAbort = (): void => {
    this.#kill(this.#call.signal?.reason ?? new Error('aborted'));
  };

  readonly #read = (chunk: Buffer): void => {
    if (chunk.length === 0 || this.#failure !== undefined) return;
    this.#count(chunk);
    try {
      this.#onChunk(chunk);
    } catch (error) {
      this.#kill(error);
    }
  };

  #count(chunk: Buffer): void {
    this.#heard();
    this.#seen += chunk.length;
    if (this.#seen > (this.#call.cap ?? defaults.cap)) this.#kill(new GitFailed('flood', 'git printed too much'));
  }

  #heard(): void {
    this.#silence ??= setTimeout(() => {
      this.#kill(new GitFailed('silent', 'git was silent for too long'));
    }, this.#call.silence ?? defaults.silence);
    this.#silence.refresh();
  }

  #kill(reason: unknown): void {
    if (this.#failure !== undefined) return;
    this.#failure = reason;
    this.#child?.kill('SIGKILL');
    this.#stop.abort(); // where the process is not known yet, simple-git keeps it from starting or interrupts it
    this.#child?.stdout?.destroy();
    this.#child?.stderr?.destroy();
    this.#fail(reason);
  }
}
