import { EventEmitter, languages, workspace, type CodeLensProvider, type TextDocument, type Uri } from 'vscode';
import type { Disposable } from '../../app/ports.ts';
import type { OutLoud } from '../outloud.ts';
import { together } from '../support/disposables.ts';
import { onRepositoryChange } from '../support/gitApi.ts';
import { traceOf } from '../support/tell.ts';
import type { LearnedHere } from './learnedHere.ts';
import type { HereAnswers } from './openLearnedHere.ts';

/** The git extension tells of each status it reads; so many milliseconds of them count as one. */
const repositoryRests = 1000;

/** A quiet line above code where somebody learned something, and in the entry's note where that code is now. */
export function register(outloud: OutLoud): Disposable {
  const changed = new EventEmitter<void>();
  let made: Promise<LearnedHere> | undefined;
  const here = () => (made ??= import('./learnedHere.ts').then(({ LearnedHere: Here }) => new Here(outloud)));
  const lookAgain = (what: 'notes' | 'person' | 'commits') => {
    void made?.then(known => {
      known.forget(what);
      changed.fire();
    });
  };
  let timer: NodeJS.Timeout | undefined;
  return together([
    changed,
    languages.registerCodeLensProvider({ scheme: 'file' }, lenses(outloud, here, changed)),
    outloud.notebooks.onChange(({ paths }) => {
      lookAgain(paths?.some(path => path === 'team.md') ? 'person' : 'notes');
    }),
    outloud.notebooks.onMeant(() => {
      lookAgain('person');
    }),
    onRepositoryChange(() => {
      timer ??= setTimeout(() => {
        timer = undefined;
        lookAgain('commits');
      }, repositoryRests);
    }),
    {
      dispose() {
        clearTimeout(timer);
      },
    },
    outloud.command<HereAnswers>('openLearnedHere', async answers => {
      const { openLearnedHere } = await import('./openLearnedHere.ts');
      return openLearnedHere(outloud, await here(), answers);
    }),
  ]);
}

function lenses({ log }: OutLoud, here: () => Promise<LearnedHere>, { event }: EventEmitter<void>): CodeLensProvider {
  return {
    onDidChangeCodeLenses: event,
    async provideCodeLenses(document: TextDocument, token) {
      if (!isWanted(document.uri)) return [];
      try {
        return await (await here()).lenses(document, token);
      } catch (error) {
        log.error(`learnedHere: ${traceOf(error)}`); // the code is there without it
        return [];
      }
    },
  };
}

function isWanted(uri: Uri): boolean {
  return workspace.getConfiguration('outloud', uri).get('learnedHere', true);
}
