import type { EntryType } from '../note/note.ts';
import { titleOf } from '../note/noteName.ts';
import { escapeText } from '../markdown/markdown.ts';
import type { Entry } from './entry.ts';

/** The handles or names an entry is for: whom she thanks or asks. */
export function peopleOf({ to }: Entry): readonly string[] {
  return (to ?? '').split(',').flatMap(name => name.trim() || []);
}

/**
 * An entry's words as the title and the body of its note. An experiment or a question may be told with arrows, and each
 * step gets its heading: `batches halve the p99 → 50 a batch → it went up → the lock is the limit`.
 */
export function wordsOf(entry: Entry): { readonly title: string; readonly body: string } {
  const [words = '', ...steps] = stepsOf(entry);
  const { title, rest } = titleOf(words);
  const told = steps.map((step, index) => `## ${headings[entry.type]?.[index] ?? ''}\n\n${step}`);
  return {
    title: title || untitled(entry),
    body: [rest, ...told, peopleLine(entry)].filter(part => part !== '').join('\n\n'),
  };
}

const headings: Partial<Readonly<Record<EntryType, readonly string[]>>> = {
  experiment: ['Try', 'Result', 'Learned'],
  help: ['What I tried'],
};

/** The words before the first arrow, and one step for each heading there is; the last one keeps what is left. */
function stepsOf({ type, text }: Entry): readonly string[] {
  const names = headings[type] ?? [];
  const parts = names.length > 0 && !text.includes('`') ? text.split(/\s+(?:→|->|=>)\s+/u) : [text];
  const last = parts.slice(names.length).join(' → ');
  const steps = parts.length > names.length ? [...parts.slice(0, names.length), last] : parts;
  return steps.map(step => step.trim()).filter((step, index) => index === 0 || step !== '');
}

/** Names the people where her own words do not. */
function peopleLine(entry: Entry): string {
  const unnamed = peopleOf(entry).filter(name => !entry.text.toLowerCase().includes(name.toLowerCase()));
  if (unnamed.length === 0 || entry.text.trim() === '') return '';
  if (entry.type === 'help') return `Whom I ask: ${unnamed.map(escapeText).join(', ')}`;
  return entry.type === 'thanks' ? `Thanks to ${unnamed.map(escapeText).join(', ')}` : '';
}

function untitled(entry: Entry): string {
  const people = peopleOf(entry).join(', ');
  if (entry.type === 'thanks' && people !== '') return `Thanks to ${people}`;
  return nameless[entry.type];
}

const nameless: Readonly<Record<EntryType, string>> = {
  learning: 'Something learned',
  win: 'A win',
  thanks: 'Thanks',
  help: 'Help wanted',
  experiment: 'An experiment',
  'hard-moment': 'A hard moment',
  waste: 'Time wasted',
};
