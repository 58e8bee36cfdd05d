import { isSharingRefused, SharingRefused, type NoteChoice, type NoteClash } from '../../../app/share/noteSharing.ts';
import { mergeNote } from '../../../core/share/mergeNote.ts';
import { GitFailed } from '../gitCall.ts';
import type { Checkout } from './checkout.ts';

/** The commits that are joined, and where they went apart. */
export interface Ends {
  readonly base: string;
  readonly head: string;
  readonly tip: string;
}

/** What notes shall say at the end, by their paths. */
export type ChosenTexts = ReadonlyMap<string, string>;

interface Settling {
  readonly choices: readonly NoteChoice[];
  readonly joining: (chosen: ChosenTexts) => Promise<string>;
}

/**
 * Joins, and where two versions of a note get in each other's way, takes what the person chose between them. Where all of her
 * commits together can be merged though one alone can't, nobody is asked.
 */
export async function settlingClashes(checkout: Checkout, ends: Ends, { choices, joining }: Settling): Promise<string> {
  const chosen = new Map<string, string>();
  for (;;)
    try {
      return await joining(chosen);
    } catch (error) {
      if (!isSharingRefused(error) || error.why !== 'conflict' || chosen.has(error.detail)) throw error;
      const clash = await sidesOf(checkout, ends, error.detail);
      if (!clash) throw error;
      const text = clash.merged.isClean ? clash.merged.text : choices.find(choice => isOf(choice, clash))?.text;
      if (text === undefined) throw new SharingRefused('conflict', clash.path, { cause: error, clash });
      chosen.set(clash.path, text);
    }
}

function isOf(choice: NoteChoice, { path, ours, theirs }: NoteClash): boolean {
  return choice.path === path && choice.ours === ours && choice.theirs === theirs;
}

/** Both versions of a note as they are now; undefined for what is no note of text on both sides. */
async function sidesOf(checkout: Checkout, { base, head, tip }: Ends, path: string): Promise<NoteClash | undefined> {
  if (!path.startsWith(checkout.prefix) || !/\.md$/i.test(path)) return undefined;
  const texts = await Promise.all([base, head, tip].map(commit => textOf(checkout, `${commit}:${path}`)));
  const [before = '', ours, theirs] = texts;
  if (ours === undefined || theirs === undefined) return undefined;
  return { path, base: before, ours, theirs, merged: mergeNote({ base: before, ours, theirs }) };
}

/** The text of a blob; undefined where there is none, or it is no text. */
export async function textOf({ git }: Pick<Checkout, 'git'>, blob: string): Promise<string | undefined> {
  try {
    const bytes = await git.bytes(['cat-file', 'blob', blob], { cap: 2 << 20 });
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof GitFailed || error instanceof TypeError) return undefined;
    throw error;
  }
}
