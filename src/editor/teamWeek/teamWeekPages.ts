import {
  CodeLens,
  DocumentLink,
  l10n,
  languages,
  Location,
  Position,
  Range,
  Uri,
  window,
  workspace,
  type EventEmitter,
  type TextDocument,
} from 'vscode';
import type { Desk } from '../../app/desk.ts';
import { Failure } from '../../app/failure.ts';
import type { Disposable } from '../../app/ports.ts';
import type { Notebook } from '../../app/shelf.ts';
import { openTeamWeek, type TeamWeekSeen } from '../../app/week/teamWeek.ts';
import { addWeeks, parseWeek, weekOf, type Week } from '../../core/time/week.ts';
import { printTeamWeek, type LineOfNote, type TeamPage } from '../../core/week/printTeamWeek.ts';
import type { OutLoud } from '../outloud.ts';
import { together } from '../support/disposables.ts';
import { onRepositoryChange } from '../support/gitApi.ts';
import { withProgress } from '../support/withProgress.ts';

/** What a caller may already know. */
export interface TeamWeekAnswers {
  /** `2026-W47`. */
  readonly week: Week;
  /** So many weeks after the page in front: -1 is the one before. */
  readonly step: number;
}

const scheme = 'outloud-team';

/** A page as it is shown, and the notebook its lines lead into. */
interface Shown extends TeamPage {
  readonly seen: TeamWeekSeen;
  readonly notebook: Notebook;
}

/** Which week is read, and what stops the reading. Without a week it is the one people look at now. */
interface Asked {
  readonly week: Week | undefined;
  readonly signal?: AbortSignal;
}

/** The pages that are open: read-only documents made of notes, made anew as these change. */
export class TeamWeekPages implements Disposable {
  readonly #outloud: OutLoud;
  readonly #changed: EventEmitter<Uri>;
  readonly #shown = new Map<string, Shown>();
  readonly #owned: Disposable;

  constructor(outloud: OutLoud, changed: EventEmitter<Uri>) {
    this.#outloud = outloud;
    this.#changed = changed;
    const again = () => {
      for (const { uri } of workspace.textDocuments) if (uri.scheme === scheme) changed.fire(uri);
    };
    this.#owned = together([
      languages.registerCodeLensProvider({ scheme }, { provideCodeLenses: document => this.#lensesOf(document) }),
      languages.registerDocumentLinkProvider({ scheme }, { provideDocumentLinks: document => this.#linksOf(document) }),
      languages.registerDefinitionProvider(
        { scheme },
        { provideDefinition: (document, { line }) => this.#locationOf(document, line) },
      ),
      outloud.notebooks.onChange(({ shelf }) => {
        if (shelf === 'shared') again();
      }),
      onRepositoryChange(again), // what was in no commit may be in one now, though no note changed
      workspace.onDidCloseTextDocument(({ uri }) => this.#shown.delete(uri.toString())),
    ]);
  }

  /** Shows the page of a week. Answers its text, or undefined for "not now". */
  async open({ week: wanted, step }: Partial<TeamWeekAnswers>): Promise<string | undefined> {
    const week = wanted === undefined ? this.#weekFrom(step) : parseWeek(wanted);
    if (wanted !== undefined && week === undefined)
      throw new Failure(l10n.t('“{0}” is no week. A week looks like 2026-W47.', wanted));
    const desk = await this.#outloud.deskWithNotes(); // before the notice: what it asks is no reading
    if (!desk) return undefined;
    const reading = l10n.t('Reading the team’s week');
    const { seen, text } = await withProgress(reading, signal => this.#see(desk, { week, signal }));
    const document = await workspace.openTextDocument(uriOf(seen.week));
    if (document.getText() !== text) this.#changed.fire(document.uri); // it was open before, and older
    await window.showTextDocument(document, { preview: true });
    return text;
  }

  /** The text of a page, made now. */
  async textAt(uri: Uri): Promise<string> {
    const desk = await this.#outloud.quietDesk();
    if (!desk) return '';
    const shown = await this.#see(desk, { week: weekOfPage(uri) });
    this.#shown.set(uri.toString(), shown);
    return shown.text;
  }

  dispose(): void {
    this.#owned.dispose();
  }

  async #see(desk: Desk, { week, signal }: Asked): Promise<Shown> {
    const { notebook } = desk;
    const [sharing, yaml] = await Promise.all([this.#outloud.sharing(notebook), this.#outloud.world.yaml()]);
    const seen = await openTeamWeek(desk, {
      yaml,
      sharing,
      ...(week !== undefined && { week }),
      ...(signal && { signal }),
    });
    return { seen, notebook, ...printTeamWeek(seen) };
  }

  #weekFrom(step: number | undefined): Week | undefined {
    const front = window.activeTextEditor?.document.uri;
    const week = front?.scheme === scheme ? weekOfPage(front) : undefined;
    return week === undefined || step === undefined ? undefined : addWeeks(week, step);
  }

  #lensesOf({ uri }: TextDocument): CodeLens[] {
    const week = weekOfPage(uri);
    const shown = this.#shown.get(uri.toString());
    if (week === undefined) return [];
    const at = new Range(0, 0, 0, 0);
    const lens = (title: string, command: string, answers: object) =>
      new CodeLens(at, { title, command: `outloud.${command}`, arguments: [answers] });
    const { unshared } = shown?.seen ?? {};
    return [
      lens(l10n.t('Previous'), 'openTeamWeek', { week: addWeeks(week, -1) }),
      ...(week < weekOf(this.#outloud.world.clock.today())
        ? [lens(l10n.t('Next'), 'openTeamWeek', { week: addWeeks(week, 1) })]
        : []),
      lens(l10n.t('Copy for Slack'), 'copyForSlack', { uri }),
      lens(l10n.t('Copy as Text'), 'copyAsText', { uri }),
      ...(unshared === undefined ? [] : [lens(l10n.t('Share My Note…'), 'shareNotes', {})]),
    ];
  }

  #linksOf(document: TextDocument): DocumentLink[] {
    const shown = this.#shown.get(document.uri.toString());
    return Array.from(shown?.names ?? []).flatMap(([index, begin]) => {
      const source = shown?.sources.get(index);
      if (!source || index >= document.lineCount) return [];
      const target = fileOf(shown, source).with({ fragment: `L${source.line}` });
      const link = new DocumentLink(new Range(index, begin, index, document.lineAt(index).text.length), target);
      link.tooltip = l10n.t('Open the note');
      return [link];
    });
  }

  #locationOf({ uri }: TextDocument, line: number): Location | undefined {
    const shown = this.#shown.get(uri.toString());
    const source = shown?.sources.get(line);
    return source && new Location(fileOf(shown, source), new Position(source.line - 1, 0));
  }
}

function fileOf(shown: Pick<Shown, 'notebook'> | undefined, { path }: LineOfNote): Uri {
  return Uri.file(shown?.notebook.shared.locate(path) ?? '');
}

/** A page is called like a weekly note, so that it can be copied like one. */
function uriOf(week: Week): Uri {
  return Uri.from({ scheme, path: `/weekly/${week}-team.md` });
}

function weekOfPage({ path }: Uri): Week | undefined {
  return parseWeek(/\/(\d{4}-W\d{2})-team\.md$/.exec(path)?.[1] ?? '');
}
