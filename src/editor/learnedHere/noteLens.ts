import { CodeLens, Range, Uri, workspace, type TextDocument } from 'vscode';
import type { FileInFront, Whereabouts } from '../../app/code/followHere.ts';
import type { FilesPast } from '../../app/ports.ts';
import type { CodeEntry } from '../../core/code/codeEntry.ts';
import type { OutLoud } from '../outloud.ts';
import { openDocument } from '../support/openDocuments.ts';
import type { LearnedHere } from './learnedHere.ts';
import { whereWords } from './hereWords.ts';

/** A larger file is not looked through. */
const largest = 2 << 20;

/** Says above the link of an entry's note where its code is now, or since when it is gone. Nothing is written. */
export async function noteLens(
  outloud: OutLoud,
  here: LearnedHere,
  { document, entry }: { readonly document: TextDocument; readonly entry: CodeEntry },
): Promise<CodeLens[]> {
  const past = entry.code.commit === undefined ? undefined : await repositoryOf(outloud, here, entry);
  if (!past) return [];
  const follower = here.follower(past);
  const now = await fileInFront(past, await follower.pathOf(entry));
  const at: Whereabouts = now ? await follower.follow(entry, now) : { kind: 'unknown' };
  const title = whereWords(at);
  if (title === undefined) return [];
  const line = lineOfLink(document, entry);
  const opens = at.kind === 'here' && { command: 'vscode.open', arguments: openAt(past, at) };
  return [new CodeLens(new Range(line, 0, line, 0), { title, ...(opens || { command: '' }) })];
}

/** The repository an entry's code is in: by its name, else the one that has its commit. */
async function repositoryOf(outloud: OutLoud, here: LearnedHere, entry: CodeEntry): Promise<FilesPast | undefined> {
  const repositories = (await outloud.history?.repositories()) ?? [];
  const byName = repositories.toSorted(
    (a, b) => Number(b.name === entry.code.repo) - Number(a.name === entry.code.repo),
  );
  for (const { root } of byName.slice(0, 10)) {
    const past = await here.pastOf(Uri.joinPath(Uri.file(root), 'any').fsPath);
    if (past && (await here.follower(past).isOfHere(entry))) return past;
  }
  return undefined;
}

/** A file as she sees it: what is open counts. Undefined where it is too large to be looked through. */
async function fileInFront({ root }: FilesPast, path: string): Promise<FileInFront | undefined> {
  const uri = Uri.joinPath(Uri.file(root), path);
  const open = openDocument(uri.fsPath);
  if (open) return { path, text: open.getText() };
  try {
    if ((await workspace.fs.stat(uri)).size > largest) return undefined;
    return { path, text: new TextDecoder().decode(await workspace.fs.readFile(uri)) };
  } catch {
    return { path }; // there is none
  }
}

function openAt({ root }: FilesPast, { path, lines }: Extract<Whereabouts, { kind: 'here' }>): unknown[] {
  const selection = new Range(lines[0] - 1, 0, lines[1] - 1, Number.MAX_SAFE_INTEGER);
  return [Uri.joinPath(Uri.file(root), path), { selection }];
}

/** The line of the body that names the file, as the entry was written; else the first. */
function lineOfLink(document: TextDocument, { code }: CodeEntry): number {
  for (let line = document.lineCount - 1; line > 0; line--) {
    const words = document.lineAt(line).text.replaceAll('\\', '');
    if (words.includes(code.path) && !/^\s*["']?path["']?\s*:/.test(words)) return line;
  }
  return 0;
}
