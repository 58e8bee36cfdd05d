// The weekly note of a folder, printed and not written: dist/terminal.js [--person EMAIL] [--week 2026-W47] FOLDER…
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Desk } from './app/desk.ts';
import { Failure } from './app/failure.ts';
import { openNotebook } from './app/notebook/openNotebook.ts';
import type { History, NotebookHome, NotebookPlace } from './app/ports.ts';
import { teamOf, whoAmI } from './app/people/whoAmI.ts';
import { draftWeek } from './app/week/writeWeek.ts';
import { personCalled } from './core/people/identity.ts';
import type { Member, Person } from './core/people/person.ts';
import { calendarOf } from './core/time/calendar.ts';
import { parseWeek, weekOf, type Week } from './core/time/week.ts';
import type { HistoryNotice } from './core/work/commit.ts';
import { nodeFiles } from './node/files/nodeFiles.ts';
import { nodeHome } from './node/files/nodeHome.ts';
import { findAuthor } from './node/git/findAuthor.ts';
import { findGit } from './node/git/findGit.ts';
import { gitHistory } from './node/git/gitHistory.ts';
import { systemClock } from './node/systemClock.ts';
import { yamlHead } from './node/yamlHead.ts';

interface Question {
  readonly folders: readonly string[];
  readonly person: string | undefined;
  readonly week: Week;
}

const clock = systemClock();
const temporary = await mkdtemp(join(tmpdir(), 'out-loud-print-'));

/** Reads what was asked for; whatever can't be answered is a Failure that says what to do. */
async function questionOf(args: readonly string[]): Promise<Question> {
  const { values, positionals } = argumentsOf(args);
  const folders = positionals.map(folder => resolve(folder));
  if (folders.length === 0) throw new Failure('No folder was named: say npm start -- --print PATH.');
  for (const folder of folders)
    if (!(await isFolder(folder))) throw new Failure(`There is no folder ${folder}: name one that is there.`);
  const week = values.week === undefined ? weekOf(clock.today()) : parseWeek(values.week);
  if (week === undefined)
    throw new Failure(`“${values.week ?? ''}” is no week of the calendar: write it as ${weekOf(clock.today())}.`);
  return { folders, person: values.person, week };
}

function argumentsOf(args: readonly string[]) {
  try {
    const options = { person: { type: 'string' }, week: { type: 'string' } } as const;
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (cause) {
    const said = args.filter(arg => arg.startsWith('-')).join(' ');
    const usage = 'npm start -- --print PATH --person EMAIL --week 2026-W47';
    throw new Failure(`“${said}” is not understood: say ${usage}.`, { cause });
  }
}

/** The weekly note as markdown, from the notes and the history of these folders. Nothing is written into them. */
async function print({ folders, person, week }: Question): Promise<string> {
  await requireGit(folders);
  const history = gitHistory({ folders: () => folders, storage: join(temporary, 'history') });
  if ((await history.repositories()).length === 0)
    process.stderr.write(`${folders.join(' and ')} is in no git repository, so only its notes can be told of.\n`);
  const notebook = await openNotebook(await placeOf(folders), {
    home: readOnlyHome,
    sharedFiles: ({ folder, repository }) => nodeFiles(folder, repository === undefined ? {} : { from: repository }),
    privateFiles: folder => nodeFiles(folder, { isPrivate: true }),
    yaml: () => Promise.resolve(yamlHead),
  });
  const { members } = await teamOf(notebook.shared);
  const me =
    person === undefined
      ? await whoAmI({ team: members, history })
      : await called(person, { team: members, history, week, folders });
  if (!me)
    throw new Failure(
      'git does not say who you are here: set user.name and user.email (git config user.email you@…), or add --person EMAIL.',
    );
  const desk: Desk = { notebook, me, team: members, clock, history };
  const { markdown, notices } = await draftWeek(desk, { week });
  for (const { code, repo } of notices.flatMap(one => (one.code === 'history' ? [one.notice] : [])))
    process.stderr.write(`${repo}: ${noticeWords[code]}\n`);
  return markdown;
}

const noticeWords: Readonly<Record<HistoryNotice['code'], string>> = {
  shallow: 'the clone is shallow, so work before its edge is not seen: git fetch --unshallow brings it.',
  blobless: 'the clone has no file contents, so sizes are not known.',
  treeless: 'the clone has no trees, so only subjects are known.',
  'no-commits': 'there is no commit yet.',
  reftable: 'this git can’t read the reftable format: install a newer one.',
  unreadable: 'the history could not be read: git fsck says why.',
  'git-missing': 'git was not found on the PATH: install git 2.38 or newer.',
  'git-too-old': 'git is too old: install 2.38 or newer.',
  unsafe: 'git does not trust this folder, because somebody else owns it: see git help config, safe.directory.',
  cut: 'the history is too long to be read to its end.',
};

async function requireGit(folders: readonly string[]): Promise<void> {
  const found = await findGit({ folders, environment: process.env });
  if ('path' in found) return;
  throw new Failure(
    found.missing === 'git-missing'
      ? 'git was not found on the PATH: install git 2.38 or newer (git-scm.com) and try again.'
      : `git ${found.detail} is too old: install git 2.38 or newer (git-scm.com) and try again.`,
  );
}

/** The notebook there is, else an empty one that is thrown away. */
async function placeOf(folders: readonly string[]): Promise<NotebookPlace> {
  const [found] = await nodeHome({
    folders: () => folders,
    notesFolder: () => 'notes',
    storage: join(temporary, 'home'),
  }).found();
  return found ?? { kind: 'own', folder: join(temporary, 'notes'), label: 'none', exists: false };
}

/** Settles nowhere, so that looking at a week leaves no trace; private notes are not looked at. */
const readOnlyHome: NotebookHome = {
  found: () => Promise.resolve([]),
  choices: () => Promise.resolve([]),
  settle: () => Promise.resolve({ id: 'none', privateFolder: join(temporary, 'private') }),
  make: () => Promise.resolve(),
  elsewhere: () => Promise.resolve([]),
  moved: () => Promise.resolve(),
};

interface Known extends Pick<Question, 'folders' | 'week'> {
  readonly team: readonly Member[];
  readonly history: History;
}

/** Somebody by e-mail, name or handle; where she is given by e-mail only, git knows what she is called. */
async function called(person: string, { team, history, week, folders }: Known): Promise<Person> {
  const { emails } = personCalled(person, team);
  const window = calendarOf(clock.zone).windowOf(week);
  const authors = (await history.commits({ window, emails })).commits.map(({ author }) => author);
  if (!authors.some(({ email }) => emails.includes(email.toLowerCase()))) {
    const author = await findAuthor(person, { folders: () => folders, storage: join(temporary, 'history') });
    if (author) authors.push(author);
  }
  return personCalled(person, team, authors);
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    found => found.isDirectory(),
    () => false,
  );
}

try {
  process.stdout.write(await print(await questionOf(process.argv.slice(2))));
} catch (error) {
  process.stderr.write(`${error instanceof Failure ? error.message : String((error as Error).stack)}\n`);
  process.exitCode = 1;
} finally {
  await rm(temporary, { recursive: true, force: true });
}
