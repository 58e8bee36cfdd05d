import type { LogType } from '../note/note.ts';

/** What an entry is called beside its title. Most are learnings: they need no word. */
export const typeWords: Readonly<Record<LogType, string>> = {
  learning: '',
  win: 'win',
  thanks: 'thanks',
  help: 'help wanted',
  experiment: 'experiment',
  'hard-moment': 'hard moment',
  waste: 'waste',
  book: 'book',
  article: 'article',
};

/** The codicon an entry is shown with. */
export const typeIcons: Readonly<Record<LogType, string>> = {
  learning: 'lightbulb',
  win: 'star-empty',
  thanks: 'heart',
  help: 'question',
  experiment: 'beaker',
  'hard-moment': 'lock',
  waste: 'watch',
  book: 'book',
  article: 'file-text',
};
