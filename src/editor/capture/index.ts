import type { Disposable } from '../../app/ports.ts';
import type { EntryType } from '../../core/note/note.ts';
import type { OutLoud } from '../outloud.ts';
import { together } from '../support/disposables.ts';
import type { Capture, LogAnswers } from './capture.ts';

const commandOf: Readonly<Record<EntryType, string>> = {
  learning: 'logLearning',
  win: 'logWin',
  thanks: 'logThanks',
  help: 'logHelp',
  experiment: 'logExperiment',
  'hard-moment': 'logHardMoment',
  waste: 'logWaste',
};

/** The commands that log something: one line, Enter, done. */
export function register(outloud: OutLoud): Disposable {
  let capture: Promise<Capture> | undefined;
  let complete: (() => void) | undefined;
  const loaded = () =>
    (capture ??= import('./capture.ts').then(({ Capture }) => {
      const made = new Capture(outloud);
      complete = () => {
        made.complete();
      };
      return made;
    }));
  return together([
    ...(Object.entries(commandOf) as [EntryType, string][]).map(([type, id]) =>
      outloud.command<LogAnswers>(id, async answers => (await loaded()).log({ type, ...answers })),
    ),
    // At once: what is typed behind the Tab must not overtake it.
    outloud.command('completeCapture', () => Promise.resolve(complete?.())),
  ]);
}
