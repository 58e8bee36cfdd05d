import { Uri, type TextDocumentContentProvider } from 'vscode';
import type { FileVersion } from '../../app/ports.ts';

/** How many are kept: more than stand side by side in a window. */
const most = 20;

/** What notes once said, as documents that can be read and not written. */
export class EarlierTexts implements TextDocumentContentProvider {
  static readonly scheme = 'outloud-earlier';
  readonly #texts = new Map<string, string>();

  /** The document of an earlier text of a file. */
  uriOf(file: Uri, { hash, text }: FileVersion): Uri {
    const uri = Uri.from({ scheme: EarlierTexts.scheme, path: file.path, query: hash });
    this.#texts.delete(uri.toString());
    this.#texts.set(uri.toString(), text);
    const oldest = this.#texts.keys().next().value;
    if (this.#texts.size > most && oldest !== undefined) this.#texts.delete(oldest);
    return uri;
  }

  provideTextDocumentContent(uri: Uri): string {
    return this.#texts.get(uri.toString()) ?? '';
  }
}
