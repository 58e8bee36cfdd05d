import { relative } from 'node:path';
import { l10n, Uri, window, workspace, type TextDocument } from 'vscode';
import type { Desk } from '../../app/desk.ts';
import { Failure } from '../../app/failure.ts';
import type { NotebookPlace } from '../../app/ports.ts';
import { carryNotes, type Carried } from '../../app/share/carryNotes.ts';
import { planMove, type MoveDesk, type MovePlan } from '../../app/share/moveNotes.ts';
import { isSharingRefused, type NoteSharing } from '../../app/share/noteSharing.ts';
import type { Notebook } from '../../app/shelf.ts';
import { commitUrl } from '../../core/forge/forge.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import { moveMessages, printMoved, type NewHome, type NotesAt } from '../../core/share/movedNotes.ts';
import type { OutLoud } from '../outloud.ts';
import { withProgress } from '../support/withProgress.ts';
import { homeIsChosen } from './chooseHome.ts';
import { homeDetail, homeLabel, notMovedWords } from './homeWords.ts';
import { canPush, pushNotes } from './pushNotes.ts';
import { obstacleWords } from './sharingWords.ts';

/** What a caller may already know. */
export interface MoveAnswers {
  /** Where to: `branch`, or the folder or the label of a place (`tools/notes`). */
  readonly to: string;
  /** Whether to push what arrived there. */
  readonly push: boolean;
}

/** Moves the notes to another home and answers its folder; undefined for "not now". */
export async function moveNotes(outloud: OutLoud, answers: Partial<MoveAnswers>): Promise<Uri | undefined> {
  const desk = await outloud.deskWithNotes();
  if (!desk) return undefined;
  const from = desk.notebook;
  const home = await outloud.notebooks.home();
  const to = await chooseTarget(await home.elsewhere(from.place), answers.to);
  if (!to || !(await saveAll(from))) return undefined;
  try {
    const moved = await move(outloud, desk, to);
    if (moved) await offerPush(outloud, moved, answers.push);
    return moved && Uri.file(moved.desk.notebook.place.folder);
  } catch (error) {
    throw isSharingRefused(error) ? new Failure(obstacleWords(error), { cause: error }) : error;
  }
}

async function chooseTarget(
  places: readonly NotebookPlace[],
  wanted: string | undefined,
): Promise<NotebookPlace | undefined> {
  if (places.length === 0)
    throw new Failure(
      l10n.t('There is no other place for these notes in this window. Open a repository without notes beside them.'),
    );
  if (wanted !== undefined) {
    const named = places.find(place => [place.kind, place.folder, place.label].includes(wanted));
    if (named) return named;
    throw new Failure(l10n.t('The notes can’t be moved to {0}. Run Move Notes to see where.', plainLabel(wanted, 80)));
  }
  const items = places.map(place => ({ label: homeLabel(place), detail: homeDetail(place), place }));
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Move Notes'),
    placeHolder: l10n.t('Where to? A commit puts them there, another takes them away here and leaves a link'),
    ignoreFocusOut: true,
  });
  return picked?.place;
}

/** Unsaved words are no part of a commit: they are saved first, or nothing is moved. */
export async function saveAll({ shared }: Notebook): Promise<boolean> {
  const isOfNotebook = ({ uri, isDirty }: TextDocument) =>
    isDirty && uri.scheme === 'file' && shared.pathOf(uri.fsPath) !== undefined;
  const unsaved = workspace.textDocuments.filter(isOfNotebook);
  if (unsaved.length === 0) return true;
  const yes = l10n.t('Save and Move');
  const answer = await window.showWarningMessage(
    l10n.t('Some of these notes have unsaved words. Save them, so that they are moved too?'),
    { modal: true },
    yes,
  );
  if (answer !== yes) return false;
  for (const document of unsaved)
    if (!(await document.save()))
      throw new Failure(
        l10n.t('A note could not be saved, so nothing was moved. Save it in its editor, then try again.'),
      );
  return true;
}

/** What came of it, and the desk at the new place. */
export interface Moved extends Carried {
  readonly desk: Desk;
  /** Files that are no notes, and stayed. */
  readonly rest: readonly string[];
  readonly sharing: NoteSharing;
}

async function move(outloud: OutLoud, desk: Desk, to: NotebookPlace): Promise<Moved | undefined> {
  const from = desk.notebook;
  const yaml = await outloud.world.yaml();
  return withProgress(l10n.t('Moving your notes…'), async signal => {
    const home = await outloud.notebooks.home();
    await home.make(to);
    const target = await outloud.notebooks.open({ ...to, exists: true });
    const sides = await Promise.all([from, target].map(each => outloud.sharing(each)));
    const [leaving, arriving] = sides;
    if (!leaving || !arriving)
      throw new Failure(
        l10n.t('This workspace is in Restricted Mode, where git is not started. Trust it, then move your notes.'),
      );
    const both: MoveDesk = {
      from: { shelf: from.shared, sharing: leaving },
      to: { shelf: target.shared, sharing: arriving },
      yaml,
    };
    const plan = await planMove(both, signal);
    const [kept] = plan.keptBack;
    if (kept) throw new Failure(notMovedWords(kept));
    const files = await outloud.world.moving({ from: from.place.folder, to: to.folder });
    const shown = shownNotes(from);
    const carried = await carryNotes(both, { plan, files, ...(await wordsFor(outloud, desk, { plan, to })) });
    await home.moved(from.place, target.place);
    outloud.notebooks.moved(from.place.folder, to.folder);
    await homeIsChosen(outloud, to);
    await showThere(target, shown);
    return { ...carried, rest: await files.rest(), desk: { ...desk, notebook: target }, sharing: arriving };
  });
}

/** What is written about a move: in both commits, and in the note that stays. */
export async function wordsFor(
  { history }: OutLoud,
  { notebook, clock }: Desk,
  { plan, to }: { readonly plan: MovePlan; readonly to: NotebookPlace },
): Promise<{ readonly messages: ReturnType<typeof moveMessages>; readonly sign: string }> {
  const { place } = notebook;
  const hash = plan.left?.head;
  const repositories = hash === undefined ? [] : ((await history?.repositories().catch(() => [])) ?? []);
  const forge = repositories.find(({ root }) => root === topOf(place))?.forge;
  const last: NewHome['last'] =
    hash === undefined ? undefined : { hash, ...(forge && { url: commitUrl(forge, hash) }) };
  const there = seenFrom(place, to);
  return {
    messages: moveMessages(seenFrom(to, place), there, last),
    sign: printMoved({ ...there, day: clock.today(), last }),
  };
}

function topOf({ code, repository }: NotebookPlace): string | undefined {
  return code ?? repository;
}

/** A place as it is named to somebody who looks from the other one. */
function seenFrom(other: NotebookPlace, { branch, folder, ...place }: NotebookPlace): NotesAt {
  const top = topOf(place as NotebookPlace);
  const name = top === topOf(other) ? undefined : (top ?? folder).split(/[/\\]/).at(-1);
  const way = branch !== undefined || top === undefined ? '' : relative(top, folder).replaceAll('\\', '/');
  return { branch, repository: name, folder: way };
}

/** The notes in front of her. */
function shownNotes({ shared }: Notebook) {
  return window.visibleTextEditors.flatMap(({ document, viewColumn }) => {
    const path = document.uri.scheme === 'file' ? shared.pathOf(document.uri.fsPath) : undefined;
    return path === undefined ? [] : [{ path, uri: document.uri, viewColumn }];
  });
}

/** Shows the same notes at their new place. */
async function showThere({ shared }: Notebook, shown: ReturnType<typeof shownNotes>): Promise<void> {
  const old = new Set(shown.map(({ uri }) => uri.toString()));
  const tabs = window.tabGroups.all.flatMap(({ tabs: all }) => all);
  const closing = tabs.filter(({ input }) => old.has((input as { uri?: Uri } | undefined)?.uri?.toString() ?? ''));
  await window.tabGroups.close(closing, true);
  for (const { path, viewColumn } of shown)
    await window.showTextDocument(Uri.file(shared.locate(path)), {
      preview: false,
      ...(viewColumn !== undefined && { viewColumn }),
    });
}

/** Others find the notes once they are pushed; what was taken away at the old place goes along with her next push there. */
export async function offerPush(outloud: OutLoud, moved: Moved, wanted: boolean | undefined): Promise<void> {
  const { desk, sharing, notLeft, stayed, rest } = moved;
  if (notLeft)
    void window.showWarningMessage(
      l10n.t('The notes are moved. At the old place git did not commit that they went: commit it there yourself.'),
    );
  if (stayed.length > 0)
    void window.showWarningMessage(
      l10n.t(
        'A note was changed while it was moved, and is at the old place too: {0}',
        plainLabel(stayed[0] ?? '', 80),
      ),
    );
  if (rest.length > 0)
    void window.showInformationMessage(
      l10n.t(
        'Files that are no notes stayed at the old place. Move them yourself, with the links to them: {0}',
        `${plainLabel(rest.slice(0, 3).join(', '), 200)}${rest.length > 3 ? ', …' : ''}`,
      ),
    );
  const shareDesk = { ...desk, sharing, yaml: await outloud.world.yaml() };
  if (wanted === false || !(await canPush(shareDesk))) return;
  const push = l10n.t('Push Them');
  const answer =
    wanted === true
      ? push
      : await window.showInformationMessage(
          l10n.t('The notes are moved. Push them, so that others find them too?'),
          push,
        );
  if (answer === push)
    await outloud.attempt('moveNotes', () => pushNotes(outloud, shareDesk, { mayShare: () => true }));
}
