import { commitUrl, linesUrl, type Forge } from '../forge/forge.ts';
import { compareUrl } from '../forge/comparePages.ts';
import { cleanText, shortened } from '../markdown/cleanText.ts';
import { codeSpan, escapeSentence, escapeText, link } from '../markdown/markdown.ts';
import { fileNameOf } from '../note/noteName.ts';
import type { Handle, SharedPath } from '../note/notePath.ts';
import { printNote, printTitle } from '../note/printNote.ts';
import type { Day } from '../time/day.ts';
import { capitalized } from '../work/plainText.ts';

/** Some commits somebody asks about. Everything in it is a stranger's text. */
export interface AskedRange {
  readonly forge?: Forge | undefined;
  readonly base: string;
  readonly head: string;
  /** As people call it: `main..outbox`. */
  readonly name: string;
  /** The newest first. */
  readonly commits: readonly { readonly hash: string; readonly subject: string }[];
  readonly files: readonly string[];
}

/** A file, or some of its lines, somebody asks about. */
export interface AskedFile {
  readonly path: string;
  readonly lines?: readonly [number, number] | undefined;
  readonly permalink?: string | undefined;
}

/** A page of a forge somebody asks about. */
export interface AskedPull {
  readonly name: string;
  readonly url?: string | undefined;
}

/** A request to be written. */
export interface NewRequest {
  readonly day: Day;
  readonly title: string;
  /** The key `about`, as `printAbout` writes it. */
  readonly about: string;
  readonly to: readonly Handle[];
  readonly kind?: string | undefined;
  readonly due?: Day | undefined;
  /** The headings. */
  readonly questions: readonly string[];
  /** What the asker is unsure about, in her words: her own question. */
  readonly unsure?: string | undefined;
  readonly range?: AskedRange | undefined;
  readonly file?: AskedFile | undefined;
  readonly pull?: AskedPull | undefined;
  /** Why these people, each a sentence's end: `Sam reviewed these files since June`. */
  readonly because: readonly string[];
}

/**
 * Where a request goes: into the asker's own folder.
 *
 * @example
 * requestPath('ada', { day: '2026-11-19', title: 'db.ts: design' }); //=> 'people/ada/feedback/2026-11-19-db-ts-design.md'
 */
export function requestPath(me: Handle, { day, title }: Pick<NewRequest, 'day' | 'title'>): SharedPath {
  const words = title.replace(/(?<=[\p{L}\p{N}])\.(?=[\p{L}\p{N}])/gu, ' '); // a file's name stays two words
  return `people/${me}/feedback/${day}-${fileNameOf(words)}.md` as SharedPath;
}

/** The text of a new request. */
export function printRequest(request: NewRequest): string {
  const { title, about, to, due, kind, day, questions, unsure, range, file, pull, because } = request;
  const parts = [
    unsure === undefined ? '' : `What I am unsure about: ${escapeSentence(unsure)}`,
    pull ? `It is ${link(pull.name, pull.url)}.` : '',
    range ? rangeLines(range) : '',
    file ? `It is about ${fileLink(file)}.` : '',
    becauseLine(because),
    questions.map(question => `## ${printTitle(shortened(capitalized(cleanText(question)), 300))}`).join('\n\n'),
  ];
  return printNote({
    head: { type: 'feedback-request', about: shortened(cleanText(about), 500), to, date: day, due, kind },
    title,
    body: parts.filter(part => part !== '').join('\n\n'),
  });
}

function becauseLine(because: readonly string[]): string {
  const words = because.map(escapeText).filter(each => each !== '');
  return words.length === 0 ? '' : `Asked because ${words.join('; ')}.`;
}

/** So many subjects tell what it is; the comparison tells the rest. */
const mostSubjects = 7;

function rangeLines(range: AskedRange): string {
  const { forge, base, head, name, commits } = range;
  const whole = forge && compareUrl(forge, base, head);
  const where = placeOf(range);
  const shown = commits.toReversed().slice(0, mostSubjects);
  const rest = commits.length > shown.length ? [`- and more: ${linkedRange(name, whole)}`] : [];
  const subjects = shown.map(({ hash, subject }) => {
    const id = hash.slice(0, 7);
    return `- ${escapeSentence(shortened(subject.trim() || 'a commit', 120))} (${forge ? link(id, commitUrl(forge, hash)) : codeSpan(id)})`;
  });
  return [`It is ${linkedRange(name, whole)}${where}:`, '', ...subjects, ...rest].join('\n');
}

function linkedRange(name: string, url: string | undefined): string {
  return url === undefined ? codeSpan(name) : link(`\`${name.replaceAll('`', '')}\``, url);
}

/** `, in one file`, or the folder that holds more than half of what is changed. */
function placeOf({ files, forge, head }: AskedRange): string {
  const [only] = files;
  if (only === undefined) return '';
  if (files.length === 1)
    return `, in ${forge ? link(`\`${shortened(only, 100)}\``, linesUrl(forge, head, only)) : codeSpan(shortened(only, 100))}`;
  const folder = mainFolder(files);
  return folder === undefined ? '' : `, mostly in ${codeSpan(shortened(folder, 100))}`;
}

/**
 * The deepest folder that holds most of the files.
 *
 * @example
 * mainFolder(['a/b/x.ts', 'a/b/y.ts', 'c.ts']); //=> 'a/b'
 */
export function mainFolder(files: readonly string[]): string | undefined {
  const held = new Map<string, number>();
  for (const file of files) {
    const steps = file.split('/').slice(0, -1);
    for (let depth = 1; depth <= steps.length; depth++) {
      const folder = steps.slice(0, depth).join('/');
      held.set(folder, (held.get(folder) ?? 0) + 1);
    }
  }
  const most = [...held].filter(([, count]) => count > files.length / 2).map(([folder]) => folder);
  return most.sort((a, b) => b.split('/').length - a.split('/').length)[0];
}

function fileLink({ path, lines, permalink }: AskedFile): string {
  const at = lines === undefined ? '' : `:${lines[0] === lines[1] ? String(lines[0]) : lines.join('-')}`;
  const shown = `${shortened(path, 150)}${at}`;
  return permalink === undefined ? codeSpan(shown) : link(shown, permalink);
}
