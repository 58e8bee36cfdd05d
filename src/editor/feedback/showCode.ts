import { join } from 'node:path';
import { commands, l10n, Range, Uri, window } from 'vscode';
import type { Desk } from '../../app/desk.ts';
import type { History } from '../../app/ports.ts';
import { readAbout, type AboutFile } from '../../core/feedback/about.ts';
import type { FeedbackRequest } from '../../core/feedback/request.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import type { RepositoryInfo } from '../../core/work/commit.ts';
import { withProgress } from '../support/withProgress.ts';
import { committedUri } from './committedFile.ts';

/** So many files are shown side by side; whoever wants more looks at the range elsewhere. */
const mostFiles = 200;

/** How long a word in the status bar stays, in milliseconds. */
const shown = 8000;

/**
 * Shows the code a request is about: what a range changed, a file at its lines. Nothing is fetched, and in Restricted Mode git is not
 * started. Answers whether anything is shown.
 */
export async function showCode({ history, notebook }: Desk, request: FeedbackRequest): Promise<boolean> {
  const about = readAbout(request.about ?? '');
  if (about.kind === 'words' || !history) return false;
  const repository = repositoryCalled(about.repo, await history.repositories(), notebook.place.repository);
  if (!repository) return notThere();
  const title = plainLabel(request.title, 80);
  if (about.kind === 'file') return (await showFile(history, repository, about)) || notThere();
  const range = about.kind === 'range' ? `${about.from}..${about.to}` : about.commit;
  return (await showChanges(history, { repository, range, title })) || notThere();
}

/** The repository of that name; without one the notes' own, or the only one there is. */
function repositoryCalled(
  name: string | undefined,
  known: readonly RepositoryInfo[],
  own: string | undefined,
): RepositoryInfo | undefined {
  if (name !== undefined)
    return known.find(each => each.name === name) ?? known.find(({ name: whole }) => whole.endsWith(`/${name}`));
  return known.length === 1 ? known[0] : known.find(({ root }) => root === own);
}

async function showChanges(
  history: History,
  { repository, range, title }: { readonly repository: RepositoryInfo; readonly range: string; readonly title: string },
): Promise<boolean> {
  const { root } = repository;
  const work = await withProgress(title, signal => history.rangeOfWork({ place: root, range, signal }));
  if (!work || work.files.length === 0) return false;
  const changes = work.files.slice(0, mostFiles).map(path => ({
    file: Uri.file(join(root, path)),
    before: committedUri({ root, commit: work.base, path }),
    after: committedUri({ root, commit: work.head, path }),
  }));
  const [only, ...more] = changes;
  if (only && more.length === 0) {
    await commands.executeCommand('vscode.diff', only.before, only.after, title, { preview: false });
    return true;
  }
  const resources = changes.map(({ file, before, after }) => [file, before, after]);
  await commands.executeCommand('vscode.changes', title, resources);
  return true;
}

async function showFile(history: History, { root }: RepositoryInfo, about: AboutFile): Promise<boolean> {
  const { path, commit, lines } = about;
  const selection = lines && new Range(lines[0] - 1, 0, lines[1] - 1, Number.MAX_SAFE_INTEGER);
  if (commit !== undefined) {
    const past = await history.filesPast(join(root, 'any'));
    if ((await past?.textAt({ commit, path })) === undefined) return false;
  }
  const uri = commit === undefined ? Uri.file(join(root, path)) : committedUri({ root, commit, path });
  try {
    await window.showTextDocument(uri, { preview: false, ...(selection && { selection }) });
    return true;
  } catch {
    return false; // it was moved or deleted since
  }
}

function notThere(): false {
  window.setStatusBarMessage(
    l10n.t('$(info) The code this is about is not in your clone. Fetch it to see it beside your answer.'),
    shown,
  );
  return false;
}
