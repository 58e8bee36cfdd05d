import { languages, Uri, workspace, type TextDocument } from 'vscode';
import type { Disposable } from '../../app/ports.ts';
import type { Notebook, Shelf } from '../../app/shelf.ts';
import type { NotePath } from '../../core/note/notePath.ts';
import type { OutLoud } from '../outloud.ts';
import { together } from '../support/disposables.ts';
import { traceOf } from '../support/tell.ts';
import { openDocument } from '../support/openDocuments.ts';

/** How long the typing in a note has to rest before it is read again, in milliseconds. */
const rest = 300;

/** Problems of notes: of every note as it is on disk, and of an open one as it is being typed. */
export function register(outloud: OutLoud): Disposable {
  const problems = languages.createDiagnosticCollection('outloud');
  const timers = new Map<string, NodeJS.Timeout>();

  const readOpen = async (document: TextDocument) => {
    const note = await noteOf(outloud, document);
    if (!note) return;
    const yaml = await outloud.world.yaml();
    const [{ readNote }, { diagnosticsOf }] = await Promise.all([
      import('../../core/note/readNote.ts'),
      import('../support/diagnostics.ts'),
    ]);
    if (!document.isClosed)
      problems.set(document.uri, diagnosticsOf(document, readNote(note, document.getText(), yaml)));
  };
  const soon = (document: TextDocument, ms = rest) => {
    if (document.languageId !== 'markdown' || document.uri.scheme !== 'file') return;
    const key = document.uri.toString();
    clearTimeout(timers.get(key));
    timers.set(
      key,
      setTimeout(() => {
        timers.delete(key);
        readOpen(document).catch((error: unknown) => {
          outloud.log.error(`problems: ${traceOf(error)}`);
        });
      }, ms),
    );
  };
  const readShelf = async <P extends NotePath>(shelf: Shelf<P>, paths?: readonly P[]) => {
    const wanted = paths && new Set(paths);
    const notes = (await shelf.notes()).filter(({ path }) => wanted?.has(path) ?? true);
    const present = new Set(notes.map(({ path }) => path));
    for (const path of paths ?? []) if (!present.has(path)) problems.delete(Uri.file(shelf.locate(path)));
    for (const note of notes) {
      const file = shelf.locate(note.path);
      if (openDocument(file)) continue; // read as it is typed
      const uri = Uri.file(file);
      if (note.problems.length === 0) problems.delete(uri);
      else {
        const { diagnosticsOf } = await import('../support/diagnostics.ts');
        problems.set(uri, diagnosticsOf(await shelf.read(note.path).catch(() => ''), note));
      }
    }
  };
  const readNotebook = ({ shared, private: own }: Notebook) => Promise.all([readShelf(shared), readShelf(own)]);

  workspace.textDocuments.forEach(document => {
    soon(document);
  });
  return together([
    problems,
    languages.registerCodeActionsProvider(
      { language: 'markdown', scheme: 'file' },
      {
        async provideCodeActions(document, _range, { diagnostics }) {
          const ours = diagnostics.filter(({ source }) => source === 'Out Loud');
          return ours.length === 0 ? [] : (await import('./quickFixes.ts')).quickFixes(document, ours);
        },
      },
    ),
    workspace.onDidOpenTextDocument(document => {
      soon(document, 0);
    }),
    workspace.onDidChangeTextDocument(({ document }) => {
      soon(document);
    }),
    outloud.notebooks.onChange(({ notebook, shelf, paths }) => {
      const reading = paths ? readShelf<NotePath>(notebook[shelf], paths) : readNotebook(notebook);
      reading.catch((error: unknown) => {
        outloud.log.error(`problems: ${traceOf(error)}`);
      });
    }),
    {
      dispose: () => {
        timers.forEach(timer => {
          clearTimeout(timer);
        });
      },
    },
  ]);
}

/** The note an open document is, with its path on its shelf; undefined where it belongs to no notebook. */
async function noteOf(outloud: OutLoud, { uri }: TextDocument): Promise<NotePath | undefined> {
  const notebook = await outloud.notebooks.holding(uri.fsPath);
  return notebook && (notebook.shared.pathOf(uri.fsPath) ?? notebook.private.pathOf(uri.fsPath));
}
