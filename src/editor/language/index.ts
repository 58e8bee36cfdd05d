import { languages, type DocumentSelector } from 'vscode';
import type { Disposable } from '../../app/ports.ts';
import type { OutLoud } from '../outloud.ts';
import { together } from '../support/disposables.ts';

const notes: DocumentSelector = { language: 'markdown', scheme: 'file' };

/** The notes as a language: what a name in them means, where it is used, how it goes on, and another name for it. */
export function register(outloud: OutLoud): Disposable {
  return together([
    languages.registerCompletionItemProvider(
      notes,
      {
        provideCompletionItems: async (document, position, token) =>
          (await import('./completions.ts')).completions(outloud, { document, position, token }),
      },
      ...['[', '#', '@', ':', ' '],
    ),
    languages.registerHoverProvider(notes, {
      provideHover: async (document, position, token) =>
        (await import('./hovers.ts')).hover(outloud, { document, position, token }),
    }),
    languages.registerDefinitionProvider(notes, {
      provideDefinition: async (document, position, token) =>
        (await import('./definitions.ts')).definition(outloud, { document, position, token }),
    }),
    languages.registerReferenceProvider(notes, {
      provideReferences: async (document, position, { includeDeclaration }, token) =>
        (await import('./references.ts')).references(outloud, { document, position, token }, includeDeclaration),
    }),
    languages.registerRenameProvider(notes, {
      prepareRename: async (document, position, token) =>
        (await import('./renames.ts')).prepareRename(outloud, { document, position, token }),
      provideRenameEdits: async (document, position, newName, token) =>
        (await import('./renames.ts')).renameEdits(outloud, { document, position, token }, newName),
    }),
    languages.registerDocumentLinkProvider(notes, {
      provideDocumentLinks: async (document, token) =>
        (await import('./documentLinks.ts')).documentLinks(outloud, document, token),
    }),
  ]);
}
