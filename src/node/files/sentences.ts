import { Failure, NoteRefused, WriteFailed } from '../../app/failure.ts';
import type { NotePath } from '../../core/note/notePath.ts';
import { codeOf } from './disk.ts';
import { FolderRefused } from './folders.ts';
import { BytesRefused } from './readNoteBytes.ts';

const folderSentences = {
  link: 'the folder it belongs to is a link to somewhere else. Put a real folder in its place.',
  repository: 'the folder it belongs to is a repository of its own. Move that repository out of the notes.',
  'not-a-folder': 'a file stands where its folder belongs. Move that file away.',
} as const;

const writeSentences: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full. Make some room and try again.',
  EDQUOT: 'your share of the disk is used up. Make some room and try again.',
  EROFS: 'the disk can only be read. Choose a notes folder on another disk.',
  EACCES: 'you may not write there. Change the rights of the folder, or choose another one.',
  EPERM: 'you may not write there. Change the rights of the folder, or choose another one.',
  EBUSY: 'another program holds it. Close it there and try again.',
  ETXTBSY: 'another program holds it. Close it there and try again.',
  EIO: 'the disk reported a fault. Try again, and look after the disk if it happens twice.',
  EMFILE: 'too many files are open. Close some windows and try again.',
  ENFILE: 'too many files are open. Close some windows and try again.',
  ENAMETOOLONG: 'its name is too long for this disk. Choose a shorter title.',
  ENOTDIR: folderSentences['not-a-folder'],
  ELOOP: folderSentences.link,
  ELOCKED: 'another window is writing it. Try again in a moment.',
  EMOVING: 'it kept changing while it was written. Try again in a moment.',
};

const refusedSentences: Readonly<Record<NoteRefused['code'], string>> = {
  'too-large': 'it is larger than 1 MiB. Split it into several notes.',
  'not-utf8': 'it is not UTF-8 text. Save it with that encoding.',
  binary: 'it holds bytes that are no text. Save it as plain text.',
  link: 'it is a link to another file. Put the file itself in its place.',
  outside: 'it lies outside the notes folder. Move it there.',
  unreadable: 'it is no file that can be read. Look at its rights and what it is.',
};

/** A write that failed, told to the person in one sentence and the next step, with her words kept. */
export function writeFailed(error: unknown, path: string, text: string): Failure {
  if (error instanceof WriteFailed || error instanceof NoteRefused) return error;
  return new WriteFailed(`${nameOf(path)} was not written: ${whyNotWritten(error)} Your words are kept.`, text, {
    cause: error,
  });
}

function whyNotWritten(error: unknown): string {
  if (error instanceof Failure) return error.message;
  if (error instanceof FolderRefused) return folderSentences[error.obstacle];
  if (error instanceof BytesRefused) return refusedSentences[error.code];
  const code = codeOf(error);
  return writeSentences[code ?? ''] ?? `the system refused it${code === undefined ? '' : ` (${code})`}. Try again.`;
}

/** A note that is not read because it is not safe to, or that is not there any more. */
export function notRead(error: unknown, path: NotePath): Failure {
  if (error instanceof Failure) return error;
  const name = nameOf(path);
  if (codeOf(error) === 'ENOENT')
    return new Failure(`${name} is not there any more. Look whether it was moved.`, { cause: error });
  if (error instanceof FolderRefused)
    return new NoteRefused(`${name} was not opened: ${folderSentences[error.obstacle]}`, path, 'link', {
      cause: error,
    });
  const code = error instanceof BytesRefused ? error.code : 'unreadable';
  return new NoteRefused(`${name} was not opened: ${refusedSentences[code]}`, path, code, { cause: error });
}

/** The last name of a path, without signs that a message of the editor would draw or make a link of. */
function nameOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.replace(/[\p{C}[\]()$<>`]/gu, '_').slice(0, 120) || 'The note';
}
