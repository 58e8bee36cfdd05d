import type { NotePath } from '../core/note/notePath.ts';

/** A failure told to the person: the message is a finished sentence with the next step. The cause is kept. */
export class Failure extends Error {
  override readonly name: string = 'Failure';
}

/** A note was not written. What she wrote is not lost: `text` holds it. */
export class WriteFailed extends Failure {
  override readonly name = 'WriteFailed';
  readonly text: string;

  constructor(message: string, text: string, options?: ErrorOptions) {
    super(message, options);
    this.text = text;
  }
}

/** A note was not read because it is not safe to. It is treated as private and never rewritten. */
export class NoteRefused extends Failure {
  override readonly name = 'NoteRefused';
  readonly path: NotePath;
  readonly code: 'too-large' | 'not-utf8' | 'binary' | 'link' | 'outside' | 'unreadable';

  constructor(message: string, path: NotePath, code: NoteRefused['code'], options?: ErrorOptions) {
    super(message, options);
    this.path = path;
    this.code = code;
  }
}

/**
 * Whether something thrown is a {@link Failure} of any kind. Told by name and not by class: the start-up file and what it loads
 * later each have their own copy of these classes.
 */
export function isFailure(error: unknown): error is Failure {
  return error instanceof Error && ['Failure', 'WriteFailed', 'NoteRefused'].includes(error.name);
}

/** Whether something thrown is a {@link WriteFailed}, from whichever part. */
export function isWriteFailed(error: unknown): error is WriteFailed {
  return error instanceof Error && error.name === 'WriteFailed';
}
