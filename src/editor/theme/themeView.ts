import {
  CodeLens,
  DocumentLink,
  l10n,
  languages,
  Range,
  Uri,
  window,
  workspace,
  type CodeLensProvider,
  type DocumentLinkProvider,
  type EventEmitter,
  type TextDocument,
  type TextDocumentContentProvider,
} from 'vscode';
import type { Disposable } from '../../app/ports.ts';
import type { Notebook } from '../../app/shelf.ts';
import type { ThemePage } from '../../core/theme/themePage.ts';
import type { OutLoud } from '../outloud.ts';
import { together } from '../support/disposables.ts';

/** What stands in the page now. */
interface ShownPage extends ThemePage {
  readonly notebook: Notebook;
}

/** The page of a person's themes: in memory, made anew when it is asked for and when notes change while it is open. */
export class ThemeView implements TextDocumentContentProvider, DocumentLinkProvider, CodeLensProvider, Disposable {
  readonly #outloud: OutLoud;
  readonly #uri: Uri;
  readonly #changed: EventEmitter<Uri>;
  readonly #owned: Disposable;
  #shown: ShownPage | undefined;

  /** @param changed told of the page that is to be made anew */
  constructor(outloud: OutLoud, scheme: string, changed: EventEmitter<Uri>) {
    this.#outloud = outloud;
    this.#uri = Uri.from({ scheme, path: '/What comes back.md' });
    this.#changed = changed;
    this.#owned = together([
      languages.registerDocumentLinkProvider({ scheme }, this),
      languages.registerCodeLensProvider({ scheme }, this),
      outloud.notebooks.onChange(({ shelf }) => {
        if (shelf !== 'private' && this.#isOpen()) changed.fire(this.#uri);
      }),
    ]);
  }

  /** Shows the page. Answers its text, or undefined for "not now". */
  async show(): Promise<string | undefined> {
    if (!(await this.#outloud.deskWithNotes())) return undefined;
    this.#changed.fire(this.#uri);
    const document = await workspace.openTextDocument(this.#uri);
    await window.showTextDocument(document);
    return document.getText();
  }

  async provideTextDocumentContent(): Promise<string> {
    const desk = await this.#outloud.quietDesk();
    if (!desk) return '';
    const [{ themesForMe }, { printThemes }, { personCalled }] = await Promise.all([
      import('../../app/theme/themesForMe.ts'),
      import('../../core/theme/themePage.ts'),
      import('../../core/people/identity.ts'),
    ]);
    const page = printThemes(await themesForMe(desk), handle => personCalled(handle, desk.team).name);
    this.#shown = { ...page, notebook: desk.notebook };
    return page.text;
  }

  /** Each quote leads to the answer it stands in. */
  provideDocumentLinks(document: TextDocument): DocumentLink[] {
    const page = this.#pageOf(document);
    if (!page) return [];
    return page.quotes.map(({ line, quote: { path, line: at } }) => {
      const note = Uri.file(page.notebook.shared.locate(path)).with({ fragment: `L${at}` });
      const link = new DocumentLink(rangeOf(document, line, '- '.length), note);
      link.tooltip = l10n.t('Open the answer');
      return link;
    });
  }

  provideCodeLenses(document: TextDocument): CodeLens[] {
    return (this.#pageOf(document)?.headings ?? []).flatMap(({ line, theme: { key } }) => {
      const lens = (title: string, as: 'strength' | 'goal') =>
        new CodeLens(rangeOf(document, line), { title, command: 'outloud.useTheme', arguments: [{ theme: key, as }] });
      return [
        lens(l10n.t('$(sparkle) It is a strength of mine'), 'strength'),
        lens(l10n.t('$(target) Make it a goal'), 'goal'),
      ];
    });
  }

  dispose(): void {
    this.#owned.dispose();
  }

  #isOpen(): boolean {
    return workspace.textDocuments.some(({ uri }) => uri.scheme === this.#uri.scheme);
  }

  /** What the lines stand for, where the document still shows that page. */
  #pageOf(document: TextDocument): ShownPage | undefined {
    return this.#shown?.text === document.getText() ? this.#shown : undefined;
  }
}

function rangeOf(document: TextDocument, line: number, from = 0): Range {
  return new Range(line, from, line, document.lineAt(line).range.end.character);
}
